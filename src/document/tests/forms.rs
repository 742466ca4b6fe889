//! Forms that letterheads, letters and articles have in offices, each beside one that only looks like it.

use super::*;

/// A letterhead and what follows it.
fn paper(organs: &str, number: &str, rest: &str) -> (Text, Document) {
    read(&format!("{organs}\n{number}\nSơn La, ngày 8 tháng 2 năm 2022\n{rest}"))
}

/// The issuer that the organs of a letterhead give.
pub(super) fn issuer(organs: &str, number: &str) -> String {
    let (_, document) = paper(organs, number, "KẾ HOẠCH\ntrồng cây\n\nI. MỤC ĐÍCH\n");
    document.issuer.unwrap_or_default().into()
}

/// The zone of the first place of some words.
pub(super) fn zone(paper: &(Text, Document), words: &str) -> Zone {
    paper.1.zone(paper.0.as_str().find(words).expect(words))
}

fn letter(grounds: &str) -> (Text, Document) {
    paper("UBND TỈNH SƠN LA\nSỞ NỘI VỤ", "Số: 6/SNV", &format!("V/v rà soát\n\nKính gửi: Các huyện\n\n{grounds}\n"))
}

#[test]
fn a_ground_that_says_what_an_organ_issued_or_asked_is_no_order() {
    for first in [
        "Căn cứ Quyết định số 17/QĐ-UBND của UBND tỉnh ban hành Quy định đánh giá;",
        "Căn cứ Quyết định số 17/QĐ-UBND của UBND tỉnh phê duyệt Đề án trồng cây;",
        "Thực hiện Công văn số 17/UBND của UBND tỉnh yêu cầu báo cáo;",
        "Thực hiện Công văn số 17/UBND của UBND tỉnh đề nghị các huyện rà soát;",
        "Căn cứ Nghị quyết số 17/NQ-HĐND của HĐND tỉnh ban hành Quy định mức thu.",
    ] {
        let paper = letter(&format!(
            "{first}\nCăn cứ Hướng dẫn 57/HD-BNV của Bộ Nội vụ;\nSở Nội vụ đề nghị các huyện báo cáo.\n\nTheo Kế hoạch 9, hạn là tháng 3."
        ));
        assert_eq!(zone(&paper, "57/HD-BNV"), Zone::Preamble, "{first}");
        assert_eq!(zone(&paper, "Kế hoạch 9"), Zone::Body, "{first}");
    }
}

#[test]
fn a_ground_with_the_organ_that_asks_behind_it_is_the_order() {
    let paper = letter(
        "Thực hiện Công văn số 17/UBND của UBND tỉnh, Sở Nội vụ yêu cầu các huyện báo cáo.\nCăn cứ Kế hoạch 9, hạn là tháng 3.",
    );
    assert_eq!((zone(&paper, "17/UBND"), zone(&paper, "Kế hoạch 9")), (Zone::Preamble, Zone::Body));
}

#[test]
fn a_section_of_grounds_is_preamble_wherever_it_stands() {
    let plan = |text: &str| paper("UBND XÃ MƯỜNG BÚ", "Số: 6/KH-UBND", &format!("KẾ HOẠCH\nphòng chống lũ\n\n{text}"));
    for heading in
        ["I. CĂN CỨ PHÁP LÝ", "I. CƠ SỞ XÂY DỰNG KẾ HOẠCH", "1. Căn cứ chính trị, pháp lý", "A. Cơ sở pháp lý:"]
    {
        let next = if heading.starts_with('A') { "B." } else { "II." };
        let first =
            plan(&format!("{heading}\n- Luật Đê điều;\n- Nghị định A.\n{next} NỘI DUNG\nTheo Luật Phòng thủ.\n"));
        let found = ["Luật Đê điều", "Nghị định A", "Luật Phòng thủ"].map(|words| zone(&first, words));
        assert_eq!(found, [Zone::Preamble, Zone::Preamble, Zone::Body], "{heading}");
    }
    for list in
        ["1. Luật Đê điều.\n2. Nghị định A.\n", "Luật Đê điều;\nNghị định A.\n", "Căn cứ Luật Đê điều;\nNghị định A.\n"]
    {
        let second =
            plan(&format!("I. MỤC TIÊU\nTheo Kế hoạch B.\nII. CĂN CỨ\n{list}III. NỘI DUNG\nTheo Luật Phòng thủ.\n"));
        let found = ["Kế hoạch B", "Luật Đê điều", "Nghị định A", "Luật Phòng thủ"].map(|words| zone(&second, words));
        assert_eq!(found, [Zone::Body, Zone::Preamble, Zone::Preamble, Zone::Body], "{list}");
    }
    let inner = plan("Phần I\nSỰ CẦN THIẾT\n1. Căn cứ pháp lý\n- Luật Đê điều;\n2. Sự cần thiết\nTheo Nghị quyết A.\n");
    assert_eq!((zone(&inner, "SỰ CẦN"), zone(&inner, "Luật Đê")), (Zone::Body, Zone::Preamble));
    assert_eq!(zone(&inner, "Nghị quyết A"), Zone::Body);
}

