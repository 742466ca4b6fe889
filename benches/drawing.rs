//! How long a drawing takes, and how large it is: generated cascades of a thousand to a hundred thousand cards.
//!
//! `cargo bench --bench drawing`. With `LUOCDO_LAYOUTS=FOLDER` nothing is measured; instead the same cards and lines are
//! written there for other layout programs (benches/layouts). With `LUOCDO_CARDS=N` that many are drawn once, which is
//! what a profiler wants to see; the seconds of each step are printed.

// The macro below makes a public function of its own; a bench measures time and may be told where to write.
#![allow(missing_docs, clippy::disallowed_methods, clippy::print_stdout)]

#[path = "../tests/cascade/mod.rs"]
mod cascade;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group};
use luocdo::diagram::{Diagram, Options, arrange, verify};
use luocdo::graph::Graph;
use luocdo::render::svg;
use luocdo::view::{Query, View, select};
use std::path::Path;
use std::time::Instant;

/// The graph of so many documents; the same on every machine.
fn graph(cards: usize) -> Graph {
    cascade::random(cards, 1)
}

fn whole(graph: &Graph) -> View<'_> {
    select(graph, &Query { max_nodes: usize::MAX, competence: true, ..Query::default() })
}

fn drawing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("drawing");
    group.sample_size(10);
    for cards in [70, 1_000, 10_000, 100_000] {
        let graph = graph(cards);
        group.throughput(Throughput::Elements(u64::try_from(cards).expect("a count")));
        group.bench_function(BenchmarkId::new("select", cards), |b| b.iter(|| whole(&graph)));
        let view = whole(&graph);
        group.bench_function(BenchmarkId::new("arrange", cards), |b| {
            b.iter_batched(Options::default, |options| arrange(&view, &options), BatchSize::PerIteration);
        });
        let diagram = arrange(&view, &Options::default());
        group.bench_function(BenchmarkId::new("svg", cards), |b| b.iter(|| svg(&diagram)));
        println!("drawing/{cards}: {} × {} units, {} bytes of SVG", diagram.width, diagram.height, svg(&diagram).len());
    }
    group.finish();
}

criterion_group!(benches, drawing);

/// Cards with their sizes and lines with their ends, as JSON, and what luocdo makes of them.
fn write(folder: &Path, cards: usize) -> std::io::Result<()> {
    let graph = graph(cards);
    let view = whole(&graph);
    let begin = Instant::now();
    let diagram: Diagram = arrange(&view, &Options::default());
    let taken = begin.elapsed();
    assert_eq!(verify(&diagram), [], "a drawing with faults is no comparison");
    let text = svg(&diagram);
    let nodes: Vec<_> = diagram
        .cards
        .iter()
        .map(|card| serde_json::json!({"w": card.rect.w, "h": card.rect.h, "lane": card.lane}))
        .collect();
    let edges: Vec<_> = diagram.lines.iter().map(|line| [line.from, line.to]).collect();
    let own = serde_json::json!({
        "ms": taken.as_secs_f64() * 1000.0, "width": diagram.width, "height": diagram.height, "svg": text.len(),
    });
    let all = serde_json::json!({"nodes": nodes, "edges": edges, "luocdo": own});
    std::fs::write(folder.join(format!("graph-{cards}.json")), all.to_string())?;
    std::fs::write(folder.join(format!("luocdo-{cards}.svg")), text)
}

/// Selects, arranges and writes once.
fn once(cards: usize) {
    let graph = graph(cards);
    let begin = Instant::now();
    let view = whole(&graph);
    let selected = begin.elapsed();
    let diagram = arrange(&view, &Options::default());
    let arranged = begin.elapsed() - selected;
    let bytes = svg(&diagram).len();
    let written = begin.elapsed() - arranged - selected;
    println!("{cards}: select {selected:.3?}, arrange {arranged:.3?}, svg {written:.3?} ({bytes} bytes)");
}

fn main() -> std::io::Result<()> {
    if let Some(cards) = std::env::var("LUOCDO_CARDS").ok().and_then(|cards| cards.parse().ok()) {
        once(cards);
        return Ok(());
    }
    if let Some(folder) = std::env::var_os("LUOCDO_LAYOUTS") {
        std::fs::create_dir_all(&folder)?;
        return [100, 300, 1_000, 10_000, 100_000].into_iter().try_for_each(|cards| write(Path::new(&folder), cards));
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
    Ok(())
}
