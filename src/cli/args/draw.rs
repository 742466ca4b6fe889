//! What `draw` takes.

use super::{FromFormat, INPUT, InputArgs, LimitArgs, ReadingArgs};
use clap::{ArgAction, Args, ValueEnum};
use luocdo::date::PartialDate;
use luocdo::diagram::{self, Paper, Sheet};
use luocdo::text::fold::slug;
use luocdo::view::{Filter, Fold, Period};
use luocdo::vocabulary::{Language, Level, Relation, State, System};

const WHAT: &str = "Vẽ gì (what)";
const HOW: &str = "Vẽ thế nào (how)";

/// `draw`.
#[derive(Args, Debug)]
pub struct DrawArgs {
    /// Tệp, thư mục, hoặc - cho NDJSON; cuối cùng là tệp ra (files, folders, or - for NDJSON; the last is where to draw)
    #[arg(required = true, value_name = "VÀO", help_heading = INPUT, display_order = 1)]
    pub inputs: Vec<String>,

    /// How much a file may cost.
    #[command(flatten)]
    pub limits: LimitArgs,

    /// Ghi vào tệp này, thay tệp cũ nếu có; - là đầu ra chuẩn (write here, replacing what is there)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,

    /// Dạng ra: svg, png, pdf, dot, mermaid, d2 [mặc định: theo đuôi tệp] (output format; default by the ending)
    #[arg(short, long, value_name = "DẠNG", hide_possible_values = true)]
    pub format: Option<DrawFormat>,

    /// Vẽ nhiều nhất chừng này khung, phần còn lại gộp và đếm [mặc định: 70] (draw at most so many cards, count the rest)
    #[arg(long, value_name = "N", default_value_t = 70, hide_default_value = true, help_heading = WHAT)]
    pub max_nodes: usize,

    /// Chỉ vẽ quanh văn bản này; !SỐ là không vẽ nó; lặp lại được (only around this document; !NUMBER: not this one)
    #[arg(long, value_name = "SỐ", value_parser = words, help_heading = WHAT)]
    focus: Vec<(bool, String)>,

    /// Số bước lên phía nguồn của --focus (steps up to what the focus cites)
    #[arg(long, value_name = "N", requires = "focus", help_heading = WHAT)]
    pub up: Option<usize>,

    /// Số bước xuống phía triển khai của --focus (steps down to what acts on the focus)
    #[arg(long, value_name = "N", requires = "focus", help_heading = WHAT)]
    pub down: Option<usize>,

    /// Từ ngày, tháng hoặc năm này: 2020, 2020-05, 31/5/2020; lặp lại, phủ định được như --to (from this day, month or year on)
    #[arg(long, alias = "since", value_name = "NGÀY", value_parser = beginning, help_heading = WHAT)]
    from: Vec<Beginning>,

    /// Đến hết ngày, tháng hoặc năm này; --from !2020 --to !2021 là trừ hai năm ấy (up to this day, month or year)
    #[arg(long, alias = "until", value_name = "NGÀY", value_parser = day, help_heading = WHAT)]
    to: Vec<(bool, PartialDate)>,

    /// Chỉ quan hệ này: basis, implements, guides …; !basis là trừ nó; lặp lại được (only this relation; !CODE: all but it)
    #[arg(long, value_name = "MÃ", value_parser = code(Relation::ALL, Relation::code, Relation::name), help_heading = WHAT)]
    relation: Vec<(bool, Relation)>,

    /// Chỉ hệ thống này: party, state, union …; !MÃ là trừ nó; lặp lại được (only this system; !CODE: all but it)
    #[arg(long, value_name = "MÃ", value_parser = code(System::ALL, System::code, System::name), help_heading = WHAT)]
    system: Vec<(bool, System)>,

    /// Chỉ cấp này: central, province, district, commune, grassroots; !MÃ là trừ nó (only this level; !CODE: all but it)
    #[arg(long, value_name = "MÃ", value_parser = code(Level::ALL, Level::code, Level::name), help_heading = WHAT)]
    level: Vec<(bool, Level)>,

