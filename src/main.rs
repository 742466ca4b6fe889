//! The luocdo program.
fn main() {}
