//! How fast a large collection is resolved: 200,000 documents with a million references whose numbers collide.
//!
//! The generator draws what real collections are made of: the same plans and letters in every province and year, party
//! directives of several terms under one number, laws by name, short repetitions of what a paper has cited in full. It is
//! seeded, so every run resolves the same collection. `LUOCDO_BENCH_DOCUMENTS` makes it smaller. Outside the measure are
//! the records, as reading leaves them, and sorting them into a corpus, whose time is told apart.
//!
//! ```sh
//! cargo bench --bench resolution
//! ```

// The macro below makes a public function of its own; a bench may be told by the environment how much to read.
#![allow(missing_docs, clippy::disallowed_methods, clippy::print_stderr)]

#[path = "../tests/papers/mod.rs"]
mod papers;

use criterion::{Criterion, criterion_group, criterion_main};
use luocdo::corpus::{self, Corpus};
use luocdo::record::Record;
use luocdo::reference::{self, Target};
use luocdo::vocabulary::Relation;
use papers::*;
use std::hint::black_box;
use std::time::Instant;

const DOCUMENTS: usize = 200_000;
const CITES: usize = 5;

/// Numbers drawn in a row that is the same everywhere (Steele, Lea, Flood 2014: splitmix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).expect("below end")
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }

    fn date(&mut self, from: usize, to: usize) -> String {
        format!("{}-{:02}-{:02}", from + self.below(to - from), 1 + self.below(12), 1 + self.below(28))
    }
}

/// Issuer in a province, how papers of the province write it, symbol.
const ORGANS: [(&str, &str, &str); 7] = [
    ("Ủy ban nhân dân tỉnh", "UBND tỉnh", "/KH-UBND"),
    ("Ủy ban nhân dân tỉnh", "UBND tỉnh", "/QĐ-UBND"),
    ("Tỉnh ủy", "Tỉnh ủy", "-KH/TU"),
    ("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", "-HD/BTGTU"),
    ("Liên đoàn Lao động tỉnh", "LĐLĐ tỉnh", "/KH-LĐLĐ"),
    ("Liên đoàn Lao động tỉnh", "LĐLĐ tỉnh", "/LĐLĐ"),
    ("Sở Nội vụ tỉnh", "Sở Nội vụ", "/HD-SNV"),
];

const TITLES: [&str; 5] = [
    "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "tổ chức các hoạt động kỷ niệm ngày thành lập Công đoàn Việt Nam",
    "phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn tỉnh",
    "chuyển đổi số đến năm 2025, định hướng đến năm 2030",
    "cải cách hành chính nhà nước giai đoạn 2021 - 2030",
];

/// The collection. Issuers are read once for each province, as they repeat.
fn collection(documents: usize) -> Vec<Record> {
    let provinces: Vec<&str> = lexicon()
        .places
        .all()
        .iter()
        .filter(|p| p.generations.iter().any(|g| g == "63"))
        .map(|p| p.name.as_str())
        .collect();
    let acts: Vec<_> = lexicon().acts.all().iter().filter(|act| act.number.is_some()).collect();
    let laws: Vec<_> = lexicon().acts.all().iter().filter(|act| act.kind == "Luật").collect();
    let mut models: Vec<(String, Record)> = Vec::new();
    for province in &provinces {
        for (organ, _, symbol) in ORGANS {
            let issuer = format!("{organ} {province}");
            models.push((symbol.to_owned(), paper("", &format!("1{symbol}"), &issuer, "2020-01-02")));
        }
    }
    let mut draw = Draw(2026);
    (0..documents)
        .map(|at| {
            let (symbol, model) = draw.of(&models).clone();
            let date = draw.date(2016, 2025);
            let mut record = numbered(model, &format!("{}{symbol}", 1 + draw.below(900)), &date, at);
            let cites =
                (1..=CITES).map(|id| (u32::try_from(id).expect("few"), cited(&mut draw, &provinces, &acts, &laws)));
            record.mentions = cites.map(|(id, cite)| cite.mention(id)).collect();
            record.texts = vec![String::new(); CITES];
            record
        })
        .collect()
}

/// The model with another number and date.
fn numbered(mut record: Record, number: &str, date: &str, at: usize) -> Record {
    record.path = format!("{at}.txt");
    record.document.number = luocdo::number::read(number, 0, lexicon()).map(|(number, _)| number);
    record.document.date = date.parse().ok();
    record.document.subject = Some(TITLES[at % TITLES.len()].to_owned());
    record.fingerprint[..8].copy_from_slice(&(at as u64).to_le_bytes());
    record
}

fn cited(draw: &mut Draw, provinces: &[&str], acts: &[&luocdo::lexicon::Act], laws: &[&luocdo::lexicon::Act]) -> Cite {
    if draw.chance(15) {
        let law = draw.of(laws);
        return named("Luật", &law.title);
    }
    if draw.chance(35) {
        let act = draw.of(acts);
        let made = cite("Nghị quyết", act.number.as_deref().unwrap_or_default()).by(&act.issuer);
        return match draw.below(3) {
            0 => made.on(&act.date.to_string()),
            1 => made.about(&act.title),
            _ => made,
        };
    }
    let (organ, short, symbol) = *draw.of(&ORGANS);
    let mut made = cite("Kế hoạch", &format!("{}{symbol}", 1 + draw.below(900)));
    match draw.below(4) {
        0 => {}
        1 => made = made.by(&format!("{organ} {}", draw.of(provinces))),
        _ => made = made.by(short),
    }
    if draw.chance(70) {
        made = made.on(&draw.date(2014, 2022));
    }
    if draw.chance(40) {
        made = made.about(TITLES[draw.below(TITLES.len())]);
    }
    made.does(Relation::Implements, 0)
}

/// The generator makes what the figure is about.
fn described(corpus: &Corpus) -> String {
    let (mut held, mut missing, mut open, mut several) = (0, 0, 0, 0);
    for reference in reference::resolve(corpus, lexicon()) {
        match reference.target {
            Target::Held(_) => held += 1,
            Target::Missing(_) | Target::Oral(_) => missing += 1,
            Target::Ambiguous(candidates) => {
                open += 1;
                several += usize::from(candidates.len() > 1);
            }
        }
    }
    assert!(held > 0 && missing > 0 && several > 0, "the generator makes too easy a collection");
    format!("{held} held, {missing} missing, {open} ambiguous ({several} with several candidates)")
}

fn documents() -> usize {
    std::env::var("LUOCDO_BENCH_DOCUMENTS").ok().and_then(|typed| typed.parse().ok()).unwrap_or(DOCUMENTS)
}

/// The most memory that the program has had so far, in megabytes, where the system tells.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().split(' ').next()?.parse::<usize>().ok().map(|kilobytes| kilobytes / 1024)
}

fn resolve(criterion: &mut Criterion) {
    let documents = documents();
    let records = collection(documents);
    let begun = Instant::now();
    let corpus = corpus::assemble(records, lexicon());
    eprintln!("assembled in {:.2} s", begun.elapsed().as_secs_f32());
    let before = peak();
    let described = described(&corpus);
    if let (Some(before), Some(after)) = (before, peak()) {
        eprintln!("{described}; peak {after} MB, {before} MB before resolution");
    }
    let mut group = criterion.benchmark_group(format!("{documents} documents, {} references", documents * CITES));
    group.sample_size(10);
    group.bench_function("resolve", |bench| {
        bench.iter_with_large_drop(|| black_box(reference::resolve(&corpus, lexicon())));
    });
    group.finish();
}

criterion_group!(benches, resolve);
criterion_main!(benches);
