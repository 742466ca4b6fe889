//! Many documents at once, in order: read in parallel, handed on batch by batch, never more than a batch in memory.

use crate::lexicon::Lexicon;
use crate::record::{Detail, Record, examine_for};
use crate::source::Source;
use rayon::prelude::*;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Most documents in memory at a time; large enough that waiting for the slowest of a batch costs little.
const BATCH: usize = 256;

/// Reads sources as they come. What `make` makes of their records goes to `take`, as [`each`] does it.
///
/// # Errors
/// The first error of `take`; no further source is read then, nor waited for.
pub fn examine_each<T: Send, E>(
    sources: impl Iterator<Item = Source> + Send + 'static,
    lexicon: &Lexicon,
    detail: Detail,
    make: impl Fn(Record) -> T + Sync,
    take: impl FnMut(Vec<T>) -> Result<(), E>,
) -> Result<(), E> {
    each(sources, BATCH, |source| make(examine_for(source, lexicon, detail)), take)
}

/// Does `one` to sources as they come, side by side. What it gives goes to `take` in the order of the sources, as many as
/// were there together, but no more than `most`. A source that is there is not kept waiting for one that is still to come,
/// so that a program at the other end of a pipe gets its answer.
///
/// # Errors
/// The first error of `take`; no further source is read then, nor waited for.
pub fn each<T: Send, E>(
    sources: impl Iterator<Item = Source> + Send + 'static,
    most: usize,
    one: impl Fn(&Source) -> T + Sync,
    mut take: impl FnMut(Vec<T>) -> Result<(), E>,
) -> Result<(), E> {
    let (sender, receiver) = sync_channel(most);
    let fetching = thread::spawn(move || {
        for source in sources {
            // Nobody listens any more: `take` has failed.
            if sender.send(source).is_err() {
                break;
            }
        }
    });
    while let Some(batch) = next_batch(&receiver, most) {
        take(batch.par_iter().with_max_len(1).map(&one).collect())?;
    }
    if let Err(panic) = fetching.join() {
        std::panic::resume_unwind(panic);
    }
    Ok(())
}

/// The next source, waited for, and all that stand ready behind it; nothing at the end.
fn next_batch(receiver: &Receiver<Source>, most: usize) -> Option<Vec<Source>> {
    let first = receiver.recv().ok()?;
    Some(std::iter::once(first).chain(receiver.try_iter()).take(most).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;
    use std::io;

    fn sources(count: usize) -> impl Iterator<Item = Source> + Send {
        (0..count).map(|index| Source::memory(&format!("{index}.txt"), "Số: 1"))
    }

    #[test]
    fn records_come_in_the_order_of_their_sources() {
        let mut paths = Vec::new();
        let take = |batch: Vec<String>| {
            paths.extend(batch);
            Ok::<(), Infallible>(())
        };
        let sources = sources(3 * BATCH + 7);
        examine_each(sources, Lexicon::embedded(), Detail::Line, |record| record.path, take).unwrap();
        assert_eq!(paths, (0..3 * BATCH + 7).map(|index| format!("{index}.txt")).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_of_the_taker_ends_the_reading() {
        let endless = (0..).map(|index: usize| Source::memory(&format!("{index}.txt"), ""));
        let take = |_: Vec<()>| Err(io::Error::from(io::ErrorKind::BrokenPipe));
        let error = examine_each(endless, Lexicon::embedded(), Detail::Line, |_| (), take).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn a_source_is_answered_before_the_next_one_comes() {
        let (ask, asked) = sync_channel::<Source>(0);
        let (answer, answered) = sync_channel::<String>(1);
        thread::scope(|scope| {
            scope.spawn(move || {
                let take = |batch: Vec<String>| batch.into_iter().try_for_each(|path| answer.send(path));
                examine_each(asked.into_iter(), Lexicon::embedded(), Detail::Line, |record| record.path, take)
            });
            for name in ["a", "b"] {
                ask.send(Source::memory(name, "")).unwrap();
                assert_eq!(answered.recv_timeout(std::time::Duration::from_secs(20)).as_deref(), Ok(name));
            }
            drop(ask);
        });
    }
}
