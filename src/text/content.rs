//! What a file is, by its content.

use super::{Format, Problem, plain};
use std::path::Path;

/// The format of a file.
///
/// # Errors
/// What it is, where that is nothing luocdo reads.
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Format, Problem> {
    if bytes.is_empty() {
        return Err(Problem::new("empty", "the file is empty (0 bytes)", "fetch it again, or leave it out"));
    }
    if let Some(format) = marked(bytes) {
        return format;
    }
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "md" | "markdown" => Ok(Format::Markdown),
        "txt" => Ok(Format::Text),
        _ if is_html(bytes) => Ok(Format::Html),
        _ => Ok(Format::Text),
    }
}

/// Formats that begin with a mark of their own.
fn marked(bytes: &[u8]) -> Option<Result<Format, Problem>> {
    let window = &bytes[..bytes.len().min(1024)];
    if memchr::memmem::find(window, b"%PDF-").is_some() {
        return Some(Ok(Format::Pdf));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Some(Ok(Format::Rtf));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(of_package(bytes));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(of_compound(bytes));
    }
    if let Some(what) = page_of_word(window) {
        let message = format!("the content is {what}");
        return Some(Err(Problem::new("not-text", message, "open it in Word and save it as .docx")));
    }
    const PICTURES: &[&[u8]] = &[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"];
    if PICTURES.iter().any(|magic| bytes.starts_with(magic)) {
        return Some(Ok(Format::Picture));
    }
    const OTHER: &[(&[u8], &str)] = &[
        (b"Rar!", "a RAR archive"),
        (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"PAR1", "a Parquet table"),
        (b"\x7FELF", "a program"),
        (b"MZ\x90", "a program"),
    ];
    let (_, what) = OTHER.iter().find(|(magic, _)| bytes.starts_with(magic))?;
    let remedy = match *what {
        archive if archive.ends_with("archive") => "unpack it, or pack it anew as .zip",
        "a Parquet table" => "name it by itself; its rows are documents",
        _ => "leave it out",
    };
    Some(Err(Problem::new("not-text", format!("the content is {what}, not text"), remedy)))
}

/// What Word writes as letters without being text: a page with its pictures in one file, and its own XML. Both are often
/// named .doc.
fn page_of_word(window: &[u8]) -> Option<&'static str> {
    let start = window.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(window).trim_ascii_start();
    let has = |name: &[u8]| memchr::memmem::find(start, name).is_some();
    if start.starts_with(b"MIME-Version:") && (has(b"multipart/") || has(b"text/html")) {
        return Some("a web archive (MHTML)");
    }
    let word = has(b"Word.Document") || has(b"w:wordDocument") || has(b"pkg:package");
    (start.starts_with(b"<?xml") && word).then_some("a document of Word in XML")
}

/// Names of the entries of a zip package, as they stand in the file, tell what it holds.
fn of_package(bytes: &[u8]) -> Result<Format, Problem> {
    let has = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if has(b"word/document") || has(b"word/_rels/") {
        Ok(Format::Docx)
    } else if has(b"opendocument.text") {
        Ok(Format::Odt)
    } else if has(b"xl/workbook") || has(b"opendocument.spreadsheet") {
        Err(Problem::new("not-text", "the content is a spreadsheet", "save the sheet as .csv or .docx"))
    } else if has(b"ppt/presentation") || has(b"opendocument.presentation") {
        Err(Problem::new("not-text", "the content is a presentation", "save it as .pdf"))
    } else {
        Err(Problem::new("damaged", "a zip file without a document in it, or its end is missing", "fetch it again"))
    }
}

/// A compound file holds a Word document, another program's, or an encrypted package.
fn of_compound(bytes: &[u8]) -> Result<Format, Problem> {
    let wide = |name: &str| name.bytes().flat_map(|b| [b, 0]).collect::<Vec<u8>>();
    let has = |name: &str| memchr::memmem::find(bytes, &wide(name)).is_some();
    if has("EncryptedPackage") {
        return Err(encrypted("the document is encrypted with a password"));
    }
    if has("WordDocument") {
        return Ok(Format::Doc);
    }
    let what =
        if has("Workbook") { "a spreadsheet" } else { "an old Office file that is no Word document, or a damaged one" };
    Err(Problem::new("not-text", format!("the content is {what}"), "save it as .docx or .pdf"))
}

/// A file that opens with a password only.
pub(super) fn encrypted(what: &str) -> Problem {
    Problem::new("encrypted", what, "open it with the password and save it without one")
}

fn is_html(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(2048)];
    // UTF-16 pages have a zero between the letters.
    let head: Vec<u8> = head.iter().filter(|b| **b != 0).map(u8::to_ascii_lowercase).collect();
    let head = head.strip_prefix(b"\xEF\xBB\xBF").or(head.strip_prefix(b"\xFF\xFE")).unwrap_or(&head);
    let start = head.trim_ascii_start();
    let opens = [
        b"<!doctype html".as_slice(),
        b"<html",
        b"<head",
        b"<body",
        b"<meta",
        b"<!--",
        b"<table",
        b"<div",
        b"<p>",
        b"<p ",
    ];
    opens.iter().any(|tag| start.starts_with(tag))
        || (start.starts_with(b"<?xml") && memchr::memmem::find(start, b"<html").is_some())
}

/// True if the beginning of a file without extension shows a format that [`super::decode`] reads. A character may be cut
/// at its end.
pub fn recognizes(head: &[u8]) -> bool {
    let zip = head.starts_with(b"PK\x03\x04") && cfg!(feature = "formats");
    let compound = head.starts_with(b"\xD0\xCF\x11\xE0") && cfg!(feature = "formats");
    let marked = match marked(head) {
        Some(Ok(Format::Picture)) => false,
        Some(Ok(Format::Pdf)) => cfg!(feature = "pdf-in"),
        Some(Ok(_)) => cfg!(feature = "formats"),
        // The names that tell a package stand further on.
        Some(Err(_)) => zip || compound,
        None => false,
    };
    marked
        || (is_html(head) && cfg!(feature = "formats"))
        || (page_of_word(&head[..head.len().min(1024)]).is_none() && plain::recognizes(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_not_the_name() {
        assert_eq!(of("a.txt", b"%PDF-1.4"), Ok(Format::Pdf));
        assert_eq!(of("a.doc", b"{\\rtf1 }"), Ok(Format::Rtf));
        assert_eq!(of("a.doc", b"\n <HTML><body>"), Ok(Format::Html));
        assert_eq!(of("a.md", "# Số".as_bytes()), Ok(Format::Markdown));
        assert_eq!(of("a", "Số: 1".as_bytes()), Ok(Format::Text));
        assert_eq!(of("a.txt", b"\x89PNG\r\n"), Ok(Format::Picture));
        assert_eq!(of("a.txt", b"").unwrap_err().code, "empty");
    }

    #[test]
    fn a_page_and_xml_that_word_names_doc_are_not_read_as_text() {
        let page = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n".as_slice();
        let old =
            b"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>\n<w:wordDocument>";
        for (bytes, what) in [(page, "MHTML"), (old, "XML")] {
            let problem = of("a.doc", bytes).unwrap_err();
            assert!(problem.code == "not-text" && problem.message.contains(what), "{problem:?}");
            assert!(!recognizes(bytes), "{what}");
        }
        assert_eq!(of("a.txt", b"MIME-Version: is a header of letters"), Ok(Format::Text));
    }
}
