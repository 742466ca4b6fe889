//! Five real letters, where they lie beside the checkout (`../shared/seeds`): who cites whom must come out right, and
//! nothing else. Without them there is nothing to hold here, and the tests say so and pass.

mod skip;

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

fn seeds() -> Option<PathBuf> {
    let seeds = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        skip::skipped("no ../shared/seeds: the seed letters are not held");
        return None;
    }
    Some(seeds)
}

/// Standard output of the program, which must end with `code`.
fn luocdo(arguments: &[&str], code: i32) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_luocdo")).args(arguments).output().expect("the program runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "luocdo {arguments:?}: {error}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

struct Exported(Value);

impl Exported {
    fn read(seeds: &std::path::Path) -> Self {
        let json = luocdo(&["export", "-q", &seeds.to_string_lossy(), "-t", "json"], 0);
        Self(serde_json::from_str(&json).expect("one JSON object"))
    }

    fn list(&self, key: &str) -> &Vec<Value> {
        self.0[key].as_array().expect("a list")
    }

    fn in_state(&self, state: &str) -> Vec<&Value> {
        self.list("nodes").iter().filter(|node| node["state"] == state).collect()
    }

    /// The only node with this number, or whose name begins so.
    fn node(&self, called: &str) -> &Value {
        let begins = |value: &Value| value.as_str().is_some_and(|name| name.starts_with(called));
        let mut found = self.list("nodes").iter().filter(|node| node["number"] == called || begins(&node["name"]));
        let node = found.next().unwrap_or_else(|| panic!("no node {called}"));
        assert!(found.next().is_none(), "more than one node {called}");
        node
    }

