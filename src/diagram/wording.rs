//! Every word of a drawing that is not a document's own, in Vietnamese and English.
//!
//! The font has no arrows and no comparison signs, so time is worded ("muộn nhất …"), and symbols are drawn. What the
//! collection lacks is "not seen in the collection", never "not done": the program knows files, not offices.

use super::shape::Stroke;
use crate::vocabulary::{Language, Level, Relation};

/// The fixed words of one language. Words with `{}` take a number or a name.
#[derive(Debug)]
#[allow(missing_docs)] // The names say what the words are for; the words say the rest.
pub struct Words {
    pub language: Language,
    pub level_unknown: &'static str,
    pub system_unknown: &'static str,
    pub below: &'static str,
    pub below_note: &'static str,
    pub by: &'static str,
    pub from: &'static str,
    pub undated: &'static str,
    pub time_unknown: &'static str,
    pub until: &'static str,
    pub since: &'static str,
    pub undated_caption: &'static str,
    pub undated_by: &'static str,
    pub undated_from: &'static str,
    pub no_number: &'static str,
    pub blank: &'static str,
    pub blank_number: &'static str,
    pub no_name: &'static str,
    pub spoken: &'static str,
    pub sent_to: &'static str,
    pub no_follow_up: &'static str,
    pub not_seen: &'static str,
    pub cited_by: &'static str,
    pub indirect: &'static str,
    pub line: &'static str,
    pub more_places: &'static str,
    pub also: &'static str,
    pub malformed: &'static str,
    pub draft: &'static str,
    pub and_more: &'static str,
    pub file: &'static str,
    pub held: &'static str,
    pub missing: &'static str,
    pub relations: &'static str,
    pub left_out: &'static str,
    pub kinds: &'static str,
    pub party_kind: &'static str,
    pub state_kind: &'static str,
    pub guide_kind: &'static str,
    pub letter_kind: &'static str,
    pub other_directive: &'static str,
    pub other_kind: &'static str,
    pub spoken_kind: &'static str,
    pub addressee: &'static str,
    pub states: &'static str,
    pub state_held: &'static str,
    pub state_missing: &'static str,
    pub state_undated: &'static str,
    pub state_count: &'static str,
    pub state_alert: &'static str,
    pub state_ring: &'static str,
    pub lines_down: &'static str,
    pub lines_cite: &'static str,
    pub same_indirect: &'static str,
    pub find_first: &'static str,
    pub find_counts: &'static str,
    pub find_rest: &'static str,
    pub reading_down: &'static str,
    pub reading_cite: &'static str,
    pub files: &'static str,
    pub empty: &'static str,
    pub empty_remedy: &'static str,
    pub title: &'static str,
    pub between: &'static str,
    pub hidden_competence: &'static str,
    pub hidden_weaker: &'static str,
    pub province_unknown: &'static str,
    pub organ_unknown: &'static str,
    pub other_organs: &'static str,
    pub other_provinces: &'static str,
    pub in_order: &'static str,
    pub without_time: &'static str,
    pub ended: &'static str,
    pub documents: &'static str,
    pub of: &'static str,
    pub of_several: &'static str,
    pub of_provinces: &'static str,
    pub of_organs: &'static str,
    pub held_of_them: &'static str,
    pub why_folded: &'static str,
    pub why_elided: &'static str,
    pub and_more_documents: &'static str,
    pub plus: &'static str,
    pub elided: &'static str,
    pub state_several: &'static str,
    pub reading_gaps: &'static str,
    pub reading_gaps_of_months: &'static str,
    pub hidden_implied: &'static str,
    pub hidden_unrelated: &'static str,
}

