//! Every rule of resolution, with a case that it decides and one where the wrong edge must be absent.

mod papers;

use luocdo::graph;
use luocdo::identity::{Memo, named as by_name};
use luocdo::reference::Target;
use luocdo::vocabulary::Relation;
use papers::*;
use std::collections::BTreeMap;

/// The id of the only link, whatever its state and rule.
fn id(date: &str, cite: Cite) -> String {
    in_letter(date, &[cite])[0].split(' ').nth(1).unwrap_or_default().to_string()
}

fn one(date: &str, cite: Cite) -> String {
    in_letter(date, &[cite]).remove(0)
}

#[test]
fn spellings_of_one_number_fold_to_one_key() {
    let party = |number: &str| id("2020-01-02", cite("Quyết định", number).by("Bộ Chính trị").on("2013-12-12"));
    for number in ["217-QĐ/TW", "217/QĐ-TW", "217 - QĐ/TW", "217-QĐ/TƯ"] {
        assert_eq!(party(number), "tw/qd/217/khoa-11", "{number}");
    }
    let directive = |number: &str| id("2020-01-02", cite("Chỉ thị", number).by("Bộ Chính trị").on("2016-05-15"));
    assert_eq!(directive("5-CT/TW"), directive("05-CT/TW"));
    let circular = |number: &str| id("2020-01-02", cite("Thông tư", number));
    assert_eq!(circular("12/2011/TT-BGD&ĐT"), circular("12/2011/TT-BGDĐT"));
    assert_eq!(id("2020-01-02", cite("Quyết định", "52/2016/QĐ-TTG")), "ttg/qd/52/2016");
}

#[test]
fn numbers_that_look_alike_keep_apart() {
    let union = |number: &str| {
        id("2020-01-02", cite("Nghị quyết", number).by("Tổng Liên đoàn Lao động Việt Nam").on("2016-01-21"))
    };
    assert_ne!(union("7a/NQ-TLĐ"), union("7b/NQ-TLĐ"));
    let government = |number: &str| id("2026-01-02", cite("Nghị quyết", number));
    assert_ne!(government("66.1/2025/NQ-CP"), government("66.7/2025/NQ-CP"));
    let decision = |number: &str| id("2020-01-02", cite("Quyết định", number).on("2016-12-06"));
    assert_ne!(decision("52/2016/QĐ-TTg"), decision("52/QĐ-TTg"), "with and without the year are two series");
    let rule =
        |number: &str| id("2020-01-02", cite("Quy định", number).by("Ban Chấp hành Trung ương").on("2018-10-25"));
    assert_ne!(rule("08-QĐi/TW"), rule("08-QĐ/TW"));
    let resolution = |number: &str, by: &str| id("2025-06-01", cite("Nghị quyết", number).by(by).on("2025-05-04"));
    assert_ne!(resolution("68-NQ/TW", "Bộ Chính trị"), resolution("68/NQ-CP", "Chính phủ"));
    let law = |kind, number: &str| id("2026-06-01", cite(kind, number));
    assert_ne!(law("Luật", "02/2026/QH16"), law("Nghị quyết", "02/2026/QH16"));
}

#[test]
fn decisions_and_regulations_of_the_party_share_a_series() {
    let of = |kind| id("2020-01-02", cite(kind, "217-QĐ/TW").by("Bộ Chính trị").on("2013-12-12"));
    assert_eq!(of("Quyết định"), of("Quy định"));
}

#[test]
fn politburo_and_secretariat_write_in_one_series() {
    let of = |by: &str| id("2020-01-02", cite("Chỉ thị", "07-CT/TW").by(by).on("2016-09-05"));
    assert_eq!(of("Ban Bí thư Trung ương"), "tw/ct/07/khoa-12");
    assert_eq!(of("Bộ Chính trị"), of("Ban Bí thư Trung ương (khóa XII)"));
}

#[test]
fn a_board_numbers_its_papers_though_they_are_said_to_be_of_the_centre() {
    let of = |by: &str| id("2020-01-02", cite("Hướng dẫn", "26-HD/BTCTW").by(by).on("2019-10-18"));
    assert_eq!(of("Ban Tổ chức Trung ương"), "btctw/hd/26/khoa-12");
    for body in ["Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương"] {
        assert_eq!(of(body), of("Ban Tổ chức Trung ương"), "{body}");
    }
}

#[test]
fn a_numbered_resolution_of_the_centre_is_one_whichever_plenum_is_named() {
    let of = |by: &str| id("2020-01-02", cite("Nghị quyết", "18-NQ/TW").by(by).on("2017-10-25"));
    for by in [
        "Ban Chấp hành Trung ương",
        "BCHTW Đảng",
        "Hội nghị Trung ương 6",
        "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng",
        "Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII",
    ] {
        assert_eq!(of(by), "tw/nq/18/khoa-12", "{by}");
    }
    // The committee of an association is another's.
    assert_ne!(of("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đoàn"), "tw/nq/18/khoa-12");
}

#[test]
fn a_slip_of_the_shift_key_makes_no_other_paper() {
    let of = |number: &str| id("2020-01-02", cite("Tờ trình", number).by("UBND tỉnh Thái Bình").on("2010-07-06"));
    assert_eq!(of("74/TTr-UBND"), "thai-binh/ubnd/ttr/74/nam-2010");
    assert_eq!(of("74/Ttr-UBND"), of("74/TTr-UBND"));
}

#[test]
fn the_chairman_of_the_council_of_ministers_is_not_the_council() {
    let of = |by: &str| id("2020-01-02", cite("Quyết định", "156-CT").by(by).on("1988-05-23"));
    assert_eq!(of("Chủ tịch Hội đồng Bộ trưởng"), "chu-tich-hoi-dong-bo-truong/ct/156/nam-1988");
    assert_eq!(of("Hội đồng Bộ trưởng"), "hdbt/ct/156/nam-1988");
}

#[test]
fn a_steering_committee_counts_apart_from_the_organ_that_set_it_up() {
    let of = |number: &str, by: &str| id("2021-06-01", cite("Kế hoạch", number).by(by).on("2021-03-01"));
    assert_eq!(of("33-KH/TU", "Tỉnh ủy Bắc Giang"), "bac-giang/tu/kh/33/nk-2020-2025");
    for (symbol, path) in [("BCĐ", "tu-bcd"), ("BCĐ35", "tu-bcd35"), ("TBTT", "tu-tbtt")] {
        let number = format!("33-KH/{symbol}");
        assert_eq!(of(&number, "Tỉnh ủy Bắc Giang"), format!("bac-giang/{path}/kh/33/nk-2020-2025"), "{symbol}");
    }
    assert_ne!(of("45/KH-BCĐ", "UBND tỉnh Bắc Giang"), of("45/KH-UBND", "UBND tỉnh Bắc Giang"));
    // A symbol that nobody knows may be a slip.
    assert_eq!(of("33-KH/TUU", "Tỉnh ủy Bắc Giang"), of("33-KH/TU", "Tỉnh ủy Bắc Giang"));
}

#[test]
fn only_the_issuer_tells_what_tu_with_a_horn_is() {
    let cited = |by: Option<&str>| {
        let cite = cite("Kết luận", "445-KL/TƯ").on("2022-03-01");
        one("2022-06-01", by.map_or(cite.clone(), |by| cite.by(by)))
    };
    assert_eq!(cited(Some("Tỉnh ủy")), "missing lai-chau/tu/kl/445/nk-2020-2025 [number+symbol+issuer+date]");
    assert_eq!(cited(Some("Bộ Chính trị")), "missing tw/kl/445/khoa-13 [number+symbol+issuer+date]");
    assert!(cited(None).starts_with("ambiguous"), "neither is chosen");
}