    /// Chỉ tỉnh này và trung ương; !TỈNH là trừ tỉnh ấy (only this province and the centre; !NAME: all but it)
    #[arg(long, value_name = "TỈNH", value_parser = words, help_heading = WHAT)]
    province: Vec<(bool, String)>,

    /// Chỉ cơ quan có tên chứa các chữ này; !TÊN là trừ nó (only organs whose names hold these words; !NAME: all but them)
    #[arg(long, value_name = "TÊN", value_parser = words, help_heading = WHAT)]
    organ: Vec<(bool, String)>,

    /// Chỉ văn bản có trong kho; phủ định: --no-held (only documents of the collection; --no-held: all but them)
    #[arg(long, action = ArgAction::Count, help_heading = WHAT)]
    held: u8,

    /// Chỉ văn bản được viện dẫn mà kho chưa có; phủ định: --no-missing (only cited documents that the collection lacks)
    #[arg(long, action = ArgAction::Count, help_heading = WHAT)]
    missing: u8,

    /// Trừ văn bản có trong kho (all but documents that are held)
    #[arg(long, action = ArgAction::Count, hide = true)]
    no_held: u8,

    /// Trừ văn bản kho chưa có (all but documents that the collection lacks)
    #[arg(long, action = ArgAction::Count, hide = true)]
    no_missing: u8,

    /// Chỉ tình trạng này: held, missing, oral; !MÃ là trừ nó; lặp lại được (only this state; !CODE: all but it)
    #[arg(long, value_name = "MÃ", value_parser = code(State::ALL, State::code, State::name), help_heading = WHAT)]
    state: Vec<(bool, State)>,

    /// Ghi thêm cơ quan kế tục của cơ quan đã đổi tên, sáp nhập (name what has become of organs that ended)
    #[arg(long, help_heading = HOW)]
    pub as_now: bool,

    /// Vẽ cả luật chỉ được căn cứ về thẩm quyền (draw laws cited for competence only, too)
    #[arg(long, help_heading = WHAT)]
    pub competence: bool,

    /// Bỏ mũi tên suy được từ chuỗi dài hơn, có đếm (drop arrows that a longer chain implies, and count them)
    #[arg(long, help_heading = WHAT)]
    pub reduce: bool,

    /// Gộp đơn vị cùng loại làm giống nhau: auto khi quá nhiều khung, always, never (fold units that do the same)
    #[arg(long, value_name = "KHI", default_value = "auto", hide_default_value = true, hide_possible_values = true, help_heading = WHAT)]
    fold: FoldArg,

    /// Tên sơ đồ (title of the poster)
    #[arg(long, value_name = "LỜI", help_heading = HOW)]
    pub title: Option<String>,

    /// Hàng theo: level cấp, system hệ thống, province tỉnh, organ cơ quan [mặc định: level] (what makes a row)
    #[arg(long, value_name = "THEO", default_value = "level", hide_default_value = true, hide_possible_values = true, help_heading = HOW)]
    lanes: LanesArg,

    /// Cột theo: year năm, month tháng, order thứ tự ngày, off không [mặc định: year] (what runs from left to right)
    #[arg(long, value_name = "THEO", default_value = "year", hide_default_value = true, hide_possible_values = true, help_heading = HOW)]
    time: TimeArg,

    /// Nơi nhận: row hàng riêng, card ngay trên khung, off không vẽ [mặc định: auto] (where addressees stand)
    #[arg(long, value_name = "Ở", default_value = "auto", hide_default_value = true, hide_possible_values = true, help_heading = HOW)]
    addressees: AddresseesArg,

    /// Chiều mũi tên: down theo dòng chỉ đạo, cite theo chiều viện dẫn [mặc định: down] (direction of arrows)
    #[arg(long, value_name = "CHIỀU", default_value = "down", hide_default_value = true, hide_possible_values = true, help_heading = HOW)]
    arrows: ArrowDirection,

    /// Màu: light nền sáng, dark nền tối, print để in đen trắng [mặc định: light] (colours)
    #[arg(long, value_name = "MÀU", default_value = "light", hide_default_value = true, hide_possible_values = true, help_heading = HOW)]
    pub theme: ThemeArg,