const VIETNAMESE: Words = Words {
    language: Language::Vietnamese,
    level_unknown: "Chưa rõ cấp",
    system_unknown: "chưa rõ hệ thống",
    below: "Nơi nhận",
    below_note: "để thực hiện",
    by: "muộn nhất {}",
    from: "sớm nhất {}",
    undated: "chưa rõ ngày",
    time_unknown: "Chưa rõ thời gian",
    until: "đến {}",
    since: "từ {}",
    undated_caption: "Chưa rõ ngày",
    undated_by: "Chưa rõ ngày: xếp trước mốc muộn nhất",
    undated_from: "Chưa rõ ngày: xếp từ mốc sớm nhất",
    no_number: "không số",
    blank: "(trống){}",
    blank_number: "(số để trống)",
    no_name: "(không tên)",
    spoken: "Chỉ đạo bằng lời",
    sent_to: "kính gửi",
    no_follow_up: "Chưa thấy văn bản triển khai trong kho.",
    not_seen: "Chưa thấy trong kho.",
    cited_by: "Số văn bản trong kho viện dẫn: {}.",
    indirect: "Gián tiếp: ",
    line: "dòng {}",
    more_places: "và {} chỗ khác",
    also: "Quan hệ khác của hai văn bản này không vẽ: {}.",
    malformed: "Số, ký hiệu viết không đúng thể thức nào: cần kiểm tra.",
    draft: "Dự thảo, hoặc số còn để trống.",
    and_more: "và {} nơi khác",
    file: "Tệp: {}",
    held: "có trong kho",
    missing: "nguồn còn thiếu",
    relations: "quan hệ",
    left_out: "không vẽ",
    kinds: "Loại văn bản",
    party_kind: "Chỉ thị, nghị quyết, kết luận của Đảng",
    state_kind: "Văn bản Nhà nước",
    guide_kind: "Hướng dẫn, kế hoạch",
    letter_kind: "Công văn, thông báo",
    other_directive: "Nghị quyết, quyết định của đoàn thể",
    other_kind: "Loại khác, chưa rõ loại",
    spoken_kind: "Chỉ đạo bằng lời",
    addressee: "Nơi nhận để thực hiện",
    states: "Tình trạng",
    state_held: "có trong kho",
    state_missing: "được viện dẫn, còn thiếu",
    state_undated: "chưa rõ ngày",
    state_count: "số văn bản viện dẫn",
    state_alert: "cần kiểm tra",
    state_ring: "chưa thấy triển khai",
    lines_down: "Quan hệ, theo dòng chỉ đạo",
    lines_cite: "Quan hệ, theo chiều viện dẫn",
    same_indirect: "nét đứt: qua lời văn bản khác",
    find_first: "Nguồn nên tìm trước",
    find_counts: "văn bản / lần nhắc",
    find_rest: "và {} nguồn khác",
    reading_down: "Mũi tên đi từ văn bản nguồn đến văn bản triển khai. Di chuột lên khung hoặc đường nối để đọc câu trích làm chứng.",
    reading_cite: "Mũi tên đi từ văn bản đến văn bản được viện dẫn. Di chuột lên khung hoặc đường nối để đọc câu trích làm chứng.",
    files: "{} tệp",
    empty: "Không có văn bản nào để vẽ.",
    empty_remedy: "Kho không có văn bản đọc được, hoặc bộ lọc không giữ lại văn bản nào.",
    title: "Dòng chảy chỉ đạo",
    between: "từ {} đến {}",
    hidden_competence: "Luật về thẩm quyền không vẽ: {}",
    hidden_weaker: "Quan hệ phụ không vẽ: {}",
    province_unknown: "Chưa rõ tỉnh",
    organ_unknown: "Chưa rõ cơ quan",
    other_organs: "Cơ quan khác",
    other_provinces: "Tỉnh khác",
    in_order: "Theo thứ tự ngày, {}",
    without_time: "Không theo thời gian",
    ended: "hết tồn tại từ sau {}",
    documents: "văn bản",
    of: "của {}",
    of_several: "của {} {}",
    of_provinces: "của {} tỉnh",
    of_organs: "của {} cơ quan",
    held_of_them: "{} có trong kho",
    why_folded: "Gộp lại vì cùng loại, cùng cấp, cùng năm, cùng viện dẫn các văn bản ấy:",
    why_elided: "Gộp lại vì vượt số khung được vẽ:",
    and_more_documents: "và {} văn bản khác",
    plus: "+{}",
    elided: "gộp lại",
    state_several: "nhiều văn bản gộp lại",
    reading_gaps: "Các năm không có văn bản được thu gọn (//).",
    reading_gaps_of_months: "Các tháng không có văn bản được thu gọn (//).",
    hidden_implied: "Mũi tên suy được từ chuỗi dài hơn không vẽ: {}",
    hidden_unrelated: "Văn bản không có quan hệ đang chọn: {}",
};

