//! Any text as a body: the mention grammar ends, and each mention can be quoted.

#![no_main]

use libfuzzer_sys::fuzz_target;
use luocdo::document::parse;
use luocdo::lexicon::Lexicon;
use luocdo::mention::extract;
use luocdo::text::{Format, Text};

fuzz_target!(|words: &str| {
    let text = Text::new(words.to_owned(), Format::Text);
    let lexicon = Lexicon::embedded();
    let document = parse(&text, lexicon);
    for mention in extract(&text, &document, lexicon) {
        let _ = (text.quote(mention.span), text.quote(mention.sentence));
    }
});
