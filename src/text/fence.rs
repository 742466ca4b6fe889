//! A reader on a thread of its own: its panics and its endless loops stay there.

use super::Problem;
use std::panic;
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// Stack of a reader; parsers of nested structures go deep.
const STACK: usize = 64 << 20;

/// Name of the threads whose panics are not for the terminal.
const NAME: &str = "luocdo-reader";

/// Runs a reader for at most `seconds`. A reader that is late is left to itself: its thread ends when it ends, or with the
/// program.
///
/// # Errors
/// What the reader says; that it broke down; that it took too long.
pub(super) fn run<T: Send + 'static>(
    seconds: u64,
    read: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    silence();
    let (sender, receiver) = sync_channel(1);
    let reader = thread::Builder::new().name(NAME.into()).stack_size(STACK).spawn(move || {
        let result = read();
        // Nobody waits any more for what comes late.
        let _ = sender.send(result);
    });
    let reader = reader.map_err(|error| {
        Problem::new("unreadable", format!("no thread can be started: {error}"), "use fewer threads: --jobs 1")
    })?;
    match receiver.recv_timeout(Duration::from_secs(seconds.max(1))) {
        Ok(result) => {
            // The result is there; the thread only has its end left.
            let _ = reader.join();
            result
        }
        Err(RecvTimeoutError::Timeout) => Err(Problem::new(
            "too-slow",
            format!("reading it took longer than {seconds} s"),
            "give it more time with --max-seconds, or save it anew",
        )),
        Err(RecvTimeoutError::Disconnected) => Err(Problem::new(
            "damaged",
            "the file is damaged: its reader broke down",
            "open it in its program and save it anew",
        )),
    }
}

/// Panics of readers are reported as problems of their file; any other panic is shown as ever.
fn silence() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let shown = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(NAME) {
                shown(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_and_a_loop_cost_one_file() {
        assert_eq!(run::<()>(5, || panic!("broken")).unwrap_err().code, "damaged");
        let slow = run::<()>(1, || {
            thread::sleep(Duration::from_secs(4));
            Ok(())
        });
        assert_eq!(slow.unwrap_err().code, "too-slow");
        assert_eq!(run(5, || Ok(7)), Ok(7));
    }
}
