//! Forms that letterheads, letters and articles have in offices, each beside one that only looks like it.

use super::*;

/// A letterhead and what follows it.
fn paper(organs: &str, number: &str, rest: &str) -> (Text, Document) {
    read(&format!("{organs}\n{number}\nSơn La, ngày 8 tháng 2 năm 2022\n{rest}"))
}

/// The issuer that the organs of a letterhead give.
fn issuer(organs: &str, number: &str) -> String {
    let (_, document) = paper(organs, number, "KẾ HOẠCH\ntrồng cây\n\nI. MỤC ĐÍCH\n");
    document.issuer.unwrap_or_default().into()
}

/// The zone of the first place of some words.
fn zone(paper: &(Text, Document), words: &str) -> Zone {
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
    assert_eq!(province, "Hội Liên hiệp Phụ nữ tỉnh Sơn La");
    let district = issuer("HỘI NÔNG DÂN TỈNH SƠN LA\nBAN CHẤP HÀNH HUYỆN MAI SƠN", "Số: 6-KH/HND");
    assert_eq!(district, "Hội Nông dân huyện Mai Sơn");
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
    assert_eq!(read(text).1.issuer.as_deref(), Some("Huyện đoàn Bình Lục"));
}

#[test]
fn a_letterhead_stands_below_the_menus_of_its_page() {
    let paper = "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA\n\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN MAI SƠN\n\nSố: 9 /KH-LĐLĐ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n\
                 Mai Sơn, ngày 8 tháng 2 năm 2022\n\nKẾ HOẠCH\nTổ chức hội thao\n\nThực hiện Kế hoạch số 7/KH-LĐLĐ của LĐLĐ tỉnh, trên cơ sở Kế \
                 hoạch số 8/KH-LĐLĐ, LĐLĐ huyện xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\n";
    for page in [
        "TIN NỔI BẬT\n\n<br> KẾ HOẠCH<br> Tổ chức hội thao <br>\n\n",
        "Đăng nhập\n\nKế hoạch 9/KH-LĐLĐ năm 2022 về tổ chức hội thao cho đoàn viên, người lao động do Liên đoàn Lao động huyện Mai Sơn ban hành.\n\n\
         Số hiệu: 9/KH-LĐLĐ Loại văn bản: Kế hoạch\n\n",
        "",
    ] {
        let plan = read(&format!("{page}{paper}"));
        assert_eq!(plan.1.issuer.as_deref(), Some("Liên đoàn Lao động huyện Mai Sơn"), "{page}");
        assert_eq!((number(&plan.1), date(&plan.1).as_deref()), (Some("9/KH-LĐLĐ"), Some("2022-02-08")), "{page}");
        assert_eq!(plan.1.kind.as_deref(), Some("Kế hoạch"), "{page}");
        assert_eq!((zone(&plan, "7/KH"), zone(&plan, "8/KH")), (Zone::Preamble, Zone::Preamble), "{page}");
    }
    let (_, annexed) = read(
        "UBND XÃ MƯỜNG BÚ\nSố: 6/KH-UBND\nKẾ HOẠCH\ntrồng cây\n\nThực hiện Chỉ thị A, UBND xã xây dựng kế hoạch như sau:\n1. Mục đích\n\n\
         UBND XÃ NÀ ỚT\nSố: 5/TTr-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ TRÌNH\nxin cây\n",
    );
    assert_eq!((number(&annexed), annexed.kind.as_deref()), (Some("6/KH-UBND"), Some("Kế hoạch")));
}

