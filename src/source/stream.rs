//! Documents off a stream of JSON lines.

use super::{Id, Limits, Origin, Source, too_large};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::io::{self, BufRead, Read};

/// What a line may say. Anything else in it is left alone.
#[derive(Deserialize)]
struct Line {
    id: Option<Box<RawValue>>,
    path: Option<String>,
    text: Option<String>,
}

/// What of a line is worth saving where its text is none.
#[derive(Deserialize)]
struct Named {
    id: Option<Box<RawValue>>,
}

/// The documents of a stream of JSON lines `{"id": …, "text": …}`, in order, one for each line, as they come. A line that
/// is none is a source too, with the reason; of a line that is longer than a file may be no more is held than that.
pub fn lines(mut reader: impl BufRead, limits: Limits) -> impl Iterator<Item = Source> {
    let mut number = 0;
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        number += 1;
        let mut line = Vec::new();
        let most = limits.file.saturating_add(1);
        let read = reader.by_ref().take(most).read_until(b'\n', &mut line).and_then(|read| {
            let cut = read as u64 == most && !line.ends_with(b"\n");
            if cut { pass_line(&mut reader) } else { Ok(()) }.map(|()| (read, cut))
        });
        let source = match read {
            Ok((0, _)) => return None,
            Ok((_, true)) => Source::new(String::new(), Origin::Refused(too_large(&limits))),
            Ok((_, false)) => parse_line(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line), number),
            Err(error) => {
                ended = true;
                broken(None, format!("line {number}: the input breaks off: {error}"))
            }
        };
        Some(Source { limits, ..source })
    })
}

/// Passes over the rest of a line without holding it.
fn pass_line(reader: &mut impl BufRead) -> io::Result<()> {
    loop {
        let waiting = reader.fill_buf()?;
        let end = memchr::memchr(b'\n', waiting);
        let passed = end.map_or(waiting.len(), |end| end + 1);
        let ended = end.is_some() || waiting.is_empty();
        reader.consume(passed);
        if ended {
            return Ok(());
        }
    }
}

/// True if a file begins with a JSON object that has a text: lines of documents, and not a document itself. The head may
/// end inside a line.
pub fn is_lines(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let keyed = |key: &[u8]| memchr::memmem::find(head, key).is_some();
    head.starts_with(b"{") && !head.starts_with(b"{\\rtf") && keyed(b"\"text\"") && !keyed(b"\"mentions\"")
}

fn parse_line(line: &[u8], number: usize) -> Source {
    let line = match serde_json::from_slice::<Line>(line) {
        Ok(line) => line,
        Err(error) => {
            let place = format!("line {number}, column {}", error.column());
            let id = serde_json::from_slice::<Named>(line).ok().and_then(|named| named.id);
            return broken(id.map(Id::from), format!("{place}: not a document: {}", without_place(&error)));
        }
    };
    let id = line.id.map(Id::from);
    match line.text {
        Some(text) => {
            let source = Source::memory(&line.path.unwrap_or_default(), text);
            Source { id, ..source }
        }
        None => {
            let source = broken(id, format!("line {number}: the object has no “text”"));
            Source { path: line.path.unwrap_or_default(), ..source }
        }
    }
}

fn broken(id: Option<Id>, reason: String) -> Source {
    Source { id, ..Source::new(String::new(), Origin::Broken(reason)) }
}

/// serde_json counts lines within the one line that it is given; ours is the line of the stream.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_stream_is_a_source_in_order() {
        let stream = "\u{FEFF}{\"id\":7,\"text\":\"a\"}\n\nno\n{\"id\":\"x\",\"path\":\"p\"}\n{\"id\":2,\"text\":5}";
        let sources: Vec<Source> = lines(stream.as_bytes(), Limits::DEFAULT).collect();
        assert_eq!(sources.len(), 5);
        let id = |at: usize| sources[at].id.as_ref().map(Id::json);
        assert_eq!(id(0), Some("7"));
        assert_eq!(sources[0].bytes().unwrap(), b"a");
        let reasons: Vec<String> = sources[1..].iter().map(|s| s.bytes().unwrap_err().to_string()).collect();
        assert!(reasons[0].starts_with("line 2, "), "{}", reasons[0]);
        assert!(reasons[1].starts_with("line 3, column 2"), "{}", reasons[1]);
        assert_eq!(reasons[2], "line 4: the object has no “text”");
        assert_eq!((sources[3].path.as_str(), id(3)), ("p", Some("\"x\"")));
        assert_eq!(id(4), Some("2"));
    }

    #[test]
    fn a_line_beyond_the_limit_is_named_and_the_next_is_read() {
        let long = format!("{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"a\"}}", "x".repeat(99));
        let sources: Vec<Source> = lines(long.as_bytes(), Limits { file: 50, ..Limits::DEFAULT }).collect();
        assert_eq!(sources[0].bytes().unwrap_err().code(), "too-large");
        assert_eq!((sources.len(), sources[1].bytes().unwrap()), (2, b"a".to_vec()));
    }
}
