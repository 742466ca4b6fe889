//! One document being read: its text, what the scan found, and the questions that several grammars ask of it.

use super::Found;
use super::naming::is_committee;
use super::scan::{Case, KindHit, Scan, scan};
use super::words::{Token, ahead, backward, behind, forward};
use crate::date::PartialDate;
use crate::document::Document;
use crate::lexicon::{Home, Lexicon};
use crate::number::{self, Family, Number};
use crate::text::Span;
use crate::text::fold::fold;
use crate::vocabulary::System;
use smol_str::SmolStr;
use std::cell::RefCell;
use std::collections::HashMap;

pub(super) struct Reading<'l> {
    pub text: &'l str,
    pub document: &'l Document,
    pub lexicon: &'l Lexicon,
    pub scan: Scan<'l>,
    home: Home,
    /// The issuers met so far, by what is written.
    issuers: RefCell<HashMap<SmolStr, Issuer>>,
}

/// An issuer as its words and the home complete it.
struct Issuer {
    /// The full name, where it is complete.
    full: Option<SmolStr>,
    /// Its province, where that is the home's and not named.
    of_home: Option<SmolStr>,
}

impl<'l> Reading<'l> {
    pub fn new(text: &'l str, document: &'l Document, lexicon: &'l Lexicon) -> Self {
        let home = Home {
            province: document.province.clone(),
            district: document.district.clone(),
            commune: document.commune.clone(),
            level: document.level,
            date: document.date,
        };
        Self { text, document, lexicon, scan: scan(text, lexicon), home, issuers: RefCell::default() }
    }

