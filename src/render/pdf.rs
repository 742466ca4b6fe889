//! Drawings as PDF by krilla: vector, words as words, the bundled font embedded, a page for each drawing.

use super::tree::{PictureError, tree};
use super::{MARKER, SvgOptions, Theme, svg_with};
use crate::diagram::Diagram;
use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};

/// Points to an inch.
const POINTS: f32 = 72.0;

/// The drawings, each on a page of its own size. The same drawings give the same bytes: there is no date in the file.
pub fn pdf(diagrams: &[Diagram], theme: &Theme) -> Result<Vec<u8>, PictureError> {
    let mut document = Document::new();
    for diagram in diagrams {
        let tree = tree(&svg_with(diagram, &SvgOptions { theme: theme.clone(), outlines: false }), POINTS)?;
        let (width, height) = (tree.size().width(), tree.size().height());
        let failed = || PictureError::Failed(format!("a page of {width} × {height} points"));
        let size = Size::from_wh(width, height).ok_or_else(failed)?;
        let mut page = document.start_page_with(PageSettings::from_wh(width, height).ok_or_else(failed)?);
        let mut surface = page.surface();
        surface.draw_svg(&tree, size, SvgSettings::default()).ok_or_else(failed)?;
        surface.finish();
        page.finish();
    }
    if let Some(first) = diagrams.first() {
        let metadata = Metadata::new()
            .title(first.title.clone())
            .description(first.description.clone())
            .creator(format!("luocdo, {}", first.provenance));
        document.set_metadata(metadata);
    }
    let bytes = document.finish().map_err(|error| PictureError::Failed(format!("{error:?}")))?;
    Ok(marked(bytes))
}

/// The file with [`MARKER`] as a comment below its first lines, so that it is known as ours from its beginning; the table of
/// places at its end is moved along. A file of a shape that this does not know stays as it is.
fn marked(mut bytes: Vec<u8>) -> Vec<u8> {
    let comment = format!("%{MARKER}\n");
    let find = |bytes: &[u8], what: &[u8]| memchr::memmem::rfind(bytes, what);
    let Some(first) = memchr::memmem::find(&bytes, b"\n") else { return bytes };
    let binary = bytes.get(first + 1) == Some(&b'%');
    let head = memchr::memchr(b'\n', &bytes[first + 1..]).filter(|_| binary).map_or(first + 1, |end| first + 2 + end);
    let (Some(start), Some(trailer)) = (find(&bytes, b"\nxref\n"), find(&bytes, b"startxref\n")) else { return bytes };
    let number =
        |at: usize, digits: usize| std::str::from_utf8(bytes.get(at..at + digits)?).ok()?.parse::<usize>().ok();
    let end = trailer + b"startxref\n".len();
    let digits = bytes[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let Some(place) = number(end, digits).filter(|place| *place == start + 1) else { return bytes };
    let moved = (place + comment.len()).to_string();
    let mut table = Vec::new();
    for (at, line) in lines(&bytes, start + 1, trailer) {
        if let [digits @ .., b' ', b'n', b' ' | b'\r'] = line
            && digits.len() == 16
            && let Some(place) = number(at, 10)
        {
            table.push((at, format!("{:010}", place + comment.len())));
        }
    }
    for (at, place) in table {
        bytes[at..at + 10].copy_from_slice(place.as_bytes());
    }
    bytes.splice(end..end + digits, moved.into_bytes());
    bytes.splice(head..head, comment.into_bytes());
    bytes
}

/// The lines between two places, and where each begins.
fn lines(bytes: &[u8], from: usize, to: usize) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = from;
    bytes[from..to].split(|byte| *byte == b'\n').map(move |line| {
        let here = at;
        at += line.len() + 1;
        (here, line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::LIGHT;

    #[test]
    fn every_place_in_the_table_still_leads_to_its_object() {
        let diagram = Diagram { width: 400, height: 300, title: "Sơ đồ".to_string(), ..Diagram::default() };
        let bytes = pdf(&[diagram.clone(), diagram], &LIGHT).expect("a file");
        assert!(memchr::memmem::find(&bytes[..200], MARKER.as_bytes()).is_some());
        let start = memchr::memmem::rfind(&bytes, b"\nxref\n").expect("a table") + 1;
        let trailer = memchr::memmem::rfind(&bytes, b"startxref\n").expect("its place");
        assert!(bytes[trailer + 10..].starts_with(start.to_string().as_bytes()));
        let mut objects = 0;
        for (_, line) in lines(&bytes, start, trailer).filter(|(_, line)| line.len() == 19 && line[17] == b'n') {
            let place: usize = std::str::from_utf8(&line[..10]).unwrap().parse().unwrap();
            let object = &bytes[place..place + 12];
            assert!(object[0].is_ascii_digit() && memchr::memmem::find(object, b" 0 obj").is_some());
            objects += 1;
        }
        assert!(objects > 4, "{objects}");
    }
}
