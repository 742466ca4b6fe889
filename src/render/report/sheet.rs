//! Sheets of a workbook that offices can open, sort and print: bold headings that stay in view, filters, widths, wrapped
//! text, and every cell a text.
//!
//! Numbers of documents are text ("05" stays "05"), counts are numbers. A cell that begins like a formula is written as
//! quoted text, so that it stays text when somebody edits it. No time of making stands in the file: same report, same
//! bytes.

use crate::lexicon::table::is_formula;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::io;

/// Most rows of one sheet; more go on in a second one. Excel takes 1,048,576.
const ROWS: u32 = 1_000_000;

/// Most characters of a cell that Excel takes is 32,767.
const LONGEST: usize = 32_000;

/// One column: what it is called and how many characters wide it is.
pub(super) type Column = (&'static str, f64);

/// A cell.
pub(super) enum Cell {
    Text(String),
    Count(usize),
    Days(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        Self::Text(text.unwrap_or_default())
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// A workbook in the making.
pub(super) struct Book {
    workbook: Workbook,
    styles: Styles,
}

struct Styles {
    heading: Format,
    text: Format,
    quoted: Format,
    title: Format,
    plain: Format,
}

impl Book {
    pub(super) fn new(title: &str) -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        // The day the format of the file began; any fixed one will do.
        let never = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook
            .set_properties(&DocProperties::new().set_title(title).set_author("luocdo").set_creation_datetime(&never));
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
        let heading = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color("#E4E9F1")
            .set_border_bottom(FormatBorder::Thin);
        let styles = Styles {
            heading,
            quoted: text.clone().set_quote_prefix(),
            text,
            title: Format::new().set_bold().set_font_size(14),
            plain: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        };
        Ok(Self { workbook, styles })
    }

    /// A sheet with one table.
    pub(super) fn table(
        &mut self,
        name: &str,
        columns: &[Column],
        rows: impl IntoIterator<Item = Vec<Cell>>,
    ) -> Result<(), XlsxError> {
        let mut rows = rows.into_iter().peekable();
        let mut part = 1;
        loop {
            let called = if part == 1 { name.to_string() } else { format!("{name} ({part})") };
            let sheet = self.workbook.add_worksheet();
            sheet.set_name(&called)?;
            head(sheet, &self.styles, columns)?;
            let mut at = 0;
            while let Some(row) = rows.next_if(|_| at < ROWS) {
                at += 1;
                write_row(sheet, &self.styles, at, row)?;
            }
            let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
            sheet.autofilter(0, 0, at, last)?;
            if rows.peek().is_none() {
                return Ok(());
            }
            part += 1;
        }
    }

    /// A sheet of lines to be printed: a title, then paragraphs, then a table with rules.
    pub(super) fn letter(
        &mut self,
        name: &str,
        title: &str,
        before: &[String],
        columns: &[Column],
        rows: Vec<Vec<Cell>>,
        after: &[String],
    ) -> Result<(), XlsxError> {
        let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name)?.set_portrait().set_paper_size(9).set_print_fit_to_pages(1, 0);
        for (at, (_, width)) in columns.iter().enumerate() {
            sheet.set_column_width(u16::try_from(at).unwrap_or(u16::MAX), *width)?;
        }
        let mut row = 0;
        sheet.write_string_with_format(row, 0, title, &self.styles.title)?;
        for line in before {
            row += 1;
            if last > 0 {
                sheet.merge_range(row, 0, row, last, &safe(line), &self.styles.plain)?;
            }
        }
        row += 2;
        for (at, (column, _)) in columns.iter().enumerate() {
            sheet.write_string_with_format(
                row,
                u16::try_from(at).unwrap_or(u16::MAX),
                *column,
                &self.styles.heading,
            )?;
        }
        for cells in rows {
            row += 1;
            write_row(sheet, &self.styles, row, cells)?;
        }
        row += 1;
        for line in after {
            row += 1;
            if last > 0 {
                sheet.merge_range(row, 0, row, last, &safe(line), &self.styles.plain)?;
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.workbook.save_to_buffer()
    }
}

fn head(sheet: &mut Worksheet, styles: &Styles, columns: &[Column]) -> Result<(), XlsxError> {
    for (at, (column, width)) in columns.iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        sheet.write_string_with_format(0, at, *column, &styles.heading)?;
        sheet.set_column_width(at, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn write_row(sheet: &mut Worksheet, styles: &Styles, row: u32, cells: Vec<Cell>) -> Result<(), XlsxError> {
    for (at, cell) in cells.into_iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        match cell {
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                let text = safe(&text);
                let style = if is_formula(&text) { &styles.quoted } else { &styles.text };
                sheet.write_string_with_format(row, at, text, style)?;
            }
            Cell::Count(count) => {
                sheet.write_number_with_format(row, at, count as f64, &styles.plain)?;
            }
            Cell::Days(days) => {
                sheet.write_number_with_format(row, at, days as f64, &styles.plain)?;
            }
        }
    }
    Ok(())
}

/// As long as a cell may be, and without characters that XML cannot have.
fn safe(text: &str) -> String {
    let text = super::junit::clean(text);
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} …", &text[..at]),
        None => text,
    }
}

/// A workbook fails only where its own limits are passed, which the writers here keep.
pub(super) fn failed(error: XlsxError) -> io::Error {
    io::Error::other(format!("the workbook cannot be made: {error}"))
}
