//! How sure a reading is: shares of right readings by rule, measured on annotated documents (docs/accuracy.md).

use super::Found;

/// The share of mentions found by the same rule that were right in every field.
pub(super) fn of(found: &Found) -> f32 {
    let by_rule: f32 = match found.rule {
        "numbered" => 0.97,
        "numbered-list" => 0.93,
        "numbered-alone" => 0.85,
        "shared-symbol" => 0.9,
        "bare-number" => 0.85,
        "law-by-name" | "amending-law" => 0.94,
        "congress-resolution" => 0.92,
        "charter" => 0.9,
        "issued-by-act" | "issued-at-act" => 0.88,
        "kind-and-date" => 0.85,
        _ => 0.75,
    };
    let odd = found.repaired || found.number.as_ref().is_some_and(|n| n.malformed);
    if odd { by_rule - 0.1 } else { by_rule }
}
