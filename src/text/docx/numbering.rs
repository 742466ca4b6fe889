//! Lists of numbering.xml.

use crate::text::label::{LEVELS, Level, Number, Numbering};
use crate::text::package::{Node, attribute, split, walk};

/// Reads numbering.xml, as far as it goes.
pub(super) fn read(xml: &str) -> Numbering {
    let mut all = Numbering::default();
    let (mut list, mut number): (Option<String>, Option<String>) = (None, None);
    let (mut level, mut changed): (Option<usize>, Option<usize>) = (None, None);
    // Labels that a broken part does not define are not made; the body is read all the same.
    let _ = walk(xml, |node| match node {
        Node::Open(name, start) => {
            let value = |name| attribute(start, name).map(|value| value.into_owned());
            let index = |name| value(name).and_then(|value| value.parse::<usize>().ok()).filter(|&at| at < LEVELS);
            match split(name).1 {
                "abstractNum" => {
                    list = value("abstractNumId");
                    all.lists.insert(list.clone().unwrap_or_default(), vec![Level::default(); LEVELS]);
                }
                "num" => {
                    number = value("numId");
                    all.numbers.insert(number.clone().unwrap_or_default(), Number::default());
                }
                "lvlOverride" => changed = index("ilvl"),
                "lvl" => level = index("ilvl"),
                "abstractNumId" => {
                    if let Some(number) = number.as_ref().and_then(|id| all.numbers.get_mut(id)) {
                        number.list = value("val").unwrap_or_default();
                    }
                }
                "startOverride" => {
                    let start = value("val").and_then(|value| value.parse().ok());
                    let number = number.as_ref().and_then(|id| all.numbers.get_mut(id));
                    if let (Some(number), Some(level), Some(start)) = (number, changed, start) {
                        number.starts.insert(level, start);
                    }
                }
                property @ ("start" | "numFmt" | "lvlText" | "pStyle") => {
                    let Some(at) = level else { return };
                    let of_number = number.as_ref().and_then(|id| all.numbers.get_mut(id));
                    let target = match of_number {
                        Some(number) => Some(number.levels.entry(at).or_default()),
                        None => list.as_ref().and_then(|id| all.lists.get_mut(id)?.get_mut(at)),
                    };
                    let (Some(target), Some(value)) = (target, value("val")) else { return };
                    match property {
                        "start" => target.start = value.parse().unwrap_or(1),
                        "numFmt" => target.format = value,
                        "lvlText" => target.text = value,
                        _ => target.style = Some(value),
                    }
                }
                _ => {}
            }
        }
        Node::Close(name) => match split(name).1 {
            "abstractNum" => list = None,
            "num" => number = None,
            "lvl" => level = None,
            "lvlOverride" => changed = None,
            _ => {}
        },
        Node::Words(_) => {}
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_count_like_word() {
        let xml = r#"<w:numbering><w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
            </w:numbering>"#;
        let mut numbering = read(xml);
        let mut next = |id, level| numbering.next(id, level, None).expect("a label");
        assert_eq!(
            [next("3", 0), next("3", 1), next("3", 1), next("3", 0), next("3", 1)],
            ["Điều 1.", "1.a)", "1.b)", "Điều 2.", "2.a)"]
        );
        assert_eq!(next("4", 0), "Điều 9.");
    }
}
