//! The thirty forms on which a pattern for numbers fails, one test each: what is read, and what is left alone.
//!
//! A reading is written `Kind number (date) [issuer] relation`, with `<n` where another mention is its subject; what the
//! words do not give is left out.

use luocdo::lexicon::Lexicon;
use luocdo::mention::Mention;
use luocdo::record::{Record, examine};
use luocdo::source::Source;

fn read(text: &str) -> Record {
    examine(&Source::memory("form.txt", text), Lexicon::embedded())
}

fn shown(mention: &Mention) -> String {
    let name = mention.number.as_ref().map(|n| n.text.as_str()).or(mention.name.as_deref());
    let kind = mention.kind.as_deref().filter(|kind| !name.unwrap_or_default().starts_with(kind));
    let subject = (mention.subject > 0).then(|| format!("<{}", mention.subject));
    let date = mention.date.map(|date| format!("({date})"));
    let issuer = mention.issuer.as_ref().map(|issuer| format!("[{issuer}]"));
    let relation = format!("{:?}", mention.relation).to_lowercase();
    [kind, name, date.as_deref(), issuer.as_deref(), Some(&relation), subject.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The mentions of a text are exactly these.
#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let found: Vec<String> = read(text).mentions.iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

/// What a directive of one paper is read as: the text stands behind a sentence of its own.
#[track_caller]
fn reads_none(text: &str) {
    reads(&format!("Các đơn vị lưu ý nội dung sau đây.\n{text}"), &[]);
}

#[test]
fn a_law_whose_title_stands_on_the_line_of_the_kind_amends_the_law_that_it_names() {
    let law = |title: &str| {
        let text = format!("QUỐC HỘI\n\nLuật số: 7/2031/QH19\n\n{title}\n\nCăn cứ Hiến pháp;\n");
        let told =
            |mention: &Mention| format!("{} {:?}", mention.name.as_deref().unwrap_or_default(), mention.relation);
        read(&text).mentions.iter().map(|mention| told(mention).to_lowercase()).collect::<Vec<_>>()
    };
    assert_eq!(law("LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THỦY SẢN"), ["luật thủy sản amends", "hiến pháp basis"]);
    assert_eq!(law("LUẬT THỦY SẢN"), ["hiến pháp basis"]);
}

#[test]
fn case_01_one_symbol_of_two_issuers_gives_two_papers() {
    reads(
        "Căn cứ Kế hoạch số 71/KH-LĐLĐ ngày 04/3/2022 của LĐLĐ tỉnh Hà Nam và Kế hoạch số 19/KH-LĐLĐ ngày 15/3/2022 của \
         LĐLĐ huyện Kim Bảng;",
        &[
            "Kế hoạch 71/KH-LĐLĐ (2022-03-04) [LĐLĐ tỉnh Hà Nam] basis",
            "Kế hoạch 19/KH-LĐLĐ (2022-03-15) [LĐLĐ huyện Kim Bảng] basis",
        ],
    );
}

#[test]
fn case_02_tu_is_the_committee_that_is_named() {
    reads(
        "Thực hiện Thông báo số 512-TB/TU ngày 06/6/2023 của Tỉnh ủy Phú Yên và Chỉ thị số 21-CT/TU ngày 10/8/2023 của \
         Thành ủy Tuy Hòa,",
        &[
            "Thông báo 512-TB/TU (2023-06-06) [Tỉnh ủy Phú Yên] implements",
            "Chỉ thị 21-CT/TU (2023-08-10) [Thành ủy Tuy Hòa] implements",
        ],
    );
}

#[test]
fn case_03_a_number_that_comes_again_keeps_its_date() {
    reads(
        "Thực hiện Chỉ thị số 06-CT/TW ngày 07/11/2006 và Chỉ thị số 06-CT/TW ngày 24/6/2021 của Ban Bí thư,",
        &[
            "Chỉ thị 06-CT/TW (2006-11-07) [Ban Bí thư] implements",
            "Chỉ thị 06-CT/TW (2021-06-24) [Ban Bí thư] implements",
        ],
    );
}

#[test]
fn case_04_one_act_is_read_in_each_of_its_spellings() {
    for (written, number) in [
        ("217-QĐ/TW", "217-QĐ/TW"),
        ("217/QĐ-TW", "217/QĐ-TW"),
        ("217 – QĐ/TW", "217-QĐ/TW"),
        ("217/ QĐ-TW", "217/QĐ-TW"),
        ("217 QĐ/TW", "217-QĐ/TW"),
        ("217-QÐ/TW", "217-QĐ/TW"),
    ] {
        reads(&format!("Các cấp ủy theo Quyết định số {written} mà làm."), &[&format!("Quyết định {number} cites")]);
    }
}

#[test]
fn case_05_tw_with_a_horn_is_as_its_issuer_says() {
    reads(
        "Thực hiện Nghị quyết số 10-NQ/TƯ của Ban Chấp hành Trung ương và Kết luận số 445-KL/TƯ của Tỉnh ủy Long An,",
        &[
            "Nghị quyết 10-NQ/TƯ [Ban Chấp hành Trung ương] implements",
            "Kết luận 445-KL/TƯ [Tỉnh ủy Long An] implements",
        ],
    );
}

#[test]
fn case_06_a_symbol_of_several_meanings_is_told_by_its_place() {
    reads(
        "Các phòng theo Chỉ thị số 19/CT-TTg, Công văn số 568/CT-CS, Quyết định số 350/QĐ-CT, Công điện số 21/CĐ-TTg, Công văn số \
         17/CĐN, Thông tri số 04/TT-MTTW-BTT và Quy định số 97-QĐ/TW thì được.",
        &[
            "Chỉ thị 19/CT-TTg cites",
            "Công văn 568/CT-CS cites",
            "Quyết định 350/QĐ-CT cites",
            "Công điện 21/CĐ-TTg cites",
            "Công văn 17/CĐN cites",
            "Thông tri 04/TT-MTTW-BTT cites",
            "Quy định 97-QĐ/TW cites",
        ],
    );
}

#[test]
fn case_07_a_short_form_keeps_the_issuer_beside_it() {
    reads(
        "Các đơn vị nắm Chỉ thị 05 của Bộ Chính trị và Nghị quyết 35 của HĐND tỉnh.",
        &["Chỉ thị 05 [Bộ Chính trị] cites", "Nghị quyết 35 [HĐND tỉnh] cites"],
    );
}

#[test]
fn case_08_a_symbol_against_its_issuer_leaves_both_as_written() {
    reads(
        "Thực hiện Kế hoạch số 153-KH/ĐU ngày 01/2/2022 của Ban Thường vụ Tỉnh ủy Hưng Yên,",
        &["Kế hoạch 153-KH/ĐU (2022-02-01) [Ban Thường vụ Tỉnh ủy Hưng Yên] implements"],
    );
}

#[test]
fn case_09_a_kind_word_against_the_symbol_is_believed_unless_it_says_only_paper() {
    reads(
        "Các phòng theo công văn số 43/HD-CĐN, Kết luận số 59-TB/TW, Thông báo Kết luận số 81-TB/TW và Văn bản số 12-CV/TU thì được.",
        &["Công văn 43/HD-CĐN cites", "Kết luận 59-TB/TW cites", "Thông báo 81-TB/TW cites", "Công văn 12-CV/TU cites"],
    );
}

#[test]
fn case_10_decimals_letters_and_zeros_belong_to_the_number() {
    reads(
        "Các phòng theo Nghị quyết số 66.7/2025/NQ-CP, Nghị quyết số 66.10/2025/NQ-CP, Nghị quyết số 30c/NQ-CP, Quyết định số \
         364a/QĐ-UBND và Kế hoạch số 0125/KH-UBND thì được.",
        &[
            "Nghị quyết 66.7/2025/NQ-CP cites",
            "Nghị quyết 66.10/2025/NQ-CP cites",
            "Nghị quyết 30c/NQ-CP cites",
            "Quyết định 364a/QĐ-UBND cites",
            "Kế hoạch 0125/KH-UBND cites",
        ],
    );
}

#[test]
fn case_11_commas_and_dashes_and_and_stay_in_an_issuers_name() {
    for organ in [
        "Bộ Lao động, Thương binh và Xã hội",
        "Đảng ủy Khối các trường Đại học, Cao đẳng Hà Nội",
        "Ban Tuyên giáo và Dân vận Trung ương",
        "Bộ Chính trị, Ban Bí thư",
    ] {
        reads(
            &format!("Thực hiện Kế hoạch số 15/KH ngày 02/3/2020 của {organ} về công tác thư viện,"),
            &[&format!("Kế hoạch 15/KH (2020-03-02) [{organ}] implements")],
        );
    }
    // What follows a comma may be the sentence that goes on.
    reads(
        "Thực hiện Kế hoạch số 15-KH/TU ngày 02/3/2020 của Tỉnh ủy Sơn La, Ban Tổ chức yêu cầu các chi bộ báo cáo.",
        &["Kế hoạch 15-KH/TU (2020-03-02) [Tỉnh ủy Sơn La] implements"],
    );
}

#[test]
fn case_12_an_issuer_ends_where_a_title_without_about_begins() {
    reads(
        "Thực hiện Hướng dẫn số 120-HD/BTGTW ngày 05/11/2020 của Ban Tuyên giáo Trung ương tuyên truyền kỷ niệm ngày mở \
         đường và Nghị định số 225/2025/NĐ-CP ngày 15/8/2025 quy định chi tiết một số điều,",
        &[
            "Hướng dẫn 120-HD/BTGTW (2020-11-05) [Ban Tuyên giáo Trung ương] implements",
            "Nghị định 225/2025/NĐ-CP (2025-08-15) implements",
        ],
    );
    reads(
        "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ Quy định chi tiết, Quyết định số 12/QĐ-TTg của Thủ tướng Chính phủ Phê \
         duyệt dự toán và Kế hoạch số 5/KH-BXD của Bộ Xây dựng Sửa đổi dự toán.",
        &[
            "Nghị định 30/2020/NĐ-CP [Chính phủ] basis",
            "Quyết định 12/QĐ-TTg [Thủ tướng Chính phủ] basis",
            "Kế hoạch 5/KH-BXD [Bộ Xây dựng] basis",
        ],
    );
    // And stands before a number that it has issued.
    reads(
        "Thủ tướng Chính phủ vừa ký Quyết định số 17/QĐ-TTg; Ủy ban nhân dân tỉnh Hà Nam đã có Công văn số 777/UBND-VX.",
        &[
            "Quyết định 17/QĐ-TTg [Thủ tướng Chính phủ] cites",
            "Công văn 777/UBND-VX [Ủy ban nhân dân tỉnh Hà Nam] cites",
        ],
    );
}

#[test]
fn case_13_the_issuer_behind_an_inner_number_is_the_inner_ones() {
    reads(
        "Thực hiện Hướng dẫn số 44-HD/BTGTU ngày 02/6/2017 về việc thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban \
         Bí thư,",
        &["Hướng dẫn 44-HD/BTGTU (2017-06-02) implements", "Chỉ thị 07-CT/TW (2016-09-05) [Ban Bí thư] implements <1"],
    );
}

#[test]
fn case_14_a_laws_title_may_hold_laws_and_a_list_of_laws_shares_its_kind() {
    reads(
        "Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày \
         22 tháng 11 năm 2019;",
        &[
            "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương \
             (2019-11-22) basis",
            "Luật Tổ chức Chính phủ amends <1",
            "Luật Tổ chức chính quyền địa phương amends <1",
        ],
    );
    reads(
        "Việc này theo Luật số 64/2020/QH14, Luật số 07/2022/QH15 và Luật số 90/2025/QH15.",
        &["Luật 64/2020/QH14 cites", "Luật 07/2022/QH15 cites", "Luật 90/2025/QH15 cites"],
    );
    reads(
        "Căn cứ Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng số 69/2020/QH14 ngày 13/11/2020;",
        &["Luật 69/2020/QH14 (2020-11-13) basis"],
    );
    reads(
        "Căn cứ Luật Kinh doanh bất động sản và hợp đồng số 69/2020/HĐ-CTY ngày 13/11/2020;",
        &["Luật Kinh doanh bất động sản basis"],
    );
}

#[test]
fn case_15_a_number_in_an_organs_name_is_only_cited() {
    reads(
        "Thực hiện Công văn số 59-CV/BCĐ ngày 02/12/2024 của Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW,",
        &["Công văn 59-CV/BCĐ (2024-12-02) [Ban Chỉ đạo Trung ương] implements", "Nghị quyết 18-NQ/TW cites <1"],
    );
    reads("Các đơn vị làm theo Kế hoạch số 130/KH-BCĐTKNQ18.", &["Kế hoạch 130/KH-BCĐTKNQ18 cites"]);
}

#[test]
fn case_16_semicolons_inside_titles_do_not_end_the_list() {
    reads(
        "Triển khai các Nghị quyết của Hội đồng nhân dân tỉnh: số 340/NQ-HĐND ngày 12/7/2025 về đầu tư công; điều chỉnh \
         quy hoạch; 148/NQ-HĐND ngày 30/7/2025 về phí,",
        &[
            "Nghị quyết 340/NQ-HĐND (2025-07-12) [Hội đồng nhân dân tỉnh] implements",
            "Nghị quyết 148/NQ-HĐND (2025-07-30) [Hội đồng nhân dân tỉnh] implements",
        ],
    );
}

#[test]
fn case_17_a_list_shares_symbol_date_and_issuer() {
    reads(
        "Thực hiện các Kết luận số 187, 188- KL/TW ngày 29/8/2025 của Bộ Chính trị,",
        &[
            "Kết luận 187-KL/TW (2025-08-29) [Bộ Chính trị] implements",
            "Kết luận 188-KL/TW (2025-08-29) [Bộ Chính trị] implements",
        ],
    );
    reads(
        "Căn cứ các Quyết định từ số 496/QĐ-TTg đến 521/QĐ-TTg ngày 30/3/2021 của Thủ tướng Chính phủ;",
        &[
            "Quyết định 496/QĐ-TTg (2021-03-30) [Thủ tướng Chính phủ] basis",
            "Quyết định 521/QĐ-TTg (2021-03-30) [Thủ tướng Chính phủ] basis",
        ],
    );
    reads(
        "Thực hiện Kế hoạch số 112/KH-UBND và Kế hoạch số 113/KH-UBND cùng ngày 02/3/2022 của UBND tỉnh,",
        &[
            "Kế hoạch 112/KH-UBND (2022-03-02) [UBND tỉnh] implements",
            "Kế hoạch 113/KH-UBND (2022-03-02) [UBND tỉnh] implements",
        ],
    );
    reads(
        "Quy định này thay thế Quy định số 45-QĐ/TU, ngày 12/01/2018 và Quy định số 46-QĐ/TU cùng ngày của Ban Thường vụ \
         Tỉnh ủy.",
        &[
            "Quy định 45-QĐ/TU (2018-01-12) [Ban Thường vụ Tỉnh ủy] replaces",
            "Quy định 46-QĐ/TU (2018-01-12) [Ban Thường vụ Tỉnh ủy] replaces",
        ],
    );
    reads(
        "Căn cứ các Quyết định của Thủ tướng Chính phủ số 142/2008/QĐ-TTg ngày 27/10/2008 và số 62/2011/QĐ-TTg ngày \
         09/11/2011;",
        &[
            "Quyết định 142/2008/QĐ-TTg (2008-10-27) [Thủ tướng Chính phủ] basis",
            "Quyết định 62/2011/QĐ-TTg (2011-11-09) [Thủ tướng Chính phủ] basis",
        ],
    );
    reads(
        "Trường Mầm non số 2 đã gửi Kế hoạch số 12/KH-MN của Trường Mầm non số 2 Lao Bảo.",
        &["Kế hoạch 12/KH-MN [Trường Mầm non số 2 Lao Bảo] cites"],
    );
}

#[test]
fn case_18_line_ends_may_stand_anywhere() {
    reads(
        "Thực\nhiện Chỉ\nthị số 8008/CT-UBND, Quyết định số\n524/QĐ-TTg và Nghị định số 104/2022/NĐ-\nCP,",
        &["Chỉ thị 8008/CT-UBND implements", "Quyết định 524/QĐ-TTg implements", "Nghị định 104/2022/NĐ-CP implements"],
    );
}

#[test]
fn case_19_heads_of_pages_are_no_papers_and_note_marks_no_digits() {
    reads(
        "Căn cứ Luật Đất đai số 31/2024/QH15 về quản lý\nCÔNG BÁO/Số 302/Ngày 02-06-2026\n15\nvà sử dụng đất;",
        &["Luật 31/2024/QH15 basis"],
    );
    for written in ["TW1 2 ngày 30/4/2025", "TW1 ngày 30/4/2025", "TW[1] ngày 30/4/2025", "TW(2), ngày 30/4/2025 (3)"]
    {
        reads(
            &format!("Thực hiện Nghị quyết số 66-NQ/{written} của Bộ Chính trị,"),
            &["Nghị quyết 66-NQ/TW (2025-04-30) [Bộ Chính trị] implements"],
        );
    }
    reads("Thực hiện Nghị quyết số 66-NQ/TW (2 trang) ngày 30/4/2025,", &["Nghị quyết 66-NQ/TW implements"]);
}

#[test]
fn case_20_a_head_in_two_columns_gives_the_papers_own_number() {
    let text = "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH      ĐẢNG CỘNG SẢN VIỆT NAM\n\
                BAN CHẤP HÀNH TRUNG ƯƠNG\n***\nSố: 367 - QĐ/TWĐTN-VP      Hà Nội, ngày 18 tháng 7 năm 2016\n\n\
                QUYẾT ĐỊNH\nVề trang phục của đoàn viên\n\nĐiều 1. Trang phục là áo xanh.\n";
    let document = read(text).document;
    assert_eq!(document.number.map(|n| n.text).as_deref(), Some("367-QĐ/TWĐTN-VP"));
    assert_eq!(document.date.map(|d| d.to_string()).as_deref(), Some("2016-07-18"));
}

#[test]
fn case_21_without_a_head_the_first_number_is_not_the_papers_own() {
    let record =
        read("Kính gửi: Các phòng\n\nThực hiện Nghị định số 57/2025/NĐ-CP, phòng yêu cầu báo cáo trước 08/11/2025.\n");
    assert_eq!(record.document.number, None);
    assert_eq!(record.mentions.iter().map(shown).collect::<Vec<_>>(), ["Nghị định 57/2025/NĐ-CP implements"]);
}

#[test]
fn case_22_a_blank_number_stays_blank() {
    let record =
        read("CÔNG ĐOÀN NGÀNH Y TẾ\nSố:      /KH-CĐYT\n\nKẾ HOẠCH\nTham quan\n\nCăn cứ Kế hoạch số 72/KH-CĐYT;\n");
    assert_eq!(record.document.number, None);
    assert_eq!(record.mentions.iter().map(shown).collect::<Vec<_>>(), ["Kế hoạch 72/KH-CĐYT basis"]);
}

#[test]
fn case_23_what_the_paper_says_of_itself_is_no_reference() {
    reads_none("Nghị định này có hiệu lực từ ngày ký. Chỉ thị này được phổ biến đến chi bộ.");
    let text = "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSố: 105/KH-UBND\nLào Cai, ngày 08 tháng 4 năm 2026\n\nKẾ HOẠCH\nTrồng rừng\n\n\
                Mỗi xã trồng một rừng.\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 105/KH-UBND ngày 08 tháng 4 năm 2026)\n";
    assert_eq!(read(text).mentions.len(), 0);
}

#[test]
fn case_24_replies_and_proposals_are_no_orders() {
    reads(
        "Trả lời Công văn số 577/CT-NVDT ngày 23/4/2013 của Cục Thuế tỉnh Hà Tĩnh, Sở có ý kiến như sau.",
        &["Công văn 577/CT-NVDT (2013-04-23) [Cục Thuế tỉnh Hà Tĩnh] responds"],
    );
    // Who is written to is not who writes.
    reads(
        "Bộ Tài chính đã báo cáo Thủ tướng Chính phủ tại Công văn số 123/BTC-NSNN.",
        &["Công văn 123/BTC-NSNN cites"],
    );
    reads("Sở Nội vụ trình Ủy ban nhân dân tỉnh Hà Nam tại Tờ trình số 41/TTr-SNV.", &["Tờ trình 41/TTr-SNV cites"]);
    reads(
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 41/TTr-SNV ngày 28/7/2024;",
        &["Tờ trình 41/TTr-SNV (2024-07-28) [Giám đốc Sở Nội vụ] responds"],
    );
}

#[test]
fn case_25_one_paper_may_have_two_parents() {
    reads(
        "Thực hiện Hướng dẫn số 26-HD/BTCTW của Ban Tổ chức Trung ương và Kế hoạch số 34/KH-TLĐ của Tổng Liên đoàn Lao \
         động Việt Nam,",
        &[
            "Hướng dẫn 26-HD/BTCTW [Ban Tổ chức Trung ương] implements",
            "Kế hoạch 34/KH-TLĐ [Tổng Liên đoàn Lao động Việt Nam] implements",
        ],
    );
}

#[test]
fn case_26_a_charter_is_a_source_and_functions_are_none() {
    reads("Căn cứ Điều lệ Công đoàn Việt Nam;", &["Điều lệ Công đoàn Việt Nam basis"]);
    reads_none("Căn cứ chức năng, nhiệm vụ được giao; căn cứ tình hình thực tiễn; các văn bản chỉ đạo của Thủ tướng.");
}

#[test]
fn case_27_a_renamed_organ_stands_as_its_time_called_it() {
    reads(
        "Thực hiện Hướng dẫn số 36-HD/BTGTU của Ban Tuyên giáo Tỉnh ủy (nay là Ban Tuyên giáo và Dân vận Tỉnh ủy),",
        &["Hướng dẫn 36-HD/BTGTU [Ban Tuyên giáo Tỉnh ủy] implements"],
    );
}

#[test]
fn case_28_numbers_of_other_things_are_none() {
    for text in [
        "Điện thoại số 0243.8221.831, tài khoản số 3713.0.1058787.",
        "Địa chỉ: số 159 Pasteur, phường Xuân Hòa.",
        "Kê khai theo Mẫu số 05a/ĐK và mẫu 4a.",
        "Chương trình 135 và Ban Chỉ đạo 35 của huyện.",
        "Tệp G06.01_CV_00021_V1, mã thủ tục 2.001489.",
        "Tỉnh đã ban hành 02 Quyết định, gồm 5 chương, 19 điều.",
        "Theo quyết định số 3677/93 của Tòa Thánh.",
        "Tỷ lệ 24/7, ngày 12/4/2023, tốc độ 60 km/h, sản phẩm theo TCVN 6909:2001.",
        "Làm theo Mẫu số 01/2017 và Hợp đồng số 05/2019.",
    ] {
        reads_none(text);
    }
}

#[test]
fn case_28_a_number_with_its_year_alone_is_one_behind_a_kind_word() {
    let text = "Việc này theo Thông tư liên tịch số 01/2017/TTLT-BCA-BQP ngày 29/12/2017 (sau đây viết tắt là Thông tư liên \
                tịch số 01/2017). Các đơn vị làm đúng Thông tư liên tịch số 01/2017.";
    reads(text, &["Thông tư liên tịch 01/2017/TTLT-BCA-BQP (2017-12-29) cites", "Thông tư liên tịch 01/2017 cites"]);
    assert_eq!(read(text).mentions[1].antecedent, Some(1));
}

#[test]
fn case_29_odd_letters_are_read_as_meant() {
    reads("Căn cứ Ðiều lệ Ðảng;", &["Điều lệ Ðiều lệ Ðảng basis"]);
    reads(
        "Thực hiện Nghị quyết số 26/NQ-MTTW-ÐCT ngày 02/3/2020 của Ðoàn Chủ tịch,",
        &["Nghị quyết 26/NQ-MTTW-ĐCT (2020-03-02) [Ðoàn Chủ tịch] implements"],
    );
    let apart: String = unicode_normalization::UnicodeNormalization::nfd("Căn cứ Luật Công đoàn;").collect();
    reads(&apart, &["Luật Công đoàn basis"]);
}

#[test]
fn case_30_what_was_reworded_by_machine_is_not_guessed() {
    reads_none("Theo phép tắc Thanh tra năm 2010, ngày thứ 7 tháng 08 năm 2017 là hạn.");
}

/// A fuzzer found this: the organ goes on past the colon at which the name of the paper ends.
#[test]
fn a_name_that_a_mark_cuts_does_not_break_the_reading_of_the_rest() {
    reads(
        "Các phường theo Quyết định của Ủy:ban nhân dân Thành phố. Việc này theo Kế hoạch số 12-KH/TU.",
        &["Kế hoạch 12-KH/TU cites"],
    );
}

#[test]
fn a_treaty_ends_before_the_next_act_and_before_a_clause() {
    reads(
        "Việc này theo Công ước Liên hợp quốc về Luật Biển năm 1982.",
        &["Công ước Liên hợp quốc về Luật Biển (1982) cites"],
    );
    let found = read("Việc này theo Công ước CITES và Luật Thủy sản năm 2017.").mentions;
    assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), ["Luật Thủy sản (2017) cites"]);
    reads_none("Tỉnh triển khai Hiệp định EVFTA trong năm 2025.");
}

