//! What findings say, and what is made of them: coverage, worklist, the user's rules. That each code fires, is silent and
//! keeps its border is the table of codes.rs.

mod offices;

use luocdo::audit::coverage::{Expected, coverage};
use luocdo::audit::register::Register;
use luocdo::audit::rules::Rule;
use luocdo::audit::worklist::{requests, worklist};
use luocdo::audit::{CODES, Case, Finding, Options, Profile, Severity, audit};
use luocdo::lexicon::Lexicon;
use luocdo::vocabulary::Language;
use luocdo::{config, survey};
use offices::{MARCH, decision, district_answer, found, found_with, letter, paper, party_plan, plan, state_plan, with};

fn said(code: &str, papers: &[&str]) -> Vec<String> {
    found(code, papers).into_iter().map(|finding| finding.message.vietnamese).collect()
}

/// Fires once on the first papers and not at all on the others.
#[track_caller]
fn told_apart(code: &str, fires: &[&str], others: &[&[&str]]) -> Finding {
    let mut first = found(code, fires);
    assert_eq!(first.len(), 1, "{code} must fire once: {first:#?}");
    for other in others {
        let found = found(code, other);
        assert!(found.is_empty(), "{code} must not fire: {found:#?}");
    }
    first.remove(0)
}

#[test]
fn ng101_a_source_that_is_not_held_is_missing_and_one_that_is_held_is_not() {
    let citing = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái, Ban Thường vụ triển khai như sau.",
    );
    let held = party_plan("45-KH/TU", "ngày 20 tháng 02 năm 2021", "Tổ chức học tập.");
    let finding = told_apart("NG101", &[&citing], &[&[&citing, &held], &[&held]]);
    assert_eq!(finding.path(), Some("0.txt"));
    assert!(finding.notes[0].vietnamese.starts_with("1 văn bản viện dẫn, 1 tỉnh (Yên Bái)"), "{finding:#?}");
}

#[test]
fn ng102_an_open_citation_says_what_it_lacks() {
    let open = plan("12/KH-LĐLĐ", MARCH, "Các cấp công đoàn thực hiện Chỉ thị số 05-CT/TW về học tập.");
    let dated =
        plan("12/KH-LĐLĐ", MARCH, "Các cấp công đoàn thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.");
    let finding = told_apart("NG102", &[&open], &[&[&dated]]);
    assert!(finding.message.vietnamese.contains("chưa rõ ngày, năm hoặc nhiệm kỳ"), "{finding:#?}");
    // The same words again are one finding with two places.
    let again = format!("{}\nTiếp tục thực hiện Chỉ thị số 05-CT/TW.\n", open.trim_end());
    assert!(found("NG102", &[&again]).len() <= 2);
}

#[test]
fn ng103_a_basis_that_was_replaced_needs_evidence_and_time() {
    let new = decision(
        "07/2020/QĐ-UBND",
        "ngày 10 tháng 01 năm 2020",
        "Điều 1. Quyết định này có hiệu lực từ ngày 20/01/2020 và thay thế Quyết định số 12/2015/QĐ-UBND ngày 03/4/2015 của Ủy ban nhân dân tỉnh Yên Bái.",
    );
    let citing = |date: &str| {
        state_plan(
            "30/KH-UBND",
            date,
            "Căn cứ Quyết định số 12/2015/QĐ-UBND ngày 03/4/2015 của Ủy ban nhân dân tỉnh Yên Bái;\nỦy ban nhân dân tỉnh ban hành kế hoạch như sau.",
        )
    };
    let (late, before, soon) = (citing(MARCH), citing("ngày 05 tháng 3 năm 2019"), citing("ngày 05 tháng 3 năm 2020"));
    let part = new.replace("thay thế Quyết định", "bãi bỏ Điều 5 của Quyết định");
    let finding = told_apart("NG103", &[&late, &new], &[&[&before, &new], &[&late], &[&late, &part]]);
    assert!(finding.message.vietnamese.contains("07/2020/QĐ-UBND"), "{finding:#?}");
    assert_eq!(found("NG103", &[&soon, &new]).len(), 0, "within six months it may not apply yet");
}

