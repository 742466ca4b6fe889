//! What `draw` takes.

use super::InputArgs;
use clap::{Args, ValueEnum};
use luocdo::vocabulary::{Level, Relation, System};

/// `draw`.
#[derive(Args, Debug)]
pub struct DrawArgs {
    /// What is read, and where to draw.
    #[command(flatten)]
    pub input: InputArgs,

    /// Ghi vào tệp này, thay tệp cũ nếu có; - là đầu ra chuẩn (write here, replacing what is there)
    #[arg(short, long, value_name = "TỆP")]
    pub output: Option<String>,

    /// Dạng ra: svg hoặc dot [mặc định: theo đuôi tệp] (output format; default by the ending)
    #[arg(short, long, value_name = "DẠNG", hide_possible_values = true)]
    pub format: Option<DrawFormat>,

    /// Vẽ nhiều nhất chừng này văn bản [mặc định: 70] (draw at most so many documents)
    #[arg(long, value_name = "N", default_value_t = 70, hide_default_value = true)]
    pub max_nodes: usize,

    /// Tên sơ đồ (title of the poster)
    #[arg(long, value_name = "LỜI")]
    pub title: Option<String>,

    /// Chỉ vẽ quanh văn bản này; có thể lặp lại (only around this document; may be repeated)
    #[arg(long, value_name = "SỐ")]
    pub focus: Vec<String>,

    /// Số bước lên phía nguồn của --focus (steps up to what the focus cites)
    #[arg(long, value_name = "N", requires = "focus")]
    pub up: Option<usize>,

    /// Số bước xuống phía triển khai của --focus (steps down to what acts on the focus)
    #[arg(long, value_name = "N", requires = "focus")]
    pub down: Option<usize>,

    /// Từ năm này (from this year on)
    #[arg(long, value_name = "NĂM")]
    pub since: Option<u16>,

    /// Đến hết năm này (up to this year)
    #[arg(long, value_name = "NĂM")]
    pub until: Option<u16>,

    /// Chỉ quan hệ này: basis, implements, guides …; có thể lặp lại (only this relation; may be repeated)
    #[arg(long, value_name = "MÃ", value_parser = code(Relation::from_code))]
    relation: Vec<Relation>,

    /// Chỉ hệ thống này: party, state, union …; có thể lặp lại (only this system; may be repeated)
    #[arg(long, value_name = "MÃ", value_parser = code(System::from_code))]
    system: Vec<System>,

    /// Chỉ cấp này: central, province, district, commune, grassroots; có thể lặp lại (only this level; may be repeated)
    #[arg(long, value_name = "MÃ", value_parser = code(Level::from_code))]
    level: Vec<Level>,

    /// Chỉ tỉnh này và trung ương; có thể lặp lại (only this province and the centre; may be repeated)
    #[arg(long, value_name = "TỈNH")]
    pub province: Vec<String>,

    /// Ghi thêm cơ quan kế tục của cơ quan đã đổi tên, sáp nhập (name what has become of organs that ended)
    #[arg(long)]
    pub as_now: bool,

    /// Vẽ cả luật chỉ được căn cứ về thẩm quyền (draw laws cited for competence only, too)
    #[arg(long)]
    pub competence: bool,

    /// Chiều mũi tên: down theo dòng chỉ đạo, cite theo chiều viện dẫn [mặc định: down] (direction of arrows)
    #[arg(long, value_name = "CHIỀU", default_value = "down", hide_default_value = true, hide_possible_values = true)]
    arrows: ArrowDirection,
}

impl DrawArgs {
    /// Relations asked for.
    pub fn relations(&self) -> Vec<Relation> {
        self.relation.clone()
    }

    /// Systems asked for.
    pub fn systems(&self) -> Vec<System> {
        self.system.clone()
    }

    /// Levels asked for.
    pub fn levels(&self) -> Vec<Level> {
        self.level.clone()
    }

    /// Arrows run from citing to cited.
    pub fn arrows_cite(&self) -> bool {
        matches!(self.arrows, ArrowDirection::Cite)
    }
}

/// Formats of `draw`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DrawFormat {
    /// The poster.
    Svg,
    /// Graphviz.
    #[value(alias = "gv")]
    Dot,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ArrowDirection {
    #[value(alias = "chi-dao")]
    Down,
    #[value(alias = "vien-dan")]
    Cite,
}

/// A code of a closed list, as the outputs write it.
fn code<T>(from_code: impl Fn(&str) -> Option<T> + Clone) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |typed| from_code(typed).ok_or_else(|| "không có mã này (no such code); docs/glossary.md".to_string())
}
