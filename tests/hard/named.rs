//! Papers given by name, title, matter or day: what is one, and where its name ends.

use super::{read, reads, reads_none, shown};

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
fn a_code_of_the_world_is_no_act_of_the_assembly() {
    let found = read("Các đơn vị làm theo Bộ luật Phòng, chống doping thế giới và Bộ luật Lao động.").mentions;
    let issuers: Vec<_> = found.iter().map(|m| m.issuer_full.as_deref()).collect();
    assert_eq!(issuers, [None, Some("Quốc hội")]);
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
fn the_day_on_which_a_law_was_passed_is_its_day() {
    reads(
        "Căn cứ Luật Thủy sản đã được Quốc hội khóa XI thông qua ngày 26 tháng 11 năm 2003;",
        &["Luật Thủy sản (2003-11-26) basis"],
    );
    reads("Căn cứ Luật Thủy sản; dự toán được thông qua ngày 26/11/2003;", &["Luật Thủy sản basis"]);
    // The day of another.
    let first = |text: &str| read(text).mentions.first().map(shown);
    for text in [
        "Căn cứ Luật Thủy sản được sửa đổi bởi Luật số 13/2008/QH12 thông qua ngày 03/6/2008;",
        "Căn cứ Luật Thủy sản do Bộ Nông nghiệp soạn thảo sau khi Luật Đất đai thông qua ngày 18/01/2024;",
        "Căn cứ Luật Thủy sản được Nghị quyết Đại hội XIII thông qua ngày 03/12/2023 nhắc tới;",
    ] {
        assert_eq!(first(text).as_deref(), Some("Luật Thủy sản basis"), "{text}");
    }
}

#[test]
fn what_is_only_supposed_is_no_paper() {
    reads_none("Khi có Nghị quyết của Quốc hội về chia tách huyện, tỉnh sẽ báo cáo.");
    reads_none("Nếu có Quyết định của Thủ tướng Chính phủ về khu kinh tế thì phải lập lại quy hoạch.");
    for there in ["Sau khi", "Từ khi", "Ngay khi"] {
        reads(
            &format!("{there} có Quyết định của Thủ tướng Chính phủ về khu kinh tế Hòa An; tỉnh đã lập ban quản lý."),
            &["Quyết định của Thủ tướng Chính phủ về khu kinh tế Hòa An [Thủ tướng Chính phủ] cites"],
        );
    }
}

#[test]
fn the_rules_of_several_bodies_end_with_the_term() {
    reads(
        "Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư khoá IX;",
        &[
            "Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư khoá IX [Ban Chấp hành Trung ương, Bộ Chính trị, \
             Ban Bí thư] basis",
        ],
    );
}

#[test]
fn a_title_ends_before_the_paper_speaks_and_before_the_next_act() {
    let title = |text: &str| {
        let text = format!(
            "CỤC THUẾ TỈNH SƠN LA\nSố: 15/CT-TTHT\nSơn La, ngày 24 tháng 12 năm 2015\nV/v nuôi ong\n\nKính gửi: Công ty Hòa An\n\nTrả lời Công văn \
             số 5/CV-HA ngày 4/5/2015 của Công ty Hòa An về thuế đối với mật ong{text}\n"
        );
        read(&text).mentions[0].title.as_deref().map(str::to_owned)
    };
    for rest in [
        ", Cục Thuế tỉnh Sơn La có ý kiến như sau:",
        " (sau đây gọi là Công văn 5) và Công văn số 6/CV-HA, Cục Thuế trả lời.",
        " nêu vướng mắc của công ty.",
        ", có hiệu lực từ ngày 5/5/2015.",
        "; Công văn số 6/CV-HA về sáp ong, Cục Thuế trả lời.",
    ] {
        assert_eq!(title(rest).as_deref(), Some("thuế đối với mật ong"), "{rest}");
    }
    assert_eq!(title(" và sáp ong (nguyên chất).").as_deref(), Some("thuế đối với mật ong và sáp ong (nguyên chất)"));
}

#[test]
fn a_name_ends_before_the_organ_that_acts() {
    reads(
        "Thực hiện Quyết định số 23/QĐ-UBND ngày 13/01/2023 của UBND huyện ban hành Kế hoạch nuôi ong năm 2023, Ban Chỉ đạo chuyển đổi số huyện \
         ban hành kế hoạch hoạt động.",
        &["Quyết định 23/QĐ-UBND (2023-01-13) [UBND huyện] implements", "Kế hoạch nuôi ong năm 2023 promulgates <1"],
    );
    // Organs of the name, whatever is said of them.
    for name in [
        "Quy chế phối hợp giữa Sở Nội vụ, Công an tỉnh trong xây dựng lực lượng",
        "Quy chế hoạt động của Hội đồng nhân dân, Ủy ban nhân dân trong ban hành văn bản",
    ] {
        let text = format!("Theo Quyết định số 15/QĐ-UBND ngày 5/5/2021 của UBND tỉnh ban hành {name}.");
        assert_eq!(read(&text).mentions[1].name.as_deref(), Some(name));
    }
}

#[test]
fn a_new_law_is_none_that_was_named_before() {
    let rule = |text: &str| read(text).mentions.last().map(|mention| mention.rule);
    assert_eq!(rule("Nay Luật Tổ chức Chính phủ mới đã được ban hành."), Some("new-law-by-name"));
    assert_eq!(rule("Nay Luật Tổ chức Chính phủ đã được ban hành."), Some("law-by-name"));
    assert_eq!(rule("Nay Luật Tổ chức Chính phủ năm 2015 mới được ban hành."), Some("law-by-name"));
}

#[test]
fn the_title_of_a_law_may_be_abbreviated() {
    reads(
        "Căn cứ Luật Ban hành VBQPPL năm 2015; Luật Tổ chức CQĐP ngày 19/6/2015; Luật PCCC và CNCH năm 2024;",
        &[
            "Luật Ban hành VBQPPL (2015) basis",
            "Luật Tổ chức CQĐP (2015-06-19) basis",
            "Luật PCCC và CNCH (2024) basis",
        ],
    );
    reads_none("Việc ban hành VBQPPL và công tác CNCH trong năm 2015 còn chậm.");
}

#[test]
fn a_charter_may_be_told_by_its_term() {
    reads("Xem khoản 3, Điều 7, Điều lệ khóa XI.", &["Điều lệ khóa XI cites"]);
    reads_none("Vốn Điều lệ khóa này không đổi.");
}

#[test]
fn every_ground_of_a_list_may_be_rules_or_a_charter() {
    let rules = "Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh";
    for first in ["Điều lệ Đảng và", "Điều lệ Đảng,", "Kế hoạch số 1-KH/TU;"] {
        let found = read(&format!("- Căn cứ {first} {rules};")).mentions;
        assert_eq!(
            found.last().map(|m| (m.name.as_deref(), m.relation.code())),
            Some((Some(rules), "basis")),
            "{first}"
        );
    }
    reads("Căn cứ điều lệ Công đoàn Việt Nam;", &["Điều lệ điều lệ Công đoàn Việt Nam basis"]);
    reads(
        "Căn cứ Kế hoạch số 1-KH/TU và điều lệ Công đoàn Việt Nam;",
        &["Kế hoạch 1-KH/TU basis", "Điều lệ điều lệ Công đoàn Việt Nam basis"],
    );
    reads_none("Chi bộ ban hành Kế hoạch, quy chế làm việc của chi bộ.");
    reads_none("Căn cứ điều lệ của câu lạc bộ, các hội viên đóng góp.");
}

#[test]
fn what_is_quoted_inside_a_name_does_not_end_it() {
    reads(
        "Căn cứ Quyết định số 155/QĐ-TWH ban hành Quy định xét danh hiệu “Hội viên tốt” và tập thể “Chi hội tốt” cấp tỉnh;",
        &[
            "Quyết định 155/QĐ-TWH basis",
            "Quy định xét danh hiệu “Hội viên tốt” và tập thể “Chi hội tốt” cấp tỉnh promulgates <1",
        ],
    );
    reads(
        "Căn cứ Quyết định số 155/QĐ-TWH phê duyệt “Chiến lược nuôi ong vùng cao” trên địa bàn;",
        &["Quyết định 155/QĐ-TWH basis", "Chiến lược nuôi ong vùng cao promulgates <1"],
    );
    reads(
        "Sửa đổi một số điều của “Quy định về nuôi ong vùng cao” (ban hành kèm theo Quyết định số 31-QĐ/TU ngày 01/10/1997).",
        &["Quy định về nuôi ong vùng cao promulgates <2", "Quyết định 31-QĐ/TU (1997-10-01) amends"],
    );
}

#[test]
fn a_bracket_that_repeats_a_paper_names_it_and_cites_none() {
    reads(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 (Nghị quyết 57) của Bộ Chính trị; Chỉ thị số 5-CT/TW,",
        &["Nghị quyết 57-NQ/TW (2024-12-22) [Bộ Chính trị] implements", "Chỉ thị 5-CT/TW implements"],
    );
    reads(
        "Theo Báo cáo số 12/BC-SYT (Báo cáo số 13/BC-SYT) và Kế hoạch số 7/KH-SYT (Quyết định số 7/QĐ-SYT).",
        &["Báo cáo 12/BC-SYT basis", "Báo cáo 13/BC-SYT cites", "Kế hoạch 7/KH-SYT basis", "Quyết định 7/QĐ-SYT cites"],
    );
}

#[test]
fn what_an_act_issues_may_have_a_kind_in_small_letters_a_short_name_or_no_verb() {
    let act = "Quyết định số 159/QĐ-UBND của UBND tỉnh";
    for (words, name) in [
        ("về việc ban hành kế hoạch hành động tái cơ cấu ngành ong", "kế hoạch hành động tái cơ cấu ngành ong"),
        ("về phê chuẩn Phương án giá các loại đất", "Phương án giá các loại đất"),
        ("về Quy chế hành nghề nuôi ong tại nhà", "Quy chế hành nghề nuôi ong tại nhà"),
    ] {
        let kind = if name.starts_with('k') { "Kế hoạch " } else { "" };
        reads(
            &format!("Căn cứ {act} {words};"),
            &["Quyết định 159/QĐ-UBND [UBND tỉnh] basis", &format!("{kind}{name} promulgates <1")],
        );
    }
    for words in ["phê duyệt kế hoạch vốn năm 2015", "hướng dẫn về Quy chế dân chủ", "về kế hoạch nuôi ong ở vùng cao"]
    {
        reads(&format!("Căn cứ {act} {words};"), &["Quyết định 159/QĐ-UBND [UBND tỉnh] basis"]);
    }
    reads(
        "Căn cứ Quy chế Đấu thầu ban hành kèm theo Nghị định số 88/1999/NĐ-CP;",
        &["Quy chế Đấu thầu promulgates <2", "Nghị định 88/1999/NĐ-CP basis"],
    );
    reads("Căn cứ Quy chế này ban hành kèm theo Quyết định số 5/QĐ-SYT;", &["Quyết định 5/QĐ-SYT basis"]);
}

#[test]
fn the_number_of_the_next_line_is_none_of_a_congress() {
    reads_none("Triển khai Nghị quyết Đại hội Đoàn các cấp.\n3. Tổ chức sinh hoạt.");
    reads_none("Quán triệt nghị quyết đại hội công đoàn các cấp. 5 đơn vị được khen.");
    reads(
        "Triển khai Nghị quyết Đại hội Đảng bộ\ntỉnh lần thứ XV.",
        &["Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV [Đại hội Đảng bộ tỉnh lần thứ XV] implements"],
    );
}

#[test]
fn every_law_in_the_title_of_one_that_amends_them_is_amended() {
    let laws = [
        "Đầu tư",
        "Đầu tư công",
        "Đấu thầu",
        "Hải quan",
        "Thuế thu nhập cá nhân",
        "Thuế giá trị gia tăng",
        "Đất đai",
        "Nhà ở",
        "Kinh doanh bất động sản",
        "Xây dựng",
        "Xử lý vi phạm hành chính",
    ];
    let title = laws.map(|law| format!("Luật {law}")).join(", ");
    let found =
        read(&format!("Căn cứ Luật sửa đổi, bổ sung một số điều của {title} ngày 29 tháng 11 năm 2024;")).mentions;
    assert_eq!(found.len(), 1 + laws.len());
    assert!(found[1..].iter().all(|law| law.relation.code() == "amends" && law.subject == 1));
}

#[test]
fn each_congress_of_a_list_has_its_resolution() {
    let names = |text: &str| {
        let found = read(text).mentions;
        assert!(found.iter().all(|mention| mention.relation.code() == "implements"), "{text}");
        found.into_iter().map(|mention| mention.name.map(String::from).unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(
        names(
            "Thực hiện Nghị quyết Đại hội XIII của Đảng, Đại hội XII Công đoàn Việt Nam và Đại hội Công đoàn tỉnh lần thứ XVI, chi bộ họp."
        ),
        [
            "Nghị quyết Đại hội XIII của Đảng",
            "Nghị quyết Đại hội XII Công đoàn Việt Nam",
            "Nghị quyết Đại hội Công đoàn tỉnh lần thứ XVI"
        ]
    );
    // What is welcomed, and what has a verb of its own, stands in no list.
    for text in [
        "Triển khai Nghị quyết Đại hội XIII của Đảng, chào mừng Đại hội XIV của Đảng.",
        "Triển khai Nghị quyết Đại hội XIII của Đảng và Đại hội XII Công đoàn Việt Nam thành công tốt đẹp.",
    ] {
        assert_eq!(names(text), ["Nghị quyết Đại hội XIII của Đảng"], "{text}");
    }
}

#[test]
fn rules_are_spelt_in_two_ways() {
    let decision = "Căn cứ Quyết định số 55/QĐ-TLĐ của Tổng Liên đoàn về việc ban hành";
    for (spelt, name) in [("Quy", "Quy"), ("Qui", "Quy định Qui")] {
        reads(
            &format!("{decision} {spelt} định chế độ phụ cấp cán bộ công đoàn;"),
            &[
                "Quyết định 55/QĐ-TLĐ [Tổng Liên đoàn] basis",
                &format!("{name} định chế độ phụ cấp cán bộ công đoàn promulgates <1"),
            ],
        );
    }
    let rules =
        read("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nSố: 5/QC-TLĐ\nHà Nội, ngày 1 tháng 2 năm 2012\n\nQUI CHẾ\nnuôi ong\n")
            .document;
    assert_eq!(rules.kind.as_deref(), Some("Quy chế"));
    // "qui" of another word is none.
    reads(
        "Căn cứ Quyết định số 55/QĐ-TLĐ của Tổng Liên đoàn về việc ban hành Qui mô đàn ong;",
        &["Quyết định 55/QĐ-TLĐ [Tổng Liên đoàn] basis"],
    );
}