#[test]
fn a_sentence_about_laws_names_none() {
    reads_none("Luật không áp dụng đối với hợp đồng ký ngày 01/01/2015.");
    reads(
        "Căn cứ Pháp lệnh về phí và lệ phí ngày 28 tháng 8 năm 2001;",
        &["Pháp lệnh về phí và lệ phí (2001-08-28) basis"],
    );
}

#[test]
fn the_same_day_is_that_of_a_paper_and_not_the_year_of_a_law() {
    reads(
        "Xét Tờ trình số 1/TTr-SNV ngày 02/3/2020 (căn cứ Luật Đất đai năm 2013) và Báo cáo số 2/BC-SNV cùng ngày;",
        &[
            "Tờ trình 1/TTr-SNV (2020-03-02) responds",
            "Luật Đất đai (2013) basis <1",
            "Báo cáo 2/BC-SNV (2020-03-02) responds",
        ],
    );
}

#[test]
fn an_issuer_is_read_past_marks_and_without_of() {
    reads(
        "Xét đề nghị của Giám đốc Sở Nông nghiệp & Phát triển nông thôn tại Tờ trình số 5/TTr-SNN ngày 4/5/2022;",
        &["Tờ trình 5/TTr-SNN (2022-05-04) [Giám đốc Sở Nông nghiệp & Phát triển nông thôn] responds"],
    );
    reads(
        "Theo đề nghị của Sở Y tế (cơ quan thường trực) tại Tờ trình số 5/TTr-SYT ngày 4/5/2022, Công văn số 6/SYT-NV ngày 5/5/2022;",
        &["Tờ trình 5/TTr-SYT (2022-05-04) [Sở Y tế] responds", "Công văn 6/SYT-NV (2022-05-05) [Sở Y tế] responds"],
    );
    reads(
        "Căn cứ Thông tư liên tịch số 5/2010/TTLT-BTC-BYT ngày 4/5/2010 giữa Bộ Tài chính và Bộ Y tế hướng dẫn nuôi ong;",
        &["Thông tư liên tịch 5/2010/TTLT-BTC-BYT (2010-05-04) [Bộ Tài chính và Bộ Y tế] basis"],
    );
    reads(
        "Căn cứ Nghị định số 5/2010/NĐ-CP ngày 4/5/2010 Chính phủ quy định về nuôi ong;",
        &["Nghị định 5/2010/NĐ-CP (2010-05-04) [Chính phủ] basis"],
    );
    // Whoever acts under a decree did not issue it.
    reads(
        "Căn cứ Nghị định số 5/2010/NĐ-CP ngày 4/5/2010 Bộ Y tế hướng dẫn nuôi ong;",
        &["Nghị định 5/2010/NĐ-CP (2010-05-04) basis"],
    );
    reads(
        "Căn cứ Quyết định số 5/QĐ-UBND ngày 4/5/2010 của UBND tỉnh ủy quyền cho Sở Y tế;",
        &["Quyết định 5/QĐ-UBND (2010-05-04) [UBND tỉnh] basis"],
    );
    reads(
        "Căn cứ Quy chế làm việc của UBND tỉnh, Chủ tịch UBND tỉnh giao Sở Y tế báo cáo.",
        &["Quy chế làm việc của UBND tỉnh [UBND tỉnh] basis"],
    );
}

