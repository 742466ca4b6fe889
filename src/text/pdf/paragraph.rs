//! Lines into paragraphs: what a line end cut is put together again, across pages too.

use super::page::Line;

/// A paragraph, and on which page each part of it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// (byte, page): from that byte on.
    pub(super) pages: Vec<(usize, u32)>,
}

/// The margins of running text on a page.
#[derive(Clone, Copy)]
struct Margins {
    left: f64,
    right: f64,
    leading: f64,
}

/// Joins the lines of all pages. A wide step between two paragraphs is an empty line.
pub(super) fn join(pages: Vec<Vec<Line>>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<(Line, Margins)> = None;
    for page in pages {
        let margins = margins(&page, before.as_ref().map(|(_, margins)| *margins));
        for line in page {
            let goes_on = before.as_ref().is_some_and(|(last, of)| continues(last, *of, &line, margins));
            match paragraphs.last_mut().filter(|_| goes_on) {
                Some(open) => {
                    append(&mut open.text, &line.text);
                    if open.pages.last().is_some_and(|(_, page)| *page != line.page) {
                        open.pages.push((open.text.len() - line.text.trim_start().len(), line.page));
                    }
                }
                None => {
                    if before.as_ref().is_some_and(|(last, _)| is_apart(last, &line, margins)) {
                        paragraphs.push(Paragraph { text: String::new(), pages: vec![(0, line.page)] });
                    }
                    paragraphs.push(Paragraph { text: line.text.clone(), pages: vec![(0, line.page)] });
                }
            }
            before = Some((line, margins));
        }
    }
    paragraphs
}

/// More than a line and a half lies between two lines.
fn is_apart(last: &Line, line: &Line, margins: Margins) -> bool {
    !(last.apart && line.apart) && last.page == line.page && line.y - last.y > 1.6 * margins.leading.max(last.size)
}

/// The step of single-spaced lines, in parts of the letter size, a little more than most fonts have.
const SINGLE: f64 = 1.35;

/// Fewer lines of running text tell no margins.
const FEW: usize = 6;

fn margins(page: &[Line], before: Option<Margins>) -> Margins {
    let running: Vec<&Line> = page.iter().filter(|line| !line.apart).collect();
    if let Some(before) = before.filter(|_| running.len() < FEW) {
        return before;
    }
    let pick = |mut values: Vec<f64>, share: f64| -> f64 {
        values.sort_by(f64::total_cmp);
        values.get(((values.len() as f64 - 1.0) * share).round().max(0.0) as usize).copied().unwrap_or(0.0)
    };
    let steps = running.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|step| *step > 1.0).collect();
    Margins {
        left: pick(running.iter().map(|line| line.x).collect(), 0.1),
        right: pick(running.iter().map(|line| line.end).collect(), 0.95),
        // In a short paper most steps are those between paragraphs.
        leading: pick(steps, 0.5).min(SINGLE * pick(running.iter().map(|line| line.size).collect(), 0.5)),
    }
}

/// True if a line goes on with the paragraph of the line before.
fn continues(last: &Line, of: Margins, line: &Line, margins: Margins) -> bool {
    if last.apart || line.apart {
        return false;
    }
    let full = last.end + first_word(line) > of.right - 0.4 * last.size;
    let indented = line.x > margins.left + 0.9 * line.size;
    if last.page != line.page {
        let open = !ends(&last.text);
        return (full && !indented && !(ends(&last.text) && begins(&line.text))) || (open && starts_small(&line.text));
    }
    let step = line.y - last.y;
    if step > 1.45 * of.leading.max(last.size) || (last.size - line.size).abs() > 0.25 * line.size {
        return false;
    }
    full && !indented && !(ends(&last.text) && begins(&line.text))
}

/// The width of the first word of a line and a blank: what did not fit on the line before.
fn first_word(line: &Line) -> f64 {
    let letters = line.text.chars().count().max(1) as f64;
    let first = line.text.split_whitespace().next().unwrap_or_default().chars().count() as f64;
    (line.end - line.x) * (first + 1.0) / letters
}

fn ends(text: &str) -> bool {
    text.trim_end().ends_with(['.', ';', ':', '!', '?', '”'])
}

fn starts_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase) && !is_item(text)
}

/// What a paragraph may begin with: a capital, a number of a list, a dash, a quotation mark.
fn begins(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '-' | '+' | '–' | '•' | '“' | '"' | '*'))
        || is_item(text)
}

/// `1.`, `a)`, `2.3.`
fn is_item(text: &str) -> bool {
    let label: String = text.chars().take_while(|c| !c.is_whitespace()).take(8).collect();
    label.len() > 1
        && label.ends_with(['.', ')'])
        && label.chars().next().is_some_and(char::is_alphanumeric)
        && label.chars().count() < 6
}

/// Puts a line behind another. A number or symbol cut behind its dash or slash goes on without a blank.
pub(super) fn append(text: &mut String, line: &str) {
    let line = line.trim_start();
    text.truncate(text.trim_end().len());
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let next = line.split(char::is_whitespace).next().unwrap_or_default();
    let is_symbol = |word: &str| word.contains('/') || word.chars().any(|c| c.is_ascii_digit());
    let cut_after = last.len() > 1 && last.ends_with(['-', '/', '–']) && (is_symbol(last) || is_symbol(next));
    let cut_before = next.len() > 1 && next.starts_with(['/', '-']) && is_symbol(last);
    if !(cut_after || cut_before || text.is_empty()) {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, page: u32, x: f64, end: f64, y: f64) -> Line {
        Line { text: text.into(), page, x, end, y, size: 10.0, apart: false }
    }

    fn texts(pages: Vec<Vec<Line>>) -> Vec<String> {
        join(pages).into_iter().map(|paragraph| paragraph.text).filter(|text| !text.is_empty()).collect()
    }

    #[test]
    fn lines_are_joined_inside_a_paragraph_and_across_pages_only() {
        let first = vec![
            line("Căn cứ Nghị định số 5/2020/NĐ-", 1, 20.0, 100.0, 0.0),
            line("CP ngày 1;", 1, 0.0, 40.0, 12.0),
            line("Căn cứ Luật Tổ chức chính", 1, 20.0, 100.0, 24.0),
        ];
        let second =
            vec![line("quyền địa phương;", 2, 0.0, 60.0, 0.0), line("Xét đề nghị của A", 2, 20.0, 100.0, 12.0)];
        let joined = join(vec![first, second]);
        assert_eq!(joined[1].pages, [(0, 1), (joined[1].text.find("quyền").expect("there"), 2)]);
        let texts: Vec<&str> = joined.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Căn cứ Nghị định số 5/2020/NĐ-CP ngày 1;",
                "Căn cứ Luật Tổ chức chính quyền địa phương;",
                "Xét đề nghị của A"
            ]
        );
    }

    #[test]
    fn short_lines_and_wide_steps_end_a_paragraph() {
        let page = vec![
            line("QUYẾT ĐỊNH", 1, 40.0, 60.0, 0.0),
            line("Về việc a", 1, 40.0, 60.0, 12.0),
            line("dài hết dòng thứ nhất,", 1, 0.0, 100.0, 24.0),
            line("cách xa", 1, 0.0, 100.0, 60.0),
        ];
        assert_eq!(texts(vec![page]).len(), 4);
    }
}
