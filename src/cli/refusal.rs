//! What the library refuses, in the language of the terminal. Its errors speak English; here they speak Vietnamese.

use super::language::{Language, count};
use luocdo::audit::baseline::BaselineError;
use luocdo::audit::rules::RuleFault;
use luocdo::audit::selection::SelectionError;
use luocdo::comparison::RunError;
use luocdo::config::ConfigError;
use luocdo::lexicon::LoadError;
#[cfg(any(feature = "png", feature = "pdf"))]
use luocdo::render::PictureError;
use luocdo::render::TooMuch;
use std::error::Error;
use std::io::{self, ErrorKind};

/// An error with its causes, each in the language if it can be said in it.
pub fn words(error: &anyhow::Error, language: Language) -> String {
    if language == Language::English {
        return format!("{error:#}");
    }
    let causes = error.chain().map(|cause| vietnamese(cause).unwrap_or_else(|| cause.to_string()));
    causes.collect::<Vec<_>>().join(": ")
}

fn vietnamese(error: &(dyn Error + 'static)) -> Option<String> {
    if let Some(error) = error.downcast_ref::<LoadError>() {
        return Some(error.in_language(Language::Vietnamese));
    }
    if let Some(error) = error.downcast_ref::<BaselineError>() {
        return Some(baseline(error));
    }
    if let Some(error) = error.downcast_ref::<ConfigError>() {
        return Some(config(error));
    }
    if let Some(error) = error.downcast_ref::<SelectionError>() {
        return Some(selection(error));
    }
    if let Some(error) = error.downcast_ref::<RunError>() {
        return Some(run(error));
    }
    #[cfg(any(feature = "png", feature = "pdf"))]
    if let Some(error) = error.downcast_ref::<PictureError>() {
        return Some(picture(error));
    }
    if let Some(TooMuch { format, of, most, have }) = error.downcast_ref::<TooMuch>() {
        let of = if *of == "lines" { "mũi tên" } else { "ký tự" };
        let (most, have) = (count(Language::Vietnamese, *most), count(Language::Vietnamese, *have));
        return Some(format!(
            "{format} hiện được nhiều nhất {most} {of}, bản vẽ này có {have}; hãy vẽ ít văn bản hơn (--focus, --max-nodes), hoặc vẽ ra SVG"
        ));
    }
    let error = error.downcast_ref::<io::Error>()?;
    // With words of its own it says more than its kind does.
    error.get_ref().is_none().then(|| of_system(error, Language::Vietnamese))
}

/// What the file system says.
pub fn of_system(error: &io::Error, language: Language) -> String {
    match (language, error.kind()) {
        (Language::Vietnamese, ErrorKind::NotFound) => "không có tệp này".into(),
        (Language::Vietnamese, ErrorKind::PermissionDenied) => "không có quyền đọc hoặc ghi".into(),
        (Language::Vietnamese, ErrorKind::InvalidData) => "tệp không phải văn bản UTF-8".into(),
        _ => error.to_string(),
    }
}

fn baseline(error: &BaselineError) -> String {
    match error {
        BaselineError::Table(error) => error.in_language(Language::Vietnamese),
        BaselineError::Unaccounted { file, line, id, lacks } => {
            let lacks = if *lacks == "date" { "ngày (date)" } else { "lý do (reason)" };
            format!("{file}, dòng {line}: “{id}” thiếu {lacks}; ghi vì sao bỏ qua, và từ ngày nào (2025-06-30)")
        }
    }
}

fn place(place: Option<(usize, usize)>) -> String {
    place.map_or_else(String::new, |(line, column)| format!(", dòng {line}, cột {column}"))
}

fn perhaps(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |near| format!(", phải chăng là “{near}”?"))
}

fn config(error: &ConfigError) -> String {
    match error {
        ConfigError::Unknown { file, place: at, name, known, nearest } => {
            let (at, near, known) = (place(*at), perhaps(nearest.as_deref()), known.join(", "));
            format!("{file}{at}: không có “{name}”{near}; có: {known}")
        }
        ConfigError::Malformed { file, place: at, reason } => {
            let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
            let said = match missing {
                Some(key) => format!("thiếu “{key}”"),
                None => format!("không đọc được ({reason})"),
            };
            format!("{file}{}: {said}", place(*at))
        }
        ConfigError::Rule { file, place: at, fault } => {
            let said = match fault {
                RuleFault::NoCode(code) => format!("“{code}” không phải mã; viết hai chữ hoa và ba chữ số, như QT901"),
                RuleFault::Taken(code) => format!("{code} là mã của luocdo; chọn mã khác, như QT901"),
                RuleFault::WantsNotOne(code) => format!("{code}: mỗi quy tắc có hoặc require, hoặc forbid"),
                RuleFault::Twice(code) => format!("một quy tắc khác đã mang mã {code}; chọn mã khác"),
            };
            format!("{file}{}: {said}", place(*at))
        }
    }
}

