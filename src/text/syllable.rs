//! Whether a word can be a Vietnamese syllable: the measure by which one reading of old bytes is told from another.
//!
//! A syllable is an onset, a rhyme and a tone; a rhyme that ends in c, ch, p or t bears only sắc or nặng. Names, foreign
//! words and abbreviations are none, and need not be: what is counted is a share.

use super::letter::{is_letter, small};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use unicode_normalization::char::decompose_canonical;

const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oen oeo oet oi om on ong ooc oong \
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uan uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi \
    uôm uôn uông uôp uôt uơ uơn up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn \
    ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt ych";

fn rhymes() -> &'static BTreeSet<&'static str> {
    static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| RHYMES.split_whitespace().collect())
}

/// True if the letters of a word, any case, make a syllable. NFC or not.
pub(super) fn is_syllable(word: &str) -> bool {
    let Some((letters, tone)) = without_tone(word) else { return false };
    let stopped = letters.ends_with(['c', 'p', 't']) || letters.ends_with("ch");
    if stopped && !matches!(tone, Some('\u{301}' | '\u{323}')) {
        return false;
    }
    ONSETS.iter().any(|onset| letters.strip_prefix(onset).is_some_and(|rhyme| fits(onset, rhyme)))
}

/// c, g, ng stand before the back vowels, k, gh, ngh before i, e, ê, y; but gì, gìn.
fn fits(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['i', 'e', 'ê', 'y']);
    let spelled = match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        "g" => !front || rhyme.starts_with('i'),
        _ => true,
    };
    spelled && rhymes().contains(rhyme)
}

/// Small letters without the tone mark, and the tone; nothing if there are two tones.
fn without_tone(word: &str) -> Option<(String, Option<char>)> {
    let mut marks = Vec::new();
    for c in word.chars() {
        decompose_canonical(small(c), |part| marks.push(part));
    }
    let (mut letters, mut tone) = (String::with_capacity(word.len()), None);
    for c in marks {
        match (c, letters.pop()) {
            ('\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}', last) => {
                letters.extend(last);
                if tone.replace(c).is_some() {
                    return None;
                }
            }
            ('\u{302}', Some(last)) => letters.push(match last {
                'a' => 'â',
                'e' => 'ê',
                'o' => 'ô',
                _ => return None,
            }),
            ('\u{306}', Some('a')) => letters.push('ă'),
            ('\u{31B}', Some('o')) => letters.push('ơ'),
            ('\u{31B}', Some('u')) => letters.push('ư'),
            (_, last) => {
                letters.extend(last);
                letters.push(c);
            }
        }
    }
    Some((letters, tone))
}

/// How many words with letters beyond ASCII a text has, and how many of them are syllables.
pub(super) fn tally(text: &str) -> (usize, usize) {
    let (mut syllables, mut words) = (0, 0);
    // Marks that stand alone belong to the word: they are what a reading gets wrong.
    for word in text.split(|c: char| !is_letter(c) && !is_mark(c)).filter(|word| !word.is_ascii()) {
        words += 1;
        syllables += usize::from(is_syllable(word));
    }
    (syllables, words)
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !matches!(c, '\u{2010}'..='\u{2027}' | '«' | '»' | '°')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_letters_and_law_are_syllables() {
        let text =
            "Nghị quyết về việc tăng cường sự lãnh đạo của Đảng uỷ khoá gì giếng quý huỷ khuỷu thuở ngoằn nguyễn";
        for word in text.split(' ') {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn misread_bytes_are_no_syllables() {
        for word in ["NghÞ", "quyÕt", "Nghò", "ñònh", "®Þnh", "nh©n", "cat", "học̀"] {
            assert!(!is_syllable(word), "{word}");
        }
        assert_eq!(tally("Nghị định of 2020 quyÕt"), (2, 3));
    }
}