#[test]
fn a_motto_and_a_title_broken_by_a_column_are_still_none_of_the_organs() {
    let (_, plan) = read(
        "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH SƠN LA\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố: 6/KH-LĐLĐ\n|\n\
         Sơn\nLa, ngày 8 tháng 2 năm 2022\n|\nKẾ HOẠCH\nTRỒNG CÂY\nCăn cứ Chỉ thị A;\n",
    );
    assert_eq!(plan.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Sơn La"));
    let (_, rules) = read(
        "BAN\nBÍ THƯ\n-------\n|\nĐẢNG\nCỘNG SẢN VIỆT NAM\n---------\n|\nSố:\n216-QĐ/TW\n|\nHà\nNội, ngày 1 tháng 4 năm 2009\n|\nQUY ĐỊNH (BỔ \
         SUNG)\nVỀ TRỒNG CÂY\n- Căn cứ Điều lệ Đảng;\n",
    );
    assert_eq!((rules.issuer.as_deref(), rules.kind.as_deref()), (Some("Ban Bí thư"), Some("Quy định")));
    let (_, committee) =
        read("BAN CÁN SỰ\nĐẢNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 6-CV/BCSĐ\nV/v trồng cây\n\nKính gửi: Các xã\n");
    assert_eq!(committee.issuer.as_deref(), Some("Ban cán sự đảng"));
}

#[test]
fn a_title_may_open_with_its_kind() {
    let ground = "Căn cứ Chỉ thị A của Huyện ủy;\n\nI. MỤC ĐÍCH\n";
    for (title, kind) in
        [("KẾ HOẠCH TỔ CHỨC ĐẠI HỘI LIÊN ĐỘI", "Kế hoạch"), ("HƯỚNG DẪN CÔNG TÁC TUYÊN TRUYỀN THÁNG 6", "Hướng dẫn")]
    {
        let (_, paper) = read(&format!("{title}\nNăm học 2021 - 2022\n\n{ground}"));
        assert_eq!(paper.kind.as_deref(), Some(kind), "{title}");
        let (_, headed) = read(&format!("LIÊN ĐỘI TRƯỜNG MƯỜNG BÚ\n\nSố:    - KH/LĐ\n\n{title}\n\n{ground}"));
        assert_eq!(headed.kind.as_deref(), Some(kind), "{title}");
    }
    let (_, subject) = read(&format!("QUYẾT ĐỊNH\nPHÊ DUYỆT\n\nKẾ HOẠCH TRỒNG CÂY\n\n{ground}"));
    assert_eq!(subject.kind.as_deref(), Some("Quyết định"));
    assert_eq!(read("KẾ HOẠCH TRỒNG CÂY CỦA XÃ\n\nXã có nhiều cây.\n").1.kind, None);
}

#[test]
fn pages_print_when_they_were_put_out_and_news_their_source() {
    let text = "Công đoàn xã phát động trồng cây theo Kế hoạch số 13/KH-LĐLĐ của Liên đoàn Lao động huyện Mai Sơn về trồng cây, gây rừng, bảo vệ \
                nguồn nước, giữ đất đai và làm đẹp bản làng, thu hút hơn hai trăm đoàn viên, người lao động tham gia.\n";
    for head in [
        "Công đoàn xã trồng cây\n16/06/2022 4:14:PM\n",
        "Tin tức\nCông đoàn xã trồng cây\n03/03/2023 17:11\n",
        "Công đoàn xã trồng cây\nNgày đăng: 17-01-2018 05:31:10\n",
        "Công đoàn xã trồng cây\nLượt xem: 6783\n",
        "Mai Sơn 05/06/2023\nCông đoàn xã trồng cây\nThứ hai, 17/02/2020\n",
        "CTTĐT - ",
        "LTS: ",
    ] {
        let paper = read(&format!("{head}{text}"));
        assert_eq!((paper.1.kind.as_deref(), zone(&paper, "13/KH")), (Some("Bài viết"), Zone::Body), "{head}");
    }
    for head in
        ["Công đoàn xã trồng cây\nHọp lúc 7:30\n", "Công đoàn xã trồng cây\nTỷ lệ 1:250 của năm 2022\n", "III - "]
    {
        assert_eq!(read(&format!("{head}{text}")).1.kind, None, "{head}");
    }
}

#[test]
fn a_unit_below_its_superior_may_be_in_small_letters() {
    let (_, plan) = read(
        "HỘI ĐỒNG ĐỘI HUYỆN MAI SƠN     ĐỘI TNTP HỒ CHÍ MINH\n\nLiên đội trường Tiểu học Mường Bú\n\nKẾ HOẠCH\nTrồng cây\n\nThực hiện \
         Kế hoạch A;\n",
    );
    assert_eq!(plan.issuer.as_deref(), Some("Liên đội Trường Tiểu học Mường Bú"));
}

#[test]
fn an_organ_named_with_the_place_of_issue_is_complete() {
    let ground = "Căn cứ Kế hoạch số 7/KH-BTV của Hội LHPN huyện Mai Sơn về tổ chức hội thao, Ban Thường vụ hướng dẫn như sau:\nI. A\n";
    let (_, guide) = read(&format!(
        "HỘI LIÊN HIỆP PHỤ NỮ HÀ ĐÔNG\n\nBAN THƯỜNG VỤ\n\nSố: 162 /HD-BTV\n\nHà Đông, ngày 15 tháng 12 năm 2015\n\nHƯỚNG \
         DẪN\nhội thao\n\n{ground}"
    ));
    assert_eq!(guide.issuer.as_deref(), Some("Hội Liên hiệp Phụ nữ Hà Đông"));
}

#[test]
fn a_district_may_be_a_number() {
    let dated = |line: &str| date(&read(&format!("BCH ĐOÀN TRƯỜNG\nSố: 6/KH-ĐTN\n{line}\n\nKẾ HOẠCH\ntrồng cây\n")).1);
    assert_eq!(dated("Quận 6, ngày 16 tháng 10 năm 2019").as_deref(), Some("2019-10-16"));
    assert_eq!(dated("Khoản 6, ngày 16 tháng 10 năm 2019"), None);
}

#[test]
fn a_heading_in_capitals_alone_names_no_issuer() {
    let text = "ĐẠI HỘI CHI BỘ TRƯỜNG TIỂU HỌC MƯỜNG BÚ NHIỆM KỲ 2020-2022\n\nTrong không khí thi đua, thực hiện Kế hoạch số 74-KH/ĐU của Đảng \
                ủy xã, sáng ngày 28/02/2020 Chi bộ đã long trọng tổ chức đại hội.\n";
    assert_eq!(read(text).1.issuer, None);
    let headed = "CHI BỘ TRƯỜNG TIỂU HỌC MƯỜNG BÚ\n\nKính gửi: Đảng ủy xã\n\nChi bộ báo cáo như sau:\n1. A\n";
    assert_eq!(read(headed).1.issuer.as_deref(), Some("Chi bộ Trường Tiểu học Mường Bú"));
}

#[test]
fn what_was_held_is_told_by_an_article() {
    let of = |told: &str| {
        let text = format!(
            "Liên đội Mường Bú trồng cây\nThực hiện Kế hoạch số 2/KH-HĐĐ của Hội đồng Đội tỉnh về trồng cây, gây rừng và bảo vệ nguồn nước, \
             Liên đội nhà trường {told}\nCác em vui.\n"
        );
        read(&text).1.kind
    };
    assert_eq!(of("đã tổ chức phát động Tết trồng cây.").as_deref(), Some("Bài viết"));
    assert_eq!(of("xây dựng kế hoạch trồng cây."), None);
    assert_eq!(of("đã tổ chức trồng cây, kết quả như sau:"), None);
}

#[test]
fn a_motto_broken_over_two_lines_is_no_organ() {
    let of = |motto: &str| {
        let text = format!(
            "ỦY\nBAN NHÂN DÂN\nTỈNH LONG AN\n-------\n|\n{motto}\nĐộc lập - Tự do - Hạnh phúc\n-------\n|\nSố:\n12/KH-UBND\n|\nTân\nAn, \
             ngày 5 tháng 6 năm\n2021\n|\nKẾ HOẠCH\nNUÔI ONG\n\nCăn cứ Luật Chăn nuôi;\n"
        );
        let (_, paper) = read(&text);
        let day = date(&paper).unwrap_or_default();
        (paper.issuer.unwrap_or_default().to_string(), day)
    };
    for motto in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI\nCHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XàHỘI CHỦ NGHĨA VIỆT NAM",
    ] {
        assert_eq!(of(motto), ("Ủy ban nhân dân tỉnh Long An".into(), "2021-06-05".into()), "{motto}");
    }
    assert_ne!(of("CỘNG ĐỒNG NUÔI ONG").0, "Ủy ban nhân dân tỉnh Long An");
}