#[test]
fn a_clause_of_law_about_grounds_and_a_section_of_facts_are_body() {
    for heading in
        ["2. Căn cứ lập quy hoạch bao gồm:\na) ", "I. CƠ SỞ VẬT CHẤT\n- ", "I. CƠ SỞ PHÁP LÝ VÀ THỰC TIỄN\n- "]
    {
        let text = format!("KẾ HOẠCH\nphòng chống lũ\n\nĐiều 1. Quy hoạch\n{heading}Luật Đê điều;\nII. NỘI DUNG\n");
        let paper = paper("UBND XÃ MƯỜNG BÚ", "Số: 6/KH-UBND", &text);
        assert_eq!(zone(&paper, "Luật Đê điều"), Zone::Body, "{heading}");
    }
}

#[test]
fn footnotes_behind_the_text_are_notes() {
    let report = paper(
        "UBND XÃ MƯỜNG BÚ",
        "Số: 6/BC-UBND",
        "BÁO CÁO\ntrồng cây\n\nThực hiện Kế hoạch A, UBND xã báo cáo như sau:\nI. KẾT QUẢ\nĐã ban hành hai văn bản(1).\n\n\
         (1) Kế hoạch B; Công văn C.\n",
    );
    assert_eq!((zone(&report, "hai văn bản"), zone(&report, "Công văn C")), (Zone::Body, Zone::Notes));
}

#[test]
fn two_abbreviated_organs_are_superior_and_issuer() {
    assert_eq!(
        issuer("VKSND TỈNH SƠN LA\nVKSND HUYỆN MAI SƠN", "Số: 6/KH-VKS"),
        "Viện kiểm sát nhân dân huyện Mai Sơn"
    );
    assert_eq!(issuer("TANDTC\nTAND TỈNH SƠN LA", "Số: 6/KH-TA"), "Tòa án nhân dân tỉnh Sơn La");
}

#[test]
fn a_committee_below_an_association_is_the_associations() {
    let centre = issuer("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG", "Số: 6-KH/HNDTW");
    assert_eq!(centre, "Ban Chấp hành Trung ương Hội Nông dân Việt Nam");
    let province = issuer("HỘI LHPN VIỆT NAM\nBAN CHẤP HÀNH TỈNH SƠN LA", "Số: 6/KH-BTV");
    assert_eq!(province, "Ban Chấp hành Hội Liên hiệp Phụ nữ Việt Nam tỉnh Sơn La");
    let district = issuer("HỘI NÔNG DÂN TỈNH SƠN LA\nBAN CHẤP HÀNH HUYỆN MAI SƠN", "Số: 6-KH/HND");
    assert_eq!(district, "Ban Chấp hành Hội Nông dân huyện Mai Sơn");
    assert_eq!(
        issuer("ĐẢNG BỘ TỈNH SƠN LA\nBAN CHẤP HÀNH ĐẢNG BỘ HUYỆN MAI SƠN", "Số 6-KH/HU").matches("Hội").count(),
        0
    );
}

