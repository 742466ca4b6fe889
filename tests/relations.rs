//! Who does what with a cited paper: the verb that governs it, how far that verb reaches, and what its object is.
//!
//! A reading is written `number relation`, with `<number` where another mention is the subject.

use luocdo::lexicon::Lexicon;
use luocdo::record::examine;
use luocdo::source::Source;

const HEAD: &str = "TỈNH ỦY HÀ NAM\nHUYỆN ỦY BÌNH LỤC\n*\nSố 61-BC/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\
                    Bình Lục, ngày 12 tháng 7 năm 2022\n\nBÁO CÁO\nkết quả công tác sáu tháng đầu năm\n\n";

/// The relations of a report with this text behind its head, in the order of the mentions.
#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let record = examine(&Source::memory("bao-cao.txt", format!("{HEAD}{text}\n")), Lexicon::embedded());
    let name = |at: usize| {
        let mention = &record.mentions[at];
        let number = mention.number.as_ref().map(|number| number.text.as_str());
        number.or(mention.name.as_deref()).unwrap_or_default()
    };
    let shown = |at: usize| {
        let mention = &record.mentions[at];
        let subject = mention.subject.checked_sub(1).map(|of| format!(" <{}", name(of as usize)));
        format!("{} {}{}", name(at), mention.relation.code(), subject.unwrap_or_default())
    };
    let found: Vec<String> = (0..record.mentions.len()).map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

/// The same of a sentence in the body.
#[track_caller]
fn body(text: &str, expected: &[&str]) {
    reads(&format!("Trong kỳ, chi bộ sinh hoạt đều.\n\n{text}"), expected);
}

#[test]
fn the_closing_line_of_the_recitals_heads_no_list_of_the_body() {
    let recital =
        "Căn cứ Công văn số 31-CV/BDVTU ngày 4/5/2022 của Ban Dân vận Tỉnh ủy, Huyện ủy xây dựng kế hoạch như sau:";
    reads(
        &format!(
            "{recital}\nI. CÔNG TÁC LÃNH ĐẠO\nTiếp tục rà soát các văn bản: Kế hoạch số 14-KH/HU; Quyết định số 9-QĐ/HU."
        ),
        &["31-CV/BDVTU basis", "14-KH/HU cites", "9-QĐ/HU cites"],
    );
    let recital = "Thực hiện Công văn số 31-CV/BDVTU ngày 4/5/2022 của Ban Dân vận Tỉnh ủy, Chi bộ báo cáo như sau:";
    reads(
        &format!(
            "{recital}\n1. Nghị quyết số 8-NQ/HU đạt kết quả tốt.\n2. Chi bộ đã ban hành 02 văn bản: Kế hoạch số 03-KH/CB; Nghị quyết số 04-NQ/CB."
        ),
        &["31-CV/BDVTU implements", "8-NQ/HU cites", "03-KH/CB cites", "04-NQ/CB cites"],
    );
    reads(
        &format!(
            "{recital}\nI. Mục đích: nâng cao nhận thức.\nII. Nội dung: phong trào theo Luật Thanh niên năm 2020."
        ),
        &["31-CV/BDVTU implements", "Luật Thanh niên cites"],
    );
}

#[test]
fn a_line_that_announces_papers_heads_their_list() {
    reads(
        "Thực hiện các văn bản sau:\n- Nghị quyết số 8-NQ/TW ngày 6/4/2018;\n- Kế hoạch số 16-KH/TU ngày 9/9/2018;\nHuyện ủy báo cáo.",
        &["8-NQ/TW implements", "16-KH/TU implements"],
    );
    body(
        "Tổ chức quán triệt, triển khai các văn bản sau:\n- Nghị quyết số 8-NQ/TW ngày 6/4/2018;\n- Kế hoạch số 16-KH/TU ngày 9/9/2018.",
        &["8-NQ/TW implements", "16-KH/TU implements"],
    );
    reads(
        "Thực hiện Nghị quyết số 8-NQ/TW ngày 6/4/2018 và các văn bản sau: Kế hoạch số 16-KH/TU, Công văn số 22-CV/TU, Huyện ủy báo cáo.",
        &["8-NQ/TW implements", "16-KH/TU implements", "22-CV/TU implements"],
    );
    reads(
        "Điều 2. Bãi bỏ các văn bản sau:\n1. Lĩnh vực đất đai\n- Quyết định số 14/2018/QĐ-UBND;\n2. Lĩnh vực y tế\n- Quyết định số 15/2018/QĐ-UBND.",
        &["14/2018/QĐ-UBND repeals", "15/2018/QĐ-UBND repeals"],
    );
}

#[test]
fn the_verb_of_a_recital_does_not_reach_what_the_organ_issued() {
    body(
        "Thực hiện Chỉ thị số 27-CT/TW, Huyện ủy đã ban hành các văn bản sau: Kế hoạch số 14-KH/HU, Công văn số 20-CV/HU để triển khai.",
        &["27-CT/TW implements", "14-KH/HU cites", "20-CV/HU cites"],
    );
    body(
        "1. Công tác quán triệt, triển khai Chỉ thị số 27-CT/TW\nHuyện ủy đã ban hành: Kế hoạch số 14-KH/HU; Công văn số 20-CV/HU.",
        &["27-CT/TW implements", "14-KH/HU cites", "20-CV/HU cites"],
    );
}

#[test]
fn what_a_later_clause_does_by_a_paper_is_not_doing_the_paper() {
    body(
        "Chi bộ nghiên cứu Chỉ thị số 27-CT/TW; thực hiện theo Hướng dẫn số 13-HD/BTCTW; thực hiện chế độ báo cáo theo Quy định số 7-QĐ/HU; \
         thực hiện nhiệm vụ nêu tại Kế hoạch số 14-KH/HU.",
        &["27-CT/TW cites", "13-HD/BTCTW cites", "7-QĐ/HU cites", "14-KH/HU cites"],
    );
    body(
        "Tiếp tục thực hiện Nghị quyết số 8-NQ/TW; tổ chức học tập Chỉ thị số 27-CT/TW; quán triệt Kết luận số 9-KL/TW.",
        &["8-NQ/TW implements", "27-CT/TW implements", "9-KL/TW implements"],
    );
}

#[test]
fn a_verb_beside_an_earlier_one_is_not_in_the_title_between() {
    body(
        "Đồng chí vi phạm Quy định số 19-QĐ/TW của Bộ Chính trị về những điều đảng viên không được làm, vi phạm Điều 12 Điều lệ Đảng và \
         Điều 8 Luật Phòng, chống ma túy năm 2021.",
        &["19-QĐ/TW cites", "Điều lệ Đảng cites", "Luật Phòng, chống ma túy cites"],
    );
    body(
        "Dự án được phê duyệt tại Quyết định số 731/QĐ-UBND ngày 5/3/2021 và điều chỉnh tại Quyết định số 225/QĐ-UBND ngày 4/4/2022.",
        &["731/QĐ-UBND cites", "225/QĐ-UBND cites"],
    );
    reads(
        "Căn cứ Thông tư số 02/2022/TT-BNV ngày 17/01/2022 của Bộ Nội vụ và hướng dẫn tại Công văn số 1917/BNV-TCBC ngày 26/4/2022; Huyện ủy báo cáo.",
        &["02/2022/TT-BNV basis", "1917/BNV-TCBC basis"],
    );
}

