//! RTF as tokens: groups, control words, characters.

/// A token. Words come without their backslash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    Open,
    Close,
    /// `\*`: programs that do not know the next word pass over the group.
    Star,
    /// A control word and its number, or a control sign.
    Word(&'b [u8], Option<i32>),
    /// A character given as `\'hh`.
    Byte(u8),
    /// Characters as they stand.
    Text(&'b [u8]),
}

/// The tokens of a file.
pub(super) struct Tokens<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Tokens<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Passes over binary data.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.bytes.len());
    }

    fn word(&mut self) -> Option<Token<'b>> {
        let bytes = self.bytes;
        let start = self.at;
        let letters = bytes[start..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if letters == 0 {
            let sign = *bytes.get(start)?;
            self.at += 1;
            return Some(match sign {
                b'*' => Token::Star,
                b'\'' => {
                    let hex = bytes.get(self.at..self.at + 2).and_then(|hex| std::str::from_utf8(hex).ok());
                    self.at = (self.at + 2).min(bytes.len());
                    Token::Byte(hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(b'?'))
                }
                b'\n' | b'\r' => Token::Word(b"par", None),
                _ => Token::Word(&bytes[start..=start], None),
            });
        }
        let word = &bytes[start..start + letters];
        self.at += letters;
        let minus = usize::from(bytes.get(self.at) == Some(&b'-'));
        let digits = bytes[self.at + minus..].iter().take_while(|b| b.is_ascii_digit()).count();
        let mut number = None;
        if digits > 0 {
            let digits = &bytes[self.at + minus..self.at + minus + digits];
            let sign = if minus == 1 { -1 } else { 1 };
            // Nothing if it is too large for what it is to be.
            number = digits
                .iter()
                .try_fold(0_i32, |number, digit| number.checked_mul(10)?.checked_add(sign * i32::from(digit - b'0')));
            self.at += minus + digits.len();
        }
        if bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        Some(Token::Word(word, number))
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let bytes = self.bytes;
            match *bytes.get(self.at)? {
                b'{' => {
                    self.at += 1;
                    return Some(Token::Open);
                }
                b'}' => {
                    self.at += 1;
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.at += 1;
                    return self.word();
                }
                b'\n' | b'\r' | b'\0' => self.at += 1,
                _ => {
                    let start = self.at;
                    let length = bytes[start..]
                        .iter()
                        .take_while(|b| !matches!(b, b'{' | b'}' | b'\\' | b'\n' | b'\r' | b'\0'))
                        .count();
                    self.at += length;
                    return Some(Token::Text(&bytes[start..start + length]));
                }
            }
        }
    }
}
