//! What must hold between the rows of a lexicon, for the embedded tables and for a user's own alike.
//!
//! Loading checks each cell and each reference to another row; [`check`] looks at rows together: no two units of one name at
//! one time, terms without gap or overlap, symbols and abbreviations with one meaning, acts that replace older ones. The
//! first contradiction is an error that names table, row, column and remedy.

use super::table::{LoadError, Needs};
use super::{Act, Lexicon, Organ, Place, Term};
use crate::vocabulary::{Level, System};
use std::collections::BTreeMap;

/// Checks the rows of all tables against each other. `file` gives the path of a table by its name, for the error.
pub(super) fn check(lexicon: &Lexicon, file: impl Fn(&str) -> String) -> Result<(), LoadError> {
    let found = kinds(lexicon)
        .map(|found| ("kinds.csv", found))
        .or_else(|| organs(lexicon).map(|found| ("organs.csv", found)))
        .or_else(|| places(lexicon).map(|found| ("places.csv", found)))
        .or_else(|| terms(lexicon).map(|found| ("terms.csv", found)))
        .or_else(|| acts(lexicon).map(|found| ("acts.csv", found)));
    match found {
        None => Ok(()),
        Some((table, Contradiction { id, column, needs })) => {
            Err(LoadError::Rule { file: file(table), id, column, needs })
        }
    }
}

/// A row that contradicts another one or itself.
struct Contradiction {
    id: String,
    column: &'static str,
    needs: Needs,
}

fn found(id: &str, column: &'static str, vietnamese: String, english: String) -> Option<Contradiction> {
    Some(Contradiction { id: id.to_owned(), column, needs: (vietnamese, english).into() })
}

/// By rule an abbreviation has one meaning in a system.
fn kinds(lexicon: &Lexicon) -> Option<Contradiction> {
    let mut seen: BTreeMap<(&str, System), &str> = BTreeMap::new();
    for kind in lexicon.kinds.all() {
        for abbreviation in &kind.abbreviations {
            for &system in System::ALL.iter().filter(|system| kind.system.is_none_or(|own| own == **system)) {
                let Some(other) = seen.insert((abbreviation, system), &kind.name) else { continue };
                return found(
                    &kind.name,
                    "abbreviations",
                    format!(
                        "“{abbreviation}” đã là viết tắt của “{other}” trong cùng hệ thống; ghi nó ở other_abbreviations"
                    ),
                    format!("“{abbreviation}” stands for “{other}” in the same system; move it to other_abbreviations"),
                );
            }
        }
    }
    None
}

fn organs(lexicon: &Lexicon) -> Option<Contradiction> {
    lexicon.organs.all().iter().find_map(|organ| {
        of_level(lexicon, organ).or_else(|| if organ.symbol_is_unique { of_symbol(lexicon, organ) } else { None })
    })
}

/// A central organ needs no territory, any other does; what is above it is not of a lower level.
fn of_level(lexicon: &Lexicon, organ: &Organ) -> Option<Contradiction> {
    if organ.territorial == (organ.level == Level::Central) {
        let (vietnamese, english) = match organ.territorial {
            true => ("cơ quan trung ương không kèm địa danh; ghi no", "a central organ has no territory; write no"),
            false => ("cơ quan địa phương phải kèm địa danh; ghi yes", "a local organ needs its territory; write yes"),
        };
        return found(&organ.id, "territorial", vietnamese.into(), english.into());
    }
    let parent = organ.parent.as_deref().and_then(|id| lexicon.organs.by_id(id))?;
    if parent.level <= organ.level {
        return None;
    }
    found(
        &organ.id,
        "parent",
        format!("“{}” ở cấp thấp hơn; nêu cơ quan cùng cấp hoặc cấp trên", parent.id),
        format!("“{}” is of a lower level; name an organ of the same level or above", parent.id),
    )
}

/// A symbol that is said to be one organ's is no other's of its system and time.
fn of_symbol(lexicon: &Lexicon, organ: &Organ) -> Option<Contradiction> {
    let Some(symbol) = organ.symbols.first() else {
        return found(
            &organ.id,
            "symbol_is_unique",
            "không có ký hiệu nào mà lại là duy nhất; ghi ký hiệu, hoặc ghi no".into(),
            "there is no symbol that could be unique; give one, or write no".into(),
        );
    };
    let other = lexicon.organs.candidates(symbol).into_iter().find(|other| {
        other.id != organ.id
            && other.system == organ.system
            && other.validity.overlaps(organ.validity)
            && other.series_of.as_ref() != Some(&organ.id)
            && other.symbols.first() == Some(symbol)
    })?;
    found(
        &organ.id,
        "symbol_is_unique",
        format!("“{symbol}” cũng là ký hiệu của “{}” trong cùng hệ thống và thời gian; ghi no ở cả hai dòng", other.id),
        format!("“{symbol}” is the symbol of “{}” too, in the same system and time; write no in both rows", other.id),
    )
}

/// Two units of one name never exist at one time; what follows a unit exists on the day after its end.
fn places(lexicon: &Lexicon) -> Option<Contradiction> {
    let rows = lexicon.places.all();
    rows.iter().enumerate().find_map(|(at, place)| {
        let namesake = |other: &&Place| other.name == place.name && other.validity.overlaps(place.validity);
        if let Some(other) = rows[..at].iter().find(namesake) {
            return found(
                &place.id,
                "valid_from",
                format!(
                    "“{}” cùng tên và cùng thời gian; ghi ngày kết thúc ở dòng cũ, ngày bắt đầu ở dòng mới",
                    other.id
                ),
                format!(
                    "“{}” has the same name at the same time; give the old row its end and the new one its beginning",
                    other.id
                ),
            );
        }
        let next = place.successors.iter().filter_map(|id| lexicon.places.by_id(id));
        let end = place.validity.to.map(|to| to.latest().succ_opt().unwrap_or(to.latest()));
        let late = |next: &&Place| match (end, next.validity.from) {
            (Some(end), from) => {
                from.is_some_and(|from| from.earliest() > end) || next.validity.to.is_some_and(|to| to.latest() < end)
            }
            (None, _) => true,
        };
        let next = next.into_iter().find(late)?;
        found(
            &place.id,
            "valid_to",
            format!("đơn vị kế tiếp “{}” phải có ngay sau ngày đơn vị này hết; sửa ngày ở một trong hai dòng", next.id),
            format!("its successor “{}” must exist on the day after its end; correct the days of one of them", next.id),
        )
    })
}