const ENGLISH: Words = Words {
    language: Language::English,
    level_unknown: "Level unknown",
    system_unknown: "system unknown",
    below: "Addressees",
    below_note: "to act",
    by: "by {}",
    from: "from {}",
    undated: "undated",
    time_unknown: "Time unknown",
    until: "by {}",
    since: "from {}",
    undated_caption: "Undated",
    undated_by: "Undated: before the latest possible date",
    undated_from: "Undated: from the earliest possible date",
    no_number: "unnumbered",
    blank: "(blank){}",
    blank_number: "(number blank)",
    no_name: "(unnamed)",
    spoken: "Oral instruction",
    sent_to: "addressed to",
    no_follow_up: "No follow-up seen in the collection.",
    not_seen: "Not seen in the collection.",
    cited_by: "Documents of the collection citing it: {}.",
    indirect: "Indirect: ",
    line: "line {}",
    more_places: "and {} more places",
    also: "Other relations of these two documents not drawn: {}.",
    malformed: "Its number has no valid form: check it.",
    draft: "A draft, or its number is still blank.",
    and_more: "and {} more",
    file: "File: {}",
    held: "in collection",
    missing: "sources missing",
    relations: "relations",
    left_out: "not drawn",
    kinds: "Kind of document",
    party_kind: "Party directive, resolution, conclusion",
    state_kind: "State legal document",
    guide_kind: "Guideline, plan",
    letter_kind: "Letter, notice",
    other_directive: "Resolution or decision of an organisation",
    other_kind: "Other or unknown kind",
    spoken_kind: "Oral instruction",
    addressee: "Addressee, to act",
    states: "Status",
    state_held: "in the collection",
    state_missing: "cited, missing",
    state_undated: "undated",
    state_count: "documents citing it",
    state_alert: "needs checking",
    state_ring: "no follow-up seen",
    lines_down: "Relation, along the chain of command",
    lines_cite: "Relation, from citing to cited",
    same_indirect: "dashed: in another’s words",
    find_first: "Find these first",
    find_counts: "documents / mentions",
    find_rest: "and {} more sources",
    reading_down: "Arrows run from the source to the document that acts on it. Hover a card or a line to read the quoted evidence.",
    reading_cite: "Arrows run from the document to what it cites. Hover a card or a line to read the quoted evidence.",
    files: "{} files",
    empty: "There is no document to draw.",
    empty_remedy: "The collection has no readable document, or the filters keep none.",
    title: "The cascade of directives",
    between: "from {} to {}",
    hidden_competence: "Laws of competence not drawn: {}",
    hidden_weaker: "Weaker relations not drawn: {}",
    province_unknown: "Province unknown",
    organ_unknown: "Organ unknown",
    other_organs: "Other organs",
    other_provinces: "Other provinces",
    in_order: "In order of date, {}",
    without_time: "Not in order of time",
    ended: "ended after {}",
    documents: "documents",
    of: "of {}",
    of_several: "of {} {}",
    of_provinces: "of {} provinces",
    of_organs: "of {} organs",
    held_of_them: "{} in the collection",
    why_folded: "Folded: the same kind, level and year, citing the same documents:",
    why_elided: "Counted together: beyond the number of cards drawn:",
    and_more_documents: "and {} more documents",
    plus: "+{}",
    elided: "counted",
    state_several: "several documents",
    reading_gaps: "Years without documents are collapsed (//).",
    reading_gaps_of_months: "Months without documents are collapsed (//).",
    hidden_implied: "Arrows implied by longer chains not drawn: {}",
    hidden_unrelated: "Documents without the relations chosen: {}",
};

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Words {
        match language {
            Language::Vietnamese => &VIETNAMESE,
            Language::English => &ENGLISH,
        }
    }

    /// Name of a level within a sentence.
    pub fn level(&self, level: Level) -> String {
        match (self.language, level) {
            (Language::Vietnamese, Level::Central) => level.name(self.language).to_string(),
            (Language::Vietnamese, _) => level.name(self.language).to_lowercase(),
            (Language::English, Level::Central) => "the centre".to_string(),
            (Language::English, _) => format!("the {} level", level.name(self.language).to_lowercase()),
        }
    }

    /// The words on a line.
    pub fn relation(&self, relation: Option<Relation>) -> &'static str {
        relation.map_or(self.sent_to, |r| r.name(self.language))
    }

    /// "36-HD/BTGTU thực hiện 07-CT/TW".
    pub fn sentence(&self, citing: &str, relation: Relation, cited: &str) -> String {
        format!("{citing} {} {cited}", relation.name(self.language))
    }

    /// The sentence on what is drawn, for the line under the title.
    pub fn summary(&self, held: usize, missing: usize, places: &[String], span: Option<(u16, u16)>) -> String {
        let years = match span {
            Some((first, last)) if first == last => format!(", {first}"),
            Some((first, last)) => format!(", {first}–{last}"),
            None => String::new(),
        };
        let vietnamese = self.language == Language::Vietnamese;
        let shown = places[..places.len().min(4)].join(", ") + if places.len() > 4 { ", …" } else { "" };
        let of = match (places.is_empty(), vietnamese) {
            (true, _) => String::new(),
            (false, true) => format!(" của {shown}"),
            (false, false) => format!(" from {shown}"),
        };
        match (vietnamese, missing) {
            (true, 0) => format!("{held} văn bản{of} có trong kho{years}"),
            (true, _) => {
                format!("{held} văn bản{of} có trong kho và {missing} nguồn được viện dẫn mà kho chưa có{years}")
            }
            (false, 0) => format!("{held} {}{of} in the collection{years}", plural(held, "document")),
            (false, _) => format!(
                "{held} {}{of} in the collection, and {missing} cited {} not in it{years}",
                plural(held, "document"),
                plural(missing, "source")
            ),
        }
    }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 { word.to_string() } else { format!("{word}s") }
}

