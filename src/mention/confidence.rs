//! How sure a reading is: the share of readings of its sort that were right in bounds, number, relation and subject, counted
//! on the annotated documents and passages (docs/accuracy.md; `.ci/accuracy.py` counts and checks).

use super::Found;

/// The share for the sort of the reading. No sort has fewer than thirty annotated mentions; a share is (right + 1) / (all + 2),
/// so that no sort claims to be always right.
pub(super) fn of(found: &Found) -> f32 {
    match sort(found) {
        Sort::Law => 0.99,
        Sort::Governed => 0.98,
        Sort::Alone => 0.97,
        Sort::Hard => 0.89,
    }
}

/// Readings that go wrong in the same ways.
enum Sort {
    /// A law, code, ordinance or charter by title.
    Law,
    /// A number with its kind word under a cue, or one of a list.
    Governed,
    /// A number with its kind word and no cue; what a cited act issues.
    Alone,
    /// A number inside another's title, a number without kind word or symbol, a congress, a meeting, a paper by date or title.
    Hard,
}

fn sort(found: &Found) -> Sort {
    match found.rule {
        "law-by-name" | "new-law-by-name" | "amending-law" | "charter" => Sort::Law,
        "numbered-list" | "shared-symbol" => Sort::Governed,
        "issued-by-act" | "issued-at-act" => Sort::Alone,
        "numbered" if found.subject.is_some() => Sort::Hard,
        "numbered" if found.cue.is_none() => Sort::Alone,
        "numbered" => Sort::Governed,
        _ => Sort::Hard,
    }
}
