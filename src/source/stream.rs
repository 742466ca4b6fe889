//! Documents off a stream of JSON lines.

use super::{Origin, Source};
use serde::Deserialize;
use std::io::BufRead;

/// What a line may say. Anything else in it is left alone.
#[derive(Deserialize)]
struct Line {
    id: Option<serde_json::Value>,
    path: Option<String>,
    text: Option<String>,
}

/// The documents of a stream of JSON lines `{"id": …, "text": …}`, in order, one for each line, as they come. A line that
/// is none is a source too, with the reason.
pub fn lines(mut reader: impl BufRead) -> impl Iterator<Item = Source> {
    let mut number = 0;
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        number += 1;
        let mut line = Vec::new();
        match reader.read_until(b'\n', &mut line) {
            Ok(0) => None,
            Ok(_) => Some(parse_line(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line), number)),
            Err(error) => {
                ended = true;
                Some(broken(None, format!("line {number}: the input breaks off: {error}")))
            }
        }
    })
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
            // The id is worth saving even where the text is not one.
            let id = serde_json::from_slice::<serde_json::Value>(line).ok().and_then(|value| value.get("id").cloned());
            return broken(id, format!("{place}: not a document: {}", without_place(&error)));
        }
    };
    match line.text {
        Some(text) => {
            let source = Source::memory(&line.path.unwrap_or_default(), text);
            Source { id: line.id, ..source }
        }
        None => {
            let source = broken(line.id, format!("line {number}: the object has no “text”"));
            Source { path: line.path.unwrap_or_default(), ..source }
        }
    }
}

fn broken(id: Option<serde_json::Value>, reason: String) -> Source {
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
        let sources: Vec<Source> = lines(stream.as_bytes()).collect();
        assert_eq!(sources.len(), 5);
        assert_eq!(sources[0].id, Some(7.into()));
        assert_eq!(sources[0].bytes().unwrap(), b"a");
        let reasons: Vec<String> = sources[1..].iter().map(|s| s.bytes().unwrap_err().to_string()).collect();
        assert!(reasons[0].starts_with("line 2, "), "{}", reasons[0]);
        assert!(reasons[1].starts_with("line 3, column 2"), "{}", reasons[1]);
        assert_eq!(reasons[2], "line 4: the object has no “text”");
        assert_eq!((sources[3].path.as_str(), &sources[3].id), ("p", &Some("x".into())));
        assert_eq!(sources[4].id, Some(2.into()));
    }
}
