//! Keys of old and misprinted numbers: which series a number counts in, and which period.

mod papers;

use papers::*;

/// What the citation means in a letter of 2015.
#[track_caller]
fn means(cites: &[Cite], expected: &[&str]) {
    let found: Vec<String> = in_letter("2015-03-02", cites)
        .iter()
        .map(|link| link.split(" [").next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_ministry_that_leads_its_old_number_is_no_kind() {
    let finance = |kind: &'static str, number: &str| cite(kind, number).by("Bộ Tài chính");
    means(
        &[
            finance("Quyết định", "999-TC/QĐ-CĐKT").on("1996-11-02"),
            finance("Quyết định", "210a-TC/VP").on("1990-04-01"),
            finance("Thông tư", "43-TC/QLCS").on("1996-07-31"),
            cite("Chỉ thị", "05/CT-BCT").by("Bộ Công Thương").on("2013-02-18"),
            cite("Thông cáo", "12-TC/TW").by("Ban Chấp hành Trung ương").on("2013-02-18"),
        ],
        &[
            "missing btc/qd/999/nam-1996",
            "missing btc/qd/210a/nam-1990",
            "missing btc/tt/43/nam-1996",
            "missing bct/ct/05/nam-2013",
            "missing tw/tc/12/khoa-11",
        ],
    );
}

#[test]
fn a_circular_or_decree_that_lost_its_year_is_that_of_its_day() {
    means(
        &[
            cite("Thông tư", "120/TT-BTC").on("2008-12-12"),
            cite("Nghị định", "63/NĐ-CP").on("2004-02-12"),
            cite("Thông tư", "43/TT-BTC").on("1996-07-31"),
            cite("Quyết định", "120/QĐ-BTC").on("2008-12-12"),
        ],
        &[
            "missing btc/tt/120/2008",
            "missing cp/nd/63/2004",
            "missing btc/tt/43/nam-1996",
            "missing btc/qd/120/nam-2008",
        ],
    );
}

#[test]
fn the_partys_centre_is_meant_in_the_states_form_of_a_number_too() {
    means(
        &[
            cite("Quyết định", "128/QĐ-TW").on("2004-12-14"),
            cite("Kết luận", "128/KL-TU").on("2004-12-14"),
            cite("Báo cáo", "436/BC-UBVHXH15").on("2025-05-15"),
            cite("Thông tư", "455/TT-TTNN").on("2003-05-02").by("Thanh tra Nhà nước"),
        ],
        &["missing tw/qd/128/khoa-9", "ambiguous ", "missing ubvhxh/bc/436/nam-2025", "missing ttnn/tt/455/2003"],
    );
}

#[test]
fn an_organ_of_a_later_day_is_not_whose_symbol_stands_there() {
    means(
        &[
            cite("Nghị định", "18-HĐBT").by("Chính phủ").on("1992-01-17"),
            cite("Nghị định", "18-CP").by("Chính phủ").on("1993-01-17"),
        ],
        &["missing hdbt/nd/18/nam-1992", "missing cp/nd/18/nam-1993"],
    );
}

#[test]
fn a_ministry_of_a_joint_paper_may_lack_its_first_letter() {
    means(
        &[
            cite("Thông tư liên tịch", "114/2006/TTLT-BTC-TNMT").by("Bộ Tài chính"),
            cite("Thông tư liên tịch", "114/2006/TTLT-BTC-BTNMT").by("Bộ Tài chính"),
        ],
        &["missing btc-btnmt/ttlt/114/2006", "missing btc-btnmt/ttlt/114/2006"],
    );
}

#[test]
fn an_assembly_is_read_from_its_symbol_or_its_year() {
    means(
        &[
            cite("Nghị quyết", "730/2004/NQ-UBTVQHK11"),
            cite("Pháp lệnh", "38/2001/PL-UBTVQH"),
            cite("Luật", "78/2006/QH10").on("2006-11-29"),
            cite("Luật", "18/2003/QH12"),
        ],
        &["missing ubtvqh/nq/730/qh11", "missing ubtvqh/pl/38/qh10", "missing qh/luat/78/qh11", "ambiguous "],
    );
}

#[test]
fn the_number_of_the_order_is_not_the_laws() {
    let text = "Căn cứ Luật Người cao tuổi số 16/2009/L-CTN ngày 23/11/2009;\n";
    let record = luocdo::record::examine(&luocdo::source::Source::memory("a.txt", text), lexicon());
    assert_eq!(links(&resolve(vec![record])), ["missing qh/luat/39/qh12 [title+year]"]);
}

#[test]
fn a_law_without_a_title_is_none_and_one_title_is_one_law() {
    let amended = |words: &str| {
        named("Luật", &format!("Luật {words} một số điều của Luật Nghĩa vụ quân sự và Luật Sĩ quan")).on("1990-12-21")
    };
    means(
        &[
            named("Pháp lệnh", "Pháp lệnh").on("1981-01-22"),
            named("Pháp lệnh", "Pháp lệnh về phí và lệ phí nội bộ").on("1989-08-28"),
            named("Pháp lệnh", "Pháp lệnh phí và lệ phí nội bộ").on("1989-08-28"),
        ],
        &["ambiguous ", "missing phap-lenh/phi-va-le-phi-noi-bo/1989", "missing phap-lenh/phi-va-le-phi-noi-bo/1989"],
    );
    let both = in_letter("2015-03-02", &[amended("sửa đổi, bổ sung"), amended("sửa đổi bổ sung")]);
    assert_eq!(both[0].split(" [").next(), both[1].split(" [").next(), "{both:?}");
}

#[test]
fn an_ordinance_is_not_the_law_of_its_title() {
    let ordinance = "Pháp lệnh Xử lý vi phạm hành chính";
    means(
        &[named("Pháp lệnh", ordinance), named("Luật", "Luật Xử lý vi phạm hành chính")],
        &["missing ubtvqh/pl/44/qh10", "missing qh/luat/15/qh13"],
    );
    let none = "ambiguous phap-lenh/xu-ly-vi-pham-hanh-chinh/1995 ubtvqh/pl/44/qh10";
    means(&[named("Pháp lệnh", &format!("{ordinance} năm 2012"))], &[none]);
}

#[test]
fn the_constitution_may_be_called_by_the_name_of_the_state() {
    let state = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam";
    means(&[named("Hiến pháp", state)], &["missing hien-phap/2013"]);
    means(&[named("Hiến pháp", &format!("{state} năm 1992"))], &["missing hien-phap/1992"]);
    means(&[named("Hiến pháp", "Hiến pháp nước Việt Nam Dân chủ Cộng hòa")], &["ambiguous "]);
}

#[test]
fn a_scheme_and_a_project_of_one_number_are_two() {
    means(
        &[
            cite("Đề án", "11-ĐA/TU").by("Tỉnh ủy Lai Châu").on("2014-05-02"),
            cite("Dự án", "11-DA/TU").by("Tỉnh ủy Lai Châu").on("2014-05-02"),
            cite("Đề án", "11-DA/TU").by("Tỉnh ủy Lai Châu").on("2014-05-02"),
        ],
        &[
            "missing lai-chau/tu/da/11/nk-2010-2015",
            "missing lai-chau/tu/du-an/11/nk-2010-2015",
            "missing lai-chau/tu/da/11/nk-2010-2015",
        ],
    );
}
