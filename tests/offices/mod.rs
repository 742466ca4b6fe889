//! Papers as offices write them, small and made for the tests, and what the audit finds in them.

#![allow(dead_code)]

use luocdo::audit::{Case, Finding, Options, audit};
use luocdo::lexicon::Lexicon;
use luocdo::source::Source;
use luocdo::{Survey, survey};

pub fn read(papers: &[&str]) -> Survey {
    let sources: Vec<Source> =
        papers.iter().enumerate().map(|(at, text)| Source::memory(&format!("{at}.txt"), text.as_bytes())).collect();
    survey(sources.into_iter(), Lexicon::embedded(), &luocdo::Options::default(), |_| {})
}

pub fn with<T>(papers: &[&str], options: &Options, look: impl FnOnce(&Case<'_>) -> T) -> T {
    let survey = read(papers);
    look(&Case::new(&survey.corpus, &survey.references, &survey.graph, Lexicon::embedded(), options))
}

/// The findings of one code.
pub fn found_with(code: &str, papers: &[&str], options: &Options) -> Vec<Finding> {
    with(papers, options, audit).into_iter().filter(|finding| finding.code == code).collect()
}

pub fn found(code: &str, papers: &[&str]) -> Vec<Finding> {
    found_with(code, papers, &Options::default())
}

/// A plan of a province's union.
pub fn plan(number: &str, date: &str, body: &str) -> String {
    paper(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI",
        number,
        &format!("Yên Bái, {date}"),
        "KẾ HOẠCH\nTuyên truyền pháp luật",
        body,
        "",
    )
}

/// A plan of a province's committee.
pub fn state_plan(number: &str, date: &str, body: &str) -> String {
    let organ = "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI";
    paper(organ, number, &format!("Yên Bái, {date}"), "KẾ HOẠCH\nChuyển đổi số", body, "")
}

/// A plan of a province's Party committee.
pub fn party_plan(number: &str, date: &str, body: &str) -> String {
    paper("TỈNH ỦY YÊN BÁI\n*", number, &format!("Yên Bái, {date}"), "KẾ HOẠCH\nĐổi mới hoạt động", body, "")
}

pub fn paper(organ: &str, number: &str, place_date: &str, title: &str, body: &str, recipients: &str) -> String {
    let recipients = if recipients.is_empty() { "- Lưu: VT." } else { recipients };
    format!(
        "{organ}\n\nSố: {number}\n\n{place_date}\n\n{title}\n\n{body}\n\nNơi nhận:\n{recipients}\n\nTM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n\nNguyễn Văn Bình\n"
    )
}

pub const MARCH: &str = "ngày 05 tháng 3 năm 2021";

/// A decision that replaces another as a whole.
pub fn decision(number: &str, date: &str, body: &str) -> String {
    paper(
        "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI",
        number,
        &format!("Yên Bái, {date}"),
        "QUYẾT ĐỊNH\nBan hành quy định về lưu trữ",
        body,
        "",
    )
}

/// A letter of a province's union to those below.
pub fn letter(body: &str) -> String {
    format!(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\n\nSố: 512/LĐLĐ\nV/v triển khai tuyên truyền\n\nYên Bái, ngày 05 tháng 3 năm 2021\n\nKính gửi: Liên đoàn Lao động các huyện, thị xã, thành phố;\n\n{body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n\nNguyễn Văn Bình\n"
    )
}

pub fn district_answer(kind: &str, number: &str) -> String {
    paper(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN VĂN YÊN",
        number,
        "Văn Yên, ngày 20 tháng 3 năm 2021",
        &format!("{kind}\nTuyên truyền pháp luật"),
        "Thực hiện Công văn số 512/LĐLĐ, ngày 05/3/2021 của Liên đoàn Lao động tỉnh Yên Bái, Ban Thường vụ báo cáo như sau.",
        "",
    )
}