#[test]
fn ng104_what_another_document_tells_is_a_note_until_the_document_says_it_itself() {
    let teller = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Hướng dẫn số 36-HD/BTGTU, ngày 31/01/2021 của Ban Tuyên giáo Tỉnh ủy Yên Bái về việc thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư Trung ương, Ban Thường vụ triển khai như sau.",
    );
    let itself = paper(
        "TỈNH ỦY YÊN BÁI\nBAN TUYÊN GIÁO\n*",
        "36-HD/BTGTU",
        "Yên Bái, ngày 31 tháng 01 năm 2021",
        "HƯỚNG DẪN\nTuyên truyền",
        "Thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư Trung ương, Ban Tuyên giáo hướng dẫn.",
        "",
    );
    let direct = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư Trung ương, Ban Thường vụ triển khai.",
    );
    told_apart("NG104", &[&teller], &[&[&teller, &itself], &[&direct]]);
}

#[test]
fn ng105_a_jump_is_told_and_a_paper_of_the_level_between_closes_it() {
    let centre = "Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị, ";
    let own = "Liên đoàn Lao động huyện xây dựng kế hoạch.";
    let district = |body: &str| {
        paper(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN VĂN YÊN",
            "27/KH-LĐLĐ",
            "Văn Yên, ngày 01 tháng 11 năm 2021",
            "KẾ HOẠCH\nHọc tập và làm theo",
            body,
            "",
        )
    };
    let jump = district(&format!("{centre}{own}"));
    let through =
        district(&format!("{centre}Kế hoạch số 12/KH-LĐLĐ, ngày 05/3/2021 của Liên đoàn Lao động tỉnh Yên Bái, {own}"));
    let law = district(&format!("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, {own}"));
    let province = plan("12/KH-LĐLĐ", MARCH, &format!("{centre}Ban Thường vụ triển khai."));
    told_apart("NG105", &[&jump], &[&[&through], &[&law], &[&province]]);
}

#[test]
fn ng106_acting_on_spoken_words_is_told_and_a_meeting_that_is_only_named_is_not() {
    let spoken = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện ý kiến chỉ đạo của đồng chí Bí thư Tỉnh ủy tại cuộc họp ngày 01/3/2021, Ban Thường vụ triển khai như sau.",
    );
    let written = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Thông báo số 15-TB/TU, ngày 02/3/2021 của Tỉnh ủy Yên Bái, Ban Thường vụ triển khai như sau.",
    );
    told_apart("NG106", &[&spoken], &[&[&written]]);
}

#[test]
fn ng107_a_citation_that_contradicts_the_letterhead_is_told() {
    let held = party_plan("45-KH/TU", "ngày 20 tháng 02 năm 2021", "Tổ chức học tập.");
    let citing = |date: &str| {
        plan(
            "12/KH-LĐLĐ",
            MARCH,
            &format!("Thực hiện Kế hoạch số 45-KH/TU{date} của Tỉnh ủy Yên Bái, Ban Thường vụ triển khai."),
        )
    };
    let (wrong, right, coarse) = (citing(", ngày 25/02/2021"), citing(", ngày 20/02/2021"), citing(" năm 2021"));
    let finding = told_apart("NG107", &[&wrong, &held], &[&[&right, &held], &[&coarse, &held], &[&wrong]]);
    assert!(finding.message.vietnamese.contains("viện dẫn ghi 25/02/2021, văn bản ghi 20/02/2021"), "{finding:#?}");
}

#[test]
fn ng108_and_nt201_tell_who_says_what_of_one_source() {
    let citing = |number: &str, date: &str, issuer: &str| {
        plan(
            number,
            MARCH,
            &format!("Thực hiện Chỉ thị số 37-CT/TW, ngày {date} của {issuer}, Ban Thường vụ triển khai."),
        )
    };
    let secretariat = citing("12/KH-LĐLĐ", "03/9/2019", "Ban Bí thư");
    let politburo = citing("13/KH-LĐLĐ", "03/9/2019", "Bộ Chính trị");
    let other_day = citing("14/KH-LĐLĐ", "09/3/2019", "Ban Bí thư");
    let longer = citing("15/KH-LĐLĐ", "03/9/2019", "Ban Bí thư Trung ương Đảng");
    told_apart("NG108", &[&secretariat, &politburo], &[&[&secretariat, &longer], &[&politburo]]);
    let finding = told_apart("NT201", &[&secretariat, &longer, &other_day], &[&[&secretariat, &longer]]);
    assert!(finding.message.vietnamese.ends_with("03/9/2019 (2 lần); 09/3/2019 (1 lần)"), "{finding:#?}");
    assert_eq!(finding.path(), Some("2.txt"), "the minority first");
    // The date at the end of a list is not counted against the others of the list.
    let list = plan(
        "16/KH-LĐLĐ",
        MARCH,
        "Theo các Chỉ thị số 37-CT/TW, số 40-CT/TW ngày 22/11/2014 của Ban Bí thư, Ban Thường vụ triển khai.",
    );
    assert!(found("NT201", &[&secretariat, &list]).is_empty());
}