    fn edge(&self, from: &str, relation: &str, to: &str) -> Option<bool> {
        let (from, to) = (&self.node(from)["id"], &self.node(to)["id"]);
        let fits = |edge: &&Value| edge["from"] == *from && edge["to"] == *to && edge["relation"] == relation;
        self.list("edges").iter().find(fits).map(|edge| edge["direct"] == true)
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn the_letters_are_held_with_their_own_numbers_dates_and_organs() {
    let Some(seeds) = seeds() else { return };
    let exported = Exported::read(&seeds);
    assert_eq!(exported.in_state("held").len(), 5);
    for (number, date, province) in [
        ("1202/LĐLĐ", "2023-04-24", "Lai Châu"),
        ("184/KH-LĐLĐ", "2020-08-21", "Lai Châu"),
        ("745/LĐLĐ", "2021-08-18", "Lai Châu"),
        ("218/LĐLĐ", "2017-06-22", "Bình Thuận"),
    ] {
        let node = exported.node(number);
        assert_eq!(text(&node["date"]), date, "{node}");
        assert!(text(&node["issuer"]).starts_with("Liên đoàn Lao động tỉnh") && node["province"] == province, "{node}");
    }
    let blank: Vec<&Value> = exported.in_state("held").into_iter().filter(|node| node["number"].is_null()).collect();
    let [blank] = blank[..] else { panic!("one letter has no number: {blank:?}") };
    assert_eq!((text(&blank["province"]), text(&blank["date"])), ("Lào Cai", "2021"));
    assert_eq!((text(&blank["not_before"]), text(&blank["not_after"])), ("2021-10-05", "2021-12-31"));
}

#[test]
fn every_missing_source_is_one_node() {
    let Some(seeds) = seeds() else { return };
    let exported = Exported::read(&seeds);
    let expected = [
        ("660-CV/BTGTU", "Ban Tuyên giáo Tỉnh ủy Lai Châu", "2023-04-12"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh", "", ""),
        ("Nghị quyết Đại hội XIII của Đảng", "", ""),
        ("01-/KH-TBTT&PV", "", "2020-04-10"),
        ("126/KH-LĐLĐ", "", "2019-10-31"),
        ("432/TB-TLĐ", "Tổng Liên đoàn Lao động Việt Nam", "2021-10-05"),
        ("02-NQ/TW", "Bộ Chính trị", ""),
        ("05-CT/TW", "Bộ Chính trị", ""),
        ("309-CV/TU", "Tỉnh ủy Lai Châu", "2021-08-11"),
        ("310-CV/TU", "Tỉnh ủy Lai Châu", "2021-08-11"),
        ("01-KL/TW", "Bộ Chính trị", "2021-05-18"),
        ("36-HD/BTGTU", "Ban Tuyên giáo Tỉnh ủy Bình Thuận", "2017-05-31"),
        ("07-CT/TW", "Ban Bí thư", "2016-09-05"),
        ("52/2016/QĐ-TTg", "Thủ tướng Chính phủ", "2016-12-06"),
        ("Quy chế", "", ""),
    ];
    let missing = exported.in_state("missing");
    let names: Vec<&str> = missing.iter().map(|node| node["number"].as_str().unwrap_or(text(&node["name"]))).collect();
    assert_eq!(missing.len(), expected.len(), "{names:?}");
    for (called, issuer, date) in expected {
        let node = exported.node(called);
        assert_eq!(node["state"], "missing", "{called}");
        assert!(text(&node["issuer"]).starts_with(issuer), "{called}: issuer {}", node["issuer"]);
        assert!(date.is_empty() || node["date"] == date, "{called}: date {}", node["date"]);
    }
    assert_eq!(exported.node("01-/KH-TBTT&PV")["malformed"], true);
    for shared in ["Nghị quyết Đại hội XIII của Đảng", "05-CT/TW"] {
        let provinces = exported.node(shared)["cited_from"].as_array().expect("a list");
        assert_eq!(provinces, &["Lai Châu", "Lào Cai"], "{shared}");
    }
    let mut meetings: Vec<&str> = exported.in_state("oral").iter().map(|node| text(&node["date"])).collect();
    meetings.sort_unstable();
    assert_eq!(meetings, ["2020-08-20", "2021-09-30"]);
}

#[test]
fn the_arrows_run_from_citing_to_cited_and_know_whose_words_they_are() {
    let Some(seeds) = seeds() else { return };
    let exported = Exported::read(&seeds);
    for (from, relation, to, direct) in [
        ("218/LĐLĐ", "basis", "36-HD/BTGTU", true),
        ("36-HD/BTGTU", "implements", "07-CT/TW", false),
        ("218/LĐLĐ", "implements", "07-CT/TW", true),
        ("218/LĐLĐ", "implements", "52/2016/QĐ-TTg", true),
        ("309-CV/TU", "implements", "01-KL/TW", false),
        ("01-KL/TW", "implements", "05-CT/TW", false),
        ("745/LĐLĐ", "implements", "309-CV/TU", true),
        ("745/LĐLĐ", "implements", "310-CV/TU", true),
        ("745/LĐLĐ", "implements", "01-KL/TW", true),
        ("1202/LĐLĐ", "basis", "660-CV/BTGTU", true),
        ("52/2016/QĐ-TTg", "promulgates", "Quy chế", false),
    ] {
        assert_eq!(exported.edge(from, relation, to), Some(direct), "{from} {relation} {to}");
    }
    for (from, to) in [("07-CT/TW", "36-HD/BTGTU"), ("07-CT/TW", "218/LĐLĐ"), ("1202/LĐLĐ", "07-CT/TW")] {
        for relation in ["basis", "implements", "cites"] {
            assert_eq!(exported.edge(from, relation, to), None, "{from} {relation} {to} is not so");
        }
    }
    for edge in exported.list("edges") {
        for evidence in edge["evidence"].as_array().expect("a list") {
            assert!(!text(&evidence["quote"]).is_empty() && evidence["line"].as_u64() > Some(0), "{edge}");
        }
    }
}

#[test]
fn the_audit_finds_what_is_there() {
    let Some(seeds) = seeds() else { return };
    let lines = luocdo(&["audit", "-q", &seeds.to_string_lossy(), "-f", "ndjson"], 1);
    let findings: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    for (code, expected) in [("NG101", 15), ("NG104", 5), ("NG106", 1), ("SO301", 1), ("NT203", 1), ("SO302", 1)] {
        let found: Vec<&Value> = findings.iter().filter(|finding| finding["code"] == code).collect();
        assert_eq!(found.len(), expected, "{code}: {found:#?}");
    }
}

#[test]
fn the_chain_runs_down_to_the_addressed_units() {
    let Some(seeds) = seeds() else { return };
    let tree = luocdo(&["trace", "-q", "07-CT/TW", &seeds.to_string_lossy()], 0);
    for named in ["36-HD/BTGTU", "218/LĐLĐ", "Liên đoàn Lao động cấp huyện", "Công đoàn cấp ngành"] {
        assert!(tree.contains(named), "{named} is not in\n{tree}");
    }
    assert_eq!(
        tree,
        luocdo(&["lan", "-q", "7 ct/tw", &seeds.to_string_lossy()], 0),
        "any spelling of the number finds it"
    );
    luocdo(&["trace", "-q", "36-HD/BTGTU", &seeds.to_string_lossy(), "--to", "660-CV/BTGTU"], 1);
}
