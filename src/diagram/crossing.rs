//! Which lines pass through an area: the stretches of all lines in bands, sorted within each, so that a question looks at
//! little more than what lies there.

use super::Line;
use super::shape::{Point, Rect};

/// One stretch: its position across its direction, its two ends along it, the line it belongs to.
type Stretch = (i32, i32, i32, usize);

/// The stretches of all lines.
pub(crate) struct Crossings {
    uprights: Bands,
    levels: Bands,
}

impl Crossings {
    /// Sorts the stretches. Costs n log n.
    pub(crate) fn of(lines: &[Line]) -> Self {
        let (mut uprights, mut levels) = (Vec::new(), Vec::new());
        for (index, line) in lines.iter().enumerate() {
            for pair in line.points.windows(2) {
                let (a, b): (Point, Point) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
                if a.x == b.x {
                    uprights.push((a.x, a.y, b.y, index));
                } else {
                    levels.push((a.y, a.x.min(b.x), a.x.max(b.x), index));
                }
            }
        }
        Self { uprights: Bands::of(&uprights), levels: Bands::of(&levels) }
    }

    /// The lines with a stretch that reaches inside the area, not merely to its edge.
    pub(crate) fn through(&self, rect: Rect) -> impl Iterator<Item = usize> {
        let uprights = self.uprights.within((rect.x, rect.right()), (rect.y, rect.bottom()));
        uprights.chain(self.levels.within((rect.y, rect.bottom()), (rect.x, rect.right())))
    }
}

/// Stretches of one direction, by the bands across it that they touch.
struct Bands {
    /// Where the first band begins, and how wide each is.
    first: i32,
    width: i32,
    /// The stretches of each band by their position across.
    bands: Vec<Vec<Stretch>>,
}

impl Bands {
    /// Narrowest band: below this most stretches would stand in several.
    const NARROWEST: i32 = 256;

    /// Bands as wide as a stretch is long on average: a stretch then stands in two or three of them.
    fn of(stretches: &[Stretch]) -> Self {
        let first = stretches.iter().map(|stretch| stretch.1).min().unwrap_or(0);
        let length: i64 = stretches.iter().map(|(_, low, high, _)| i64::from(high - low)).sum();
        let count = i64::try_from(stretches.len().max(1)).unwrap_or(i64::MAX);
        let width = i32::try_from(length / count).unwrap_or(i32::MAX).max(Self::NARROWEST);
        let mut bands = Self { first, width, bands: Vec::new() };
        for stretch in stretches {
            let (low, high) = (bands.band(stretch.1), bands.band(stretch.2));
            if bands.bands.len() <= high {
                bands.bands.resize_with(high + 1, Vec::new);
            }
            bands.bands[low..=high].iter_mut().for_each(|band| band.push(*stretch));
        }
        bands.bands.iter_mut().for_each(|band| band.sort_unstable());
        bands
    }

    /// The band of a position along; what lies before the first counts to it.
    fn band(&self, along: i32) -> usize {
        usize::try_from((along - self.first).div_euclid(self.width)).unwrap_or(0)
    }

    /// The lines of stretches between two positions across that overlap these two along, each stretch once.
    fn within(&self, (low, high): (i32, i32), (from, to): (i32, i32)) -> impl Iterator<Item = usize> {
        let first = self.band(from);
        let touched = self.bands.iter().enumerate().take(self.band(to).saturating_add(1)).skip(first);
        touched.flat_map(move |(at, band)| {
            let start = band.partition_point(|stretch| stretch.0 <= low);
            let inside = band[start..].iter().take_while(move |stretch| stretch.0 < high);
            let overlaps = inside.filter(move |stretch| stretch.1 < to && from < stretch.2);
            // A stretch of several bands counts in the first of them that the question touches.
            overlaps.filter(move |stretch| self.band(stretch.1).max(first) == at).map(|stretch| stretch.3)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::Stroke;
    use proptest::prelude::*;

    fn line(points: [Point; 2]) -> Line {
        Line {
            id: String::new(),
            relation: None,
            stroke: Stroke::Basis,
            dashed: false,
            points: points.to_vec(),
            headed: false,
            bundle: 0,
            from: 0,
            to: 0,
            title: String::new(),
        }
    }

    proptest! {
        /// The dull way, one stretch after the other, is the oracle.
        #[test]
        fn what_passes_through_an_area_is_found_once(
            ends in prop::collection::vec((-300..3000_i32, -300..3000_i32, 1..2000_i32, any::<bool>()), 0..60),
            (x, y, w, h) in (-400..3000_i32, -400..3000_i32, 1..900_i32, 1..900_i32),
        ) {
            let end = |&(x, y, by, upright): &(i32, i32, i32, bool)| {
                [Point { x, y }, if upright { Point { x, y: y + by } } else { Point { x: x + by, y } }]
            };
            let lines: Vec<Line> = ends.iter().map(end).map(line).collect();
            let area = Rect { x, y, w, h };
            let through = |line: &Line| {
                let (a, b) = (line.points[0].min(line.points[1]), line.points[0].max(line.points[1]));
                let across = |at: i32, low: i32, high: i32| low < at && at < high;
                let along = |from: i32, to: i32, low: i32, high: i32| from < high && low < to;
                if a.x == b.x {
                    across(a.x, area.x, area.right()) && along(a.y, b.y, area.y, area.bottom())
                } else {
                    across(a.y, area.y, area.bottom()) && along(a.x, b.x, area.x, area.right())
                }
            };
            let expected: Vec<usize> = (0..lines.len()).filter(|line| through(&lines[*line])).collect();
            let mut found: Vec<usize> = Crossings::of(&lines).through(area).collect();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
