//! Words in two languages, side by side where they are used.

pub use luocdo::vocabulary::Language;

/// A sentence in the language asked for: `say!(language, "Đọc {n} tệp", "Read {n} files")`.
macro_rules! say {
    ($language:expr, $vietnamese:literal, $english:literal $(,)?) => {
        match $language {
            luocdo::vocabulary::Language::Vietnamese => format!($vietnamese),
            luocdo::vocabulary::Language::English => format!($english),
        }
    };
}

pub(crate) use say;

/// The same for words that need nothing filled in.
pub fn word(language: Language, vietnamese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Vietnamese => vietnamese,
        Language::English => english,
    }
}

/// A count as people of the language write it: `1.234` and `1,234`.
pub fn count(language: Language, number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(if language == Language::Vietnamese { '.' } else { ',' });
        }
        out.push(digit);
    }
    out
}

/// A count with its noun; English nouns take an s unless there is one thing.
pub fn counted(language: Language, number: usize, vietnamese: &str, english: &str) -> String {
    let amount = count(language, number);
    match language {
        Language::Vietnamese => format!("{amount} {vietnamese}"),
        Language::English if number == 1 => format!("{amount} {english}"),
        Language::English => format!("{amount} {english}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_grouped_as_the_language_does() {
        assert_eq!(count(Language::Vietnamese, 1_234_567), "1.234.567");
        assert_eq!(count(Language::English, 1_234), "1,234");
        assert_eq!(count(Language::English, 999), "999");
    }

    #[test]
    fn english_nouns_have_a_plural_and_vietnamese_ones_do_not() {
        assert_eq!(counted(Language::English, 1, "tệp", "file"), "1 file");
        assert_eq!(counted(Language::English, 0, "tệp", "file"), "0 files");
        assert_eq!(counted(Language::Vietnamese, 2, "tệp", "file"), "2 tệp");
    }
}