#[test]
fn a_branch_is_not_its_superior() {
    let region = issuer("KIỂM TOÁN NHÀ NƯỚC\nKIỂM TOÁN NHÀ NƯỚC KHU VỰC XI", "Số: 6/KH-KTNN");
    assert_eq!(region, "Kiểm toán nhà nước khu vực XI");
    assert_eq!(issuer("KIỂM TOÁN NHÀ NƯỚC", "Số: 6/KH-KTNN"), "Kiểm toán nhà nước");
    let teachers = issuer("LIÊN ĐOÀN LAO ĐỘNG HUYỆN MAI SƠN\nCÔNG ĐOÀN GIÁO DỤC", "Số: 6/KH-CĐGD");
    assert_eq!(teachers, "Công đoàn Giáo dục huyện Mai Sơn");
    let bank = issuer("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI\nCHI NHÁNH TỈNH SƠN LA", "Số: 6/KH-NHCS");
    assert_eq!(bank, "Ngân hàng Chính sách xã hội Chi nhánh tỉnh Sơn La");
    let board = issuer("HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\nBAN PHÁP CHẾ", "Số: 6/KH-BPC");
    assert_eq!(board, "Ban Pháp chế Hội đồng nhân dân tỉnh Sơn La");
    assert_eq!(issuer("UBND TỈNH SƠN LA\nBAN DÂN TỘC", "Số: 6/KH-BDT"), "Ban Dân tộc tỉnh Sơn La");
    assert_eq!(issuer("ĐẢNG BỘ SỞ Y TẾ\nCHI BỘ VĂN PHÒNG SỞ", "Số 6-KH/CB"), "Chi bộ Văn phòng Sở");
}

#[test]
fn the_number_in_the_name_of_an_inspection_team_is_not_the_papers() {
    for organ in [
        "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 45-QĐ/ĐU",
        "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH\nSỐ 45-QĐ/ĐU",
        "ĐOÀN KIỂM TRA THEO\nQUYẾT ĐỊNH SỐ 45-QĐ/ĐU",
        "ĐOÀN KIỂM TRA\nTHEO QUYẾT ĐỊNH SỐ 45-QĐ/ĐU",
    ] {
        let (_, report) = paper(
            &format!("ĐẢNG ỦY XÃ MƯỜNG BÚ\n{organ}\n*"),
            "Số 01-BC/ĐKT",
            "BÁO CÁO\nkết quả kiểm tra\n\n1. Kết quả\n",
        );
        assert_eq!(number(&report), Some("01-BC/ĐKT"), "{organ}");
        assert_eq!(report.issuer.as_deref(), Some("Đoàn kiểm tra theo Quyết định số 45-QĐ/ĐU"), "{organ}");
        assert_eq!(report.kind.as_deref(), Some("Báo cáo"), "{organ}");
    }
    let dated =
        issuer("ĐẢNG ỦY XÃ MƯỜNG BÚ\nĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH\nSỐ 45-QĐ/ĐU NGÀY 05/5/2021\n*", "Số 01-KH/ĐKT");
    assert_eq!(dated, "Đoàn kiểm tra theo Quyết định số 45-QĐ/ĐU ngày 05/5/2021");
    let (_, cluster) = paper("CỤM THI ĐUA SỐ 3\nHỘI NÔNG DÂN TỈNH SƠN LA SỐ 5/KH-HND", "V/v họp", "Kính gửi: Các xã\n");
    assert_eq!(number(&cluster), Some("5/KH-HND"));
}

#[test]
fn a_letter_is_no_directive_because_its_office_begins_so() {
    let kind = |number: &str| {
        let (_, document) =
            paper("CỤC THUẾ TỈNH SƠN LA", number, "V/v hóa đơn\nKính gửi: Công ty Ban Mai\n\nCục Thuế trả lời.\n");
        document.kind.unwrap_or_default()
    };
    assert_eq!(kind("Số: 2846/CT-TTHT"), "Công văn");
    assert_eq!(kind("Số:      /CT-TTHT"), "Công văn");
    assert_eq!(kind("Số: 28/CT-UBND"), "Chỉ thị");
    assert_eq!(kind("Số: 28/TTr-NVX"), "Tờ trình");
}

#[test]
fn headings_that_name_no_kind_of_the_decree_are_kinds_too() {
    for (heading, number, kind) in [
        ("BẢN KIỂM ĐIỂM (CÁ NHÂN)", "", "Bản kiểm điểm"),
        ("BÁO CÁO KIỂM ĐIỂM", "Số: 6-BC/CB", "Báo cáo"),
        ("THỎA ƯỚC LAO ĐỘNG TẬP THỂ", "", "Thỏa ước lao động tập thể"),
        ("ĐIỆN KHẨN", "Số 07-Đ/TU", "Điện"),
        ("ĐIỆN", "Số 07-Đ/TU", "Điện"),
        ("HỢP ĐỒNG LAO ĐỘNG", "Số: 6/HĐLĐ", "Hợp đồng"),
        ("ĐƠN ĐỀ NGHỊ", "", "Đơn"),
        ("GIẤY TRIỆU TẬP", "Số 6-GTT/TU", "Giấy triệu tập"),
    ] {
        let (_, document) = paper("TỈNH ỦY SƠN LA", number, &format!("{heading}\n\nCăn cứ Kế hoạch A;\n"));
        assert_eq!(document.kind.as_deref(), Some(kind), "{heading}");
        assert_eq!(document.issuer.as_deref(), Some("Tỉnh ủy Sơn La"), "{heading}");
    }
    let (_, telegram) = paper("TỈNH ỦY SƠN LA", "Số 07-Đ/TU", "ĐIỆN\nvề bão số 3\n\n1. Trực\n");
    assert_eq!((number(&telegram), telegram.subject.as_deref()), (Some("07-Đ/TU"), Some("bão số 3")));
}