/// The terms of a central body follow each other without gap in their numbers and without overlap.
fn terms(lexicon: &Lexicon) -> Option<Contradiction> {
    let mut of_body: BTreeMap<&str, Vec<&Term>> = BTreeMap::new();
    for term in lexicon.terms.all().iter().filter(|term| term.level == Level::Central && term.ordinal().is_some()) {
        of_body.entry(&term.body).or_default().push(term);
    }
    of_body.values_mut().find_map(|terms| {
        terms.sort_by_key(|term| term.ordinal());
        terms.windows(2).find_map(|pair| follows(pair[0], pair[1]))
    })
}

fn follows(term: &Term, next: &Term) -> Option<Contradiction> {
    if term.ordinal().map(|number| number.saturating_add(1)) != next.ordinal() {
        return found(
            &next.id,
            "term",
            format!("giữa nhiệm kỳ {} và {} còn thiếu dòng; thêm các nhiệm kỳ ấy", term.name, next.name),
            format!("between the terms {} and {} rows are missing; add them", term.name, next.name),
        );
    }
    match (term.validity.to, next.validity.from) {
        (Some(to), Some(from)) if to.earliest() <= from.earliest() => None,
        (Some(to), Some(from)) => found(
            &next.id,
            "from",
            format!("{from} sớm hơn ngày nhiệm kỳ trước hết ({to}); sửa một trong hai ngày"),
            format!("{from} is before the end of the term before ({to}); correct one of them"),
        ),
        (None, _) => found(
            &term.id,
            "to",
            format!(
                "đã có nhiệm kỳ sau “{}” nên phải ghi ngày kết thúc; chép dòng này vào bảng của bạn rồi điền",
                next.id
            ),
            format!(
                "the term “{}” follows, so it must have an end; copy this row into your table and fill it in",
                next.id
            ),
        ),
        (_, None) => found(
            &next.id,
            "from",
            format!("có nhiệm kỳ trước “{}” nên phải ghi ngày bắt đầu", term.id),
            format!("the term “{}” comes before, so it must have a beginning", term.id),
        ),
    }
}

fn acts(lexicon: &Lexicon) -> Option<Contradiction> {
    let mut seen: BTreeMap<(&str, &str, String, String), &str> = BTreeMap::new();
    lexicon.acts.all().iter().find_map(|act| {
        if lexicon.kinds.by_name(&act.kind).is_none_or(|kind| kind.name != act.kind) {
            return found(
                &act.id,
                "kind",
                format!("“{}” không có trong kinds.csv; viết đúng tên loại, hoặc thêm dòng ở kinds.csv", act.kind),
                format!("“{}” is not in kinds.csv; write the name of a kind, or add its row", act.kind),
            );
        }
        let twice = act.number.as_deref().and_then(|number| {
            let title = crate::text::fold::fold(&act.title);
            seen.insert((number, &act.kind, act.date.to_string(), title), &act.id)
        });
        if let Some(other) = twice {
            return found(
                &act.id,
                "number",
                format!("“{other}” đã là văn bản này (cùng loại, số, ngày và tên); bỏ một trong hai dòng"),
                format!("“{other}” is this act already (same kind, number, date and title); remove one of them"),
            );
        }
        in_order(lexicon, act).or_else(|| of_term(lexicon, act))
    })
}

/// What an act replaces or amends is not younger.
fn in_order(lexicon: &Lexicon, act: &Act) -> Option<Contradiction> {
    let columns = [("supersedes", &act.supersedes), ("amends", &act.amends)];
    columns.into_iter().find_map(|(column, ids)| {
        let older = ids.iter().filter_map(|id| lexicon.acts.by_id(id));
        let younger = older.into_iter().find(|older| older.date.earliest() > act.date.latest())?;
        found(
            &act.id,
            column,
            format!("“{}” ({}) ban hành sau văn bản này ({}); sửa ngày hoặc mã", younger.id, younger.date, act.date),
            format!(
                "“{}” ({}) is younger than this act ({}); correct the date or the id",
                younger.id, younger.date, act.date
            ),
        )
    })
}

/// A central act of the Party is of the term of its date.
fn of_term(lexicon: &Lexicon, act: &Act) -> Option<Contradiction> {
    let central = act.number.as_deref().is_some_and(|number| number.ends_with("/TW") || number.ends_with("/VPTW"));
    let term = lexicon.terms.party_term(act.date).map(|term| term.name.as_str()).filter(|_| central)?;
    if act.term.as_deref() == Some(term) {
        return None;
    }
    found(
        &act.id,
        "term",
        format!("ngày {} thuộc khóa {term}; ghi {term}, hoặc sửa ngày", act.date),
        format!("the date {} is of term {term}; write {term}, or correct the date", act.date),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_tables_contradict_themselves_nowhere() {
        let checked = check(Lexicon::embedded(), |table| format!("data/lexicon/{table}"));
        assert!(checked.is_ok(), "{}", checked.err().map(|error| error.to_string()).unwrap_or_default());
    }
}
