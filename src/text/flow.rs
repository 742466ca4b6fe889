//! Paragraphs, cells and notes as a reader of a format meets them, into one text in reading order.
//!
//! A paragraph is a line. A row of a table whose cells are one line each is a line with tabs; any other row is read cell
//! by cell, which keeps the two columns of a letterhead apart. Text boxes follow the paragraph that holds them; headers
//! stand first, notes and footers last. Old encodings are converted here: by font where it says so, else by what the
//! lines of the whole file read as.

use super::font::Fonts;
use super::legacy::{self, Encoding, Hint, Tally};
use super::place::{Mark, Part, Place, Places};
use super::span::Run;
use super::{Decoded, too_long};

/// Deepest nesting of tables and boxes that is kept apart; what is deeper is read as if it were one level up.
const DEEPEST: usize = 64;

/// Collects a text.
pub(super) struct Flow {
    contexts: Vec<Context>,
    headers: Vec<Line>,
    body: Vec<Line>,
    notes: Vec<Line>,
    footers: Vec<Line>,
    paragraphs: u32,
    tables: u32,
    boxes: u32,
    numbered: u32,
    size: usize,
    most: usize,
    skipped_levels: usize,
    fonts: Fonts,
}

/// Where paragraphs go that are being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    Body,
    Header,
    Footer,
    Note,
    Box,
}

struct Context {
    aside: Aside,
    number: u32,
    pieces: Vec<Piece>,
    tables: Vec<Table>,
    /// Finished lines; of the body they go to the text at once.
    lines: Vec<Line>,
    /// Lines of text boxes in the open paragraph.
    after: Vec<Line>,
}

struct Piece {
    text: String,
    hint: Option<Hint>,
}

#[derive(Default)]
struct Line {
    text: String,
    marks: Vec<Mark>,
    runs: Vec<Run>,
}

#[derive(Default)]
struct Table {
    number: u32,
    row: u32,
    cell: u32,
    cells: Vec<Vec<Line>>,
    lines: Vec<Line>,
}

impl Flow {
    /// Begins a text of at most `most` bytes.
    pub(super) fn new(most: usize) -> Self {
        let mut flow = Self {
            contexts: Vec::new(),
            headers: Vec::new(),
            body: Vec::new(),
            notes: Vec::new(),
            footers: Vec::new(),
            paragraphs: 0,
            tables: 0,
            boxes: 0,
            numbered: 0,
            size: 0,
            most,
            skipped_levels: 0,
            fonts: Fonts::default(),
        };
        flow.contexts.push(Context::new(Aside::Body, 0));
        flow
    }

    /// Words of the open paragraph. Nothing is taken once the text is as large as it may be.
    pub(super) fn push(&mut self, text: &str, hint: Option<Hint>) {
        if text.is_empty() || self.is_full() {
            return;
        }
        self.size += text.len();
        let pieces = &mut self.open().pieces;
        match pieces.last_mut() {
            Some(last) if last.hint == hint => last.text.push_str(text),
            _ => pieces.push(Piece { text: text.to_string(), hint }),
        }
    }

    /// True if no more text is taken.
    pub(super) fn is_full(&self) -> bool {
        self.size >= self.most
    }

    /// True if the open paragraph has words.
    pub(super) fn has_words(&self) -> bool {
        self.contexts.last().is_some_and(|open| !open.pieces.is_empty())
    }

    /// Ends the open paragraph, empty or not.
    pub(super) fn end_paragraph(&mut self) {
        self.size += 1;
        let place = Place { page: None, part: self.part() };
        let pieces = std::mem::take(&mut self.open().pieces);
        let mut lines = vec![line_of(pieces, place, &mut self.fonts)];
        lines.append(&mut self.open().after);
        self.deliver(lines);
    }

    /// Ends the open paragraph if there are words in it.
    pub(super) fn close_paragraph(&mut self) {
        let open = self.open();
        if !open.pieces.is_empty() || !open.after.is_empty() {
            self.end_paragraph();
        }
    }

    pub(super) fn begin_table(&mut self) {
        self.close_paragraph();
        self.tables += 1;
        let number = self.tables;
        let open = self.open();
        if open.tables.len() < DEEPEST {
            open.tables.push(Table { number, ..Table::default() });
        } else {
            self.skipped_levels += 1;
        }
    }

