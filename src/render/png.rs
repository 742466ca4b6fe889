//! A drawing as PNG, by resvg with the bundled font: the SVG's pixels on every machine alike.

use super::tree::{ALL, MOST, PictureError, tree};
use super::{MARKER, SvgOptions, Theme, svg_with};
use crate::diagram::Diagram;
use resvg::tiny_skia::{Pixmap, Transform};

/// Units of a drawing to an inch.
const UNITS: f32 = 101.6;

/// The drawing with `scale` pixels to a unit, four units to a millimetre. Costs time and memory by the pixel.
pub fn png(diagram: &Diagram, theme: &Theme, scale: f32) -> Result<Vec<u8>, PictureError> {
    let text = svg_with(diagram, &SvgOptions { theme: theme.clone(), outlines: false });
    let tree = tree(&text, UNITS)?;
    let pixels = |side: f32| (f64::from(side) * f64::from(scale)).round().max(1.0) as u64;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    let too_large = || PictureError::TooLarge { width, height };
    if width > MOST || height > MOST || width * height > ALL {
        return Err(too_large());
    }
    let mut pixmap = u32::try_from(width)
        .ok()
        .zip(u32::try_from(height).ok())
        .and_then(|(width, height)| Pixmap::new(width, height))
        .ok_or_else(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    encode(&pixmap, diagram, scale).map_err(|error| PictureError::Failed(error.to_string()))
}

/// The page is opaque, so three bytes a pixel say everything.
fn encode(pixmap: &Pixmap, diagram: &Diagram, scale: f32) -> Result<Vec<u8>, png::EncodingError> {
    let rgb: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let per_metre = (f64::from(scale) * 4000.0).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    encoder.add_text_chunk("Software".to_string(), MARKER.to_string())?;
    encoder.add_itxt_chunk("Title".to_string(), diagram.title.clone())?;
    encoder.add_itxt_chunk("Source".to_string(), diagram.provenance.clone())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(bytes)
}
