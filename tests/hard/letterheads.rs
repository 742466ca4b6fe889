//! Letterheads, headings and news that are hard to tell apart.

use super::{read, reads};

/// A fuzzer found this: the organ goes on past the colon at which the name of the paper ends.
#[test]
fn a_name_that_a_mark_cuts_does_not_break_the_reading_of_the_rest() {
    reads(
        "Các phường theo Quyết định của Ủy:ban nhân dân Thành phố. Việc này theo Kế hoạch số 12-KH/TU.",
        &["Kế hoạch 12-KH/TU cites"],
    );
}

#[test]
fn what_was_done_on_a_day_is_told_apart_in_any_text() {
    // The title is read on its own; where its words stand in it is no place in the text.
    for day in ["4/5/2010", "04/5/2010", "04/05/2010"] {
        let text = format!(
            "{}\nThực hiện Kế hoạch số 5/KH-UBND về nuôi ong, ngày {day} Đảng bộ xã đã tổ chức hội nghị.",
            "Ộ".repeat(90)
        );
        reads(&text, &["Kế hoạch 5/KH-UBND implements"]);
    }
}

/// Number, kind and subject that a paper prints.
fn headed(text: &str) -> [Option<String>; 3] {
    let document = read(text).document;
    [document.number.map(|number| number.text.to_string()), document.kind.map(String::from), document.subject]
}

#[test]
fn a_number_may_stand_below_the_kind() {
    let text =
        "CHƯƠNG TRÌNH PHỐI HỢP\nSố: 1122/CTr-BHXH-HND\nVề việc tuyên truyền bảo hiểm\n\nCăn cứ Luật Bảo hiểm xã hội;\n";
    let own = ["1122/CTr-BHXH-HND", "Chương trình phối hợp", "tuyên truyền bảo hiểm"];
    assert_eq!(headed(text), own.map(|words| Some(words.to_owned())));
    reads(text, &["Luật Bảo hiểm xã hội basis"]);
}

#[test]
fn a_heading_may_say_more_than_the_kind() {
    let under = |heading: &str| {
        read(&format!(
            "HUYỆN ỦY SÔNG MÃ\n*\nSố 12-GTT/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nSông Mã, ngày 05 tháng 6 năm 2020\n\n{heading}\n\n\
             Ban Thường vụ triệu tập các đồng chí.\n"
        ))
        .document
    };
    for (heading, kind, subject) in [
        ("GIẤY TRIỆU TẬP\ndự hội nghị sơ kết", "Giấy triệu tập", "dự hội nghị sơ kết"),
        ("BIÊN BẢN HỌP\nban chỉ đạo huyện", "Biên bản", "ban chỉ đạo huyện"),
        ("BẢN GIAO ƯỚC THI ĐUA NĂM 2024", "Giao ước thi đua", "NĂM 2024"),
    ] {
        let document = under(heading);
        assert_eq!(document.kind.as_deref(), Some(kind), "{heading}");
        assert_eq!(document.subject.as_deref(), Some(subject), "{heading}");
        assert_eq!(document.issuer.as_deref(), Some("Huyện ủy Sông Mã"), "{heading}");
    }
    assert_eq!(headed("CỤM THI ĐUA SỐ 3\nSố: 01/BB-CTĐ\n\nBIÊN BẢN\nhọp cụm\n")[0].as_deref(), Some("01/BB-CTĐ"));
}

#[test]
fn news_is_told_by_its_source_and_its_time() {
    let sentence = "Căn cứ Luật Đất đai năm 2024, Hội Nông dân xã phối hợp tổ chức tuyên truyền cho hội viên.";
    for opening in [format!("(Cổng TTĐT) - {sentence}"), format!("Thứ năm, 14/8/2025 | 09:15\n\n{sentence}")] {
        let text = format!("Hội Nông dân xã tuyên truyền pháp luật\n{opening}\n");
        assert_eq!(headed(&text)[1].as_deref(), Some("Bài viết"));
        reads(&text, &["Luật Đất đai (2024) cites"]);
    }
    reads(
        "Xã triển khai Nghị quyết số 66-NQ/TW\n(Cổng TTĐT) - Xã tổ chức quán triệt Nghị quyết số 66-NQ/TW và Nghị quyết số \
         68-NQ/TW cho cán bộ.\n",
        &["Nghị quyết 66-NQ/TW implements", "Nghị quyết 66-NQ/TW implements", "Nghị quyết 68-NQ/TW implements"],
    );
    assert_eq!(headed(&format!("Các nội dung cần lưu ý;\n(1) - {sentence}\n"))[1], None);
}

