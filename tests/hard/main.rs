//! The thirty forms on which a pattern for numbers fails, one test each, and what else is hard, by what it is about: what is read,
//! and what is left alone.
//!
//! A reading is written `Kind number (date) [issuer] relation`, with `<n` where another mention is its subject; what the
//! words do not give is left out.

mod issuers;
mod letterheads;
mod named;
mod numbers;
mod pages;

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