fn selection(error: &SelectionError) -> String {
    match error {
        SelectionError::UnknownCode { written, nearest } => {
            format!("không có mã “{written}”{}; luocdo giai-thich kê mọi mã", perhaps(nearest.as_deref()))
        }
        SelectionError::BadId { written, code } => {
            format!(
                "“{written}” không phải định danh phát hiện: sau {code} là dấu - và các chữ 0-9, a-f như báo cáo ghi"
            )
        }
        SelectionError::BadPath { written, reason } => {
            format!("“{written}” không phải mẫu đường dẫn ({reason}); viết như trong .gitignore")
        }
    }
}

#[cfg(any(feature = "png", feature = "pdf"))]
fn picture(error: &PictureError) -> String {
    match error {
        PictureError::TooLarge { width, height } => {
            let side = |pixels: &u64| count(Language::Vietnamese, usize::try_from(*pixels).unwrap_or(usize::MAX));
            let (width, height) = (side(width), side(height));
            format!("ảnh sẽ có {width} × {height} điểm ảnh, quá lớn; hãy giảm --scale, hoặc vẽ ra SVG, PDF")
        }
        PictureError::Failed(reason) => {
            format!("không vẽ ra ảnh được ({reason}); hãy báo lỗi này kèm tệp SVG của cùng bản vẽ")
        }
    }
}

fn run(error: &RunError) -> String {
    match error {
        RunError::NotJson { file, reason } => {
            format!("{file}: không phải JSON ({reason}); lưu một lần chạy bằng luocdo soat THƯ-MỤC -f json -o {file}")
        }
        RunError::NoRun { file, lacks } => {
            format!(
                "{file}: không phải một lần chạy đã lưu, thiếu “{lacks}”; lưu bằng luocdo soat THƯ-MỤC -f json -o {file}"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use luocdo::audit::register::Register;
    use luocdo::audit::selection::Selection;
    use luocdo::config;

    fn said(error: impl Into<anyhow::Error>) -> String {
        words(&error.into(), Language::Vietnamese)
    }

    #[test]
    fn what_is_refused_names_place_and_remedy_in_vietnamese() {
        assert_eq!(
            said(config::parse("luocdo.toml", "[audit]\nbaselin = \"x\"\n").unwrap_err()).split("; có:").next(),
            Some("luocdo.toml, dòng 2, cột 1: không có “baselin”, phải chăng là “baseline”?")
        );
        let rule = "{ code = \"NG101\", message = \"x\", forbid = {} }";
        assert_eq!(
            said(config::parse_rule(rule, &[]).unwrap_err()),
            "--rule, dòng 1, cột 10: NG101 là mã của luocdo; chọn mã khác, như QT901"
        );
        assert_eq!(
            said(config::parse_rule("{ code = \"QT901\", forbid = {} }", &[]).unwrap_err()),
            "--rule, dòng 1, cột 1: thiếu “message”"
        );
        assert_eq!(
            said(Selection::new(&["NG11".into()], &[], &[]).unwrap_err()),
            "không có mã “NG11”, phải chăng là “NG101”?; luocdo giai-thich kê mọi mã"
        );
        let units = "name,level,province,system,from,to\nhuyện Tuy Phong,huyện,,,,\n";
        assert_eq!(
            said(Register::read("co-quan.csv", units).unwrap_err()),
            "co-quan.csv, dòng 2, cột “level”: “huyện” không hợp lệ; cần một trong các giá trị: central, province, district, commune, grassroots"
        );
    }

    #[test]
    fn a_drawing_that_is_too_large_is_refused_in_vietnamese() {
        let said_too_much = said(TooMuch { format: "Mermaid", of: "lines", most: 500, have: 1234 });
        assert!(
            said_too_much.starts_with("Mermaid hiện được nhiều nhất 500 mũi tên, bản vẽ này có 1.234;"),
            "{said_too_much}"
        );
        #[cfg(any(feature = "png", feature = "pdf"))]
        assert!(said(PictureError::TooLarge { width: 40_000, height: 9 }).starts_with("ảnh sẽ có 40.000 × 9 điểm ảnh"));
    }

    #[test]
    fn english_stays_as_the_library_says_it() {
        let error = Selection::new(&["NG11".into()], &[], &[]).unwrap_err();
        assert_eq!(words(&anyhow::Error::from(error.clone()), Language::English), error.to_string());
    }
}