#[test]
fn relative_organs_are_those_of_the_citing_paper() {
    let letter = |path: &str, organ: &str| {
        citing(
            paper(path, "745/LĐLĐ", organ, "2021-08-18"),
            &[cite("Công văn", "309-CV/TU").by("Tỉnh ủy").on("2021-08-11")],
        )
    };
    let links = links(&resolve(vec![letter("a", LDLD_LAI_CHAU), letter("b", LDLD_LAO_CAI)]));
    assert_eq!(links[0], "missing lai-chau/tu/cv/309/nk-2020-2025 [number+symbol+issuer+date]");
    assert_eq!(links[1], "missing lao-cai/tu/cv/309/nk-2020-2025 [number+symbol+issuer+date]");
}

#[test]
fn a_symbol_of_one_level_takes_the_province_of_the_paper_and_a_shared_one_nothing() {
    assert_eq!(
        one("2021-08-18", cite("Công văn", "309-CV/TU").on("2021-08-11")),
        "missing lai-chau/tu/cv/309/nk-2020-2025 [number+symbol+home+date]"
    );
    assert_eq!(one("2021-08-18", cite("Kế hoạch", "12/KH-UBND").on("2021-08-11")), "ambiguous  [open:organ]");
}

#[test]
fn how_many_candidates_are_held_decides_nothing() {
    let held = paper("held", "12/LĐLĐ", LDLD_LAI_CHAU, "2021-03-02");
    let letter = citing(
        paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"),
        &[
            cite("Công văn", "12/LĐLĐ").by("LĐLĐ tỉnh"),
            cite("Công văn", "12/LĐLĐ").by("LĐLĐ tỉnh").on("2021"),
            cite("Công văn", "12/LĐLĐ").by("LĐLĐ tỉnh").on("2021-03-02").about("việc khác hẳn"),
        ],
    );
    let links = links(&resolve(vec![held, letter]));
    assert_eq!(links[2], "held lai-chau/ldld/cv/12/2021-03-02 [number+symbol+issuer+date]");
    let alone = links_without_last();
    assert_eq!(alone, ["ambiguous lai-chau/ldld/cv/12/2021-03-02 [open:period]"; 2]);
}