#[test]
fn a_plus_joins_the_units_of_a_symbol() {
    let own = |line: &str| number(&paper("TỔNG CÔNG TY BAN MAI", line, "V/v điện\n").1).map(str::to_owned);
    assert_eq!(own("Số: 4417/TCTBM-TC&NS+PC").as_deref(), Some("4417/TCTBM-TC&NS+PC"));
    assert_eq!(own("Số: 4417/TCTBM-TC + PC").as_deref(), Some("4417/TCTBM-TC"));
}

#[test]
fn the_first_line_under_a_kind_is_its_subject_though_it_opens_like_a_ground() {
    let ground = "Thực hiện Kế hoạch B của UBND huyện, UBND xã xây dựng kế hoạch như sau:\nI. A\n";
    let title = "Triển khai thực hiện Chỉ thị A về trồng cây";
    let plan = paper("UBND XÃ MƯỜNG BÚ", "Số: 6/KH-UBND", &format!("KẾ HOẠCH\n{title}\n{ground}"));
    assert_eq!(plan.1.subject.as_deref(), Some(title));
    assert_eq!((zone(&plan, "Chỉ thị A"), zone(&plan, "Kế hoạch B")), (Zone::Title, Zone::Preamble));
    let none =
        paper("UBND XÃ MƯỜNG BÚ", "Số: 6/KH-UBND", &format!("KẾ HOẠCH\nThực hiện Chỉ thị A về trồng cây;\n{ground}"));
    assert_eq!((none.1.subject.as_deref(), zone(&none, "Chỉ thị A")), (None, Zone::Preamble));
}

#[test]
fn a_law_may_print_its_title_on_the_line_of_the_kind() {
    let law = |line: &str| {
        read(&format!(
            "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 7/2031/QH19\n\n{line}\n\nCăn cứ Hiến pháp;\n"
        ))
        .1
    };
    let bees = law("LUẬT NUÔI ONG");
    assert_eq!((bees.kind.as_deref(), bees.subject.as_deref()), (Some("Luật"), Some("NUÔI ONG")));
    assert_eq!((bees.issuer.as_deref(), number(&bees)), (Some("Quốc hội"), Some("7/2031/QH19")));
    assert_eq!(law("HỘI ĐỒNG NUÔI ONG").subject, None);
}

#[test]
fn a_paper_may_print_its_kind_with_its_number_alone() {
    let text = "TÒA ÁN NHÂN DÂN\nHUYỆN MAI SƠN\nBiên bản số: 27/2021/HS-ST\nNgày: 15-6-2021\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nCăn cứ \
                Luật A;\n";
    let (_, minutes) = read(text);
    assert_eq!((number(&minutes), minutes.kind.as_deref()), (Some("27/2021/HS-ST"), Some("Biên bản")));
    assert_eq!(date(&minutes).as_deref(), Some("2021-06-15"));
    let (_, cited) =
        read("Biên bản số: 27/2021/HS-ST ngày 15/6/2021 của Tòa án nhân dân huyện ghi như sau.\nNgày: 16-6-2021\n");
    assert_eq!((number(&cited), date(&cited)), (None, None));
}

#[test]
fn letters_that_a_scan_put_for_digits_are_read_in_dates() {
    let dated = |line: &str| date(&read(&format!("UBND XÃ MƯỜNG BÚ\nSố: 6/KH-UBND\n{line}\nKẾ HOẠCH\ntrồng cây\n")).1);
    assert_eq!(dated("Mường Bú, ngày l9 tháng 7 năm 2022").as_deref(), Some("2022-07-19"));
    assert_eq!(dated("Mường Bú, ngày 25 tháng l2 năm 20l8").as_deref(), Some("2018-12-25"));
    assert_eq!(dated("Mường Bú, ngày 2O tháng 7 năm 2O22").as_deref(), Some("2022-07-20"));
    assert_eq!(dated("Ngày: 15-6-2021").as_deref(), Some("2021-06-15"));
    assert_eq!(dated("Mường Bú, ngày l tháng O năm lO"), None);
}