#[test]
fn nt202_a_later_source_is_told_and_one_of_the_same_day_is_not() {
    let citing = |date: &str| {
        plan(
            "12/KH-LĐLĐ",
            MARCH,
            &format!(
                "Căn cứ Công văn số 660-CV/BTGTU, ngày {date} của Ban Tuyên giáo Tỉnh ủy Yên Bái, Ban Thường vụ triển khai."
            ),
        )
    };
    let (later, same, earlier) = (citing("06/3/2021"), citing("05/3/2021"), citing("04/3/2021"));
    let finding = told_apart("NT202", &[&later], &[&[&same], &[&earlier]]);
    assert_eq!(finding.places.len(), 2, "both dates, both places: {finding:#?}");
}

#[test]
fn nt203_and_so301_tell_blanks_and_leave_what_is_filled_in() {
    let blank = plan(
        "      /KH-LĐLĐ",
        "ngày    tháng    năm 2021",
        "Căn cứ Công văn số 660-CV/BTGTU, ngày 12/4/2021 của Ban Tuyên giáo Tỉnh ủy Yên Bái, triển khai.",
    );
    let whole = plan("12/KH-LĐLĐ", MARCH, "Triển khai.");
    let month = plan("12/KH-LĐLĐ", "ngày    tháng 3 năm 2021", "Triển khai.");
    let finding = told_apart("NT203", &[&blank], &[&[&whole]]);
    assert!(finding.message.vietnamese.contains("sớm nhất 12/4/2021"), "{finding:#?}");
    assert_eq!(found("NT203", &[&month]).len(), 1, "a month without its day is incomplete too");
    told_apart("SO301", &[&blank], &[&[&whole], &["Một trang không có số.\n"]]);
}

#[test]
fn nt204_a_day_that_no_calendar_has_is_told() {
    let with_day = |day: &str| {
        plan("12/KH-LĐLĐ", MARCH, &format!("Theo Công văn số 15/LĐLĐ ngày {day} của Liên đoàn Lao động tỉnh Yên Bái."))
    };
    let (odd, even, leap) = (with_day("31/02/2020"), with_day("28/02/2020"), with_day("29/02/2020"));
    told_apart("NT204", &[&odd], &[&[&even], &[&leap]]);
    assert_eq!(found("NT204", &[&with_day("29/02/2021")]).len(), 1);
}

#[test]
fn nt205_a_date_outside_its_term_is_told_and_days_of_a_congress_belong_to_both() {
    let citing = |date: &str, term: &str| {
        plan(
            "12/KH-LĐLĐ",
            "ngày 05 tháng 3 năm 2022",
            &format!(
                "Thực hiện Chỉ thị số 05-CT/TW, ngày {date} của Bộ Chính trị khóa {term}, Ban Thường vụ triển khai."
            ),
        )
    };
    let (outside, inside, congress) =
        (citing("15/5/2016", "XI"), citing("15/5/2016", "XII"), citing("26/01/2021", "XIII"));
    told_apart("NT205", &[&outside], &[&[&inside], &[&congress]]);
}

#[test]
fn nt206_names_the_fewest_that_are_out_of_order() {
    let of = |number: &str, date: &str| party_plan(number, date, "Tổ chức học tập.");
    let first = of("11-KH/TU", "ngày 01 tháng 3 năm 2021");
    let odd = of("12-KH/TU", "ngày 01 tháng 02 năm 2021");
    let last = of("13-KH/TU", "ngày 10 tháng 3 năm 2021");
    let same = of("12-KH/TU", "ngày 01 tháng 3 năm 2021");
    let before = of("10-KH/TU", "ngày 20 tháng 02 năm 2021");
    let finding =
        told_apart("NT206", &[&before, &first, &odd, &last], &[&[&before, &first, &same, &last], &[&first, &last]]);
    assert!(finding.message.vietnamese.contains("12-KH/TU"), "{finding:#?}");
}

#[test]
fn so302_gives_the_nearest_form_of_the_system() {
    let citing = |number: &str| {
        plan(
            "12/KH-LĐLĐ",
            MARCH,
            &format!("Thực hiện Kế hoạch số {number}, ngày 01/3/2021 của Tỉnh ủy Yên Bái, Ban Thường vụ triển khai."),
        )
    };
    let (odd, even) = (citing("01-/KH-TU"), citing("01-KH/TU"));
    let finding = told_apart("SO302", &[&odd], &[&[&even]]);
    assert!(finding.suggestion.unwrap().vietnamese.contains("01-KH/TU"));
}

