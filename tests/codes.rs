//! Every code of the audit on small papers, from text to finding: papers on which it fires once, papers on which it must be
//! silent, and papers at its border. A code that lacks one of the three fails the first test.

mod offices;

use luocdo::audit::{CODES, Options, audit};
use offices::{MARCH, decision, district_answer, found_with, letter, paper, party_plan, plan, state_plan, with};
use std::collections::BTreeSet;

/// Papers of a case, and how often the code fires on them.
struct At {
    papers: Vec<String>,
    times: usize,
    why: &'static str,
}

/// One code and its three cases.
struct Trial {
    code: &'static str,
    fires: Vec<String>,
    silent: Vec<String>,
    border: At,
    as_of: Option<&'static str>,
}

fn trial(code: &'static str, fires: Vec<String>, silent: Vec<String>, border: At) -> Trial {
    Trial { code, fires, silent, border, as_of: None }
}

fn at(times: usize, why: &'static str, papers: Vec<String>) -> At {
    At { papers, times, why }
}

/// A union's plan that carries something out.
fn acting(source: &str) -> String {
    plan("12/KH-LĐLĐ", MARCH, &format!("Thực hiện {source}, Ban Thường vụ triển khai như sau."))
}

/// The held plan that others cite.
fn plan_45() -> String {
    party_plan("45-KH/TU", "ngày 20 tháng 02 năm 2021", "Tổ chức học tập.")
}

fn district(body: &str) -> String {
    paper(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN VĂN YÊN",
        "27/KH-LĐLĐ",
        "Văn Yên, ngày 01 tháng 11 năm 2021",
        "KẾ HOẠCH\nHọc tập và làm theo",
        body,
        "",
    )
}

fn trials() -> Vec<Trial> {
    let mut all = sources();
    all.extend(times());
    all.extend(numbers());
    all.extend(forms_and_follow_up());
    all.extend(networks());
    all
}