    pub(super) fn begin_cell(&mut self) {
        self.close_paragraph();
        if let Some(table) = self.open().tables.last_mut() {
            if table.cells.is_empty() && table.lines.is_empty() && table.cell == 0 {
                table.row += 1;
            }
            table.cell += 1;
        }
    }

    pub(super) fn end_cell(&mut self) {
        self.close_paragraph();
        if let Some(table) = self.open().tables.last_mut() {
            let lines = std::mem::take(&mut table.lines);
            table.cells.push(lines);
        }
    }

    pub(super) fn end_row(&mut self) {
        self.close_paragraph();
        let Some(table) = self.open().tables.last_mut() else { return };
        if !table.lines.is_empty() {
            let lines = std::mem::take(&mut table.lines);
            table.cells.push(lines);
        }
        let cells = std::mem::take(&mut table.cells);
        table.cell = 0;
        let number = self.contexts.last_mut().and_then(|open| open.tables.pop());
        self.deliver(row_of(cells));
        if let Some(table) = number {
            self.open().tables.push(table);
        }
    }

    pub(super) fn end_table(&mut self) {
        if self.skipped_levels > 0 {
            self.skipped_levels -= 1;
            return;
        }
        self.end_row();
        self.open().tables.pop();
    }

    /// True inside a table.
    pub(super) fn in_table(&self) -> bool {
        self.contexts.last().is_some_and(|open| !open.tables.is_empty())
    }

    /// Leaves the open paragraph as it is and reads paragraphs that belong elsewhere.
    pub(super) fn begin_aside(&mut self, aside: Aside) {
        let number = match aside {
            Aside::Note => {
                self.numbered += 1;
                self.numbered
            }
            Aside::Box => {
                self.boxes += 1;
                self.boxes
            }
            _ => 0,
        };
        self.contexts.push(Context::new(aside, number));
    }

    /// Comes back to the paragraph that was left.
    pub(super) fn end_aside(&mut self) {
        if self.contexts.len() < 2 {
            return;
        }
        self.close_open();
        let Some(done) = self.contexts.pop() else { return };
        let lines = done.lines;
        match done.aside {
            Aside::Header => add_new(&mut self.headers, lines),
            Aside::Footer => add_new(&mut self.footers, lines),
            Aside::Note => self.notes.extend(lines),
            Aside::Box | Aside::Body => self.open().after.extend(lines),
        }
    }

    /// The text.
    pub(super) fn finish(mut self) -> Decoded {
        while self.contexts.len() > 1 {
            self.end_aside();
        }
        self.close_open();
        let cut = self.is_full();
        let most = self.most;
        let mut lines = self.headers;
        for part in [&mut self.body, &mut self.notes, &mut self.footers] {
            lines.append(part);
        }
        for line in &mut lines {
            self.fonts.settle(&mut line.text, &mut line.marks, &mut line.runs);
        }
        let mut decoded = join(recognize(lines));
        if cut {
            decoded.notes.push(too_long(most));
        }
        decoded
    }

    fn close_open(&mut self) {
        self.close_paragraph();
        while self.in_table() {
            self.end_table();
        }
    }

    fn open(&mut self) -> &mut Context {
        if self.contexts.is_empty() {
            self.contexts.push(Context::new(Aside::Body, 0));
        }
        let last = self.contexts.len() - 1;
        &mut self.contexts[last]
    }

    fn part(&mut self) -> Part {
        let open = self.open();
        if let Some(table) = open.tables.last() {
            return Part::Cell { table: table.number, row: table.row.max(1), cell: table.cell.max(1) };
        }
        match (open.aside, open.number) {
            (Aside::Header, _) => Part::Header,
            (Aside::Footer, _) => Part::Footer,
            (Aside::Note, number) => Part::Note(number),
            (Aside::Box, number) => Part::Box(number),
            (Aside::Body, _) => {
                self.paragraphs += 1;
                Part::Paragraph(self.paragraphs)
            }
        }
    }

