//! What was read, drawn and missed, and what to do next, in a few lines.

use super::super::Collection;
use super::picture::Picture;
use super::split_out;
use crate::cli::args::DrawArgs;
use crate::cli::language::{Language, count, counted, say, word};
use crate::cli::output::Target;
use crate::cli::report::{self, FAINT, Page, STRONG, styled};
use luocdo::diagram::{Diagram, Paper, Sheet};
use luocdo::view::View;
use luocdo::vocabulary::State;

/// Columns before the words of a summary line.
const LEADER: usize = 24;

/// What was read, drawn and missed, and what to do next.
pub(super) struct Summary<'r> {
    pub(super) collection: &'r Collection,
    pub(super) view: &'r View<'r>,
    pub(super) args: &'r DrawArgs,
    pub(super) language: Language,
}

impl Summary<'_> {
    pub(super) fn words(&self, target: &Target, picture: &Picture) -> String {
        let page = Page::standard_error(self.language);
        let mut text = String::new();
        let lines = [
            self.read(),
            self.drawn(target, picture),
            self.counted(),
            self.left_out(),
            self.undecided(),
            self.skipped(),
            self.next(),
        ];
        for (heading, words) in lines.into_iter().flatten() {
            let dots = LEADER.saturating_sub(report::columns(&heading) + 2);
            let lines = report::wrap(&words, page.width.saturating_sub(LEADER).max(30));
            text += &format!(
                "{heading} {} {}\n",
                styled(FAINT, &"·".repeat(dots)),
                lines.join(&format!("\n{}", " ".repeat(LEADER)))
            );
        }
        text
    }

    fn read(&self) -> Option<(String, String)> {
        let language = self.language;
        let graph = &self.collection.survey.graph;
        let in_state = |state: State| graph.graph.node_weights().filter(|node| node.state == state).count();
        let held = counted(language, in_state(State::Held), "văn bản", "document");
        let edges = counted(language, graph.graph.edge_count(), "quan hệ", "relation");
        let missing = counted(language, in_state(State::Missing), "nguồn còn thiếu", "missing source");
        let files = counted(language, graph.collection.files, "tệp", "file");
        Some((say!(language, "Đọc {files}", "Read {files}"), format!("{held}, {edges}, {missing}")))
    }

    fn drawn(&self, target: &Target, picture: &Picture) -> Option<(String, String)> {
        let language = self.language;
        let cards = counted(language, self.view.nodes.len() + self.view.elisions.len(), "khung", "card");
        let mut words = Vec::new();
        if picture.diagrams.len() > 1 {
            words.push(counted(
                language,
                picture.diagrams.len(),
                "trang, mỗi dòng chảy một trang",
                "page, one for each cascade",
            ));
        } else if let Some(diagram) = picture.diagrams.first() {
            let lanes = counted(language, diagram.lanes.len(), "hàng", "lane");
            let columns = counted(language, diagram.columns.len(), "cột", "column");
            words.push(format!("{}, {columns}, {lanes}", sheet(diagram, language)));
        }
        if let Target::File(path) = target {
            let size = count(language, picture.bytes.len().div_ceil(1024));
            words.push(format!("{} ({size} KB)", styled(STRONG, &path.display().to_string())));
        }
        Some((say!(language, "Vẽ {cards}", "Drew {cards}"), words.join(" · ")))
    }

    fn counted(&self) -> Option<(String, String)> {
        let language = self.language;
        let together = self.view.documents() - self.view.nodes.len();
        let documents = counted(language, together, "văn bản", "document");
        let cards = counted(language, self.view.elisions.len(), "khung", "card");
        let words =
            say!(language, "{documents} trên {cards}, có ghi số lượng", "{documents} on {cards}, with their number");
        (together > 0).then(|| (word(language, "Gộp lại", "Counted").to_string(), words))
    }

    fn left_out(&self) -> Option<(String, String)> {
        let language = self.language;
        let mut words = Vec::new();
        if self.view.left_out > 0 {
            let more = counted(language, self.view.left_out, "văn bản", "document");
            let all = self.view.documents() + self.view.left_out;
            words.push(say!(
                language,
                "{more}, vẽ hết thì --max-nodes {all}, vẽ quanh một văn bản thì --focus SỐ",
                "{more}; --max-nodes {all} draws all, --focus NUMBER what is around one"
            ));
        }
        if self.view.competence > 0 {
            let laws = counted(language, self.view.competence, "luật về thẩm quyền", "law of competence");
            words.push(format!("{laws} (--competence)"));
        }
        if self.view.implied > 0 {
            let arrows = counted(language, self.view.implied, "mũi tên suy được", "implied arrow");
            words.push(format!("{arrows} (--reduce)"));
        }
        if self.view.unrelated > 0 {
            let documents = counted(language, self.view.unrelated, "văn bản", "document");
            words.push(say!(
                language,
                "{documents} không có quan hệ đang chọn",
                "{documents} without the relations chosen"
            ));
        }
        (!words.is_empty()).then(|| (word(language, "Không vẽ", "Not drawn").to_string(), words.join("; ")))
    }

    fn undecided(&self) -> Option<(String, String)> {
        let language = self.language;
        let open = self.collection.survey.graph.unresolved.len();
        let mentions = counted(language, open, "viện dẫn", "citation");
        let words = say!(
            language,
            "{mentions} hợp với nhiều văn bản; luocdo không đoán",
            "{mentions} may mean several documents; luocdo does not guess"
        );
        (open > 0).then(|| (word(language, "Chưa xác định", "Undecided").to_string(), words))
    }

    fn skipped(&self) -> Option<(String, String)> {
        let language = self.language;
        let unread = self.collection.troubles.count();
        let mut words = Vec::new();
        if unread > 0 {
            words.push(counted(language, unread, "tệp không đọc được", "unreadable file"));
        }
        words.extend(self.collection.inputs.skipped(language));
        (!words.is_empty()).then(|| (word(language, "Bỏ qua", "Skipped").to_string(), words.join(", ")))
    }

    fn next(&self) -> Option<(String, String)> {
        let language = self.language;
        let inputs: Vec<String> =
            split_out(&self.args.inputs, self.args.output.is_some()).0.iter().map(|i| quoted(i)).collect();
        let command = format!("{} {} {}", program(), word(language, "soat", "audit"), inputs.join(" "));
        let why = word(language, "xem nguồn nào nên tìm trước", "which sources to look for first");
        Some((word(language, "Tiếp theo", "Next").to_string(), format!("{} — {why}", styled(STRONG, &command))))
    }
}

