//! Styles of a Word document, as far as they say what letters mean: fonts and numbering, inherited.

use crate::text::package::{Node, attribute, split, walk};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// Longest chain of styles that build on each other.
const LONGEST: usize = 32;

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    font: Option<String>,
    number: Option<String>,
    level: Option<usize>,
}

/// The styles by id.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    paragraph: Option<String>,
    font: Option<String>,
}

impl Styles {
    /// Reads styles.xml, as far as it goes.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = Self::default();
        let (mut open, mut defaults): (Option<(String, Style)>, bool) = (None, false);
        // What a broken part does not say is not inherited; the body is read all the same.
        let _ = walk(xml, |node| match node {
            Node::Open(name, start) => match (split(name).1, &mut open) {
                ("style", _) => {
                    let id = attribute(start, "styleId").unwrap_or_default().into_owned();
                    let chosen = attribute(start, "default").is_some_and(|value| value == "1" || value == "true");
                    if chosen && attribute(start, "type").is_some_and(|value| value == "paragraph") {
                        styles.paragraph = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                ("rPrDefault", _) => defaults = true,
                ("rFonts", Some((_, style))) => style.font = font(start),
                ("rFonts", None) if defaults => styles.font = font(start),
                ("basedOn", Some((_, style))) => style.based_on = attribute(start, "val").map(|v| v.into_owned()),
                ("numId", Some((_, style))) => style.number = attribute(start, "val").map(|v| v.into_owned()),
                ("ilvl", Some((_, style))) => style.level = attribute(start, "val").and_then(|v| v.parse().ok()),
                _ => {}
            },
            Node::Close(name) => match split(name).1 {
                "style" => styles.styles.extend(open.take()),
                "rPrDefault" => defaults = false,
                _ => {}
            },
            Node::Words(_) => {}
        });
        styles
    }

    /// The style of paragraphs that name none.
    pub(super) fn paragraph(&self) -> Option<&str> {
        self.paragraph.as_deref()
    }

    /// The font of everything that names none.
    pub(super) fn default_font(&self) -> Option<&str> {
        self.font.as_deref()
    }

    /// The font of a style, its own or inherited.
    pub(super) fn font(&self, style: &str) -> Option<&str> {
        self.chain(style).find_map(|style| style.font.as_deref())
    }

    /// Numbering of a style, its own or inherited, and the level.
    pub(super) fn number(&self, style: &str) -> Option<(&str, usize)> {
        let number = self.chain(style).find_map(|style| style.number.as_deref())?;
        Some((number, self.chain(style).find_map(|style| style.level).unwrap_or(0)))
    }

    fn chain(&self, style: &str) -> impl Iterator<Item = &Style> {
        let first = self.styles.get(style);
        std::iter::successors(first, |style| self.styles.get(style.based_on.as_deref()?)).take(LONGEST)
    }
}

/// The font of Latin letters that an element names.
pub(super) fn font(start: &BytesStart<'_>) -> Option<String> {
    attribute(start, "ascii").or_else(|| attribute(start, "hAnsi")).map(|name| name.into_owned())
}
