//! A text and the places in it.

use super::composed::odd_parts;
use super::legacy::Encoding;
use super::place::{Place, Places};
use super::{Decoded, Format, Problem};
use std::ops::Range;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A stretch of a text, in bytes of its NFC form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// As a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// True if `other` lies inside, or is the same.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True if the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The words of a document: as they stand, and in NFC.
#[derive(Clone, Debug)]
pub struct Text {
    original: String,
    /// The NFC form and its map, only where it differs from the original.
    normal: Option<(String, Vec<Anchor>)>,
    /// The format that the content shows.
    pub format: Format,
    /// How its letters were written; of a mixed file, what most of the converted ones were.
    pub encoding: Encoding,
    /// What of the file could not be read, or was left out.
    pub notes: Vec<Problem>,
    places: Places,
    runs: Vec<Run>,
}

/// A stretch of a text that was converted from an old encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// First byte, of the text as it stands.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it was written in.
    pub encoding: Encoding,
    /// What stands in the file, shown as Latin-1. It has as many words as the stretch.
    pub source: Box<str>,
}

/// From here on, up to the next anchor, both forms run alike byte by byte, or are one changed cluster.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    nfc: usize,
    original: usize,
    /// Bytes in a changed cluster have no counterpart: all map to its start.
    changed: bool,
}

impl Text {
    /// Keeps a text and makes its NFC form if it needs one. Linear; no copy when the text is NFC already.
    pub fn new(original: String, format: Format) -> Self {
        // Before and behind an odd part stand characters that combine with nothing.
        let parts = odd_parts(&original);
        let is_nfc = parts.iter().all(|part| is_nfc_quick(original[part.clone()].chars()) == IsNormalized::Yes);
        let normal = if is_nfc { None } else { Some(normalize(&original, &parts)).filter(|(nfc, _)| *nfc != original) };
        let encoding = Encoding::default();
        Self { original, normal, format, encoding, notes: Vec::new(), places: Places::default(), runs: Vec::new() }
    }

    /// What a reader of a format has found.
    pub(super) fn of(decoded: Decoded, format: Format) -> Self {
        let Decoded { text, places, runs, encoding, notes } = decoded;
        Self { encoding, notes, places, runs, ..Self::new(text, format) }
    }

    /// Where in the file a byte of the NFC text comes from. Logarithmic in the parts of the file.
    pub fn place(&self, byte: usize) -> Place {
        self.places.of(self.to_original(byte))
    }

    /// The stretches that were converted from an old encoding, in order.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The words that a span touches as they stand in the file, where they were converted from an old encoding.
    pub fn source_of(&self, span: Span) -> Option<String> {
        let (start, end) = (self.to_original(span.start), self.to_original(span.end));
        let first = self.runs.partition_point(|run| run.end <= start);
        let touched = self.runs[first..].iter().take_while(|run| run.start < end);
        let parts: Vec<String> = touched.map(|run| self.source_words(run, start, end)).collect();
        (!parts.is_empty()).then(|| parts.join(" … "))
    }

    fn source_words(&self, run: &Run, start: usize, end: usize) -> String {
        let before =
            |to: usize| self.original[run.start..to.clamp(run.start, run.end)].split_ascii_whitespace().count();
        let (from, to) = (start.max(run.start), end.min(run.end));
        let inside = self.original[run.start..from].ends_with(|c: char| !c.is_ascii_whitespace());
        let skipped = before(from) - usize::from(inside && from > run.start);
        let words = run.source.split_ascii_whitespace().skip(skipped).take(before(to) - skipped);
        words.collect::<Vec<_>>().join(" ")
    }

    /// The words in NFC: what every later stage reads.
    pub fn as_str(&self) -> &str {
        self.normal.as_ref().map_or(&self.original, |(nfc, _)| nfc)
    }

    /// The words as they stand in the file.
    pub fn original(&self) -> &str {
        &self.original
    }

    /// The exact words of a span, as they stand in the file.
    pub fn quote(&self, span: Span) -> &str {
        &self.original[self.to_original(span.start)..self.to_original(span.end)]
    }

    /// The line of a byte of the NFC text, from 1. Linear in the text before it.
    pub fn line(&self, byte: usize) -> usize {
        memchr::memchr_iter(b'\n', &self.as_str().as_bytes()[..byte]).count() + 1
    }

