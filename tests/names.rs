//! Names in mentions: where the name of an issuer, a congress or a regulation begins and ends.

use luocdo::lexicon::Lexicon;
use luocdo::mention::Mention;
use luocdo::record::examine;
use luocdo::source::Source;

fn mentions(text: &str) -> Vec<Mention> {
    let text = format!("Các đơn vị lưu ý nội dung sau đây.\n{text}");
    examine(&Source::memory("names.txt", text.as_str()), Lexicon::embedded()).mentions
}

/// The issuers of the mentions of a text are exactly these, `-` where there is none.
#[track_caller]
fn issuers(text: &str, expected: &[&str]) {
    let found = mentions(text);
    let found: Vec<&str> = found.iter().map(|m| m.issuer.as_deref().unwrap_or("-")).collect();
    assert_eq!(found, expected, "{text}");
}

/// The names of the mentions of a text are exactly these, the number of those that have one.
#[track_caller]
fn names(text: &str, expected: &[&str]) {
    let found = mentions(text);
    let name = |m: &Mention| m.name.as_deref().or(m.number.as_ref().map(|n| n.text.as_str())).unwrap_or("-").to_owned();
    assert_eq!(found.iter().map(name).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn an_issuer_ends_before_the_verb_behind_it() {
    issuers("Theo Quyết định số 18/QĐ-UBND của UBND huyện giao dự toán.", &["UBND huyện"]);
    issuers("Theo Quyết định số 18/QĐ-UBND của Chủ tịch UBND tỉnh giao chỉ tiêu.", &["Chủ tịch UBND tỉnh"]);
    issuers("Theo Quyết định số 18/QĐ-UBND của UBND tỉnh công nhận xã đạt chuẩn.", &["UBND tỉnh"]);
    issuers("Theo Kết luận số 5-KL/TU của Tỉnh ủy kết luận về việc này.", &["Tỉnh ủy"]);
    issuers("Theo Kết luận số 5/KL-PC09 của Công an tỉnh Nghệ An kết luận mẫu vật.", &["Công an tỉnh Nghệ An"]);
    issuers("Thực hiện nhiệm vụ UBND tỉnh giao tại Công văn số 12/UBND-VX.", &["UBND tỉnh"]);
    // What belongs to the name stays.
    issuers(
        "Theo Công văn số 5/CV-CĐ của Công đoàn ngành Giáo dục tỉnh hướng dẫn.",
        &["Công đoàn ngành Giáo dục tỉnh"],
    );
    issuers(
        "Theo Quyết định số 5/QĐ-BQL của Ban Quản lý các khu công nghiệp tỉnh thành lập tổ.",
        &["Ban Quản lý các khu công nghiệp tỉnh"],
    );
}

#[test]
fn a_congress_is_that_of_the_organisation_named_behind_its_ordinal() {
    names(
        "Thực hiện Nghị quyết Đại hội lần thứ XX của Đảng bộ tỉnh; Nghị quyết Đại hội XIII của Đảng và các nghị quyết khác.",
        &["Nghị quyết Đại hội lần thứ XX của Đảng bộ tỉnh", "Nghị quyết Đại hội XIII của Đảng"],
    );
    names(
        "Thực hiện Nghị quyết Đại hội VI Hội Nông dân Việt Nam đề ra; Nghị quyết Đại hội X MTTQ Việt Nam; Nghị quyết Đại hội \
         XI Công đoàn tỉnh Tây Ninh, nhiệm kỳ 2023 – 2028.",
        &[
            "Nghị quyết Đại hội VI Hội Nông dân Việt Nam",
            "Nghị quyết Đại hội X MTTQ Việt Nam",
            "Nghị quyết Đại hội XI Công đoàn tỉnh Tây Ninh, nhiệm kỳ 2023 – 2028",
        ],
    );
    // A meeting, or a board, is no organisation that met.
    names("Thực hiện Nghị quyết Đại hội XIII, Hội nghị triển khai của xã.", &["Nghị quyết Đại hội XIII"]);
}

#[test]
fn the_resolution_of_a_congress_may_be_abbreviated() {
    names(
        "Thực hiện NQ Đại hội XIII của Đảng, NQĐH Đảng bộ xã lần thứ V, NQTW4 (khóa XII) và NQ TW4 khóa XI.",
        &[
            "Nghị quyết Đại hội XIII của Đảng",
            "Nghị quyết Đại hội Đảng bộ xã lần thứ V",
            "Nghị quyết Trung ương 4 (khóa XII)",
            "Nghị quyết Trung ương 4 khóa XI",
        ],
    );
    names("Các NQ của Đảng bộ, NQ TW và kết quả thực hiện NQ.", &[]);
}

#[test]
fn heads_of_banks_schools_and_companies_issue_papers() {
    issuers(
        "Theo Quyết định số 5/QĐ-NHNN của Thống đốc Ngân hàng Nhà nước quy định.",
        &["Thống đốc Ngân hàng Nhà nước"],
    );
    issuers("Theo Quyết định số 9/QĐ-ĐHV của Hiệu trưởng.", &["Hiệu trưởng"]);
    issuers("Theo Thông báo số 9/TB-TTKQH của Tổng Thư ký Quốc hội về kỳ họp.", &["Tổng Thư ký Quốc hội"]);
    issuers(
        "Theo Công văn số 12/CV-CT của Công ty Cổ phần Cao su Phước Tân về việc này.",
        &["Công ty Cổ phần Cao su Phước Tân"],
    );
    issuers("Theo Nghị quyết số 7/NQ-HĐTV của HĐTV Công ty.", &["HĐTV Công ty"]);
    issuers("Theo Quyết định số 12/QĐ-BCNNg của Bộ Công nghiệp nặng.", &["Bộ Công nghiệp nặng"]);
    // A first letter that alone is small; words in small letters name no organ.
    issuers("Theo Nghị quyết số 35/NQ-UBTVQH9 của ủy ban Thường vụ Quốc hội.", &["ủy ban Thường vụ Quốc hội"]);
    issuers("Theo Quyết định số 12/QĐ-UBND của ủy ban ra ngày đầu năm.", &["-"]);
}

#[test]
fn the_task_of_a_steering_body_is_part_of_its_name() {
    issuers(
        "Theo Công văn số 3/CV-BCĐ của Ban Chỉ đạo phòng, chống dịch Covid-19 huyện yêu cầu báo cáo.",
        &["Ban Chỉ đạo phòng, chống dịch Covid-19 huyện"],
    );
    issuers(
        "Theo Công văn số 3/CV-BCĐ của Ban Chỉ đạo sắp xếp, tổ chức lại ĐVHC các cấp.",
        &["Ban Chỉ đạo sắp xếp, tổ chức lại ĐVHC các cấp"],
    );
    issuers("Theo Công văn số 3/CV-BCĐ của Ban Chỉ đạo yêu cầu UBND huyện báo cáo.", &["Ban Chỉ đạo"]);
    issuers(
        "Theo Báo cáo số 29/BC-KTNS của Ban kinh tế - ngân sách HĐND huyện.",
        &["Ban kinh tế - ngân sách HĐND huyện"],
    );
}

#[test]
fn what_stands_before_a_bracket_says_whose_paper_it_holds() {
    issuers(
        "Xét đề nghị của Ban Tổ chức Tỉnh ủy (Tờ trình số 41-TTr/BTCTU, ngày 01/3/2024).",
        &["Ban Tổ chức Tỉnh ủy"],
    );
    issuers(
        "Theo Quy định của Ban Bí thư về nhiệm vụ của đảng ủy (Quy định số 253-QĐ/TW, ngày 24/01/2025).",
        &["Ban Bí thư"],
    );
    // The symbol is another organ's; the bracket only follows.
    issuers("Các đơn vị của Bộ Y tế (Quyết định số 5/QĐ-TTg) báo cáo.", &["-"]);
    issuers("Việc này có trong kế hoạch (Công văn số 5/SNV-TC).", &["-"]);
}

#[test]
fn an_issuer_behind_the_bracket_issued_the_acts_in_it() {
    issuers(
        "Theo Quy chế quản lý (ban hành kèm theo các Quyết định số 03/2008/QĐ-UBDT, số 07/2008/QĐ-UBDT) của Bộ trưởng, Chủ \
         nhiệm Ủy ban Dân tộc.",
        &["Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"; 2],
    );
    issuers(
        "Theo Thông tư số 78/2014/TT-BTC (được sửa đổi tại Thông tư số 96/2015/TT-BTC) của Bộ Tài chính.",
        &["Bộ Tài chính", "Bộ Tài chính"],
    );
    issuers("Danh sách gửi kèm (xem Công văn số 5/STC-NS) của Sở Nội vụ.", &["-"]);
}

#[test]
fn the_issuer_of_a_list_is_not_lost_behind_a_law_in_a_title() {
    issuers(
        "Căn cứ các Nghị định của Chính phủ: số 43/2014/NĐ-CP quy định chi tiết một số điều của Luật Đất đai; số \
         47/2014/NĐ-CP về bồi thường.",
        &["Chính phủ", "-", "Chính phủ"],
    );
    issuers("Thực hiện các kết luận của Bộ Chính trị: số 126-KL/TW; số 127-KL/TW.", &["Bộ Chính trị", "Bộ Chính trị"]);
}

#[test]
fn a_code_of_law_may_stand_by_its_abbreviation() {
    names(
        "Theo Điều 159 BLTTHS năm 2015, khoản 1 Điều 21 BLHS và BLDS 2015.",
        &["Bộ luật Tố tụng hình sự", "Bộ luật Hình sự", "Bộ luật Dân sự"],
    );
    let found = mentions("Theo khoản 1 Điều 159 BLTTHS năm 2015.");
    assert_eq!(found[0].provision.as_deref(), Some("khoản 1 Điều 159"));
    assert_eq!(found[0].date.map(|date| date.to_string()).as_deref(), Some("2015"));
    // A bracket that tells the abbreviation, and symbols that hold it.
    names("Theo Bộ luật Hình sự (BLHS) và Công văn số 12/BLHS-TA.", &["Bộ luật Hình sự", "12/BLHS-TA"]);
}

#[test]
fn a_law_that_amends_many_is_no_master_plan() {
    let found = mentions(
        "Căn cứ Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch số 35/2018/QH14 ngày 20/11/2018;",
    );
    assert_eq!(found.iter().map(|m| m.kind.as_deref()).collect::<Vec<_>>(), [Some("Luật")]);
    names("Theo Luật Đầu tư công (sửa đổi) năm 2019 và Luật Nhà ở.", &["Luật Đầu tư công", "Luật Nhà ở"]);
    let found = mentions("Theo Luật Đất đai năm 2013 ngày 29/11/2013.");
    assert_eq!(found[0].date.map(|date| date.to_string()).as_deref(), Some("2013-11-29"));
}

#[test]
fn a_count_with_its_year_needs_no_more_behind_a_circular_or_decree() {
    names("Theo Thông tư 30/2014, Thông tư 22/2016 và Nghị định 116/2020.", &["30/2014", "22/2016", "116/2020"]);
    names("Theo Kế hoạch 01/2023, thông tư 30/2014.", &[]);
}

#[test]
fn papers_of_courts_and_telegrams_have_kinds() {
    let kinds = |text: &str| mentions(text).into_iter().filter_map(|m| m.kind).map(String::from).collect::<Vec<_>>();
    assert_eq!(kinds("Tại Cáo trạng số 31/CT-VKS ngày 12/5/2021."), ["Cáo trạng"]);
    assert_eq!(kinds("Theo Điện khẩn số 7/ĐK-BCA; điện mật số 12/ĐM-BCA."), ["Điện", "Điện"]);
    assert_eq!(kinds("Theo Thông báo ý kiến kết luận số 5-TB/TU."), ["Thông báo"]);
    assert_eq!(kinds("Theo Văn bản số 518/CN-VPĐK."), ["Công văn"]);
    assert_eq!(kinds("Thay thế Thỏa ước lao động tập thể ký ngày 01/3/2019."), ["Thỏa ước lao động tập thể"]);
    assert_eq!(kinds("Theo Biên bản họp ngày 12/11/2021 của Hội đồng."), ["Biên bản"]);
    // A judgment, the number under which a court took up a case, a meter.
    assert_eq!(kinds("Tại Bản án số 15/2018/HSST ngày 12/4/2018."), Vec::<String>::new());
    assert_eq!(
        kinds("Vụ án thụ lý số 26/2021/TLST-HS ngày 14/5/2021; công tơ điện số 12/HĐ-ĐL."),
        Vec::<String>::new()
    );
    assert_eq!(kinds("Lập Biên bản ngày xảy ra tai nạn."), Vec::<String>::new());
}

#[test]
fn rules_that_an_act_issued_are_named_on_either_side_of_it() {
    names(
        "Theo Quy chế chi tiêu nội bộ ban hành kèm theo Quyết định số 12/QĐ-LĐLĐ.",
        &["Quy chế chi tiêu nội bộ", "12/QĐ-LĐLĐ"],
    );
    names(
        "Theo Quyết định số 9/QĐ-HNDTW ban hành Điều lệ Quỹ Hỗ trợ nông dân.",
        &["9/QĐ-HNDTW", "Điều lệ Quỹ Hỗ trợ nông dân"],
    );
    names(
        "Theo Quyết định số 12/QĐ-UBND của UBND tỉnh ban hành quy chế đấu giá và các quy định khác.",
        &["12/QĐ-UBND", "quy chế đấu giá"],
    );
    names(
        "Theo Nghị định số 20/CP ban hành Quy chế về cơ sở chữa bệnh, Nghị định số 34/2002/NĐ-CP.",
        &["20/CP", "Quy chế về cơ sở chữa bệnh", "34/2002/NĐ-CP"],
    );
    // Rules that the act alone tells; the heading of an annex.
    names("Theo Quy chế làm việc ban hành kèm theo Quyết định số 12/QĐ-UBND.", &["12/QĐ-UBND"]);
    names("Theo Quy định ban hành kèm theo Quyết định số 12/QĐ-UBND.", &["12/QĐ-UBND"]);
    names(
        "Nội dung của Đề án nêu tại Điều 8 của Quy chế ban hành kèm theo Quyết định số 51/2010/QĐ-TTg.",
        &["51/2010/QĐ-TTg"],
    );
    names("QUY CHẾ\nlàm việc của chi bộ\n(Ban hành kèm theo Quyết định số 12-QĐ/CB)", &["12-QĐ/CB"]);
}

#[test]
fn what_is_done_to_rules_is_done_to_the_act_that_issued_them() {
    let found =
        mentions("Sửa đổi, bổ sung Quy chế tuyển sinh đại học ban hành kèm theo Quyết định số 05/2008/QĐ-BGDĐT.");
    let told: Vec<_> = found.iter().map(|m| (m.relation, m.subject)).collect();
    use luocdo::vocabulary::Relation::{Amends, Promulgates};
    assert_eq!(told, [(Promulgates, 2), (Amends, 0)]);
}

#[test]
fn the_rules_that_an_organ_works_by_are_a_basis() {
    names(
        "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ huyện khóa XXII, nhiệm kỳ 2020 - 2025;",
        &["Quy chế làm việc của Ban Chấp hành Đảng bộ huyện khóa XXII, nhiệm kỳ 2020 - 2025"],
    );
    names(
        "Thực hiện Quy định về những điều đảng viên không được làm.",
        &["Quy định về những điều đảng viên không được làm"],
    );
    names("Các đơn vị xây dựng Quy chế làm việc của cơ quan; quy định về những điều cần biết.", &[]);
}

#[test]
fn letters_that_a_scan_put_for_digits_leave_the_date() {
    let found = mentions("Căn cứ Công văn số l42-CV/ĐUK ngày 03/l2/20l8 của Đảng ủy Khối;");
    assert_eq!(found[0].date.map(|date| date.to_string()).as_deref(), Some("2018-12-03"));
    assert_eq!(found[0].issuer.as_deref(), Some("Đảng ủy Khối"));
    assert!(found[0].repaired);
    assert_eq!(mentions("Theo Công văn số 142-CV/ĐUK ngày lễ.")[0].date, None);
}

#[test]
fn what_was_said_at_a_numbered_session_is_oral() {
    let kinds = |text: &str| mentions(text).into_iter().filter_map(|m| m.kind).map(String::from).collect::<Vec<_>>();
    assert_eq!(
        kinds("Thực hiện kết luận của Ban Thường vụ Tỉnh ủy tại Hội nghị lần thứ 12 về việc này."),
        ["Ý kiến kết luận"]
    );
    assert_eq!(kinds("Theo ý kiến của Chủ tịch UBND tỉnh tại cuộc họp ngày 6/5/2021."), ["Ý kiến chỉ đạo"]);
    assert_eq!(kinds("Ghi nhận ý kiến của cử tri tại cuộc họp ngày 6/5/2021."), Vec::<String>::new());
}

#[test]
fn a_page_break_may_stand_in_the_name_of_a_city() {
    names(
        "Theo Quyết định số 49/QĐ-UBND ban hành Quy định đánh giá viên chức thuộc Ủy ban nhân dân Thành phố\n\nHồ Chí Minh.",
        &["49/QĐ-UBND", "Quy định đánh giá viên chức thuộc Ủy ban nhân dân Thành phố Hồ Chí Minh"],
    );
    names(
        "Theo Quyết định số 49/QĐ-UBND ban hành Quy định thi đua của thành phố\n\nNơi nhận:",
        &["49/QĐ-UBND", "Quy định thi đua của thành phố"],
    );
}

#[test]
fn the_year_of_the_work_is_none_of_the_scheme_that_it_carries_out() {
    let paper = |title: &str| {
        let text = format!(
            "HỘI NÔNG DÂN XÃ TÂN LẬP\nSố: 5-KH/HND\nTân Lập, ngày 05 tháng 01 năm 2022\n\nKẾ HOẠCH\n{title}\n\nHội Nông dân xã \
             triển khai như sau:\n\n1. Rà soát Đề án 939 năm 2017.\n"
        );
        let found = examine(&Source::memory("plan.txt", text.as_str()), Lexicon::embedded()).mentions;
        found.into_iter().map(|m| m.date.map(|date| date.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(paper("thực hiện Đề án 939 năm 2022"), [None, Some("2017".to_owned())]);
    assert_eq!(paper("thực hiện Chỉ thị số 05-CT/TW năm 2021"), [None, Some("2017".to_owned())]);
}

#[test]
fn rules_for_an_organ_are_not_said_to_be_its_own() {
    issuers(
        "Theo Nghị định số 39/2022/NĐ-CP của Chính phủ ban hành Quy chế làm việc của Chính phủ.",
        &["Chính phủ", "-"],
    );
    issuers(
        "Theo Nghị quyết số 214/NQ-CP của Chính phủ ban hành Kế hoạch hành động của Chính phủ về dữ liệu.",
        &["Chính phủ", "Chính phủ"],
    );
}

#[test]
fn a_number_behind_a_common_noun_counts_things() {
    for thing in [
        "gói thầu số 05/XL",
        "phiếu thu số 15/PT",
        "tổ số 5/KP3",
        "lô đất số 12/LK",
        "vé số 45/VT",
        "Biên lai số 15/BL",
    ] {
        names(&format!("Chi tiền theo {thing} trong tháng."), &[]);
    }
    names("Thực hiện các văn bản: số 05/XL, số 06/XL của Ban Quản lý dự án.", &["05/XL", "06/XL"]);
    names("Theo số 12/UBND-VX của UBND huyện.", &["12/UBND-VX"]);
    names("Đơn vị có phiếu chuyển số 12/PC-UBND của UBND huyện.", &["12/PC-UBND"]);
}

#[test]
fn a_ground_is_named_by_kind_matter_and_day() {
    let name = "Báo cáo kết quả thanh tra";
    names("Xét Báo cáo kết quả thanh tra ngày 05/11/2021 của Đoàn thanh tra;", &[name]);
    let meeting = "Biên bản Hội nghị cán bộ, công chức, viên chức";
    names("Căn cứ Biên bản Hội nghị cán bộ, công chức, viên chức ngày 07/9/2019;", &[meeting]);
    names("Ban Chỉ huy gửi Báo cáo kết quả thanh tra trước ngày 05/11/2021.", &[]);
    names("Căn cứ Báo cáo kết quả thanh tra số 5/BC-TTr ngày 05/11/2021;", &["5/BC-TTr"]);
}

#[test]
fn the_committee_of_an_organisation_meets_in_plenum() {
    names(
        "Căn cứ Nghị quyết hội nghị lần thứ 7 Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam khóa X;",
        &["Nghị quyết hội nghị lần thứ 7 Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam khóa X"],
    );
    names(
        "Theo Nghị quyết Hội nghị lần thứ ba BCH Hội Nông dân tỉnh Sơn La, các huyện trồng cây.",
        &["Nghị quyết Hội nghị lần thứ ba BCH Hội Nông dân tỉnh Sơn La"],
    );
    names(
        "Theo Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XI về trồng cây.",
        &["Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XI"],
    );
}

#[test]
fn an_organ_puts_out_papers_and_adopts_charters() {
    issuers("Năm 1979, Ban Bí thư ra Chỉ thị số 78-CT/TW về việc này.", &["Ban Bí thư"]);
    issuers("Ban Bí thư Trung ương Đảng đã ra Quyết định số 42-QĐ/TW.", &["Ban Bí thư Trung ương Đảng"]);
    issuers(
        "Ban Chấp hành Đảng bộ tỉnh khóa XIII đã ban hành Nghị quyết số 10-NQ/TU về trồng cây.",
        &["Ban Chấp hành Đảng bộ tỉnh"],
    );
    issuers("Ban đề ra Nghị quyết số 10-NQ/TU.", &["-"]);
    let found = mentions("Theo Quy chế số 5-QC/TW do Ban Bí thư thông qua ngày 12/12/2012.");
    assert_eq!(found[0].date.map(|date| date.to_string()).as_deref(), Some("2012-12-12"));
}

#[test]
fn an_act_is_said_to_be_issued_with_the_rules_behind_it() {
    names(
        "Căn cứ Quyết định số 217-QĐ/TW của Bộ Chính trị ban hành kèm theo Quy chế giám sát của Mặt trận;",
        &["217-QĐ/TW", "Quy chế giám sát của Mặt trận"],
    );
    names("Căn cứ Quyết định số 217-QĐ/TW của Bộ Chính trị kèm theo Quy chế giám sát;", &["217-QĐ/TW"]);
}

#[test]
fn a_charter_that_is_a_draft_is_none_and_is_issued_by_nobody() {
    names("Theo Dự thảo Điều lệ Công đoàn Việt Nam khoá XI, việc này do tỉnh quyết định.", &[]);
    names("Theo Điều lệ Công đoàn Việt Nam, việc này do tỉnh quyết định.", &["Điều lệ Công đoàn Việt Nam"]);
    issuers("Theo Quy định 7-QĐ/TW thi hành Điều lệ Đảng do Ban Bí thư ban hành.", &["-", "-"]);
}

#[test]
fn the_year_behind_a_symbol_is_no_part_of_it() {
    names(
        "Theo Hướng dẫn 03/HD-TLĐ 2020 thi hành Điều lệ Công đoàn Việt Nam.",
        &["03/HD-TLĐ", "Điều lệ Công đoàn Việt Nam"],
    );
    names("Theo Thông tư số 3/TT-BGD ĐT về trồng cây.", &["3/TT-BGDĐT"]);
}

#[test]
fn an_organ_in_small_letters_is_known_behind_its_of() {
    issuers("Theo Chỉ thị 05-CT/TW ngày 15/5/2016 của bộ chính trị về trồng cây.", &["bộ chính trị"]);
    issuers("Theo Quyết định số 5/QĐ-UBND của ủy ban nhân dân tỉnh về trồng cây.", &["ủy ban nhân dân tỉnh"]);
    issuers("Theo Quyết định số 5/QĐ-THMB của trường về trồng cây.", &["-"]);
}

#[test]
fn who_signs_on_behalf_of_an_organ_signs_its_paper() {
    issuers(
        "Thay mặt Ban Bí thư, Thường trực Ban Bí thư Lò Thị Ươm đã ký ban hành Chỉ thị số 26-CT/TW về trồng cây.",
        &["Ban Bí thư"],
    );
    issuers("Chủ tịch UBND tỉnh đã ký ban hành Quyết định số 26/QĐ-UBND.", &["Chủ tịch UBND tỉnh"]);
}

#[test]
fn a_charter_bears_the_day_on_which_it_was_adopted() {
    let date = |text: &str| mentions(text)[0].date.map(|date| date.to_string());
    let adopted = "do Đại hội đại biểu toàn quốc lần thứ X của Đoàn thông qua ngày 12/12/2012";
    assert_eq!(date(&format!("Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh {adopted};")).as_deref(), Some("2012-12-12"));
    assert_eq!(date("Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh; Nghị quyết thông qua ngày 12/12/2012;"), None);
}