#[test]
fn so303_tells_conflicts_from_copies_and_from_two_readings_of_one_paper() {
    let one = state_plan("12/KH-UBND", MARCH, "Triển khai.");
    let other = state_plan("12/KH-UBND", "ngày 02 tháng 5 năm 2021", "Triển khai.");
    let scan = one.replace("Triển khai.", "Triên khai .");
    let next_year = state_plan("12/KH-UBND", "ngày 02 tháng 5 năm 2022", "Triển khai.");
    let finding = told_apart("SO303", &[&one, &other], &[&[&one, &scan], &[&one, &next_year], &[&one]]);
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(found("SO303", &[&one, &one])[0].severity, Severity::Note, "the same content is a copy");
}

#[test]
fn so304_a_kind_that_the_symbol_does_not_stand_for_is_told() {
    let citing = |kind: &str| {
        plan(
            "12/KH-LĐLĐ",
            MARCH,
            &format!("Thực hiện {kind} số 36-HD/BTGTU, ngày 01/3/2021 của Ban Tuyên giáo Tỉnh ủy Yên Bái, triển khai."),
        )
    };
    let (wrong, right, letter) = (citing("Kế hoạch"), citing("Hướng dẫn"), citing("Công văn"));
    told_apart("SO304", &[&wrong], &[&[&right], &[&letter]]);
}

#[test]
fn so305_an_organ_that_the_letterhead_does_not_name_is_told() {
    let named = plan("12/KH-LĐLĐ", MARCH, "Triển khai.");
    let bare = named.replace("LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\n", "");
    told_apart("SO305", &[&bare], &[&[&named], &["Bài viết không có số.\n"]]);
}

#[test]
fn tt401_and_tt402_warn_whom_the_decree_binds_and_note_the_others() {
    let state = |body: &str| state_plan("30/KH-UBND", MARCH, body);
    let short = state("Căn cứ Kế hoạch số 45-KH/TU của Tỉnh ủy Yên Bái;\nỦy ban nhân dân tỉnh ban hành kế hoạch.");
    let full = state(
        "Căn cứ Kế hoạch số 45-KH/TU ngày 20/02/2021 của Tỉnh ủy Yên Bái;\nỦy ban nhân dân tỉnh ban hành kế hoạch.",
    );
    let law =
        state("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nỦy ban nhân dân tỉnh ban hành kế hoạch.");
    let finding = told_apart("TT401", &[&short], &[&[&full], &[&law]]);
    assert_eq!(finding.severity, Severity::Warning);
    assert!(finding.message.vietnamese.ends_with("thiếu ngày ban hành"), "{finding:#?}");
    let first = |number: &str| {
        plan(number, MARCH, "Các cấp công đoàn tiếp tục thực hiện Kế hoạch số 45-KH/TU của Tỉnh ủy Yên Bái.")
    };
    let dated = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Các cấp công đoàn tiếp tục thực hiện Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái. Sau đó theo Kế hoạch số 45-KH/TU làm tốt.",
    );
    let union = first("12/KH-LĐLĐ");
    assert_eq!(told_apart("TT402", &[&union], &[&[&dated]]).severity, Severity::Note, "a union is not bound");
    let strict = Options { profile: Profile::Nd30, ..Options::default() };
    assert_eq!(found_with("TT402", &[&union], &strict)[0].severity, Severity::Warning);
}

#[test]
fn tk501_charges_are_open_until_one_of_those_charged_is_seen_acting() {
    let charge = letter("Ban Thường vụ đề nghị các cấp công đoàn triển khai.");
    let answer = district_answer("KẾ HOẠCH", "27/KH-LĐLĐ");
    let finding = told_apart("TK501", &[&charge], &[&[&charge, &answer], &[&answer]]);
    assert!(finding.message.vietnamese.contains("chưa thấy văn bản triển khai trong kho"), "{finding:#?}");
    let upward = charge.replace("Liên đoàn Lao động các huyện, thị xã, thành phố", "Tổng Liên đoàn Lao động Việt Nam");
    assert!(found("TK501", &[&upward]).is_empty(), "nobody is charged from below");
}

