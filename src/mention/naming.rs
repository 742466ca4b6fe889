//! Where the name of an organ goes on, and where a line below it begins something else.

use super::Reading;
use super::scan::Case;
use super::words::{Token, ahead, behind, forward};
use crate::text::fold::fold;

/// The words for a territory, with which the name of its organ may end.
const UNITS: [&str; 7] = ["tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn"];

impl Reading<'_> {
    /// "và", "của", "các" inside a name: a capital or an organ word follows, and no kind word.
    pub(super) fn connector_goes_on(&self, tokens: &[Token<'_>], index: usize, known: Option<usize>) -> bool {
        let Some(next) = tokens.get(index + 1).filter(|t| t.lines <= 1) else { return false };
        // "của Bộ Chính trị và Điều 2 Quyết định …": a rule of the next paper.
        let numeral = |t: &Token<'_>| t.text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'));
        let rule = ["điều", "khoản", "điểm", "mục", "chương", "phần"].iter().any(|part| next.is(part));
        if rule && tokens.get(index + 2).is_some_and(numeral) {
            return false;
        }
        // "của Ủy ban nhân dân tỉnh và báo cáo thẩm định của …": papers that no organ is named by.
        const PAPERS: [&str; 7] =
            ["Quy định", "Văn bản", "Báo cáo", "Tờ trình", "Công văn", "Nghị quyết", "Quyết định"];
        if self.kind_at(next.start).is_some_and(|k| k.case != Case::Small || PAPERS.contains(&k.kind.name.as_str())) {
            return false;
        }
        if tokens[index].is("và") {
            // "Đại hội XII Công đoàn Việt Nam và Đại hội Công đoàn tỉnh …": the next congress of a list.
            if next.is("đại") && tokens.get(index + 2).is_some_and(|t| t.is("hội")) {
                return false;
            }
            let joins_heads = self.is_organ_head(next) && next.text.starts_with(char::is_uppercase);
            let within =
                next.text.starts_with(char::is_uppercase) || next.is("đào") || next.is("phát") || next.is("phục");
            // "của Bộ Chính trị và biểu dương …": a name that is whole goes on with another's head alone.
            let whole = known == Some(index);
            return joins_heads
                || within && !(whole && next.text.starts_with(char::is_lowercase))
                || !whole
                    && self.lexicon.cues.joins_organ_name(next.text)
                    && !["các", "sự", "thực"].iter().any(|word| next.is(word))
                    && !self.starts_verb(tokens, index + 1, false);
        }
        next.text.starts_with(char::is_uppercase) || self.lexicon.cues.joins_organ_name(next.text)
    }

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
        let token = &tokens[index];
        let capital = |t: &Token<'_>| t.text.starts_with(char::is_uppercase);
        if token.lines > 1 && !token.text.starts_with(char::is_lowercase) && !self.mid_name_break(self.text, token) {
            return true;
        }
        let office = || token.is_capitals() && tokens.get(index + 1).is_some_and(Token::is_capitals);
        if !name_in_capitals && office() {
            return true;
        }
        let named_after = |t: &Token<'_>| UNITS.iter().chain(&["khu", "ủy", "đoàn"]).any(|unit| t.is(unit));
        if !capital(token) {
            return false;
        }
        if named_after(&tokens[index - 1]) {
            return !self.may_name_unit(tokens, index);
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

    /// True if the line behind "UBND tỉnh" or "Huyện ủy" may go on with the name: that of a province is known, and one of a
    /// single syllable is seldom any other's. "Kính gửi: …" is none.
    fn may_name_unit(&self, tokens: &[Token<'_>], index: usize) -> bool {
        let line = |(at, t): &(usize, &Token<'_>)| (*at == 0 || t.lines == 0) && t.text.starts_with(char::is_uppercase);
        let run = tokens[index..].iter().enumerate().take_while(line).count();
        let name = |count: usize| &self.text[tokens[index].start..tokens[index + count - 1].end];
        let known = || (1..=run.min(4)).any(|count| self.lexicon.places.find(name(count), None).is_some());
        let before = |at: usize| index.checked_sub(at).and_then(|at| tokens.get(at));
        let committee = before(1).is_some_and(|t| t.is("ủy") || t.is("uỷ") || t.is("đoàn"));
        let unit = if committee { before(2) } else { before(1) };
        let province = unit.is_some_and(|t| t.is("tỉnh"));
        let goes_on = tokens.get(index + run).is_some_and(|t| t.is_word() && t.lines == 0 && run == 1);
        !(province || goes_on) || known()
    }

    /// "Pháp chế", "Phản biện", "Ủy ban bầu cử": small words that make part of a name only together.
    pub(super) fn pair_joins(&self, tokens: &[Token<'_>], index: usize) -> bool {
        let pair = |at: usize| {
            let (Some(first), Some(second)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
            // In small letters only behind the head, "Ủy ban bầu cử", "Ban quản lý dự án", or "thanh niên xung phong".
            let headed = at > 0 && ["ban", "lý", "tổng", "niên", "-"].iter().any(|head| tokens[at - 1].is(head));
            (headed || first.text.starts_with(char::is_uppercase))
                && second.lines <= 1
                && self.lexicon.cues.lists("organ-pair", &format!("{} {}", fold(first.text), fold(second.text)))
        };
        index > 0 && pair(index - 1) || pair(index)
    }

    /// Two words that open a title or a clause after an organ.
    pub(super) fn starts_verb(&self, tokens: &[Token<'_>], index: usize, upper: bool) -> bool {
        let Some(next) = tokens.get(index + 1) else { return false };
        const PAIRS: [(&str, &str); 27] = [
            ("nhiệm", "kỳ"),
            ("tổ", "chức"),
            ("chỉ", "đạo"),
            ("thực", "hiện"),
            ("ban", "hành"),
            ("quy", "định"),
            ("hướng", "dẫn"),
            ("triển", "khai"),
            ("tuyên", "truyền"),
            ("phê", "duyệt"),
            ("về", "việc"),
            ("thi", "hành"),
            ("công", "bố"),
            ("xây", "dựng"),
            ("quản", "lý"),
            ("kiểm", "tra"),
            ("phục", "vụ"),
            ("sửa", "đổi"),
            ("bổ", "sung"),
            ("thống", "nhất"),
            ("lãnh", "đạo"),
            ("giao", "nhiệm"),
            ("nghị", "định"),
            ("thành", "lập"),
            ("phối", "hợp"),
            ("tham", "mưu"),
            ("thống", "kê"),
        ];
        let pair = PAIRS.iter().any(|(a, b)| tokens[index].is(a) && next.is(b));
        // "tổ chức", "kiểm tra" are verbs only in small letters at the end of a complete name.
        pair && index > 0 && (upper || tokens[index].text.starts_with(char::is_lowercase))
            || pair
                && ["quy", "hướng", "triển", "phê", "sửa", "bổ", "ban"].iter().any(|word| tokens[index].is(word))
                && next.text.starts_with(char::is_lowercase)
    }

    /// "ủy ban Thường vụ Quốc hội": a known name of which the first letter alone is small; behind "của" none need be a
    /// capital: "của bộ chính trị".
    pub(super) fn slips_in_head(&self, first: &Token<'_>) -> bool {
        let capital = |t: &Token<'_>| t.text.starts_with(char::is_uppercase);
        let near = || ahead(self.text, first.end).take(3);
        let owns = || behind(self.text, first.start).next().is_some_and(|t| t.is("của"));
        first.text.starts_with(char::is_lowercase) && (near().any(|t| capital(&t)) || owns()) && {
            let words = forward(self.text, first.start, 10);
            let known = self.lexicon.cues.longest_organ(words.iter().take_while(|t| t.lines <= 1).map(|t| t.text));
            known.is_some_and(|count| count > 2 && (words[1..count].iter().any(capital) || owns()))
        }
    }

    /// A small word behind a name that is whole, a known one or one that ends in its territory, where no known name goes on
    /// so: "UBND huyện giao …", "Tỉnh ủy kết luận …", "Công an tỉnh Nghệ An điều tra …".
    pub(super) fn stands_behind_name(&self, tokens: &[Token<'_>], index: usize, known: Option<usize>) -> bool {
        const LATER: [&str; 17] = [
            "thành", "thị", "đặc", "khu", "cấp", "trung", "ngành", "nghành", "khối", "cơ", "nước", "nhân", "toàn",
            "quốc", "việt", "các", "số",
        ];
        let Some(before) = index.checked_sub(1).map(|at| &tokens[at]) else { return false };
        let unit = |t: &Token<'_>| UNITS.iter().any(|unit| t.is(unit));
        let committee = before.is("ủy") || before.is("uỷ");
        let placed = || {
            let place = tokens[..index].iter().rev().take_while(|t| t.text.starts_with(char::is_uppercase)).count();
            (1..5).contains(&place) && index > place && unit(&tokens[index - place - 1])
        };
        (known == Some(index) || committee || unit(before) || placed())
            && !unit(&tokens[index])
            && !LATER.iter().any(|word| tokens[index].is(word))
            && !self.lexicon.cues.follows_in_organ_name(before.text, tokens[index].text)
    }

    /// "Ban Chỉ đạo phòng, chống dịch Covid-19 huyện": how many tokens name the task of a steering body, from one on.
    pub(super) fn task(&self, tokens: &[Token<'_>], index: usize) -> usize {
        const STOPS: [&str; 20] = [
            "về", "tại", "ngày", "số", "yêu", "đề", "ban", "theo", "hướng", "triển", "để", "đã", "có", "do", "trong",
            "từ", "thông", "báo", "và", "giao",
        ];
        let headed =
            index > 1 && tokens[index - 2].is("chỉ") && (tokens[index - 1].is("đạo") || tokens[index - 1].is("huy"));
        let word = |at: usize| tokens.get(at).filter(|t| t.is_word() && t.lines <= 1);
        let Some(first) = word(index).filter(|_| headed || index > 0 && tokens[index - 1].is("bcđ")) else { return 0 };
        let comma = usize::from(tokens.get(index + 1).is_some_and(|t| t.text == ","));
        let Some(second) = word(index + 1 + comma) else { return 0 };
        if !self.lexicon.cues.lists("organ-task", &format!("{} {}", fold(first.text), fold(second.text))) {
            return 0;
        }
        let from = index + 2 + comma;
        let mut end = from;
        for (at, token) in tokens.iter().enumerate().skip(from).take(12) {
            let mark = match token.text {
                "," => word(at + 1).is_some_and(|t| t.text.starts_with(char::is_lowercase)),
                // "Covid-19"
                "-" => tokens[at - 1].end == token.start && tokens.get(at + 1).is_some_and(|t| t.start == token.end),
                _ => false,
            };
            let stops = || STOPS.iter().any(|stop| token.is(stop)) || self.stands_behind_name(tokens, at, None);
            if token.lines > 1 || !mark && (!token.is_word() || stops() || self.kind_at(token.start).is_some()) {
                break;
            }
            if token.is_word() {
                end = at + 1;
            }
        }
        end - index
    }

    /// "Chi bộ 3", "Quân khu 7": a number that belongs to the unit before it.
    pub(super) fn numbers_unit(&self, tokens: &[Token<'_>], index: usize) -> bool {
        let [.., first, second] = &tokens[..index] else { return false };
        let unit = format!("{} {}", fold(first.text), fold(second.text));
        tokens[index].lines == 0 && self.lexicon.cues.lists("organ-with-number", &unit)
    }

    /// "… của Bộ Tài chính Xét đề nghị của …": the next recital, where the mark between the two was lost; or "V/v", the subject.
    pub(super) fn opens_recital(&self, tokens: &[Token<'_>], index: usize) -> bool {
        if tokens[index].is("v") && tokens.get(index + 1).is_some_and(|t| t.text == "/") {
            return true;
        }
        const OPENINGS: [(&str, &str); 8] = [
            ("Căn", "cứ"),
            ("Xét", "đề"),
            ("Xét", "Tờ"),
            ("Xét", "tờ"),
            ("Theo", "đề"),
            ("Thực", "hiện"),
            ("Trên", "cơ"),
            ("Sau", "khi"),
        ];
        let next = tokens.get(index + 1).map_or("", |t| t.text);
        OPENINGS.contains(&(tokens[index].text, next))
    }

    /// The organ whose paper this is is named from a byte on, and speaks.
    pub(super) fn names_itself(&self, at: usize) -> bool {
        let Some(own) = self.document.issuer.as_deref() else { return false };
        // Few commas stand before a name.
        if !ahead(self.text, at).next().is_some_and(|token| token.text.starts_with(char::is_uppercase)) {
            return false;
        }
        const SAYS: [&str; 10] = ["có", "trả", "đề", "yêu", "hướng", "thông", "xin", "báo", "nhận", "kính"];
        let mut here = ahead(self.text, at);
        let named = ahead(own, 0).all(|word| here.next().is_some_and(|token| token.key() == word.key()));
        named && here.next().is_some_and(|token| SAYS.iter().any(|word| token.is(word)))
    }

    /// "… của Ủy ban nhân dân tỉnh Dự thảo Nghị quyết", "của Bộ Chính trị Về tăng cường …": a title in capitals without "về"
    /// before it; all words of a place are capital.
    pub(super) fn opens_title(&self, tokens: &[Token<'_>], index: usize) -> bool {
        const TITLES: [(&str, &str); 22] = [
            ("Quy", "định"),
            ("Ban", "hành"),
            ("Hướng", "dẫn"),
            ("Triển", "khai"),
            ("Phê", "duyệt"),
            ("Sửa", "đổi"),
            ("Bổ", "sung"),
            ("Dự", "thảo"),
            ("Thông", "qua"),
            ("Điều", "chỉnh"),
            ("Công", "bố"),
            ("Thẩm", "định"),
            ("Đề", "nghị"),
            ("Đề", "xuất"),
            ("Tổng", "kết"),
            ("Phân", "bổ"),
            ("Bãi", "bỏ"),
            ("Thay", "thế"),
            ("Thành", "lập"),
            ("Tăng", "cường"),
            ("Đính", "chính"),
            ("Đẩy", "mạnh"),
        ];
        let next = tokens.get(index + 1).map_or("", |t| t.text);
        TITLES.contains(&(tokens[index].text, next))
            || tokens[index].text == "Về" && next.starts_with(char::is_lowercase)
    }

    /// "Tỉnh Ủy", "Huyện Ủy": the second word begins no organ.
    pub(super) fn ends_committee(&self, first: &Token<'_>) -> bool {
        const OF: [&str; 6] = ["tỉnh", "thành", "huyện", "quận", "thị", "đảng"];
        let before = || behind(self.text, first.start).next();
        is_committee(first)
            && before().is_some_and(|t| t.text.starts_with(char::is_uppercase) && OF.iter().any(|word| t.is(word)))
    }
}

/// "Ủy" of "Tỉnh Ủy", however its tone is placed.
pub(super) fn is_committee(token: &Token<'_>) -> bool {
    token.is("ủy") || token.is("uỷ")
}
