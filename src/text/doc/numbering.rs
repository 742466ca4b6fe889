//! Lists of a .doc: how their levels are written (LSTF, LVL) and what paragraphs refer to (LFO). What is broken is left
//! out, with all behind it.

use super::bytes::{u16_at, u32_at};
use crate::text::label::{LEVELS, Level, Number, Numbering};

/// Fields of the file information block.
const LISTS: usize = 0x02E2;
const NUMBERS: usize = 0x02EA;

/// Sizes of the fixed parts of a list, of a level, and of what paragraphs refer to.
const LIST: usize = 28;
const LEVEL: usize = 28;
const NUMBER: usize = 16;
/// Longest label that is made, in letters before counts stand in it.
const LABEL: usize = 255;

/// The lists of a document.
pub(super) fn read(main: &[u8], table: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    let part = |field| {
        let (start, length) = (u32_at(main, field)? as usize, u32_at(main, field + 4)?);
        table.get(start..).filter(|_| length > 0)
    };
    // Levels stand behind the part whose length is told.
    let _ = part(LISTS).and_then(|bytes| lists(bytes, &mut numbering));
    let _ = part(NUMBERS).and_then(|bytes| numbers(bytes, &mut numbering));
    numbering
}

fn lists(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = usize::from(u16_at(bytes, 0)?);
    let mut at = 2 + LIST * count;
    for list in bytes.get(2..at)?.chunks_exact(LIST) {
        let simple = list[26] & 1 == 1;
        let mut levels = Vec::new();
        for _ in 0..if simple { 1 } else { LEVELS } {
            levels.push(level(bytes, &mut at)?);
        }
        numbering.lists.insert(u32_at(list, 0)?.to_string(), levels);
    }
    Some(())
}

/// The level at a place, which moves behind it.
fn level(bytes: &[u8], at: &mut usize) -> Option<Level> {
    let fixed = bytes.get(*at..*at + LEVEL)?;
    let looks = usize::from(fixed[24]) + usize::from(fixed[25]);
    let text = *at + LEVEL + looks;
    let length = 2 * usize::from(u16_at(bytes, text)?);
    let units = bytes.get(text + 2..text + 2 + length)?.chunks_exact(2);
    let mut written = String::new();
    for c in char::decode_utf16(units.map(|unit| u16::from_le_bytes([unit[0], unit[1]]))).flatten().take(LABEL) {
        match u32::from(c) {
            place @ 0..=8 => written.push_str(&format!("%{}", place + 1)),
            _ => written.push(c),
        }
    }
    *at = text + 2 + length;
    Some(Level { start: u32_at(fixed, 0)?, format: format(fixed[4]).into(), text: written, style: None })
}

fn numbers(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = usize::try_from(u32_at(bytes, 0)?).ok()?;
    let mut at = count.checked_mul(NUMBER)?.checked_add(4)?;
    for (entry, id) in bytes.get(4..at)?.chunks_exact(NUMBER).zip(1_u32..) {
        let mut number = Number { list: u32_at(entry, 0)?.to_string(), ..Number::default() };
        // What is written otherwise follows; a file that ends before says no more.
        let _ = changes(bytes, &mut at, entry[12], &mut number);
        numbering.numbers.insert(id.to_string(), number);
    }
    Some(())
}

/// Levels that are otherwise than in the list.
fn changes(bytes: &[u8], at: &mut usize, count: u8, number: &mut Number) -> Option<()> {
    *at += 4;
    for _ in 0..count {
        let (start, flags) = (u32_at(bytes, *at)?, u32_at(bytes, *at + 4)?);
        *at += 8;
        let index = (flags & 0xF) as usize;
        let changed = if flags & 0x20 == 0 { None } else { Some(level(bytes, at)?) };
        if index < LEVELS {
            if flags & 0x10 != 0 {
                number.starts.insert(index, changed.as_ref().map_or(start, |level| level.start));
            }
            number.levels.extend(changed.map(|level| (index, level)));
        }
    }
    Some(())
}

/// The name that OOXML has for a format of numbers.
fn format(code: u8) -> &'static str {
    match code {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        22 => "decimalZero",
        23 => "bullet",
        255 => "none",
        _ => "decimal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level_of(start: u32, format: u8, text: &[u16]) -> Vec<u8> {
        let mut level = vec![0; LEVEL];
        level[..4].copy_from_slice(&start.to_le_bytes());
        level[4] = format;
        // Three bytes of looks stand between.
        (level[24], level[25]) = (1, 2);
        level.extend([9, 9, 9]);
        level.extend((text.len() as u16).to_le_bytes());
        level.extend(text.iter().flat_map(|unit| unit.to_le_bytes()));
        level
    }

    /// A simple list `Điều 1.`, and two references to it of which the second begins with 9.
    fn tables() -> (Vec<u8>, Vec<u8>) {
        let words: Vec<u16> = "Điều \0.".encode_utf16().collect();
        let mut table = vec![1, 0];
        let mut list = [0; LIST];
        (list[0], list[26]) = (7, 1);
        table.extend(list);
        table.extend(level_of(1, 0, &words));
        let numbers = table.len() as u32;
        table.extend(2_u32.to_le_bytes());
        for changes in [0, 1] {
            let mut number = [0; NUMBER];
            (number[0], number[12]) = (7, changes);
            table.extend(number);
        }
        table.extend([0xFF; 8]);
        table.extend([9, 0, 0, 0, 0x10, 0, 0, 0]);
        let mut main = vec![0; NUMBERS + 8];
        main[LISTS + 4] = 30;
        main[NUMBERS..NUMBERS + 4].copy_from_slice(&numbers.to_le_bytes());
        main[NUMBERS + 4] = 52;
        (main, table)
    }

    #[test]
    fn lists_and_what_begins_anew_are_read() {
        let (main, table) = tables();
        let mut numbering = read(&main, &table);
        let labels = ["1", "1", "2", "2"].map(|id| numbering.next(id, 0, None).expect("a label"));
        assert_eq!(labels, ["Điều 1.", "Điều 2.", "Điều 9.", "Điều 10."]);
        assert_eq!(numbering.next("3", 0, None), None);
    }

    #[test]
    fn a_table_that_breaks_off_anywhere_is_read_so_far() {
        let (main, table) = tables();
        for end in 0..table.len() {
            let mut numbering = read(&main, &table[..end]);
            numbering.next("2", 0, None);
        }
    }
}