fn sources() -> Vec<Trial> {
    let missing = "Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái";
    let replacing = |body: &str| decision("07/2020/QĐ-UBND", "ngày 10 tháng 01 năm 2020", body);
    let whole = "Điều 1. Quyết định này có hiệu lực từ ngày 20/01/2020 và thay thế Quyết định số 12/2015/QĐ-UBND ngày 03/4/2015 của Ủy ban nhân dân tỉnh Yên Bái.";
    let resting = |date: &str| {
        let body = "Căn cứ Quyết định số 12/2015/QĐ-UBND ngày 03/4/2015 của Ủy ban nhân dân tỉnh Yên Bái;\nỦy ban nhân dân tỉnh ban hành kế hoạch như sau.";
        state_plan("30/KH-UBND", date, body)
    };
    let guide = "Hướng dẫn số 36-HD/BTGTU, ngày 31/01/2021 của Ban Tuyên giáo Tỉnh ủy Yên Bái";
    let directive = "Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư Trung ương";
    let guide_itself = paper(
        "TỈNH ỦY YÊN BÁI\nBAN TUYÊN GIÁO\n*",
        "36-HD/BTGTU",
        "Yên Bái, ngày 31 tháng 01 năm 2021",
        "HƯỚNG DẪN\nTuyên truyền",
        &format!("Thực hiện {directive}, Ban Tuyên giáo hướng dẫn."),
        "",
    );
    let centre = "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị";
    let of = |issuer: &str| acting(&format!("Chỉ thị số 37-CT/TW, ngày 03/9/2019 của {issuer}"));
    let of_too = |issuer: &str| of(issuer).replace("12/KH", "13/KH");
    let tender = |date: &str| acting(&format!("Luật Đấu thầu số 22/2023/QH15 ngày {date}")).replace("2021", "2025");
    vec![
        trial(
            "NG101",
            vec![acting(missing)],
            vec![acting(missing), plan_45()],
            at(
                1,
                "another number of the same series is another document",
                vec![acting(missing), plan_45().replace("45-KH", "46-KH")],
            ),
        ),
        trial(
            "NG102",
            vec![plan("12/KH-LĐLĐ", MARCH, "Các cấp công đoàn thực hiện Chỉ thị số 05-CT/TW về học tập.")],
            vec![acting(centre)],
            at(
                1,
                "the same words again are one finding",
                vec![plan(
                    "12/KH-LĐLĐ",
                    MARCH,
                    "Thực hiện Chỉ thị số 05-CT/TW về học tập.\n\nTiếp tục thực hiện Chỉ thị số 05-CT/TW.",
                )],
            ),
        ),
        trial(
            "NG103",
            vec![resting(MARCH), replacing(whole)],
            vec![resting(MARCH), replacing(&whole.replace("thay thế Quyết định", "bãi bỏ Điều 5 của Quyết định"))],
            at(
                0,
                "within six months the new one may not apply yet",
                vec![resting("ngày 05 tháng 3 năm 2020"), replacing(whole)],
            ),
        ),
        trial(
            "NG104",
            vec![acting(&format!("{guide} về việc thực hiện {directive}"))],
            vec![acting(directive)],
            at(0, "it says so itself", vec![acting(&format!("{guide} về việc thực hiện {directive}")), guide_itself]),
        ),
        trial(
            "NG105",
            vec![district(&format!("Thực hiện {centre}, Liên đoàn Lao động huyện xây dựng kế hoạch."))],
            vec![district(&format!(
                "Thực hiện {centre}; Kế hoạch số 12/KH-LĐLĐ, ngày 05/3/2021 của Liên đoàn Lao động tỉnh Yên Bái, Liên đoàn Lao động huyện xây dựng kế hoạch."
            ))],
            at(0, "the next level jumps nothing", vec![acting(centre)]),
        ),
        trial(
            "NG105",
            vec![district(&format!(
                "Thực hiện {centre}; Kế hoạch số 04/KH-CĐCS, ngày 05/3/2021 của Công đoàn cơ sở xã An Bình, Liên đoàn Lao động huyện xây dựng kế hoạch."
            ))],
            vec![district(&format!(
                "Thực hiện {centre}; Kế hoạch số 04/KH-CĐCS, ngày 05/3/2021 của Công đoàn cơ sở xã An Bình; Kế hoạch số 12/KH-LĐLĐ, ngày 05/3/2021 của Liên đoàn Lao động tỉnh Yên Bái, Liên đoàn Lao động huyện xây dựng kế hoạch."
            ))],
            at(
                1,
                "one of the same level passes nothing down either",
                vec![district(&format!(
                    "Thực hiện {centre}; Kế hoạch số 12/KH-LĐLĐ, ngày 05/3/2021 của Liên đoàn Lao động huyện Văn Yên, Liên đoàn Lao động huyện xây dựng kế hoạch."
                ))],
            ),
        ),
        trial(
            "NG106",
            vec![acting("ý kiến chỉ đạo của đồng chí Bí thư Tỉnh ủy tại cuộc họp ngày 01/3/2021")],
            vec![acting("Thông báo số 15-TB/TU, ngày 02/3/2021 của Tỉnh ủy Yên Bái")],
            at(
                0,
                "a notice of the conclusions is a paper",
                vec![acting(
                    "Thông báo số 15-TB/TU, ngày 02/3/2021 của Tỉnh ủy Yên Bái về kết luận tại cuộc họp ngày 01/3/2021",
                )],
            ),
        ),
        trial(
            "NG107",
            vec![acting(&missing.replace("20/02", "25/02")), plan_45()],
            vec![acting(missing), plan_45()],
            at(
                0,
                "a year is less, and no other date",
                vec![acting("Kế hoạch số 45-KH/TU năm 2021 của Tỉnh ủy Yên Bái"), plan_45()],
            ),
        ),
        trial(
            "NG108",
            vec![of("Ban Bí thư"), of_too("Bộ Chính trị")],
            vec![of("Ban Bí thư"), of_too("Ban Bí thư")],
            at(0, "a longer name is the same organ", vec![of("Ban Bí thư"), of_too("Ban Bí thư Trung ương Đảng")]),
        ),
        trial(
            "NG109",
            vec![tender("29/11/2024")],
            vec![tender("23/6/2023")],
            at(
                0,
                "a year is less, and no other date",
                vec![acting("Luật Đấu thầu số 22/2023/QH15 năm 2023").replace("2021", "2025")],
            ),
        ),
    ]
}