    /// Khổ giấy: a4 … a0, hoặc 420x297 (mm); không in chữ nào nhỏ hơn 6 pt (paper; no word is printed below 6 pt)
    #[arg(long, value_name = "KHỔ", value_parser = paper, help_heading = HOW)]
    pub paper: Option<Sheet>,

    /// PDF: mỗi dòng chảy một trang, từ mỗi văn bản nguồn (PDF: a page for each source and what follows from it)
    #[arg(long, help_heading = HOW)]
    pub pages: bool,

    /// PNG: số điểm ảnh cho mỗi đơn vị, 4 đơn vị là 1 mm [mặc định: 1] (PNG: pixels per unit, 4 units to a millimetre)
    #[arg(long, value_name = "SỐ", default_value_t = 1.0, hide_default_value = true, value_parser = scale, help_heading = HOW)]
    pub scale: f32,

    /// SVG: chữ thành nét vẽ, cho máy in không có phông (SVG: words as outlines, for printers without the font)
    #[arg(long, help_heading = HOW)]
    pub text_to_path: bool,

    /// Cách xếp: luocdo, hoặc dot của Graphviz nếu máy có cài (who arranges it: luocdo, or dot where Graphviz is installed)
    #[arg(long, value_name = "CÁCH", default_value = "luocdo", hide_default_value = true, hide_possible_values = true, help_heading = HOW)]
    pub engine: Engine,
}

/// Values asked for and asked away, as a filter.
fn filter<T: Clone>(values: &[(bool, T)]) -> Filter<T> {
    let of = |wanted: bool| values.iter().filter(move |(asked, _)| *asked == wanted).map(|(_, value)| value.clone());
    Filter { only: of(true).collect(), without: of(false).collect() }
}

impl DrawArgs {
    /// Relations asked for.
    pub fn relations(&self) -> Filter<Relation> {
        filter(&self.relation)
    }

    /// Systems asked for.
    pub fn systems(&self) -> Filter<System> {
        filter(&self.system)
    }

    /// Levels asked for.
    pub fn levels(&self) -> Filter<Level> {
        filter(&self.level)
    }

    /// Provinces asked for.
    pub fn provinces(&self) -> Filter<String> {
        filter(&self.province)
    }

    /// Organs asked for.
    pub fn organs(&self) -> Filter<String> {
        filter(&self.organ)
    }

    /// States asked for.
    pub fn states(&self) -> Filter<State> {
        let flags = [
            (self.held, (true, State::Held)),
            (self.missing, (true, State::Missing)),
            (self.no_held, (false, State::Held)),
            (self.no_missing, (false, State::Missing)),
        ];
        let flags = flags.into_iter().filter(|(times, _)| *times > 0).map(|(_, value)| value);
        filter(&flags.chain(self.state.iter().copied()).collect::<Vec<_>>())
    }

    /// Documents around which to draw, and documents not to draw.
    pub fn focus(&self) -> Filter<String> {
        filter(&self.focus)
    }

    /// Times asked for: the first `--from` and the first `--to` are one, the second are another.
    pub fn periods(&self) -> Filter<Period> {
        let of = |wanted: bool| {
            let from: Vec<PartialDate> = self.from.iter().filter_map(|from| from.day(wanted)).collect();
            let to: Vec<PartialDate> =
                self.to.iter().filter(|(asked, _)| *asked == wanted).map(|(_, to)| *to).collect();
            let period = |at: usize| Period { from: from.get(at).copied(), to: to.get(at).copied() };
            (0..from.len().max(to.len())).map(period).collect()
        };
        Filter { only: of(true), without: of(false) }
    }

    /// What is read, without where to draw.
    pub fn input(&self, inputs: Vec<String>) -> InputArgs {
        let from =
            self.from.iter().find_map(|from| if let Beginning::Reader(form) = from { Some(*form) } else { None });
        InputArgs { inputs, reading: ReadingArgs { from, limits: self.limits.clone() } }
    }

