//! How much one file may cost, and whether pictures are read.

use clap::Args;
use luocdo::source::{Limits, ReadOptions};
use luocdo::{DOCUMENTS, text};

const HEADING: &str = "Giới hạn cho mỗi tệp (limits for each file)";

/// Options of every command that reads files.
#[derive(Args, Clone, Debug, Default)]
pub struct LimitArgs {
    /// Nhận dạng chữ trong ảnh và PDF quét bằng Tesseract đã cài (read pictures with an installed Tesseract)
    #[arg(long, help_heading = HEADING)]
    pub ocr: bool,

    /// Tệp lớn nhất, MB [mặc định: 256] (largest file)
    #[arg(long, value_name = "MB", help_heading = HEADING)]
    max_file: Option<u64>,

    /// Lời văn bản dài nhất, MB [mặc định: 64] (longest text)
    #[arg(long, value_name = "MB", help_heading = HEADING)]
    max_text: Option<u64>,

    /// Tệp nén bung ra nhiều nhất, MB [mặc định: 1024] (most that a file may unpack to)
    #[arg(long, value_name = "MB", help_heading = HEADING)]
    max_unpacked: Option<u64>,

    /// Tỷ lệ nén lớn nhất [mặc định: 200] (most bytes for one packed byte)
    #[arg(long, value_name = "N", help_heading = HEADING)]
    max_ratio: Option<u64>,

    /// Số tệp nhiều nhất trong một tệp nén [mặc định: 100000] (most entries of an archive)
    #[arg(long, value_name = "N", help_heading = HEADING)]
    max_entries: Option<usize>,

    /// Thời gian đọc lâu nhất, giây; với --ocr là cho mỗi trang [mặc định: 60] (longest time in seconds)
    #[arg(long, value_name = "GIÂY", help_heading = HEADING)]
    max_seconds: Option<u64>,
}

impl LimitArgs {
    /// As the library takes them.
    pub fn limits(&self) -> Limits {
        let default = Limits::DEFAULT;
        let bytes =
            |megabytes: Option<u64>, default: u64| megabytes.map_or(default, |count| count.saturating_mul(1 << 20));
        Limits {
            file: bytes(self.max_file, default.file),
            text: usize::try_from(bytes(self.max_text, default.text as u64)).unwrap_or(usize::MAX),
            unpacked: bytes(self.max_unpacked, default.unpacked),
            ratio: self.max_ratio.unwrap_or(default.ratio),
            entries: self.max_entries.unwrap_or(default.entries),
            seconds: self.max_seconds.unwrap_or(default.seconds),
            ocr: self.ocr,
        }
    }

    /// What counts as a document, and what it may cost.
    pub fn documents(&self) -> ReadOptions {
        ReadOptions { pictures: if self.ocr { text::PICTURES } else { &[] }, limits: self.limits(), ..DOCUMENTS }
    }
}
