//! Symbols of a number: runs of letters and the hyphens and slashes between them, taken off a text and told apart as kind
//! and organ.

use super::{Number, is_symbol_letter, skip_blanks, text_between};
use crate::lexicon::Lexicon;
use crate::text::{Cursor, is_dash, is_slash};
use smol_str::{SmolStr, SmolStrBuilder, format_smolstr};

/// A run of symbol letters, and the joint before it.
pub(super) struct Symbol {
    pub(super) after: char,
    pub(super) letters: SmolStr,
    /// A blank stood for the joint.
    pub(super) mended: bool,
}

impl Symbol {
    fn add(&mut self, letters: &str) {
        self.letters = format_smolstr!("{}{letters}", self.letters);
    }
}

pub(super) fn join(symbols: &[Symbol]) -> SmolStr {
    let mut out = SmolStrBuilder::new();
    for (index, symbol) in symbols.iter().enumerate() {
        if index > 0 {
            out.push(symbol.after);
        }
        out.push_str(&symbol.letters);
    }
    out.finish()
}

/// Kind and organ of a State symbol: the first run is the kind if it is known as one and another follows.
pub(super) fn split_state(number: &mut Number, text: &mut String, symbols: &[Symbol], lexicon: &Lexicon) {
    let first = &symbols[0].letters;
    let is_kind = |s: &str| lexicon.kinds.abbreviates(s);
    number.repaired |= symbols.iter().any(|symbol| symbol.mended);
    let known = |s: &str| !lexicon.organs.candidates(s).is_empty();
    let drafts_for_itself = || lexicon.organs.candidates(first).iter().any(|o| o.symbol_is_unique);
    if is_kind(first) && symbols.len() > 1 {
        number.kind = Some(first.clone());
        number.organ = Some(join(&symbols[1..]));
    } else if symbols.len() == 1 && is_kind(first) && !drafts_for_itself() {
        number.kind = Some(first.clone());
    } else if let Some((kind, organ)) = first.split_once('.').filter(|(kind, organ)| is_kind(kind) && known(organ)) {
        // "12/1999/QĐ.UB": a stop for the hyphen, as written.
        number.kind = Some(kind.into());
        number.organ = Some(organ.into());
    } else if let Some((kind, organ)) = lost_hyphen(first, lexicon) {
        if let Some(at) = text.rfind(first.as_str()) {
            text.insert(at + kind.len(), '-');
        }
        number.kind = Some(kind);
        number.organ = Some(if symbols.len() > 1 { format_smolstr!("{organ}-{}", join(&symbols[1..])) } else { organ });
        number.repaired = true;
    } else {
        number.organ = Some(join(symbols));
    }
}

/// `QĐUBND` is `QĐ` and `UBND` if both are known and the whole is not.
fn lost_hyphen(symbol: &str, lexicon: &Lexicon) -> Option<(SmolStr, SmolStr)> {
    if !lexicon.organs.candidates(symbol).is_empty() {
        return None;
    }
    symbol.char_indices().rev().map(|(at, _)| symbol.split_at(at)).filter(|(kind, _)| kind.len() > 1).find_map(
        |(kind, organ)| {
            let known = lexicon.kinds.abbreviates(kind) && !lexicon.organs.candidates(organ).is_empty();
            known.then(|| (kind.into(), organ.into()))
        },
    )
}