#[test]
fn what_took_the_place_of_an_amendment_amends_nothing() {
    for verb in ["được thay thế bởi", "bị bãi bỏ bởi"] {
        body(
            &format!(
                "Thông tư số 31/2020/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 18/2017/TT-BTC, {verb} Thông tư số 15/2022/TT-BTC."
            ),
            &["31/2020/TT-BTC cites", "18/2017/TT-BTC amends <31/2020/TT-BTC", "15/2022/TT-BTC cites"],
        );
    }
    reads(
        "Thực hiện Nghị quyết số 03/NQ-CP ngày 7/5/2022 (được sửa đổi, bổ sung bằng Nghị quyết số 71/NQ-CP ngày 6/6/2022), Huyện ủy báo cáo.",
        &["03/NQ-CP implements", "71/NQ-CP implements"],
    );
}

#[test]
fn what_stands_behind_the_mark_of_a_subject_is_the_letters_subject() {
    for [before, behind] in [["“V/v ", "”"], ["\"V/v ", "\""], ["V/v ", ""], ["(V/v ", ")"]] {
        reads(
            &format!(
                "Thực hiện Công văn số 567-CV/TU ngày 2/3/2022 của Tỉnh ủy {before}triển khai Chỉ thị số 15-CT/TW{behind}, Huyện ủy báo cáo."
            ),
            &["567-CV/TU implements", "15-CT/TW implements <567-CV/TU"],
        );
    }
}

#[test]
fn a_plan_made_for_a_resolution_implements_it() {
    body(
        "Huyện ủy đã ban hành Kế hoạch số 14-KH/HU nhằm thực hiện Nghị quyết số 13-NQ/TU; ban hành Kế hoạch số 15-KH/HU để cụ thể hóa Nghị quyết số 12-NQ/TU.",
        &["14-KH/HU cites", "13-NQ/TU implements <14-KH/HU", "15-KH/HU cites", "12-NQ/TU guides <15-KH/HU"],
    );
}

#[test]
fn to_stop_doing_is_not_doing() {
    body("Dừng thực hiện Thông báo số 1122-TB/TU.", &["1122-TB/TU suspends"]);
    body("Huyện ủy không tiếp tục thực hiện Thông báo số 1122-TB/TU.", &["1122-TB/TU suspends"]);
    body("Tạm dừng áp dụng Công văn số 2951/SYT-KHTC.", &["2951/SYT-KHTC suspends"]);
    body("Đơn vị không thực hiện Thông báo số 1122-TB/TU.", &["1122-TB/TU cites"]);
}

#[test]
fn a_paper_changes_what_it_says_it_changes_and_nothing_that_others_are_asked_to_change() {
    body("Kế hoạch này thay cho Kế hoạch số 05/KH-HPN ngày 5/3/2020.", &["05/KH-HPN replaces"]);
    body("Kế hoạch này điều chỉnh thời gian nêu tại mục 3 Kế hoạch số 97/KH-UBND.", &["97/KH-UBND amends"]);
    body("Quy chế này thay thế Quy chế làm việc ban hành theo Quyết định số 44/QĐ-MTTQ.", &["44/QĐ-MTTQ replaces"]);
    body("Đề nghị Tỉnh ủy sửa đổi, bổ sung Quy định số 15-QĐ/TU ngày 5/3/2021.", &["15-QĐ/TU cites"]);
    body("Mức chi này điều chỉnh theo quy định tại Nghị định số 24/2023/NĐ-CP.", &["24/2023/NĐ-CP cites"]);
}

#[test]
fn a_list_whose_first_member_is_not_read_keeps_its_verb() {
    body(
        "1. Tuyên truyền Công ước CEDAW, Luật Bình đẳng giới, Chỉ thị số 21-CT/TW và Nghị quyết số 11-NQ/TW.",
        &["Luật Bình đẳng giới implements", "21-CT/TW implements", "11-NQ/TW implements"],
    );
    body("1. Tuyên truyền sâu rộng, Luật Bình đẳng giới đi vào đời sống.", &["Luật Bình đẳng giới cites"]);
}

#[test]
fn what_has_ended_is_told_of_an_amendment_too() {
    body(
        "Luật này thay thế Luật Dầu khí số 19/2008/QH12.\n\nPháp lệnh Cảnh vệ số 25/2005/PL-UBTVQH11, Pháp lệnh sửa đổi, bổ sung một số điều của \
         Pháp lệnh Cảnh vệ số 17/2010/PL-UBTVQH12 hết hiệu lực kể từ ngày Luật này có hiệu lực.",
        &[
            "19/2008/QH12 replaces",
            "25/2005/PL-UBTVQH11 repeals",
            "17/2010/PL-UBTVQH12 repeals",
            "Pháp lệnh Cảnh vệ amends <17/2010/PL-UBTVQH12",
        ],
    );
    body(
        "Quyết định số 57/2016/QĐ-BYT của Bộ trưởng Bộ Y tế ban hành Quy chế tiêu hủy thuốc hỏng tại kho hết hiệu lực kể từ ngày Thông tư này \
         có hiệu lực thi hành.",
        &["57/2016/QĐ-BYT repeals", "Quy chế tiêu hủy thuốc hỏng tại kho promulgates <57/2016/QĐ-BYT"],
    );
}

#[test]
fn what_an_act_issues_ends_with_its_name() {
    body(
        "Thực hiện Thông tư số 13/2010/TT-BYT của Bộ trưởng Bộ Y tế ban hành Quy định về tỷ lệ nguồn vốn được sử dụng để mua thuốc và quy chế \
         cấp thuốc ban hành kèm theo Quyết định số 16/2001/QĐ-BYT.",
        &[
            "13/2010/TT-BYT implements",
            "Quy định về tỷ lệ nguồn vốn được sử dụng để mua thuốc promulgates <13/2010/TT-BYT",
            "16/2001/QĐ-BYT cites",
        ],
    );
    body(
        "Thông tư này thay thế Thông tư số 08/2017/TT-BXD của Bộ Xây dựng hướng dẫn lập, thẩm định, phê duyệt Quy chế Quản lý kiến trúc đô thị.",
        &["08/2017/TT-BXD replaces"],
    );
}

#[test]
fn a_title_without_a_stop_ends_with_its_line() {
    for next in [
        "Sau khi trao đổi, thống nhất với các bên tại",
        "Tại phiên họp, chi bộ đã nghe",
        "Trong thời gian qua, chi bộ đã có",
        "Các ấp báo cáo theo",
    ] {
        reads(
            &format!(
                "Triển khai thực hiện Chỉ thị số 35-CT/TW về tăng cường quản lý đất đai\n{next} Công văn số 812-CV/UBKTTU.\n"
            ),
            &["35-CT/TW implements", "812-CV/UBKTTU cites"],
        );
    }
    // A title broken in two lines is one.
    reads(
        "Triển khai thực hiện\nChỉ thị số 35-CT/TW về tăng cường quản lý\nđất đai trong tình hình mới\n",
        &["35-CT/TW implements"],
    );
}