#[test]
fn a_symbol_ends_with_its_unit_and_not_with_a_year() {
    reads("Căn cứ Quyết định số 12/1999/QĐ.UB ngày 4/5/1999;", &["Quyết định 12/1999/QĐ.UB (1999-05-04) basis"]);
    reads("Căn cứ Công văn số 41/TTr-NV1 ngày 4/5/2011;", &["Công văn 41/TTr-NV1 (2011-05-04) basis"]);
    reads("Căn cứ Nghị quyết số 41-NQ/TW1 ngày 4/5/2011;", &["Nghị quyết 41-NQ/TW (2011-05-04) basis"]);
    reads("Căn cứ Quyết định 25/QĐ-UBND 2015 về nuôi ong;", &["Quyết định 25/QĐ-UBND basis"]);
    reads("Căn cứ Luật Nuôi ong 7/2031/QH19;", &["Luật 7/2031/QH19 basis"]);
    reads(
        "(Kèm theo Quyết định số 5/QĐ-UBND\nNgày 4 tháng 5 năm 2010 của UBND xã Mường Bú)",
        &["Quyết định 5/QĐ-UBND (2010-05-04) [UBND xã Mường Bú] cites"],
    );
    reads("Căn cứ Quyết định số 5/QĐ-UBND\nNgày 4/5/2010, xã họp.", &["Quyết định 5/QĐ-UBND basis"]);
}

