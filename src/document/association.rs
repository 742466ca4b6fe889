//! Committees and units of associations and of the youth union, by the whole name that their line leaves to the letterhead.

use crate::text::fold::fold;

/// A committee on a paper of the youth union (`BCH TỈNH LAI CHÂU` beside `ĐOÀN TNCS HỒ CHÍ MINH`) is the union's of that
/// unit: `Tỉnh đoàn Lai Châu`.
pub(super) fn youth_committee(name: &str) -> Option<String> {
    let committee = ["Ban Chấp hành ", "Ban Thường vụ "].iter().find_map(|words| name.strip_prefix(words))?;
    let folded = fold(committee);
    if folded == "trung ương" {
        return Some(format!("{name} Đoàn TNCS Hồ Chí Minh"));
    }
    let of = [
        ("tỉnh ", "Tỉnh đoàn"),
        ("thành phố ", "Thành đoàn"),
        ("huyện ", "Huyện đoàn"),
        ("quận ", "Quận đoàn"),
        ("thị xã ", "Thị đoàn"),
    ];
    let (unit, union) = of.into_iter().find(|(unit, _)| folded.starts_with(unit))?;
    let name: String = committee.chars().skip(unit.chars().count()).collect();
    // "BCH HUYỆN ĐOÀN VĂN BÀN": the unit's word is that of the union.
    let name = name.strip_prefix("đoàn ").or_else(|| name.strip_prefix("Đoàn ")).unwrap_or(&name);
    Some(format!("{union} {name}"))
}

/// A committee below an association is the association's: of its centre under its whole name, of a unit as the association
/// of that unit. `HỘI NÔNG DÂN TỈNH LAI CHÂU` / `BAN CHẤP HÀNH HUYỆN TAM ĐƯỜNG` is `Hội Nông dân huyện Tam Đường`.
pub(super) fn committee_of(name: &str, association: &str) -> Option<String> {
    const UNITS: [&str; 9] =
        [" Việt Nam", " tỉnh ", " thành phố ", " huyện ", " quận ", " thị xã ", " thị trấn ", " phường ", " xã "];
    let key = fold(name);
    if key == "ủy ban trung ương" && association.starts_with("Hội ") {
        return Some(format!("{name} {association}"));
    }
    let of = ["ban chấp hành ", "ban thường vụ "].iter().find_map(|words| key.strip_prefix(words))?;
    // "TRUNG ƯƠNG HỘI CHỮ THẬP ĐỎ VIỆT NAM" / "BAN THƯỜNG VỤ TRUNG ƯƠNG HỘI"
    if of == "trung ương hội" && (association.starts_with("Trung ương Hội ") || association.starts_with("Hội "))
    {
        let committee: Vec<&str> = name.split(' ').take(3).collect();
        let centre = if association.starts_with("Hội ") { "Trung ương " } else { "" };
        return Some(format!("{} {centre}{association}", committee.join(" ")));
    }
    if !association.starts_with("Hội ") || association.starts_with("Hội đồng ") {
        return None;
    }
    if of == "trung ương" {
        return Some(format!("{name} {association}"));
    }
    let unit: Vec<&str> = name.split(' ').skip(3).collect();
    let unit = unit.join(" ");
    let base =
        UNITS.iter().filter_map(|unit| association.find(unit)).min().map_or(association, |at| &association[..at]);
    // Of the students' association, and of others at a school.
    let school = ["trường ", "học viện "].iter().any(|school| of.starts_with(school));
    let unit_of_place = || UNITS[1..].iter().any(|unit| of.starts_with(unit.trim_start()));
    (school || unit_of_place()).then(|| format!("{base} {unit}"))
}

/// `HỘI NÔNG DÂN VIỆT NAM` / `TỈNH HỘI BẮC NINH`: the association of that province.
pub(super) fn unit_of(name: &str, association: &str) -> Option<String> {
    const UNITS: [(&str, &str); 5] = [
        ("tỉnh hội ", "tỉnh"),
        ("thành hội ", "thành phố"),
        ("huyện hội ", "huyện"),
        ("quận hội ", "quận"),
        ("thị hội ", "thị xã"),
    ];
    let key = fold(name);
    let unit = UNITS.iter().find(|(words, _)| key.starts_with(words))?;
    let base = &association[association.find("Hội ")?..];
    let base =
        [" Việt Nam", " tỉnh ", " thành phố "].iter().filter_map(|end| base.find(end)).min().map(|at| &base[..at])?;
    let place: Vec<&str> = name.split(' ').skip(2).collect();
    Some(format!("{base} {} {}", unit.1, place.join(" ")))
}