#[test]
fn an_article_opens_with_what_stands_behind_its_number() {
    body(
        "Điều 2. Điều chỉnh chỉ tiêu số 4 tại Điều 1 Nghị quyết số 41/NQ-HĐND ngày 19/12/2018.",
        &["41/NQ-HĐND amends"],
    );
    body("Điều 3. Đính chính mục 3 Phụ lục Nghị quyết số 09/NQ-HĐND như sau:", &["09/NQ-HĐND corrects"]);
    body(
        "Điểm c khoản 7 Điều 4 được sửa đổi như sau: “Nước đạt quy chuẩn về chất lượng nước ban hành kèm theo Thông tư số 05/2009/TT-BYT”.",
        &["05/2009/TT-BYT cites"],
    );
    body("Điều 5. Các quy định tại Nghị quyết số 10/NQ-HĐND được giữ nguyên.", &["10/NQ-HĐND cites"]);
}

#[test]
fn what_stands_beside_is_told_from_what_stands_in_a_title() {
    body(
        "Bám sát Quyết định số 749/QĐ-TTg phê duyệt Chương trình Chuyển đổi số quốc gia và Kế hoạch số 02-KH/BCĐ của Ban Chỉ đạo.",
        &["749/QĐ-TTg cites", "Chương trình Chuyển đổi số quốc gia promulgates <749/QĐ-TTg", "02-KH/BCĐ cites"],
    );
    body(
        "Huyện ủy ban hành Kế hoạch số 14-KH/HU thực hiện Chỉ thị số 15-CT/TU và giao phòng chuyên môn thực hiện Quyết định số 16-QĐ/HU.",
        &["14-KH/HU cites", "15-CT/TU implements <14-KH/HU", "16-QĐ/HU implements"],
    );
    body(
        "Chi bộ thảo luận Nghị quyết số 10-NQ/HU (thực hiện Nghị quyết số 11-NQ/TU).",
        &["10-NQ/HU cites", "11-NQ/TU implements <10-NQ/HU"],
    );
    body("Công văn số 33-CV/TU trả lời Công văn số 34-CV/HU.", &["33-CV/TU cites", "34-CV/HU responds <33-CV/TU"]);
    reads(
        "Thực hiện Hướng dẫn số 09-HD/BTCTU của Ban Tổ chức Tỉnh ủy, Ban Thường vụ Huyện ủy ban hành Kế hoạch với những nội dung sau:",
        &["09-HD/BTCTU implements"],
    );
}

#[test]
fn a_proposal_that_is_agreed_to_is_answered() {
    body("Chấp thuận đề nghị của Sở Y tế tại Tờ trình số 774/TTr-SYT.", &["774/TTr-SYT responds"]);
    body("Đồng ý chủ trương như đề nghị của Sở Xây dựng tại Văn bản số 772/SXD-QH.", &["772/SXD-QH responds"]);
}

#[test]
fn what_is_done_to_a_regulation_is_done_to_the_act_that_issued_it() {
    body(
        "Thông tư số 31/2012/TT-BNV sửa đổi, bổ sung một số điều của Quy chế tuyển dụng ban hành kèm theo Quyết định số 10/2006/QĐ-BNV.",
        &["31/2012/TT-BNV cites", "10/2006/QĐ-BNV amends <31/2012/TT-BNV"],
    );
    body(
        "Thông tư số 31/2012/TT-BNV hướng dẫn thực hiện Quy chế tuyển dụng ban hành kèm theo Nghị định số 10/2006/NĐ-CP.",
        &["31/2012/TT-BNV cites", "10/2006/NĐ-CP guides <31/2012/TT-BNV"],
    );
    body(
        "Bãi bỏ Thông tư số 31/2012/TT-BNV và Quy chế tuyển dụng ban hành kèm theo Quyết định số 10/2006/QĐ-BNV.",
        &["31/2012/TT-BNV repeals", "10/2006/QĐ-BNV repeals"],
    );
    body(
        "Quyết định này thay thế: Quy chế tuyển dụng (ban hành kèm theo Quyết định số 10/2006/QĐ-BNV).",
        &["10/2006/QĐ-BNV replaces"],
    );
    body(
        "Quyết định này thay thế: Quy chế tuyển dụng (ban hành kèm theo Quyết định số 10/2006/QĐ-BNV); Quy chế thi (ban hành kèm theo Quyết định số 11/2006/QĐ-BNV).",
        &["10/2006/QĐ-BNV replaces", "11/2006/QĐ-BNV replaces"],
    );
    body(
        "Thông tư số 31/2012/TT-BNV về việc sửa đổi, bổ sung một số điều của Quy chế tuyển dụng ban hành kèm theo Quyết định số 10/2006/QĐ-BNV.",
        &["31/2012/TT-BNV cites", "10/2006/QĐ-BNV amends <31/2012/TT-BNV"],
    );
    body(
        "Chương IV Quy chế tuyển dụng ban hành kèm theo Quyết định số 10/2006/QĐ-BNV hết hiệu lực từ ngày 1/7/2031.",
        &["10/2006/QĐ-BNV repeals"],
    );
    // What stands in the regulation only points.
    body(
        "Thông tư số 31/2012/TT-BNV về mẫu đơn theo Quy chế tuyển dụng ban hành kèm theo Quyết định số 10/2006/QĐ-BNV.",
        &["31/2012/TT-BNV cites", "10/2006/QĐ-BNV cites <31/2012/TT-BNV"],
    );
}

#[test]
fn what_has_ended_is_told_past_the_documents_in_its_title() {
    body(
        "Thông tư số 12/2011/TT-BNV sửa đổi, bổ sung Thông tư số 11/2008/TT-BNV hết hiệu lực kể từ ngày 1/7/2031.",
        &["12/2011/TT-BNV repeals", "11/2008/TT-BNV amends <12/2011/TT-BNV"],
    );
    body(
        "Thông tư số 12/2011/TT-BNV hướng dẫn Nghị định số 11/2008/NĐ-CP hết hiệu lực kể từ ngày 1/7/2031.",
        &["12/2011/TT-BNV repeals", "11/2008/NĐ-CP guides <12/2011/TT-BNV"],
    );
    body(
        "Thông tư số 12/2011/TT-BNV hướng dẫn về nuôi ong và Thông tư số 11/2014/TT-BNV về sửa đổi Thông tư số 12/2011/TT-BNV hết hiệu lực từ ngày 1/1/2031.",
        &["12/2011/TT-BNV repeals", "11/2014/TT-BNV repeals", "12/2011/TT-BNV amends <11/2014/TT-BNV"],
    );
    body(
        "Luật Nuôi ong số 7/2006/QH11 và Luật số 62/2010/QH12 sửa đổi, bổ sung một số điều của Luật Nuôi ong hết hiệu lực từ ngày 1/1/2031.",
        &["7/2006/QH11 repeals", "62/2010/QH12 repeals", "Luật Nuôi ong amends <62/2010/QH12"],
    );
    body(
        "Thông tư số 12/2011/TT-BNV sửa đổi Thông tư số 11/2008/TT-BNV; quy định trước đây hết hiệu lực.",
        &["12/2011/TT-BNV cites", "11/2008/TT-BNV amends <12/2011/TT-BNV"],
    );
}