#[test]
fn the_plan_that_an_organ_issues_behind_its_grounds_is_its_own() {
    reads(
        "Thực hiện Kế hoạch số 5/KH-UBND ngày 4/5/2010 của UBND tỉnh, Ủy ban nhân dân huyện Bình Lục ban hành Kế hoạch nuôi ong như sau:",
        &["Kế hoạch 5/KH-UBND (2010-05-04) [UBND tỉnh] implements"],
    );
    reads(
        "Thực hiện Quyết định số 5/QĐ-UBND ngày 4/5/2010 của UBND tỉnh ban hành Kế hoạch nuôi ong vùng cao;",
        &["Quyết định 5/QĐ-UBND (2010-05-04) [UBND tỉnh] implements", "Kế hoạch nuôi ong vùng cao promulgates <1"],
    );
    reads(
        "Thực hiện Quyết định số 5/QĐ-TTg ngày 4/5/2010 của Thủ tướng Chính phủ phê duyệt đề án “Nuôi ong vùng cao”;",
        &[
            "Quyết định 5/QĐ-TTg (2010-05-04) [Thủ tướng Chính phủ] implements",
            "Đề án đề án “Nuôi ong vùng cao” promulgates <1",
        ],
    );
    reads(
        "Thực hiện Quyết định số 5/QĐ-TTg ngày 4/5/2010 của Thủ tướng Chính phủ phê duyệt đề án nuôi ong;",
        &["Quyết định 5/QĐ-TTg (2010-05-04) [Thủ tướng Chính phủ] implements"],
    );
}