/// One or more runs joined by hyphens or slashes; what was read is added to `text` without gaps.
pub(super) fn read_symbols(cursor: &mut Cursor<'_>, text: &mut String, lexicon: &Lexicon) -> Option<Vec<Symbol>> {
    let first = read_letters(cursor)?;
    // Laws of 1957, and telegrams of the Party: "07-Đ/TU".
    let alone = first == "L" || first == "Đ" && cursor.peek().is_some_and(is_slash);
    if first.chars().count() < 2 && !alone {
        return None;
    }
    text.push_str(&first);
    let mut symbols = vec![Symbol { after: '/', letters: first, mended: false }];
    loop {
        if let Some(rest) = parted_rest(cursor, &symbols, lexicon) {
            text.push_str(&rest);
            symbols.last_mut().expect("one at least").add(&rest);
        }
        let joined = read_joined(cursor, &symbols, lexicon);
        let mended = joined.is_none();
        let joined = joined.or_else(|| blank_for_dash(cursor, &symbols, lexicon));
        let Some((joint, letters)) = joined else { break };
        text.push(joint);
        text.push_str(&letters);
        symbols.push(Symbol { after: joint, letters, mended });
    }
    // "NQ-QH 12": the term parted from its assembly.
    let mut probe = *cursor;
    let last = symbols.last_mut().expect("one at least");
    if last.letters.ends_with("QH") && probe.peek() == Some(' ') && probe.bump().is_some() {
        let digits = probe.at;
        if probe.digits(2).is_some() && !probe.peek().is_some_and(|c| c.is_alphanumeric() || is_slash(c)) {
            let term = text_between(&probe, digits);
            last.add(term);
            text.push_str(term);
            *cursor = probe;
        }
    }
    // Laws of 1957: "103-SL/L.005", "102-SL/L-004".
    let mut probe = *cursor;
    if last.letters == "L" && probe.bump().is_some_and(|c| c == '.' || is_dash(c)) && probe.digits(3).is_some() {
        let register = text_between(&probe, cursor.at);
        last.add(register);
        text.push_str(register);
        *cursor = probe;
    }
    let mut probe = *cursor;
    if probe.peek() == Some('/') && probe.bump().is_some() && probe.word("nb", false) {
        *cursor = probe;
        text.push_str("/nb");
    }
    Some(symbols)
}

/// "TT-BGD ĐT": a blank inside the symbol of an organ that is known only as a whole.
fn parted_rest(cursor: &mut Cursor<'_>, symbols: &[Symbol], lexicon: &Lexicon) -> Option<SmolStr> {
    let mut probe = *cursor;
    if symbols.len() < 2 || probe.bump() != Some(' ') {
        return None;
    }
    // "03/HD-TLĐ 2020": the year of a law site is no part of it.
    let rest = read_letters(&mut probe).filter(|rest| rest.starts_with(char::is_alphabetic))?;
    let whole = format_smolstr!("{}{rest}", symbols.last()?.letters);
    let known = |symbol: &str| !lexicon.organs.candidates(symbol).is_empty();
    (known(&whole) && !known(&rest)).then(|| {
        *cursor = probe;
        rest
    })
}

/// `30/2008/QĐ BTC`: a blank for the dash between a kind and the symbol of a known organ.
fn blank_for_dash(cursor: &mut Cursor<'_>, symbols: &[Symbol], lexicon: &Lexicon) -> Option<(char, SmolStr)> {
    let mut probe = *cursor;
    let [kind] = symbols else { return None };
    (probe.bump() == Some(' ') && lexicon.kinds.abbreviates(&kind.letters)).then_some(())?;
    let organ = read_letters(&mut probe).filter(|organ| organ.chars().count() > 2)?;
    let alone = !probe.peek().is_some_and(char::is_alphanumeric);
    (alone && !lexicon.organs.candidates(&organ).is_empty()).then(|| {
        *cursor = probe;
        ('-', organ)
    })
}

