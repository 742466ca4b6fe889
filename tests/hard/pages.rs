//! Papers as pages print them: without their letterhead, below an introduction, with a broken one.

use super::letterheads::told;
use super::{read, reads};

#[test]
fn a_paper_printed_with_its_signature_is_told_by_its_heading() {
    let page = |heading: &str, end: &str| {
        format!(
            "{heading}\n\nNgày 11/10/2016, Ban Dân vận Trung ương đã ký Chương trình phối hợp số 79-CTr/BDVTW về trồng cây. Ban Dân vận Trung ương đề nghị \
             các tỉnh thực hiện như sau:\n\n1. Trồng cây.\n\n{end}"
        )
    };
    let signed = "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n(Đã ký)\nTòng Thị Ươm\n";
    let heading = "Công văn số 490-CV/BDVTW ngày 14/10/2016 về việc trồng cây";
    let own = told(&page(heading, signed));
    assert_eq!((own[0].as_deref(), own[2].as_deref()), (Some("490-CV/BDVTW"), Some("2016-10-14")));
    let of = told(&page("Công văn số 490-CV/BDVTW của Ban Dân vận Trung ương về trồng cây", signed));
    assert_eq!((of[0].as_deref(), of[1].as_deref()), (Some("490-CV/BDVTW"), Some("Ban Dân vận Trung ương")));
    // The organ was left out, nobody signed it, or it says what another paper is about.
    assert_eq!(told(&page("Công văn số 490-CV/BDVTW ngày 14/10/2016 của về việc trồng cây", signed))[0], None);
    assert_eq!(told(&page(heading, ""))[0], None);
    assert_eq!(told(&page("Trả lời Công văn số 490-CV/BDVTW ngày 14/10/2016 về việc trồng cây", signed))[0], None);
}

#[test]
fn a_bracket_below_kind_and_subject_tells_number_day_and_organ() {
    let page = |kind: &str| {
        format!(
            "{kind}\n\nban hành Quy định về trồng cây\n\n(Quyết định số 283-QĐ/TW ngày 26-1-2010\n\n của Ban Bí thư)\n\n- Căn cứ Điều lệ Đảng;\n\n\
             - Xét đề nghị của Ban Tuyên giáo Trung ương,\n\nBAN BÍ THƯ QUYẾT ĐỊNH\n\nĐiều 1. Ban hành Quy định.\n"
        )
    };
    let own = ["283-QĐ/TW", "Ban Bí thư", "2010-01-26"].map(|words| Some(words.to_owned()));
    assert_eq!(told(&page("Quyết định")), own);
    reads(&page("Quyết định"), &["Điều lệ Đảng basis"]);
    // A guide cites the decision in a bracket.
    assert_eq!(told(&page("Hướng dẫn"))[0], None);
}

#[test]
fn a_title_may_tell_number_and_organ() {
    let text = |title: &str| {
        format!(
            "{title}\nTại phiên họp, Bộ Chính trị có ý kiến như sau:\nĐể thực hiện Chỉ thị số 5-CT/TW, Bộ Chính trị yêu cầu:\nI- MỤC TIÊU\n1. Trồng cây.\n"
        )
    };
    let own = told(&text("KẾT LUẬN 127-KL/TW CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ TRỒNG CÂY"));
    assert_eq!((own[0].as_deref(), own[1].as_deref()), (Some("127-KL/TW"), Some("Bộ Chính trị, Ban Bí thư")));
    assert_eq!(told(&text("KẾT LUẬN VỀ CHỈ THỊ 5-CT/TW CỦA BAN BÍ THƯ"))[0], None);
}

#[test]
fn a_page_may_introduce_a_paper_that_has_no_heading() {
    let page = |words: &str, ground: &str| {
        format!(
            "TRỒNG CÂY NĂM 2020\n\nThứ năm - 09/01/2020 09:32\nNgày 08-01-2020, Ban Tuyên giáo Trung ương ban hành Hướng dẫn số 118-HD/BTGTW về trồng \
             cây. {words}\n{ground} Chỉ thị số 45-CT/TW, ngày 22/7/2010 của Bộ Chính trị về trồng cây;\nBan Tuyên giáo Trung ương hướng dẫn như sau:\nI. MỤC ĐÍCH\n"
        )
    };
    let own = ["118-HD/BTGTW", "Ban Tuyên giáo Trung ương", "2020-01-08"].map(|words| Some(words.to_owned()));
    assert_eq!(told(&page("Nguyên văn như sau.", "- Căn cứ")), own);
    reads(&page("Toàn văn Hướng dẫn ở dưới.", "- Căn cứ"), &["Chỉ thị 45-CT/TW (2010-07-22) [Bộ Chính trị] basis"]);
    // The whole is elsewhere, or no paper begins below.
    assert_eq!(told(&page("Xem toàn văn tại đây.", "- Căn cứ"))[0], None);
    assert_eq!(told(&page("Nguyên văn như sau.", "Trong đó có"))[0], None);
}

