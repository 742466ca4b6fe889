//! Side by side without touching: stretches in a channel or a gutter in, a track for each out.
//!
//! Two stretches share a track only if they do not overlap (the left-edge rule of channel routing: Hashimoto and Stevens,
//! 1971).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// A stretch along a channel or gutter, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Where it begins.
    pub(crate) low: i32,
    /// Where it ends.
    pub(crate) high: i32,
    /// Which side it wants: negative to the first tracks, positive to the last.
    pub(crate) pull: i32,
}

/// Tracks of level stretches: the fewest that will do, ordered by the pull of what runs in them. Costs n log n.
pub(crate) fn fewest(stretches: &[Stretch]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by_key(|&i| (stretches[i].low, stretches[i].high, i));
    let mut busy: BinaryHeap<Reverse<(i32, usize)>> = BinaryHeap::new();
    let mut tracks = vec![0; stretches.len()];
    let mut pulls: Vec<i32> = Vec::new();
    for i in order {
        let free = busy.peek().filter(|Reverse((end, _))| *end < stretches[i].low).map(|Reverse((_, track))| *track);
        let track = match free {
            Some(track) => {
                busy.pop();
                track
            }
            None => {
                pulls.push(0);
                pulls.len() - 1
            }
        };
        busy.push(Reverse((stretches[i].high, track)));
        tracks[i] = track;
        pulls[track] += stretches[i].pull;
    }
    let mut by_pull: Vec<usize> = (0..pulls.len()).collect();
    by_pull.sort_by_key(|&track| (pulls[track], track));
    let mut rank = vec![0; pulls.len()];
    for (place, track) in by_pull.into_iter().enumerate() {
        rank[track] = place;
    }
    (tracks.into_iter().map(|track| rank[track]).collect(), pulls.len())
}

/// Tracks of upright stretches in a gutter: those that want the left side nest from the left, the shortest outermost,
/// those that want the right side from the right, the rest between.
pub(crate) fn nested(stretches: &[Stretch]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    let length = |i: usize| stretches[i].high - stretches[i].low;
    order.sort_by_key(|&i| {
        let side = stretches[i].pull.signum();
        (side, if side > 0 { -length(i) } else { length(i) }, stretches[i].low, i)
    });
    let mut taken: Vec<BTreeMap<i32, i32>> = Vec::new();
    let mut tracks = vec![0; stretches.len()];
    for i in order {
        let Stretch { low, high, pull } = stretches[i];
        let free = |track: &BTreeMap<i32, i32>| track.range(..=high).next_back().is_none_or(|(_, end)| *end < low);
        // A stretch may not pass to the wrong side of one that it overlaps and that came before it: every track behind its
        // own is free, so on the right the last one tells.
        let found = match pull {
            ..0 => taken.iter().position(free).filter(|&first| taken[first..].iter().all(free)),
            _ => taken.len().checked_sub(1).filter(|&last| free(&taken[last])),
        };
        let track = found.unwrap_or_else(|| {
            taken.push(BTreeMap::new());
            taken.len() - 1
        });
        taken[track].insert(low, high);
        tracks[i] = track;
    }
    (tracks, taken.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stretch(low: i32, high: i32, pull: i32) -> Stretch {
        Stretch { low, high, pull }
    }

    #[test]
    fn stretches_that_do_not_meet_share_a_track() {
        let (tracks, count) = fewest(&[stretch(0, 4, 0), stretch(5, 9, 0), stretch(3, 6, 0)]);
        assert_eq!(count, 2);
        assert_eq!(tracks[0], tracks[1]);
    }

    #[test]
    fn the_shorter_of_two_left_stretches_is_outside() {
        let (tracks, _) = nested(&[stretch(0, 100, -1), stretch(40, 60, -1)]);
        assert!(tracks[1] < tracks[0]);
    }

    proptest! {
        #[test]
        fn no_two_stretches_touch(spans in prop::collection::vec((0..200_i32, 0..60_i32, -2..3_i32), 0..60)) {
            let all: Vec<Stretch> = spans.iter().map(|&(low, length, pull)| stretch(low, low + length, pull)).collect();
            for (tracks, count) in [fewest(&all), nested(&all)] {
                for i in 0..all.len() {
                    prop_assert!(tracks[i] < count);
                    for j in 0..i {
                        let apart = all[i].high < all[j].low || all[j].high < all[i].low;
                        prop_assert!(apart || tracks[i] != tracks[j]);
                    }
                }
            }
        }
    }
}