/// A circular of a ministry that goes to committees and to departments.
fn circular() -> String {
    "BỘ TÀI CHÍNH\n\nSố: 12/2021/TT-BTC\n\nHà Nội, ngày 05 tháng 02 năm 2021\n\nTHÔNG TƯ\nQuản lý kinh phí\n\nThông tư này có hiệu lực từ ngày ký.\n\nNơi nhận:\n- UBND các tỉnh, thành phố trực thuộc Trung ương;\n- Sở Tài chính, Kho bạc Nhà nước các tỉnh, thành phố trực thuộc Trung ương;\n- Lưu: VT.\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Văn Bình\n".into()
}

#[test]
fn tk501_a_committee_that_acts_is_not_its_department() {
    let plan = state_plan(
        "30/KH-UBND",
        MARCH,
        "Thực hiện Thông tư số 12/2021/TT-BTC ngày 05/02/2021 của Bộ Tài chính, Ủy ban nhân dân tỉnh ban hành kế hoạch.",
    );
    let findings = found("TK501", &[&circular(), &plan]);
    let said: Vec<&str> =
        findings[0].places.iter().filter_map(|place| Some(place.said.as_ref()?.vietnamese.as_str())).collect();
    assert!(said[0].contains("thấy 1/63") && said[1].contains("thấy 0/63"), "{said:#?}");
}

#[test]
fn ng107_tells_another_issuer_and_leaves_a_shorter_name() {
    let held = "BAN BÍ THƯ\n*\n\nSố 37-CT/TW\n\nHà Nội, ngày 03 tháng 9 năm 2019\n\nCHỈ THỊ\nCỦA BAN BÍ THƯ\nvề quan hệ lao động\n\nCác cấp ủy đảng quán triệt.\n\nT/M BAN BÍ THƯ\n\nNguyễn Văn Bình\n";
    let citing = |issuer: &str| {
        plan(
            "12/KH-LĐLĐ",
            MARCH,
            &format!("Thực hiện Chỉ thị số 37-CT/TW, ngày 03/9/2019 của {issuer}, Ban Thường vụ triển khai."),
        )
    };
    let wrong = said("NG107", &[&citing("Bộ Chính trị"), held]);
    assert!(wrong.len() == 1 && wrong[0].contains("viện dẫn ghi của Bộ Chính trị"), "{wrong:?}");
    assert_eq!(said("NG107", &[&citing("Ban Bí thư Trung ương Đảng"), held]), Vec::<String>::new());
}

#[test]
fn tk501_spreads_a_plural_over_the_register_of_its_date() {
    let list = "name,level,province,system,from,to\nhuyện Văn Yên,district,Yên Bái,,,2025-06-30\nhuyện Trấn Yên,district,Yên Bái,,,2025-06-30\n";
    let options = Options { register: Register::read("co-quan.csv", list).unwrap(), ..Options::default() };
    let charge = letter("Ban Thường vụ đề nghị các cấp công đoàn triển khai.");
    let papers = [charge.as_str(), &district_answer("KẾ HOẠCH", "27/KH-LĐLĐ")];
    let findings = found_with("TK501", &papers, &options);
    let said = findings[0].places[0].said.as_ref().expect("counts");
    assert!(said.vietnamese.contains("thấy 1/2 theo danh bạ"), "{findings:#?}");
    let rows = with(&papers, &options, coverage);
    let seen: Vec<(&str, Expected, bool, Option<i64>)> =
        rows.iter().map(|row| (row.unit.as_str(), row.expected, !row.acted.is_empty(), row.days)).collect();
    assert_eq!(
        seen,
        [("huyện Trấn Yên", Expected::Register, false, None), ("huyện Văn Yên", Expected::Register, true, Some(15))]
    );
}

#[test]
fn tk502_a_report_is_due_when_its_day_has_passed_and_none_is_seen() {
    let asking =
        letter("Ban Thường vụ đề nghị các đơn vị báo cáo kết quả về Liên đoàn Lao động tỉnh trước ngày 10/11/2021./.");
    let report = district_answer("BÁO CÁO", "31/BC-LĐLĐ");
    let on = |day: &str| Options { as_of: day.parse().ok(), ..Options::default() };
    assert_eq!(found_with("TK502", &[&asking], &on("2021-11-11")).len(), 1);
    assert_eq!(found_with("TK502", &[&asking], &on("2021-11-10")).len(), 0, "on the day itself there is time");
    assert_eq!(found_with("TK502", &[&asking, &report], &on("2021-11-11")).len(), 0);
    assert_eq!(found("TK502", &[&asking]).len(), 0, "the collection ends before the day");
}

