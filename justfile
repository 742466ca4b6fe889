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

# Speed on a folder, beside ripgrep and hyperfine where they are installed.
bench folder="data/sample":
    benches/whole-program {{folder}}
