//! A PNG shows what a browser shows of the SVG: both are drawn, and compared block by block. Needs Chromium; without it the
//! test says so and passes, and the CI installs it.
#![cfg(feature = "png")]

mod cascade;
mod skip;

use luocdo::diagram::{Diagram, Options, arrange};
use luocdo::render::{LIGHT, png, svg};
use luocdo::view::{Query, select};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Pixels to a unit.
const SCALE: f32 = 0.5;

/// Side of the blocks that are compared, and how far the means of two may differ, of 255: edges of letters fall otherwise
/// into pixels, a line or a card that is missing or moved changes whole blocks.
const BLOCK: usize = 8;
const NEAR: f64 = 20.0;

/// A picture in shades of grey.
struct Grey {
    width: usize,
    height: usize,
    shades: Vec<f64>,
}

fn read(bytes: &[u8]) -> Grey {
    let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut buffer = vec![0; reader.output_buffer_size().expect("it fits into memory")];
    let info = reader.next_frame(&mut buffer).expect("pixels");
    let channels = info.color_type.samples();
    let shade = |pixel: &[u8]| 0.299 * f64::from(pixel[0]) + 0.587 * f64::from(pixel[1]) + 0.114 * f64::from(pixel[2]);
    Grey {
        width: info.width as usize,
        height: info.height as usize,
        shades: buffer[..info.buffer_size()].chunks(channels).map(shade).collect(),
    }
}

impl Grey {
    /// Mean shade of a block.
    fn block(&self, column: usize, row: usize) -> f64 {
        let columns = column * BLOCK..((column + 1) * BLOCK).min(self.width);
        let rows = row * BLOCK..((row + 1) * BLOCK).min(self.height);
        let count = columns.len() * rows.len();
        let sum: f64 = rows.flat_map(|y| columns.clone().map(move |x| self.shades[y * self.width + x])).sum();
        sum / count as f64
    }
}

/// How many blocks differ, of how many.
fn differing(a: &Grey, b: &Grey) -> (usize, usize) {
    assert!(a.width.abs_diff(b.width) <= 1 && a.height.abs_diff(b.height) <= 1, "the sizes differ");
    let (columns, rows) = (a.width.min(b.width) / BLOCK, a.height.min(b.height) / BLOCK);
    let blocks = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    let differ = blocks.filter(|&(column, row)| (a.block(column, row) - b.block(column, row)).abs() > NEAR).count();
    (differ, columns * rows)
}

fn browser() -> Option<&'static str> {
    let runs =
        |name: &&str| Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find(runs)
}

/// What the browser shows of a drawing, with the bundled font.
fn shown(browser: &str, diagram: &Diagram, name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pixels-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("profile")).expect("a folder");
    let side = |units: i32| (f64::from(units) * f64::from(SCALE)).round();
    let (width, height) = (side(diagram.width), side(diagram.height));
    let fonts = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
    let face = |file: &str, weight: u32, style: &str| {
        format!(
            "@font-face{{font-family:'Noto Sans';font-weight:{weight};font-style:{style};src:url('file://{}/{file}')}}",
            fonts.display()
        )
    };
    let page = format!(
        "<!doctype html><meta charset=utf-8><style>{}{}{}body{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}</style>{}",
        face("NotoSans-Regular.ttf", 400, "normal"),
        face("NotoSans-Bold.ttf", 700, "normal"),
        face("NotoSans-Italic.ttf", 400, "italic"),
        svg(diagram)
    );
    let (file, picture) = (folder.join("page.html"), folder.join("page.png"));
    fs::write(&file, page).expect("written");
    let status = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--window-size={width},{height}"))
        .arg(format!("--screenshot={}", picture.display()))
        .arg(format!("file://{}", file.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the browser runs");
    assert!(status.success());
    fs::read(&picture).expect("a picture")
}

#[test]
fn a_png_is_what_a_browser_shows_of_the_svg() {
    let Some(browser) = browser() else {
        skip::skipped("no Chromium here: the picture is not compared");
        return;
    };
    let graph = cascade::seeds();
    let view = select(&graph, &Query::default());
    let diagram = arrange(&view, &Options::default());
    let own = read(&png(&diagram, &LIGHT, SCALE).expect("a picture"));
    let shown = read(&shown(browser, &diagram, "seeds"));
    let (differ, all) = differing(&own, &shown);
    assert!(differ * 1000 <= all, "{differ} of {all} blocks differ");
    // The comparison sees what is missing.
    let mut moved = diagram.clone();
    let lines = std::mem::take(&mut moved.lines);
    assert!(!lines.is_empty());
    let (differ, all) = differing(&read(&png(&moved, &LIGHT, SCALE).expect("a picture")), &shown);
    assert!(differ * 1000 > 3 * all, "without its lines {differ} of {all} blocks differ");
}

#[test]
fn a_png_says_its_resolution_and_who_drew_it() {
    let graph = cascade::seeds();
    let diagram = arrange(&select(&graph, &Query::default()), &Options::default());
    let bytes = png(&diagram, &LIGHT, 0.25).expect("a picture");
    assert_eq!(bytes, png(&diagram, &LIGHT, 0.25).expect("a picture"), "the same bytes");
    assert!(luocdo::source::is_own_output(&bytes));
    let reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a PNG");
    assert_eq!(reader.info().pixel_dims.map(|dims| dims.xppu), Some(1000), "a pixel is a millimetre");
    assert!(png(&diagram, &LIGHT, 40.0).is_err(), "more pixels than a picture holds");
}
