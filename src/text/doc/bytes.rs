//! Numbers and parts of a file at offsets that it states itself; nothing where they lie outside.

/// Two bytes as a number.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([pair[0], pair[1]]))
}

/// Four bytes as a number.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// The part of the table stream whose offset and length stand at `field` of the file information block. Cut where the
/// stream ends; nothing if it is empty.
pub(super) fn part<'t>(main: &[u8], table: &'t [u8], field: usize) -> Option<&'t [u8]> {
    let (start, length) = (u32_at(main, field)? as usize, u32_at(main, field + 4)? as usize);
    let end = start.saturating_add(length).min(table.len());
    table.get(start..end).filter(|part| !part.is_empty())
}
