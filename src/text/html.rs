//! A web page: the article without menus, lists of links, scripts and forms; tables kept.
//!
//! The page is cut into elements by a tokenizer; `article` finds the element that holds the paper. Style sheets are not
//! read: what only they hide is read too.

mod article;
mod tree;

use super::flow::Flow;
use super::legacy::{self, Hint};
use super::{Decoded, Problem};
use crate::source::Limits;
use article::Weights;
use tree::{Content, Tree};

/// The text of a web page.
pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Problem> {
    let page = characters(bytes);
    let tree = Tree::parse(&page);
    let weights = article::weigh(&tree);
    let root = article::find(&tree, &weights);
    let mut writer = Writer {
        tree: &tree,
        weights: &weights,
        flow: Flow::new(limits.text),
        blank: true,
        hints: Vec::new(),
        boxed: false,
    };
    writer.write(root);
    writer.flow.close_paragraph();
    Ok(writer.flow.finish())
}

/// Bytes into characters: by mark, by what the page says, else as UTF-8 or Latin-1, where old encodings are found later.
fn characters(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let named = charset(&bytes[..bytes.len().min(8192)]).and_then(|name| encoding_rs::Encoding::for_label(&name));
    match named {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// What a page says its encoding is: `charset=…` in its head.
fn charset(head: &[u8]) -> Option<Vec<u8>> {
    let head = head.to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + "charset=".len();
    let name = head[at..].iter().skip_while(|b| matches!(b, b'"' | b'\'' | b' '));
    Some(name.take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).copied().collect())
}

struct Writer<'t> {
    tree: &'t Tree,
    weights: &'t Weights,
    flow: Flow,
    /// The last character written was white space, or nothing was.
    blank: bool,
    hints: Vec<Option<Hint>>,
    /// White space counts as it stands.
    boxed: bool,
}

impl Writer<'_> {
    /// Writes an element and what is in it. Depth is bounded by the tree's.
    fn write(&mut self, index: usize) {
        let tree = self.tree;
        for content in &tree.elements[index].content {
            match content {
                Content::Words(range) => self.words(&tree.words[range.clone()]),
                Content::Element(inner) if article::is_furniture(tree, self.weights, *inner) => {}
                Content::Element(inner) => self.element(*inner),
            }
        }
    }

    fn element(&mut self, index: usize) {
        let element = &self.tree.elements[index];
        let hint = element.font.as_deref().map(legacy::of_font);
        if let Some(hint) = hint {
            self.hints.push(hint);
        }
        match element.name.as_str() {
            "br" => {
                self.flow.push("\n", None);
                self.blank = true;
            }
            "table" => {
                self.flow.begin_table();
                self.write(index);
                self.flow.end_table();
                self.blank = true;
            }
            "tr" => {
                self.write(index);
                self.flow.end_row();
                self.blank = true;
            }
            "td" | "th" => {
                self.flow.begin_cell();
                self.blank = true;
                self.write(index);
                self.flow.end_cell();
                self.blank = true;
            }
            "pre" => {
                self.block(index, true);
            }
            name if tree::is_block(name) => self.block(index, self.boxed),
            _ => self.write(index),
        }
        if hint.is_some() {
            self.hints.pop();
        }
    }

    fn block(&mut self, index: usize, boxed: bool) {
        self.flow.close_paragraph();
        self.blank = true;
        let around = std::mem::replace(&mut self.boxed, boxed);
        self.write(index);
        self.boxed = around;
        self.flow.close_paragraph();
        self.blank = true;
    }

    fn words(&mut self, words: &str) {
        let hint = self.hints.last().copied().flatten();
        if self.boxed {
            self.flow.push(words, hint);
            return;
        }
        let mut out = String::with_capacity(words.len());
        for c in words.chars() {
            let blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
            if !(blank && self.blank) {
                out.push(if blank { ' ' } else { c });
            }
            self.blank = blank;
        }
        // A blank between blocks begins no paragraph.
        if out != " " || self.flow.has_words() {
            self.flow.push(&out, hint);
        } else {
            self.blank = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(page: &str) -> String {
        decode(page.as_bytes(), &Limits::default()).expect("readable").text
    }

    #[test]
    fn a_letterhead_table_and_paragraphs_are_read_and_menus_are_not() {
        let paragraph =
            "<p>Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n tiếp theo<br>dòng hai</p>";
        let page = format!(
            "<html><head><title>Cổng</title><style>p{{}}</style></head><body><nav><a href=a>Trang chủ</a></nav>\
             <div id=menu><ul><li><a href=1>Văn bản mới nhất hôm nay</a><li><a href=2>Tin tức</a><li><a href=3>Liên hệ</a></ul></div>\
             <div id=main><table><tr><td><p>UBND TỈNH A<p>Số: 1/QĐ-UBND</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>\
             Độc lập</td></tr></table>{}</div><script>var x = '<p>Không';</script></body></html>",
            paragraph.repeat(3)
        );
        let line = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; tiếp theo\ndòng hai\n";
        assert_eq!(
            text(&page),
            format!("UBND TỈNH A\nSố: 1/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập\n{}", line.repeat(3))
        );
    }

    #[test]
    fn the_page_says_its_encoding_and_fonts_say_theirs() {
        let page = b"<meta charset=windows-1258><p>qu\xF4\xECc h\xF4\xF2i".to_vec();
        assert_eq!(decode(&page, &Limits::default()).unwrap().text, "quô\u{301}c hô\u{323}i\n");
        assert_eq!(text("<p><font face='.VnTime'>NghÞ ®Þnh</font> số"), "Nghị định số\n");
        assert_eq!(text("<p style=\"font-family:'VNI-Times'\">Nghò ñònh"), "Nghị định\n");
    }

    #[test]
    fn depth_costs_nothing_but_depth() {
        let page = format!("{}sâu{}", "<div><b>".repeat(200_000), "</b></div>".repeat(200_000));
        assert_eq!(text(&page), "sâu\n");
    }
}