    /// The last kind word that ends at or before a byte.
    pub fn kind_before(&self, at: usize) -> Option<KindHit<'l>> {
        let index = self.scan.kinds.partition_point(|k| k.span.end <= at);
        index.checked_sub(1).map(|i| self.scan.kinds[i])
    }

    /// The first kind word that begins at or after a byte.
    pub fn kind_after(&self, at: usize) -> Option<KindHit<'l>> {
        self.scan.kinds.get(self.scan.kinds.partition_point(|k| k.span.start < at)).copied()
    }

    /// The kind word that begins at a byte.
    pub fn kind_at(&self, at: usize) -> Option<KindHit<'l>> {
        self.kind_after(at).filter(|k| k.span.start == at)
    }

    /// A kind word, "số" or digits of a number begin here.
    pub fn mention_starts_at(&self, at: usize) -> bool {
        let first = ahead(self.text, at).next();
        let word = first.map_or(at, |t| t.start);
        self.kind_at(word).is_some_and(|k| k.case != Case::Small)
            || self.scan.numbers.binary_search_by_key(&word, |n| n.span.start).is_ok()
            || first.is_some_and(|t| t.is("số"))
    }

    /// "các", "những", or a count word before a kind word: several documents follow.
    pub fn plural_before(&self, start: usize) -> bool {
        behind(self.text, start)
            .next()
            .is_some_and(|t| t.is("các") || t.is("những") || t.text.bytes().all(|b| b.is_ascii_digit()))
    }

    /// True if a symbol (its first part at least) is that of a known organ.
    pub fn knows_organ(&self, symbol: &str) -> bool {
        let first = symbol.split(['-', '/']).next().unwrap_or(symbol);
        let bare = first.trim_end_matches(|c: char| c.is_ascii_digit());
        [symbol, first, bare].iter().any(|s| !self.lexicon.organs.candidates(s).is_empty())
    }

    /// The organ that is named from a byte on: "Ban Tuyên giáo Tỉnh ủy", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ".
    pub fn issuer_phrase(&self, at: usize) -> Option<Span> {
        let first = &ahead(self.text, at).next().filter(|t| t.lines <= 2)?;
        if !self.is_organ_head(first) && !self.slips_in_head(first) || self.ends_committee(first) {
            return None;
        }
        let tokens = forward(self.text, at, 34);
        // Names in capitals ("BỘ CHÍNH TRỊ") are read as if in small letters.
        let upper = first.is_capitals()
            && tokens.get(1).is_some_and(|t| t.is_capitals() && t.lines <= 1)
            && self.lexicon.organs.candidates(first.text).is_empty()
            && !self.lexicon.cues.lists("organ-head", first.text);
        let plenum = first.is("hội") && tokens.get(1).is_some_and(|t| t.is("nghị"))
            || first.is("đại") && tokens.get(1).is_some_and(|t| t.is("hội"));
        // A known name is taken whole; what follows may be its territory.
        let known = self.known_organ(&tokens);
        let mut index = known.unwrap_or(0);
        let mut end = known.map(|words| tokens[words - 1].end);
        let mut proper = known.is_some();
        while let Some(token) = tokens.get(index) {
            if index > 0 && token.lines > 0 && self.opens_line(&tokens, index, known, upper) {
                break;
            }
            if index > 0 && token.is_word() && self.kind_at(token.start).is_some_and(|k| self.kind_ends_name(&k)) {
                break;
            }
            // "UBND tỉnh ủy quyền cho …": no committee of the Party.
            if index > 0 && (token.is("ủy") || token.is("uỷ")) && tokens.get(index + 1).is_some_and(|t| t.is("quyền"))
            {
                break;
            }
            // "các Quyết định của Thủ tướng Chính phủ số 142/2008/QĐ-TTg, …"
            if token.is("số") && tokens.get(index + 1).is_some_and(|next| self.numbered_at(next.start)) {
                break;
            }
            let footnote = known == Some(index)
                && token.text.len() < 3
                && token.text.bytes().all(|b| b.is_ascii_digit())
                && !self.numbers_unit(&tokens, index);
            if footnote || index > 0 && self.opens_recital(&tokens, index) {
                break;
            }
            // "Cư M'gar", "Ea H’Leo"
            if matches!(token.text, "'" | "’") && end == Some(token.start) {
                let Some(rest) = tokens.get(index + 1).filter(|t| t.is_word() && t.start == token.end) else { break };
                end = Some(rest.end);
                index += 2;
                continue;
            }
            if !token.is_word() {
                if !self.mark_joins(&tokens, index) {
                    break;
                }
                index += 1;
                continue;
            }
            let small = upper || token.text.starts_with(char::is_lowercase);
            if small && plenum && self.plenum_word(token) {
                end = Some(token.end);
                index += 1;
                continue;
            }
            if small && (token.is("và") || token.is("của") || token.is("các")) {
                if !self.connector_goes_on(&tokens, index, known) {
                    break;
                }
                index += 1;
                continue;
            }
            let task = self.task(&tokens, index);
            if task > 0 {
                index += task;
                end = Some(tokens[index - 1].end);
                continue;
            }
            if small
                && (self.starts_verb(&tokens, index, upper) || !upper && self.stands_behind_name(&tokens, index, known))
            {
                break;
            }
            let connector = || self.lexicon.cues.joins_organ_name(token.text);
            if small && index != 0 && !connector() && !self.pair_joins(&tokens, index) {
                break;
            }
            if plenum && (token.text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X') || b.is_ascii_digit())) {
                end = Some(token.end);
                index += 1;
                continue;
            }
            if token.is("khóa") || token.is("khoá") {
                break;
            }
            if !small && index > 0 && self.opens_title(&tokens, index) {
                break;
            }
            proper |= !small || index > 0;
            end = Some(token.end);
            index += 1;
        }
        end.filter(|_| proper).map(|end| Span::new(first.start, end))
    }

    /// The tokens that a known name takes, behind the office of its head if there is one: "Giám đốc Sở Kế hoạch và Đầu tư".
    fn known_organ(&self, tokens: &[Token<'_>]) -> Option<usize> {
        let and = |word| if word == "&" { "và" } else { word };
        let words = |from: usize| tokens[from..].iter().take_while(|t| t.lines <= 2).map(|t| and(t.text));
        let longest = |from: usize| self.lexicon.cues.longest_organ(words(from)).map(|count| from + count);
        let office = || (1..=2.min(tokens.len() - 1)).find(|&at| self.is_organ_head(&tokens[at]));
        longest(0).or_else(|| longest(office()?))
    }

    /// Words of plenum names: "Hội nghị lần thứ sáu", "Hội nghị Trung ương 6 khóa XII".
    fn plenum_word(&self, token: &Token<'_>) -> bool {
        let small = fold(token.text);
        self.lexicon.cues.is_congress_word(&small)
            || ["bảy", "tám", "chín", "sáu", "năm", "tư", "ba", "hai", "nhất", "mười"].contains(&small.as_str())
    }

    /// Kind words that are also words of organ names ("Thông tin", "Hướng dẫn viên") do not end a name in small letters.
    fn kind_ends_name(&self, hit: &KindHit<'_>) -> bool {
        hit.case != Case::Small
    }

    /// A comma or dash between parts of one name, or between organs of one list.
    fn mark_joins(&self, tokens: &[Token<'_>], index: usize) -> bool {
        let Some(next) = tokens.get(index + 1).filter(|t| t.lines <= 1) else { return false };
        match tokens[index].text {
            "," => self.comma_joins(tokens, index, next),
            "-" | "–" | "—" => {
                // "Ban kinh tế - ngân sách"
                let board = || tokens[0].is("ban") && tokens[1].text.starts_with(char::is_lowercase);
                // "UBND tỉnh - Trưởng nhóm": what its head is besides.
                let besides = || {
                    (next.is("trưởng") || next.is("phó"))
                        && tokens.get(index + 2).is_some_and(|t| t.text.starts_with(char::is_lowercase))
                };
                (next.text.starts_with(char::is_uppercase) && !besides()
                    || board() && self.pair_joins(tokens, index + 1))
                    && self.kind_at(next.start).is_none_or(|k| k.case == Case::Small)
            }
            ":" => index <= 2 && tokens[0].is("liên"),
            "." => {
                tokens[index - 1].text.chars().count() <= 2
                    && next.text.starts_with(char::is_uppercase)
                    && next.start == tokens[index].end
            }
            "/" => tokens[index - 1].is("đ"),
            // "Bộ GD&ĐT", "Sở Nông nghiệp & PTNT"
            "&" => tokens[index - 1].is_word() && next.text.starts_with(char::is_uppercase) && next.lines == 0,
            _ => false,
        }
    }

    /// "Bộ Văn hóa, Thể thao và Du lịch"; "Bộ trưởng, Chủ nhiệm Văn phòng"; "Bộ A, Bộ B và Bộ C"; "Bộ Chính trị, Ban Bí thư".
    fn comma_joins(&self, tokens: &[Token<'_>], index: usize, next: &Token<'_>) -> bool {
        // "Ủy ban nhân dân xã A, huyện B, tỉnh C".
        let territory = ["tỉnh", "huyện", "quận", "thành"].contains(&next.text);
        if territory {
            return tokens[index + 1..].iter().take(3).any(|t| t.text.starts_with(char::is_uppercase));
        }
        if !next.text.starts_with(char::is_uppercase) || self.kind_at(next.start).is_some() {
            return false;
        }
        let words = |from: usize, to: usize| {
            tokens[from..to.min(tokens.len())].iter().map(|t| t.text).collect::<Vec<_>>().join(" ")
        };
        let series = |name: &str| self.lexicon.organs.by_name(name).first().and_then(|o| o.symbols.first().cloned());
        let shared = series(&words(0, index)).is_some_and(|s| series(&words(index + 1, index + 4)) == Some(s));
        if shared || words(0, index) == "Bộ trưởng" && self.is_organ_head(next) {
            return true;
        }
        let ministries = next.is("bộ") && (tokens[0].is("liên") || tokens[0].is("bộ"));
        if !ministries && self.opens_clause(&tokens[index + 1..]) {
            return false;
        }
        let rest = &tokens[index + 1..];
        let and =
            rest.iter().take(9).take_while(|t| t.is_word() || matches!(t.text, "," | "-")).position(|t| t.is("và"));
        and.is_some_and(|at| {
            rest.get(at + 1).is_some_and(|t| t.text.starts_with(char::is_uppercase) && self.kind_at(t.start).is_none())
        })
    }

    /// A number with its symbol begins there, of the new form or of the old.
    fn numbered_at(&self, start: usize) -> bool {
        let old =
            || number::read(self.text, start, self.lexicon).is_some_and(|(number, _)| number.family == Family::Old);
        self.scan.numbers.binary_search_by_key(&start, |hit| hit.span.start).is_ok() || old()
    }

    /// `172-CP`, `222-HĐBT`: the number of an organ that numbered so before 1997, and the byte after it.
    pub fn old_number_at(&self, start: usize) -> Option<(Number, usize)> {
        let (number, end) = number::read(self.text, start, self.lexicon)?;
        let old = number.family == Family::Old
            && number.organ.as_deref().is_some_and(|organ| self.lexicon.cues.is_old_organ(organ));
        old.then_some((number, end))
    }

    /// True if a word begins the name of an organ or of a person in office.
    pub fn is_organ_head(&self, token: &Token<'_>) -> bool {
        self.heads_organ(token, || ahead(self.text, token.end).next())
    }

    /// The same for a word of which the next is known.
    fn heads_organ<'t>(&self, token: &Token<'t>, next: impl Fn() -> Option<Token<'t>>) -> bool {
        let cues = &self.lexicon.cues;
        let icelandic = token.text.strip_prefix('Ð').map(|rest| format!("Đ{rest}"));
        if cues.lists("organ-head", icelandic.as_deref().unwrap_or(token.text)) {
            return true;
        }
        // "Tỉnh Ủy", "Huyện Đoàn"
        let second = |next: &Token<'t>| match next.text {
            _ if is_committee(next) => "ủy",
            "Đoàn" => "đoàn",
            other => other,
        };
        if next().is_some_and(|next| cues.lists("organ-head", &format!("{} {}", token.text, second(&next)))) {
            return true;
        }
        token.text.chars().all(char::is_uppercase)
            && (!self.lexicon.organs.candidates(token.text).is_empty() || self.upper_head(token, next))
    }

    /// An organ head in capitals, as titles print it: "BỘ CHÍNH TRỊ".
    fn upper_head<'t>(&self, token: &Token<'t>, next: impl Fn() -> Option<Token<'t>>) -> bool {
        let small = token.text.to_lowercase();
        let mut chars = small.chars();
        let capital: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
        let listed = |words: &str| self.lexicon.cues.lists("organ-head", words);
        listed(&capital) || next().is_some_and(|next| listed(&format!("{capital} {}", next.text.to_lowercase())))
    }

    /// A main clause after a recital: "…, Ban Thường vụ LĐLĐ tỉnh yêu cầu".
    pub fn opens_clause(&self, tokens: &[Token<'_>]) -> bool {
        if self.opens_report(tokens) {
            return true;
        }
        let Some(first) = tokens.first().filter(|t| t.text.starts_with(char::is_uppercase)) else { return false };
        let mut words = first.text.to_string();
        let cues = &self.lexicon.cues;
        cues.lists("clause-opener", &words)
            || tokens[1..].iter().take(2).any(|t| {
                words.push(' ');
                words.push_str(t.text);
                cues.lists("clause-opener", &words)
            })
    }

    /// "…, sáng ngày 04/03/2010 Đảng bộ Trường đã tổ chức": what was done on a day.
    fn opens_report(&self, tokens: &[Token<'_>]) -> bool {
        const TIMES: [&str; 5] = ["sáng", "chiều", "tối", "vào", "ngày"];
        let timed = |t: &&Token<'_>| TIMES.iter().any(|word| t.is(word));
        let times = tokens.iter().take(3).take_while(timed).count();
        if times == 0 || !tokens[times - 1].is("ngày") {
            return false;
        }
        let date = |t: &&Token<'_>| t.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'-' | b'.'));
        let digits = tokens[times..].iter().take_while(date).count();
        let clause = &tokens[times + digits..];
        let next = || clause.get(1).copied();
        let capital = clause.first().filter(|t| t.text.starts_with(char::is_uppercase));
        let organ = capital.is_some_and(|t| self.heads_organ(t, next));
        const VERBS: [&str; 5] = ["đã", "tổ", "tiến", "long", "họp"];
        digits > 0 && organ && clause.iter().take(16).any(|t| VERBS.iter().any(|verb| t.is(verb)))
    }

    /// A main clause begins somewhere behind a comma of these words.
    pub fn clause_in(&self, tokens: &[Token<'_>]) -> bool {
        (0..tokens.len()).any(|at| tokens[at].text == "," && self.opens_clause(&tokens[at + 1..]))
    }

    /// Only an issuer (with term) stands in these words, or nothing.
    pub fn is_issuer_phrase(&self, between: &str) -> bool {
        let tokens = forward(between, 0, 40);
        match tokens.first() {
            None => true,
            Some(first) if first.is("của") || first.text == "," || first.text == "(" => {
                // "… của Bộ Xây dựng hướng dẫn lập, thẩm định, phê duyệt": the title has begun.
                let verb = |a: &str, b: &str| tokens.windows(2).any(|w| w[0].is(a) && w[1].is(b));
                !tokens.iter().any(|t| t.is("về") || t.is("tại") || t.is("theo"))
                    // "…, Ban Thường vụ Huyện ủy ban hành Kế hoạch": this organ's own.
                    && !self.clause_in(&tokens)
                    && !verb("hướng", "dẫn")
                    && !verb("quy", "định")
                    && !verb("sửa", "đổi")
            }
            Some(_) => tokens.len() <= 1,
        }
    }

    /// A blank line that a page break put into a name.
    pub fn mid_name_break(&self, text: &str, token: &Token<'_>) -> bool {
        let before = backward(text, token.start, 1);
        before.first().is_some_and(|b| {
            // "thuộc Ủy ban nhân dân Thành phố" / "Hồ Chí Minh"
            b.is_word() && b.text.starts_with(char::is_uppercase) || b.text == "," || b.is("phố") || b.is("tỉnh")
        }) && token.text.starts_with(char::is_uppercase)
            && !token.text.chars().all(char::is_uppercase)
            && self.kind_at(token.start).is_none()
            && !["Căn", "Điều", "Nơi", "Kính", "Theo", "Xét", "Thực"].contains(&token.text)
    }

    /// "…; quy định chế độ thu": a semicolon inside a title is followed by a verb in small letters and not by a kind word.
    pub fn title_goes_on_after_semicolon(&self, tokens: &[Token<'_>], index: usize) -> bool {
        let (Some(next), Some(after)) = (tokens.get(index + 1), tokens.get(index + 2)) else { return false };
        next.is("quy") && after.is("định") && next.text.starts_with("quy")
    }

    /// The first byte of the sentence that holds a place, for short looks to the left.
    pub fn sentence_start(&self, at: usize) -> usize {
        // A sentence without an end costs no more than this.
        const LONGEST: usize = 4000;
        let from = self.text.floor_char_boundary(at.saturating_sub(LONGEST));
        let before = &self.text[from..at];
        let behind = |mark: &str| before.rfind(mark).map_or(0, |at| at + mark.len());
        from + behind(". ").max(behind("\n\n"))
    }

    /// Where a noun phrase ends: at a mark or one of these words.
    pub fn clause_end(&self, at: usize, stops: &[&str]) -> usize {
        let mut end = at;
        for token in forward(self.text, at, 30) {
            if !token.is_word() && token.text != "-" || stops.iter().any(|s| token.is(s)) || token.lines > 1 {
                break;
            }
            end = token.end;
        }
        end
    }

    /// The issuer completed from the words, the symbol and the letterhead, where certain.
    pub fn issuer_full(&self, found: &Found, issuer: Option<&SmolStr>) -> Option<SmolStr> {
        let document = self.document;
        if let Some(issuer) = issuer {
            if found.rule == "congress-resolution" {
                return Some(issuer.clone());
            }
            let mut known = self.issuers.borrow_mut();
            if !known.contains_key(issuer) {
                let name = self.lexicon.organs.read(issuer, &self.home, &self.lexicon.places);
                let full = name.complete.then(|| SmolStr::from(name.name));
                known.insert(issuer.clone(), Issuer { full, of_home: name.province.filter(|_| name.relative) });
            }
            let told = &known[issuer];
            return told.full.clone().filter(|_| !self.is_torn(issuer, told, found.date));
        }
        let kind = found.kind.as_deref();
        if found.class == Some(crate::vocabulary::Class::Named) {
            // "Bộ luật Phòng, chống doping thế giới" is no act of this state.
            let abroad = || {
                let name = found.name.map(|name| fold(&self.text[name.range()])).unwrap_or_default();
                name.contains("thế giới") || name.starts_with("bộ luật quốc tế")
            };
            return match kind {
                Some("Bộ luật") if abroad() => None,
                Some("Luật" | "Bộ luật" | "Hiến pháp") => Some("Quốc hội".into()),
                Some("Pháp lệnh") => Some("Ủy ban Thường vụ Quốc hội".into()),
                _ => None,
            };
        }
        let organ = found.number.as_ref()?.organ.as_deref()?;
        if organ == "TW" {
            return None;
        }
        let first = organ.split('-').next().unwrap_or(organ);
        let date = found.date.or(document.date);
        let known =
            self.lexicon.organs.by_symbol(organ, date).or_else(|| self.lexicon.organs.by_symbol(first, date))?;
        (known.system != System::Party || !known.territorial).then(|| known.name.as_str().into())
    }

    /// True if the issuer is the home's without being named, of a day when several provinces had one each that is in the
    /// home's province today.
    fn is_torn(&self, issuer: &str, told: &Issuer, date: Option<PartialDate>) -> bool {
        let places = &self.lexicon.places;
        let (Some(province), Some(then), Some(today)) = (told.of_home.as_deref(), date, self.home.date) else {
            return false;
        };
        let now = self.home.province.as_deref().and_then(|name| places.find(name, Some(today)));
        now.is_some_and(|now| !now.validity.holds(then) && places.was_several(now, then, Some(issuer), province))
    }

    /// Where this document is at home.
    pub fn home(&self) -> &Home {
        &self.home
    }
}
