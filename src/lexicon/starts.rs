//! Where words begin in a text, told for 64 bytes at a time.

/// Bytes looked at together when places are sought.
pub(super) const RUN: usize = 64;

/// Bytes of the run before that are looked at with a run: the length of a letter.
const BEFORE: usize = 3;

/// Bytes of the next run that are looked at with a run: what its last place lacks of four.
const AFTER: usize = 3;

/// A run with the bytes around it.
pub(super) struct Run<'b>(&'b [u8; BEFORE + RUN + AFTER]);

/// Calls `take` for every run with its first byte and the places in it where a word may begin, one bit each: a letter, or
/// one of some marks, that no letter of Vietnamese stands before.
pub(super) fn each_run(bytes: &[u8], mut take: impl FnMut(usize, u64, Run<'_>)) {
    for start in (0..bytes.len()).step_by(RUN) {
        let end;
        let around = match start.checked_sub(BEFORE).and_then(|from| bytes[from..].first_chunk()) {
            Some(around) => around,
            None => {
                end = at_an_end(bytes, start);
                &end
            }
        };
        take(start, starts_in(around), Run(around));
    }
}

/// A run at the beginning or the end of a text, with zeros for what is not there: no word begins with them.
fn at_an_end(bytes: &[u8], start: usize) -> [u8; BEFORE + RUN + AFTER] {
    let mut around = [0; _];
    let from = start.saturating_sub(BEFORE);
    let there = &bytes[from..bytes.len().min(start + RUN + AFTER)];
    around[BEFORE + from - start..][..there.len()].copy_from_slice(there);
    around
}

impl Run<'_> {
    /// The four bytes at a place of the run.
    pub fn four(&self, place: usize) -> u32 {
        // The remainder tells the compiler that none lies outside.
        let at = BEFORE + place % RUN;
        u32::from_le_bytes([self.0[at], self.0[at + 1], self.0[at + 2], self.0[at + 3]])
    }
}

/// The bits that are set, from the lowest on.
pub(super) fn bits(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(lowest)
    })
}

/// The places of a run where a word may begin, one bit each. Free of branches, so that it becomes vector code.
fn starts_in(around: &[u8; BEFORE + RUN + AFTER]) -> u64 {
    let mut begins = [0; RUN];
    for (at, begins) in begins.iter_mut().enumerate() {
        let (third, second, last, byte) = (around[at], around[at + 1], around[at + 2], around[at + 3]);
        // U+00C0 to U+023F, and U+1E00 to U+1EFF; the signs of multiplication and division end like no letter of Vietnamese.
        let small = last | 0x20;
        let sign = small == 0xB7;
        let letter = (second.wrapping_sub(0xC3) < 6) & !sign | (third == 0xE1) & (second.wrapping_sub(0xB8) < 4);
        let ascii = small.wrapping_sub(b'a') < 26;
        // A letter of ASCII, one of a few marks, or what begins a character beyond ASCII.
        let first = byte & 0x40 != 0;
        *begins = u8::from(first & !(letter | ascii));
    }
    let mut bits = [0; RUN / 8];
    for (bits, eight) in bits.iter_mut().zip(begins.as_chunks::<8>().0) {
        // Each byte is 0 or 1; the product gathers the eight in its highest byte.
        *bits = (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8;
    }
    u64::from_le_bytes(bits)
}
