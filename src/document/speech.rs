//! Who speaks in the text, and of which province: the issuer of papers that lost letterhead and symbol.

use super::class::opens_with_ground;
use super::issuer::Paper;
use super::lines::{folded, tokens};
use super::organs::{begins_organ, begins_short};
use crate::date::PartialDate;
use crate::lexicon::{Home, Lexicon};
use crate::text::fold::fold;
use memchr::memmem;
use smol_str::SmolStr;

/// The words before the verb of the last sentence of the preamble that name a known organ.
pub(super) fn speaker(paper: &Paper<'_>) -> Option<String> {
    let start = paper.preamble.start;
    // Without any letterhead the text may be a part of any paper, and who acts in it says nothing, unless its grounds end in
    // what the paper sets forth.
    if !paper.header.begun() && !paper.text[paper.preamble.range()].trim_end().ends_with(':') {
        return None;
    }
    // What orders stands in the last sentence; a preamble of many grounds need not be read.
    let from = floor(paper.text, paper.preamble.end.saturating_sub(1600).max(start));
    let words = folded(&paper.text[from..paper.preamble.end.max(from)]);
    let mut sentences: Vec<&str> = words.split_inclusive([';', '.']).collect();
    sentences.reverse();
    sentences.iter().take(4).find_map(|sentence| speaker_of(sentence, paper.lexicon))
}

/// Verbs with which an organ orders, asks or informs.
const VERBS: &str = "\
     yêu cầu| đề nghị| ban hành| hướng dẫn| có ý kiến| thông báo| báo cáo| kính trình| kính đề nghị|\
     triển khai| xây dựng| lập kế hoạch| tổ chức| chỉ đạo| trả lời| trân trọng| quyết định| phát động| nhận được| triệu tập";

fn speaker_of(sentence: &str, lexicon: &Lexicon) -> Option<String> {
    let mut verbs: Vec<usize> =
        VERBS.split('|').flat_map(|verb| sentence.match_indices(verb).map(|(at, _)| at)).collect();
    verbs.sort_unstable();
    verbs.into_iter().find_map(|verb| {
        let before = &sentence[..verb];
        let clause = before.rsplit([',', ';', ':', '”', '"']).next().unwrap_or(before).trim();
        let clause = [" đã", " vừa", " tiếp tục", " xin", " sẽ"]
            .iter()
            .find_map(|word| clause.strip_suffix(word))
            .unwrap_or(clause);
        let words: Vec<_> = tokens(clause).collect();
        // "Nghị định số … của Chính phủ quy định": whose act it is does not speak.
        // Nor does one of several ("liên Bộ"), nor who is told or charged ("báo cáo Thủ tướng", "giao Bộ").
        const NOT_SPEAKERS: [&str; 9] = ["của", "do", "với", "và", "liên", "cáo", "trình", "giao", "gửi"];
        let named = |at: usize| at > 0 && NOT_SPEAKERS.contains(&words[at - 1].1);
        let begins = (0..words.len()).filter(|&at| words[at].1.starts_with(char::is_uppercase) && !named(at));
        begins
            .map(|at| &clause[words[at].0..])
            // "Ngày 16/4/2020 Ủy ban nhân dân tỉnh ban hành …", "Căn cứ điều lệ Đoàn và các văn bản hướng dẫn": no part of the name.
            .filter(|words| words.len() < 90 && !opens_with_ground(&fold(words)))
            .find(|words| {
                let organ = lexicon.organs.read(words, &Home::default(), &lexicon.places);
                let named = begins_organ(words) || begins_short(words, lexicon);
                organ.system.is_some() && named && !fold(&organ.name).starts_with("nghị ") && !narrates(words, lexicon)
            })
            .map(|words| own_body(without_term(words)).to_owned())
    })
}

/// "Ban Thường vụ Tỉnh ủy (khóa XV)": the term is no part of the name.
fn without_term(words: &str) -> &str {
    words.split_once(" (khóa ").or_else(|| words.split_once(" (khoá ")).map_or(words, |(name, _)| name)
}

/// The words say more than the name of an organ: they open with a document, number something, or tell what was done.
fn narrates(words: &str, lexicon: &Lexicon) -> bool {
    const WORDS: [&str; 10] =
        [" do ", " đã ", " làm ", " số ", " tháng ", " trong ", " về ", " có ", " theo ", " quy định"];
    // "… của Hội Nông dân huyện về" is what another paper is about.
    const ENDS: [&str; 6] = [" và", " các", " về", " văn bản", " để", " cho"];
    let more = WORDS.iter().any(|word| words.contains(word)) || ENDS.iter().any(|end| words.ends_with(end));
    more || lexicon.kinds.names().iter().any(|kind| words.starts_with(kind.as_str()))
}

/// The organ whose standing board speaks: "Ban Thường vụ LĐLĐ tỉnh" is "LĐLĐ tỉnh".
fn own_body(words: &str) -> &str {
    let boards = [
        "Ban Thường vụ ",
        "Ban thường vụ ",
        "Ban Chấp hành ",
        "BTV ",
        "BCH ",
        "Thường trực ",
        "Đoàn Chủ tịch ",
        "Chủ tịch ",
    ];
    let rest = boards.iter().find_map(|board| words.strip_prefix(board)).unwrap_or(words);
    if ["Liên đoàn", "LĐLĐ", "Công đoàn", "Tổng", "Hội", "Tỉnh đoàn", "UBND", "Ủy ban nhân dân"]
        .iter()
        .any(|organ| rest.starts_with(organ))
    {
        rest
    } else {
        words
    }
}

/// The province that the text calls its own: every "trên địa bàn …" that names one names the same.
pub(super) fn territory(paper: &Paper<'_>, date: Option<PartialDate>) -> Option<SmolStr> {
    let mut found: Option<SmolStr> = None;
    let text = &paper.text[..floor(paper.text, 40_000)];
    for at in memmem::find_iter(text.as_bytes(), "địa bàn ").take(40) {
        let start = at + "địa bàn ".len();
        let around = folded(&text[start..floor(text, start + 60)]);
        if let Some((place, range)) = paper.lexicon.places.first_in(&around, date).filter(|(_, range)| range.start == 0)
        {
            debug_assert!(range.end > 0);
            if found.as_ref().is_some_and(|found| *found != place.name) {
                return None;
            }
            found = Some(place.name.clone());
        }
    }
    let addressed = || {
        paper
            .addressees
            .iter()
            .find_map(|unit| paper.lexicon.places.first_in(&unit.name, date))
            .map(|(place, _)| place.name.clone())
    };
    found.or_else(|| addressed().filter(|_| paper.addressees.len() == 1))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
