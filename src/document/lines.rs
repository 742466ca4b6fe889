//! A text as lines, and the lines of a letterhead or a signature block as pieces that each say one thing.
//!
//! [`rows`] gives the lines with list and emphasis marks stripped; [`Pieces`] splits some of them at table pipes, wide
//! gaps and anchors (`CỘNG HÒA`, `Độc lập`, `V/v`, `<place>, ngày`) and lets `class` say what each piece is. What the
//! pieces mean together is left to the other files.

use super::class::{Class, class, is_capitals, place_before_date};
use super::organs::says_by;
use crate::lexicon::Lexicon;
use crate::text::fold::fold;
use crate::text::letter;
use crate::text::{Span, is_dash, is_gap, is_slash};
use memchr::memmem;

/// A line of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row<'t> {
    /// The line without marks and gaps at its ends.
    pub(super) words: &'t str,
    /// Where these words begin.
    pub(super) start: usize,
    /// The whole line without its line end.
    pub(super) line: Span,
}

impl Row<'_> {
    /// Where its words stand.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.words.len())
    }
}

/// A line, a cell of a table, or a part of a line between two anchors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    /// Where it stands, without marks and gaps at its ends.
    pub(super) span: Span,
    /// What it says.
    pub(super) words: &'t str,
    /// What that is.
    pub(super) class: Class,
    /// A blank line, a rule or another cell lies before it.
    pub(super) apart: bool,
    /// A rule (-----) lies right before it.
    pub(super) ruled: bool,
    /// It begins with `#`.
    pub(super) heading: bool,
    /// The line it is on, counted from the first that was looked at.
    pub(super) row: usize,
    /// What stands before it on its line; nothing where the line is too long to have columns.
    pub(super) before: &'t str,
}

impl Piece<'_> {
    /// The middle of it on its line, in characters.
    pub(super) fn middle(&self) -> usize {
        self.before.chars().count() + self.words.chars().count() / 2
    }
}

/// The lines of a text in which words stand, one after the other.
pub(super) fn rows(text: &str, from: usize) -> impl Iterator<Item = Row<'_>> {
    all_rows(text, from).filter(|row| !row.words.is_empty())
}

/// The lines of a text, one after the other.
fn all_rows(text: &str, from: usize) -> impl Iterator<Item = Row<'_>> {
    let mut next = Some(from);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        // Every other line is blank.
        let length = if rest.starts_with('\n') { Some(0) } else { memchr::memchr(b'\n', rest.as_bytes()) };
        next = length.map(|length| start + length + 1);
        let line = &rest[..length.unwrap_or(rest.len())];
        let (left, words) = trim(line);
        Some(Row { words, start: start + left, line: Span::new(start, start + line.len()) })
    })
}

/// A span without gaps, emphasis, heading marks and pipes at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let (left, words) = trim(&text[span.range()]);
    Span::new(span.start + left, span.start + left + words.len())
}

/// Words without gaps, emphasis, heading marks and pipes at their ends, and how many bytes of those stood before them.
fn trim(words: &str) -> (usize, &str) {
    let is_mark = |c: char| is_gap(c) || matches!(c, '#' | '>' | '|' | '`');
    let plain = |c: char| letter::is_word(c) || matches!(c, ',' | '.' | ';' | ':');
    if words.is_empty() || words.starts_with(plain) && words.ends_with(plain) {
        return (0, words);
    }
    let behind = words.trim_start_matches(is_mark);
    (words.len() - behind.len(), behind.trim_end_matches(is_mark))
}

/// A line of dashes, stars or dots.
pub(super) fn is_rule(line: &str) -> bool {
    let is_line = |c: char| is_dash(c) || matches!(c, '*' | '_' | '=' | '~');
    let (mut marks, mut lines) = (0, 0);
    for c in line.chars().filter(|c| !c.is_whitespace()) {
        if !is_line(c) && !matches!(c, '.' | '…' | '|' | ':' | 'o') {
            return false;
        }
        marks += 1;
        lines += usize::from(is_line(c));
    }
    marks > 2 && lines > 0
}

/// Longest line whose columns are told apart by where they stand.
const COLUMNS: usize = 2000;

