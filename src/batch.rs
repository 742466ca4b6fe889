//! Many documents at once, in order: read in parallel, handed on one by one, never more than a batch in memory.

use crate::lexicon::Lexicon;
use crate::record::{Record, examine};
use crate::source::Source;
use rayon::prelude::*;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Most documents in memory at a time; large enough that waiting for the slowest of a batch costs little.
const BATCH: usize = 256;

/// Reads sources as they come and hands each record to `take`, in the order of the sources. A source that is there is not
/// kept waiting for one that is still to come, so that a program at the other end of a pipe gets its answer.
///
/// # Errors
/// The first error of `take`; no further source is read then.
pub fn examine_each<E>(
    sources: impl Iterator<Item = Source> + Send,
    lexicon: &Lexicon,
    mut take: impl FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(BATCH);
        scope.spawn(move || {
            for source in sources {
                // Nobody listens any more: `take` has failed.
                if sender.send(source).is_err() {
                    break;
                }
            }
        });
        while let Some(batch) = next_batch(&receiver) {
            let records: Vec<Record> = batch.par_iter().map(|source| examine(source, lexicon)).collect();
            records.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    })
}

/// The next source, waited for, and all that stand ready behind it; nothing at the end.
fn next_batch(receiver: &Receiver<Source>) -> Option<Vec<Source>> {
    let first = receiver.recv().ok()?;
    Some(std::iter::once(first).chain(receiver.try_iter()).take(BATCH).collect())
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
        let take = |record: Record| {
            paths.push(record.path);
            Ok::<(), Infallible>(())
        };
        examine_each(sources(3 * BATCH + 7), Lexicon::embedded(), take).unwrap();
        assert_eq!(paths, (0..3 * BATCH + 7).map(|index| format!("{index}.txt")).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_of_the_taker_ends_the_reading() {
        let endless = (0..).map(|index: usize| Source::memory(&format!("{index}.txt"), ""));
        let error = examine_each(endless, Lexicon::embedded(), |_| Err(io::Error::from(io::ErrorKind::BrokenPipe)))
            .unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn a_source_is_answered_before_the_next_one_comes() {
        let (ask, asked) = sync_channel::<Source>(0);
        let (answer, answered) = sync_channel::<String>(1);
        thread::scope(|scope| {
            scope.spawn(move || {
                examine_each(asked.into_iter(), Lexicon::embedded(), |record| {
                    answer.send(record.path).map_err(io::Error::other)
                })
            });
            for name in ["a", "b"] {
                ask.send(Source::memory(name, "")).unwrap();
                assert_eq!(answered.recv_timeout(std::time::Duration::from_secs(20)).as_deref(), Ok(name));
            }
            drop(ask);
        });
    }
}
