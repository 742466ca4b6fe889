//! Whole papers, invented: one letterhead in every way that conversions leave it, and what must not be read into it.

use super::*;
use crate::text::Format;

fn read(text: &str) -> (Text, Document) {
    let text = Text::new(text.to_owned(), Format::Text);
    let document = parse(&text, Lexicon::embedded());
    (text, document)
}

fn number(document: &Document) -> Option<&str> {
    document.number.as_ref().map(|number| number.text.as_str())
}

fn date(document: &Document) -> Option<String> {
    document.date.map(|date| date.to_string())
}

fn names(units: &[Unit]) -> Vec<&str> {
    units.iter().map(|unit| unit.name.as_str()).collect()
}

/// What follows every letterhead below.
const BODY: &str = "Kính gửi:\n- Công đoàn các xã, phường;\n- Công đoàn cơ sở trực thuộc.\n\n\
    Thực hiện Công văn số 77-CV/TU, ngày 03/02/2022 của Tỉnh ủy về việc trồng cây, Ban Thường vụ LĐLĐ tỉnh đề nghị \
    các đơn vị triển khai một số việc sau:\n\n1. Trồng cây theo Chỉ thị số 45/CT-TTg.\n2. Báo cáo kết quả./.\n\n\
    Nơi nhận:\n- Như trên;\n- Tỉnh ủy (để b/c);\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n\nTòng Thị Ươm\n";

/// The letterhead of one letter as columns, lines and markup leave it.
fn letterheads() -> Vec<(&'static str, String)> {
    let organs = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA";
    let motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc";
    let about = "V/v phát động Tết trồng cây\ntheo Chỉ thị số 45/CT-TTg,\nngày 31/12/2020";
    let place = "Sơn La, ngày 08 tháng 02 năm 2022";
    vec![
        ("column by column", format!("{organs}\n-------\nSố: 0218/LĐLĐ\n{about}\n\n{motto}\n\n{place}\n\n{BODY}")),
        (
            "line by line",
            format!(
                "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                 LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA       Độc lập - Tự do - Hạnh phúc\n\
                 Số: 0218/LĐLĐ       {place}\n{about}\n\n{BODY}"
            ),
        ),
        (
            "line by line with one space",
            format!(
                "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                 LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA Độc lập - Tự do - Hạnh phúc\n\
                 Số: 0218/LĐLĐ {place}\n{about}\n\n{BODY}"
            ),
        ),
        (
            "alternating",
            format!(
                "TỔNG LIÊN ĐOÀN LAO ĐỘNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
                 LIÊN ĐOÀN LAO ĐỘNG\nTỈNH SƠN LA\nSố: 0218/LĐLĐ\n{place}\n{about}\n\n{BODY}"
            ),
        ),
        ("date before number", format!("{organs}\n{motto}\n{place}\nSố: 0218/LĐLĐ\n{about}\n\n{BODY}")),
        ("markdown", format!("**{organs}**\n\n**Số:** 0218/LĐLĐ\n{about}\n\n## {motto}\n\n*{place}*\n\n{BODY}")),
        (
            "a table",
            format!(
                "| TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA \
                 VIỆT NAM Độc lập - Tự do - Hạnh phúc --------- |\n|---|---|\n| Số: 0218/LĐLĐ V/v phát động Tết trồng \
                 cây theo Chỉ thị số 45/CT-TTg, ngày 31/12/2020 | {place} |\n\n{BODY}"
            ),
        ),
        (
            "cells on lines of their own",
            format!(
                "|\n**TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM**\nLIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA\n-------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ \
                 NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\nSố:\n0218/LĐLĐ\n{about}\n|\n*Sơn La,\nngày 08 tháng 02 \
                 năm 2022*\n|\n\n{BODY}"
            ),
        ),
        ("glued", format!("{organs}\n{motto}\nSố0218/LĐLĐ\n{about}\n\nSơn La, ngày08tháng02năm2022\n\n{BODY}")),
        (
            "with line breaks of HTML",
            format!("{}<br>Số: 0218/LĐLĐ\n{about}\n\n{motto}\n{place}\n\n{BODY}", organs.replace('\n', "<br>")),
        ),
    ]
}