#[test]
fn an_act_with_its_day_of_effect_replaces_the_one_before_it() {
    body(
        "Nghị định số 45/2030/NĐ-CP có hiệu lực từ ngày 01/02/2031, thay thế Nghị định số 5/2015/NĐ-CP.",
        &["45/2030/NĐ-CP cites", "5/2015/NĐ-CP replaces <45/2030/NĐ-CP"],
    );
    body(
        "Nghị định số 45/2030/NĐ-CP (có hiệu lực từ ngày 5/3/2031) thay thế Nghị định số 5/2015/NĐ-CP và bãi bỏ Thông tư số 3/2012/TT-BNV.",
        &["45/2030/NĐ-CP cites", "5/2015/NĐ-CP replaces <45/2030/NĐ-CP", "3/2012/TT-BNV repeals <45/2030/NĐ-CP"],
    );
    body(
        "Huyện ủy có Quyết định số 7-QĐ/HU ban hành Quy chế làm việc của Huyện ủy, có hiệu lực từ ngày 5/3/2031 và thay thế Quyết định số 5-QĐ/HU.",
        &["7-QĐ/HU cites", "Quy chế làm việc của Huyện ủy promulgates <7-QĐ/HU", "5-QĐ/HU replaces <7-QĐ/HU"],
    );
    body(
        "Quyết định này có hiệu lực từ ngày 5/3/2031 và thay thế Quyết định số 5/2015/QĐ-UBND.",
        &["5/2015/QĐ-UBND replaces"],
    );
    body(
        "Nghị định số 45/2030/NĐ-CP có hiệu lực từ ngày 01/02/2031, Ủy ban nhân dân huyện thực hiện Công văn số 9/UBND-VX.",
        &["45/2030/NĐ-CP cites", "9/UBND-VX implements"],
    );
}

#[test]
fn a_short_heading_is_not_the_verb_of_the_line_below_it() {
    let long = "được áp dụng đối với các hợp đồng đã ký trước ngày Quyết định này có hiệu lực thi hành cho đến hết thời hạn ghi trong hợp đồng.";
    reads(
        &format!("Điều 1. Ban hành quy định.\nĐiều 2. Hiệu lực thi hành\nThông tư số 12/2011/TT-BNV {long}"),
        &["12/2011/TT-BNV cites"],
    );
    reads(
        &format!("Điều 1. Ban hành quy định.\nĐiều 2. Tổ chức thực hiện\nNghị định số 3/2010/NĐ-CP {long}"),
        &["3/2010/NĐ-CP cites"],
    );
    reads(
        "Điều 1. Ban hành quy định.\nĐiều 2. Sửa đổi, bổ sung Luật Nuôi ong số 25/2012/QH13\nBãi bỏ khoản 2 Điều 32 của Luật Nuôi ong số 25/2012/QH13.",
        &["25/2012/QH13 amends", "25/2012/QH13 repeals"],
    );
    reads(&format!("I. Xem xét kết quả kiểm tra\nHuyện ủy thấy rằng Quy định số 47-QĐ/TW {long}"), &["47-QĐ/TW cites"]);
    reads(
        "A. MỤC ĐÍCH\nĐánh giá kết quả thực hiện nghị quyết đại hội các cấp, Nghị quyết số 25-NQ/HU.",
        &["25-NQ/HU implements"],
    );
    // A line that is full goes on.
    reads(
        "Điều 2. Bãi bỏ các quy định về hỗ trợ nuôi ong, đào giếng, trồng rừng tại\nQuyết định số 3/2010/QĐ-UBND ngày 4/5/2010 của Ủy ban nhân dân tỉnh về hỗ trợ.",
        &["3/2010/QĐ-UBND repeals"],
    );
}

#[test]
fn the_title_of_a_paper_keeps_its_verb_whatever_stands_before_the_kind() {
    let of = |title: &str| {
        let text = format!(
            "BỘ NỘI VỤ\n\nSố: 9/2031/TT-BNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 25 tháng 11 năm 2031\nTHÔNG \
             TƯ\n{title}\n\nCăn cứ Luật Nuôi ong;\n"
        );
        let record = examine(&Source::memory("thong-tu.txt", text), Lexicon::embedded());
        let first = &record.mentions[0];
        (first.relation.code(), first.subject)
    };
    assert_eq!(of("Sửa đổi, bổ sung một số điều của Thông tư số 12/2018/TT-BNV"), ("amends", 0));
    assert_eq!(of("Hướng dẫn thực hiện Nghị định số 12/2018/NĐ-CP"), ("guides", 0));
    assert_eq!(of("Quy định về mẫu đơn theo Nghị định số 12/2018/NĐ-CP"), ("cites", 0));
}

#[test]
fn what_is_quoted_is_named_by_the_paper_quoted() {
    body(
        "[1] Thông tư số 8/2023/TT-BNV ngày 4/5/2023 của Bộ Nội vụ có căn cứ ban hành như sau:\n“Căn cứ Luật Nuôi ong ngày 13 \
         tháng 11 năm 2020;\nCăn cứ Nghị định số 62/2022/NĐ-CP ngày 12/9/2022;”\nCăn cứ Nghị định số 63/2022/NĐ-CP, chi bộ họp.",
        &[
            "8/2023/TT-BNV cites",
            "Luật Nuôi ong basis <8/2023/TT-BNV",
            "62/2022/NĐ-CP basis <8/2023/TT-BNV",
            "63/2022/NĐ-CP cites",
        ],
    );
    body(
        "Điều 5 Thông tư số 8/2023/TT-BNV quy định:\n“Học phí được trả theo quy định của Luật Nuôi ong.”\nChi bộ họp theo Luật Thanh niên.",
        &["8/2023/TT-BNV cites", "Luật Nuôi ong cites <8/2023/TT-BNV", "Luật Thanh niên cites"],
    );
    body(
        "Việc tuyển dụng theo Nghị định số 15/2020/NĐ-CP.\n5. Sửa đổi Điều 5 như sau:\n“Điều 5. Học phí được trả theo Luật Nuôi ong.”",
        &["15/2020/NĐ-CP cites", "Luật Nuôi ong cites"],
    );
    // New words are not the act's yet.
    body(
        "Sửa đổi Điều 5 Thông tư số 8/2023/TT-BNV như sau:\n“Điều 5. Học phí được trả theo quy định của Luật Nuôi ong.”",
        &["8/2023/TT-BNV amends", "Luật Nuôi ong cites"],
    );
}

#[test]
fn no_decree_guides_a_circular() {
    body(
        "Theo quy định tại Nghị định số 60/2003/NĐ-CP của Chính phủ quy định chi tiết Luật Ngân sách nhà nước và Thông tư số 59/2003/TT-BTC của Bộ Tài chính.",
        &["60/2003/NĐ-CP cites", "Luật Ngân sách nhà nước guides <60/2003/NĐ-CP", "59/2003/TT-BTC cites"],
    );
    body(
        "Theo quy định tại Thông tư số 60/2003/TT-BTC hướng dẫn Luật Ngân sách nhà nước và Nghị định số 59/2003/NĐ-CP.",
        &[
            "60/2003/TT-BTC cites",
            "Luật Ngân sách nhà nước guides <60/2003/TT-BTC",
            "59/2003/NĐ-CP guides <60/2003/TT-BTC",
        ],
    );
    body(
        "Sửa đổi khoản 2 tại Thông tư số 5/2003/TT-BTC hướng dẫn thi hành Nghị định số 4/2002/NĐ-CP, để thực thi phương án nêu tại Nghị quyết số 25/NQ-CP.",
        &["5/2003/TT-BTC amends", "4/2002/NĐ-CP guides <5/2003/TT-BTC", "25/NQ-CP cites"],
    );
}

