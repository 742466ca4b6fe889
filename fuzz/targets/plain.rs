//! Bytes as a .txt file: read or named, never a panic of a reader written here.

#![no_main]

use libfuzzer_sys::fuzz_target;
use luocdo::source::Limits;
use luocdo::text::decode_within;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { unpacked: 64 << 20, text: 4 << 20, seconds: 600, ..Limits::DEFAULT };
    match decode_within("a.txt", bytes.to_vec(), &limits) {
        Ok(text) => {
            let end = text.as_str().len();
            // Every byte has a place, and the places of the ends are found.
            let _ = (text.place(0), text.place(end));
        }
        Err(problem) => assert!(!problem.message.contains("broke down") && problem.code != "too-slow", "{problem:?}"),
    }
});
