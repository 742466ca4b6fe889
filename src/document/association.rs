//! Committees and units of associations and of the youth union, by the whole name that their line leaves to the letterhead.

use crate::text::fold::fold;

/// A committee on a paper of the youth union (`BCH TỈNH LAI CHÂU` beside `ĐOÀN TNCS HỒ CHÍ MINH`) is the union's of that
/// unit: `Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Lai Châu`.
pub(super) fn youth_committee(name: &str) -> Option<String> {
    const UNION: &str = "Đoàn TNCS Hồ Chí Minh";
    const UNITS: [&str; 8] =
        ["tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "trường ", "học viện ", "bệnh viện "];
    let (body, of) = committee(name)?;
    let unit = fold(of);
    if unit == "trung ương" {
        return Some(format!("{name} {UNION}"));
    }
    // "BCH HUYỆN ĐOÀN VĂN BÀN": the unit's word is that of the union.
    let own = ["tỉnh đoàn ", "thành đoàn ", "huyện đoàn ", "quận đoàn ", "thị đoàn "];
    if own.iter().any(|words| unit.starts_with(words)) {
        return Some(name.to_owned());
    }
    UNITS.iter().any(|words| unit.starts_with(words)).then(|| format!("{body} {UNION} {of}"))
}

/// The body that a name begins with, and whose it is: `Ban Chấp hành`, `tỉnh Lai Châu`.
fn committee(name: &str) -> Option<(&str, &str)> {
    let end = name.match_indices(' ').nth(2)?.0;
    let (body, of) = name.split_at(end);
    matches!(fold(body).as_str(), "ban chấp hành" | "ban thường vụ").then_some((body, of.trim_start()))
}

/// A committee below an association is the association's: of its centre under its whole name, of a unit as the association
/// of that unit. `HỘI NÔNG DÂN TỈNH LAI CHÂU` / `BAN CHẤP HÀNH HUYỆN TAM ĐƯỜNG` is `Ban Chấp hành Hội Nông dân huyện Tam Đường`.
pub(super) fn committee_of(name: &str, association: &str) -> Option<String> {
    const UNITS: [&str; 9] =
        [" tỉnh ", " thành phố ", " Thành phố ", " huyện ", " quận ", " thị xã ", " thị trấn ", " phường ", " xã "];
    let key = fold(name);
    if key == "ủy ban trung ương" && association.starts_with("Hội ") {
        return Some(format!("{name} {association}"));
    }
    let (body, unit) = committee(name)?;
    let of = fold(unit);
    // "TRUNG ƯƠNG HỘI CHỮ THẬP ĐỎ VIỆT NAM" / "BAN THƯỜNG VỤ TRUNG ƯƠNG HỘI"
    if of == "trung ương hội" && association.starts_with("Trung ương Hội ") {
        return Some(format!("{body} {association}"));
    }
    if of == "trung ương hội" && association.starts_with("Hội ") {
        return Some(format!("{body} Trung ương {association}"));
    }
    let youth = association.starts_with("Đoàn Thanh niên Cộng sản Hồ Chí Minh");
    if !youth && !association.starts_with("Hội ") || association.starts_with("Hội đồng ") {
        return None;
    }
    if of == "trung ương" {
        return Some(format!("{name} {association}"));
    }
    let base = UNITS.iter().filter_map(|unit| association.find(unit)).min();
    let base = base.map_or(association, |at| &association[..at]);
    // Of the students' association, and of others at a school.
    let school = ["trường ", "học viện "].iter().any(|school| of.starts_with(school));
    let unit_of_place = || UNITS.iter().any(|unit| of.starts_with(unit.trim_start()));
    (school || unit_of_place()).then(|| format!("{body} {base} {unit}"))
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
