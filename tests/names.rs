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
    issuers("Theo Công văn số 5/CV-CĐ của Công đoàn ngành Giáo dục tỉnh hướng dẫn.", &["Công đoàn ngành Giáo dục tỉnh"]);
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
    issuers("Theo Quyết định số 5/QĐ-NHNN của Thống đốc Ngân hàng Nhà nước quy định.", &["Thống đốc Ngân hàng Nhà nước"]);
    issuers("Theo Quyết định số 9/QĐ-ĐHV của Hiệu trưởng.", &["Hiệu trưởng"]);
    issuers("Theo Thông báo số 9/TB-TTKQH của Tổng Thư ký Quốc hội về kỳ họp.", &["Tổng Thư ký Quốc hội"]);
    issuers(
        "Theo Công văn số 12/CV-CT của Công ty Cổ phần Cao su Phước Tân về việc này.",
        &["Công ty Cổ phần Cao su Phước Tân"],
    );
    issuers("Theo Nghị quyết số 7/NQ-HĐTV của HĐTV Công ty.", &["HĐTV Công ty"]);
    issuers("Theo Quyết định số 12/QĐ-BCNNg của Bộ Công nghiệp nặng.", &["Bộ Công nghiệp nặng"]);
    // A first letter that alone is small; a word in small letters names no organ.
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
    issuers("Theo Báo cáo số 29/BC-KTNS của Ban kinh tế - ngân sách HĐND huyện.", &["Ban kinh tế - ngân sách HĐND huyện"]);
}

#[test]
fn what_stands_before_a_bracket_says_whose_paper_it_holds() {
    issuers("Xét đề nghị của Ban Tổ chức Tỉnh ủy (Tờ trình số 41-TTr/BTCTU, ngày 01/3/2024).", &["Ban Tổ chức Tỉnh ủy"]);
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
        &["Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc", "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"],
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
