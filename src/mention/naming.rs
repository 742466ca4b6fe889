//! Where the name of an organ goes on, and where a line below it begins something else.

use super::Reading;
use super::words::Token;
use crate::text::fold::fold;

impl Reading<'_> {
    /// A line below an organ that is none of its name: what stands behind an empty line, a line in capitals below a name in
    /// small letters (the office of the signer), "Hạ Long, ngày …", and any capital under an organ that has no territory
    /// ("Bộ Chính trị" / "Thứ bảy …").
    pub(super) fn opens_line(
        &self,
        tokens: &[Token<'_>],
        index: usize,
        known: Option<usize>,
        name_in_capitals: bool,
    ) -> bool {
        const UNITS: [&str; 10] = ["tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "ủy", "đoàn"];
        let token = &tokens[index];
        let capital = |t: &Token<'_>| t.text.starts_with(char::is_uppercase);
        if token.lines > 1 && !token.text.starts_with(char::is_lowercase) && !self.mid_name_break(self.text, token) {
            return true;
        }
        let office = || token.is_capitals() && tokens.get(index + 1).is_some_and(Token::is_capitals);
        if !name_in_capitals && office() {
            return true;
        }
        if !capital(token) || UNITS.iter().any(|unit| tokens[index - 1].is(unit)) {
            return false;
        }
        let place = tokens[index..].iter().take_while(|t| capital(t)).count();
        let dated = tokens.get(index + place).is_some_and(|t| t.text == ",")
            && tokens.get(index + place + 1).is_some_and(|t| t.is("ngày"));
        let whole = || {
            let organs = self.lexicon.organs.by_name(&self.text[tokens[0].start..tokens[index - 1].end]);
            !organs.is_empty() && organs.iter().all(|organ| !organ.territorial)
        };
        dated && place < 5 || known == Some(index) && whole()
    }

    /// "Pháp chế", "Phản biện", "Ủy ban bầu cử": small words that make part of a name only together.
    pub(super) fn pair_joins(&self, tokens: &[Token<'_>], index: usize) -> bool {
        let pair = |at: usize| {
            let (Some(first), Some(second)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
            // In small letters only behind the head, "Ủy ban bầu cử", "Ban quản lý dự án".
            let headed = at > 0 && (tokens[at - 1].is("ban") || tokens[at - 1].is("lý"));
            (headed || first.text.starts_with(char::is_uppercase))
                && second.lines <= 1
                && self.lexicon.cues.lists("organ-pair", &format!("{} {}", fold(first.text), fold(second.text)))
        };
        index > 0 && pair(index - 1) || pair(index)
    }

    /// "Chi bộ 3", "Quân khu 7": a number that belongs to the unit before it.
    pub(super) fn numbers_unit(&self, tokens: &[Token<'_>], index: usize) -> bool {
        let [.., first, second] = &tokens[..index] else { return false };
        let unit = format!("{} {}", fold(first.text), fold(second.text));
        tokens[index].lines == 0 && self.lexicon.cues.lists("organ-with-number", &unit)
    }
}
