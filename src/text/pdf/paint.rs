//! Operators that paint, written as those that pdf-extract hands on: it passes over `f*`, `B`, `b` and their like, with
//! which some programs draw the rules of tables.

/// Writes `f` for `f*`, and `S` for what also strokes, in place. A content with a picture inside is left as it is: where
/// that ends is not plain.
pub(super) fn plain(content: &mut [u8]) {
    if !may_need(content) {
        return;
    }
    let mut found = Vec::new();
    for (start, end) in (Words { content, at: 0 }) {
        match &content[start..end] {
            b"BI" => return,
            b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"s" => found.push(start..end),
            _ => {}
        }
    }
    for word in found {
        let fills = content[word.start] == b'f';
        content[word.clone()].fill(b' ');
        content[word.start] = if fills { b'f' } else { b'S' };
    }
}

/// False if it is plain that there is nothing to do, as in most contents.
fn may_need(content: &[u8]) -> bool {
    let regular = |at: Option<usize>| at.and_then(|at| content.get(at)).is_some_and(|byte| is_regular(*byte));
    let begins = |at: usize| !regular(at.checked_sub(1));
    let ends = |at: usize| content.get(at + 1) == Some(&b'*') || !regular(Some(at + 1));
    memchr::memmem::find(content, b"f*").is_some()
        || memchr::memchr3_iter(b'B', b'b', b's', content).any(|at| begins(at) && ends(at))
}

/// The numbers and operators of a content, by their places: not what stands in strings, names and comments.
struct Words<'c> {
    content: &'c [u8],
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            let start = self.at;
            match *self.content.get(start)? {
                b'%' => self.pass(|byte| !matches!(byte, b'\n' | b'\r')),
                b'(' => self.pass_string(),
                b'<' if self.content.get(start + 1) != Some(&b'<') => self.pass(|byte| byte != b'>'),
                b'/' => {
                    self.at += 1;
                    self.pass(is_regular);
                }
                byte if is_regular(byte) => {
                    self.pass(is_regular);
                    return Some((start, self.at));
                }
                b'<' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }
}

impl Words<'_> {
    fn pass(&mut self, inside: impl Fn(u8) -> bool) {
        self.at += self.content[self.at..].iter().take_while(|byte| inside(**byte)).count();
    }

    fn pass_string(&mut self) {
        let mut depth = 0_usize;
        while let Some(&byte) = self.content.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'(' => depth += 1,
                b')' if depth == 1 => return,
                b')' => depth -= 1,
                _ => {}
            }
        }
    }
}

/// Neither white space nor a delimiter.
fn is_regular(byte: u8) -> bool {
    !matches!(byte, b'\0' | b'\t' | b'\n' | 0x0C | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}')
        && !matches!(byte, b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(content: &str) -> String {
        let mut bytes = content.as_bytes().to_vec();
        plain(&mut bytes);
        String::from_utf8(bytes).expect("still ASCII")
    }

    #[test]
    fn operators_are_written_otherwise_and_nothing_else() {
        assert_eq!(painted("0 0 9 1 re f*\n0 0 1 9 re B 1 1 m 2 2 l s"), "0 0 9 1 re f \n0 0 1 9 re S 1 1 m 2 2 l S");
        let text = r"/B 9 Tf (B (b) \) f*) Tj <B b> Tj [(s) 3 (B)]TJ /b<</B 0>>BDC % B f*";
        assert_eq!(painted(text), text);
        assert_eq!(painted("(a B"), "(a B");
        assert_eq!(painted("BI /W 1 ID ( EI 1 1 re f*"), "BI /W 1 ID ( EI 1 1 re f*");
    }
}