#[test]
fn words_that_are_changed_in_an_act_change_the_act() {
    body(
        "Thay cụm từ “nuôi ong” bằng cụm từ “nuôi ong mật” tại khoản 5 Điều 3 của Luật Nuôi ong năm 2012.",
        &["Luật Nuôi ong amends"],
    );
    body(
        "Thay thế cụm từ “nuôi ong” bằng cụm từ “nuôi ong mật” tại Điều 3 Nghị định số 12/2018/NĐ-CP.",
        &["12/2018/NĐ-CP amends"],
    );
    body("Bỏ cụm từ “nuôi ong” tại Điều 3 Nghị định số 12/2018/NĐ-CP.", &["12/2018/NĐ-CP amends"]);
    body("Thay thế Quyết định số 12/2018/QĐ-UBND.", &["12/2018/QĐ-UBND replaces"]);
    body(
        "Sửa đổi mức phạt quy định tại điểm đ khoản 1 Điều 24 của Nghị định số 12/2018/NĐ-CP như sau:",
        &["12/2018/NĐ-CP amends"],
    );
    body(
        "Sửa đổi mẫu đơn cho phù hợp với mức phạt quy định tại Điều 24 của Nghị định số 12/2018/NĐ-CP.",
        &["12/2018/NĐ-CP cites"],
    );
    body(
        "Thông tư số 15/2020/TT-BNV sửa đổi, bổ sung một số điểm trong Thông tư số 12/2018/TT-BNV.",
        &["15/2020/TT-BNV cites", "12/2018/TT-BNV amends <15/2020/TT-BNV"],
    );
}

#[test]
fn the_verb_of_a_list_holds_though_its_first_member_is_none() {
    body(
        "Đánh giá kết quả thực hiện nghị quyết đại hội các cấp, Nghị quyết số 25-NQ/HU của Huyện ủy; Chỉ thị số 5-CT/HU.",
        &["25-NQ/HU implements", "5-CT/HU implements"],
    );
    body("Đánh giá kết quả thực hiện quy chế dân chủ, báo cáo theo Nghị quyết số 25-NQ/HU.", &["25-NQ/HU cites"]);
}

#[test]
fn a_numbered_heading_of_grounds_lists_them() {
    let of = |heading: &str| {
        let text = format!(
            "UBND HUYỆN BÌNH LỤC\nSố: 12/KH-UBND\nBình Lục, ngày 12 tháng 7 năm 2022\n\nKẾ HOẠCH\nphát triển nuôi ong\n\n\
             {heading}\n- Nghị định số 21/2019/NĐ-CP ngày 22/02/2019 của Chính phủ về khu vực phòng thủ;\n- Luật Thanh niên năm \
             2020.\nII. NỘI DUNG\n1. Hỗ trợ đàn ong.\n"
        );
        let record = examine(&Source::memory("ke-hoach.txt", text), Lexicon::embedded());
        record.mentions.iter().map(|mention| mention.relation.code()).collect::<Vec<_>>()
    };
    assert_eq!(of("I. CĂN CỨ PHÁP LÝ"), ["basis", "basis"]);
    assert_eq!(of("I. CƠ SỞ XÂY DỰNG KẾ HOẠCH"), ["basis", "basis"]);
    assert_eq!(of("I. KẾT QUẢ THỰC HIỆN"), ["cites", "cites"]);
}

#[test]
fn a_proposal_whose_paper_stands_in_a_bracket_is_answered() {
    body("Chi bộ họp theo đề nghị của Phòng Nội vụ (Tờ trình số 5/TTr-NV ngày 4/5/2022).", &["5/TTr-NV responds"]);
    body(
        "Theo Luật Thanh niên, chi bộ họp theo đề nghị của Phòng Nội vụ (Tờ trình số 5/TTr-NV ngày 4/5/2022).",
        &["Luật Thanh niên cites", "5/TTr-NV responds"],
    );
    body("Chi bộ họp theo hướng dẫn của Phòng Nội vụ (Công văn số 5/NV ngày 4/5/2022).", &["5/NV cites"]);
}

#[test]
fn a_verb_and_a_pointer_find_their_paper_past_a_bracket() {
    // A second "quy định tại" is not in the title of the bracket.
    body(
        "Thực hiện theo Thông tư số 27/2020/TT-BNV (thay thế Thông tư số 22/2016/TT-BNV), quy định tại Quyết định số 5/QĐ-UBND.",
        &["27/2020/TT-BNV cites", "22/2016/TT-BNV replaces <27/2020/TT-BNV", "5/QĐ-UBND cites"],
    );
    body(
        "Quyết định về việc sửa đổi khoản 2 Điều 6 Quy định ban hành kèm theo Quyết định số 17/2018/QĐ-UBND.",
        &["17/2018/QĐ-UBND amends"],
    );
}

#[test]
fn a_part_of_a_document_is_carried_out_as_the_document_is() {
    body("Ban hướng dẫn thực hiện một số điều trong Quy định số 7-QĐ/TW.", &["7-QĐ/TW guides"]);
    body("Chi bộ thực hiện một số nội dung trong Quy định số 7-QĐ/TW.", &["7-QĐ/TW implements"]);
    body("Ban xem một số điều trong Quy định số 7-QĐ/TW.", &["7-QĐ/TW cites"]);
}

#[test]
fn what_was_done_on_a_day_is_no_title() {
    body(
        "Thực hiện Hướng dẫn số 5-HD/ĐU của Đảng ủy về tổ chức đại hội, ngày 04/03/2010 Đảng bộ xã đã tổ chức hội nghị quán triệt Chỉ thị 7-CT/TW.",
        &["5-HD/ĐU implements", "7-CT/TW implements"],
    );
    body(
        "Thực hiện Hướng dẫn số 5-HD/ĐU về việc thực hiện Chỉ thị 7-CT/TW, ngày 04/03/2010 của Ban Bí thư.",
        &["5-HD/ĐU implements", "7-CT/TW implements <5-HD/ĐU"],
    );
}

#[test]
fn what_a_paper_sets_is_carried_out_with_it() {
    body(
        "Chi bộ thực hiện tốt các nhiệm vụ trọng tâm, các mục tiêu của Nghị quyết số 8-NQ/TW.",
        &["8-NQ/TW implements"],
    );
    body(
        "Triển khai bảo đảm hoàn thành đầy đủ các nhiệm vụ, chỉ tiêu được giao tại Kế hoạch số 14-KH/HU.",
        &["14-KH/HU implements"],
    );
    body("Chi bộ rà soát các nhiệm vụ, mục tiêu của Nghị quyết số 8-NQ/TW.", &["8-NQ/TW cites"]);
    body("Thực hiện nhiệm vụ theo Kế hoạch số 14-KH/HU.", &["14-KH/HU cites"]);
}

#[test]
fn the_subject_of_a_passive_verb_of_carrying_out_is_its_object() {
    body("Chỉ thị số 27-CT/TW đã được triển khai nghiêm túc, đồng bộ.", &["27-CT/TW implements"]);
    body(
        "Bảo đảm Luật Thanh niên và các văn bản quy định chi tiết, hướng dẫn thi hành Luật Thanh niên được thực hiện thống nhất.",
        &["Luật Thanh niên implements", "Luật Thanh niên cites"],
    );
    body("Chỉ thị số 27-CT/TW được ban hành kịp thời, việc học được triển khai sớm.", &["27-CT/TW cites"]);
    body("Chế độ theo Chỉ thị số 27-CT/TW được thực hiện đủ.", &["27-CT/TW cites"]);
}