/// How this program is called here: from a checkout nobody has `luocdo` at hand.
fn program() -> &'static str {
    let built = std::env::current_exe().is_ok_and(|exe| {
        let folders: Vec<_> = exe.components().rev().skip(1).take(2).map(|part| part.as_os_str().to_owned()).collect();
        folders.len() == 2 && folders[0] == "release" && folders[1] == "target"
    });
    if built { "cargo run --release --" } else { "luocdo" }
}

/// A word as the shell takes it: nothing in it is filled in.
pub(super) fn quoted(word: &str) -> String {
    if !word.contains(|c: char| c.is_whitespace() || "\"'&|;<>()$`*?\\!#~[]{}".contains(c)) {
        return word.to_string();
    }
    if cfg!(windows) { format!("\"{word}\"") } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// The paper that a drawing is for, or that it needs in full size.
fn sheet(diagram: &Diagram, language: Language) -> String {
    let own = Sheet { width: diagram.width, height: diagram.height, turns: false };
    let (width, height) = diagram.sheet.unwrap_or(own).in_millimetres();
    let (long, short) = (width.max(height), width.min(height));
    let fits = |paper: &&Paper| {
        let (l, s) = paper.millimetres();
        long <= l && short <= s
    };
    let way = if width >= height { word(language, "ngang", "landscape") } else { word(language, "dọc", "portrait") };
    match Paper::ALL.iter().find(fits) {
        Some(paper) => format!("{} {way} ({width} × {height} mm)", paper.name()),
        None => format!("{width} × {height} mm"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_word_comes_out_of_the_shell_as_it_went_in() {
        assert_eq!(quoted("van-ban/"), "van-ban/");
        assert_eq!(quoted("kho $(x) `y`"), "'kho $(x) `y`'");
        assert_eq!(quoted("an'x"), r"'an'\''x'");
    }

    #[test]
    fn paper_is_named_where_a_drawing_fits_it() {
        let drawing = |width: i32, height: i32| Diagram { width, height, ..Diagram::default() };
        assert_eq!(sheet(&drawing(1680, 1188), Language::English), "A3 landscape (420 × 297 mm)");
        assert_eq!(sheet(&drawing(800, 1100), Language::Vietnamese), "A4 dọc (200 × 275 mm)");
        assert_eq!(sheet(&drawing(8000, 1000), Language::English), "2000 × 250 mm");
    }
}
