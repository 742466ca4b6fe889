//! What an archivist should look at: missing sources, contradictions, blank and impossible numbers and dates, orders of
//! which no follow-up is seen.
//!
//! [`audit`] turns a resolved collection into [`Finding`]s. One function for each code, one table of codes
//! ([`codes::CODES`]) with rule, example and severity; to add a code, add its row and its function (docs/audit.md). A
//! finding says where, what, and what to do, and keeps its [`Finding::id`] from run to run. Absence is only ever absence
//! from the collection: "chưa thấy trong kho". Words of secret papers stand in no finding.
//!
//! Around the codes: [`register`] says which organs there were, [`mod@coverage`] who of them is seen acting,
//! [`worklist`] what to look for first, [`rules`] what users want of their own papers, [`selection`] and [`baseline`]
//! what of it is shown.

pub mod baseline;
mod case;
mod citation;
pub mod codes;
pub mod coverage;
mod dissent;
mod finding;
mod follow;
mod form;
mod letterhead;
mod levels;
mod network;
mod own;
mod profile;
pub mod register;
pub mod rules;
pub mod selection;
mod serial;
mod series;
mod sources;
mod superseded;
mod time;
pub mod worklist;

pub use case::{Case, Options};
pub use codes::{CODES, Code};
pub use finding::{Finding, Place, Said, Severity};
pub use profile::Profile;

use rayon::prelude::*;

/// Every finding, in the order of [`CODES`], then of the user's rules; within a code by file and place, or as its function
/// says: missing sources by weight, what belongs to no single place by document. Codes are looked for in parallel; the
/// result does not depend on it. Cost: n log n in what the collection holds.
pub fn audit(case: &Case<'_>) -> Vec<Finding> {
    let of_code = |code: &Code| -> Vec<Finding> {
        let found = (code.find)(case).into_iter();
        found.map(|finding| finding.of_code(code.code, code.severity)).collect()
    };
    let mut found: Vec<Finding> = CODES.par_iter().map(of_code).collect::<Vec<_>>().into_iter().flatten().collect();
    found.extend(rules::check_all(case));
    finding::number(&mut found);
    found
}