/// The text with `{}` replaced, in order.
pub fn filled(text: &str, values: &[&dyn std::fmt::Display]) -> String {
    let mut parts = text.split("{}");
    let mut whole = parts.next().unwrap_or_default().to_string();
    for (index, part) in parts.enumerate() {
        if let Some(value) = values.get(index) {
            whole.push_str(&value.to_string());
        }
        whole.push_str(part);
    }
    whole
}

/// The manner in which a relation is drawn.
pub fn stroke(relation: Option<Relation>) -> Stroke {
    use Relation::*;
    match relation {
        None => Stroke::Sends,
        Some(Basis) => Stroke::Basis,
        Some(Implements) => Stroke::Implements,
        Some(Guides | Promulgates) => Stroke::Guides,
        Some(Follows | Consolidates) => Stroke::Follows,
        Some(Amends | Replaces | Repeals | Suspends | Corrects) => Stroke::Changes,
        Some(Responds | Interprets | Publishes | Translates | Cites) => Stroke::Refers,
    }
}

/// Long names of organs and their usual short forms, longest first (as offices write them in symbols and lists).
pub const SHORT_NAMES: &[(&str, &str)] = &[
    ("Tổng Liên đoàn Lao động Việt Nam", "Tổng LĐLĐ Việt Nam"),
    ("Liên đoàn Lao động", "LĐLĐ"),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTGDVTU"),
    ("Ban Tuyên giáo Tỉnh ủy", "BTGTU"),
    ("Ban Chấp hành Trung ương", "BCHTW"),
    ("Ủy ban Thường vụ Quốc hội", "UBTVQH"),
    ("Ban Thường vụ", "BTV"),
    ("Ban Chấp hành", "BCH"),
    ("Ủy ban nhân dân", "UBND"),
    ("Uỷ ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("thành phố", "TP"),
    ("Thành phố", "TP"),
    ("Công đoàn cơ sở", "CĐCS"),
    ("Công đoàn", "CĐ"),
];

/// The short form of an organ's name: at the beginning of each word the longest name that fits gives way.
pub fn short_name(name: &str) -> String {
    let mut short = String::with_capacity(name.len());
    let mut rest = name;
    while !rest.is_empty() {
        let known = SHORT_NAMES.iter().find(|(long, _)| rest.strip_prefix(long).is_some_and(ends_a_word));
        let skipped = match known {
            Some((long, form)) => {
                short.push_str(form);
                long.len()
            }
            None => 0,
        };
        let end = rest[skipped..].find(' ').map_or(rest.len(), |blank| skipped + blank + 1);
        short.push_str(&rest[skipped..end]);
        rest = &rest[end..];
    }
    short
}

fn ends_a_word(after: &str) -> bool {
    !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_fill_the_same_blanks() {
        let (vietnamese, english) = (format!("{VIETNAMESE:#?}"), format!("{ENGLISH:#?}"));
        assert_eq!(vietnamese.lines().count(), english.lines().count());
        for (vietnamese, english) in vietnamese.lines().zip(english.lines()) {
            assert_eq!(vietnamese.matches("{}").count(), english.matches("{}").count(), "{vietnamese}");
        }
        assert!(vietnamese.matches("{}").count() > 20, "this test looks at too little");
        assert_eq!(filled(VIETNAMESE.between, &[&"Trung ương", &"tỉnh"]), "từ Trung ương đến tỉnh");
    }

    #[test]
    fn names_are_shortened_as_offices_do() {
        assert_eq!(short_name("Liên đoàn Lao động tỉnh Lai Châu"), "LĐLĐ tỉnh Lai Châu");
        assert_eq!(short_name("Ban Tuyên giáo Tỉnh ủy Bình Thuận"), "BTGTU Bình Thuận");
        assert_eq!(short_name("các Công đoàn cơ sở, thành phố"), "các CĐCS, TP");
        assert_eq!(short_name("Công đoànX"), "Công đoànX");
    }
}
