//! Which lines pass through an area: the stretches of all lines sorted, so that each question costs little.

use super::Line;
use super::shape::{Point, Rect};

/// One stretch: its position across its direction, its two ends along it, the line it belongs to.
type Stretch = (i32, i32, i32, usize);

/// The stretches of all lines.
pub(crate) struct Crossings {
    uprights: Vec<Stretch>,
    levels: Vec<Stretch>,
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
        uprights.sort_unstable();
        levels.sort_unstable();
        Self { uprights, levels }
    }

    /// The lines with a stretch that reaches inside the area, not merely to its edge.
    pub(crate) fn through(&self, rect: Rect) -> impl Iterator<Item = usize> {
        fn within(all: &[Stretch], low: i32, high: i32, from: i32, to: i32) -> impl Iterator<Item = usize> {
            let start = all.partition_point(|stretch| stretch.0 <= low);
            let inside = all[start..].iter().take_while(move |stretch| stretch.0 < high);
            inside.filter(move |stretch| stretch.1 < to && from < stretch.2).map(|stretch| stretch.3)
        }
        within(&self.uprights, rect.x, rect.right(), rect.y, rect.bottom()).chain(within(
            &self.levels,
            rect.y,
            rect.bottom(),
            rect.x,
            rect.right(),
        ))
    }
}