#[test]
fn the_subject_of_a_letter_goes_on_over_blank_lines_up_to_the_motto() {
    let text = |line: &str| {
        format!(
            "CÔNG ĐOÀN GIÁO DỤC VIỆT NAM\n\nSố:  175  /CĐN-TGNC\n\nV/v kỷ niệm 130 năm\n\n{line}\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n\
             Độc lập - Tự do - Hạnh phúc\n\n    Hà Nội, ngày  6   tháng 8 năm 2018\n\nKính gửi: Công đoàn các đại học\n\nThực hiện Kế hoạch số 12/KH-TLĐ, \
             Công đoàn hướng dẫn như sau:\n"
        )
    };
    let day = read(&text("Ngày sinh Chủ tịch")).document;
    assert_eq!((day.subject.as_deref(), day.date.is_some()), (Some("kỷ niệm 130 năm Ngày sinh Chủ tịch"), true));
    let school = read(&text("Trường Đại học Mường Bú")).document;
    assert_eq!(school.subject.as_deref(), Some("kỷ niệm 130 năm"));
}

#[test]
fn a_board_of_the_front_or_of_a_party_committee_is_named_with_it() {
    let issuer = |organs: &str, number: &str| {
        let text = format!(
            "{organs}\nSố {number}\nSơn La, ngày 21 tháng 02 năm 2020\n\nHƯỚNG DẪN\ntrồng cây\n\nCăn cứ Luật A;\n"
        );
        told(&text)[1].clone().unwrap_or_default()
    };
    let front = "ỦY BAN MTTQ VIỆT NAM\nTỈNH SƠN LA";
    assert_eq!(
        issuer(&format!("{front}\nBAN TUYÊN GIÁO"), "12/HD-BTG"),
        "Ban Tuyên giáo Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La"
    );
    assert_eq!(
        issuer(&format!("{front}\nBAN THƯỜNG TRỰC"), "12/HD-BTT"),
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La"
    );
    assert_eq!(
        issuer("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH\nBAN TUYÊN GIÁO", "12-HD/BTG"),
        "Ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh Sơn La"
    );
    assert_eq!(
        issuer("HỘI CHỮ THẬP ĐỎ VIỆT NAM\nBAN THƯỜNG VỤ TRUNG ƯƠNG HỘI", "12/HD-TƯHCTĐ"),
        "Ban Thường vụ Trung ương Hội Chữ thập đỏ Việt Nam"
    );
}

#[test]
fn the_first_line_may_tell_the_kind_in_small_letters() {
    let text = |title: &str, ground: &str| {
        format!(
            "{title}\n\nCăn cứ {ground}\n\nBan Thường vụ Đảng ủy Trường quyết định triệu tập hội nghị như sau:\n\n1. Ngày họp\n"
        )
    };
    let heads = |text: &str| {
        let document = read(text).document;
        (document.kind.unwrap_or_default().to_string(), document.subject.unwrap_or_default())
    };
    let paper = text("Thông tri triệu tập Hội nghị lần thứ 5", "Quy chế làm việc của Đảng ủy;");
    assert_eq!(heads(&paper), ("Thông tri".to_owned(), "triệu tập Hội nghị lần thứ 5".to_owned()));
    // A heading of news, and one whose kind is another word.
    let news = "Thông tri triệu tập Hội nghị lần thứ 5\n\nCăn cứ thông tri này, các chi bộ đã họp từ đầu tháng.\n";
    assert_eq!(heads(news).0, "");
    assert_eq!(heads(&text("Thông tri 19 có gì mới", "Quy chế làm việc của Đảng ủy;")).0, "");
}

#[test]
fn slips_and_blanks_of_a_letterhead() {
    let of = |number: &str, day: &str| {
        read(&format!(
            "ĐẢNG BỘ XÃ MƯỜNG BÚ\nCHI BỘ TRƯỜNG TH&THCS MƯỜNG BÚ II\n*\nSố: {number}\nĐẢNG CÔNG SẢN VIỆT NAM\n{day}\n\nKẾ HOẠCH\ntrồng cây\n\nKinh gửi: Đảng ủy \
             xã\n\nCăn cứ Chỉ thị A;\n\nT/M CHI BỘ\nBÍ THƯ\n\nTòng Thị Ươm (đã ký)\n"
        ))
        .document
    };
    let plan = of("03./KH - CB", "......., ngày 03 tháng 8 năm 2020");
    assert_eq!(plan.number.map(|number| number.text.to_string()).as_deref(), Some("03/KH-CB"));
    assert_eq!(plan.date.map(|date| date.to_string()).as_deref(), Some("2020-08-03"));
    assert_eq!((plan.place, plan.addressees.len()), (None, 1));
    assert_eq!(plan.issuer.as_deref(), Some("Chi bộ Trường TH&THCS Mường Bú II"));
    assert_eq!(plan.signer.and_then(|signer| signer.name).as_deref(), Some("Tòng Thị Ươm"));
    let blank = of("..../KH - CB", "Mường Bú, ngày ... tháng 8 năm 2020");
    assert_eq!((blank.number, blank.draft), (None, true));
}

#[test]
fn of_which_session_a_council_acts_is_no_part_of_its_name() {
    let text = "HỘI ĐỒNG NHÂN DÂN QUẬN 6\nKHÓA IX, KỲ HỌP THỨ 12\nSố: 3/NQ-HĐND\nQuận 6, ngày 11 tháng 7 năm 2008\nNGHỊ QUYẾT\nvề trồng cây\n\n\
                Căn cứ Luật A;\n";
    assert_eq!(read(text).document.issuer.as_deref(), Some("Hội đồng nhân dân quận 6"));
    let line = text.replace("QUẬN 6\nKHÓA", "QUẬN 6 KHÓA");
    assert_eq!(read(&line).document.issuer.as_deref(), Some("Hội đồng nhân dân quận 6"));
}