#[test]
fn one_letterhead_is_read_alike_however_it_was_flattened() {
    for (way, text) in letterheads() {
        let (text, document) = read(&text);
        assert_eq!(number(&document), Some("0218/LĐLĐ"), "{way}");
        assert_eq!(date(&document).as_deref(), Some("2022-02-08"), "{way}");
        assert_eq!(document.place.as_deref(), Some("Sơn La"), "{way}");
        assert_eq!(document.kind.as_deref(), Some("Công văn"), "{way}");
        assert_eq!(document.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Sơn La"), "{way}");
        assert_eq!(document.issuer_from, Some("letterhead"), "{way}");
        assert_eq!(document.parent_issuer.as_deref(), Some("Tổng Liên đoàn Lao động Việt Nam"), "{way}");
        assert_eq!((document.system, document.level), (Some(System::Union), Some(Level::Province)), "{way}");
        assert_eq!(document.province.as_deref(), Some("Sơn La"), "{way}");
        let subject = "phát động Tết trồng cây theo Chỉ thị số 45/CT-TTg, ngày 31/12/2020";
        assert_eq!(document.subject.as_deref(), Some(subject), "{way}");
        assert_eq!(names(&document.addressees), ["Công đoàn các xã, phường", "Công đoàn cơ sở trực thuộc"], "{way}");
        assert_eq!(names(&document.recipients), ["Như trên", "Tỉnh ủy", "Lưu: VT"], "{way}");
        let signer = document.signer.clone().expect(way);
        assert_eq!(signer.name.as_deref(), Some("Tòng Thị Ươm"), "{way}");
        assert_eq!(signer.position.as_deref(), Some("Phó Chủ tịch"), "{way}");
        assert_eq!(signer.authority.as_deref(), Some("TM. Ban Thường vụ"), "{way}");
        assert!(!document.draft && document.secrecy.is_none(), "{way}");
        let zone = |words: &str| document.zone(text.as_str().find(words).expect(words));
        assert_eq!(zone("theo Chỉ thị số 45/CT-TTg"), Zone::Title, "{way}");
        assert_eq!(zone("Công văn số 77-CV/TU"), Zone::Preamble, "{way}");
        assert_eq!(zone("một số việc sau"), Zone::Preamble, "{way}");
        assert_eq!(zone("Trồng cây theo"), Zone::Body, "{way}");
        assert_eq!(zone("Tòng Thị Ươm"), Zone::Closing, "{way}");
    }
}

#[test]
fn a_lost_letterhead_leaves_symbol_place_and_sentence() {
    let text = format!("Số:31/LĐLĐ\n\nSơn La, ngày 8 tháng 2 năm 2022\n\nV/v trồng cây\n\n{BODY}");
    let (_, document) = read(&text);
    assert_eq!(document.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Sơn La"));
    assert_eq!(document.issuer_from, Some("symbol"));
    assert_eq!(document.parent_issuer, None);
}

#[test]
fn a_blank_number_stays_blank_and_takes_no_other() {
    for blank in ["Số: /LĐLĐ", "Số:      /LĐLĐ", "Số: ....../LĐLĐ", "Số …/LĐLĐ", "Số:    /2022/LĐLĐ"]
    {
        let text = format!("{blank}\n\nSơn La, ngày    tháng   năm 2022\n\nV/v trồng cây\n\n{BODY}");
        let (text, document) = read(&text);
        assert_eq!(number(&document), None, "{blank}");
        assert_eq!(document.blank_symbol.as_deref(), Some("LĐLĐ"), "{blank}");
        let span = document.number_span.expect(blank);
        assert!(text.quote(span).ends_with("LĐLĐ"), "{blank}: {}", text.quote(span));
        assert_eq!(date(&document).as_deref(), Some("2022"), "{blank}");
        assert!(document.draft, "{blank}");
        assert_eq!(document.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Sơn La"), "{blank}");
    }
    let (_, plan) =
        read("Số:        -KH/TU\nSơn La, ngày     tháng 3 năm 2022\nKẾ HOẠCH\ntrồng cây\n-----\nCăn cứ Chỉ thị 45;\n");
    assert_eq!((plan.blank_symbol.as_deref(), plan.kind.as_deref()), (Some("KH/TU"), Some("Kế hoạch")));
    assert_eq!(date(&plan).as_deref(), Some("2022-03"));
}

#[test]
fn a_letterhead_cut_away_has_no_number_and_no_date() {
    let (_, letter) = read(BODY);
    assert_eq!((number(&letter), date(&letter)), (None, None));
    assert_eq!(letter.number_span, None);
    assert_eq!(letter.kind.as_deref(), Some("Công văn"));
    let decision = "QUYẾT ĐỊNH\nVề việc giao đất\n\nCăn cứ Luật Đất đai;\nXét các Tờ trình:\nSố 12/TTr-STC ngày 5/5/2020, số \
                    13/TTr-STC ngày 6/5/2020;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Giao đất.\n";
    let (text, decision) = read(decision);
    assert_eq!((number(&decision), date(&decision)), (None, None));
    assert_eq!(decision.kind.as_deref(), Some("Quyết định"));
    assert_eq!(decision.zone(text.as_str().find("13/TTr").unwrap()), Zone::Preamble);
}

#[test]
fn a_number_in_the_subject_is_a_citation() {
    let text = "V/v thực hiện Kế hoạch\nsố 55/KH-UBND ngày 02/3/2022\n\nLai Châu, ngày 9 tháng 3 năm 2022\n\nKính gửi: Sở Y tế\n\n\
                Căn cứ Kế hoạch trên, đề nghị quý Sở phối hợp./.\n";
    let (_, document) = read(text);
    assert_eq!(number(&document), None);
    assert_eq!(document.subject.as_deref(), Some("thực hiện Kế hoạch số 55/KH-UBND ngày 02/3/2022"));
    assert_eq!(date(&document).as_deref(), Some("2022-03-09"));
}

#[test]
fn party_papers_name_the_board_with_its_committee() {
    let text = "TỈNH ỦY ĐIỆN BIÊN\nBAN DÂN VẬN\n*\nSố 14-HD/BDVTU\nĐẢNG CỘNG SẢN VIỆT NAM\n\nĐiện Biên, ngày 02 tháng 6 năm \
                2019\n\nHƯỚNG DẪN\nthực hiện Quy chế dân chủ ở cơ sở\n-----\n- Căn cứ Chỉ thị số 30-CT/TW;\nBan Dân vận Tỉnh ủy \
                hướng dẫn như sau:\n\nI- MỤC ĐÍCH\n1. Dân chủ.\n\nNơi nhận:\n- Ban Dân vận Trung ương (để báo cáo),\n- Lưu Văn \
                phòng.\n\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nSùng A Lử\n";
    let (_, document) = read(text);
    assert_eq!(document.issuer.as_deref(), Some("Ban Dân vận Tỉnh ủy Điện Biên"));
    assert_eq!(document.parent_issuer.as_deref(), Some("Tỉnh ủy Điện Biên"));
    assert_eq!((document.system, document.kind.as_deref()), (Some(System::Party), Some("Hướng dẫn")));
    let signer = document.signer.unwrap();
    assert_eq!(signer.position.as_deref(), Some("Phó Trưởng ban"));
    assert_eq!(signer.authority.as_deref(), Some("K/T Trưởng ban"));
    assert_eq!(document.recipients[0].purpose, Some(Purpose::Report));
}

#[test]
fn a_chairman_who_decides_gives_the_committee_as_issuer() {
    let text = "ỦY BAN NHÂN DÂN\nXÃ MƯỜNG BÚ\n-------\nSố: 9/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh \
                phúc\nMường Bú, ngày 5 tháng 4 năm 2024\n\nQUYẾT ĐỊNH\nVề việc công nhận tổ hòa giải\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ \
                MƯỜNG BÚ\n\nCăn cứ Luật Hòa giải ở cơ sở;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Công nhận.\n\nCHỦ TỊCH\n\nLò Văn Inh\n";
    let (_, document) = read(text);
    assert_eq!(document.issuer.as_deref(), Some("Ủy ban nhân dân xã Mường Bú"));
    assert_eq!((document.level, document.commune.as_deref()), (Some(Level::Commune), Some("xã Mường Bú")));
    assert_eq!(document.subject.as_deref(), Some("công nhận tổ hòa giải"));
}

#[test]
fn joint_issuers_are_named_together() {
    let text = "BỘ Y TẾ - BỘ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI\n-----\nSố: 3/2012/TTLT-BYT-\nBLĐTBXH\nHà Nội, ngày 7 tháng 7 năm \
                2012\n\nTHÔNG TƯ LIÊN TỊCH\nHướng dẫn khám sức khỏe\n\nCăn cứ Bộ luật Lao động;\n";
    let (_, document) = read(text);
    assert_eq!(document.issuer.as_deref(), Some("Bộ Y tế - Bộ Lao động - Thương binh và Xã hội"));
    assert_eq!(number(&document), Some("3/2012/TTLT-BYT-BLĐTBXH"));
    assert_eq!(document.kind.as_deref(), Some("Thông tư liên tịch"));
}

#[test]
fn laws_print_kind_and_number_together_and_bear_the_day_of_passing() {
    let text = "QUỐC HỘI\n-----\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-----\nLuật số: 7/2031/QH19\n\n\
                LUẬT\nNUÔI ONG\n\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật Nuôi ong.\n\n\
                Điều 1. Phạm vi điều chỉnh\n\nLuật này thay thế Luật số 8/2020/QH14.\n\nLuật này được Quốc hội khóa XIX thông qua ngày \
                20 tháng 11 năm 2031.\n\nCHỦ TỊCH QUỐC HỘI\n\nVi Thị Tám\n";
    let (_, document) = read(text);
    assert_eq!((number(&document), document.issuer.as_deref()), (Some("7/2031/QH19"), Some("Quốc hội")));
    assert_eq!(date(&document).as_deref(), Some("2031-11-20"));
    assert_eq!(document.signer.unwrap().position.as_deref(), Some("Chủ tịch Quốc hội"));
}

#[test]
fn secrecy_is_a_mark_on_its_own_line() {
    let (_, secret) = read("TỐI MẬT\nTỈNH ỦY SƠN LA\nSố 3-CV/TU\nSơn La, ngày 1 tháng 2 năm 2020\n");
    assert_eq!(secret.secrecy.as_deref(), Some("TỐI MẬT"));
    let open = "UBND TỈNH SƠN LA\nSố: 3/KH-UBND\nSơn La, ngày 1 tháng 2 năm 2020\nKẾ HOẠCH\nthi hành Luật Bảo vệ bí mật nhà \
                nước\n\nCăn cứ Luật Bảo vệ bí mật nhà nước;\nTài liệu MẬT gửi riêng.\n";
    assert_eq!(read(open).1.secrecy, None);
}

#[test]
fn what_bears_no_mark_of_secrecy_is_told_without_the_lexicon_and_a_mark_is_never_passed_over() {
    let of = |mark: &str| read(&format!("{mark}\nTỈNH ỦY SƠN LA\nSố 3-CV/TU\nSơn La, ngày 1 tháng 2 năm 2020\n"));
    for mark in [
        "MẬT",
        "TỐI MẬT",
        "Độ MẬT: TUYỆT MẬT",
        "Độ mật: Tối mật",
        "(TỐI MẬT)",
        "M\u{AD}Ậ\u{200B}T",
        "MA\u{302}\u{323}T",
        "M Ậ T",
        "T Ố I  M Ậ T",
        "* M\u{A0}Ậ\u{A0}T *",
        "TUYỆT MẬ T",
    ] {
        let (text, document) = of(mark);
        assert!(document.secrecy.is_some() && may_be_secret(&text), "{mark}");
    }
    for other in ["KỶ LUẬT", "LUẬT Bảo vệ bí mật nhà nước", "HỎA TỐC", "Mật", "bí mật"] {
        let (text, document) = of(other);
        assert!(document.secrecy.is_none() && !may_be_secret(&text), "{other}");
    }
}

#[test]
fn a_draft_says_so() {
    let text = "DỰ THẢO LẦN 2\nUBND TỈNH SƠN LA\nSố: 3/KH-UBND\nSơn La, ngày 1 tháng 2 năm 2020\nKẾ HOẠCH\ntrồng cây\n\nCăn cứ Chỉ thị 5;\n";
    assert!(read(text).1.draft);
    assert!(!read(&text.replace("DỰ THẢO LẦN 2\n", "")).1.draft);
}

#[test]
fn an_annexed_plan_is_body_and_annex_tables_are_notes() {
    let text = "Số: 3/QĐ-UBND\nSơn La, ngày 1 tháng 2 năm 2020\nQUYẾT ĐỊNH\nban hành Kế hoạch trồng cây\n\nCăn cứ Chỉ thị A;\n\nQUYẾT \
                ĐỊNH:\n\nĐiều 1. Ban hành.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Văn Inh\n\nKẾ HOẠCH\nTRỒNG CÂY\n(Kèm theo Quyết định số \
                3/QĐ-UBND)\n\nI. MỤC ĐÍCH\nTheo Chỉ thị B.\n\nPHỤ LỤC\nGIỐNG CÂY\nTheo Thông tư C.\n";
    let (text, document) = read(text);
    let zone = |words: &str| document.zone(text.as_str().find(words).expect(words));
    assert_eq!(zone("Chỉ thị A"), Zone::Preamble);
    assert_eq!(zone("Lò Văn Inh"), Zone::Closing);
    assert_eq!((zone("Chỉ thị B"), zone("Thông tư C")), (Zone::Body, Zone::Notes));
}

#[test]
fn a_web_article_has_nothing_of_the_document_that_it_reports() {
    let text = "# Công văn 31/LĐLĐ hướng dẫn trồng cây thế nào?\n\n**Công văn 31/LĐLĐ hướng dẫn trồng cây thế nào?**\n\nNgày 8/2/2022, \
                Liên đoàn Lao động tỉnh Sơn La đã ban hành Công văn 31/LĐLĐ về trồng cây.\n\n(Hình từ Internet)\n";
    let (text, document) = read(text);
    assert_eq!(document.kind.as_deref(), Some("Bài viết"));
    assert_eq!((number(&document), document.issuer.as_deref(), date(&document)), (None, None, None));
    assert_eq!(document.subject.as_deref(), Some("Công văn 31/LĐLĐ hướng dẫn trồng cây thế nào?"));
    let places: Vec<Zone> = text.as_str().match_indices("31/LĐLĐ").map(|(at, _)| document.zone(at)).collect();
    assert_eq!(places, [Zone::Title, Zone::Title, Zone::Body]);
}

#[test]
fn a_signature_stamp_dates_a_paper_whose_day_is_blank() {
    let stamp = "Người ký: Liên đoàn Lao động tỉnh Sơn La\nThời gian ký: 09.02.2022 08:30:00 +07:00\n";
    let head = "Số: 31/LĐLĐ\nSơn La, ngày    tháng    năm 2022\nV/v trồng cây\n\n";
    assert_eq!(date(&read(&format!("{stamp}{head}{BODY}")).1).as_deref(), Some("2022-02-09"));
    let portal = stamp.replace("Liên đoàn Lao động tỉnh Sơn La", "Cổng Thông tin điện tử Chính phủ");
    assert_eq!(date(&read(&format!("{portal}{head}{BODY}")).1).as_deref(), Some("2022"));
}

mod forms;
mod pages;

mod any_text {
    use super::*;
    use proptest::prelude::*;

    /// Lines that the reader has rules for, and characters that break rules.
    fn line() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số:",
            "Số: /",
            "Số: 12/KH-",
            "KẾ HOẠCH",
            "V/v",
            "Kính gửi",
            "Kính gửi:",
            "Nơi nhận:",
            "TM.",
            "KT. CHỦ TỊCH",
            "PHỤ LỤC",
            "(Kèm theo",
            "- ;",
            "; - (b/c)",
            "Hà Nội, ngày",
            "ngày tháng năm",
            "thông qua ngày 31/02/2020",
            "|",
            "| |",
            "<br>",
            "-----",
            "***",
            "## ",
            "Điều 1.",
            "như sau:",
            "[1] ",
            "+07:00",
            "9.9.9999 +07:00",
            "Luật số: 1/",
            "điện:",
            "Q. ",
            "Đ/c",
            "ỦY BAN",
            "NHÂN DÂN",
            "Lưu:",
            "số 1",
            "\u{301}",
            "e\u{302}",
            "\u{FEFF}",
            "🙂",
            "\t   \t",
            "Ngày",
            "ơ",
            "Ơ",
            "“",
            "SAO Y",
        ]);
        prop_oneof![known.prop_map(str::to_owned), "\\PC{0,12}"]
    }

    proptest! {
        #[test]
        fn zones_begin_at_zero_and_rise_and_spans_slice(lines in prop::collection::vec((line(), prop::sample::select(vec![" ", "\n", "\n\n", "   "])), 0..40)) {
            let source: String = lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect();
            let (text, document) = read(&source);
            let starts: Vec<usize> = document.zones.iter().map(|(start, _)| *start).collect();
            prop_assert_eq!(starts.first().copied(), Some(0));
            prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(starts.iter().all(|start| text.as_str().is_char_boundary(*start)));
            let spans = [document.number_span, document.date_span, document.subject_span].into_iter().flatten();
            let units = document.addressees.iter().chain(&document.recipients).map(|unit| unit.span);
            for span in spans.chain(units) {
                prop_assert!(text.as_str().get(span.range()).is_some(), "{:?}", span);
            }
        }
    }
}