    fn deliver(&mut self, lines: Vec<Line>) {
        let open = self.open();
        if let Some(table) = open.tables.last_mut() {
            table.lines.extend(lines.into_iter().filter(|line| !line.text.trim().is_empty()));
        } else if open.aside == Aside::Body {
            self.body.extend(lines);
        } else {
            open.lines.extend(lines);
        }
    }
}

impl Context {
    fn new(aside: Aside, number: u32) -> Self {
        Self { aside, number, pieces: Vec::new(), tables: Vec::new(), lines: Vec::new(), after: Vec::new() }
    }
}

/// The same words at the head of every section are read once.
fn add_new(lines: &mut Vec<Line>, new: Vec<Line>) {
    for line in new {
        let words = line.text.trim();
        // Fields of page numbers leave an empty line, or the number of the page that was open last.
        let number = words.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '/' | '.'));
        if !number && !lines.iter().any(|known| known.text.trim() == words) {
            lines.push(line);
        }
    }
}

/// Pieces are converted as their font says, until the file is whole and shows whether it is right; what is left is looked at
/// then.
fn line_of(pieces: Vec<Piece>, place: Place, fonts: &mut Fonts) -> Line {
    let mut line = Line { marks: vec![Mark { at: 0, place }], ..Line::default() };
    for piece in pieces {
        let old = piece.hint.filter(|_| legacy::may_be(&piece.text));
        match old {
            Some(hint) => {
                let mut words = legacy::convert(&piece.text, hint.encoding);
                fonts.see(hint.encoding, &piece.text, Some(&words));
                if hint.capitals {
                    words = words.to_uppercase();
                }
                let start = line.text.len();
                line.text.push_str(&words);
                let end = line.text.len();
                line.runs.push(Run { start, end, encoding: hint.encoding, source: piece.text.into_boxed_str() });
            }
            None => {
                if let Some(hint) = piece.hint {
                    fonts.see(hint.encoding, &piece.text, None);
                }
                match piece.hint {
                    Some(Hint { capitals: true, .. }) => line.text.push_str(&piece.text.to_uppercase()),
                    _ if line.text.is_empty() => line.text = piece.text,
                    _ => line.text.push_str(&piece.text),
                }
            }
        }
    }
    line
}

/// One line with tabs if every cell is one line, else the lines of each cell after the other.
fn row_of(cells: Vec<Vec<Line>>) -> Vec<Line> {
    if cells.iter().any(|cell| cell.len() > 1 || cell.iter().any(|line| line.text.contains('\n'))) {
        return cells.into_iter().flatten().collect();
    }
    let mut row = Line::default();
    let last = cells.iter().rposition(|cell| !cell.is_empty());
    let Some(last) = last else { return Vec::new() };
    for (index, cell) in cells.into_iter().take(last + 1).enumerate() {
        if index > 0 {
            row.text.push('\t');
        }
        cell.into_iter().for_each(|line| append(&mut row, line));
    }
    vec![row]
}

fn append(to: &mut Line, line: Line) {
    let by = to.text.len();
    to.text.push_str(&line.text);
    to.marks.extend(line.marks.into_iter().map(|mark| Mark { at: mark.at + by, ..mark }));
    to.runs.extend(line.runs.into_iter().map(|run| Run { start: run.start + by, end: run.end + by, ..run }));
}

/// Lines without a font that says so, in an old encoding after all: the file as a whole decides which, each line whether.
fn recognize(mut lines: Vec<Line>) -> Vec<Line> {
    let mut tally = Tally::default();
    let open = |line: &Line| line.runs.is_empty() && legacy::may_be(&line.text);
    lines.iter().filter(|line| open(line)).for_each(|line| tally.add(&line.text));
    let Some(encoding) = tally.decide() else { return lines };
    for line in lines.iter_mut().filter(|line| open(line)) {
        let Some(words) = legacy::convert_if_better(&line.text, encoding) else { continue };
        // Conversion keeps tabs and line ends, so cells stay cells.
        let cells = |text: &str| -> Vec<usize> {
            std::iter::once(0).chain(text.match_indices('\t').map(|(at, _)| at + 1)).collect()
        };
        let (old, new) = (cells(&line.text), cells(&words));
        for mark in &mut line.marks {
            mark.at = old.iter().position(|&at| at == mark.at).and_then(|cell| new.get(cell)).copied().unwrap_or(0);
        }
        let source = std::mem::replace(&mut line.text, words);
        line.runs = vec![Run { start: 0, end: line.text.len(), encoding, source: source.into_boxed_str() }];
    }
    lines
}