/// The pieces of the lines of a stretch, read as far as they are asked for.
pub(super) struct Pieces<'t, 'l> {
    text: &'t str,
    letterhead: bool,
    lexicon: &'l Lexicon,
    rows: Box<dyn Iterator<Item = (usize, Row<'t>)> + 't>,
    found: Vec<Piece<'t>>,
    apart: bool,
    ruled: bool,
    /// Under the kind a line is the subject, which may hold every anchor.
    under_kind: bool,
}

impl<'t, 'l> Pieces<'t, 'l> {
    /// None is read yet. `letterhead` also splits at the anchors of a letterhead.
    pub(super) fn of(text: &'t str, within: Span, letterhead: bool, lexicon: &'l Lexicon) -> Self {
        let rows = all_rows(text, within.start).take_while(move |row| row.line.start < within.end).enumerate();
        let (rows, found) = (Box::new(rows), Vec::new());
        Self { text, letterhead, lexicon, rows, found, apart: true, ruled: false, under_kind: false }
    }

    /// The first so many.
    pub(super) fn first(&mut self, most: usize) -> &[Piece<'t>] {
        while self.found.len() < most
            && let Some((number, row)) = self.rows.next()
        {
            self.add(number, row);
        }
        &self.found[..self.found.len().min(most)]
    }