    /// When units fold.
    pub fn fold(&self) -> Fold {
        match self.fold {
            FoldArg::Auto => Fold::Auto,
            FoldArg::Always => Fold::Always,
            FoldArg::Never => Fold::Never,
        }
    }

    /// How to arrange it.
    pub fn arrangement(&self) -> diagram::Options {
        diagram::Options {
            title: self.title.clone(),
            arrows: match self.arrows {
                ArrowDirection::Down => diagram::Arrows::Down,
                ArrowDirection::Cite => diagram::Arrows::Cite,
            },
            rows: match self.lanes {
                LanesArg::Level => diagram::Rows::Level,
                LanesArg::System => diagram::Rows::System,
                LanesArg::Province => diagram::Rows::Province,
                LanesArg::Organ => diagram::Rows::Organ,
            },
            time: match self.time {
                TimeArg::Year => diagram::Time::Year,
                TimeArg::Month => diagram::Time::Month,
                TimeArg::Order => diagram::Time::Order,
                TimeArg::Off => diagram::Time::Off,
            },
            addressees: match self.addressees {
                AddresseesArg::Auto => diagram::Addressees::Auto,
                AddresseesArg::Row => diagram::Addressees::Row,
                AddresseesArg::Card => diagram::Addressees::Card,
                AddresseesArg::Off => diagram::Addressees::Off,
            },
            sheet: self.paper,
            ..diagram::Options::default()
        }
    }
}

/// Formats of `draw`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DrawFormat {
    /// The poster.
    Svg,
    /// The poster by pixel.
    Png,
    /// The poster for print.
    Pdf,
    /// Graphviz.
    #[value(alias = "gv")]
    Dot,
    /// Mermaid, for notes.
    #[value(alias = "mmd")]
    Mermaid,
    /// D2.
    D2,
}

/// Colours of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeArg {
    /// On white.
    #[value(alias = "sang")]
    Light,
    /// On black.
    #[value(alias = "toi")]
    Dark,
    /// Black and white.
    #[value(alias = "in")]
    Print,
}