fn times() -> Vec<Trial> {
    let on = |day: &str| acting(&format!("Chỉ thị số 37-CT/TW, ngày {day} của Ban Bí thư"));
    let on_too = |day: &str| on(day).replace("12/KH", "13/KH");
    let list = plan(
        "13/KH-LĐLĐ",
        MARCH,
        "Theo các Chỉ thị số 37-CT/TW, số 40-CT/TW ngày 22/11/2014 của Ban Bí thư, Ban Thường vụ triển khai.",
    );
    let letter_of = |day: &str| {
        let body = format!(
            "Căn cứ Công văn số 660-CV/BTGTU, ngày {day} của Ban Tuyên giáo Tỉnh ủy Yên Bái, Ban Thường vụ triển khai."
        );
        plan("12/KH-LĐLĐ", MARCH, &body)
    };
    let dated = |date: &str| plan("12/KH-LĐLĐ", date, "Triển khai.");
    let with_day = |day: &str| {
        plan("12/KH-LĐLĐ", MARCH, &format!("Theo Công văn số 15/LĐLĐ ngày {day} của Liên đoàn Lao động tỉnh Yên Bái."))
    };
    let of_term = |day: &str, term: &str| {
        let body = format!(
            "Thực hiện Chỉ thị số 05-CT/TW, ngày {day} của Bộ Chính trị khóa {term}, Ban Thường vụ triển khai."
        );
        plan("12/KH-LĐLĐ", "ngày 05 tháng 3 năm 2022", &body)
    };
    let run = |twelfth: &str| {
        let days = [("10", "20 tháng 02"), ("11", "01 tháng 3"), ("12", twelfth), ("13", "10 tháng 3")];
        days.map(|(count, day)| {
            party_plan(&format!("{count}-KH/TU"), &format!("ngày {day} năm 2021"), "Tổ chức học tập.")
        })
        .to_vec()
    };
    vec![
        trial(
            "NT201",
            vec![on("03/9/2019"), on_too("09/3/2019")],
            vec![on("03/9/2019"), on_too("03/9/2019")],
            at(0, "the date at the end of a list counts against nobody else in it", vec![on("03/9/2019"), list]),
        ),
        trial(
            "NT202",
            vec![letter_of("06/3/2021")],
            vec![letter_of("04/3/2021")],
            at(0, "the same day is in order", vec![letter_of("05/3/2021")]),
        ),
        trial(
            "NT203",
            vec![dated("ngày    tháng    năm 2021")],
            vec![dated(MARCH)],
            at(1, "a month without its day is incomplete too", vec![dated("ngày    tháng 3 năm 2021")]),
        ),
        trial(
            "NT204",
            vec![with_day("31/02/2020")],
            vec![with_day("28/02/2020")],
            at(0, "a leap year has the day", vec![with_day("29/02/2020")]),
        ),
        trial(
            "NT205",
            vec![of_term("15/5/2016", "XI")],
            vec![of_term("15/5/2016", "XII")],
            at(0, "days of a congress belong to both terms", vec![of_term("26/01/2021", "XIII")]),
        ),
        trial(
            "NT206",
            run("01 tháng 02"),
            run("05 tháng 3"),
            at(0, "two numbers of one day are in order", run("01 tháng 3")),
        ),
    ]
}