#[test]
fn rules_and_minutes_that_are_grounds_are_named_by_their_day() {
    reads(
        "Căn cứ Quy chế hoạt động hội nuôi ong ngày 02 tháng 4 năm 2005;",
        &["Quy chế hoạt động hội nuôi ong (2005-04-02) basis"],
    );
    reads(
        "Căn cứ biên bản Đại hội Hội Nuôi ong quận 8 ngày 14 tháng 6 năm 2006;",
        &["Biên bản biên bản Đại hội Hội Nuôi ong quận 8 (2006-06-14) basis"],
    );
    reads_none("Hội lập biên bản Đại hội ngày 14 tháng 6 năm 2006.");
}

#[test]
fn a_plan_is_named_with_what_it_carries_out() {
    reads(
        "Căn cứ Nghị quyết số 93/NQ-CP ngày 16/4/2025 của Chính phủ ban hành Kế hoạch thực hiện Kết luận số 13-KL/TW ngày 18/3/2025 của Bộ Chính trị;",
        &[
            "Nghị quyết 93/NQ-CP (2025-04-16) [Chính phủ] basis",
            "Kế hoạch thực hiện Kết luận số 13-KL/TW promulgates <1",
            "Kết luận 13-KL/TW (2025-03-18) [Bộ Chính trị] implements <2",
        ],
    );
    // Where the name ends before the verb the two stand apart.
    reads(
        "Căn cứ Quyết định số 93/QĐ-TTg ngày 16/4/2025 của Thủ tướng Chính phủ phê duyệt Chiến lược nuôi ong vùng cao triển khai thực hiện Kết luận số 13-KL/TW;",
        &[
            "Quyết định 93/QĐ-TTg (2025-04-16) [Thủ tướng Chính phủ] basis",
            "Chiến lược nuôi ong vùng cao promulgates <1",
            "Kết luận 13-KL/TW implements <2",
        ],
    );
}

#[test]
fn a_proposal_issues_nothing() {
    reads(
        "Xét Tờ trình số 7/TTr-UBND ngày 29/5/2019 của UBND tỉnh về việc thông qua Chương trình nuôi ong đến năm 2030;",
        &["Tờ trình 7/TTr-UBND (2019-05-29) [UBND tỉnh] responds"],
    );
}

#[test]
fn the_head_of_a_list_tells_whose_all_its_members_are() {
    reads(
        "Căn cứ các Quyết định của Thủ tướng Chính phủ: số 95/QĐ-TTg ngày 01/8/2018 phê duyệt Đề án nuôi ong đến năm 2030; số 74/QĐ-TTg \
         ngày 03/6/2020 về nuôi cá;",
        &[
            "Quyết định 95/QĐ-TTg (2018-08-01) [Thủ tướng Chính phủ] basis",
            "Đề án nuôi ong đến năm 2030 promulgates <1",
            "Quyết định 74/QĐ-TTg (2020-06-03) [Thủ tướng Chính phủ] basis",
        ],
    );
    reads(
        "Thực hiện Nghị quyết số 11/NQ-CP ngày 30/01/2022 của Chính phủ về nuôi ong và triển khai Nghị quyết số 43/2022/QH15 của Quốc hội; \
         các Nghị quyết của HĐND tỉnh: số 34/NQ-HĐND ngày 22/12/2020 về nuôi cá;",
        &[
            "Nghị quyết 11/NQ-CP (2022-01-30) [Chính phủ] implements",
            "Nghị quyết 43/2022/QH15 [Quốc hội] implements <1",
            "Nghị quyết 34/NQ-HĐND (2020-12-22) [HĐND tỉnh] implements",
        ],
    );
}

