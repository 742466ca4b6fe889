//! Numbers, symbols, short forms and lists that are hard to read.

use super::{read, reads, reads_none, shown};

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
fn a_number_whose_year_is_a_slip_is_read_as_written() {
    reads(
        "Thay thế Thông tư số 139/209/TT-BTC ngày 8/7/2009 và Luật Thủy sản số 18/17/QH14 ngày 21/11/2017.",
        &["Thông tư 139/209/TT-BTC (2009-07-08) replaces", "Luật 18/17/QH14 (2017-11-21) replaces"],
    );
    reads_none("Đạt tỷ lệ 12/15/KP; ngày 12/10/2023 họp tổ 5/12/ĐVT.");
}

#[test]
fn a_kind_word_that_a_scan_misread_is_one_before_a_number() {
    reads("Chi theo Thông từ 71/2031/TT-BTC ngày 10/8/2031.", &["Thông tư 71/2031/TT-BTC (2031-08-10) cites"]);
    reads_none("Thông từ này có hiệu lực từ ngày ký.");
}

#[test]
fn the_departments_of_the_state_bank_are_numbered() {
    reads(
        "Bãi bỏ Quyết định số 218/QĐ-NH16 ngày 15/11/1993 và Quyết định số 14/2000/QĐ-NHNN1 ngày 07/01/2000.",
        &["Quyết định 218/QĐ-NH16 (1993-11-15) repeals", "Quyết định 14/2000/QĐ-NHNN1 (2000-01-07) repeals"],
    );
    // The mark of a note.
    reads(
        "Theo Thông tư số 14/2015/TT-NHNN1 và Nghị quyết số 66-NQ/TW1.",
        &["Thông tư 14/2015/TT-NHNN basis", "Nghị quyết 66-NQ/TW basis"],
    );
}

#[test]
fn the_year_behind_a_plan_is_that_of_the_work() {
    reads(
        "Đảng ủy ban hành Kế hoạch thực hiện Chỉ thị số 05-CT/TW năm 2022 như sau.",
        &["Chỉ thị 05-CT/TW implements"],
    );
    // A series of the State begins anew each year.
    reads(
        "Báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND năm 2021 của UBND tỉnh. Nay thực hiện Kế hoạch số 12/KH-UBND ngày 05/5/2022.",
        &["Kế hoạch 12/KH-UBND (2021) [UBND tỉnh] implements", "Kế hoạch 12/KH-UBND (2022-05-05) implements"],
    );
    reads("Theo Hướng dẫn 49/HD-LĐLĐ năm 2025 của LĐLĐ tỉnh.", &["Hướng dẫn 49/HD-LĐLĐ (2025) [LĐLĐ tỉnh] basis"]);
}

#[test]
fn a_list_that_a_page_offers_cites_nothing() {
    reads(
        "- 1Nghị quyết 20-NQ/TW năm 2008 về nuôi ong\n- 2Luật Công đoàn 2012\n\nTheo Kế hoạch số 5/KH-UBND.",
        &["Kế hoạch 5/KH-UBND basis"],
    );
    reads("- Nghị quyết 20-NQ/TW năm 2008 về nuôi ong;", &["Nghị quyết 20-NQ/TW (2008) cites"]);
}

#[test]
fn the_office_in_a_bracket_belongs_to_the_symbol() {
    reads(
        "Trả lời Công văn số 823/PV11(CS) ngày 18/7/2017 của Công an tỉnh Sơn La,",
        &["Công văn 823/PV11(CS) (2017-07-18) [Công an tỉnh Sơn La] responds"],
    );
    reads("Theo Quyết định số 5/QĐ-UBND (Phụ lục I) ngày 18/7/2017.", &["Quyết định 5/QĐ-UBND basis"]);
}

#[test]
fn a_count_of_another_system_takes_up_no_number() {
    let antecedent = |text: &str| read(text).mentions[1].antecedent;
    let text = "Thực hiện Nghị quyết 15-NQ/TW của Bộ Chính trị, thành phố mở rộng theo Nghị quyết 15";
    assert_eq!(antecedent(&format!("{text}.")), Some(1));
    assert_eq!(antecedent(&format!("{text}\ncủa Quốc hội khóa XII.")), None);
}