/// The first two citations of the test above, without the full one that would be their antecedent.
fn links_without_last() -> Vec<String> {
    let held = paper("held", "12/LĐLĐ", LDLD_LAI_CHAU, "2021-03-02");
    let cites = [cite("Công văn", "12/LĐLĐ").by("LĐLĐ tỉnh"), cite("Công văn", "12/LĐLĐ").by("LĐLĐ tỉnh").on("2021")];
    links(&resolve(vec![held, citing(paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"), &cites)]))
}

#[test]
fn every_known_act_has_a_key_of_its_own() {
    let lexicon = lexicon();
    let mut memo = Memo::new(lexicon);
    let mut keys: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for act in lexicon.acts.all() {
        if let Some(key) = by_name::of_act(&mut memo, act) {
            keys.entry(key.to_string()).or_default().push(&act.id);
        }
    }
    let shared: Vec<_> = keys.iter().filter(|(_, acts)| acts.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:?}");
    let numbered = lexicon.acts.all().iter().filter(|act| act.number.is_some()).count();
    assert!(keys.len() >= numbered, "{} keys for {numbered} numbered acts", keys.len());
}

#[test]
fn an_undated_citation_of_a_number_used_twice_is_ambiguous() {
    let open = one("2025-01-02", cite("Chỉ thị", "35-CT/TW").by("Bộ Chính trị"));
    assert_eq!(open, "ambiguous tw/ct/35/khoa-13 tw/ct/35/khoa-12 [open:period]");
}

#[test]
fn the_term_in_the_words_decides() {
    let cited = cite("Chỉ thị", "35-CT/TW").by("Bộ Chính trị khóa XII");
    assert_eq!(one("2025-01-02", cited), "missing tw/ct/35/khoa-12 [number+symbol+issuer+term]");
    let cited = cite("Chỉ thị", "35-CT/TW").by("Bộ Chính trị").term("XIII");
    assert_eq!(one("2025-01-02", cited), "missing tw/ct/35/khoa-13 [number+symbol+issuer+term]");
}

const STUDY: &str = "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";

#[test]
fn the_title_of_a_known_act_decides() {
    let cited = cite("Chỉ thị", "05-CT/TW").by("Bộ Chính trị").about(STUDY);
    assert_eq!(one("2021-08-18", cited), "missing tw/ct/05/khoa-12 [title]");
}

#[test]
fn a_title_decides_nothing_where_it_fits_no_act_or_two() {
    let other =
        cite("Chỉ thị", "05-CT/TW").by("Bộ Chính trị").about("tăng cường sự lãnh đạo đối với công tác bảo hiểm");
    assert!(one("2021-08-18", other).starts_with("ambiguous"));
    let congresses = cite("Chỉ thị", "35-CT/TW").by("Bộ Chính trị").about("đại hội đảng bộ các cấp tiến tới Đại hội");
    assert!(one("2025-01-02", congresses).starts_with("ambiguous"));
}

#[test]
fn a_title_never_points_to_the_future() {
    let cited = cite("Chỉ thị", "07-CT/TW")
        .by("Bộ Chính trị")
        .about("đẩy mạnh học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh");
    assert_eq!(one("2026-08-18", cited.clone()), "missing tw/ct/07/khoa-14 [title]");
    assert!(one("2017-06-22", cited).starts_with("ambiguous"));
}

/// A user's own table may list acts of one province; every other province has a letter about the same campaign.
#[test]
fn a_title_never_chooses_a_province() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("a-local-act");
    std::fs::create_dir_all(&dir).expect("the target folder can be written");
    let table = "id,kind,number,issuer,system,term,plenum,date,in_force,title,short_forms,supersedes,superseded_by,\
                 amends,certainty,evidence,source\n\
                 x,Công văn,309-CV/TU,Tỉnh ủy Lai Châu,party,,,2021-08-11,,học tập và quán triệt kết luận của trung \
                 ương,,,,,A,seen,test\n";
    std::fs::write(dir.join("acts.csv"), table).expect("the target folder can be written");
    let own = luocdo::lexicon::load(Some(&dir)).expect("the table is right");
    let cited = cite("Công văn", "309-CV/TU").about("học tập và quán triệt kết luận của trung ương");
    let of = |records| {
        let corpus = luocdo::corpus::assemble(records, &own);
        links_of(&luocdo::reference::resolve(&corpus, &own)).remove(0)
    };
    let stranger = citing(paper("letter", "3/XYZ", "", "2024-08-18"), std::slice::from_ref(&cited));
    assert!(of(vec![stranger]).starts_with("ambiguous"));
    let central = cite("Chỉ thị", "05-CT/TW").by("Bộ Chính trị").about(STUDY);
    let stranger = citing(paper("letter", "3/XYZ", "", "2021-08-18"), &[central]);
    assert_eq!(of(vec![stranger]), "missing tw/ct/05/khoa-12 [title]", "a central act is told by its title");
}

#[test]
fn a_fuller_mention_in_the_same_paper_decides() {
    let short = cite("Kết luận", "01-KL/TW");
    let full = cite("Kết luận", "01-KL/TW").by("Bộ Chính trị").on("2021-05-18");
    let links = in_letter("2021-08-18", &[short.clone(), full.clone(), cite("Kết luận", "01")]);
    assert_eq!(links[0], "missing tw/kl/01/khoa-13 [sibling]");
    assert_eq!(links[2], "missing tw/kl/01/khoa-13 [sibling]");
    assert_eq!(in_letter("2021-08-18", &[short])[0].split(' ').next(), Some("ambiguous"), "not in another paper");
}

#[test]
fn two_fuller_mentions_decide_nothing() {
    let links = in_letter(
        "2025-08-18",
        &[
            cite("Chỉ thị", "35-CT/TW").by("Bộ Chính trị").on("2019-05-30"),
            cite("Chỉ thị", "35-CT/TW").by("Bộ Chính trị").on("2024-06-14"),
            cite("Chỉ thị", "35-CT/TW"),
        ],
    );
    assert_eq!(
        links[2],
        "ambiguous tw/ct/35/khoa-12 tw/ct/35/khoa-13 [open:organ]".replace("open:organ", "open:period")
    );
}

#[test]
fn a_mention_about_something_else_is_no_antecedent() {
    let links = in_letter(
        "2024-08-18",
        &[
            cite("Quyết định", "12/QĐ-UBND")
                .by("UBND tỉnh")
                .on("2024-01-05")
                .about("phê duyệt đề án phát triển du lịch cộng đồng"),
            cite("Quyết định", "12/QĐ-UBND").about("khen thưởng tập thể, cá nhân có thành tích xuất sắc"),
            cite("Quyết định", "12/QĐ-UBND"),
        ],
    );
    assert!(links[1].starts_with("ambiguous"), "{}", links[1]);
    assert_eq!(links[2], "missing lai-chau/ubnd/qd/12/nam-2024 [sibling]");
}

#[test]
fn an_alias_means_what_it_was_defined_for() {
    let full = cite("Quy định", "377-QĐ/TW").by("Bộ Chính trị").on("2025-10-08");
    let alias = Cite { antecedent: Some(1), ..cite("Quy định", "377") };
    let wrong = Cite { antecedent: Some(1), ..cite("Quy định", "378") };
    let links = in_letter("2025-12-18", &[full, alias, wrong]);
    assert_eq!(links[1], "missing tw/qd/377/khoa-13 [antecedent]");
    assert!(links[2].starts_with("ambiguous"), "another number is another document");
}

#[test]
fn an_organ_that_began_in_this_year_numbered_nothing_before() {
    let cited = cite("Quyết định", "12/QĐ-BNNMT").by("Bộ Nông nghiệp và Môi trường");
    assert_eq!(one("2025-09-01", cited.clone()), "missing bnnmt/qd/12/nam-2025 [organ-began]");
    assert!(one("2026-09-01", cited).starts_with("ambiguous"), "two years are possible");
}

#[test]
fn what_a_paper_repeals_under_its_own_symbol_is_its_own() {
    let repealed = |relation, symbol: &str| {
        let cited = cite("Quyết định", &format!("21/2017/{symbol}")).on("2017-10-10").does(relation, 0);
        links(&resolve(vec![citing(paper("d", "08/2022/QĐ-UBND", UBND_LAI_CHAU, "2022-03-14"), &[cited])])).remove(0)
    };
    assert_eq!(repealed(Relation::Repeals, "QĐ-UBND"), "missing lai-chau/ubnd/qd/21/2017 [own-series]");
    assert!(repealed(Relation::Implements, "QĐ-UBND").starts_with("ambiguous"), "any level has such decisions");
    assert!(repealed(Relation::Repeals, "QĐ-LĐLĐ").starts_with("ambiguous"), "the symbol is another's");
}

#[test]
fn joint_papers_are_of_all_their_organs() {
    let of = |kind, number: &str, date: &str| id("2021-06-01", cite(kind, number).on(date));
    assert_eq!(of("Thông tư liên tịch", "01/2016/TTLT-BNV-BTC", "2016-02-03"), "bnv-btc/ttlt/01/2016");
    assert_eq!(
        of("Chương trình phối hợp", "06/CTrPH-LĐLĐ-TĐTN", "2021-03-26"),
        "lai-chau/ldld-tdtn/ctrph/06/2021-03-26"
    );
    let two = |organs: &str| of("Thông tư liên tịch", &format!("01/2016/TTLT-{organs}"), "2016-02-03");
    assert_ne!(two("BNV-BTC"), two("BNV-BTP"));
}

#[test]
fn a_joint_symbol_that_lacks_an_organ_of_the_words_is_open() {
    let of = |organs: &str, by: &str| {
        one("2021-06-01", cite("Thông tư liên tịch", &format!("05/2009/TTLT-{organs}")).by(by).on("2009-02-03"))
    };
    assert_eq!(of("BNV-BTC", "liên Bộ Quốc phòng - Bộ Nội vụ - Bộ Tài chính"), "ambiguous  [open:organ]");
    assert_eq!(of("BNV-BTC", "Bộ Quốc phòng"), "ambiguous  [open:organ]");
    let joint = "missing bnv-btc/ttlt/05/2009 [number+symbol]";
    assert_eq!(of("BNV-BTC", "liên Bộ Nội vụ, Tài chính"), joint);
    assert_eq!(of("BNV-BTC", "Bộ Nội vụ"), joint, "the lead alone stands for all");
    assert_eq!(of("BNV-BTC", "Bộ trưởng Bộ Nội vụ và Bộ trưởng Bộ Tài chính"), joint);
    assert_eq!(
        of("BNV-BVHTTDL", "Bộ Nội vụ, Bộ Văn hóa, Thể thao và Du lịch"),
        "missing bnv-bvhttdl/ttlt/05/2009 [number+symbol]"
    );
}

#[test]
fn a_law_without_its_year_is_the_one_that_was_in_force() {
    let law = || named("Luật", "Luật Đất đai");
    assert_eq!(one("2022-06-01", law()), "missing qh/luat/45/qh13 [law-in-force]");
    assert_eq!(one("2014-02-01", law()), "ambiguous qh/luat/13/qh11 qh/luat/45/qh13 [open:name]");
    assert_eq!(one("2014-06-30", law()), "ambiguous qh/luat/13/qh11 qh/luat/45/qh13 [open:name]");
    assert_eq!(one("2014-07-01", law()), "missing qh/luat/45/qh13 [law-in-force]", "in force since that day");
    assert_eq!(one("1990-01-01", law()), "ambiguous  [open:name]");
    assert_eq!(one("2022-06-01", named("Luật", "Luật Không ai biết")), "ambiguous  [open:name]");
}

#[test]
fn a_law_with_its_year_is_its_number_where_the_number_is_known() {
    assert_eq!(one("2024-06-01", named("Luật", "Luật Đất đai năm 2013")), "missing qh/luat/45/qh13 [title+year]");
    assert_eq!(id("2024-06-01", cite("Luật", "45/2013/QH13")), "qh/luat/45/qh13");
    assert_eq!(one("2024-06-01", named("Luật", "Luật Điện ảnh").on("2006")), "missing luat/dien-anh/2006 [title+year]");
    assert_eq!(one("2024-06-01", named("Hiến pháp", "Hiến pháp năm 2013")), "missing hien-phap/2013 [title+year]");
}

#[test]
fn a_law_named_again_is_the_one_named_before() {
    let links =
        in_letter("2024-03-01", &[named("Luật", "Luật Đất đai").on("2013-11-29"), named("Luật", "Luật Đất đai")]);
    assert_eq!(links[1], "missing qh/luat/45/qh13 [sibling]");
    let both = in_letter(
        "2024-03-01",
        &[
            named("Luật", "Luật Đất đai").on("2013-11-29"),
            named("Luật", "Luật Đất đai").on("2024-01-18"),
            named("Luật", "Luật Đất đai"),
        ],
    );
    assert!(both[2].starts_with("ambiguous qh/luat/31/qh15 qh/luat/45/qh13"), "{}", both[2]);
}

#[test]
fn a_congress_needs_its_body() {
    let of = |name: &str| one("2023-04-24", named("Nghị quyết", name));
    let national = of("Nghị quyết Đại hội XIII của Đảng");
    assert!(national.starts_with("missing tw/dai-hoi/13/nq"), "{national}");
    for name in [
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII",
        "Nghị quyết Đại hội lần thứ XIII của Đảng",
    ] {
        assert_eq!(of(name).split(' ').nth(1), national.split(' ').nth(1), "{name}");
    }
    assert_eq!(of("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV"), "missing lai-chau/dang-bo/dai-hoi/14/nq [congress]");
    assert!(of("Nghị quyết Đại hội XIII Công đoàn Việt Nam").starts_with("missing cong-doan/dai-hoi/13/nq"));
    assert!(of("Nghị quyết Đại hội XIV").starts_with("ambiguous"), "whose congress is not said");
}

#[test]
fn a_congress_of_a_commune_is_not_that_of_its_province() {
    let commune = |date: &str| {
        let mut record = paper("letter", "12-CV/ĐU", "Đảng ủy xã Bản Bo", date);
        record.document.level = Some(luocdo::vocabulary::Level::Commune);
        record.document.province = Some("Lai Châu".into());
        record.document.district = Some("huyện Tam Đường".into());
        record.document.commune = Some("xã Bản Bo".into());
        record
    };
    let of =
        |date: &str, name: &str| links(&resolve(vec![citing(commune(date), &[named("Nghị quyết", name)])])).remove(0);
    let own = "Nghị quyết Đại hội Đảng bộ xã lần thứ XII";
    assert_eq!(of("2021-05-02", own), "missing lai-chau/tam-duong/ban-bo/dang-bo/dai-hoi/12/nq [congress]");
    assert_eq!(of("2025-12-02", own), "missing lai-chau/tam-duong/ban-bo/dang-bo/dai-hoi/12/nq [congress]");
    let first = "Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025-2030";
    assert_eq!(of("2025-12-02", first), "missing lai-chau/x-ban-bo/dang-bo/dai-hoi/01/nq [congress]");
    let provincial = "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV";
    assert_eq!(of("2021-05-02", provincial), "missing lai-chau/dang-bo/dai-hoi/14/nq [congress]");
    let district = "Nghị quyết Đại hội Đảng bộ huyện lần thứ XIX";
    assert_eq!(of("2021-05-02", district), "missing lai-chau/tam-duong/dang-bo/dai-hoi/19/nq [congress]");
    assert!(of("2021-05-02", "Nghị quyết Đại hội Đảng bộ lần thứ XIX").starts_with("ambiguous"), "of which unit?");
    assert!(one("2021-05-02", named("Nghị quyết", own)).starts_with("ambiguous"), "a province has many communes");
}

#[test]
fn a_plenum_needs_its_term() {
    let of = |name: &str| one("2023-04-24", named("Nghị quyết", name));
    assert_eq!(of("Nghị quyết Trung ương 3 khóa XI"), "missing tw/hoi-nghi/03/khoa-11/nq [plenum]");
    assert!(of("Nghị quyết Trung ương 3").starts_with("ambiguous"));
}

#[test]
fn a_charter_is_of_a_term() {
    let on = |date: &str, name: &str| one(date, named("Điều lệ", name));
    let of = |name: &str| on("2021-04-24", name);
    assert!(of("Điều lệ Công đoàn Việt Nam khóa XII").starts_with("missing tld/qd/174/2020-02-03"));
    assert_eq!(of("Điều lệ Công đoàn Việt Nam khóa XI"), "missing cong-doan/dieu-le/khoa-11 [charter]");
    let of_year = one("2021-04-24", named("Điều lệ", "Điều lệ Công đoàn Việt Nam").on("2013"));
    assert_eq!(of_year, "missing cong-doan/dieu-le/khoa-11 [charter]", "known by its year too");
    assert!(of("Điều lệ Công đoàn Việt Nam khóa XIV").starts_with("ambiguous"), "that congress is to come");
    assert_eq!(on("2026-12-24", "Điều lệ Đảng khóa XIV"), "missing tw/dieu-le/khoa-14 [charter]");
    assert_eq!(of("Điều lệ Đảng"), "missing tw/dieu-le/khoa-11 [charter-in-force]");
    assert_eq!(of("Điều lệ Công đoàn Việt Nam"), "missing tld/qd/174/2020-02-03 [charter-in-force]");
    assert!(on("2020-04-24", "Điều lệ Công đoàn Việt Nam").starts_with("ambiguous"), "a new one had just come");
}

#[test]
fn a_regulation_is_known_by_the_act_that_issues_it() {
    let links = in_letter(
        "2017-06-22",
        &[
            named("Quy chế", "Quy chế hoạt động thông tin cơ sở").does(Relation::Promulgates, 2),
            cite("Quyết định", "52/2016/QĐ-TTg").on("2016-12-06"),
            named("Quy chế", "Quy chế hoạt động thông tin cơ sở"),
            named("Quy chế", "Quy chế dân chủ").does(Relation::Promulgates, 5),
            cite("Quyết định", "13/QĐ-UBND"),
        ],
    );
    let regulation = "missing ttg/qd/52/2016#quy-che-hoat-dong-thong-tin-co-so";
    assert_eq!(links[0], format!("{regulation} [issued-by]"));
    assert_eq!(links[2], format!("{regulation} [sibling]"));
    assert!(links[3].starts_with("ambiguous"), "its act is not known either");
}

#[test]
fn a_paper_without_number_is_known_by_organ_kind_and_day() {
    let of = |date: &str| one("2020-08-21", named("Kế hoạch", "Kế hoạch").by("Ban Tuyên giáo Tỉnh ủy").on(date));
    assert_eq!(of("2020-04-10"), "missing lai-chau/btgtu/kh/khong-so/2020-04-10 [issuer+kind+date]");
    assert!(of("2020").starts_with("ambiguous"));
}

#[test]
fn a_meeting_belongs_to_the_paper_that_tells_of_it() {
    let oral =
        Cite { oral: true, kind: Some("Ý kiến chỉ đạo"), date: Some("2020-08-20".into()), ..Cite::default() };
    let notice = cite("Thông báo", "432/TB-TLĐ").on("2020-08-19");
    let links = in_letter("2020-08-21", &[oral.clone(), notice, oral.does(Relation::Cites, 2)]);
    assert_eq!(links[0], "oral lai-chau/ldld/cv/745/2020-08-21#y-kien-chi-dao-2020-08-20 [oral]");
    assert_eq!(links[2], "oral tld/tb/432/2020-08-19#y-kien-chi-dao-2020-08-20 [oral]");
}

#[test]
fn a_later_document_is_meant_only_if_its_date_is_stated() {
    let later = || paper("later", "45/KH-UBND", UBND_LAI_CHAU, "2023-05-10");
    let letter = |date: &str| {
        let cited = cite("Kế hoạch", "45/KH-UBND").by("UBND tỉnh").on(date);
        citing(paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2023-04-02"), &[cited])
    };
    let of = |records| links(&resolve(records)).remove(0);
    assert_eq!(
        of(vec![later(), letter("2023-05-10")]),
        "held lai-chau/ubnd/kh/45/nam-2023 [number+symbol+issuer+date]"
    );
    assert_eq!(of(vec![later(), letter("2023-03-10")]), "ambiguous lai-chau/ubnd/kh/45/nam-2023 [open:later]");
    assert_eq!(of(vec![letter("2023-03-10")]), "missing lai-chau/ubnd/kh/45/nam-2023 [number+symbol+issuer+date]");
}

#[test]
fn one_number_of_two_provinces_is_never_mixed_up() {
    let letter = citing(
        paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"),
        &[
            cite("Kế hoạch", "12/KH-UBND").by("UBND tỉnh").on("2021-03-02"),
            cite("Kế hoạch", "12/KH-UBND").by("UBND tỉnh Sơn La").on("2021-03-02"),
        ],
    );
    let links = links(&resolve(vec![paper("b", "12/KH-UBND", UBND_SON_LA, "2021-03-02"), letter]));
    assert_eq!(links[0], "missing lai-chau/ubnd/kh/12/nam-2021 [number+symbol+issuer+date]");
    assert_eq!(links[1], "held son-la/ubnd/kh/12/nam-2021 [number+symbol+issuer+date]");
}

#[test]
fn a_merged_province_is_another_organ() {
    let of = |date: &str| {
        let cited = cite("Công văn", "12-CV/TU").by("Tỉnh ủy").on(date);
        let links = links(&resolve(vec![citing(paper("letter", "7/LĐLĐ", LDLD_LAO_CAI, "2025-12-18"), &[cited])]));
        links[0].split(' ').nth(1).unwrap_or_default().to_string()
    };
    assert_eq!(of("2025-12-02"), "lao-cai-2025/tu/cv/12/nk-2025-2030");
}

#[test]
fn a_relative_organ_is_followed_back_only_through_one_province() {
    let of = |home: &str, by: &str, number: &str| {
        let cited = cite("Công văn", number).by(by).on("2024-03-02");
        links(&resolve(vec![citing(paper("letter", "7/LĐLĐ", home, "2025-12-18"), &[cited])])).remove(0)
    };
    let torn = of(LDLD_LAO_CAI, "Tỉnh ủy", "12-CV/TU");
    assert!(torn.starts_with("ambiguous") && torn.contains("open:organ"), "Lào Cai's or Yên Bái's? {torn}");
    assert!(of(LDLD_LAO_CAI, "Tỉnh ủy Lào Cai", "12-CV/TU").starts_with("missing lao-cai/tu/cv/12"));
    assert!(of(LDLD_LAI_CHAU, "Tỉnh ủy", "12-CV/TU").starts_with("missing lai-chau/tu/cv/12"), "it was not merged");
    let city = "Liên đoàn Lao động Thành phố Hồ Chí Minh";
    assert!(of(city, "Thành ủy", "12-CV/TU").starts_with("missing ho-chi-minh/tu/cv/12"), "the others were no cities");
}

#[test]
fn what_reading_fills_in_of_an_issuer_does_not_choose_among_provinces() {
    let of = |province: &str, by: &str| {
        let letter = format!(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH {province}\n\nSố: 7/LĐLĐ\n\n{province}, ngày 18 tháng 12 năm 2025\n\nKính gửi: Các công \
             đoàn cơ sở\n\nThực hiện Công văn số 12-CV/TU ngày 02/3/2024 của {by}, đề nghị các đơn vị báo cáo.\n"
        );
        let record = luocdo::record::examine(&luocdo::source::Source::memory("7.txt", letter.as_str()), lexicon());
        let full = record.mentions[0].issuer_full.clone();
        (links(&resolve(vec![record])).remove(0), full)
    };
    let (torn, full) = of("LÀO CAI", "Tỉnh ủy");
    assert!(torn.starts_with("ambiguous") && full.is_none(), "Lào Cai's or Yên Bái's? {torn} {full:?}");
    assert!(of("LÀO CAI", "Tỉnh ủy Lào Cai").0.starts_with("missing lao-cai/tu/cv/12"));
    assert!(of("LAI CHÂU", "Tỉnh ủy").0.starts_with("missing lai-chau/tu/cv/12"));
}

#[test]
fn the_day_at_the_head_of_a_sentence_is_that_of_what_it_says_was_issued() {
    let of = |sentence: &str| {
        let letter = format!(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU\n\nSố: 7/LĐLĐ\n\nLai Châu, ngày 18 tháng 12 năm 2021\n\nKính gửi: Các công đoàn \
             cơ sở\n\nThời gian qua, các đơn vị đã làm tốt.\n\n{sentence}\n"
        );
        let record = luocdo::record::examine(&luocdo::source::Source::memory("7.txt", letter.as_str()), lexicon());
        let mention = &record.mentions[0];
        (mention.date, mention.issued_on.map(|day| day.to_string()))
    };
    let said = Some("2021-04-26".to_owned());
    assert_eq!(
        of("Ngày 26/4/2021, Tỉnh ủy Lai Châu đã ban hành Kế hoạch số 22-KH/TU về nuôi ong."),
        (None, said.clone())
    );
    assert_eq!(of("Ngày 26 tháng 4 năm 2021, Tỉnh ủy có Công văn số 22-CV/TU."), (None, said));
    for other in [
        "Ngày 26/4/2021, Tỉnh ủy họp theo Kế hoạch số 22-KH/TU về nuôi ong.",
        "Ngày 26/4/2021, Tỉnh ủy họp; ngày hôm sau ban hành Kế hoạch số 22-KH/TU.",
        "Tháng 4/2021, Tỉnh ủy đã ban hành Kế hoạch số 22-KH/TU về nuôi ong.",
    ] {
        assert_eq!(of(other), (None, None), "{other}");
    }
}

#[test]
fn a_law_that_names_its_own_title_means_itself() {
    let mut law = paper("law", "45/2019/QH14", "Quốc hội", "2019-11-20");
    law.document.kind = Some("Bộ luật".into());
    law.document.subject = Some("LAO ĐỘNG".into());
    let cites = [
        named("Bộ luật", "Bộ luật Lao động"),
        named("Bộ luật", "Bộ luật Lao động").on("2012"),
        cite("Bộ luật", "10/2012/QH13"),
        named("Luật", "Luật Công đoàn"),
    ];
    let found = links(&resolve(vec![citing(law, &cites)]));
    assert_eq!(found[0], "held qh/luat/45/qh14 [own-title]");
    assert_eq!(found[1], "missing qh/luat/10/qh13 [title+year]", "the year tells another one");
    assert_eq!(found[3], "missing qh/luat/12/qh13 [law-in-force]");
}

#[test]
fn two_laws_of_one_title_and_year_are_told_by_their_days() {
    let law = |on: &str| one("2026-03-01", named("Luật", "Luật Tổ chức chính quyền địa phương").on(on));
    assert_eq!(law("2025-06-16"), "missing qh/luat/72/qh15 [title+year]");
    assert_eq!(law("2025-02-19"), "missing qh/luat/65/qh15 [title+year]");
    assert_eq!(law("2025"), "missing qh/luat/72/qh15 [law-in-force]", "the year names two, one of them is in force");
}

#[test]
fn a_law_known_by_the_order_that_promulgated_it_is_known_by_its_title() {
    assert_eq!(one("1999-05-01", named("Bộ luật", "Bộ luật Lao động")), "missing bo-luat/lao-dong/1994 [law-in-force]");
    let order = |on: &str| one("1999-05-01", cite("Luật", "35-L/CTN").on(on));
    assert_ne!(order("1994-06-22"), order("1994-06-23"), "two laws bear this number");
    assert_eq!(id("2005-05-01", cite("Luật", "40-LCT/HĐNN8")), "qh/luat/40/qh8");
}

#[test]
fn abbreviations_in_the_title_of_a_law_are_written_out() {
    let law = |name: &str| one("2011-05-01", named("Luật", name).on("2003"));
    assert_eq!(law("Luật Tổ chức HĐND và UBND"), "missing qh/luat/11/qh11 [title+year]");
    assert_eq!(law("Luật Tổ chức HĐND và UBND"), law("Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"));
}

#[test]
fn an_ordinal_without_its_body_is_no_known_name() {
    let of = |name: &str| one("2025-08-01", named("Nghị quyết", name));
    assert!(of("Nghị quyết Đại hội VII").starts_with("ambiguous"), "every organisation has a seventh congress");
    assert!(of("Nghị quyết Đại hội VII của Đảng").starts_with("missing tw/dai-hoi/07/nq"));
}

#[test]
fn a_standing_board_writes_in_the_series_of_its_committee() {
    let of = |by: &str| id("2025-12-18", cite("Kế hoạch", "16-KH/ĐU").by(by).on("2025-11-26"));
    let committee = of("Đảng ủy Ủy ban nhân dân tỉnh");
    assert!(!committee.is_empty());
    assert_eq!(of("Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh"), committee);
}

#[test]
fn a_relation_whose_subject_is_open_is_not_drawn_from_anybody_else() {
    let resolved = resolve(vec![citing(
        paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"),
        &[cite("Hướng dẫn", "36/HD-UBND"), cite("Chỉ thị", "07-CT/TW").on("2016-09-05").does(Relation::Implements, 1)],
    )]);
    assert!(matches!(resolved.references[0].target, Target::Ambiguous(_)));
    let edges: Vec<_> = resolved.graph.graph.edge_weights().map(|edge| (edge.relation, edge.direct)).collect();
    assert_eq!(edges, [(Relation::Cites, true)], "the letter names it; who implements it is not known");
}

#[test]
fn words_of_a_secret_paper_stand_in_no_output_unless_allowed() {
    let mut secret = paper("secret", "12-CV/TU", TINH_UY_LAI_CHAU, "2021-03-02");
    secret.document.secrecy = Some("MẬT".into());
    secret.document.subject = Some("chuyện bí mật".into());
    let secret = citing(secret, &[cite("Kế hoạch", "12/KH-UBND").by("UBND tỉnh").on("2021-03-01").about("chuyện kín")]);
    let shown = |allow_secret| {
        let resolved = resolve(vec![secret.clone()]);
        let options = graph::Options { allow_secret, ..Default::default() };
        let graph = graph::connect(&resolved.corpus, &resolved.references, lexicon(), &options);
        let nodes: Vec<String> = graph.graph.node_weights().map(|node| format!("{node:?}")).collect();
        let edges: Vec<String> = graph.graph.edge_weights().map(|edge| format!("{edge:?}")).collect();
        (nodes.concat() + &edges.concat(), graph)
    };
    let (closed, graph) = shown(false);
    assert!(
        !closed.contains("bí mật") && !closed.contains("chuyện kín") && !closed.contains("Kế hoạch 12"),
        "{closed}"
    );
    assert!(graph.graph.node_weights().any(|node| node.number.as_deref() == Some("12-CV/TU") && node.date.is_some()));
    assert!(shown(true).0.contains("chuyện bí mật"));
}

#[test]
fn a_law_in_the_title_of_another_act_is_that_of_the_acts_day() {
    let decree = || cite("Nghị định", "49/2013/NĐ-CP").on("2013-05-14");
    let code = || named("Bộ luật", "Bộ luật Lao động");
    let found = in_letter("2022-09-30", &[decree(), code().does(Relation::Guides, 1), code()]);
    assert_eq!(found[1], "missing qh/luat/10/qh13 [law-in-force]", "the decree of 2013 cannot guide the code of 2019");
    assert_eq!(found[2], "missing qh/luat/45/qh14 [law-in-force]", "the letter's own words are those of 2022");
    let beside = in_letter("2022-09-30", &[decree(), code().does(Relation::Guides, 1), code().on("2019-11-20")]);
    assert_eq!(beside[1], "missing qh/luat/10/qh13 [law-in-force]", "a later code of the same title is no sibling");
    let undated = in_letter("2022-09-30", &[cite("Quyết định", "49/QĐ-TTg"), code().does(Relation::Guides, 1)]);
    assert!(undated[1].starts_with("ambiguous"), "of an unknown day: {}", undated[1]);
}

#[test]
fn of_several_amendments_of_a_law_none_is_the_one_in_force() {
    let amendment = |of: &str| named("Luật", &format!("Luật sửa đổi, bổ sung một số điều của {of}"));
    let found = one("2015-03-02", amendment("Luật Phòng, chống tham nhũng"));
    assert_eq!(found, "ambiguous qh/luat/01/qh12 qh/luat/27/qh13 [open:name]", "both hold");
    assert_eq!(one("2015-03-02", amendment("Luật Luật sư")), "missing qh/luat/20/qh13 [law-in-force]", "the only one");
    let of_year = amendment("Luật Phòng, chống tham nhũng").on("2007");
    assert_eq!(one("2015-03-02", of_year), "missing qh/luat/01/qh12 [title+year]");
}

#[test]
fn who_details_a_law_between_its_passing_and_its_first_day_means_the_new_one() {
    let detailed = |kind: &'static str, number: &str, on: &str, law: &str, relation: Relation| {
        let by = cite(kind, number).on(on);
        in_letter("2023-09-30", &[by, named("Luật", law).does(relation, 1)]).remove(1)
    };
    let decree = |number: &str, on: &str, law: &str| detailed("Nghị định", number, on, law, Relation::Guides);
    assert_eq!(decree("43/2014/NĐ-CP", "2014-05-15", "Luật Đất đai"), "missing qh/luat/45/qh13 [law-detailed]");
    assert_eq!(decree("43/2014/NĐ-CP", "2014", "Luật Đất đai"), "missing qh/luat/45/qh13 [law-detailed]");
    let basis = detailed("Nghị định", "43/2014/NĐ-CP", "2014-05-15", "Luật Đất đai", Relation::Basis);
    assert_eq!(basis, "ambiguous qh/luat/13/qh11 qh/luat/45/qh13 [open:name]", "what it rests on may be the old one");
    let letter = detailed("Công văn", "431/BTNMT-PC", "2014-05-15", "Luật Đất đai", Relation::Guides);
    assert!(letter.starts_with("ambiguous"), "a letter explains what is in force: {letter}");
    let before = decree("43/2013/NĐ-CP", "2013-05-15", "Luật Đất đai");
    assert_eq!(before, "missing qh/luat/13/qh11 [law-in-force]", "not yet passed");
    assert!(decree("43/2013/NĐ-CP", "2013", "Luật Đất đai").starts_with("ambiguous"), "passed within that year");
    let twice = decree("62/2025/NĐ-CP", "2025-02-25", "Luật Tổ chức chính quyền địa phương");
    assert_eq!(twice, "missing qh/luat/65/qh15 [law-detailed]");
}

#[test]
fn a_year_that_no_version_of_a_longer_title_has_is_that_of_something_else() {
    let of = |kind: &'static str, name: &str| one("2014-03-02", named(kind, name));
    assert!(of("Pháp lệnh", "Pháp lệnh Ưu đãi người có công năm 2013").starts_with("ambiguous"), "a budget's year");
    let cut = of("Pháp lệnh", "Pháp lệnh Ưu đãi người có công năm 2005");
    assert_eq!(cut, "missing ubtvqh/pl/26/qh11 [title+year]");
    assert!(of("Luật", "Luật Thuế năm 2008").starts_with("ambiguous"), "the beginning of several titles");
    let unknown = of("Luật", "Luật Điện ảnh năm 2006");
    assert_eq!(unknown, "missing luat/dien-anh/2006 [title+year]", "a title of which nothing is known");
}

#[test]
fn no_law_is_made_anew_within_four_years() {
    let of = |on: &str| one("2018-10-17", named("Luật", "Luật An toàn thực phẩm").on(on));
    assert!(of("2007-11-21").starts_with("ambiguous"), "the only one is of 2010");
    assert_eq!(of("2010-06-17"), "missing qh/luat/55/qh12 [title+year]");
    assert_eq!(of("2003-07-26"), "missing luat/an-toan-thuc-pham/2003 [title+year]", "there may have been one before");
}

#[test]
fn a_number_whose_year_and_day_are_far_apart_is_open() {
    let decree = |on: &str| cite("Nghị định", "29/2013/NĐ-CP").on(on);
    let own = |cites: &[Cite]| {
        let mut letter = citing(paper("z", "745/LĐLĐ", LDLD_LAI_CHAU, "2021-08-18"), cites);
        for (text, cite) in letter.texts.iter_mut().zip(cites) {
            text.extend(cite.date.iter().map(|date| format!(" ngày {date}")));
        }
        links(&resolve(vec![letter]))
    };
    assert_eq!(own(&[decree("2008-03-14")]), ["ambiguous  [open:period]"]);
    assert_eq!(own(&[decree("2012-03-14")]), ["missing cp/nd/29/2013 [number+symbol]"], "a slip of the day");
    let both = own(&[decree("2008-03-14"), cite("Nghị định", "29/2008/NĐ-CP").on("2008-03-14")]);
    assert_eq!(both[0], "missing cp/nd/29/2008 [sibling]", "the paper tells it once more, with the same day");
    let other = own(&[decree("2008-03-14"), cite("Nghị định", "29/2013/NĐ-CP")]);
    assert!(other[0].starts_with("ambiguous"), "the day is another's: {}", other[0]);
    let listed = id("2021-08-18", decree("2008-03-14"));
    assert_eq!(listed, "cp/nd/29/2013", "the day of the end of a list is not that of each of its members");
}

#[test]
fn a_year_in_which_no_such_law_was_passed_names_none() {
    let of = |name: &str, on: &str| one("2018-10-17", named("Luật", name).on(on));
    assert!(
        of("Luật Bảo hiểm y tế", "2014-06-13").starts_with("ambiguous qh/luat/25/qh12"),
        "it was amended on that day"
    );
    assert_eq!(of("Luật Bảo hiểm y tế", "2008"), "missing qh/luat/25/qh12 [title+year]");
    assert_eq!(of("Luật Đất đai", "1987"), "missing luat/dat-dai/1987 [title+year]", "before all that the table lists");
    let ordinance = named("Pháp lệnh", "Pháp lệnh Ưu đãi người có công với cách mạng").on("2012");
    assert!(one("2013-07-24", ordinance).starts_with("ambiguous"));
}

#[test]
fn the_year_behind_an_amendment_may_be_that_of_the_amended_law() {
    let amendment = || named("Luật", "Luật sửa đổi, bổ sung một số điều của Luật Dầu khí");
    assert!(one("2008-06-03", amendment().on("1993")).starts_with("ambiguous"));
    assert!(one("2008-06-03", amendment().on("2000-06-09")).starts_with("missing luat/sua-doi-bo-sung"));
    let known = named("Luật", "Luật sửa đổi, bổ sung một số điều của Luật Luật sư").on("2012");
    assert_eq!(one("2015-01-01", known), "missing qh/luat/20/qh13 [title+year]");
}

#[test]
fn a_number_whose_year_and_assembly_contradict_each_other_names_no_law() {
    let of = |number: &str| one("2022-01-01", cite("Luật", number));
    assert_eq!(of("18/2003/QH12"), "ambiguous  [open:period]", "18/2003/QH11 or 18/2008/QH12");
    assert_eq!(of("18/2003/QH11"), "missing qh/luat/18/qh11 [number+symbol]");
    let dated = cite("Luật", "67/2014/QH14").on("2020-11-13");
    assert_eq!(one("2022-01-01", dated), "missing qh/luat/67/qh14 [number+symbol]", "the day tells which is the slip");
}

#[test]
fn a_law_of_an_order_is_one_document_under_its_title_and_under_the_order() {
    let mut law = paper("law", "23-L/CTN", "Quốc hội", "1993-07-10");
    law.document.kind = Some("Luật".into());
    law.document.subject = Some("THUẾ SỬ DỤNG ĐẤT NÔNG NGHIỆP".into());
    let by_title = named("Luật", "Luật Thuế sử dụng đất nông nghiệp").on("1993-07-10");
    let held =
        links(&resolve(vec![law.clone(), citing(paper("z", "745/LĐLĐ", LDLD_LAI_CHAU, "1999-08-18"), &[by_title])]));
    assert_eq!(held, ["held luat/thue-su-dung-dat-nong-nghiep/1993 [title+year]"]);
    let text = "Căn cứ Luật Thuế sử dụng đất nông nghiệp số 23-L/CTN ngày 10/7/1993;\nCăn cứ Luật số 35-L/CTN ngày 23/6/1994;\n";
    let mut letter = luocdo::record::examine(&luocdo::source::Source::memory("z.txt", text), lexicon());
    letter.document.date = "1999-08-18".parse().ok();
    let held = links(&resolve(vec![law, letter]));
    assert_eq!(
        held,
        ["held luat/thue-su-dung-dat-nong-nghiep/1993 [title+year]", "missing bo-luat/lao-dong/1994 [title+year]"]
    );
}

#[test]
fn a_paper_of_two_ministries_is_not_in_the_series_of_the_first() {
    let of = |number: &str| {
        let ministry = "Bộ Lao động - Thương binh và Xã hội";
        id("1993-01-02", cite("Thông tư", number).by(ministry).on("1992-08-03"))
    };
    assert_ne!(of("12/TT-LB"), of("12/TT-BLĐTBXH"));
}

#[test]
fn what_an_act_issues_is_one_document_with_and_without_its_time_frame() {
    let issued = |name: &str| {
        let cites = [
            cite("Quyết định", "142/QĐ-TTg").on("2024-02-02"),
            named("Chiến lược", name).does(Relation::Promulgates, 1),
        ];
        in_letter("2025-11-17", &cites).remove(1)
    };
    let whole = issued("Chiến lược dữ liệu quốc gia đến năm 2030, tầm nhìn đến năm 2045");
    assert_eq!(whole, "missing ttg/qd/142/nam-2024#chien-luoc-du-lieu-quoc-gia [issued-by]");
    assert_eq!(whole, issued("Chiến lược dữ liệu Quốc gia"));
    assert_ne!(whole, issued("Chiến lược quốc gia về chuyển đổi số đến năm 2030"));
    assert_ne!(
        issued("Kế hoạch giai đoạn 2021 - 2025"),
        issued("Kế hoạch giai đoạn 2026 - 2030"),
        "too short to be cut"
    );
}

#[test]
fn the_centre_without_more_is_told_by_the_symbol() {
    let of = |number: &str| one("2021-04-03", cite("Kết luận", number).by("Trung ương").on("2021-04-02"));
    assert!(of("25-KL/TW").starts_with("missing tw/kl/25/khoa-13"), "{}", of("25-KL/TW"));
    assert!(of("25-KL/ĐU").starts_with("ambiguous"), "a symbol that many share tells nothing");
}

#[test]
fn the_committee_of_the_confederation_writes_in_its_series() {
    let of = |number: &str, by: &str| id("2020-01-02", cite("Nghị quyết", number).by(by).on("2016-01-21"));
    assert_eq!(
        of("7b/NQ-BCH", "Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam"),
        of("7b/NQ-TLĐ", "Tổng Liên đoàn Lao động Việt Nam")
    );
}

#[test]
fn the_year_in_a_number_bounds_its_date() {
    let letter =
        citing(paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2019-04-03"), &[cite("Thông tư", "12/2011/TT-BGDĐT")]);
    let graph = resolve(vec![letter]).graph;
    let circular = graph.graph.node_weights().find(|node| node.id == "bgddt/tt/12/2011").expect("it is cited");
    let day = |date: Option<luocdo::date::PartialDate>| date.map(|date| date.to_string());
    assert_eq!(day(circular.not_before).as_deref(), Some("2011-01-01"));
    assert_eq!(day(circular.not_after).as_deref(), Some("2011-12-31"), "not the day of the letter");
}

#[test]
fn the_day_of_a_known_act_is_the_cards_and_a_day_of_another_year_is_nobodys() {
    let cites = [cite("Luật", "22/2023/QH15").on("2024-11-29"), cite("Nghị định", "99/2007/NĐ-CP").on("2006-06-13")];
    let mut letter = citing(paper("letter", "745/LĐLĐ", LDLD_LAI_CHAU, "2025-04-03"), &cites);
    for (text, cite) in letter.texts.iter_mut().zip(&cites) {
        text.extend(cite.date.iter().map(|date| format!(" ngày {date}")));
    }
    let graph = resolve(vec![letter]).graph;
    let card = |id: &str| graph.graph.node_weights().find(|node| node.id == id).expect("it is cited").clone();
    let day = |date: Option<luocdo::date::PartialDate>| date.map(|date| date.to_string());
    let law = card("qh/luat/22/qh15");
    assert_eq!(day(law.date).as_deref(), Some("2023-06-23"), "the table of acts knows it");
    assert!(law.dossier.from_registry);
    assert_eq!(law.dossier.dissent[0].value, "2024-11-29", "who states another day is kept");
    assert!(law.dossier.registry.is_some(), "the table stands against all that cite");
    let decree = card("cp/nd/99/2007");
    assert_eq!(day(decree.date), None, "the number is of another year");
    assert_eq!(day(decree.not_before).as_deref(), Some("2007-01-01"));
}

#[test]
fn a_commune_of_2025_is_not_the_district_that_bore_its_name() {
    let of = |organ: &str, day: &str| one("2025-12-01", cite("Quyết định", "100/QĐ-UBND").by(organ).on(day));
    let district = of("Ủy ban nhân dân huyện Yên Thành, tỉnh Nghệ An", "2025-03-12");
    let commune = of("Ủy ban nhân dân xã Yên Thành, tỉnh Nghệ An", "2025-09-15");
    assert_eq!(district, "missing nghe-an/yen-thanh/ubnd/qd/100/nam-2025 [number+symbol+issuer+date]");
    assert_eq!(commune, "missing nghe-an/x-yen-thanh/ubnd/qd/100/nam-2025 [number+symbol+issuer+date]");
}

#[test]
fn a_ward_of_today_knows_no_province_of_an_older_city() {
    let ward = |cites: &[Cite]| {
        let mut record = paper("letter", "215/UBND-KT", "UBND phường Dĩ An", "2025-10-02");
        record.document.level = Some(luocdo::vocabulary::Level::Commune);
        record.document.commune = Some("phường Dĩ An".into());
        let former = cite("Quyết định", "63/2024/QĐ-UBND").by("UBND tỉnh Bình Dương").on("2024-12-20");
        links(&resolve(vec![citing(record, &[cites, &[former]].concat())]))
    };
    let department = cite("Công văn", "3456/SNNMT-QLĐ").by("Sở Nông nghiệp và Môi trường").on("2025-09-22");
    let city = cite("Quyết định", "4120/QĐ-UBND").by("UBND thành phố Dĩ An").on("2025-06-11");
    let links = ward(&[department, city]);
    assert!(links[0].starts_with("missing ho-chi-minh-2025/snnmt/"), "{links:?}");
    assert!(links[1].starts_with("ambiguous"), "{links:?}");
}

#[test]
fn a_law_in_the_title_of_a_later_act_is_not_the_older_one_beside_it() {
    let older = cite("Luật", "23/2000/QH10").on("2000-12-09");
    let older = Cite { name: None, ..older };
    let decree = |number: &str, day: &str| cite("Nghị định", number).by("Chính phủ").on(day);
    let law = |subject| Cite {
        relation: Some(Relation::Guides), subject, ..named("Luật", "Luật Phòng, chống ma túy")
    };
    let year = named("Luật", "Luật Phòng, chống ma túy").on("2000");
    let links = in_letter("2022-05-02", &[older, year, decree("105/2021/NĐ-CP", "2021-12-04"), law(3)]);
    assert_eq!(links[1], "missing qh/luat/23/qh10 [title+year]");
    assert!(links[3].starts_with("missing qh/luat/73/qh14"), "{links:?}");
    let links = in_letter(
        "2022-05-02",
        &[named("Luật", "Luật Phòng, chống ma túy").on("2000"), decree("5/2004/NĐ-CP", "2004-02-03"), law(2)],
    );
    assert!(links[2].starts_with("missing qh/luat/23/qh10"), "{links:?}");
}

#[test]
fn a_word_that_contradicts_its_symbol_names_nothing() {
    let of = |kind| one("2022-01-02", cite(kind, "13/NĐ-CP").by("Chính phủ").on("2021-02-03"));
    assert!(of("Nghị quyết").starts_with("ambiguous"), "{}", of("Nghị quyết"));
    assert!(of("Nghị định").starts_with("missing cp/nd/13"));
    let notice = one("2022-01-02", cite("Kết luận", "159-TB/TW").by("Ban Bí thư").on("2020-01-15"));
    assert!(notice.starts_with("missing tw/tb/159"), "{notice}");
}

#[test]
fn the_government_before_1981_was_its_council() {
    let of = |day: &str| id("1995-01-02", cite("Nghị định", "93-CP").on(day));
    assert_eq!(of("1977-04-08"), "hdcp/nd/93/nam-1977");
    assert_eq!(of("1993-12-07"), "cp/nd/93/nam-1993");
    assert_eq!(id("1995-01-02", cite("Nghị định", "93-CP").by("Chính phủ").on("1977-04-08")), "hdcp/nd/93/nam-1977");
}

#[test]
fn of_several_resolutions_of_a_plenum_the_matter_tells_which() {
    let plenum = || named("Nghị quyết", "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII");
    let told = one("2020-01-02", plenum().about("tăng cường công tác bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân"));
    assert_eq!(told, "missing tw/nq/20/khoa-12 [plenum+title]");
    let open = one("2020-01-02", plenum());
    assert!(open.starts_with("ambiguous"), "{open}");
}

#[test]
fn a_congress_before_the_merger_is_of_the_old_province() {
    let of = |words: &str| {
        id("2025-11-02", named("Nghị quyết", &format!("Nghị quyết Đại hội Đảng bộ tỉnh Lâm Đồng {words}")))
    };
    assert_eq!(of("lần thứ XI, nhiệm kỳ 2020-2025"), "lam-dong/dang-bo/dai-hoi/11/nq");
    assert_eq!(of("lần thứ XI"), "lam-dong/dang-bo/dai-hoi/11/nq");
    assert_eq!(of("lần thứ I, nhiệm kỳ 2025-2030"), "lam-dong-2025/dang-bo/dai-hoi/01/nq");
}

#[test]
fn a_body_that_acts_for_an_organ_writes_in_its_series() {
    let of = |words: &str, number: &str| id("2021-02-03", cite("Kế hoạch", number).by(words).on("2020-02-01"));
    let union = of("Tỉnh đoàn Bạc Liêu", "12-KH/TĐTN");
    assert_eq!(of("Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Bạc Liêu", "12-KH/TĐTN"), union);
    let farmers = of("Hội Nông dân huyện Tam Đường, tỉnh Lai Châu", "12/KH-HND");
    assert_eq!(farmers, "lai-chau/tam-duong/hndh/kh/12/2020-02-01");
    assert_eq!(of("Ban Chấp hành Hội Nông dân huyện Tam Đường, tỉnh Lai Châu", "12/KH-HND"), farmers);
    // A body of another sort is another organ.
    assert_ne!(of("Ban Quản lý Hội Nông dân huyện Tam Đường, tỉnh Lai Châu", "12/KH-HND"), farmers);
}
