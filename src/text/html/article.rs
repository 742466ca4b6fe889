//! Which element of a page holds the paper, and what in it is furniture.
//!
//! The weight of an element is its Vietnamese letters outside of links and menus. From the page down, the element that
//! holds most of the weight (a quarter, if it holds the letterhead) is followed as long as there is one, but never past the letterhead: the last element that
//! still holds the national motto or the party's title, if the page has one.

use super::tree::{Content, Tree};

/// Share of the weight that an element must hold to be followed.
const MOST: f64 = 0.5;
/// The same for one that holds the letterhead.
const HEADED: f64 = 0.25;
/// The same for a row of a table: then the table is there to lay out the page.
const LAYOUT: f64 = 0.9;
/// Links from which on a list of them is a menu.
const LINKS: usize = 4;
/// Share of its letters that lie in links.
const LINKED: f64 = 0.8;

/// What an element holds, everything inside of it included.
#[derive(Clone, Copy, Default)]
struct Weight {
    /// Letters of Vietnamese outside of links.
    own: usize,
    /// The first words of a letterhead are among them.
    headed: bool,
    letters: usize,
    /// Letters in links.
    linked: usize,
    links: usize,
}

/// The weights of all elements of a page.
pub(super) struct Weights(Vec<Weight>);

/// The element that holds the paper; the page where none stands out.
pub(super) fn find(tree: &Tree, Weights(weights): &Weights) -> usize {
    let mut at = 0;
    loop {
        let inner = tree.elements[at].content.iter().filter_map(|content| match content {
            Content::Element(inner) => Some(*inner),
            Content::Words(_) => None,
        });
        let share = |inner: usize| weights[inner].own as f64 / (weights[at].own as f64).max(1.0);
        let Some(heaviest) =
            inner.max_by_key(|&inner| (weights[inner].headed && share(inner) > HEADED, weights[inner].own))
        else {
            return at;
        };
        let needed = if weights[heaviest].headed { HEADED } else { MOST };
        let enough = share(heaviest) > needed;
        let keeps_head = weights[heaviest].headed || !weights[at].headed;
        // A paragraph or a row is a part of the paper, never the whole of it.
        let whole = !matches!(
            tree.elements[heaviest].name.as_str(),
            "p" | "pre" | "tr" | "tbody" | "li" | "span" | "b" | "font"
        );
        let passage = matches!(tree.elements[heaviest].name.as_str(), "tbody" | "tr") && share(heaviest) > LAYOUT;
        if !(enough && keeps_head && (whole || passage)) {
            return at;
        }
        at = heaviest;
    }
}

/// Weighs each element. Elements stand before those inside of them, so one pass from the end adds up what they hold.
pub(super) fn weigh(tree: &Tree) -> Weights {
    let mut weights = vec![Weight::default(); tree.elements.len()];
    for index in (0..tree.elements.len()).rev() {
        if is_never_read(tree, index) {
            continue;
        }
        let mut weight = Weight::default();
        for content in &tree.elements[index].content {
            match content {
                Content::Words(range) => {
                    let words = &tree.words[range.clone()];
                    weight.own += words.chars().filter(|c| matches!(*c, 'À'..='\u{1EF9}')).count();
                    weight.letters += words.chars().filter(|c| c.is_alphanumeric()).count();
                    weight.headed |= is_head(words);
                }
                Content::Element(inner) => {
                    let inner = weights[*inner];
                    weight.own += inner.own;
                    weight.headed |= inner.headed;
                    weight.letters += inner.letters;
                    weight.linked += inner.linked;
                    weight.links += inner.links;
                }
            }
        }
        if tree.elements[index].link {
            (weight.own, weight.linked) = (0, weight.letters);
            weight.links += 1;
        }
        weights[index] = weight;
    }
    Weights(weights)
}

/// The first words of a letterhead.
fn is_head(words: &str) -> bool {
    ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "CỘNG HÒA XÃ", "ĐẢNG CỘNG SẢN VIỆT NAM"]
        .iter()
        .any(|head| words.contains(head))
}

/// What is no part of the paper inside the element that holds it: never read, or a menu.
pub(super) fn is_furniture(tree: &Tree, weights: &Weights, index: usize) -> bool {
    is_never_read(tree, index) || is_menu(tree, weights.0[index], index)
}

fn is_never_read(tree: &Tree, index: usize) -> bool {
    let element = &tree.elements[index];
    let name = element.name.as_str();
    let role = element.role.as_deref();
    element.hidden
        || matches!(role, Some("navigation" | "banner" | "search" | "contentinfo" | "complementary"))
        || matches!(
            name,
            "script"
                | "style"
                | "title"
                | "noscript"
                | "template"
                | "iframe"
                | "object"
                | "svg"
                | "nav"
                | "aside"
                | "button"
                | "select"
                | "textarea"
                | "input"
                | "map"
                | "audio"
                | "video"
                | "noembed"
                | "noframes"
                | "head"
        )
}

/// A list or block of links.
fn is_menu(tree: &Tree, weight: Weight, index: usize) -> bool {
    let block = matches!(
        tree.elements[index].name.as_str(),
        "ul" | "ol" | "div" | "table" | "form" | "section" | "footer" | "header"
    );
    block && weight.links >= LINKS && weight.linked as f64 > LINKED * weight.letters as f64
}