#[test]
fn a_committee_beside_the_youth_union_is_that_of_the_union_in_its_unit() {
    let issuer = |committee: &str, number: &str| {
        let text = format!(
            "ĐOÀN TNCS HỒ CHÍ MINH\n{committee}\n***\nSố: {number}\n\nSơn La, ngày 8 tháng 2 năm 2022\n\nKẾ HOẠCH\nTổ chức Tháng Thanh niên năm 2022\n"
        );
        read(&text).1
    };
    let province = issuer("BCH TỈNH SƠN LA", "133-KH/TĐTN-BPT");
    assert_eq!(province.issuer.as_deref(), Some("Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Sơn La"));
    assert_eq!((province.system, province.level), (Some(System::Youth), Some(Level::Province)));
    let district = issuer("BAN CHẤP HÀNH HUYỆN MAI SƠN", "12-KH/HĐTN");
    assert_eq!(district.issuer.as_deref(), Some("Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện Mai Sơn"));
    assert_eq!((district.system, district.level), (Some(System::Youth), Some(Level::District)));
}

/// A letter of "Liên đoàn Lao động" with nothing around the name.
fn federation(parties: &str, recipients: &str) -> Document {
    let text = format!(
        "LIÊN ĐOÀN LAO ĐỘNG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 20/LĐLĐ\n\
         V/v tổ chức hội thi đọc sách\n\nngày 03 tháng 4 năm 2021\n\nKính gửi: {parties}\n\nThực hiện chương trình công \
         tác năm, đơn vị đề nghị các cấp tổ chức.\n\nNơi nhận:\n- Như trên;\n{recipients}- Lưu: VT.\n"
    );
    read(&text).1
}