#[test]
fn mc601_a_paper_alone_is_told_and_one_with_an_open_citation_is_not() {
    let alone = plan("12/KH-LĐLĐ", MARCH, "Các đơn vị tự kiểm tra.");
    let open = plan("12/KH-LĐLĐ", MARCH, "Các cấp công đoàn thực hiện Chỉ thị số 05-CT/TW về học tập.");
    told_apart("MC601", &[&alone], &[&[&open]]);
}

#[test]
fn mc602_a_circle_is_told_and_a_mere_citation_makes_none() {
    let one = state_plan(
        "12/KH-UBND",
        MARCH,
        "Thực hiện Kế hoạch số 15/KH-UBND, ngày 05/3/2021 của Ủy ban nhân dân tỉnh Yên Bái, Ủy ban nhân dân tỉnh ban hành kế hoạch.",
    );
    let other = state_plan(
        "15/KH-UBND",
        MARCH,
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/3/2021 của Ủy ban nhân dân tỉnh Yên Bái;\nỦy ban nhân dân tỉnh ban hành kế hoạch.",
    );
    let only_cites = state_plan(
        "15/KH-UBND",
        MARCH,
        "Các sở, ngành tự rà soát. Xem thêm tại Kế hoạch số 12/KH-UBND ngày 05/3/2021 của Ủy ban nhân dân tỉnh Yên Bái.",
    );
    told_apart("MC602", &[&one, &other], &[&[&one, &only_cites], &[&one]]);
}

#[test]
fn sq701_counts_holes_where_numbers_run_without_gap() {
    let of = |number: &str, day: &str| party_plan(number, &format!("ngày {day} tháng 3 năm 2021"), "Tổ chức học tập.");
    let (two, five, one) = (of("02-KH/TU", "02"), of("05-KH/TU", "05"), of("01-KH/TU", "01"));
    let far = of("95-KH/TU", "25");
    let finding = told_apart("SQ701", &[&two, &five], &[&[&one, &two], &[&five], &[&two, &far]]);
    assert!(finding.message.vietnamese.ends_with("chưa thấy 3: 01, 03–04"), "{finding:#?}");
    let yearly = [state_plan("12/KH-UBND", MARCH, "x."), state_plan("15/KH-UBND", "ngày 09 tháng 3 năm 2021", "x.")];
    assert!(found("SQ701", &[&yearly[0], &yearly[1]]).is_empty(), "plans of the State may share one run with letters");
}

#[test]
fn a_rule_of_the_user_is_checked_like_a_code() {
    let rule = |text: &str| -> Vec<Rule> { vec![config::parse_rule(text, &[]).unwrap()] };
    let wants = rule(
        "{ code = 'QT901', severity = 'error', message = 'phải dựa vào cấp trên', papers = { kind = 'kế hoạch', level = 'province' }, require = { relation = ['basis', 'implements'], level = 'above' } }",
    );
    let options = Options { rules: wants, ..Options::default() };
    let resting = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị, Ban Thường vụ triển khai.",
    );
    let lone = plan("13/KH-LĐLĐ", MARCH, "Các đơn vị tự kiểm tra.");
    let findings = found_with("QT901", &[&resting, &lone], &options);
    assert_eq!((findings.len(), findings[0].path(), findings[0].severity), (1, Some("1.txt"), Severity::Error));
    let bans = rule("{ code = 'QT902', message = 'không thực hiện chỉ thị', forbid = { kind = 'Chỉ thị' } }");
    let options = Options { rules: bans, ..Options::default() };
    let findings = found_with("QT902", &[&resting, &lone], &options);
    assert_eq!((findings.len(), findings[0].path()), (1, Some("0.txt")));
}

#[test]
fn the_worklist_quotes_names_holders_and_groups_requests_by_them() {
    let first = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái; Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị, Ban Thường vụ triển khai.",
    );
    let second = state_plan(
        "30/KH-UBND",
        "ngày 06 tháng 3 năm 2021",
        "Thực hiện Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái, Ủy ban nhân dân tỉnh triển khai.",
    );
    with(&[&first, &second], &Options::default(), |case| {
        let wanted = worklist(case, &audit(case));
        let numbers: Vec<&str> = wanted.iter().filter_map(|w| case.graph.graph[w.node].number.as_deref()).collect();
        assert_eq!(numbers, ["45-KH/TU", "05-CT/TW"], "the more cited one first");
        assert_eq!(wanted[0].citations.len(), 2);
        let holders: Vec<&str> = wanted[0].holders.iter().map(|(who, _)| who.as_str()).collect();
        assert!(holders[0].contains("Tỉnh ủy"), "{holders:?}");
        assert!(holders.len() > 1 && holders[1].contains("Liên đoàn Lao động"), "who cites it first: {holders:?}");
        assert!(wanted[1].searches.iter().any(|(_, words)| words == "site:tulieuvankien.dangcongsan.vn \"05-CT/TW\""));
        let letters = requests(case, &wanted, Language::Vietnamese);
        assert_eq!(letters.len(), 2);
        assert_eq!(
            letters[0].lines[0].ground, "Kế hoạch 12/KH-LĐLĐ của Liên đoàn Lao động tỉnh Yên Bái, ngày 05/3/2021",
            "whoever is asked knows no file of ours"
        );
    });
}

