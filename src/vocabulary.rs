//! The closed code lists that every stage shares: systems, levels, relations, zones, classes, states.
//!
//! Codes are ASCII English and never translated on the wire; [`Language`] gives their names for people.
//! Source of the lists: the wire format of version 1 (docs/formats.md).

use serde::{Deserialize, Serialize};

/// Declares a closed list: the enum, its codes, and its Vietnamese and English names.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $vi:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!($vi, " (", $en, ")")] #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The ASCII code used in every machine output.
            pub const fn code(self) -> &'static str { match self { $($name::$variant => $code),* } }

            /// The name shown to people.
            pub const fn name(self, language: Language) -> &'static str {
                match (self, language) { $(($name::$variant, Language::Vietnamese) => $vi, ($name::$variant, Language::English) => $en),* }
            }

            /// The value with this code, or nothing.
            pub fn from_code(code: &str) -> Option<Self> { match code { $($code => Some($name::$variant),)* _ => None } }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.code()) }
        }
    };
}

/// The language of texts for people; machine outputs never change with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    #[serde(rename = "vi")]
    Vietnamese,
    /// English.
    #[serde(rename = "en")]
    English,
}

codes! {
    /// The system an organ belongs to (hệ thống).
    System {
        Party = "party", "Đảng", "Party";
        State = "state", "Nhà nước", "State";
        Front = "front", "Mặt trận", "Fatherland Front";
        Union = "union", "Công đoàn", "Trade union";
        Youth = "youth", "Đoàn Thanh niên", "Youth union";
        Women = "women", "Phụ nữ", "Women's union";
        Farmers = "farmers", "Nông dân", "Farmers' union";
        Veterans = "veterans", "Cựu chiến binh", "Veterans";
        Other = "other", "Khác", "Other";
    }
}

codes! {
    /// The administrative or organisational rank of an organ (cấp), from the centre down.
    Level {
        Central = "central", "Trung ương", "Centre";
        Province = "province", "Tỉnh", "Province";
        District = "district", "Huyện", "District";
        Commune = "commune", "Xã", "Commune";
        Grassroots = "grassroots", "Cơ sở", "Grassroots";
    }
}

codes! {
    /// What one document does with another (quan hệ); the citing document is the subject.
    Relation {
        Basis = "basis", "căn cứ", "is based on";
        Implements = "implements", "thực hiện", "implements";
        Guides = "guides", "hướng dẫn", "guides";
        Amends = "amends", "sửa đổi, bổ sung", "amends";
        Replaces = "replaces", "thay thế", "replaces";
        Repeals = "repeals", "bãi bỏ", "repeals";
        Suspends = "suspends", "đình chỉ", "suspends";
        Corrects = "corrects", "đính chính", "corrects";
        Consolidates = "consolidates", "hợp nhất", "consolidates";
        Promulgates = "promulgates", "ban hành", "promulgates";
        Responds = "responds", "phúc đáp", "responds to";
        Follows = "follows", "tiếp theo", "follows";
        Interprets = "interprets", "giải thích", "interprets";
        Publishes = "publishes", "công bố", "publishes";
        Translates = "translates", "bản dịch", "translates";
        Cites = "cites", "dẫn chiếu", "cites";
    }
}

codes! {
    /// The part of a document where a mention stands (vùng).
    Zone {
        Title = "title", "trích yếu", "title";
        Preamble = "preamble", "phần mở đầu", "preamble";
        Body = "body", "nội dung", "body";
        Closing = "closing", "phần kết", "closing";
        Notes = "notes", "chú thích", "notes";
    }
}

codes! {
    /// How a mention identifies its document (lớp).
    Class {
        Numbered = "numbered", "có số, ký hiệu", "numbered";
        Named = "named", "gọi bằng tên", "named";
        Oral = "oral", "chỉ đạo bằng lời", "oral";
    }
}

codes! {
    /// What the collection has of a document (tình trạng).
    State {
        Held = "held", "có trong kho", "held";
        Missing = "missing", "chưa thấy trong kho", "missing";
        Oral = "oral", "chỉ đạo bằng lời", "oral";
    }
}

codes! {
    /// Why a unit is addressed (mục đích gửi).
    Purpose {
        Act = "act", "để thực hiện", "to act";
        Know = "know", "để biết", "to know";
        Report = "report", "để báo cáo", "as report";
        Keep = "keep", "để lưu", "to keep";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back() {
        for relation in Relation::ALL {
            assert_eq!(Relation::from_code(relation.code()), Some(*relation));
        }
    }
}
