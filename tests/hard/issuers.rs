//! Whose paper a reference names, where that is hard to tell.

use super::{read, reads, shown};

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
fn who_gave_an_opinion_in_a_paper_is_its_issuer() {
    reads(
        "Hồ sơ đã được Sở Tài chính thẩm định tại Báo cáo số 77/BC-STC ngày 1/2/2025.",
        &["Báo cáo 77/BC-STC (2025-02-01) [Sở Tài chính] cites"],
    );
    reads("Tổ đã thẩm định tại Báo cáo số 77/BC-STC ngày 1/2/2025.", &["Báo cáo 77/BC-STC (2025-02-01) cites"]);
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
fn an_organ_that_is_whole_goes_on_with_another_alone() {
    reads(
        "Việc học tập Chỉ thị 33-CT/TW của Bộ Chính trị và biểu dương khen thưởng được tiến hành hằng năm.",
        &["Chỉ thị 33-CT/TW [Bộ Chính trị] implements"],
    );
    reads(
        "Việc học tập Chỉ thị 33-CT/TW của Bộ Chính trị và Ban Bí thư được tiến hành hằng năm.",
        &["Chỉ thị 33-CT/TW [Bộ Chính trị và Ban Bí thư] implements"],
    );
    reads(
        "Xét đề nghị của Sở Nông nghiệp & PTNT tại Tờ trình số 5/TTr-SNN ngày 4/5/2022;",
        &["Tờ trình 5/TTr-SNN (2022-05-04) [Sở Nông nghiệp & PTNT] responds"],
    );
}

#[test]
fn the_task_that_an_office_is_named_by_is_no_paper() {
    reads(
        "Theo Công văn của Sở Kế hoạch và Đầu tư số 99/SKHĐT-TH ngày 4/5/2022.",
        &["Công văn 99/SKHĐT-TH (2022-05-04) [Sở Kế hoạch và Đầu tư] basis"],
    );
    reads(
        "Căn cứ Thông tư liên tịch Bộ Kế hoạch & Đầu tư và Bộ Tài chính số 01/2003/TTLT/BKH-BTC ngày 06/01/2003;",
        &["Thông tư liên tịch 01/2003/TTLT/BKH-BTC (2003-01-06) [Bộ Kế hoạch & Đầu tư và Bộ Tài chính] basis"],
    );
    reads("Theo báo cáo của lãnh đạo Sở\n\nKế hoạch số 45/KH-SNV đã xong.", &["Kế hoạch 45/KH-SNV basis"]);
    reads("Việc này giao Trưởng Ban Kế hoạch số 45/KH-BCĐ.", &["Kế hoạch 45/KH-BCĐ cites"]);
    reads("Toàn bộ Kế hoạch số 12/KH-UBND được sửa lại.", &["Kế hoạch 12/KH-UBND cites"]);
    reads("Theo ý kiến của Bộ Tài chính, Kế hoạch số 12/KH-BTC.", &["Kế hoạch 12/KH-BTC basis"]);
}

#[test]
fn an_organ_may_stand_before_a_number_of_the_old_form() {
    reads(
        "Thay thế Nghị định của Hội đồng Chính phủ số 172-CP ngày 01/11/1973.",
        &["Nghị định 172-CP (1973-11-01) [Hội đồng Chính phủ] replaces"],
    );
    reads(
        "Căn cứ Nghị quyết Hội nghị lần thứ chín Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam (khóa XII) số 12/NQ-BCH ngày 16 tháng 7 \
         năm 2021;",
        &[
            "Nghị quyết 12/NQ-BCH (2021-07-16) [Hội nghị lần thứ chín Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam] basis",
        ],
    );
    reads(
        "Thay thế Chỉ thị của Chủ tịch Hội đồng Bộ trưởng số 202-CT ngày 28/6/1991.",
        &["Chỉ thị 202-CT (1991-06-28) [Chủ tịch Hội đồng Bộ trưởng] replaces"],
    );
    // The number of a school is no paper's.
    reads(
        "Theo Quyết định của Trường Tiểu học số 2 ngày 03/4/2020.",
        &["Quyết định (2020-04-03) [Trường Tiểu học số 2] basis"],
    );
}

#[test]
fn a_list_shares_its_organ_over_semicolons_where_the_symbols_agree() {
    reads(
        "Thực hiện Kế hoạch số 81-KH/ĐUK ngày 15/8/2019; Hướng dẫn số 23-HD/ĐUK ngày 28/11/2019 của Đảng ủy Khối các cơ quan tỉnh,",
        &[
            "Kế hoạch 81-KH/ĐUK (2019-08-15) [Đảng ủy Khối các cơ quan tỉnh] implements",
            "Hướng dẫn 23-HD/ĐUK (2019-11-28) [Đảng ủy Khối các cơ quan tỉnh] implements",
        ],
    );
    reads(
        "Thực hiện Kế hoạch số 81-KH/TU ngày 15/8/2019; Hướng dẫn số 23-HD/ĐUK ngày 28/11/2019 của Đảng ủy Khối các cơ quan tỉnh,",
        &[
            "Kế hoạch 81-KH/TU (2019-08-15) implements",
            "Hướng dẫn 23-HD/ĐUK (2019-11-28) [Đảng ủy Khối các cơ quan tỉnh] implements",
        ],
    );
}

#[test]
fn a_heading_above_a_paragraph_is_no_part_of_the_organ_that_it_begins_with() {
    reads(
        "Đại hội Đảng bộ huyện lần thứ II\n\nĐảng ủy xã Hòa An đã ban hành Hướng dẫn số 837-HD/ĐU về nuôi ong.",
        &["Hướng dẫn 837-HD/ĐU [Đảng ủy xã Hòa An] cites"],
    );
}

#[test]
fn a_title_in_capitals_is_no_part_of_the_organ_before_it() {
    for (title, place) in [("Dự thảo Nghị quyết", ""), ("Về nuôi ong", ""), ("Tăng cường nuôi ong", " Hà Giang")]
    {
        reads(
            &format!("Xét Tờ trình số 64/TTr-UBND ngày 4/5/2022 của Ủy ban nhân dân tỉnh{place} {title};"),
            &[&format!("Tờ trình 64/TTr-UBND (2022-05-04) [Ủy ban nhân dân tỉnh{place}] responds")],
        );
    }
    reads(
        "Xét Tờ trình số 64/TTr-UBND ngày 4/5/2022 của Ủy ban nhân dân huyện Tân Uyên - Trưởng nhóm nuôi ong;",
        &["Tờ trình 64/TTr-UBND (2022-05-04) [Ủy ban nhân dân huyện Tân Uyên] responds"],
    );
}

#[test]
fn a_committee_of_the_party_may_have_both_words_in_capitals() {
    reads(
        "Ngày 23/8/2017, Tỉnh Ủy Thừa Thiên Huế đã ban hành Chương trình số 27-CTr/TU.",
        &["Chương trình 27-CTr/TU [Tỉnh Ủy Thừa Thiên Huế] cites"],
    );
    reads("Theo ý kiến của Ủy ban Kiểm tra, Kế hoạch số 5-KH/UBKTTU.", &["Kế hoạch 5-KH/UBKTTU basis"]);
}

#[test]
fn the_name_of_the_capital_is_not_cut_by_a_kind_word() {
    reads(
        "Căn cứ Quyết định số 12/2011/QĐ-UBND của Ủy ban nhân dân thành phố Hà Nội quy định về nuôi ong;",
        &["Quyết định 12/2011/QĐ-UBND [Ủy ban nhân dân thành phố Hà Nội] basis"],
    );
}

#[test]
fn an_organ_ends_before_a_report_and_before_the_next_line() {
    let issuer = |text: &str| read(text).mentions[0].issuer.clone();
    let text = "Xét Tờ trình số 25/TTr-UBND của Ủy ban nhân dân tỉnh và báo cáo thẩm định của Sở Tư pháp;";
    assert_eq!(issuer(text).as_deref(), Some("Ủy ban nhân dân tỉnh"));
    for line in ["Kính gửi: các xã", "Nơi nhận: như trên", "Để thực hiện, Sở đề nghị"] {
        let text = format!("V/v triển khai Quyết định số 25/2018/QĐ-UBND của UBND tỉnh\n{line}\n");
        assert_eq!(issuer(&text).as_deref(), Some("UBND tỉnh"), "{line}");
    }
    let torn = "Theo Quyết định số 25/2018/QĐ-UBND của UBND tỉnh\nQuảng Trị về nuôi ong.";
    assert_eq!(issuer(torn).as_deref(), Some("UBND tỉnh Quảng Trị"));
}

#[test]
fn an_organ_stands_behind_a_bracket_and_ends_before_a_rule_of_the_next_paper() {
    reads(
        "Căn cứ Thông tư số 103/2014/TT-BTC (có hiệu lực từ ngày 01/10/2014) của Bộ Tài chính hướng dẫn thuế;",
        &["Thông tư 103/2014/TT-BTC [Bộ Tài chính] basis"],
    );
    reads(
        "Thi hành Điều 2 Quyết định số 31-QĐ/TW của Bộ Chính trị và Điều 5 Quyết định số 91-QĐ/TW của Ban Bí thư, Văn phòng đề nghị:",
        &["Quyết định 31-QĐ/TW [Bộ Chính trị] implements", "Quyết định 91-QĐ/TW [Ban Bí thư] implements"],
    );
}

#[test]
fn who_issued_a_paper_and_when_may_stand_behind_its_title() {
    reads(
        "Hướng dẫn liên tịch số 87/2006/HDLT-ĐTN-TDTT về trồng cây do Trung ương Đoàn TNCS Hồ Chí Minh và Ủy ban Thể dục - Thể thao ban hành ngày 24 tháng 11 năm 2006.",
        &[
            "Hướng dẫn liên tịch 87/2006/HDLT-ĐTN-TDTT (2006-11-24) [Trung ương Đoàn TNCS Hồ Chí Minh và Ủy ban Thể dục - Thể thao] cites",
        ],
    );
    // Another paper between them is what was issued.
    reads(
        "Kế hoạch số 5/KH-UBND về trồng cây theo Đề án số 6/ĐA-SNN do Sở Nông nghiệp ban hành ngày 24 tháng 11 năm 2006.",
        &["Kế hoạch 5/KH-UBND cites", "Đề án 6/ĐA-SNN (2006-11-24) [Sở Nông nghiệp] cites <1"],
    );
}

#[test]
fn unions_of_young_people_are_written_in_several_ways() {
    let reads_issuer = |words: &str, issuer: &str| {
        reads(
            &format!("Căn cứ Kế hoạch số 11/KH-ABC của {words} về trồng cây;"),
            &[&format!("Kế hoạch 11/KH-ABC [{issuer}] basis")],
        );
    };
    reads_issuer("Tỉnh Đoàn Thái Nguyên", "Tỉnh Đoàn Thái Nguyên");
    reads_issuer("Hội Cựu thanh niên xung phong huyện Chương Mỹ", "Hội Cựu thanh niên xung phong huyện Chương Mỹ");
    reads_issuer("Công đoàn nghành Giáo dục tỉnh Sóc Trăng", "Công đoàn nghành Giáo dục tỉnh Sóc Trăng");
    reads_issuer("Đoàn thanh niên xung kích làm", "Đoàn thanh niên");
}

#[test]
fn the_part_that_is_cited_may_stand_before_the_organ() {
    let record = read("Thi hành Điều 2 Quyết định của Bộ Chính trị số 31-QĐ/TW, ngày 01/10/1997 về ong;");
    assert_eq!(record.mentions[0].provision.as_deref(), Some("Điều 2"));
    let list = read("Thi hành Điều 2 các Quyết định của Bộ Chính trị: số 31-QĐ/TW, số 32-QĐ/TW;");
    assert!(list.mentions.iter().all(|mention| mention.provision.is_none()));
}