#[test]
fn the_worklist_has_the_sources_that_are_shown_and_no_others() {
    let citing = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái; Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
    );
    with(&[&citing], &Options::default(), |case| {
        let mut findings = audit(case);
        assert_eq!(worklist(case, &findings).len(), 2);
        let hidden = findings.iter().position(|finding| finding.code == "NG101").expect("two are missing");
        let node = findings.remove(hidden).node;
        let wanted = worklist(case, &findings);
        assert_eq!((wanted.len(), wanted[0].rank), (1, 1));
        assert_ne!(Some(&case.graph.graph[wanted[0].node].id), node.as_ref());
    });
}

#[test]
fn a_secret_paper_is_counted_and_never_quoted() {
    let secret = plan("12/KH-LĐLĐ", MARCH, "Thực hiện Kế hoạch số 45-KH/TU, ngày 06/3/2021 của Tỉnh ủy Yên Bái; Chỉ thị số 05-CT/TW về Hồng Hạc, Ban Thường vụ báo cáo trước ngày 31/02/2020.").replace("\n\nSố:", "\nMẬT\n\nSố:");
    let findings = with(&[&secret], &Options::default(), audit);
    assert!(findings.iter().any(|finding| finding.code == "NG101"), "that it cites is no secret");
    for finding in &findings {
        assert!(finding.places.iter().all(|place| place.quote.is_none()), "{finding:#?}");
        assert!(!format!("{finding:?}").contains("Hạc"), "{finding:#?}");
    }
    assert!(!said("NT204", &[&secret]).iter().any(|words| words.contains("31/02")));
}

#[test]
fn every_finding_says_where_what_and_what_to_do_and_has_an_id_of_its_own() {
    let survey = {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sample");
        let read = luocdo::source::read(&[folder.to_string()], &luocdo::DOCUMENTS).expect("the sample");
        survey(read.sources.into_iter(), Lexicon::embedded(), &luocdo::Options::default(), |_| {})
    };
    let options = Options::default();
    let case = Case::new(&survey.corpus, &survey.references, &survey.graph, Lexicon::embedded(), &options);
    let findings = audit(&case);
    assert!(findings.len() > 60, "this test looks at too little: {}", findings.len());
    let mut ids: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), findings.len(), "no two findings share an id");
    for finding in &findings {
        assert!(!finding.places.is_empty() && finding.suggestion.is_some(), "{finding:#?}");
        assert!(!finding.message.vietnamese.contains("không thực hiện"), "{finding:#?}");
    }
    let codes: std::collections::BTreeSet<&str> = findings.iter().map(|finding| &*finding.code).collect();
    assert!(codes.len() >= 14, "the sample shows few codes: {codes:?} of {}", CODES.len());
    assert_eq!(findings, audit(&case), "the same in every run");
}

#[test]
fn nt202_a_held_paper_without_its_day_is_dated_by_the_citation_and_one_that_shows_another_month_is_not() {
    let citing = plan(
        "12/KH-LĐLĐ",
        MARCH,
        "Thực hiện Kế hoạch số 45-KH/TU, ngày 20/5/2021 của Tỉnh ủy Yên Bái, Ban Thường vụ triển khai như sau.",
    );
    let held = |date: &str| party_plan("45-KH/TU", date, "Tổ chức học tập.");
    let (blank, full) = (held("ngày     tháng 5 năm 2021"), held("ngày 20 tháng 5 năm 2021"));
    let (other_month, earlier) = (held("ngày     tháng 02 năm 2021"), held("ngày 20 tháng 02 năm 2021"));
    let finding = told_apart("NT202", &[&citing, &blank], &[&[&citing, &other_month], &[&citing, &earlier]]);
    let says = |at: usize| finding.places[at].said.as_ref().map(|said| said.vietnamese.as_str());
    assert_eq!(says(0), Some("văn bản được viện dẫn: ngày 20/5/2021"));
    assert_eq!(says(2), Some("ngày trên văn bản: 5/2021"), "the paper itself tells the month only");
    told_apart("NT202", &[&citing, &full], &[&[&full]]);
}