#[test]
fn whom_a_paper_writes_and_reports_to_tells_its_level_where_nothing_else_does() {
    let province = federation("Liên đoàn Lao động các huyện, thành phố", "- Tỉnh ủy Sơn La (b/c);\n");
    assert_eq!(province.level, Some(Level::Province));
    assert_eq!(province.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Sơn La"));
    assert_eq!(province.issuer_from, Some("addressees"));
    let district =
        federation("Các công đoàn cơ sở trực thuộc", "- LĐLĐ tỉnh Sơn La (b/c);\n- Huyện ủy Mai Sơn (b/c);\n");
    assert_eq!((district.level, district.province.as_deref()), (Some(Level::District), Some("Sơn La")));
    let both = federation("Liên đoàn Lao động các huyện, thành phố", "- LĐLĐ tỉnh Sơn La (b/c);\n");
    assert_eq!(both.level, None, "one says province, the other district");
    assert_eq!(federation("Các công đoàn cơ sở trực thuộc", "").level, None, "anybody writes to them");
}

#[test]
fn a_union_of_a_branch_is_of_the_province_of_its_superior() {
    let text = "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA\nCÔNG ĐOÀN NGÀNH GIÁO DỤC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                Độc lập - Tự do - Hạnh phúc\n\nSố: 17/KH-CĐN\n\nSơn La, ngày 03 tháng 4 năm 2021\n\nKẾ HOẠCH\nTổ chức hội \
                thi đọc sách năm 2021\n";
    let (_, document) = read(text);
    assert_eq!(document.issuer.as_deref(), Some("Công đoàn ngành Giáo dục tỉnh Sơn La"));
    assert_eq!((document.level, document.province.as_deref()), (Some(Level::District), Some("Sơn La")));
}

#[test]
fn of_whom_stands_under_a_kind_and_is_no_subject() {
    let head = "TỈNH ỦY SƠN LA\n*\nSố 12-NQ/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 2 tháng 3 năm 2024\n\n";
    for kind in [
        "NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XX\nVề trồng rừng",
        "NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nKHÓA XX, NHIỆM KỲ 2020 - 2025\nVề trồng rừng",
        "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề trồng rừng",
        "NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH VỀ trồng rừng",
    ] {
        let (_, document) =
            read(&format!("{head}{kind}\n\nCăn cứ Nghị quyết số 3-NQ/TW;\n\nI. MỤC TIÊU\n1. Trồng rừng.\n"));
        assert_eq!(document.kind.as_deref(), Some("Nghị quyết"), "{kind}");
        assert_eq!(document.subject.as_deref(), Some("trồng rừng"), "{kind}");
        assert_eq!(document.issuer.as_deref(), Some("Tỉnh ủy Sơn La"), "{kind}");
    }
    let (_, document) = read(&format!(
        "{head}KẾ HOẠCH\nTHỰC HIỆN\nNGHỊ QUYẾT CỦA BAN CHẤP HÀNH TRUNG ƯƠNG\n\nI. MỤC TIÊU\n1. Trồng rừng.\n"
    ));
    assert_eq!(document.subject.as_deref(), Some("THỰC HIỆN NGHỊ QUYẾT CỦA BAN CHẤP HÀNH TRUNG ƯƠNG"));
    let (_, document) = read(&format!(
        "{head}KẾ HOẠCH\nCỦA BAN THƯỜNG VỤ TỈNH ỦY THỰC HIỆN PHONG TRÀO XANH\n\nI. MỤC TIÊU\n1. Sạch.\n"
    ));
    assert_eq!(document.subject.as_deref(), Some("CỦA BAN THƯỜNG VỤ TỈNH ỦY THỰC HIỆN PHONG TRÀO XANH"));
}

#[test]
fn the_association_of_a_unit_below_the_whole_one_is_of_that_unit() {
    for (above, unit, name) in [
        ("HỘI CỰU CHIẾN BINH VIỆT NAM", "TỈNH HỘI SƠN LA", "Hội Cựu chiến binh tỉnh Sơn La"),
        ("HỘI NÔNG DÂN TỈNH SƠN LA", "HUYỆN HỘI MƯỜNG LA", "Hội Nông dân huyện Mường La"),
    ] {
        let (_, document) = read(&format!(
            "{above}\n{unit}\nSố: 15/BC-CCB\n\nSơn La, ngày 5 tháng 3 năm 2024\n\nBÁO CÁO\nCông tác hội\n\n1. Kết quả tốt.\n"
        ));
        assert_eq!(document.issuer.as_deref(), Some(name), "{unit}");
    }
}
