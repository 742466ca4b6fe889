# What a contributor types. `just` alone lists it.

_default:
    @just --list

# The demo: the sample collection as a poster.
draw:
    cargo run --release -- draw data/sample output/cascade.svg

# Every test.
test:
    cargo test

# What must be clean before a commit: format, lints, documentation, tests.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
    cargo test

# Everything that the CI does, floors and seeds included where they are at hand.
ci:
    .ci/run

# Writes the expected terminal outputs anew; look at the difference before committing it.
bless:
    TRYCMD=overwrite cargo test --test cli

# Rebuilds the gallery in output/sample.
gallery:
    LUOCDO_GALLERY=write cargo test --test gallery

# Mentions gained, lost and read otherwise on ../shared/corpus, against the last commit or another one.
gains commit="HEAD":
    python3 .ci/gains.py {{commit}}

# Figures of docs/accuracy.md, counted anew on the annotated documents and passages.
accuracy:
    cargo build --release
    python3 .ci/accuracy.py --write docs/accuracy.md

# Speed on a folder, beside ripgrep and hyperfine where they are installed.
bench folder="data/sample":
    benches/whole-program {{folder}}

# Bytes a second of each stage; LUOCDO_BENCH names the folders to read.
stages:
    cargo bench --bench stages

# What reading costs as documents and threads grow, beside ripgrep where it is installed.
scaling folder="data/sample":
    benches/scaling {{folder}}
