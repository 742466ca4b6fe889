//! An installed Graphviz: DOT in, a drawing out.

use crate::cli::args::DrawFormat;
use crate::cli::language::{Language, say};
use anyhow::{anyhow, bail};
use luocdo::render::MARKER;
use std::io::{ErrorKind, Read, Write};
use std::process::{Command, Stdio};

/// What `dot` makes of a graph.
pub(super) fn laid_out(text: &str, format: DrawFormat, language: Language) -> anyhow::Result<Vec<u8>> {
    let ending = match format {
        DrawFormat::Png => "png",
        DrawFormat::Pdf => "pdf",
        _ => "svg",
    };
    let started = Command::new("dot")
        .arg(format!("-T{ending}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut dot = started.map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!(say!(
            language,
            "máy này chưa có Graphviz (không thấy lệnh dot). Cài đặt: apt install graphviz (Debian, Ubuntu), \
             winget install graphviz (Windows), brew install graphviz (macOS); hoặc bỏ --engine dot, luocdo tự vẽ được",
            "Graphviz is not installed here (there is no command dot). Install it: apt install graphviz (Debian, Ubuntu), \
             winget install graphviz (Windows), brew install graphviz (macOS); or leave out --engine dot, luocdo draws by itself"
        )),
        _ => anyhow!(say!(language, "không chạy được dot của Graphviz: {error}", "Graphviz's dot cannot be run: {error}")),
    })?;
    let (mut bytes, mut complaint) = (Vec::new(), String::new());
    let (stdin, stdout, stderr) = (dot.stdin.take(), dot.stdout.take(), dot.stderr.take());
    // It is fed and read at the same time, or both would wait for each other.
    std::thread::scope(|scope| -> std::io::Result<()> {
        // If it stops early its exit status says so.
        scope.spawn(move || stdin.map(|mut pipe| pipe.write_all(text.as_bytes())));
        let complaint = &mut complaint;
        scope.spawn(move || stderr.map(|mut pipe| pipe.read_to_string(complaint)));
        stdout.map_or(Ok(0), |mut pipe| pipe.read_to_end(&mut bytes)).map(|_| ())
    })?;
    if !dot.wait()?.success() {
        let complaint = complaint.lines().next().unwrap_or_default();
        bail!(say!(language, "dot của Graphviz báo lỗi: {complaint}", "Graphviz's dot failed: {complaint}"));
    }
    Ok(if ending == "svg" { marked(bytes) } else { bytes })
}

/// The drawing with the name of this program below its first line, so that it is never read as a document.
fn marked(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
        bytes.splice(end + 1..end + 1, format!("<!-- {MARKER} -->\n").into_bytes());
    }
    bytes
}