#[test]
fn rules_named_beside_an_instruction_are_carried_out_with_it() {
    body(
        "Quán triệt và thực hiện nghiêm:\n- Ý kiến chỉ đạo của Ban Thường vụ Tỉnh ủy tại Công văn số 43-CV/TU, các quy định tại Luật \
         Thanh niên;",
        &["43-CV/TU implements", "Luật Thanh niên implements"],
    );
    body(
        "Chi bộ sinh hoạt theo Công văn số 43-CV/TU, các đơn vị báo cáo theo quy định tại Luật Thanh niên.",
        &["43-CV/TU cites", "Luật Thanh niên cites"],
    );
}

#[test]
fn what_comes_with_a_proposal_is_answered_with_it() {
    body(
        "Theo đề nghị của Sở Y tế tại Tờ trình số 5/TTr-SYT ngày 4/5/2022 kèm theo Báo cáo thẩm định số 9/BC-STP ngày 2/5/2022 của Sở Tư pháp.",
        &["5/TTr-SYT responds", "9/BC-STP responds"],
    );
    body(
        "Theo đề nghị của Sở Y tế tại Tờ trình số 5/TTr-SYT ngày 4/5/2022 về Quy chế kèm theo Quyết định số 9/QĐ-UBND.",
        &["5/TTr-SYT responds", "9/QĐ-UBND cites <5/TTr-SYT"],
    );
}

#[test]
fn a_decree_guides_no_decision() {
    body(
        "Thực hiện Nghị định số 5/2020/NĐ-CP của Chính phủ quy định chi tiết Luật Hộ tịch và Quyết định số 9/QĐ-TTg của Thủ tướng Chính phủ.",
        &["5/2020/NĐ-CP implements", "Luật Hộ tịch guides <5/2020/NĐ-CP", "9/QĐ-TTg implements"],
    );
}

#[test]
fn the_manner_of_a_verb_does_not_part_it_from_its_list() {
    body(
        "Các huyện quán triệt và triển khai thực hiện nghiêm túc các Nghị quyết của Đảng, Nghị quyết số 96/2019/QH14 của Quốc hội.",
        &["96/2019/QH14 implements"],
    );
    body(
        "Các huyện báo cáo nghiêm túc các Nghị quyết của Đảng, Nghị quyết số 96/2019/QH14 của Quốc hội.",
        &["96/2019/QH14 cites"],
    );
}

#[test]
fn what_another_is_still_to_change_is_not_changed() {
    body(
        "Trong khi chờ Chính phủ sửa đổi Nghị định số 20/2000/NĐ-CP, các đơn vị làm như cũ.",
        &["20/2000/NĐ-CP cites"],
    );
    body("Bộ Y tế chưa sửa đổi Thông tư số 12/2005/TT-BYT.", &["12/2005/TT-BYT cites"]);
    body("Trước khi bãi bỏ Quyết định số 5/QĐ-UBND phải lấy ý kiến.", &["5/QĐ-UBND cites"]);
    body("Đề nghị Sở Nội vụ đính chính sai sót tại Quyết định số 5/QĐ-UBND.", &["5/QĐ-UBND cites"]);
    // The words without their meaning.
    for sentence in [
        "Để khắc phục những bất cập chưa được xử lý, Ủy ban nhân dân tỉnh bãi bỏ Quyết định số 5/QĐ-UBND.",
        "Để khắc phục những bất cập chưa được xử lý Ủy ban nhân dân tỉnh bãi bỏ Quyết định số 5/QĐ-UBND.",
        "Đối với nhà chờ xe buýt thì bãi bỏ Quyết định số 5/QĐ-UBND.",
        "Giải quyết tồn đọng trước khi bàn giao và bãi bỏ Quyết định số 5/QĐ-UBND.",
    ] {
        body(sentence, &["5/QĐ-UBND repeals"]);
    }
    body("Bãi bỏ Quyết định số 5/QĐ-UBND.", &["5/QĐ-UBND repeals"]);
}

#[test]
fn two_proposals_under_one_verb_are_answered_both() {
    reads(
        "Xét đề nghị của Trưởng Ban Dân tộc tại Tờ trình số 5/TTr-BDT ngày 4/5/2022 và của Giám đốc Sở Nội vụ tại Tờ trình số 6/TTr-SNV \
         ngày 5/5/2022;",
        &["5/TTr-BDT responds", "6/TTr-SNV responds"],
    );
}

#[test]
fn an_error_is_corrected_where_it_stands() {
    body(
        "Liên đoàn đính chính sai sót tại Quy định ban hành kèm theo Quyết định số 168/QĐ-TLĐ.",
        &["168/QĐ-TLĐ corrects"],
    );
    body("Liên đoàn làm theo Quy định ban hành kèm theo Quyết định số 168/QĐ-TLĐ.", &["168/QĐ-TLĐ cites"]);
}

#[test]
fn what_a_page_says_of_a_paper_ends_nothing() {
    body("Thông tư số 102/2003/TT-BTC\nHết hiệu lực toàn bộ\n30/10/2003", &["102/2003/TT-BTC cites"]);
    body("Thông tư số 102/2003/TT-BTC hết hiệu lực từ ngày 30/10/2003.", &["102/2003/TT-BTC repeals"]);
}

#[test]
fn a_list_ends_with_its_article() {
    body(
        "Điều 2. Quyết định này thay thế các Quyết định sau:\n1. Quyết định số 5/QĐ-UBND ngày 01/02/2010.\n2. Quyết định số 6/QĐ-UBND ngày \
         01/02/2011.\nĐiều 3. Nghị định số 35/2016/NĐ-CP tiếp tục được áp dụng.",
        &["5/QĐ-UBND replaces", "6/QĐ-UBND replaces", "35/2016/NĐ-CP cites"],
    );
}

#[test]
fn what_stands_behind_by_is_not_what_is_changed() {
    body("Quy chế được sửa đổi, bổ sung bởi:\nQuyết định số 23/2018/QĐ-TTg ngày 15/5/2018.", &["23/2018/QĐ-TTg cites"]);
}

#[test]
fn a_verb_governs_the_act_that_issued_the_regulation_behind_it() {
    reads(
        "Căn cứ Quy chế làm việc của Huyện ủy ban hành kèm theo Quyết định số 84-QĐ/HU ngày 22/02/2021;",
        &["Quy chế làm việc của Huyện ủy promulgates <84-QĐ/HU", "84-QĐ/HU basis"],
    );
    body(
        "Bãi bỏ Quy chế chi tiêu ban hành kèm theo Quyết định số 84/QĐ-UBND; Quy định đi lại ban hành kèm theo Quyết định số \
         86/QĐ-UBND.",
        &["84/QĐ-UBND repeals", "86/QĐ-UBND repeals"],
    );
    body("Thực hiện theo Phụ lục II ban hành kèm theo Quyết định số 15/2025/QĐ-TTg.", &["15/2025/QĐ-TTg cites"]);
}

#[test]
fn a_full_stop_and_the_mark_that_closes_a_title_end_the_verb() {
    body(
        "Thông tư này thay thế Thông tư số 5/2011/TT-BTP. Bộ luật Hình sự năm 2015 chỉ áp dụng cho việc này.",
        &["5/2011/TT-BTP replaces", "Bộ luật Hình sự cites"],
    );
    reads(
        "Căn cứ Quy định số 29-QĐ/TW ngày 25/7/2016 về “Thi hành Điều lệ Đảng”, Hướng dẫn số 1-HD/TW ngày 20/9/2016 của Ban Bí thư;",
        &["29-QĐ/TW basis", "Điều lệ Đảng implements <29-QĐ/TW", "1-HD/TW basis"],
    );
}

