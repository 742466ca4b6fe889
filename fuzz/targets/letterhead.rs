//! Any text as a paper: the letterhead parser ends, and its spans lie in the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use luocdo::document::parse;
use luocdo::lexicon::Lexicon;
use luocdo::text::{Format, Text};

fuzz_target!(|words: &str| {
    let text = Text::new(words.to_owned(), Format::Text);
    let document = parse(&text, Lexicon::embedded());
    for span in [document.number_span, document.date_span, document.subject_span].into_iter().flatten() {
        let _ = text.quote(span);
    }
});
