//! What is wrong with a file, in the words of the terminal.

use super::language::Language;
use luocdo::text::Problem;

/// A problem in the words of the terminal: what and what to do.
pub fn describe(problem: &Problem, language: Language) -> String {
    let Problem { code, message, remedy } = problem;
    match (language, *code) {
        (Language::English, _) => format!("{message}; {remedy}"),
        (_, "unreadable") => {
            let why = said(message);
            format!("không đọc được ({why}); xem tệp còn đó không và có quyền đọc không")
        }
        (_, "not-text") => {
            let what = content(message);
            format!("không phải văn bản đọc được{what}; bỏ ra ngoài, hoặc lưu thành .docx, .pdf, .txt")
        }
        (_, "encoding") => {
            let why = said(message);
            format!("không nhận ra bảng mã của chữ ({why}); mở bằng trình soạn thảo rồi lưu lại với mã UTF-8")
        }
        (_, "empty") => "không có chữ nào; tải lại, hoặc bỏ ra ngoài".into(),
        (_, "encrypted") => "tệp có mật khẩu; mở bằng mật khẩu rồi lưu lại không mật khẩu".into(),
        (_, "damaged") => {
            let why = said(message);
            format!("tệp hỏng ({why}); tải lại, hoặc mở bằng chương trình của nó rồi lưu lại")
        }
        (_, "fault") => {
            "lỗi của chính luocdo làm dừng việc đọc tệp này; xin báo lại kèm tệp, các tệp khác vẫn được đọc".into()
        }
        (_, "compression") => {
            format!("bảng Parquet nén kiểu không mở được ({message}); lưu lại với nén Snappy, hoặc không nén")
        }
        (_, "too-large") => {
            let options: Vec<&str> = remedy.split([' ', ',']).filter(|word| word.starts_with("--")).collect();
            let (limit, options) = (said(message), options.join(", "));
            format!("vượt giới hạn ({limit}); nếu tin tệp này thì nới {options}, hoặc chia nhỏ tệp")
        }
        (_, "too-slow") => format!("đọc quá lâu ({}); nới --max-seconds, hoặc lưu lại tệp", said(message)),
        (_, "no-text-layer") => {
            format!("PDF quét, không có lớp chữ ({message}); thêm --ocr để nhận dạng (cần Tesseract)")
        }
        (_, "poor-text-layer") => {
            format!("lớp chữ của PDF kém ({message}); thêm --ocr để nhận dạng lại (cần Tesseract)")
        }
        (_, "ocr") => format!("không nhận dạng được chữ ({message}); {remedy}"),
        (_, "bad-line") => format!(r#"không phải một văn bản ({message}); mỗi dòng là một {{"id": …, "text": …}}"#),
        _ => format!("{message}; {remedy}"),
    }
}

/// What happened, in Vietnamese, with what the message names; as it stands where it is another program's.
fn said(message: &str) -> String {
    const KNOWN: [(&str, &str); 21] = [
        ("Permission denied{}", "không có quyền"),
        ("No such file or directory{}", "tệp không còn đó"),
        (
            "the text is not UTF-8 (byte {} is {}), and read as {} or windows-1258 it is no Vietnamese",
            "byte {} là {}, không phải UTF-8; đọc theo {} hay windows-1258 cũng không thành tiếng Việt",
        ),
        ("the text looks like UTF-16 and is none (byte {})", "tựa UTF-16 mà không phải, từ byte {}"),
        (
            "line {}: in no encoding Vietnamese; read as {}, like the rest",
            "dòng {} theo bảng mã nào cũng không thành tiếng Việt; tạm đọc theo {} như phần còn lại",
        ),
        (
            "the fonts of the PDF do not say what their letters mean",
            "phông chữ của PDF không cho biết chữ nào là chữ nào",
        ),
        ("the file is damaged: its reader broke down", "trình đọc không qua nổi"),
        (
            "a zip file without a document in it, or its end is missing",
            "tệp zip không có văn bản bên trong, hoặc mất phần cuối",
        ),
        ("the archive is damaged: {}", "{}"),
        (
            "the file is damaged: its XML breaks off at byte {}; what stands before is read",
            "XML đứt ở byte {}, phần trước vẫn đọc",
        ),
        (
            "the file is damaged: it ends inside a group; what stands before is read",
            "đứt giữa chừng, phần trước vẫn đọc",
        ),
        ("the file is damaged: {}", "{}"),
        ("the file is larger than {} MB", "tệp lớn hơn {} MB"),
        ("the text is longer than {} MB and is read only so far", "lời văn dài hơn {} MB, chỉ đọc đến đó"),
        ("it unpacks to more than {} MB", "bung ra hơn {} MB"),
        ("the archive has {} entries, more than {}", "tệp nén có {} tệp, quá {}"),
        ("it has {} parts, more than {}", "tệp có {} phần, quá {}"),
        ("its part {} unpacks to more than {} MB", "phần {} bung ra hơn {} MB"),
        ("reading it took longer than {} s", "quá {} giây"),
        ("listing it took longer than {} s", "kê tệp nén quá {} giây"),
        ("{} took longer than {} s for a page", "{} quá {} giây cho một trang"),
    ];
    let told = KNOWN.iter().find_map(|(english, vietnamese)| {
        let values = filled_in(english, message)?;
        Some(values.iter().fold((*vietnamese).to_owned(), |told, value| told.replacen("{}", value, 1)))
    });
    told.unwrap_or_else(|| message.to_owned())
}

/// What stands at the `{}` of a pattern, if the text is the pattern filled in.
fn filled_in<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut values = Vec::new();
    for part in parts {
        let end = if part.is_empty() { rest.len() } else { rest.find(part)? };
        values.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(values)
}

/// What a file holds instead of a document, where the problem tells it.
fn content(message: &str) -> String {
    const KNOWN: [(&str, &str); 9] = [
        ("web archive", "trang web lưu một tệp, MHTML; mở bằng Word"),
        ("Word in XML", "tệp XML của Word 2003; mở bằng Word"),
        ("archive", "tệp nén khác .zip"),
        ("spreadsheet", "bảng tính"),
        ("presentation", "bản trình chiếu"),
        ("Parquet", "bảng Parquet"),
        ("program", "chương trình"),
        ("picture", "ảnh; thêm --ocr để nhận dạng chữ, cần Tesseract"),
        ("old Office", "tệp Office cũ không phải Word, hoặc đã hỏng"),
    ];
    let known = KNOWN.iter().find(|(english, _)| message.contains(english));
    known.map(|(_, vietnamese)| format!(" ({vietnamese})")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the terminal are found by those of the record; this holds the two together.
    #[cfg(feature = "formats")]
    #[test]
    fn what_a_file_holds_instead_of_a_document_is_told_in_vietnamese() {
        let compound = |stream: &str| {
            let wide = stream.bytes().flat_map(|byte| [byte, 0]);
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(wide).collect::<Vec<u8>>()
        };
        let package = |entry: &str| format!("PK\u{3}\u{4}{entry}").into_bytes();
        let files: [(Vec<u8>, &str); 14] = [
            (b"Rar!\x1A\x07".to_vec(), "tệp nén"),
            (b"7z\xBC\xAF\x27\x1C".to_vec(), "tệp nén"),
            (b"\x1F\x8B\x08".to_vec(), "tệp nén"),
            (b"MIME-Version: 1.0\r\nContent-Type: multipart/related".to_vec(), "trang web lưu một tệp"),
            (b"<?xml version=\"1.0\"?><w:wordDocument>".to_vec(), "tệp XML của Word"),
            (b"PAR1".to_vec(), "bảng Parquet"),
            (b"\x7FELF".to_vec(), "chương trình"),
            (b"MZ\x90\0".to_vec(), "chương trình"),
            (b"\x89PNG\r\n".to_vec(), "ảnh"),
            (package("xl/workbook.xml"), "bảng tính"),
            (package("ppt/presentation.xml"), "bản trình chiếu"),
            (compound("Workbook"), "bảng tính"),
            (compound("PowerPoint Document"), "tệp Office cũ"),
            (b"a\0bcdefghijkl".to_vec(), ""),
        ];
        for (bytes, what) in files {
            let problem = luocdo::text::decode("a", bytes).unwrap_err();
            assert_eq!(problem.code, "not-text", "{problem:?}");
            let told = describe(&problem, Language::Vietnamese);
            let said = format!("không phải văn bản đọc được{}{what}", if what.is_empty() { "; " } else { " (" });
            assert!(told.starts_with(&said), "{told}");
        }
    }

    #[test]
    fn limits_are_told_in_vietnamese_with_the_options_that_widen_them() {
        let told = |code, message: &str, remedy: &str| {
            let problem = Problem { code, message: message.into(), remedy: remedy.into() };
            describe(&problem, Language::Vietnamese)
        };
        assert_eq!(
            told("too-large", "the archive has 7 entries, more than 5", "raise --max-entries if it is to be trusted"),
            "vượt giới hạn (tệp nén có 7 tệp, quá 5); nếu tin tệp này thì nới --max-entries, hoặc chia nhỏ tệp"
        );
        let part = told(
            "too-large",
            "its part word/a.xml unpacks to more than 3 MB",
            "raise --max-ratio or --max-unpacked if it is to be trusted",
        );
        assert!(part.contains("(phần word/a.xml bung ra hơn 3 MB)") && part.contains("--max-ratio, --max-unpacked"));
        assert!(
            told("encoding", "line 4: in no encoding Vietnamese; read as tcvn3, like the rest", "")
                .contains("(dòng 4 ")
        );
        assert!(told("too-slow", "reading it took longer than 60 s", "").contains("(quá 60 giây)"));
    }
}