#[test]
fn what_a_decision_rests_on_is_one_list() {
    reads(
        "Xét đề nghị của Ủy ban nhân dân huyện (Công văn số 9/UBND-VX), ý kiến của Sở Nội vụ (Công văn số 18/SNV-TC), Sở Y tế (Công \
         văn số 65/SYT-TC);",
        &["9/UBND-VX responds", "18/SNV-TC responds", "65/SYT-TC responds"],
    );
    reads(
        "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 25/TTr-SYT và báo cáo thẩm định của Sở Tư pháp số 27/BC-STP;",
        &["25/TTr-SYT responds", "27/BC-STP responds"],
    );
}

#[test]
fn the_parts_of_an_act_do_not_part_it_from_the_verb() {
    body("Chi bộ quán triệt những tư tưởng chỉ đạo của Nghị quyết số 8-NQ/TW.", &["8-NQ/TW implements"]);
    body("Chi bộ quán triệt một số nội dung cơ bản, cốt lõi của Chỉ thị số 5-CT/TW.", &["5-CT/TW implements"]);
    body("Đánh giá theo quan điểm của Nghị quyết số 8-NQ/TW.", &["8-NQ/TW cites"]);
}

#[test]
fn a_proposal_issues_nothing() {
    body(
        "Chi bộ nghe Tờ trình số 17/TTr-UBND về việc phê duyệt Điều lệ Công đoàn Việt Nam khóa XIII.",
        &["17/TTr-UBND cites", "Điều lệ Công đoàn Việt Nam khóa XIII cites <17/TTr-UBND"],
    );
    body(
        "Chi bộ đọc Quyết định số 17/QĐ-TLĐ về việc phê duyệt Điều lệ Công đoàn Việt Nam khóa XIII.",
        &["17/QĐ-TLĐ cites", "Điều lệ Công đoàn Việt Nam khóa XIII promulgates <17/QĐ-TLĐ"],
    );
}

#[test]
fn a_part_at_an_act_is_what_the_paper_changes() {
    body(
        "Sửa đổi, bổ sung một số nội dung của Điều 1 tại Nghị quyết số 209/2015/NQ-HĐND như sau:",
        &["209/2015/NQ-HĐND amends"],
    );
    body("Sửa đổi Đề án theo quy định tại Điều 1 Nghị quyết số 209/2015/NQ-HĐND.", &["209/2015/NQ-HĐND cites"]);
}

#[test]
fn a_reason_is_not_what_the_verb_governs() {
    body(
        "Hủy bỏ các Quyết định của UBND tỉnh vì không còn phù hợp với Nghị định số 35/2001/NĐ-CP và Thông tư số 53/2001/TT-BTC:\n\
         - Quyết định số 1754/2000/QĐ-UB;\n- Quyết định số 17/2001/QĐ-UB.",
        &["35/2001/NĐ-CP cites", "53/2001/TT-BTC cites", "1754/2000/QĐ-UB repeals", "17/2001/QĐ-UB repeals"],
    );
    body(
        "Bãi bỏ Quyết định số 12/2001/QĐ-UB do trái với Nghị định số 35/2001/NĐ-CP.",
        &["12/2001/QĐ-UB repeals", "35/2001/NĐ-CP cites"],
    );
    // A verb of its own governs what comes behind the reason.
    body(
        "Bãi bỏ Quyết định số 12/2001/QĐ-UB do trái với Nghị định số 35/2001/NĐ-CP, thay thế Quyết định số 13/2001/QĐ-UB.",
        &["12/2001/QĐ-UB repeals", "35/2001/NĐ-CP cites", "13/2001/QĐ-UB replaces"],
    );
    body(
        "Thay thế Quyết định số 12/2001/QĐ-UB và Quyết định số 13/2001/QĐ-UB.",
        &["12/2001/QĐ-UB replaces", "13/2001/QĐ-UB replaces"],
    );
}

#[test]
fn what_opens_a_sentence_is_carried_out_by_the_paper_that_another_organ_issues_in_it() {
    body(
        "Thực hiện Kết luận số 237-TB/TW của Ban Bí thư về ngày lễ lớn, Ban Tuyên giáo Trung ương ban hành Hướng dẫn số 4-HD/BTGTW.",
        &["237-TB/TW implements <4-HD/BTGTW", "4-HD/BTGTW cites"],
    );
    body(
        "Thực hiện Kết luận số 237-TB/TW của Ban Bí thư về ngày lễ lớn, Huyện ủy ban hành Kế hoạch nuôi ong như sau:",
        &["237-TB/TW implements"],
    );
}

#[test]
fn a_ground_guides_what_its_title_names_behind_a_comma_too() {
    reads(
        "Căn cứ Hướng dẫn số 3/HD-TLĐ của Đoàn Chủ tịch Tổng Liên đoàn, hướng dẫn thi hành Điều lệ Công đoàn Việt Nam;",
        &["3/HD-TLĐ basis", "Điều lệ Công đoàn Việt Nam guides <3/HD-TLĐ"],
    );
}

#[test]
fn a_regulation_in_a_list_of_grounds_is_told_by_the_act_in_its_bracket() {
    reads(
        "Căn cứ Nghị quyết số 3/NQ-HĐND về chăm sóc sức khỏe; Quy chế truyền máu (ban hành theo Quyết định số 6/2007/QĐ-BYT);",
        &["3/NQ-HĐND basis", "6/2007/QĐ-BYT basis"],
    );
}

#[test]
fn a_paper_changes_the_rules_that_came_with_an_act_and_a_rule_of_theirs_is_its_provision() {
    let text = "NGHỊ QUYẾT\nSỬA ĐỔI MỘT SỐ ĐIỀU\nHội đồng nhân dân ban hành Nghị quyết sửa đổi, bổ sung một số điều của Quy định kèm \
                theo Nghị quyết số 9/2022/NQ-HĐND.\nĐiều 1. Sửa đổi khoản 2 Điều 12 của Quy định kèm theo Nghị quyết số \
                9/2022/NQ-HĐND như sau:\nĐiều 2. Thực hiện khoản 2 Điều 12 của Quy định kèm theo Nghị quyết số 8/2022/NQ-HĐND.\n";
    let record = examine(&Source::memory("nghi-quyet.txt", text), Lexicon::embedded());
    let found: Vec<_> = record.mentions.iter().map(|m| (m.relation.code(), m.provision.as_deref())).collect();
    let rule = Some("khoản 2 Điều 12");
    assert_eq!(found, [("amends", None), ("amends", rule), ("implements", rule)]);
}

#[test]
fn guidelines_guide_what_their_title_carries_out() {
    let relation =
        |text: &str| examine(&Source::memory("huong-dan.txt", text), Lexicon::embedded()).mentions[0].relation.code();
    assert_eq!(relation("HƯỚNG DẪN\n\nTHI HÀNH ĐIỀU LỆ CÔNG ĐOÀN VIỆT NAM\n\nCăn cứ Luật Công đoàn;\n"), "guides");
    assert_eq!(relation("KẾ HOẠCH\n\nTHỰC HIỆN ĐIỀU LỆ CÔNG ĐOÀN VIỆT NAM\n\nCăn cứ Luật Công đoàn;\n"), "implements");
}

