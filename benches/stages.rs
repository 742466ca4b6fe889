//! What each stage costs, in bytes a second of one thread: `cargo bench --bench stages`.
//!
//! Reads the .txt and .md of the folders in LUOCDO_BENCH (`:` between them), else the project's own samples. Every
//! iteration takes all documents once, so that long and short ones count by their bytes.

// The macro below makes a public function of its own; a bench may be told by the environment what to read.
#![allow(missing_docs, clippy::disallowed_methods)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use luocdo::lexicon::Lexicon;
use luocdo::record::examine;
use luocdo::render::ndjson;
use luocdo::source::{self, Source};
use luocdo::text::{self, Text};
use luocdo::{document, mention, number};
use std::hint::black_box;
use std::io;

/// The documents that are read: their bytes.
fn documents() -> Vec<Vec<u8>> {
    let own = || ["data/sample", "data/gold"].map(|folder| format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).into();
    let folders: Vec<String> =
        std::env::var("LUOCDO_BENCH").map_or_else(|_| own(), |list| list.split(':').map(str::to_owned).collect());
    let reading = source::read(&folders, &luocdo::DOCUMENTS).expect("the folders exist");
    let bytes: Vec<Vec<u8>> = reading.sources.iter().filter_map(|source| source.bytes().ok()).collect();
    bytes.into_iter().filter(|bytes| decode(bytes).is_some()).collect()
}

fn decode(bytes: &[u8]) -> Option<Text> {
    text::decode("a.txt", bytes.to_vec()).ok()
}

fn stages(criterion: &mut Criterion) {
    let lexicon = Lexicon::embedded();
    let documents = documents();
    let texts: Vec<Text> = documents.iter().filter_map(|bytes| decode(bytes)).collect();
    let parsed: Vec<document::Document> = texts.iter().map(|text| document::parse(text, lexicon)).collect();
    let sources: Vec<Source> = documents.iter().map(|bytes| Source::memory("a.txt", bytes.clone())).collect();

    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(documents.iter().map(|bytes| bytes.len() as u64).sum()));
    group.sample_size(20);
    // The physical limit: touching the bytes and checking that they are UTF-8.
    group.bench_function("check", |bencher| {
        bencher.iter(|| documents.iter().filter(|bytes| simdutf8::basic::from_utf8(bytes).is_ok()).count());
    });
    group.bench_function("decode", |bencher| {
        bencher.iter(|| documents.iter().filter_map(|bytes| decode(bytes)).for_each(|text| drop(black_box(text))));
    });
    group.bench_function("scan", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(lexicon.cues.finder.find(text.as_str()));
                black_box(number::find(text.as_str()));
            }
        });
    });
    group.bench_function("parse", |bencher| {
        bencher.iter(|| texts.iter().for_each(|text| drop(black_box(document::parse(text, lexicon)))));
    });
    group.bench_function("mention", |bencher| {
        bencher.iter(|| {
            for (text, document) in texts.iter().zip(&parsed) {
                black_box(mention::extract(text, document, lexicon));
            }
        });
    });
    group.bench_function("record", |bencher| {
        bencher.iter(|| {
            for source in &sources {
                ndjson::write_record(&examine(source, lexicon), &mut io::sink()).expect("nothing fails there");
            }
        });
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
