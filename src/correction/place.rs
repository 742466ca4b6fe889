//! Which of the files that were read a line of the table means.
//!
//! A path counts from the folder of the table. Only where no file stands there may it be the end of another path, for a table
//! can be read from elsewhere than it was written; and only if it is the end of one: a paper is never corrected for having the
//! name of another.

use super::{Line, Why};
use crate::record::Record;
use std::collections::{BTreeSet, HashMap};

/// For each line the records of its file, or why there are none. Linear: a look-up for each line.
pub(super) fn meant(lines: &[&Line], folder: &str, records: &[Record]) -> Vec<Result<Vec<usize>, Why>> {
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, record) in records.iter().enumerate() {
        by_name.entry(last_part(&record.path)).or_default().push(at);
    }
    let path = |at: usize| records[at].path.as_str();
    let of = |line: &&Line| {
        let written = line.path.as_str();
        let named = by_name.get(last_part(written)).map_or(&[][..], Vec::as_slice);
        let from_here = match folder {
            "" => written.to_owned(),
            folder => format!("{folder}/{written}"),
        };
        let all = |is: &dyn Fn(&str) -> bool| named.iter().copied().filter(|&at| is(path(at))).collect::<Vec<_>>();
        for whole in [from_here.as_str(), written] {
            let exact = all(&|path| path == whole);
            if !exact.is_empty() {
                return Ok(exact);
            }
        }
        let ending = all(&|path| path.strip_suffix(written).is_some_and(|before| before.ends_with('/')));
        match ending.iter().map(|&at| path(at)).collect::<BTreeSet<_>>().len() {
            0 => Err(Why::Absent),
            1 => Ok(ending),
            _ => Err(Why::Ambiguous),
        }
    };
    lines.iter().map(of).collect()
}

/// The name of the file.
fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::super::{COLUMNS, parse};
    use super::*;
    use crate::lexicon::Lexicon;

    /// The paths that a table at `file` means by `written`.
    fn found(file: &str, written: &str, paths: &[&str]) -> Result<Vec<String>, Why> {
        let table = format!("{}\ndocument,{written},,,date,,2021,r\n", COLUMNS.join(","));
        let corrections = parse(file, &table, Lexicon::embedded()).expect("a table");
        let lines: Vec<&Line> = corrections.lines.iter().collect();
        let records: Vec<Record> =
            paths.iter().map(|path| Record { path: (*path).into(), ..Record::default() }).collect();
        let found = meant(&lines, &corrections.folder, &records).remove(0);
        found.map(|found| found.into_iter().map(|at| records[at].path.clone()).collect())
    }

    #[test]
    fn a_path_counts_from_the_folder_of_the_table() {
        let paths = ["kho/a.txt", "kho/sub/a.txt", "a.txt"];
        assert_eq!(found("kho/sua.csv", "a.txt", &paths), Ok(vec!["kho/a.txt".into()]));
        assert_eq!(found("./kho//sua.csv", "sub/a.txt", &paths), Ok(vec!["kho/sub/a.txt".into()]));
        assert_eq!(found("sua.csv", "a.txt", &paths), Ok(vec!["a.txt".into()]));
        assert_eq!(found("x/sua.csv", "kho/a.txt", &paths), Ok(vec!["kho/a.txt".into()]), "as it was typed");
    }

    #[test]
    fn from_elsewhere_a_path_is_the_end_of_one_path_or_of_none() {
        assert_eq!(found("x/sua.csv", "a.txt", &["../kho/a.txt"]), Ok(vec!["../kho/a.txt".into()]));
        assert_eq!(found("x/sua.csv", "a.txt", &["kho/a.txt", "kho/sub/a.txt"]), Err(Why::Ambiguous));
        assert_eq!(found("x/sua.csv", "a.txt", &["kho/ba.txt"]), Err(Why::Absent));
        assert_eq!(found("x/sua.csv", "kho/a.txt", &["a.txt"]), Err(Why::Absent));
    }
}