#[test]
fn a_charter_bears_no_number() {
    reads(
        "Căn cứ Quy định thi hành Điều lệ Đảng số 23-QĐ/TW ngày 31-10-2006;",
        &["Quy định 23-QĐ/TW (2006-10-31) basis"],
    );
    reads(
        "Căn cứ Quy định số 29-QĐ/TW thi hành Điều lệ Đảng;",
        &["Quy định 29-QĐ/TW basis", "Điều lệ Đảng implements <1"],
    );
}

#[test]
fn a_year_may_stand_behind_the_count() {
    reads(
        "Thực hiện Nghị quyết số 19-2031/NQ-CP ngày 06/02/2031 của Chính phủ;",
        &["Nghị quyết 19-2031/NQ-CP (2031-02-06) [Chính phủ] implements"],
    );
    reads_none("Phương án giai đoạn 2026-2030/KP đã xong.");
}

#[test]
fn a_short_name_may_be_glued_where_the_paper_defines_it() {
    reads(
        "Theo Quyết định số 22/2033/QĐ-TTg (sau đây gọi tắt là QĐ22), xã hướng dẫn thực hiện QĐ22. Xe QĐ23 không được vào.",
        &["Quyết định 22/2033/QĐ-TTg basis", "Quyết định 22 guides"],
    );
}

#[test]
fn the_year_of_a_budget_is_none_of_a_law() {
    reads(
        "Lập dự toán ngân sách thực hiện Pháp lệnh ưu đãi người có công với cách mạng năm 2020.",
        &["Pháp lệnh ưu đãi người có công với cách mạng implements"],
    );
    let head =
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM\nSố: 5/LĐLĐ\nHà Nam, ngày 2 tháng 3 năm 2025\n\nKính gửi: Các công đoàn\n\n";
    let of_law = read(&format!("{head}Kinh phí thực hiện Luật Công đoàn năm 2012 do đơn vị chi.")).mentions;
    assert_eq!(of_law.iter().map(shown).collect::<Vec<_>>(), ["Luật Công đoàn (2012) implements"]);
}

#[test]
fn two_numbers_in_a_row_were_given_on_the_day_behind_them() {
    reads(
        "Thực hiện Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2033 của Bộ Chính trị;",
        &[
            "Quyết định 217-QĐ/TW (2033-12-12) [Bộ Chính trị] implements",
            "Quyết định 218-QĐ/TW (2033-12-12) [Bộ Chính trị] implements",
        ],
    );
    reads(
        "Thực hiện Quyết định số 210-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2033 của Bộ Chính trị;",
        &[
            "Quyết định 210-QĐ/TW [Bộ Chính trị] implements",
            "Quyết định 218-QĐ/TW (2033-12-12) [Bộ Chính trị] implements",
        ],
    );
    reads(
        "Thực hiện Nghị quyết 33-NQ/TW; Nghị quyết 23-NQ/TW ngày 16/6/2033 của Bộ Chính trị;",
        &["Nghị quyết 33-NQ/TW implements", "Nghị quyết 23-NQ/TW (2033-06-16) [Bộ Chính trị] implements"],
    );
}

#[test]
fn the_letters_of_the_ministry_of_finance_are_no_kind() {
    reads(
        "Xã đã có ý kiến của Bộ Tài chính (Văn bản số 4773/TC-CSTC ngày 25/5/2001).",
        &["Công văn 4773/TC-CSTC (2001-05-25) [Bộ Tài chính] cites"],
    );
    reads("Xem Thông cáo số 12/TC-UBBC ngày 25/5/2001.", &["Thông cáo 12/TC-UBBC (2001-05-25) cites"]);
}

#[test]
fn a_list_of_one_kind_holds_numbers_that_lost_theirs() {
    reads(
        "Căn cứ các Thông tư của Bộ Xây dựng: số 05/2015/TT-BXD về ong; số 26/2016/BXD về mật;",
        &["Thông tư 05/2015/TT-BXD [Bộ Xây dựng] basis", "Thông tư 26/2016/BXD [Bộ Xây dựng] basis"],
    );
    // No letter has its year in the number, and one of many papers says its own kind.
    reads(
        "Căn cứ các văn bản của Bộ Xây dựng: số 05/TTr-BXD về ong; số 26/BXD-KT về mật;",
        &["Tờ trình 05/TTr-BXD [Bộ Xây dựng] basis", "Công văn 26/BXD-KT [Bộ Xây dựng] basis"],
    );
}