#[test]
fn the_name_of_an_organ_goes_on_below() {
    assert_eq!(issuer("BẢO HIỂM XÃ HỘI\nVIỆT NAM", "Số: 6/KH-BHXH"), "Bảo hiểm xã hội Việt Nam");
    assert_eq!(issuer("BẢO HIỂM XÃ HỘI\nTỈNH SƠN LA", "Số: 6/KH-BHXH"), "Bảo hiểm xã hội tỉnh Sơn La");
    // The second line was lost; the symbol is that of one organ.
    assert_eq!(issuer("VIỆN KIỂM SÁT NHÂN DÂN", "Số: 6/KH-VKSTC"), "Viện kiểm sát nhân dân tối cao");
    assert_eq!(issuer("VIỆN KIỂM SÁT NHÂN DÂN", "Số: 6/KH-VKS"), "Viện kiểm sát nhân dân tỉnh Sơn La");
}

#[test]
fn a_letterhead_below_what_a_page_prints_is_the_papers() {
    let letterhead = "ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 612/QĐ-UBND |\nVĩnh Long, ngày 05 tháng 3 năm \
                      2020 |\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Chăn nuôi;\nQUYẾT ĐỊNH:\nĐiều 1. Nuôi ong.\n";
    let table = "Quyết định 612/QĐ-UBND năm 2020 phê duyệt quy trình nội bộ giải quyết thủ tục nuôi ong thuộc thẩm quyền của Sở Nông nghiệp \
                 và Phát triển nông thôn tỉnh Vĩnh Long\nSố hiệu: | 612/QĐ-UBND | Loại văn bản: | Quyết định |\nNgày ban hành: | 05/03/2020 |\n";
    let (_, paper) = read(&format!("{table}{letterhead}"));
    assert_eq!(
        (number(&paper), paper.kind.as_deref(), paper.issuer.as_deref(), date(&paper).as_deref()),
        (Some("612/QĐ-UBND"), Some("Quyết định"), Some("Ủy ban nhân dân tỉnh Vĩnh Long"), Some("2020-03-05"))
    );
    // A form at the end of an article is not its letterhead.
    let article =
        format!("Nuôi ong thế nào?\n{}\n{letterhead}", "Người nuôi ong làm đơn theo mẫu dưới đây.\n".repeat(200));
    assert_eq!(number(&read(&article).1), None);
}