#[test]
fn the_day_of_the_paper_is_not_that_of_a_kind_in_its_subject() {
    let head = "SỞ NỘI VỤ HÀ NAM\nSố: 12/SNV-CCVC\nV/v góp ý Quyết định của UBND tỉnh";
    reads(&format!("{head}\n\nHà Nam, ngày 2 tháng 3 năm 2024\n\nKính gửi: Các sở\n\nĐề nghị góp ý."), &[]);
    reads("Căn cứ Quyết định của UBND tỉnh ngày 2 tháng 3 năm 2024;", &["Quyết định (2024-03-02) [UBND tỉnh] basis"]);
}

#[test]
fn a_title_below_number_and_day_goes_on_with_no_organ() {
    let issuer = |title: &str| {
        let text = format!(
            "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 155/KH-UBND\nĐắk Lắk, ngày 24 tháng 12 năm \
             2025\n\n{title}\n\nCăn cứ Luật Thủy sản;\n"
        );
        read(&text).document.issuer.map(String::from)
    };
    let own = Some("Ủy ban nhân dân tỉnh Đắk Lắk".to_owned());
    assert_eq!(issuer("CHUYỂN ĐỔI SỐ TỈNH ĐẮK LẮK NĂM 2026"), own);
    assert_eq!(issuer("KẾ HOẠCH\nChuyển đổi số"), own);
    // A column that was read last goes on with the organ.
    let split = "ỦY BAN NHÂN DÂN\nSố: 155/KH-UBND\nĐắk Lắk, ngày 24 tháng 12 năm 2025\nTỈNH ĐẮK LẮK\n\nKẾ HOẠCH\nChuyển đổi số\n";
    assert_eq!(read(split).document.issuer.as_deref(), own.as_deref());
}

#[test]
fn motto_and_term_are_no_part_of_an_organ() {
    let issuer = |top: &str| {
        let text = format!("{top}\nSố: 15/NQ-HĐND\nSơn La, ngày 24 tháng 12 năm 1975\n\nNGHỊ QUYẾT\nVề nuôi ong\n");
        read(&text).document.issuer.map(String::from)
    };
    let council = Some("Hội đồng nhân dân tỉnh Sơn La".to_owned());
    for below in [
        "KHÓA XII, KỲ HỌP CHUYÊN ĐỀ LẦN THỨ 7",
        "KỲ HỌP BẤT THƯỜNG",
        "VIỆT NAM DÂN CHỦ CỘNG HÒA",
        "CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT",
        "CỘNG HÒA XÃ HỘI CHỦ\nNGHĨA VIỆT NAM",
    ] {
        assert_eq!(issuer(&format!("HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\n{below}")), council, "{below}");
    }
    let union = read(
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG\nVIỆT NAM\nSố: 15/KH-TLĐ\nHà Nội, ngày 24 tháng 12 năm 2015\n\nKẾ HOẠCH\nVề nuôi ong\n",
    );
    assert_eq!(union.document.issuer.as_deref(), Some("Tổng Liên đoàn Lao động Việt Nam"));
}

#[test]
fn a_number_may_have_lost_a_letter_of_its_word() {
    let text =
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nS: 5157/QĐ-UBND\nSơn La, ngày 24 tháng 12 năm 2015\n\nQUYẾT ĐỊNH\nVề nuôi ong\n";
    assert_eq!(headed(text)[0].as_deref(), Some("5157/QĐ-UBND"));
    assert_eq!(read(text).document.issuer.as_deref(), Some("Ủy ban nhân dân tỉnh Sơn La"));
}

