//! How long the audit takes on a large collection, after it has been read and resolved.
//!
//!     cargo bench --bench audit [-- DOCUMENTS]
//!
//! Makes a collection of 100,000 papers of 63 provinces over eight years: plans of Party committees, of people's
//! committees that act on them, and letters of unions that act on both; each cites held papers, missing ones and one that
//! cannot be told. Prints the time of each step; the collection is the same in every run.

#![allow(clippy::print_stdout)]

use luocdo::audit::coverage::coverage;
use luocdo::audit::worklist::worklist;
use luocdo::audit::{Case, Options, audit};
use luocdo::lexicon::Lexicon;
use luocdo::source::Source;
use luocdo::survey;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

fn main() {
    let documents = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let lexicon = Lexicon::embedded();
    let day = "2020-01-01".parse().expect("a date");
    let provinces: Vec<&str> =
        lexicon.places.all().iter().filter(|place| place.exists(day)).map(|place| place.name.as_str()).collect();
    let sources = (0..documents).map(|at| Source::memory(&format!("{at:06}.txt"), paper(at, &provinces).into_bytes()));
    let sources: Vec<Source> = sources.collect();
    let (survey, reading) = timed(|| survey(sources.into_iter(), lexicon, &luocdo::Options::default(), |_| {}));
    println!("{documents} documents read, resolved and connected in {:.1} s", reading.as_secs_f64());
    println!("{} references, {} nodes", survey.references.len(), survey.graph.graph.node_count());
    let options = Options::default();
    let (case, indexing) = timed(|| Case::new(&survey.corpus, &survey.references, &survey.graph, lexicon, &options));
    let (findings, auditing) = timed(|| audit(&case));
    println!(
        "indexed in {:.2} s, audited in {:.2} s: {} findings",
        indexing.as_secs_f64(),
        auditing.as_secs_f64(),
        findings.len()
    );
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    findings.iter().for_each(|finding| *counts.entry(&finding.code).or_default() += 1);
    println!("{counts:?}");
    let (rows, covering) = timed(|| coverage(&case));
    println!("coverage in {:.2} s: {} rows", covering.as_secs_f64(), rows.len());
    let (wanted, listing) = timed(|| worklist(&case, &findings));
    println!("retrieval list in {:.2} s: {} sources", listing.as_secs_f64(), wanted.len());
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    #[expect(clippy::disallowed_methods, reason = "this is a measurement")]
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// The paper at a place in the collection: of each province and year, number after number.
fn paper(at: usize, provinces: &[&str]) -> String {
    let province = provinces[at % provinces.len()];
    let year = 2015 + at / provinces.len() % 8;
    let number = 1 + at / (provinces.len() * 8);
    let (day, month) = (1 + number % 28, 1 + number % 12);
    let before = number.saturating_sub(1).max(1);
    match at % 3 {
        0 => format!(
            "TỈNH ỦY {}\n*\n\nSố: {number:02}-KH/TU\n\n{province}, ngày {day:02} tháng {month} năm {year}\n\nKẾ HOẠCH\nThực hiện chỉ \
             thị\n\nThực hiện Chỉ thị số {:02}-CT/TW, ngày 15/5/2016 của Bộ Chính trị; Kế hoạch số {before:02}-KH/TU của Tỉnh ủy, \
             Ban Thường vụ Tỉnh ủy ban hành kế hoạch.\n\nNơi nhận:\n- Các huyện ủy, thành ủy;\n- Lưu: VT.\n",
            province.to_uppercase(),
            1 + number % 40,
        ),
        1 => format!(
            "ỦY BAN NHÂN DÂN\nTỈNH {}\n\nSố: {number:02}/KH-UBND\n\n{province}, ngày {day:02} tháng {month} năm {year}\n\nKẾ \
             HOẠCH\nTriển khai kế hoạch\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nCăn cứ Kế hoạch số \
             {number:02}-KH/TU, ngày {day:02}/{month}/{year} của Tỉnh ủy {province};\nCăn cứ Nghị định số {}/2016/NĐ-CP ngày \
             05/6/2016 của Chính phủ;\nỦy ban nhân dân tỉnh ban hành kế hoạch.\n\nNơi nhận:\n- UBND các huyện, thành phố;\n- Lưu: \
             VT.\n",
            province.to_uppercase(),
            1 + number % 90,
        ),
        _ => format!(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH {}\n\nSố: {number}/LĐLĐ\n\n{province}, ngày {day:02} tháng {month} năm {year}\n\nKính gửi: \
             Liên đoàn Lao động các huyện, thành phố\n\nThực hiện Kế hoạch số {number:02}/KH-UBND, ngày {day:02}/{month}/{year} của \
             Ủy ban nhân dân tỉnh {province}; tiếp tục thực hiện Chỉ thị số 05-CT/TW, Liên đoàn Lao động tỉnh đề nghị báo cáo trước \
             ngày 10/12/{year}.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n",
            province.to_uppercase(),
        ),
    }
}
