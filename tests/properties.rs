//! What holds for every text: spans slice, normalisation changes nothing, subjects exist, nothing panics.

use luocdo::lexicon::Lexicon;
use luocdo::record::{Record, examine};
use luocdo::source::Source;
use luocdo::text::Encoding;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn read(text: &str) -> Record {
    examine(&Source::memory("text.txt", text), Lexicon::embedded())
}

/// The texts of the sample and of the annotated passages that are UTF-8.
fn own_texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["data/sample", "data/gold"] {
        for entry in std::fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|e| e == "txt" || e == "md")
                && let Ok(text) = String::from_utf8(std::fs::read(&path).expect("a file"))
            {
                texts.push((path.display().to_string(), text));
            }
        }
    }
    texts.sort();
    assert!(texts.len() > 150);
    texts
}

/// Every span is the words it claims, in order, and every subject and antecedent is a mention of the same document.
fn assert_sound(text: &str, record: &Record) -> Result<(), TestCaseError> {
    prop_assert!(record.problems.iter().all(|problem| problem.code != "fault"), "the program broke down");
    let points: Vec<char> = text.chars().collect();
    for ((mention, evidence), words) in record.mentions.iter().zip(&record.evidence).zip(&record.texts) {
        let slice: String = points[evidence.start..evidence.end].iter().collect();
        prop_assert_eq!(&slice, words);
        prop_assert!(!words.is_empty());
        for other in [Some(mention.subject).filter(|s| *s > 0), mention.antecedent].into_iter().flatten() {
            prop_assert!((1..=record.mentions.len() as u32).contains(&other) && other != mention.id);
        }
        prop_assert!((0.0..=1.0).contains(&mention.confidence));
    }
    let starts: Vec<usize> = record.evidence.iter().map(|e| e.start).collect();
    prop_assert!(starts.is_sorted(), "{:?}", starts);
    Ok(())
}

/// What is read, without places: it must not depend on the normal form.
fn readings(record: &Record) -> Vec<String> {
    record
        .mentions
        .iter()
        .zip(&record.texts)
        .map(|(m, words)| {
            let number = m.number.as_ref().map(|n| n.text.clone());
            let words: String = words.nfc().collect();
            format!(
                "{words} {number:?} {:?} {:?} {:?} {} {} {}",
                m.kind, m.date, m.issuer, m.relation, m.subject, m.zone
            )
        })
        .collect()
}

#[test]
fn spans_of_real_texts_slice_and_do_not_depend_on_the_normal_form() {
    for (path, text) in own_texts() {
        let nfc: String = text.nfc().collect();
        let nfd: String = text.nfd().collect();
        let (one, other) = (read(&nfc), read(&nfd));
        assert_sound(&nfc, &one).unwrap_or_else(|e| panic!("{path}: {e}"));
        assert_sound(&nfd, &other).unwrap_or_else(|e| panic!("{path} in NFD: {e}"));
        assert_eq!(readings(&one), readings(&other), "{path}");
        assert_eq!(one.document.number, other.document.number, "{path}");
    }
}

#[test]
fn a_byte_order_mark_moves_offsets_and_nothing_else() {
    let text = "Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.";
    let (plain, marked) = (read(text), read(&format!("\u{FEFF}{text}")));
    assert_eq!(readings(&plain), readings(&marked));
    assert_eq!(marked.evidence[0].start, plain.evidence[0].start + 1);
}

/// Pieces that the grammars look for, to be thrown together at random.
const PIECES: [&str; 40] = [
    "Nghị quyết",
    "số",
    " ",
    "\n",
    "18-NQ/TW",
    "/",
    "-",
    "ngày",
    "25/10/2017",
    "của",
    "Bộ Chính trị",
    "“",
    "”",
    ";",
    ",",
    "và",
    "Căn cứ",
    "Luật",
    "sửa đổi",
    "một số điều",
    "Điều 5",
    "khoản 2",
    "(khóa XII)",
    "Số:      /LĐLĐ",
    "Kính gửi:",
    "Nơi nhận:",
    "QUYẾT ĐỊNH",
    "TM.",
    "V/v",
    "ban hành",
    "Quy chế",
    "được",
    "tại",
    "Đại hội",
    "lần thứ XIV",
    "ý kiến chỉ đạo",
    "cuộc họp",
    "|",
    "**",
    "Ð",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,200}") {
        assert_sound(&text, &read(&text))?;
    }

    #[test]
    fn any_mixture_of_forms_is_read_without_panic(picks in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = picks.iter().map(|i| PIECES[*i]).collect();
        assert_sound(&text, &read(&text))?;
        let spaced = picks.iter().map(|i| PIECES[*i]).collect::<Vec<_>>().join(" ");
        assert_sound(&spaced, &read(&spaced))?;
    }

    #[test]
    fn any_bytes_are_read_or_named(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let record = examine(&Source::memory("bytes.txt", bytes.clone()), Lexicon::embedded());
        let text = String::from_utf8(bytes).is_ok();
        prop_assert!(record.problems.iter().all(|problem| problem.code != "fault"), "the program broke down");
        // Three words that are syllables in an old encoding are a text in it, and the record says which.
        prop_assert!(text || !record.problems.is_empty() || record.encoding.is_some_and(|e| e != Encoding::Utf8));
    }
}
