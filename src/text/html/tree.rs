//! A page as a tree of elements, flat in memory and of bounded depth.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use std::ops::Range;

/// Deepest nesting that is kept; what is deeper belongs to the element at that depth.
const DEEPEST: usize = 400;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) content: Vec<Content>,
    /// Font that its letters are set in, where it says.
    pub(super) font: Option<String>,
    /// It leads somewhere; an anchor that only has a name does not.
    pub(super) link: bool,
    /// It says itself that it is not shown.
    pub(super) hidden: bool,
    /// `role` of the page: navigation, banner, ….
    pub(super) role: Option<String>,
}

#[derive(Debug)]
pub(super) enum Content {
    /// Characters, as a range of [`Tree::words`].
    Words(Range<usize>),
    Element(usize),
}

/// The page; the first element is the page itself.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) elements: Vec<Element>,
    pub(super) words: String,
}

impl Tree {
    /// Cuts a page into elements. Never fails: what is not closed ends with the page.
    pub(super) fn parse(page: &str) -> Self {
        let tree = Tree { elements: vec![Element::default()], words: String::new() };
        let sink = Builder(RefCell::new(Open { tree, stack: vec![0], lost: Vec::new() }));
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(page));
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        tokenizer.sink.0.into_inner().tree
    }
}

struct Builder(RefCell<Open>);

struct Open {
    tree: Tree,
    stack: Vec<usize>,
    /// Names of elements too deep to be kept.
    lost: Vec<String>,
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut open = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) => open.words(&words),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => open.end(&tag.name),
            Token::TagToken(tag) => {
                let value = |name: &str| {
                    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
                    found.map(|attribute| attribute.value.to_string())
                };
                let style = value("style").unwrap_or_default();
                let element = Element {
                    name: tag.name.to_string(),
                    content: Vec::new(),
                    font: value("face").or_else(|| property(&style, "font-family")),
                    link: &*tag.name == "a" && value("href").is_some(),
                    hidden: value("hidden").is_some()
                        || property(&style, "display").is_some_and(|value| value == "none"),
                    role: value("role"),
                };
                let name = element.name.clone();
                open.start(element, tag.self_closing);
                return match name.as_str() {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    "plaintext" => TokenSinkResult::Plaintext,
                    _ => TokenSinkResult::Continue,
                };
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Open {
    fn words(&mut self, words: &str) {
        let start = self.tree.words.len();
        self.tree.words.push_str(words);
        let end = self.tree.words.len();
        let content = &mut self.tree.elements[self.stack[self.stack.len() - 1]].content;
        match content.last_mut() {
            Some(Content::Words(last)) if last.end == start => last.end = end,
            _ => content.push(Content::Words(start..end)),
        }
    }

    fn start(&mut self, element: Element, closed: bool) {
        match element.name.as_str() {
            "li" => self.close(&["li"], &["ul", "ol", "table"]),
            "td" | "th" => self.close(&["td", "th"], &["table"]),
            "tr" => self.close(&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => self.close(&["tbody", "thead", "tfoot"], &["table"]),
            "dt" | "dd" => self.close(&["dt", "dd"], &["dl"]),
            "body" => self.close(&["head"], &[]),
            "option" => self.close(&["option"], &["select"]),
            name if is_block(name) => self.close(&["p"], &["table", "td", "th", "div", "li", "body"]),
            _ => {}
        }
        let void = is_void(&element.name) || (closed && !is_block(&element.name));
        if self.stack.len() >= DEEPEST && !void {
            self.lost.push(element.name);
            return;
        }
        let index = self.tree.elements.len();
        self.tree.elements.push(element);
        self.tree.elements[self.stack[self.stack.len() - 1]].content.push(Content::Element(index));
        if !void {
            self.stack.push(index);
        }
    }

    fn end(&mut self, name: &str) {
        if self.lost.last().is_some_and(|lost| lost == name) {
            self.lost.pop();
            return;
        }
        let barriers: &[&str] = match name {
            "table" | "body" | "html" => &[],
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => &["table"],
            _ => &["td", "th", "table"],
        };
        self.close(&[name], barriers);
    }

    /// Ends the innermost element of one of the names, unless one of the barriers lies inside of it.
    fn close(&mut self, names: &[&str], barriers: &[&str]) {
        let name = |index: &usize| self.tree.elements[*index].name.as_str();
        let found = self
            .stack
            .iter()
            .skip(1)
            .rev()
            .map(name)
            .take_while(|open| !barriers.contains(open) || names.contains(open));
        if let Some(above) = found.into_iter().position(|open| names.contains(&open)) {
            self.stack.truncate(self.stack.len() - above - 1);
            self.lost.clear();
        }
    }
}

/// The value of a property in a style attribute, in small letters but for fonts.
fn property(style: &str, name: &str) -> Option<String> {
    let found = style.split(';').find_map(|rule| {
        let (key, value) = rule.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })?;
    let first = found.split(',').next().unwrap_or(found);
    Some(first.trim_matches(['"', '\'', ' ']).to_string())
}

/// Elements that stand on lines of their own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "tr"
            | "blockquote"
            | "center"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "form"
            | "fieldset"
            | "pre"
            | "hr"
            | "address"
            | "figure"
            | "figcaption"
            | "body"
            | "html"
            | "caption"
            | "details"
            | "summary"
    )
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr"
            | "img"
            | "input"
            | "meta"
            | "link"
            | "col"
            | "base"
            | "area"
            | "embed"
            | "source"
            | "track"
            | "wbr"
            | "param"
    )
}
