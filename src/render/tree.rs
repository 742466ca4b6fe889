//! An SVG of ours as the tree that pixels and pages are made from, with the bundled font and no other.

use crate::diagram::metrics::{BOLD, ITALIC, REGULAR};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, OnceLock};
use thiserror::Error;

/// Why a drawing cannot become a picture.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The drawing has more pixels than a picture can hold.
    #[error(
        "the picture would have {width} × {height} pixels; the most is {MOST} on a side and {ALL} in all; draw it at a smaller scale, or as SVG or PDF"
    )]
    TooLarge {
        /// Pixels from left to right.
        width: u64,
        /// Pixels from top to bottom.
        height: u64,
    },
    /// The writer of the format failed.
    #[error("the picture cannot be made: {0}; please report it with the SVG of the same drawing")]
    Failed(String),
}

/// Most pixels on a side, and in all (one takes seven bytes while it is written).
pub(super) const MOST: u64 = 32_000;
pub(super) const ALL: u64 = 150_000_000;

/// Reads an SVG; `dots` is how many units of the tree an inch has.
pub(super) fn tree(svg: &str, dots: f32) -> Result<Tree, PictureError> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        [REGULAR, BOLD, ITALIC].into_iter().for_each(|font| fonts.load_font_data(font.to_vec()));
        // Whatever family a drawing names, the font is ours: other machines have others.
        fonts.set_sans_serif_family("Noto Sans");
        Arc::new(fonts)
    });
    let options =
        Options { dpi: dots, font_family: "Noto Sans".to_string(), fontdb: Arc::clone(fonts), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|error| PictureError::Failed(error.to_string()))
}
