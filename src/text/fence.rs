//! A reader on a thread of its own: its panics and its endless loops stay there. Making a thread takes as long as reading a
//! small file: one that has read its file reads the next.

use super::Problem;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

/// Stack of a reader; parsers of nested structures go deep.
const STACK: usize = 64 << 20;

/// Name of the threads whose panics are not for the terminal.
const NAME: &str = "luocdo-reader";

/// A thread that reads one file after another for the thread that started it. It ends with it.
struct Reader {
    jobs: SyncSender<Box<dyn FnOnce() + Send>>,
}

impl Reader {
    fn start() -> Result<Self, Problem> {
        let (jobs, waiting) = sync_channel::<Box<dyn FnOnce() + Send>>(1);
        let thread = thread::Builder::new().name(NAME.into()).stack_size(STACK);
        let started = thread.spawn(move || waiting.into_iter().for_each(|job| job()));
        started.map(|_| Self { jobs }).map_err(|error| {
            Problem::new("unreadable", format!("no thread can be started: {error}"), "use fewer threads: --jobs 1")
        })
    }
}

thread_local! {
    /// The reader of this thread while it has nothing to do.
    static IDLE: Cell<Option<Reader>> = const { Cell::new(None) };
}

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
    let reader = IDLE.take().map_or_else(Reader::start, Ok)?;
    let (sender, receiver) = sync_channel(1);
    let job = move || {
        // What a panic leaves half read is thrown away. Nobody waits any more for what comes late.
        let _ = sender.send(panic::catch_unwind(AssertUnwindSafe(read)));
    };
    // It waits for jobs: if it cannot take one, that shows below.
    let _ = reader.jobs.send(Box::new(job));
    match receiver.recv_timeout(Duration::from_secs(seconds.max(1))) {
        Ok(Ok(result)) => {
            IDLE.set(Some(reader));
            result
        }
        Err(RecvTimeoutError::Timeout) => Err(Problem::new(
            "too-slow",
            format!("reading it took longer than {seconds} s"),
            "give it more time with --max-seconds, or save it anew",
        )),
        Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(Problem::new(
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

    #[test]
    fn one_thread_reads_for_another_until_it_is_late_or_breaks_down() {
        let reader = || run(5, || Ok(thread::current().id()));
        let first = reader();
        assert_eq!(first, reader());
        assert_ne!(first, thread::spawn(move || run(5, || Ok(thread::current().id()))).join().expect("it ends"));
        run::<()>(5, || panic!("broken")).unwrap_err();
        assert_ne!(first, reader());
    }
}
