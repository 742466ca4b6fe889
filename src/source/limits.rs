//! How much one file may cost.

/// Bounds on what one file may take; beyond them it is named and left, or read as far as they go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes.
    pub file: u64,
    /// Longest text of a document, in bytes of UTF-8.
    pub text: usize,
    /// Most bytes that one file may unpack to, all parts together.
    pub unpacked: u64,
    /// Most that a part may grow in unpacking: bytes for one packed byte, beyond the first megabyte.
    pub ratio: u64,
    /// Most entries of an archive.
    pub entries: usize,
    /// Longest time to turn a file into text, in seconds.
    pub seconds: u64,
    /// Pictures of pages are read too, by an installed Tesseract; then `seconds` bound each page.
    pub ocr: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Limits {
    /// 256 MB a file, 64 MB of text, 1 GB unpacked at most 200 to 1, 100,000 entries, 60 s; pictures are not read.
    pub const DEFAULT: Self = Self {
        file: 256 << 20,
        text: 64 << 20,
        unpacked: 1 << 30,
        ratio: 200,
        entries: 100_000,
        seconds: 60,
        ocr: false,
    };

    /// Most bytes that a part of `packed` bytes may unpack to when `left` is left for the file.
    #[cfg(feature = "formats")]
    pub(crate) fn allowance(&self, packed: u64, left: u64) -> u64 {
        left.min(packed.saturating_mul(self.ratio).saturating_add(1 << 20))
    }
}