/// Lines that are in order already, with their places.
#[cfg(feature = "pdf-in")]
pub(super) fn assemble(lines: impl Iterator<Item = (String, Vec<Mark>)>) -> Decoded {
    join(recognize(lines.map(|(text, marks)| Line { text, marks, runs: Vec::new() }).collect()))
}

fn join(lines: Vec<Line>) -> Decoded {
    let size = lines.iter().map(|line| line.text.len() + 1).sum();
    let mut whole = Line { text: String::with_capacity(size), ..Line::default() };
    for line in lines {
        append(&mut whole, line);
        whole.text.push('\n');
    }
    let encoding = dominant(&whole.runs);
    Decoded { text: whole.text, places: Places::Marks(whole.marks), runs: whole.runs, encoding, notes: Vec::new() }
}

/// The old encoding of most letters that were converted, or Unicode.
pub(super) fn dominant(runs: &[Run]) -> Encoding {
    let length = |encoding| runs.iter().filter(|run| run.encoding == encoding).map(|run| run.end - run.start).sum();
    let found = runs.iter().map(|run| run.encoding).max_by_key(|&encoding| -> usize { length(encoding) });
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(flow: &mut Flow, paragraphs: &[&str]) {
        flow.begin_cell();
        for words in paragraphs {
            flow.push(words, None);
            flow.end_paragraph();
        }
        flow.end_cell();
    }

    #[test]
    fn a_letterhead_is_read_cell_by_cell_and_a_table_row_by_row() {
        let mut flow = Flow::new(1 << 20);
        flow.begin_table();
        cell(&mut flow, &["UBND TỈNH A", "Số: 1/QĐ-UBND"]);
        cell(&mut flow, &["CỘNG HÒA", "A, ngày 1"]);
        flow.end_row();
        cell(&mut flow, &["1"]);
        cell(&mut flow, &[]);
        cell(&mut flow, &["2"]);
        flow.end_row();
        flow.end_table();
        let decoded = flow.finish();
        assert_eq!(decoded.text, "UBND TỈNH A\nSố: 1/QĐ-UBND\nCỘNG HÒA\nA, ngày 1\n1\t\t2\n");
        let place = |words: &str| decoded.places.of(decoded.text.find(words).expect("there")).part;
        assert_eq!(place("CỘNG"), Part::Cell { table: 1, row: 1, cell: 2 });
        assert_eq!(place("2\n"), Part::Cell { table: 1, row: 2, cell: 3 });
    }

    #[test]
    fn boxes_follow_their_paragraph_notes_and_footers_come_last() {
        let mut flow = Flow::new(1 << 20);
        flow.push("một ", None);
        for (aside, words) in
            [(Aside::Footer, "chân"), (Aside::Note, "chú"), (Aside::Box, "khung"), (Aside::Header, "đầu")]
        {
            flow.begin_aside(aside);
            flow.push(words, None);
            flow.end_aside();
        }
        flow.push("hai", None);
        flow.end_paragraph();
        assert_eq!(flow.finish().text, "đầu\nmột hai\nkhung\nchú\nchân\n");
    }

    #[test]
    fn a_font_and_the_file_tell_old_encodings_and_the_source_is_kept() {
        let mut flow = Flow::new(1 << 20);
        flow.push("NghÞ ®Þnh", legacy::of_font(".VnTime"));
        flow.push(" số 5, ", None);
        flow.push("céng hßa", legacy::of_font(".VnTimeH"));
        flow.end_paragraph();
        flow.push("QuyÕt ®Þnh cña ChÝnh phñ", None);
        flow.end_paragraph();
        let decoded = flow.finish();
        assert_eq!(decoded.text, "Nghị định số 5, CỘNG HÒA\nQuyết định của Chính phủ\n");
        assert_eq!(decoded.encoding, Encoding::Tcvn3);
        assert_eq!(decoded.runs.len(), 3);
    }
}