fn numbers() -> Vec<Trial> {
    let numbered = |number: &str| plan(number, MARCH, "Triển khai.");
    let cited = |number: &str| acting(&format!("Kế hoạch số {number}, ngày 01/3/2021 của Tỉnh ủy Yên Bái"));
    let dated = |date: &str, body: &str| state_plan("12/KH-UBND", date, body);
    let called =
        |kind: &str| acting(&format!("{kind} số 36-HD/BTGTU, ngày 01/3/2021 của Ban Tuyên giáo Tỉnh ủy Yên Bái"));
    vec![
        trial(
            "SO301",
            vec![numbered("      /KH-LĐLĐ")],
            vec![numbered("12/KH-LĐLĐ")],
            at(0, "what has no place for a number lacks none", vec!["Một trang không có số.\n".into()]),
        ),
        trial(
            "SO302",
            vec![cited("01-/KH-TU")],
            vec![cited("01-KH/TU")],
            at(0, "a zero before the count is in order", vec![cited("001-KH/TU")]),
        ),
        trial(
            "SO303",
            vec![dated(MARCH, "Triển khai."), dated("ngày 02 tháng 5 năm 2021", "Triển khai.")],
            vec![dated(MARCH, "Triển khai."), dated("ngày 02 tháng 5 năm 2022", "Triển khai.")],
            at(0, "a scan and a text are one paper", vec![dated(MARCH, "Triển khai."), dated(MARCH, "Triên khai .")]),
        ),
        trial(
            "SO304",
            vec![called("Kế hoạch")],
            vec![called("Hướng dẫn")],
            at(0, "any paper may be called a letter", vec![called("Công văn")]),
        ),
        trial(
            "SO305",
            vec![numbered("12/KH-LĐLĐ").replace("LIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI\n", "")],
            vec![numbered("12/KH-LĐLĐ")],
            at(0, "an article has no letterhead", vec!["Bài viết không có số.\n".into()]),
        ),
    ]
}

fn forms_and_follow_up() -> Vec<Trial> {
    let based = |source: &str| {
        state_plan("30/KH-UBND", MARCH, &format!("Căn cứ {source};\nỦy ban nhân dân tỉnh ban hành kế hoạch."))
    };
    let going_on = |rest: &str| {
        plan("12/KH-LĐLĐ", MARCH, &format!("Các cấp công đoàn tiếp tục thực hiện Kế hoạch số 45-KH/TU{rest}."))
    };
    let charge = letter("Ban Thường vụ đề nghị các cấp công đoàn triển khai.");
    let upward = charge.replace("Liên đoàn Lao động các huyện, thị xã, thành phố", "Tổng Liên đoàn Lao động Việt Nam");
    let asking =
        letter("Ban Thường vụ đề nghị các đơn vị báo cáo kết quả về Liên đoàn Lao động tỉnh trước ngày 10/11/2021./.");
    let mut due = trial(
        "TK502",
        vec![asking.clone()],
        vec![asking.clone(), district_answer("BÁO CÁO", "31/BC-LĐLĐ")],
        at(0, "on the day itself there is time", vec![asking.replace("10/11/2021", "11/11/2021")]),
    );
    due.as_of = Some("2021-11-11");
    vec![
        trial(
            "TT401",
            vec![based("Kế hoạch số 45-KH/TU của Tỉnh ủy Yên Bái")],
            vec![based("Kế hoạch số 45-KH/TU ngày 20/02/2021 của Tỉnh ủy Yên Bái")],
            at(0, "a law needs no number and organ", vec![based("Luật Tổ chức chính quyền địa phương ngày 19/6/2015")]),
        ),
        trial(
            "TT402",
            vec![going_on(" của Tỉnh ủy Yên Bái")],
            vec![going_on(", ngày 20/02/2021 của Tỉnh ủy Yên Bái")],
            at(
                0,
                "only the first citation must be whole",
                vec![going_on(", ngày 20/02/2021 của Tỉnh ủy Yên Bái. Theo Kế hoạch số 45-KH/TU làm tốt")],
            ),
        ),
        trial(
            "TK501",
            vec![charge.clone()],
            vec![charge, district_answer("KẾ HOẠCH", "27/KH-LĐLĐ")],
            at(0, "nobody is charged from below", vec![upward]),
        ),
        due,
    ]
}