/// A joint and the next run. Blanks may stand behind a joint where a line was broken, or before it after a kind.
fn read_joined(cursor: &mut Cursor<'_>, symbols: &[Symbol], lexicon: &Lexicon) -> Option<(char, SmolStr)> {
    let mut probe = *cursor;
    let blanks_before = skip_blanks(&mut probe);
    let c = probe.bump()?;
    let joint = if is_slash(c) {
        '/'
    } else if is_dash(c) {
        '-'
    } else {
        return None;
    };
    let blanks_after = skip_blanks(&mut probe);
    let kind_waits = symbols.len() == 1 && lexicon.kinds.abbreviates(&symbols[0].letters);
    let letters = read_letters(&mut probe)?;
    // After blanks a lone capital is the next sentence or list, not a unit.
    if blanks_after && letters.chars().count() < 2 {
        return None;
    }
    if blanks_before && (blanks_after || !kind_waits) && !(kind_waits && joint == '/') {
        // "QĐ – UBND", "KH/TWĐTN - TNTH ngày …": an organ behind its kind, or what ends the number behind it.
        let organ = kind_waits && !lexicon.organs.candidates(&letters).is_empty();
        if !(organ || joint == '-' && ends_number(&probe)) {
            return None;
        }
    }
    *cursor = probe;
    Some((joint, letters))
}

/// What follows tells that a number ended: a date, an issuer, a title, or the mark of a list.
fn ends_number(cursor: &Cursor<'_>) -> bool {
    let mut probe = *cursor;
    let next = |probe: &Cursor<'_>| probe.peek().is_none_or(|c| matches!(c, ',' | ';' | ')'));
    next(&probe) || skip_blanks(&mut probe) && ["ngày", "của", "về"].iter().any(|word| probe.word(word, false))
}

/// Letters of one run: capitals, digits, `&`, `+`, inner stops, and the few small letters that symbols have (TTg, QĐi, BCTr).
fn read_letters(cursor: &mut Cursor<'_>) -> Option<SmolStr> {
    let mut letters = SmolStrBuilder::new();
    let mut probe = *cursor;
    while let Some(c) = probe.peek() {
        if is_symbol_letter(c) {
            letters.push(if c == 'Ð' { 'Đ' } else { c });
        } else if c.is_ascii_digit()
            || !letters.is_empty() && (c == '&' || c == '+' && probe.rest()[1..].starts_with(is_symbol_letter))
        {
            letters.push(c);
        } else if c == '.' && !letters.is_empty() {
            let mut after = probe;
            after.bump();
            let next = after.bump();
            if !next.is_some_and(is_symbol_letter) || after.peek().is_some_and(char::is_lowercase) {
                break;
            }
            letters.push(c);
        } else if c.is_lowercase() && !letters.is_empty() {
            let Some(small) = small_letters(&probe) else { break };
            letters.push_str(small);
            probe.at += small.len();
            continue;
        } else {
            break;
        }
        probe.bump();
    }
    let letters = letters.finish();
    let rest = probe.rest().chars().next();
    // A capital with a tone mark, or one capital before small letters: a word, not a symbol.
    let word = rest.is_some_and(|c| c.is_uppercase())
        || (letters.chars().count() == 1 && rest.is_some_and(char::is_lowercase));
    if letters.is_empty() || word || letters.chars().all(|c| c.is_ascii_digit()) && letters.len() != 4 {
        return None;
    }
    *cursor = probe;
    // Titles in capitals print the Prime Minister's symbol so.
    Some(if letters == "TTG" { "TTg".into() } else { letters })
}

/// One or two small letters that end a run or stand before a capital; none where a word is glued on ("QĐ-TTgngày", "CPcủa").
fn small_letters<'t>(probe: &Cursor<'t>) -> Option<&'t str> {
    let rest = probe.rest();
    let run: usize = rest.chars().take_while(|c| c.is_lowercase()).map(char::len_utf8).sum();
    const GLUED: [&str; 8] = ["ngày", "của", "về", "năm", "và", "được", "theo", "quy"];
    let stop = GLUED.iter().filter_map(|word| rest[..run].find(word)).min().unwrap_or(run);
    let small = &rest[..stop];
    let plain = small.chars().all(|c| c.is_ascii_lowercase() || c == 'đ');
    ((1..=2).contains(&small.chars().count()) && plain).then_some(small)
}