#[test]
fn the_heading_of_a_section_of_grounds_may_be_wrapped() {
    let text = "KẾ HOẠCH\nTRỒNG CÂY\nI. CĂN CỨ XÂY DỰNG\n\
                KẾ HOẠCH\n1. Quyết định số 924/QĐ-TTg về trồng cây;\n2. Thông tư 05/2022/TT-BTC.\nII. MỤC TIÊU\n1. Nghị quyết số 05-NQ/TU được thi hành.\n";
    reads(text, &["924/QĐ-TTg basis", "05/2022/TT-BTC basis", "05-NQ/TU implements"]);
}

#[test]
fn what_a_decision_issues_may_be_written_in_small_letters() {
    let circular = "Căn cứ Thông tư số 17/2012/TT-BGDĐT của Bộ Giáo dục và Đào tạo ban hành quy định";
    reads(
        &format!("{circular} về dạy thêm, học thêm (gọi tắt là Thông tư 17);"),
        &["17/2012/TT-BGDĐT basis", "quy định về dạy thêm, học thêm promulgates <17/2012/TT-BGDĐT"],
    );
    reads(
        "Căn cứ Quyết định số 1831/QĐ-BTP của Bộ Tư pháp ban hành Hướng dẫn nuôi ong lấy mật;",
        &["1831/QĐ-BTP basis", "Hướng dẫn nuôi ong lấy mật promulgates <1831/QĐ-BTP"],
    );
    // Rules of no name, and rules that no act is said to bring.
    reads(&format!("{circular} pháp luật về ong;"), &["17/2012/TT-BGDĐT basis"]);
    reads("Chính phủ ban hành quy định về nuôi ong theo Nghị định số 5/2020/NĐ-CP.", &["5/2020/NĐ-CP cites"]);
}

#[test]
fn a_bracket_between_a_name_and_its_act_or_an_act_and_its_title_is_passed_over() {
    reads(
        "theo Quy chế thi tốt nghiệp trung học phổ thông (THPT) ban hành kèm theo Thông tư số 15/2020/TT-BGDĐT;",
        &["Quy chế thi tốt nghiệp trung học phổ thông promulgates <15/2020/TT-BGDĐT", "15/2020/TT-BGDĐT cites"],
    );
    let guides = ["133/HĐBT basis", "Luật Công đoàn guides <133/HĐBT"];
    for bracket in ["(nay là Chính phủ) ", "(sau đây gọi tắt là Nghị định 133) ", ""] {
        reads(
            &format!("Căn cứ Nghị định số 133/HĐBT của Hội đồng Bộ trưởng {bracket}hướng dẫn thi hành Luật Công đoàn;"),
            &guides,
        );
    }
    // A bracket with a paper in it is no abbreviation.
    let text = "Căn cứ Quy chế A (Quyết định số 5/QĐ-UBND) ban hành kèm theo Quyết định số 6/QĐ-UBND;";
    let record = examine(&Source::memory("quy-che.txt", text), Lexicon::embedded());
    assert!(record.mentions.iter().all(|mention| mention.number.is_some()));
}

#[test]
fn another_body_proposes_beside_the_first() {
    let first = "Theo đề nghị của Chánh Văn phòng tại Tờ trình số 18/TTr-VP";
    for second in [" và Giám đốc Sở Nội vụ tại Văn bản số 48/SNV-TCBC.", "; Sở Nội vụ tại Văn bản số 48/SNV-TCBC."]
    {
        reads(&format!("{first}{second}"), &["18/TTr-VP responds", "48/SNV-TCBC responds"]);
    }
    reads(
        &format!("{first} về việc Sở Nội vụ nuôi ong theo Văn bản số 48/SNV-TCBC."),
        &["18/TTr-VP responds", "48/SNV-TCBC cites <18/TTr-VP"],
    );
}

#[test]
fn an_assembly_agrees_with_what_it_was_given() {
    let body = |line: &str| format!("NGHỊ QUYẾT\nvề trồng cây\n\nQUYẾT NGHỊ:\n\nĐiều 1. {line}\n");
    for verb in ["Thông qua nội dung", "Thông qua", "Tán thành cơ bản nội dung", "Nhất trí với nội dung"]
    {
        reads(&body(&format!("{verb} Tờ trình số 18/TTr-UBND về trồng cây.")), &["18/TTr-UBND responds"]);
    }
    reads(&body("Thông qua Kế hoạch số 18/KH-UBND về trồng cây."), &["18/KH-UBND cites"]);
    reads(&body("Thông báo Tờ trình số 18/TTr-UBND về trồng cây."), &["18/TTr-UBND cites"]);
}

#[test]
fn several_verbs_with_one_object_amend_it() {
    reads(
        "Điều 1. Sửa đổi, bổ sung, bãi bỏ một số điều, khoản của Nghị định số 63/2010/NĐ-CP:",
        &["63/2010/NĐ-CP amends"],
    );
    reads(
        "Điều 1. Sửa đổi Nghị định số 62/2010/NĐ-CP, bãi bỏ Nghị định số 63/2010/NĐ-CP.",
        &["62/2010/NĐ-CP amends", "63/2010/NĐ-CP repeals"],
    );
}

#[test]
fn a_rule_is_added_to_a_regulation_by_the_act_before_it() {
    let circular = "Thông tư số 18/2014/TT-BGDĐT của Bộ trưởng bổ sung vào điểm a khoản 2 Điều 7";
    reads(
        &format!("{circular} của Quy chế tuyển sinh trung học;"),
        &["18/2014/TT-BGDĐT cites", "Quy chế tuyển sinh trung học amends <18/2014/TT-BGDĐT"],
    );
    // The act that issued the rules is what is changed.
    let record = examine(
        &Source::memory(
            "thong-tu.txt",
            format!("{circular} Quy chế tuyển sinh trung học kèm theo Quyết định số 5/QĐ-BGD;"),
        ),
        Lexicon::embedded(),
    );
    assert!(record.mentions.iter().all(|mention| mention.name.is_none() || mention.subject != 1));
}

#[test]
fn what_the_draft_does_on_which_a_paper_was_passed_the_paper_does() {
    let paper = |asked: &str| {
        format!(
            "NGHỊ QUYẾT\nBÃI BỎ NGHỊ QUYẾT SỐ 124/2019/NQ-HĐND\n\nXét Tờ trình số 401/TTr-UBND của Ủy ban nhân dân tỉnh {asked};\n\nQUYẾT NGHỊ:\n\nĐiều 1. Cây.\n"
        )
    };
    let of = |asked: &str| {
        let record = examine(&Source::memory("nghi-quyet.txt", paper(asked)), Lexicon::embedded());
        let last = &record.mentions[2];
        (last.relation.code(), last.subject)
    };
    assert_eq!(of("về dự thảo Nghị quyết bãi bỏ Nghị quyết số 124/2019/NQ-HĐND"), ("repeals", 0));
    let rules = "sửa đổi một số điều của Quy định kèm theo Nghị quyết số 12/2020/NQ-HĐND";
    assert_eq!(of(&format!("về dự thảo Nghị quyết {rules}")), ("amends", 0));
    // No draft, or one of another kind.
    assert_eq!(of("về việc bãi bỏ Nghị quyết số 124/2019/NQ-HĐND").1, 2);
    assert_eq!(of("về dự thảo Quyết định bãi bỏ Nghị quyết số 124/2019/NQ-HĐND").1, 2);
}
