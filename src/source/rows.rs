//! Documents off a Parquet table: a row is a document, its columns `text`, `id` and `path`.

use super::{Origin, Refusal, Source};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

/// Columns that are read; the rest of a table is left alone.
const COLUMNS: [&str; 3] = ["text", "id", "path"];

/// The documents of a table, in order, row by row as they come. A row without a text is a source too, with the reason.
///
/// # Errors
/// What is wrong with the table, or that it has no column `text`.
pub fn rows(path: &Path) -> Result<impl Iterator<Item = Source> + Send + use<>, Refusal> {
    let file = File::open(path).map_err(|error| Refusal {
        code: "unreadable",
        message: error.to_string(),
        remedy: "check that the file exists and that you may read it".into(),
    })?;
    let opened = catch_unwind(AssertUnwindSafe(|| open(file))).unwrap_or_else(|_| Err("its reader broke down".into()));
    let mut rows = opened.map_err(|reason| damaged(&reason))?;
    let (mut number, mut ended) = (0, false);
    Ok(std::iter::from_fn(move || {
        if ended {
            return None;
        }
        number += 1;
        match catch_unwind(AssertUnwindSafe(|| rows.next())) {
            Ok(None) => None,
            Ok(Some(Ok(row))) => Some(document(&row, number)),
            Ok(Some(Err(error))) => {
                ended = true;
                Some(Source::new(String::new(), Origin::Refused(damaged(&format!("row {number}: {error}")))))
            }
            Err(_) => {
                ended = true;
                Some(Source::new(
                    String::new(),
                    Origin::Refused(damaged(&format!("row {number}: its reader broke down"))),
                ))
            }
        }
    }))
}

fn open(file: File) -> Result<RowIter<'static>, String> {
    let reader = SerializedFileReader::new(file).map_err(|error| error.to_string())?;
    let schema = reader.metadata().file_metadata().schema();
    let columns: Vec<Arc<Type>> =
        schema.get_fields().iter().filter(|field| COLUMNS.contains(&field.name())).cloned().collect();
    if !columns.iter().any(|column| column.name() == "text") {
        return Err("it has no column “text”".into());
    }
    let chosen =
        Type::group_type_builder(schema.name()).with_fields(columns).build().map_err(|error| error.to_string())?;
    RowIter::from_file_into(Box::new(reader)).project(Some(chosen)).map_err(|error| error.to_string())
}

fn document(row: &Row, number: usize) -> Source {
    let (mut text, mut id, mut path) = (None, None, String::new());
    for (name, field) in row.get_column_iter() {
        match (name.as_str(), field) {
            ("text", Field::Str(words)) => text = Some(words.clone().into_bytes()),
            ("text", Field::Bytes(bytes)) => text = Some(bytes.data().to_vec()),
            ("path", Field::Str(words)) => path.clone_from(words),
            ("id", field) => id = value(field),
            _ => {}
        }
    }
    let origin = text.map_or_else(|| Origin::Broken(format!("row {number}: the row has no “text”")), Origin::Memory);
    Source { id, ..Source::new(path, origin) }
}

fn value(field: &Field) -> Option<serde_json::Value> {
    Some(match field {
        Field::Str(words) => words.as_str().into(),
        Field::Bool(value) => (*value).into(),
        Field::Byte(number) => (*number).into(),
        Field::Short(number) => (*number).into(),
        Field::Int(number) => (*number).into(),
        Field::Long(number) => (*number).into(),
        Field::UByte(number) => (*number).into(),
        Field::UShort(number) => (*number).into(),
        Field::UInt(number) => (*number).into(),
        Field::ULong(number) => (*number).into(),
        Field::Null => return None,
        other => other.to_string().into(),
    })
}

fn damaged(reason: &str) -> Refusal {
    Refusal {
        code: "damaged",
        message: format!("the table cannot be read: {reason}"),
        remedy: "write it anew with Snappy or without compression, and a column “text”".into(),
    }
}