    /// Adds the pieces of a line.
    fn add(&mut self, number: usize, row: Row<'t>) {
        let line = &self.text[row.line.range()];
        if row.words.is_empty() || is_rule(row.words) {
            self.apart = true;
            self.ruled |= is_rule(line) && !line.contains('|');
            return;
        }
        let heading = line.trim_start().starts_with('#');
        let says_by = |last: &Piece<'_>| last.class == Class::Capitals && says_by(last.words);
        let whole = self.under_kind || !self.apart && self.found.last().is_some_and(says_by);
        for (index, span) in
            halves(self.text, row.line, self.letterhead && !whole, self.lexicon).into_iter().enumerate()
        {
            let words = &self.text[span.range()];
            if is_rule(words) {
                (self.apart, self.ruled) = (true, true);
                continue;
            }
            let mut class = class(words, self.lexicon);
            // "Hà Nội, ngày 5 tháng 9 năm" / "2016": no number of a page.
            if class == Class::Furniture
                && !self.apart
                && self.found.last().is_some_and(|last| awaits_year(last, words))
            {
                class = Class::Text;
            }
            self.under_kind |= class == Class::Kind && is_capitals(words);
            if class != Class::Furniture {
                let before = if line.len() < COLUMNS { &self.text[row.line.start..span.start] } else { "" };
                let (apart, ruled) = (self.apart || index > 0, self.ruled);
                self.found.push(Piece { span, words, class, apart, ruled, heading, row: number, before });
                (self.apart, self.ruled) = (false, false);
            }
        }
    }
}

/// A place-date line was broken before its year.
fn awaits_year(last: &Piece<'_>, words: &str) -> bool {
    let year = words.len() == 4 && words.bytes().all(|b| b.is_ascii_digit());
    year && last.class == Class::PlaceDate && last.words.ends_with("năm")
}

/// The parts of a line that belong to different cells.
fn halves(text: &str, line: Span, letterhead: bool, lexicon: &Lexicon) -> Vec<Span> {
    let mut found = Vec::new();
    let mut add = |start: usize, end: usize| {
        let cell = trimmed(text, Span::new(start, end));
        let mut start = cell.start;
        let cuts = if letterhead { at_anchors(&text[cell.range()], lexicon) } else { Vec::new() };
        for cut in cuts.into_iter().map(|cut| cell.start + cut).chain([cell.end]) {
            found.push(trimmed(text, Span::new(start, cut)));
            start = cut;
        }
    };
    for cell in split_by(text, line, separator) {
        let mut at = cell.start;
        let is_wide = |c: char| c.is_whitespace() && c != '\n';
        let parted = may_part(&text[cell.range()]);
        while parted && let Some((gap, length)) = wide_gap(&text[at..cell.end], is_wide) {
            add(at, at + gap);
            at += gap + length;
        }
        add(at, cell.end);
    }
    found.retain(|part| part.start < part.end);
    found
}

/// The length of what separates cells here: a pipe, a line break of HTML, a rule.
fn separator(rest: &str) -> Option<usize> {
    let rule = rest.bytes().take_while(|b| *b == b'-').count();
    let mark = ["|", "<br>", "<br/>", "<br />"].into_iter().find(|mark| rest.starts_with(mark));
    mark.map(str::len).or((rule > 3).then_some(rule))
}

/// True unless it is sure that no wide gap is there: two blanks side by side, a tab, or a blank that is not ASCII.
fn may_part(words: &str) -> bool {
    let bytes = words.as_bytes();
    let blank = |a: u8, b: u8| {
        (a == b' ') & (b == b' ')
            | (a == b'\t')
            | (a.wrapping_sub(0x0B) < 3)
            | (a == 0xC2)
            | (a >= 0xE2)
            | (a == 0xE1) & (b == 0x9A)
    };
    bytes.iter().zip(&bytes[1.min(bytes.len())..]).fold(false, |found, (&a, &b)| found | blank(a, b))
}

/// The first run of three or more blanks, or a tab, with something on both sides.
fn wide_gap(words: &str, is_wide: impl Fn(char) -> bool) -> Option<(usize, usize)> {
    let mut from = words.len() - words.trim_start_matches(&is_wide).len();
    loop {
        let start = from + words[from..].find(&is_wide)?;
        let run = &words[start..];
        let length = run.len() - run.trim_start_matches(&is_wide).len();
        let wide = run[..length].chars().count() > 2 || run[..length].contains('\t');
        if start + length >= words.len() {
            return None;
        }
        if wide && !waits(&words[..start], &run[length..]) {
            return Some((start, length));
        }
        from = start + length;
    }
}

/// A blank to be filled in lies here, or what filled it: `ngày      tháng`, `Số:      /KH-UBND`, `Số    77/KH-UBND`, `19    tháng`.
fn waits(before: &str, after: &str) -> bool {
    let date = ["ngày", "tháng", "Ngày"].iter().any(|word| before.ends_with(word));
    let number = ["Số:", "Số", "số:"].iter().any(|word| before.ends_with(word));
    let figure = before.ends_with(|c: char| c.is_ascii_digit());
    let filled = figure && ["tháng", "năm"].iter().any(|word| after.starts_with(word));
    date || filled || number && after.starts_with(|c: char| is_slash(c) || is_dash(c) || c.is_ascii_digit())
}

/// Splits a span where `mark` gives the length of a separator, which begins with `|`, `<` or `-`.
fn split_by(text: &str, span: Span, mark: impl Fn(&str) -> Option<usize>) -> Vec<Span> {
    let (mut parts, mut start) = (Vec::new(), span.start);
    for at in memchr::memchr3_iter(b'|', b'<', b'-', text[span.range()].as_bytes()).map(|at| span.start + at) {
        // Nothing of a separator that was seen already.
        if at < start {
            continue;
        }
        if let Some(length) = mark(&text[at..span.end]) {
            parts.push(Span::new(start, at));
            start = at + length;
        }
    }
    parts.push(Span::new(start, span.end));
    parts
}

/// Where in a cell of a letterhead another line of it begins.
fn at_anchors(words: &str, lexicon: &Lexicon) -> Vec<usize> {
    // A sentence of the text may hold every anchor; letterheads are short.
    if words.len() > 900 {
        return Vec::new();
    }
    let bytes = words.as_bytes();
    let capital =
        |at: usize| matches!(bytes[at], b'C' | b'V' | b'K' | b'N' | b'S') || bytes[at..].starts_with("Đ".as_bytes());
    let begins = |at: usize| words[..at].ends_with([' ', '\u{A0}', '*', '_']);
    // "TỈNH QUẢNG BÌNHCỘNG HÒA XÃ HỘI …": a conversion put the columns together.
    let glued = |at: usize| words[at..].starts_with("CỘNG HÒA XÃ HỘI");
    let opens = |&at: &usize| capital(at) && (begins(at) || glued(at));
    let mut cuts: Vec<usize> =
        (1..words.len()).filter(opens).filter(|&at| is_anchor(&words[..at], &words[at..], lexicon)).collect();
    cuts.extend(after_motto(words));
    cuts.extend(place_before_date(words, lexicon).filter(|&at| at > 0));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// True where a line of the letterhead begins behind another one.
fn is_anchor(before: &str, here: &str, lexicon: &Lexicon) -> bool {
    const MOTTO: [&str; 6] = [
        "CỘNG HÒA XÃ HỘI",
        "CỘNG HOÀ XÃ HỘI",
        "Độc lập - Tự do",
        "Độc lập – Tự do",
        "Độc Lập - Tự Do",
        "ĐỘC LẬP - TỰ DO",
    ];
    let before = before.trim_end_matches(is_gap);
    let capital = || ends_in_capitals(before);
    if MOTTO.iter().any(|m| here.starts_with(m)) {
        return !before.ends_with("NƯỚC") && !before.ends_with("Nước") && !before.ends_with("nước");
    }
    if here.starts_with("ĐẢNG CỘNG SẢN VIỆT NAM") {
        return capital() && here.trim_end_matches(is_gap) == "ĐẢNG CỘNG SẢN VIỆT NAM" && is_party_organ(before);
    }
    if here.starts_with("V/v")
        || here.starts_with("V/V")
        || here.starts_with("Kính gửi:")
        || here.starts_with("Nơi nhận:")
    {
        return true;
    }
    let number = here.strip_prefix("Số").or_else(|| here.strip_prefix("SỐ"));
    number.is_some_and(|rest| {
        let rest = rest.trim_start_matches(is_gap);
        // "CỤM THI ĐUA SỐ 3" is a name.
        let symbol = || rest.contains(|c: char| is_slash(c) || is_dash(c));
        (rest.starts_with(':')
            || rest.starts_with(|c: char| c.is_ascii_digit()) && symbol() && !names_kind(before, lexicon))
            && (capital() || before.ends_with(['-', '*', '.']))
    })
}

/// A kind of document ends the words, and others stand before it: the number behind it is another document's
/// (`ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH`).
pub(super) fn names_kind(words: &str, lexicon: &Lexicon) -> bool {
    let words: Vec<_> = tokens(words).collect();
    let mut ends = (1..=3.min(words.len().saturating_sub(1))).map(|count| &words[words.len() - count..]);
    ends.any(|end| {
        let name = end.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
        lexicon.kinds.by_name(&name).is_some()
    })
}

fn ends_in_capitals(words: &str) -> bool {
    words
        .split_whitespace()
        .next_back()
        .is_some_and(|w| w.chars().any(char::is_alphabetic) && !w.chars().any(char::is_lowercase))
}

fn is_party_organ(words: &str) -> bool {
    let key = fold(words);
    [
        "ủy",
        "đảng bộ",
        "ban chấp hành",
        "ban tổ chức",
        "ban tuyên giáo",
        "chi bộ",
        "văn phòng",
        "ban dân vận",
        "ban nội chính",
    ]
    .iter()
    .any(|organ| key.contains(organ))
}

/// Where something follows the motto on its line.
fn after_motto(words: &str) -> Option<usize> {
    let ends = ["CHỦ NGHĨA VIỆT NAM", "Hạnh phúc", "Hạnh Phúc", "HẠNH PHÚC"];
    let holds = |freedom: &str| memmem::find(words.as_bytes(), freedom.as_bytes()).is_some();
    let motto = words.starts_with("CỘNG HÒA") || words.starts_with("CỘNG HOÀ") || holds("Tự do") || holds("Tự Do");
    motto
        .then(|| ends.iter().filter_map(|end| words.rfind(end).map(|at| at + end.len())).max())
        .flatten()
        .filter(|&at| at < words.len())
}

/// The words of a text with their places.
pub(super) fn tokens(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = words.as_ptr() as usize;
    words.split(is_gap).filter(|token| !token.is_empty()).map(move |token| (token.as_ptr() as usize - base, token))
}

/// A text with single spaces for gaps and line ends.
pub(super) fn folded(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (_, token) in tokens(words) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(token);
    }
    out
}

/// As many characters of a line as a number and a date can take.
pub(super) const NUMBERED: usize = 160;

/// The first characters of a text.
pub(super) fn head(words: &str, most: usize) -> &str {
    // Shorter than so many bytes, it has no more characters.
    if words.len() <= most {
        return words;
    }
    let mut rest = words.chars();
    rest.nth(most - 1);
    &words[..words.len() - rest.as_str().len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use Class::*;

    fn classes(text: &str) -> Vec<(Class, &str)> {
        let mut pieces = Pieces::of(text, Span::new(0, text.len()), true, Lexicon::embedded());
        pieces.first(99).iter().map(|p| (p.class, p.words)).collect()
    }

    #[test]
    fn a_line_is_known_by_what_it_says() {
        for (words, class) in [
            ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto),
            ("Độc lập – Tự do – Hạnh phúc", Motto),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", PartyTitle),
            ("Số:12/LĐLĐ", Number),
            ("Số:      /LĐLĐ", Number),
            ("Số …/KH-UBND", Number),
            ("Luật số: 7/2031/QH19", KindNumber),
            ("Mường Lát, ngày 3 tháng 9 năm 2020", PlaceDate),
            ("TP. Hồ Chí Minh, ngày     tháng   năm 2020", PlaceDate),
            ("## KẾ HOẠCH", Kind),
            ("V/v tổ chức hội thao", About),
            ("Kính gửi: Ban Tổ chức Tỉnh ủy", To),
            ("TỐI MẬT", Secrecy),
            ("DỰ THẢO LẦN 2", Draft),
            ("QUYẾT ĐỊNH:", Decides),
            ("Căn cứ Luật Công đoàn;", Ground),
            ("- Căn cứ Luật Công đoàn;", Ground),
            ("Điều 1. Phạm vi", Section),
            ("II. NHIỆM VỤ", Section),
            ("CÔNG BÁO/Số 7/Ngày 02-02-2031", Furniture),
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", Capitals),
        ] {
            assert_eq!(classes(words).first().map_or(Furniture, |(class, _)| *class), class, "{words}");
        }
    }

    #[test]
    fn what_only_looks_like_a_line_of_the_letterhead_is_text() {
        for (words, not) in [
            ("Luật Bảo vệ bí mật nhà nước", Secrecy),
            ("Số lượng đại biểu: 120", Number),
            ("Chiều ngày 9 tháng 11 năm 2020", PlaceDate),
            ("Hội nghị tại Hà Nội, ngày 5/9/2016 đã bàn", PlaceDate),
            ("Kế hoạch này có hiệu lực từ ngày ký", Kind),
            ("Nghị định số 12/2031/NĐ-CP ngày 1/1/2031 của Chính phủ", KindNumber),
            ("THỰC HIỆN CÔNG TÁC TUYÊN GIÁO", Ground),
        ] {
            assert_ne!(class(words, Lexicon::embedded()), not, "{words}");
        }
    }

    #[test]
    fn two_columns_on_one_line_are_split_at_gaps_and_anchors() {
        let text = "LĐLĐ TỈNH CAO BẰNG   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                    BAN THƯỜNG VỤ Độc lập - Tự do - Hạnh phúc\n\
                    Số: 31/LĐLĐ Cao Bằng, ngày 18 tháng 8 năm 2021\n\
                    V/v họp báo\n";
        let found = classes(text);
        let expected = [Capitals, Motto, Capitals, Motto, Number, PlaceDate, About];
        assert_eq!(found.iter().map(|(class, _)| *class).collect::<Vec<_>>(), expected, "{found:?}");
        assert_eq!(found[5].1, "Cao Bằng, ngày 18 tháng 8 năm 2021");
    }

    #[test]
    fn cells_of_a_table_row_are_pieces() {
        let text =
            "| CHÍNH PHỦ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---- |\n|---|---|\n";
        let found = classes(text);
        assert_eq!(found.iter().map(|(class, _)| *class).collect::<Vec<_>>(), [Capitals, Motto, Motto], "{found:?}");
    }

    #[test]
    fn a_date_inside_a_sentence_is_no_place_date() {
        let lexicon = Lexicon::embedded();
        assert_eq!(place_before_date("V/v thực hiện Chỉ thị số 7-CT/TW, ngày 05/9/2016", lexicon), None);
        assert_eq!(place_before_date("Số: 1/BC Sơn La, ngày 05 tháng 9 năm 2016", lexicon), Some("Số: 1/BC ".len()));
    }
}