/// Who arranges a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Lanes and time.
    Luocdo,
    /// Graphviz.
    #[value(alias = "graphviz")]
    Dot,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ArrowDirection {
    #[value(alias = "chi-dao")]
    Down,
    #[value(alias = "vien-dan")]
    Cite,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FoldArg {
    Auto,
    #[value(alias = "luon")]
    Always,
    #[value(alias = "khong")]
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanesArg {
    #[value(alias = "cap")]
    Level,
    #[value(alias = "he")]
    System,
    #[value(alias = "tinh")]
    Province,
    #[value(alias = "co-quan")]
    Organ,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum TimeArg {
    #[value(alias = "nam")]
    Year,
    #[value(alias = "thang")]
    Month,
    #[value(alias = "thu-tu")]
    Order,
    #[value(alias = "khong")]
    Off,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AddresseesArg {
    Auto,
    #[value(alias = "hang")]
    Row,
    #[value(alias = "khung")]
    Card,
    #[value(alias = "khong")]
    Off,
}

/// What `--from` says: a day from which on to draw, or, as for the other commands, the form of the input.
#[derive(Clone, Copy, Debug)]
enum Beginning {
    Day(bool, PartialDate),
    Reader(FromFormat),
}

impl Beginning {
    /// The day, if it is asked for so.
    fn day(&self, wanted: bool) -> Option<PartialDate> {
        match self {
            Beginning::Day(asked, day) if *asked == wanted => Some(*day),
            _ => None,
        }
    }
}

fn beginning(typed: &str) -> Result<Beginning, String> {
    match FromFormat::from_str(typed, true) {
        Ok(form) => Ok(Beginning::Reader(form)),
        Err(_) => day(typed).map(|(wanted, day)| Beginning::Day(wanted, day)),
    }
}

/// A day with or without `!`.
fn day(typed: &str) -> Result<(bool, PartialDate), String> {
    let (wanted, typed) = asked(typed);
    let day = luocdo::date::typed(typed.trim());
    let day = day.ok_or("viết như 2020, 2020-05 hoặc 31/5/2020 (write it as one of these)")?;
    Ok((wanted, day))
}

/// What is asked for, or with `!` before it asked away.
fn asked(typed: &str) -> (bool, &str) {
    typed.strip_prefix('!').map_or((true, typed), |rest| (false, rest))
}

/// A code of a closed list as the outputs write it, or its Vietnamese name with or without marks: `province`, `tinh`.
fn code<T: Copy + Sync>(
    all: &'static [T],
    code: fn(T) -> &'static str,
    name: fn(T, Language) -> &'static str,
) -> impl Fn(&str) -> Result<(bool, T), String> + Clone {
    move |typed| {
        let (wanted, typed) = asked(typed);
        let typed = slug(typed);
        let meant = |value: &&T| code(**value) == typed || slug(name(**value, Language::Vietnamese)) == typed;
        let value = all.iter().find(meant);
        let known = |value: &T| format!("{} ({})", code(*value), name(*value, Language::Vietnamese).to_lowercase());
        let codes = || all.iter().map(known).collect::<Vec<_>>().join(", ");
        value.map(|value| (wanted, *value)).ok_or_else(|| format!("hãy chọn trong (choose from): {}", codes()))
    }
}

/// Words of a name.
fn words(typed: &str) -> Result<(bool, String), String> {
    let (wanted, typed) = asked(typed);
    let typed = typed.trim();
    if typed.is_empty() { Err("thiếu tên (a name is missing)".to_string()) } else { Ok((wanted, typed.to_string())) }
}

/// `a3`, `420x297`.
fn paper(typed: &str) -> Result<Sheet, String> {
    let lower = typed.to_lowercase();
    if let Some(paper) = Paper::ALL.iter().find(|paper| paper.name().to_lowercase() == lower) {
        return Ok(paper.sheet());
    }
    let side = |text: &str| text.trim().parse::<i32>().ok().filter(|side| (100..=10_000).contains(side));
    let sides = lower.trim_end_matches("mm").split_once(['x', '×']).and_then(|(w, h)| side(w).zip(side(h)));
    let (w, h) =
        sides.ok_or("a4, a3, a2, a1, a0, hoặc rộng x cao bằng mm, từ 100 đến 10000 (or width x height in mm)")?;
    Ok(Sheet::millimetres(w, h))
}

fn scale(typed: &str) -> Result<f32, String> {
    let value = typed.replace(',', ".").parse::<f32>().ok().filter(|value| (0.1..=8.0).contains(value));
    value.ok_or_else(|| "một số từ 0.1 đến 8 (a number from 0.1 to 8)".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_takes_days_and_forms_of_input() {
        assert!(matches!(beginning("2020"), Ok(Beginning::Day(true, day)) if day == PartialDate::year(2020).unwrap()));
        assert!(matches!(beginning("!5/2020"), Ok(Beginning::Day(false, _))));
        assert!(matches!(beginning("ndjson"), Ok(Beginning::Reader(FromFormat::Ndjson))));
        assert!(beginning("csv").is_err());
    }

    #[test]
    fn a_wrong_code_is_answered_with_those_that_would_do() {
        let refused = code(Level::ALL, Level::code, Level::name)("làng").unwrap_err();
        assert!(refused.contains("province (tỉnh)") && refused.contains("commune (xã)"), "{refused}");
    }

    #[test]
    fn paper_has_a_name_or_a_size() {
        assert_eq!(paper("A3"), Ok(Paper::A3.sheet()));
        assert_eq!(paper("210x297"), Ok(Sheet::millimetres(210, 297)));
        assert!(paper("a9").is_err() && paper("10x20").is_err() && paper("x").is_err());
    }

    #[test]
    fn an_exclamation_mark_asks_away() {
        let level = code(Level::ALL, Level::code, Level::name);
        assert_eq!(level("!district"), Ok((false, Level::District)));
        assert_eq!((level("tỉnh"), level("tinh")), (Ok((true, Level::Province)), Ok((true, Level::Province))));
        assert_eq!(words("! Lai Châu"), Ok((false, "Lai Châu".to_string())));
        assert!(words("!").is_err() && level("!ap").is_err());
    }
}