#[test]
fn a_page_title_that_shortens_the_number_names_the_paper() {
    let page = |number: &str| {
        format!(
            "Nghị quyết {number} phê duyệt mức thu phí\n\nHỘI ĐỒNG NHÂN DÂN\nTỈNH VĨNH LONG\nSố: 39/2003/NQ-HĐND-K6\nVĩnh Long, ngày 09 tháng 01 \
             năm 2003\n\nNGHỊ QUYẾT\nVỀ MỨC THU PHÍ\n\nCăn cứ Luật Nuôi ong;\n"
        )
    };
    reads(&page("39/2003/NQ-HĐND"), &["Luật Nuôi ong basis"]);
    reads(&page("38/2003/NQ-HĐND"), &["Nghị quyết 38/2003/NQ-HĐND cites", "Luật Nuôi ong basis"]);
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

#[test]
fn a_capital_behind_a_count_is_a_documents_only_behind_its_kind() {
    reads_none("Kê khai theo bảng kê số 06D/BK-TNCN; nhà số 12B/KP3.");
    reads("Các phòng theo Công văn số 210A-TC/VP.", &["Công văn 210A-TC/VP cites"]);
}

#[test]
fn numbers_with_their_years_may_be_listed() {
    reads(
        "Các phòng theo Thông tư liên tịch số 01/2017 và số 02/2018.",
        &["Thông tư liên tịch 01/2017 cites", "Thông tư liên tịch 02/2018 cites"],
    );
}

#[test]
fn a_code_of_the_world_is_no_act_of_the_assembly() {
    let found = read("Các đơn vị làm theo Bộ luật Phòng, chống doping thế giới và Bộ luật Lao động.").mentions;
    let issuers: Vec<_> = found.iter().map(|m| m.issuer_full.as_deref()).collect();
    assert_eq!(issuers, [None, Some("Quốc hội")]);
}

#[test]
fn blanks_around_a_dash_do_not_cut_a_number() {
    reads(
        "Các đơn vị làm theo Kế hoạch số 612 - KH/TWĐTN - CNTT ngày 05/01/2026 của Ban Bí thư Trung ương Đoàn; Quyết định \
         số 15 /2020/QĐ – UBND ngày 05/6/2020; Nghị định số 30/2020/NĐ - CP.",
        &[
            "Kế hoạch 612-KH/TWĐTN-CNTT (2026-01-05) [Ban Bí thư Trung ương Đoàn] cites",
            "Quyết định 15/2020/QĐ-UBND (2020-06-05) cites",
            "Nghị định 30/2020/NĐ-CP cites",
        ],
    );
    // What stands behind the dash may be another thing.
    reads(
        "Việc này theo Quyết định số 12/QĐ-UBND - TP Hà Nội và Kế hoạch số 12-KH/TU - Thực hiện ngay.",
        &["Quyết định 12/QĐ-UBND cites", "Kế hoạch 12-KH/TU cites"],
    );
}

#[test]
fn an_issuer_may_stand_between_kind_and_number() {
    let found = read("Thực hiện Quy định của Bộ Chính trị số 366-QĐ/TW, ngày 30/8/2025 về việc này.").mentions;
    assert_eq!(
        found.iter().map(shown).collect::<Vec<_>>(),
        ["Quy định 366-QĐ/TW (2025-08-30) [Bộ Chính trị] implements"]
    );
    assert_eq!(found[0].span.start, "Thực hiện ".len());
    reads("Nộp theo quy định của UBND tỉnh số 12/2020/QĐ-UBND.", &["Quyết định 12/2020/QĐ-UBND cites"]);
}

#[test]
fn a_list_keeps_the_kind_that_heads_it() {
    reads(
        "Thực hiện các Quy định số 21-QĐ/TW và số 22-QĐ/TW, ngày 28/7/2021;",
        &["Quy định 21-QĐ/TW (2021-07-28) implements", "Quy định 22-QĐ/TW (2021-07-28) implements"],
    );
    reads(
        "Thực hiện Kế hoạch số 136/KH-UBND ngày 04/5/2020, 2209/UBND-VHXH ngày 04/6/2020 của UBND tỉnh;",
        &[
            "Kế hoạch 136/KH-UBND (2020-05-04) [UBND tỉnh] implements",
            "Công văn 2209/UBND-VHXH (2020-06-04) [UBND tỉnh] implements",
        ],
    );
    reads(
        "Các xã báo cáo 03 kế hoạch (số 11, 12, 13-KH/HU).",
        &["Kế hoạch 11-KH/HU cites", "Kế hoạch 12-KH/HU cites", "Kế hoạch 13-KH/HU cites"],
    );
}

#[test]
fn a_date_is_that_of_a_number_only_where_it_belongs_to_it() {
    reads("Quán triệt Nghị quyết số 57-NQ/TW\n\nNgày 15/8/2025, Đảng ủy họp.", &["Nghị quyết 57-NQ/TW implements"]);
    reads(
        "Các phòng theo Công văn 14-CV/HU đề ngày 07/6/2021, Công văn 15-CV/HU ký ngày 08/6/2021.",
        &["Công văn 14-CV/HU (2021-06-07) cites", "Công văn 15-CV/HU (2021-06-08) cites"],
    );
    reads(
        "Các phòng theo Pháp lệnh Cựu chiến binh (2005) và Chỉ thị 37-CT/TW (03/9/2014) của Ban Bí thư.",
        &["Pháp lệnh Cựu chiến binh (2005) cites", "Chỉ thị 37-CT/TW (2014-09-03) [Ban Bí thư] cites"],
    );
}

#[test]
fn a_congress_is_known_by_its_tenure_and_by_whose_it_is() {
    let found = read(
        "Thực hiện Nghị quyết Đại hội Đoàn xã nhiệm kỳ 2025 - 2030; Nghị quyết Đại hội đại biểu Đảng bộ huyện, nhiệm kỳ \
         2020-2025; Nghị quyết Đại hội Chi bộ (nhiệm kỳ 2022-2025); Nghị quyết Đại hội nhiệm kỳ 2020-2025; nghị quyết đại \
         hội đảng bộ các cấp nhiệm kỳ 2020-2025.",
    )
    .mentions;
    assert_eq!(
        found.iter().map(|m| m.name.as_deref().unwrap_or_default()).collect::<Vec<_>>(),
        [
            "Nghị quyết Đại hội Đoàn xã nhiệm kỳ 2025 - 2030",
            "Nghị quyết Đại hội đại biểu Đảng bộ huyện, nhiệm kỳ 2020-2025",
            "Nghị quyết Đại hội Chi bộ (nhiệm kỳ 2022-2025)",
        ]
    );
}

#[test]
fn plenums_and_terms_may_be_listed() {
    let names = |text: &str| -> Vec<String> {
        read(text).mentions.into_iter().filter_map(|m| m.name).map(String::from).collect()
    };
    assert_eq!(
        names("Thực hiện Nghị quyết Trung ương 5, 6 và 7 khóa XII;"),
        ["Nghị quyết Trung ương 5", "Nghị quyết Trung ương 6", "Nghị quyết Trung ương 7 khóa XII"]
    );
    assert_eq!(
        names("Thực hiện Nghị quyết Trung ương 4 (khóa XI, XII);"),
        ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"]
    );
    assert_eq!(names("Thực hiện Nghị quyết Trung ương 4 khóa XI, khóa XII;").len(), 2);
    assert_eq!(names("Thực hiện Nghị quyết Trung ương 4 khóa XII, 15 đơn vị;"), ["Nghị quyết Trung ương 4 khóa XII"]);
    assert_eq!(
        names("Thực hiện Kết luận Hội nghị lần thứ 13 của Ban Chấp hành Trung ương Đảng khóa XIII;"),
        ["Kết luận Hội nghị lần thứ 13 của Ban Chấp hành Trung ương Đảng khóa XIII"]
    );
}

#[test]
fn short_forms_may_be_glued_or_bear_a_count_alone() {
    reads(
        "Các phòng theo QĐ1439/QĐ-TLĐ, NQ57-NQ/TW, NĐ 59/2023 và QĐ 217.",
        &[
            "Quyết định 1439/QĐ-TLĐ cites",
            "Nghị quyết 57-NQ/TW cites",
            "Nghị định 59/2023 cites",
            "Quyết định 217 cites",
        ],
    );
    reads_none("Các quyết định khác: QĐ 2020, CV 2021-2022; QĐ 12 người.");
    reads_none("| TT | Tên |\n| TT 20 | KH 2020 | CT 135 |, BCĐTKNQ18 họp.");
}

#[test]
fn slips_of_the_pen_are_read_as_meant() {
    reads(
        "Thực hiên Quyêt định số 1617/QĐ-TLĐ và Nghi định 117/2020/NĐ-CP.",
        &["Quyết định 1617/QĐ-TLĐ implements", "Nghị định 117/2020/NĐ-CP implements"],
    );
}

#[test]
fn an_amending_law_may_give_the_numbers_of_the_laws_that_it_amends() {
    reads(
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15 và Luật Các tổ \
         chức tín dụng số 32/2024/QH15 ngày 29/6/2024;",
        &[
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15 và Luật Các tổ chức \
             tín dụng số 32/2024/QH15 (2024-06-29) basis",
            "Luật 31/2024/QH15 amends <1",
            "Luật 27/2023/QH15 amends <1",
            "Luật 32/2024/QH15 amends <1",
        ],
    );
    // A number that is not known as the law's is the amending law's own.
    reads(
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Hải quan số 42/2005/QH11, Luật Nhà ở số 27/2023/QH15;",
        &["Luật 42/2005/QH11 basis", "Luật Hải quan amends <1", "Luật 27/2023/QH15 basis"],
    );
}

#[test]
fn drafts_discipline_and_standards_are_no_laws() {
    reads_none("Góp ý dự thảo Luật Việc làm (sửa đổi), dự án Luật Nhà giáo.");
    reads_none("KỶ LUẬT LAO ĐỘNG\nQCVN 02: 2009/BYT, tờ khai số 03/TNDN");
    reads(
        "Chủ đầu tư trình dự án. Luật Đấu thầu không đổi; theo dự án, Luật Đất đai được áp dụng.",
        &["Luật Đấu thầu cites", "Luật Đất đai cites"],
    );
    reads(
        "Góp ý dự án Luật sửa đổi, bổ sung một số điều của Luật Đất đai; Luật Nhà giáo.",
        &["Luật Đất đai cites", "Luật Nhà giáo cites"],
    );
}

#[test]
fn what_an_act_issues_may_stand_between_marks() {
    reads(
        "Theo Đề án \"Nông dân số\" ban hành kèm theo Quyết định số 938/QĐ-TTg.",
        &["Đề án \"Nông dân số\" promulgates <2", "Quyết định 938/QĐ-TTg cites"],
    );
    reads("Chương trình, mục tiêu ban hành kèm theo Quyết định số 9/QĐ-TTg.", &["Quyết định 9/QĐ-TTg cites"]);
}

#[test]
fn names_of_organs_are_read_to_their_end() {
    for organ in [
        "Ban Pháp chế HĐND tỉnh",
        "Ban Dân chủ - Giám sát và Phản biện xã hội",
        "Bộ Tư lệnh Quân khu 7",
        "Ủy ban bầu cử tỉnh",
        "Huyện ủy Cư M'gar",
        "Huyện ủy Ea H’Leo",
        "Thường vụ Quân ủy Trung ương",
        "Chi bộ 3",
    ] {
        reads(
            &format!("Các phòng theo Kế hoạch số 5-KH/AB của {organ};"),
            &[&format!("Kế hoạch 5-KH/AB [{organ}] cites")],
        );
    }
    for below in ["Hạ Long, ngày 04 tháng 5 năm 2020", "Thứ bảy, cơ quan nghỉ"] {
        reads(
            &format!("Các phòng theo Hướng dẫn số 1-HD/BTCTW của Ban Tổ chức Trung ương\n{below}"),
            &["Hướng dẫn 1-HD/BTCTW [Ban Tổ chức Trung ương] cites"],
        );
    }
    reads(
        "Các phòng theo Nghị quyết số 5/NQ-HĐND của HĐND tỉnh bầu Chủ tịch;",
        &["Nghị quyết 5/NQ-HĐND [HĐND tỉnh] cites"],
    );
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
fn an_issuer_ends_where_its_name_does() {
    reads(
        "Thực hiện Nghị quyết số 12-NQ/TU ngày 21/5/2021 của Ban Chấp hành Đảng bộ tỉnh\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        &["Nghị quyết 12-NQ/TU (2021-05-21) [Ban Chấp hành Đảng bộ tỉnh] implements"],
    );
    reads(
        "Thực hiện Chỉ thị số 3031/CT-BGDĐT ngày 26/8/2016 của Bộ trưởng Bộ GD&ĐT về nhiệm vụ năm học,",
        &["Chỉ thị 3031/CT-BGDĐT (2016-08-26) [Bộ trưởng Bộ GD&ĐT] implements"],
    );
    reads(
        "Thực hiện Hướng dẫn số 30-HD/BDVTU ngày 26/8/2016 của Ban Dân vận Tỉnh ủy và sự chỉ đạo của Thường trực Thành ủy,",
        &["Hướng dẫn 30-HD/BDVTU (2016-08-26) [Ban Dân vận Tỉnh ủy] implements"],
    );
}

#[test]
fn the_title_of_a_law_holds_its_bracket_and_its_state() {
    reads(
        "Căn cứ Điều 26 Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS) và nhiệm vụ được giao;",
        &["Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS) basis"],
    );
    reads(
        "Trường áp dụng theo Bộ luật Lao động Việt Nam ngày 23 tháng 6 năm 1994.",
        &["Bộ luật Lao động (1994-06-23) cites"],
    );
    reads(
        "Trường áp dụng theo Bộ luật Lao động nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2019 và Luật Giáo dục.",
        &["Bộ luật Lao động (2019) cites", "Luật Giáo dục cites"],
    );
    reads("Trường áp dụng theo Bộ luật Lao động, nước uống cấp theo ca.", &["Bộ luật Lao động cites"]);
    reads(
        "Căn cứ Pháp lệnh về nhiệm vụ cụ thể của Hội đồng nhân dân và Ủy ban nhân dân ngày 3 tháng 7 năm 1996;",
        &["Pháp lệnh về nhiệm vụ cụ thể của Hội đồng nhân dân và Ủy ban nhân dân (1996-07-03) basis"],
    );
}

#[test]
fn a_law_that_begins_its_own_text_is_no_reference() {
    reads("Luật Thủy sản\nCăn cứ Hiến pháp năm 2013;\n", &["Hiến pháp (2013) basis"]);
    reads(
        "Luật Thủy sản quy định việc này.\nCăn cứ Hiến pháp năm 2013;\n",
        &["Luật Thủy sản cites", "Hiến pháp (2013) basis"],
    );
}

#[test]
fn the_organs_between_a_kind_word_and_its_number_are_its_issuer() {
    reads(
        "Chi cục thực hiện theo Thông tư liên tịch Bộ Y tế - Bộ Nông nghiệp và Phát triển nông thôn - Bộ Công Thương số \
         7/2031/TTLT-BYT-BNNPTNT-BCT ngày 9/4/2031.",
        &["Thông tư liên tịch 7/2031/TTLT-BYT-BNNPTNT-BCT (2031-04-09) \
           [Bộ Y tế - Bộ Nông nghiệp và Phát triển nông thôn - Bộ Công Thương] cites"],
    );
    reads(
        "Thông tư do Bộ Y tế và các địa phương cùng góp ý trong năm có số 7/2031/TT-BYT.",
        &["Thông tư 7/2031/TT-BYT cites"],
    );
}

#[test]
fn a_number_whose_year_is_a_slip_is_read_as_written() {
    reads(
        "Thay thế Thông tư số 139/209/TT-BTC ngày 8/7/2009 và Luật Thủy sản số 18/17/QH14 ngày 21/11/2017.",
        &["Thông tư 139/209/TT-BTC (2009-07-08) replaces", "Luật 18/17/QH14 (2017-11-21) replaces"],
    );
    reads_none("Đạt tỷ lệ 12/15/KP; ngày 12/10/2023 họp tổ 5/12/ĐVT.");
}

#[test]
fn a_conclusion_or_agreement_is_told_by_what_it_is_about_and_its_day() {
    reads(
        "Thực hiện Kết luận phiên họp Ban Thường vụ ngày 20/8/2025, Văn phòng báo cáo.",
        &["Kết luận phiên họp Ban Thường vụ (2025-08-20) implements"],
    );
    reads(
        "Căn cứ Kết luận Hội nghị giao ban công tác dân vận ngày 12/6/2025 của Ban Thường vụ Huyện ủy;",
        &["Kết luận Hội nghị giao ban công tác dân vận (2025-06-12) [Ban Thường vụ Huyện ủy] basis"],
    );
    reads(
        "Căn cứ Thỏa thuận số 05/TTh-LĐLĐ ngày 2/3/2024 giữa hai bên; Thực hiện Thỏa thuận hợp tác ngày 2/4/2024;",
        &["Thỏa thuận 05/TTh-LĐLĐ (2024-03-02) basis", "Thỏa thuận hợp tác (2024-04-02) implements"],
    );
    reads_none("Kết luận hội nghị, đồng chí Bí thư nhắc việc. Thỏa thuận về giờ làm thêm từ ngày 2/4/2024.");
}

#[test]
fn the_charter_of_a_named_body_is_a_reference() {
    reads(
        "Căn cứ Điều lệ tổ chức và hoạt động của Công ty TNHH Cấp nước Hòa An;",
        &["Điều lệ tổ chức và hoạt động của Công ty TNHH Cấp nước Hòa An [Công ty TNHH Cấp nước Hòa An] basis"],
    );
    reads(
        "Đại hội tiến hành theo Điều lệ của Hợp tác xã Nông nghiệp Tân Phú năm 2024.",
        &["Điều lệ của Hợp tác xã Nông nghiệp Tân Phú (2024) [Hợp tác xã Nông nghiệp Tân Phú] cites"],
    );
    reads(
        "Căn cứ Điều lệ Tổng công ty Điện lực Hòa An ban hành kèm theo Quyết định số 5/QĐ-UBND;",
        &["Điều lệ Tổng công ty Điện lực Hòa An promulgates <2", "Quyết định 5/QĐ-UBND basis"],
    );
    reads_none("Thực hiện theo Điều lệ Công ty. Xây dựng Điều lệ Công ty cổ phần Chế biến gỗ Bình Minh.");
}

#[test]
fn a_paper_is_told_by_its_title_where_a_rule_of_it_is_cited() {
    reads(
        "Hợp đồng ký theo quy định tại Nghị định về hợp đồng trong hoạt động xây dựng.",
        &["Nghị định về hợp đồng trong hoạt động xây dựng cites"],
    );
    reads(
        "Hồ sơ theo quy định tại Thông tư của Bộ Tài chính quy định về quyết toán dự án hoàn thành.",
        &["Thông tư của Bộ Tài chính quy định về quyết toán dự án hoàn thành [Bộ Tài chính] cites"],
    );
    reads(
        "Báo cáo theo quy định tại Kế hoạch triển khai bộ chỉ số điều hành của UBND Thành phố và Quyết định số 12/QĐ-UBND.",
        &["Kế hoạch triển khai bộ chỉ số điều hành [UBND Thành phố] cites", "Quyết định 12/QĐ-UBND cites"],
    );
    reads(
        "Việc phạt theo quy định của Luật Thủy sản và Nghị định về xử phạt trong lĩnh vực thủy sản.",
        &["Luật Thủy sản cites", "Nghị định về xử phạt trong lĩnh vực thủy sản cites"],
    );
    reads_none("Thông tư của Bộ Tài chính quy định về việc này. Trình Nghị định về hợp đồng xây dựng.");
    reads_none("Áp dụng theo quy định tại các Nghị định về xử phạt vi phạm hành chính.");
}

#[test]
fn what_an_act_issued_is_named_again_where_a_rule_of_it_is_cited() {
    let issued = "Căn cứ Quyết định số 12/QĐ-UBND ngày 5/6/2024 ban hành Quy chế quản lý tài sản công;";
    let first = ["Quyết định 12/QĐ-UBND (2024-06-05) basis", "Quy chế quản lý tài sản công promulgates <1"];
    reads(
        &format!("{issued}\nMức chi theo Điều 5 Quy chế quản lý tài sản công nêu trên."),
        &[&first[..], &["Quy chế quản lý tài sản công cites"]].concat(),
    );
    reads(
        &format!("{issued}\nPhổ biến Quy chế quản lý tài sản công đến cán bộ. Sửa Điều 5 Quy chế quản lý chợ."),
        &first,
    );
}

#[test]
fn the_name_of_what_is_issued_ends_before_whom_the_act_charges() {
    reads(
        "Quyết định số 5/QĐ-UBND ngày 1/1/2024 phê duyệt Đề án xây dựng nhà văn hóa và giao Sở Xây dựng chủ trì.",
        &["Quyết định 5/QĐ-UBND (2024-01-01) cites", "Đề án xây dựng nhà văn hóa promulgates <1"],
    );
    reads(
        "Quyết định số 5/QĐ-UBND ngày 1/1/2024 phê duyệt Đề án quản lý và giao rừng cho hộ dân.",
        &["Quyết định 5/QĐ-UBND (2024-01-01) cites", "Đề án quản lý và giao rừng cho hộ dân promulgates <1"],
    );
    reads(
        "Quyết định số 5/QĐ-UBND ban hành Quy chế tiếp công dân và yêu cầu các đơn vị thực hiện.",
        &["Quyết định 5/QĐ-UBND cites", "Quy chế tiếp công dân promulgates <1"],
    );
    reads(
        "Quyết định số 5/QĐ-UBND phê duyệt Kế hoạch trồng rừng tại Tờ trình số 6/TTr-SNN.",
        &["Quyết định 5/QĐ-UBND cites", "Kế hoạch trồng rừng promulgates <1", "Tờ trình 6/TTr-SNN cites"],
    );
}

#[test]
fn who_gave_an_opinion_in_a_paper_is_its_issuer() {
    reads(
        "Hồ sơ đã được Sở Tài chính thẩm định tại Báo cáo số 77/BC-STC ngày 1/2/2025.",
        &["Báo cáo 77/BC-STC (2025-02-01) [Sở Tài chính] cites"],
    );
    reads("Tổ đã thẩm định tại Báo cáo số 77/BC-STC ngày 1/2/2025.", &["Báo cáo 77/BC-STC (2025-02-01) cites"]);
}

#[test]
fn the_rules_that_a_cited_act_amends_are_named_with_it() {
    reads(
        "Căn cứ Quyết định số 5/QĐ-UBND ngày 1/1/2024 của UBND tỉnh sửa đổi, bổ sung một số điều của Quy chế quản lý chợ;",
        &["Quyết định 5/QĐ-UBND (2024-01-01) [UBND tỉnh] basis", "Quy chế quản lý chợ amends <1"],
    );
    reads(
        "Theo Quyết định số 5/QĐ-UBND, các đơn vị góp ý sửa đổi Quy chế quản lý chợ.",
        &["Quyết định 5/QĐ-UBND basis"],
    );
}

#[test]
fn the_name_of_a_department_keeps_its_comma_and_its_verb() {
    reads(
        "Căn cứ Công văn số 120/A05-P2 ngày 3/4/2025 của Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao về việc họp;",
        &["Công văn 120/A05-P2 (2025-04-03) [Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao] basis"],
    );
    reads(
        "Căn cứ Công văn số 120/TCT-CS ngày 3/4/2025 của Tổng cục Thuế về phòng, chống buôn lậu;",
        &["Công văn 120/TCT-CS (2025-04-03) [Tổng cục Thuế] basis"],
    );
}

#[test]
fn a_congress_may_name_its_body_by_initials() {
    reads(
        "Báo cáo kết quả thực hiện Nghị quyết Đại hội VII CĐĐSVN, nhiệm vụ tới.",
        &["Nghị quyết Đại hội VII CĐĐSVN [Đại hội VII CĐĐSVN] implements"],
    );
    reads(
        "Thực hiện Nghị quyết Đại hội VII UBND xã giao các thôn.",
        &["Nghị quyết Đại hội VII [Đại hội VII] implements"],
    );
}

#[test]
fn the_report_of_a_congress_stands_beside_its_resolution() {
    reads(
        "Trên cơ sở Báo cáo chính trị và Nghị quyết Đại hội Đảng bộ xã lần thứ V, chi bộ họp.",
        &["Báo cáo chính trị basis", "Nghị quyết Đại hội Đảng bộ xã lần thứ V [Đại hội Đảng bộ xã lần thứ V] basis"],
    );
    reads_none("Góp ý Báo cáo chính trị và nghị quyết của chi bộ.");
}

#[test]
fn a_resolution_that_is_being_written_is_no_reference() {
    reads_none("Đại hội cụ thể hóa các chủ trương vào Nghị quyết của Đại hội VIII Công đoàn Việt Nam.");
    reads(
        "Căn cứ vào Nghị quyết Đại hội VIII Công đoàn Việt Nam;",
        &["Nghị quyết Đại hội VIII Công đoàn Việt Nam [Đại hội VIII Công đoàn Việt Nam] basis"],
    );
}

#[test]
fn a_kind_word_that_a_scan_misread_is_one_before_a_number() {
    reads("Chi theo Thông từ 71/2031/TT-BTC ngày 10/8/2031.", &["Thông tư 71/2031/TT-BTC (2031-08-10) cites"]);
    reads_none("Thông từ này có hiệu lực từ ngày ký.");
}

#[test]
fn the_day_of_the_paper_is_not_that_of_a_kind_in_its_subject() {
    let head = "SỞ NỘI VỤ HÀ NAM\nSố: 12/SNV-CCVC\nV/v góp ý Quyết định của UBND tỉnh";
    reads(&format!("{head}\n\nHà Nam, ngày 2 tháng 3 năm 2024\n\nKính gửi: Các sở\n\nĐề nghị góp ý."), &[]);
    reads("Căn cứ Quyết định của UBND tỉnh ngày 2 tháng 3 năm 2024;", &["Quyết định (2024-03-02) [UBND tỉnh] basis"]);
}
