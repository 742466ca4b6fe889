//! Tests that hold nothing where a folder or program is missing say so, and fail where everything is to be there.

use std::io::Write;

/// Names what is missing, past the output that a passing test keeps to itself. With LUOCDO_TESTS=all that fails the test.
#[track_caller]
pub fn skipped(why: &str) {
    #[expect(clippy::disallowed_methods, reason = "a test may ask the environment; the library does not")]
    let all = std::env::var("LUOCDO_TESTS").is_ok_and(|asked| asked == "all");
    assert!(!all, "skipped: {why}");
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}