#[test]
fn a_numbered_ward_is_a_place() {
    let text = "ỦY BAN NHÂN DÂN QUẬN 8\nSố: 27/2006/QĐ-UBND\nQuận 8, ngày 08 tháng 08 năm 2006\n\nQUYẾT ĐỊNH\nVề nuôi ong\n\nCăn cứ Luật Thú y;\n";
    assert_eq!(date(&read(text).1).as_deref(), Some("2006-08-08"));
    let (_, paper) = read(&text.replace("Quận 8, ngày", "Mục 8, ngày"));
    assert_eq!(paper.place.as_deref(), None);
}

#[test]
fn a_title_of_one_line_says_kind_and_maker() {
    let of = |title: &str| {
        let text = format!(
            "ỦY BAN NHÂN DÂN TỈNH LONG AN\nSố: 12/UB\nTân An, ngày 5 tháng 6 năm 1995\n\n{title}\nVề nuôi ong\n\nCăn cứ Luật Thú y;\n"
        );
        read(&text).1.kind.unwrap_or_default()
    };
    assert_eq!(of("QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH LONG AN"), "Quyết định");
    assert_eq!(of("NHỮNG QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH"), "Công văn");
}

#[test]
fn a_plan_of_action_is_a_plan() {
    let text = "KẾ HOẠCH HÀNH ĐỘNG\nTHỰC HIỆN LUẬT CHĂN NUÔI\nCăn cứ Luật Thú y;\nUỷ ban nhân dân tỉnh Long An xây dựng Kế hoạch như sau:\n\
                1. Nuôi ong.\n";
    let (_, paper) = read(text);
    assert_eq!(
        (paper.kind.as_deref(), paper.issuer.as_deref()),
        (Some("Kế hoạch"), Some("Ủy ban nhân dân tỉnh Long An"))
    );
}

#[test]
fn a_day_below_a_heading_is_when_a_page_was_put_out() {
    let of = |day: &str| {
        let text = format!(
            "Sở Y tế xin ý kiến về nuôi ong\n{day}\nThực hiện văn bản số 14/UBND-CN, Sở Y tế xin ý kiến các huyện.\n"
        );
        read(&text).1.kind
    };
    assert_eq!(of("24/03/2022").as_deref(), Some("Bài viết"));
    assert_eq!(of("24/03/2022 là hạn cuối").as_deref(), None);
}
