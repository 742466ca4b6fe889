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