    /// Start and end of each span in code points of the text as it stands. One pass over the text for all of them.
    pub fn code_points(&self, spans: &[Span]) -> Vec<(usize, usize)> {
        let mut ends: Vec<usize> = spans.iter().flat_map(|s| [s.start, s.end]).map(|b| self.to_original(b)).collect();
        ends.sort_unstable();
        ends.dedup();
        let (mut counted, mut at) = (0, 0);
        let counts: Vec<usize> = ends
            .iter()
            .map(|&end| {
                counted += count(&self.original.as_bytes()[at..end]);
                at = end;
                counted
            })
            .collect();
        let find = |byte: usize| counts[ends.binary_search(&self.to_original(byte)).expect("collected above")];
        spans.iter().map(|s| (find(s.start), find(s.end))).collect()
    }

    fn to_original(&self, byte: usize) -> usize {
        let Some((_, anchors)) = &self.normal else { return byte };
        let anchor = anchors[anchors.partition_point(|a| a.nfc <= byte) - 1];
        if anchor.changed { anchor.original } else { anchor.original + (byte - anchor.nfc) }
    }
}

/// Code points of valid UTF-8: the bytes that do not continue one. Runs that a byte can count become vector code.
fn count(bytes: &[u8]) -> usize {
    let of_run = |run: &[u8]| run.iter().map(|&b| u8::from((b as i8) >= -0x40)).sum::<u8>();
    bytes.chunks(192).map(|run| usize::from(of_run(run))).sum()
}

/// NFC cluster by cluster: a cluster runs from a character that starts afresh up to the next one, so both forms meet at its
/// ends. A cluster of one character is NFC, and runs of such are copied whole: outside `parts` there are no others.
fn normalize(original: &str, parts: &[Range<usize>]) -> (String, Vec<Anchor>) {
    let mut nfc = String::with_capacity(original.len());
    let mut anchors = vec![Anchor { nfc: 0, original: 0, changed: false }];
    let mut copied = 0;
    for part in parts {
        // The character before may be the first of a cluster.
        let mut from = original[..part.start].char_indices().next_back().map_or(0, |(at, _)| at);
        let start = from;
        let mut chars = original[start..part.end].char_indices().map(|(at, c)| (start + at, c)).peekable();
        while let Some((at, c)) = chars.next() {
            if starts_afresh(c) {
                from = at;
                continue;
            }
            while chars.next_if(|&(_, next)| !starts_afresh(next)).is_some() {}
            let to = chars.peek().map_or(part.end, |&(next, _)| next);
            nfc.push_str(&original[copied..from]);
            let (at, cluster) = (nfc.len(), &original[from..to]);
            nfc.extend(cluster.nfc());
            if nfc[at..] != *cluster {
                anchors.push(Anchor { nfc: at, original: from, changed: true });
                anchors.push(Anchor { nfc: nfc.len(), original: to, changed: false });
            }
            (copied, from) = (to, to);
        }
    }
    nfc.push_str(&original[copied..]);
    (nfc, anchors)
}

fn starts_afresh(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}')
        || (canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &Text, needle: &str) -> (usize, usize, String) {
        let start = text.as_str().find(needle).expect("in the text");
        let span = Span::new(start, start + needle.len());
        let (a, b) = text.code_points(&[span])[0];
        (a, b, text.quote(span).to_string())
    }

    #[test]
    fn offsets_count_code_points_of_the_file_for_nfc_and_nfd() {
        let nfc = "Số: 12. Căn cứ Chỉ thị số 05-CT/TW của Bộ Chính trị";
        let nfd: String = nfc.nfd().collect();
        for source in [nfc.to_string(), nfd] {
            let text = Text::new(source.clone(), Format::Text);
            let (start, end, quote) = place(&text, "Chỉ thị số 05-CT/TW");
            let slice: String = source.chars().skip(start).take(end - start).collect();
            assert_eq!(slice, quote);
            assert_eq!(slice.nfc().collect::<String>(), "Chỉ thị số 05-CT/TW");
        }
    }

    #[test]
    fn nfc_text_is_not_copied() {
        assert!(Text::new("Nghị quyết".into(), Format::Text).normal.is_none());
    }

    proptest::proptest! {
        #[test]
        fn the_ends_of_a_text_always_map_to_its_ends(source in "\\PC{0,60}") {
            let text = Text::new(source.clone(), Format::Text);
            let whole = Span::new(0, text.as_str().len());
            proptest::prop_assert_eq!(text.quote(whole), source.as_str());
            proptest::prop_assert_eq!(text.code_points(&[whole])[0], (0, source.chars().count()));
        }
    }
}