fn networks() -> Vec<Trial> {
    let alone = plan("12/KH-LĐLĐ", MARCH, "Các đơn vị tự kiểm tra.");
    let open = plan("12/KH-LĐLĐ", MARCH, "Các cấp công đoàn thực hiện Chỉ thị số 05-CT/TW về học tập.");
    let first = state_plan(
        "12/KH-UBND",
        MARCH,
        "Thực hiện Kế hoạch số 15/KH-UBND, ngày 05/3/2021 của Ủy ban nhân dân tỉnh Yên Bái, Ủy ban nhân dân tỉnh ban hành kế hoạch.",
    );
    let second = |body: &str| state_plan("15/KH-UBND", MARCH, body);
    let twelve = "Kế hoạch số 12/KH-UBND ngày 05/3/2021 của Ủy ban nhân dân tỉnh Yên Bái";
    let of = |count: &str, day: &str| {
        party_plan(&format!("{count}-KH/TU"), &format!("ngày {day} tháng 3 năm 2021"), "Tổ chức học tập.")
    };
    vec![
        trial(
            "MC601",
            vec![alone],
            vec![acting("Kế hoạch số 45-KH/TU, ngày 20/02/2021 của Tỉnh ủy Yên Bái")],
            at(0, "a citation that is not resolved is one", vec![open]),
        ),
        trial(
            "MC602",
            vec![first.clone(), second(&format!("Căn cứ {twelve};\nỦy ban nhân dân tỉnh ban hành kế hoạch."))],
            vec![first.clone(), second("Các sở, ngành tự rà soát.")],
            at(
                0,
                "a mere citation closes no circle",
                vec![first, second(&format!("Các sở, ngành tự rà soát. Xem thêm tại {twelve}."))],
            ),
        ),
        trial(
            "SQ701",
            vec![of("02", "02"), of("05", "05")],
            vec![of("01", "01"), of("02", "02")],
            at(0, "where hardly anything is seen the holes tell nothing", vec![of("02", "02"), of("95", "25")]),
        ),
    ]
}

#[test]
fn every_code_has_a_case_that_fires_one_that_is_silent_and_one_at_its_border() {
    let tried: BTreeSet<&str> = trials().iter().map(|trial| trial.code).collect();
    let codes: BTreeSet<&str> = CODES.iter().map(|code| code.code).collect();
    assert_eq!(tried, codes);
    for trial in trials() {
        let cases = [&trial.fires, &trial.silent, &trial.border.papers];
        assert!(cases.iter().all(|papers| !papers.is_empty()), "{} lacks a case", trial.code);
        assert!(cases[0] != cases[1] && cases[1] != cases[2] && cases[0] != cases[2], "{}: a case twice", trial.code);
        assert!(!trial.border.why.is_empty(), "{}: the border is not explained", trial.code);
    }
}

#[test]
fn every_code_fires_where_it_must_and_nowhere_else() {
    let mut wrong = Vec::new();
    for trial in trials() {
        let options = Options { as_of: trial.as_of.and_then(|day| day.parse().ok()), ..Options::default() };
        let cases = [
            (&trial.fires, 1, "must fire"),
            (&trial.silent, 0, "must be silent"),
            (&trial.border.papers, trial.border.times, trial.border.why),
        ];
        for (papers, times, why) in cases {
            let papers: Vec<&str> = papers.iter().map(String::as_str).collect();
            let found = found_with(trial.code, &papers, &options);
            if found.len() != times {
                let said: Vec<&str> = found.iter().map(|finding| finding.message.vietnamese.as_str()).collect();
                wrong.push(format!("{} {} times, not {times} ({why}): {said:?}", trial.code, found.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_code_quotes_a_secret_paper_and_none_puts_other_words_in_its_place() {
    let mut places = 0;
    for trial in trials() {
        let papers: Vec<String> = trial.fires.iter().map(|text| text.replacen("Số:", "MẬT\n\nSố:", 1)).collect();
        let papers: Vec<&str> = papers.iter().map(String::as_str).collect();
        let as_of = trial.as_of.and_then(|day| day.parse().ok());
        for finding in with(&papers, &Options { as_of, ..Options::default() }, audit) {
            places += finding.places.len();
            assert!(finding.places.iter().all(|place| place.quote.is_none()), "{}: {finding:#?}", trial.code);
        }
    }
    assert!(places > 30, "secret papers are counted all the same: {places}");
}