#[test]
fn a_question_and_its_answer_are_an_article() {
    for text in [
        "Có phải đóng đoàn phí không?\nHỏi: Tôi nghỉ thai sản.\nTrả lời:\nTheo Luật Công đoàn, chị không phải đóng.\n",
        "Hỏi: Tôi có phải đóng đoàn phí?\nTrả lời: Theo Luật Công đoàn, chị không phải đóng.\n",
        "Giải đáp pháp luật: Mức đóng đoàn phí\nTheo Luật Công đoàn, mức đóng là 1%.\n",
    ] {
        let paper = read(text);
        assert_eq!((paper.1.kind.as_deref(), zone(&paper, "Luật Công đoàn")), (Some("Bài viết"), Zone::Body), "{text}");
    }
    let minutes = "Trả lời: đã làm.\nHỏi: còn gì nữa?\nTheo Luật Công đoàn, còn một việc.\n";
    assert_eq!(read(minutes).1.kind, None);
}

#[test]
fn news_begin_with_the_time_of_day() {
    let of = |head: &str, begin: &str| {
        let text = format!(
            "{head}\n{begin}, Huyện ủy tổ chức hội nghị sơ kết một năm thực hiện Chỉ thị số 9-CT/HU về nuôi ong.\nTheo Nghị định \
             số 5/2020/NĐ-CP, các hộ được hỗ trợ.\n"
        );
        read(&text).1.kind
    };
    assert_eq!(of("Sơ kết Chỉ thị về nuôi ong", "Sáng ngày 03/7").as_deref(), Some("Bài viết"));
    assert_eq!(of("# Sơ kết Chỉ thị về nuôi ong\n03/7/2024", "Chiều 3/7").as_deref(), Some("Bài viết"));
    assert_eq!(of("Sơ kết Chỉ thị về nuôi ong.", "Sáng ngày 03/7"), None);
    assert_eq!(of("Sơ kết Chỉ thị về nuôi ong", "Trong tháng 7"), None);
}

#[test]
fn the_findings_of_an_inspection_have_a_heading_of_their_own() {
    let text = "SỞ Y TẾ LONG AN\nTHANH TRA SỞ\nSố: 12/KL-TTr\nLong An, ngày 5 tháng 6 năm 2021\n\nKẾT LUẬN THANH TRA\nViệc nuôi \
                ong tại huyện\n\nThực hiện Quyết định số 5/QĐ-SYT.\n";
    let (_, paper) = read(text);
    assert_eq!(paper.kind.as_deref(), Some("Kết luận"));
    assert_eq!(paper.issuer.as_deref(), Some("Thanh tra Sở Y tế tỉnh Long An"));
    assert_eq!(paper.subject.as_deref(), Some("Việc nuôi ong tại huyện"));
}

#[test]
fn a_youth_committee_that_names_its_union_names_it_once() {
    let text = "ĐOÀN TNCS HỒ CHÍ MINH\nBCH HUYỆN ĐOÀN BÌNH LỤC\n***\nSố: 12-KH/HĐTN\nBình Lục, ngày 5 tháng 6 năm 2021\n\nKẾ HOẠCH\n\
                Tổ chức ngày hội\n\nCăn cứ Luật Thanh niên;\n";
    assert_eq!(read(text).1.issuer.as_deref(), Some("Ban Chấp hành Huyện đoàn Bình Lục"));
}

#[test]
fn the_first_article_begins_the_body_whatever_mark_stands_before_it() {
    let decree = read(
        "NGHỊ ĐỊNH\nvề nuôi ong\n\nCăn cứ Luật A;\nChính phủ ban hành Nghị định sửa đổi việc nuôi ong,\nĐiều 1. Sửa đổi Nghị định B\n",
    );
    assert_eq!(zone(&decree, "Nghị định B"), Zone::Body);
    let cited = read(
        "NGHỊ ĐỊNH\nvề nuôi ong\n\nCăn cứ Luật A,\nĐiều 1 Nghị định B về mật;\nChính phủ quy định:\nĐiều 1. Ong\n",
    );
    assert_eq!(zone(&cited, "Nghị định B"), Zone::Preamble);
}
