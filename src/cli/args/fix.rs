//! What `fix` takes: a document and its right fields, or an arrow and what is wrong with it.

use super::InputArgs;
use clap::{ArgGroup, Args};
use luocdo::vocabulary::Relation;

const DOCUMENT: &str = "Sửa một văn bản (a document)";
const ARROW: &str = "Sửa một mũi tên (an arrow)";

/// `fix`.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("verdict").args(["reject", "confirm", "to", "relation"])))]
pub struct FixArgs {
    /// The document, unless an arrow is meant, and what is read.
    #[command(flatten)]
    pub input: InputArgs,

    /// Số và ký hiệu đúng (the right number and symbol)
    #[arg(long = "so", alias = "number", value_name = "SỐ", help_heading = DOCUMENT, conflicts_with = "edge")]
    pub number: Option<String>,

    /// Loại văn bản đúng: Kế hoạch, Hướng dẫn … (the right kind)
    #[arg(long = "loai", alias = "kind", value_name = "LOẠI", help_heading = DOCUMENT, conflicts_with = "edge")]
    pub kind: Option<String>,

    /// Ngày đúng: 2021-08-18 hoặc 18/8/2021 (the right date)
    #[arg(long = "ngay", alias = "date", value_name = "NGÀY", help_heading = DOCUMENT, conflicts_with = "edge")]
    pub date: Option<String>,

    /// Cơ quan ban hành đúng, kèm địa danh (the right issuer, with its territory)
    #[arg(long = "organ", alias = "co-quan", value_name = "TÊN", help_heading = DOCUMENT, conflicts_with = "edge")]
    pub issuer: Option<String>,

    /// Trích yếu đúng (the right subject)
    #[arg(long = "trich-yeu", alias = "title", value_name = "LỜI", help_heading = DOCUMENT, conflicts_with = "edge")]
    pub title: Option<String>,

    /// Mũi tên: văn bản viện dẫn, văn bản được viện dẫn, mã quan hệ (the arrow: citing, cited, relation)
    #[arg(long, num_args = 3, value_names = ["TỪ", "ĐẾN", "MÃ"], help_heading = ARROW, requires = "verdict")]
    pub edge: Option<Vec<String>>,

    /// Không có mũi tên ấy (there is no such arrow)
    #[arg(long, alias = "bo", help_heading = ARROW, requires = "edge")]
    pub reject: bool,

    /// Mũi tên ấy đúng (it is right)
    #[arg(long, alias = "dung", help_heading = ARROW, requires = "edge")]
    pub confirm: bool,

    /// Mũi tên chỉ đến văn bản này: số, ký hiệu hoặc định danh (it points to this document)
    #[arg(long, value_name = "SỐ", help_heading = ARROW, requires = "edge")]
    pub to: Option<String>,

    /// Quan hệ đúng: basis, implements, guides … (the right relation)
    #[arg(long, value_name = "MÃ", help_heading = ARROW, requires = "edge", value_parser = relation)]
    pub relation: Option<Relation>,

    /// Lý do; ghi kèm để người khác soát lại (why; kept for others to check)
    #[arg(long = "ly-do", alias = "reason", value_name = "LỜI", required = true)]
    pub reason: String,
}

/// A relation by its code, as the outputs write it.
fn relation(typed: &str) -> Result<Relation, String> {
    let codes = || Relation::ALL.iter().map(|relation| relation.code()).collect::<Vec<_>>().join(", ");
    Relation::from_code(typed).ok_or_else(|| format!("không có mã này (no such code); {}", codes()))
}
