//! Results in words for the terminal.

/// Styles, in the one place where colours are named. Meaning never hangs on colour: every word stands without it.
pub const PLAIN: &str = "\x1b[0m";
/// Something failed.
pub const ERROR: &str = "\x1b[1;31m";
/// Something wants a look.
pub const WARNING: &str = "\x1b[1;33m";