#[test]
fn a_subject_above_the_motto_hides_no_organ() {
    let text = "CHÀO MỪNG ĐẠI HỘI CÔNG ĐOÀN LẦN THỨ XV\n\nVăn bản\n\nLIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA\n\nSố: 134/LĐLĐ\n\nV/v tổ chức đại hội\n\n\
                các công đoàn trực thuộc\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSơn La, ngày 24 tháng 12 năm 2015\n\nKính gửi: Các công \
                đoàn\n\nThực hiện Luật Công đoàn, Liên đoàn yêu cầu các đơn vị tổ chức đại hội.\n";
    assert_eq!(headed(text)[0].as_deref(), Some("134/LĐLĐ"));
    assert_eq!(read(text).document.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Sơn La"));
}

#[test]
fn the_day_of_a_page_is_no_days_of_the_paper_below() {
    let text = "Thứ Hai, ngày 14 tháng 7 năm 2025\n\nQuyết định số 803-QĐ/TU ngày 17/06/2008 của Ban Thường vụ Tỉnh ủy về tổ chức của trại \
                ong\n\n- Căn cứ Quyết định số 75-QĐ/TW ngày 21 tháng 8 năm 2007;\n\nBAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH\n\nĐiều 1. Lập trại.\n";
    let document = read(text).document;
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2008-06-17"));
    assert_eq!(document.place, None);
    assert_eq!(headed(text), ["803-QĐ/TU", "Quyết định", "tổ chức của trại ong"].map(|words| Some(words.to_owned())));
    reads(text, &["Quyết định 75-QĐ/TW (2007-08-21) basis"]);
    // A letter about it acts on it, and is no paper with grounds.
    let letter = "Quyết định số 803-QĐ/TU ngày 17/06/2008 của Ban Thường vụ Tỉnh ủy về trại ong\n\nCăn cứ Quyết định này, các huyện báo cáo kết \
                  quả nuôi ong trước ngày 15/12/2020.\n";
    assert_eq!(headed(letter)[0], None);
    // News about it are no paper.
    let news = text.replace(
        "- Căn cứ Quyết định số 75-QĐ/TW ngày 21 tháng 8 năm 2007;",
        "Ban Thường vụ lập một trại ong ở huyện.",
    );
    assert_eq!(headed(&news)[0], None);
}

#[test]
fn what_has_just_been_issued_is_news() {
    let kind = |text: &str| read(text).document.kind;
    let news = "Nuôi ong ở Sơn La\nNhằm giúp các hộ nghèo, Ủy ban nhân dân tỉnh Sơn La vừa ban hành Kế hoạch số 15/KH-UBND về phát triển nuôi \
                ong lấy mật trên địa bàn các xã vùng cao.\n";
    assert_eq!(kind(news).as_deref(), Some("Bài viết"));
    assert_ne!(kind(&news.replace("vừa ban hành", "ban hành")).as_deref(), Some("Bài viết"));
    // A paper that lost its letterhead begins with its ground.
    let paper = "Thực hiện Chỉ thị số 5-CT/TU vừa ban hành ngày 01/01/2025 của Ban Thường vụ Tỉnh ủy, Ban Thường vụ Huyện ủy yêu cầu các \
                 chi bộ nuôi ong lấy mật trên địa bàn các xã vùng cao như sau.\n";
    assert_ne!(kind(paper).as_deref(), Some("Bài viết"));
}

#[test]
fn number_and_day_tell_a_letterhead_below_the_table_of_a_page() {
    let page = "Kế hoạch 155/KH-UBND năm 2025 chuyển đổi số\n| Số hiệu | 155/KH-UBND |\n| Ngày ban hành | 24/12/2025 |\n|\nỦY BAN NHÂN DÂN \
                |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\nSố: 155/KH-UBND |\nĐắk Lắk, ngày 24 tháng 12 năm 2025 |\nCHUYỂN ĐỔI SỐ TỈNH \
                ĐẮK LẮK NĂM 2026\n- Luật Thủy sản năm 2017;\n";
    assert_eq!(headed(page)[0].as_deref(), Some("155/KH-UBND"));
    assert_eq!(read(page).document.issuer.as_deref(), Some("Ủy ban nhân dân tỉnh Đắk Lắk"));
    reads(page, &["Luật Thủy sản (2017) cites"]);
}

#[test]
fn what_amended_a_consolidated_act_is_listed_before_its_grounds() {
    reads(
        "BỘ TÀI CHÍNH\nSố: 12/VBHN-BTC\nHà Nội, ngày 28 tháng 10 năm 2024\n\nTHÔNG TƯ\nQUY ĐỊNH VỀ NUÔI ONG\n\nThông tư số 5/2020/TT-BTC ngày \
         18/3/2020 của Bộ trưởng Bộ Tài chính quy định về nuôi ong, được sửa đổi, bổ sung bởi:\n\n1. Thông tư số 7/2022/TT-BTC ngày \
         16/10/2022 của Bộ trưởng Bộ Tài chính.\n\nCăn cứ Luật Thủy sản năm 2017;\n\nBộ trưởng Bộ Tài chính ban hành Thông tư về nuôi \
         ong.\n\nĐiều 1. Thông tư này làm theo Nghị định số 13/2019/NĐ-CP.\n",
        &[
            "Thông tư 5/2020/TT-BTC (2020-03-18) [Bộ trưởng Bộ Tài chính] consolidates",
            "Thông tư 7/2022/TT-BTC (2022-10-16) [Bộ trưởng Bộ Tài chính] consolidates",
            "Luật Thủy sản (2017) basis",
            "Nghị định 13/2019/NĐ-CP cites",
        ],
    );
}

#[test]
fn a_committee_may_stand_behind_its_organisation_on_one_line() {
    let text = "ĐẢNG BỘ HUYỆN NGA SƠN ĐẢNG UỶ XÃ NGA HẢI\n*\nSố 12-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nNga Hải, ngày 12 tháng 3 năm 2022\n\nKẾ \
                HOẠCH\nnuôi ong\n";
    assert_eq!(read(text).document.issuer.as_deref(), Some("Đảng ủy xã Nga Hải"));
}

#[test]
fn a_number_may_stand_on_the_line_below_its_word() {
    let text = "NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM\n|\nSố\n14/2000/QĐ-NHNN16\n|\nHà Nội, ngày 07 tháng 01 năm 2000\n|\nQUYẾT ĐỊNH\nVỀ NUÔI ONG\n";
    assert_eq!(headed(text)[0].as_deref(), Some("14/2000/QĐ-NHNN16"));
    reads(text, &[]);
    // The head of a column numbers nothing.
    let table = "SỞ Y TẾ SƠN LA\nSơn La, ngày 07 tháng 01 năm 2000\n\nDANH SÁCH\nSố\nHọ và tên\n";
    assert!(!read(table).document.draft);
}

#[test]
fn what_was_issued_and_what_it_says_are_news() {
    let news = "Để thực hiện Đề án 938/QĐ-TTg ngày 30/6/2017 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh Sơn La đã ban hành Kế hoạch số \
                77/KH-UBND ngày 15/10/2018 về nuôi ong. Theo đó, Đề án 938 được thực hiện ở các xã vùng cao.\n";
    assert_eq!(read(news).document.kind.as_deref(), Some("Bài viết"));
    reads(
        news,
        &[
            "Đề án 938/QĐ-TTg (2017-06-30) [Thủ tướng Chính phủ] implements <2",
            "Kế hoạch 77/KH-UBND (2018-10-15) [Ủy ban nhân dân tỉnh Sơn La] cites",
            "Đề án 938 cites",
        ],
    );
    assert_ne!(read(&news.replace("Theo đó, ", "")).document.kind.as_deref(), Some("Bài viết"));
    let paper = "Căn cứ Quyết định số 1908/QĐ-TLĐ ngày 19/12/2016 của Tổng Liên đoàn về việc ban hành quy định về tài chính. Theo đó, Ban Thường \
                 vụ Liên đoàn Lao động tỉnh đề nghị các công đoàn thực hiện như sau:\n";
    assert_ne!(read(paper).document.kind.as_deref(), Some("Bài viết"));
    reads(
        "(Cổng TTĐT) - Thực hiện Chỉ thị số 5-CT/TU ngày 01/01/2025, sau khi Sở Y tế có Công văn số 5/SYT-NV ngày 02/02/2025, Ủy ban nhân dân \
         tỉnh đã ban hành Kế hoạch số 77/KH-UBND ngày 15/10/2025 về nuôi ong.\n",
        &[
            "Chỉ thị 5-CT/TU (2025-01-01) implements",
            "Công văn 5/SYT-NV (2025-02-02) [Sở Y tế] cites",
            "Kế hoạch 77/KH-UBND (2025-10-15) [Ủy ban nhân dân tỉnh] cites",
        ],
    );
}

#[test]
fn blanks_beside_figures_part_no_columns() {
    let text = "HUYỆN ỦY SÔNG MÃ\n*\nSố    77  -KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nSông Mã, ngày   19    tháng 5 năm 2021\n\nKẾ HOẠCH\nnuôi ong\n";
    assert_eq!(headed(text)[0].as_deref(), Some("77-KH/HU"));
    assert_eq!(read(text).document.date.map(|date| date.to_string()).as_deref(), Some("2021-05-19"));
    reads(text, &[]);
    let columns = "HUYỆN ỦY SÔNG MÃ\n*\nSố 77-KH/HU      Sông Mã, ngày 19 tháng 5 năm 2021\n\nKẾ HOẠCH\nnuôi ong\n";
    assert_eq!(headed(columns)[0].as_deref(), Some("77-KH/HU"));
    assert_eq!(read(columns).document.place.as_deref(), Some("Sông Mã"));
}

#[test]
fn room_left_for_the_count_does_not_cut_the_number() {
    let number = |line: &str| {
        let text = format!(
            "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n{line}\n\nQUYẾT ĐỊNH\nVề việc nuôi ong\n\nCăn cứ Luật Đất đai năm 2024;\n"
        );
        read(&text).document.number.map(|number| number.text.to_string())
    };
    let whole = "Số: 67        /2024/QĐ-UBND      Hà Nam, ngày 02 tháng 3 năm 2024";
    assert_eq!(number(whole).as_deref(), Some("67/2024/QĐ-UBND"));
    assert_eq!(number("Số: 69      Hà Nam, ngày 02 tháng 3 năm 2024").as_deref(), Some("69"));
    assert_eq!(number("Số:       /QĐ-UBND      Hà Nam, ngày 02 tháng 3 năm 2024"), None);
}

#[test]
fn the_superior_below_a_commune_is_no_part_of_its_name() {
    let head = |organ: &str| {
        let text = format!(
            "{organ}\nSố: 12/KH-UBND\nNgày 02 tháng 10 năm 2025\nKẾ HOẠCH\nNuôi ong\nCăn cứ Luật Đất đai năm 2024;\n"
        );
        read(&text).document.issuer.map(|issuer| issuer.to_string())
    };
    assert_eq!(
        head("UBND XÃ VĨNH LINH\nTỈNH QUẢNG TRỊ").as_deref(),
        Some("Ủy ban nhân dân xã Vĩnh Linh, tỉnh Quảng Trị")
    );
    assert_eq!(head("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ").as_deref(), Some("Ủy ban nhân dân tỉnh Quảng Trị"));
}

#[test]
fn the_line_of_the_issuer_below_its_superior_may_be_lost() {
    let issuer = |organ: &str, number: &str| {
        let text = format!(
            "{organ}\nSố: {number}\nTP. Hồ Chí Minh, ngày 2 tháng 3 năm 2017\nKính gửi: Các công đoàn\nCăn cứ Luật Đất đai;\n"
        );
        read(&text).document.issuer.map(|issuer| issuer.to_string())
    };
    let below = issuer("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "730/LĐLĐ");
    assert_eq!(below.as_deref(), Some("Liên đoàn Lao động Thành phố Hồ Chí Minh"));
    let own = issuer("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "730/TLĐ");
    assert_eq!(own.as_deref(), Some("Tổng Liên đoàn Lao động Việt Nam"));
}

/// Number, issuer and date that a paper prints.
pub(super) fn told(text: &str) -> [Option<String>; 3] {
    let document = read(text).document;
    let number = document.number.map(|number| number.text.to_string());
    [number, document.issuer.map(String::from), document.date.map(|date| date.to_string())]
}

#[test]
fn the_stamp_of_the_receiver_is_not_the_letterhead() {
    let text = "TRƯỜNG ĐẠI HỌC QUY NHƠN\nĐẾN\nSố: 1998\nNgày: 12/5/2021\nChuyển:\nBỘ GIÁO DỤC VÀ ĐÀO TẠO\n\
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1234/BGDĐT-GDĐH\nHà Nội, ngày 10 tháng 5 năm 2021\nV/v tổ chức thi\n\
                Kính gửi: Các trường đại học\n";
    assert_eq!(told(text), ["1234/BGDĐT-GDĐH", "Bộ Giáo dục và Đào tạo", "2021-05-10"].map(|words| Some(words.into())));
    // A line that ends in the word is no stamp.
    let text =
        "ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 10 tháng 5 năm 2021\nKẾ HOẠCH\nĐón đoàn đến\n";
    assert_eq!(told(text)[0].as_deref(), Some("12/KH-UBND"));
}

#[test]
fn a_letter_of_the_party_has_a_subject_without_a_mark() {
    let letter = |subject: &str| {
        format!(
            "TỈNH ỦY NGHỆ AN\n*\nSố 331-CV/TU\n{subject}\nĐẢNG CỘNG SẢN VIỆT NAM\nNghệ An, ngày 12 tháng 10 năm 2021\n\n\
             Kính gửi: Các huyện ủy, thành ủy\nBan Thường vụ đề nghị các huyện ủy báo cáo.\n"
        )
    };
    for subject in ["Thực hiện quy định nêu gương", "Báo cáo hằng năm"] {
        let document = read(&letter(subject)).document;
        assert_eq!(document.subject.as_deref(), Some(subject));
        assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2021-10-12"), "{subject}");
        assert_eq!(document.addressees.len(), 1, "{subject}");
    }
}

#[test]
fn the_form_of_a_portal_tells_what_a_letterhead_would() {
    let own = ["458/HD-CTĐ", "Hội Chữ thập đỏ tỉnh Bình Định", "2022-11-07"].map(|words| Some(words.to_owned()));
    let rest = "Căn cứ Hướng dẫn số 235/HD-TƯHCTĐ của Trung ương Hội, Hội hướng dẫn như sau:\n1. Nuôi ong.\n";
    for (colon, value) in [(":", " "), ("", "\n"), ("", " ")] {
        let form = format!(
            "Số ký hiệu{colon}{value}458/HD-CTĐ\nNgày ban hành{colon}{value}07/11/2022\n\
             Cơ quan ban hành{colon}{value}Hội Chữ thập đỏ tỉnh Bình Định\nNgười ký{colon}{value}Lê Phong\n"
        );
        assert_eq!(told(&format!("{form}\n{rest}")), own, "{form}");
        // Below the text it tells the same.
        let first = "Hội Chữ thập đỏ tỉnh hướng dẫn các cấp hội tổ chức phong trào nuôi ong trong cả tỉnh như sau đây.";
        assert_eq!(told(&format!("{first}\n{form}")), own, "{form}");
        reads(&format!("{form}\n{rest}"), &["Hướng dẫn 235/HD-TƯHCTĐ [Trung ương Hội] basis"]);
    }
    // Without a number it tells of no paper, and a letterhead counts more.
    assert_eq!(told("Ngày ban hành: 07/11/2022\nCơ quan ban hành: Sở Y tế\nNgười ký: Lê Phong\n"), [None, None, None]);
}

#[test]
fn a_unit_in_the_symbol_drafts_and_a_body_issues() {
    let issuer = |organ: &str, number: &str| {
        let text = format!(
            "{organ}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: {number}\nHà Nội, ngày 12 tháng 9 năm 2023\nV/v nuôi ong\n\
             Kính gửi: Các đơn vị\n"
        );
        told(&text)[1].clone()
    };
    let union = "Tổng Liên đoàn Lao động Việt Nam";
    assert_eq!(issuer("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "8019/TLĐ-TG").as_deref(), Some(union));
    let front = "ỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM";
    assert!(issuer(front, "96/HD-MTTW-BTT").is_some_and(|issuer| issuer.starts_with("Ban Thường trực ")));
}

#[test]
fn committees_of_associations_bear_their_name() {
    let issuer = |upper: &str, lower: &str| {
        told(&format!("{upper}\n{lower}\n***\nSố: 47/KH-BTK\nHà Nội, ngày 12 tháng 9 năm 2013\nKẾ HOẠCH\nNuôi ong\n"))
            [1]
        .clone()
        .unwrap_or_default()
    };
    assert_eq!(
        issuer("HỘI SINH VIÊN VIỆT NAM", "BCH TP. HỒ CHÍ MINH"),
        "Ban Chấp hành Hội Sinh viên Việt Nam Thành phố Hồ Chí Minh"
    );
    assert_eq!(
        issuer("HỘI NÔNG DÂN TỈNH LAI CHÂU", "BAN CHẤP HÀNH HUYỆN TAM ĐƯỜNG"),
        "Ban Chấp hành Hội Nông dân huyện Tam Đường"
    );
    assert_eq!(
        issuer("ĐOÀN TNCS HỒ CHÍ MINH TP HÀ NỘI", "BCH TRƯỜNG ĐẠI HỌC LÂM NGHIỆP"),
        "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh Trường Đại học Lâm Nghiệp"
    );
    assert_eq!(
        issuer("TRUNG ƯƠNG HỘI CHỮ THẬP ĐỎ VIỆT NAM", "BAN THƯỜNG VỤ TRUNG ƯƠNG HỘI"),
        "Ban Thường vụ Trung ương Hội Chữ thập đỏ Việt Nam"
    );
}

#[test]
fn the_word_above_the_first_article_tells_the_kind_of_a_paper_without_a_heading() {
    let kind = |number: &str, word: &str| {
        let text = format!(
            "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT VIỆT NAM\nSố: {number}\nHà Nội, ngày 10 tháng 7 năm 1991\n\
             Căn cứ Điều lệ;\n{word}\nĐiều 1. Thành lập trung tâm.\n"
        );
        read(&text).document.kind.map(String::from).unwrap_or_default()
    };
    assert_eq!(kind("559/TC-LHH", "QUYẾT ĐỊNH"), "Quyết định");
    assert_eq!(kind("559/TC-LHH", "QUYẾT\nNGHỊ:"), "Nghị quyết");
    assert_eq!(kind("559/NQ-LHH", "QUYẾT ĐỊNH:"), "Nghị quyết");
}

#[test]
fn who_is_told_and_who_issues_together_does_not_speak() {
    let issuer = |text: &str| read(text).document.issuer.map(String::from);
    let told = "Kính gửi: Thủ tướng Chính phủ\nThực hiện chỉ đạo giao Bộ Tài chính báo cáo Thủ tướng Chính phủ để có ý kiến.\n\
                Bộ Tài chính xin báo cáo như sau:\n1. Nuôi ong\n";
    assert_eq!(issuer(told).as_deref(), Some("Bộ Tài chính"));
    let several = "Căn cứ Thông tư liên tịch số 3/2008/TTLT-BTNMT-BNV của Bộ Tài nguyên và Môi trường và Bộ Nội vụ hướng dẫn chức năng;\n\
                   Quyết định:\nĐiều 1. Vị trí\n";
    assert_eq!(issuer(several), None);
}

#[test]
fn an_organ_of_the_whole_country_is_not_its_branch_where_it_sits() {
    let issuer = |organ: &str| {
        let text = format!("{organ}\nSố: 559/QĐ-LHH\nHà Nội, ngày 10 tháng 7 năm 2021\nQUYẾT ĐỊNH\nVề nuôi ong\n");
        told(&text)[1].clone().unwrap_or_default()
    };
    let whole = "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT";
    assert_eq!(issuer(&format!("{whole} VIỆT NAM")), "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam");
    assert_eq!(issuer(whole), "Liên hiệp các Hội Khoa học và Kỹ thuật thành phố Hà Nội");
}

#[test]
fn what_a_page_says_of_the_paper_that_it_prints_is_the_papers_own() {
    let page = |introduction: &str, heading: &str| {
        format!(
            "Trang tin Tỉnh ủy\n\n{introduction}\n\n{heading}\nThực hiện Chỉ thị 13-CT/TW của Ban Bí thư\n\n\
             Thực hiện Chỉ thị 13-CT/TW ngày 12/01/2017 của Ban Bí thư, Ban Thường vụ Tỉnh ủy (khóa XV) ban hành chương trình như sau:\n\
             \nI. MỤC ĐÍCH\n"
        )
    };
    let issued =
        "Ngày 23/8/2017, Tỉnh ủy Thừa Thiên Huế đã ban hành Chương trình số 27-CTr/TU về thực hiện Chỉ thị 13-CT/TW";
    let own = ["27-CTr/TU", "Ban Thường vụ Tỉnh ủy", "2017-08-23"].map(|words| Some(words.to_owned()));
    let text = page(&format!("{issued}. Toàn văn như sau:"), "CHƯƠNG TRÌNH");
    assert_eq!(told(&text), own);
    let record = read(&text);
    assert!(record.mentions.iter().all(|mention| mention.kind.as_deref() == Some("Chỉ thị")), "{:?}", record.mentions);
    // A number of another kind, two of them, or no word of the text below: nothing is told.
    for other in [
        "Ngày 23/8/2017, Tỉnh ủy đã ban hành Kế hoạch số 27-KH/TU. Toàn văn như sau:".into(),
        "Tỉnh ủy đã ban hành Chương trình số 27-CTr/TU, Chương trình số 28-CTr/TU. Toàn văn như sau:".into(),
        format!("{issued}."),
    ] {
        assert_eq!(told(&page(&other, "CHƯƠNG TRÌNH"))[0], None, "{other}");
    }
    // The day on which a page presents the paper is not its own.
    let shown = "Ngày 25/8/2017, Ban Tuyên giáo giới thiệu Chương trình số 27-CTr/TU. Toàn văn như sau:";
    assert_eq!(told(&page(shown, "CHƯƠNG TRÌNH"))[2], None);
}

#[test]
fn a_reprinted_paper_may_say_what_it_does_without_about() {
    let text = "Hướng dẫn số 1803/HD-TLĐ ngày 29 tháng 11 năm 2013 của Tổng Liên đoàn Lao động Việt Nam hướng dẫn đóng đoàn phí\n\n\
                - Căn cứ Luật Công đoàn năm 2012;\n\nTổng Liên đoàn hướng dẫn như sau:\n";
    assert_eq!(
        told(text),
        ["1803/HD-TLĐ", "Tổng Liên đoàn Lao động Việt Nam", "2013-11-29"].map(|words| Some(words.into()))
    );
    reads(text, &["Luật Công đoàn (2012) basis"]);
    // News goes on with a sentence.
    let news = "Hướng dẫn số 1803/HD-TLĐ ngày 29 tháng 11 năm 2013 của Tổng Liên đoàn Lao động Việt Nam hướng dẫn đóng đoàn phí\n\n\
                Căn cứ hướng dẫn này, các cấp công đoàn thu đoàn phí từ đầu năm sau.\n";
    assert_eq!(told(news)[0], None);
}

#[test]
fn a_title_right_below_the_date_tells_its_kind() {
    let text = "LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHuế, ngày 01 tháng 6 năm 2022\n\
                KẾ HOẠCH HOẠT ĐỘNG CÔNG ĐOÀN\nTháng 6/2022\nI. TÌNH HÌNH THÁNG 5\n";
    let document = read(text).document;
    assert_eq!(document.kind.as_deref(), Some("Kế hoạch"));
    assert_eq!(document.issuer.as_deref(), Some("Liên đoàn Lao động thành phố Huế"));
}