#[test]
fn so303_two_subjects_of_one_number_are_told_whatever_their_files_are_called() {
    let of = |subject: &str, body: &str| {
        paper(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI",
            "12/KH-LĐLĐ",
            &format!("Yên Bái, {MARCH}"),
            &format!("KẾ HOẠCH\n{subject}"),
            body,
            "",
        )
    };
    let long = "Tổ chức hội nghị tổng kết phong trào thi đua hằng năm";
    let (first, short, other) = (
        of(long, "Các đơn vị tự chuẩn bị."),
        of("Tổng kết", "Các đơn vị tự chuẩn bị nhé."),
        of("Kiểm tra giám sát việc thu chi đóng góp nội bộ", "Các đơn vị tự rà soát."),
    );
    for order in [[&first, &short, &other], [&first, &other, &short], [&short, &first, &other]] {
        let papers: Vec<&str> = order.iter().map(|paper| paper.as_str()).collect();
        assert_eq!(found("SO303", &papers).len(), 1);
    }
    assert!(found("SO303", &[&first, &short]).is_empty(), "a short subject contradicts nothing");
}

#[test]
fn ng105_a_jump_needs_no_date_and_the_tier_that_may_be_gone_is_no_jump() {
    let of = |organs: &str, date: &str, source: &str| {
        let body = format!("Thực hiện {source}, Liên đoàn Lao động xây dựng kế hoạch.");
        paper(organs, "27/KH-LĐLĐ", date, "KẾ HOẠCH\nHọc tập và làm theo", &body, "")
    };
    let district = "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN VĂN YÊN";
    let centre = "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị";
    let province = "Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái";
    told_apart("NG105", &[&of(district, "", centre)], &[&[&of(district, "", province)]]);
    let commune = "ỦY BAN NHÂN DÂN HUYỆN VĂN YÊN\nỦY BAN NHÂN DÂN XÃ AN BÌNH";
    assert!(found("NG105", &[&of(commune, "", province)]).is_empty(), "there may be no district between");
    assert_eq!(found("NG105", &[&of(commune, &format!("An Bình, {MARCH}"), province)]).len(), 1);
}

#[test]
fn the_papers_of_a_congress_are_asked_for_where_its_committee_now_is() {
    let asked = |organ: &str, source: &str| {
        let citing = paper(
            organ,
            "12/KH-LĐLĐ",
            MARCH,
            "KẾ HOẠCH\nHọc tập",
            &format!("Thực hiện {source}, Ban Thường vụ triển khai."),
            "",
        );
        with(&[&citing], &Options::default(), |case| {
            let wanted = worklist(case, &audit(case));
            wanted.iter().flat_map(|source| source.holders.first()).map(|(who, _)| who.clone()).collect::<Vec<_>>()
        })
    };
    let congress = "Nghị quyết Đại hội đại biểu Đảng bộ";
    let day = "ngày 15/10/2020";
    let city =
        asked("LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI PHÒNG", &format!("{congress} thành phố Hải Phòng lần thứ XVI, {day}"));
    assert_eq!(city, ["Văn phòng Thành ủy Hải Phòng"]);
    let merged = asked("LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH THUẬN", &format!("{congress} tỉnh Bình Thuận lần thứ XIV, {day}"));
    assert_eq!(merged, ["Văn phòng Tỉnh ủy Lâm Đồng"]);
    let same = asked("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", &format!("{congress} tỉnh Lai Châu lần thứ XIV, {day}"));
    assert_eq!(same, ["Văn phòng Tỉnh ủy Lai Châu"]);
}

#[test]
fn a_rule_names_an_issuer_by_whole_words() {
    let rule = |words: &str| {
        let rule = format!(
            "{{ code = 'QT903', message = 'x', papers = {{ issuer = '{words}' }}, require = {{ kind = 'Luật' }} }}"
        );
        Options { rules: vec![config::parse_rule(&rule, &[]).unwrap()], ..Options::default() }
    };
    let papers = [plan("13/KH-LĐLĐ", MARCH, "Các đơn vị tự kiểm tra.")];
    for (words, times) in [("Liên đoàn Lao động", 1), ("yên bái", 1), ("oàn lao", 0), ("Lao độn", 0)] {
        assert_eq!(found_with("QT903", &[&papers[0]], &rule(words)).len(), times, "{words}");
    }
}
