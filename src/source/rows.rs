//! Documents off a Parquet table: a row is a document, its columns `text`, `id` and `path`.

use super::{Limits, Origin, Refusal, Source};
use parquet::basic::Compression;
use parquet::file::metadata::ParquetMetaData;
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
pub fn rows(path: &Path, limits: Limits) -> Result<impl Iterator<Item = Source> + Send + use<>, Refusal> {
    let file = File::open(path).map_err(|error| Refusal {
        code: "unreadable",
        message: error.to_string(),
        remedy: "check that the file exists and that you may read it".into(),
    })?;
    let opened = catch_unwind(AssertUnwindSafe(|| open(file)));
    let mut rows = opened.unwrap_or_else(|_| Err(damaged("its reader broke down")))?;
    let (mut number, mut ended) = (0, false);
    Ok(std::iter::from_fn(move || {
        if ended {
            return None;
        }
        number += 1;
        match catch_unwind(AssertUnwindSafe(|| rows.next())) {
            Ok(None) => None,
            Ok(Some(Ok(row))) => Some(Source { limits, ..document(&row, number) }),
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

fn open(file: File) -> Result<RowIter<'static>, Refusal> {
    let reader = SerializedFileReader::new(file).map_err(|error| damaged(&error.to_string()))?;
    let schema = reader.metadata().file_metadata().schema();
    let columns: Vec<Arc<Type>> =
        schema.get_fields().iter().filter(|field| COLUMNS.contains(&field.name())).cloned().collect();
    if !columns.iter().any(|column| column.name() == "text") {
        return Err(damaged("it has no column “text”"));
    }
    if let Some(other) = compressed_otherwise(reader.metadata()) {
        // "ZSTD(ZstdLevel(1))": its name is enough.
        let name = other.to_string();
        let name = name.split('(').next().unwrap_or_default();
        return Err(Refusal {
            code: "compression",
            message: format!("the table is compressed as {name}"),
            remedy: "write it anew with Snappy or without compression".into(),
        });
    }
    let chosen = Type::group_type_builder(schema.name()).with_fields(columns).build();
    let rows = chosen.and_then(|chosen| RowIter::from_file_into(Box::new(reader)).project(Some(chosen)));
    rows.map_err(|error| damaged(&error.to_string()))
}

/// A compression of the columns to be read that is not taken apart here.
fn compressed_otherwise(table: &ParquetMetaData) -> Option<Compression> {
    let columns = table.row_groups().iter().flat_map(|group| group.columns());
    let read = columns.filter(|column| COLUMNS.contains(&column.column_path().string().as_str()));
    let mut how = read.map(|column| column.compression());
    how.find(|how| !matches!(how, Compression::UNCOMPRESSED | Compression::SNAPPY))
}

fn document(row: &Row, number: usize) -> Source {
    let (mut text, mut id, mut path) = (None, None, String::new());
    for (name, field) in row.get_column_iter() {
        match (name.as_str(), field) {
            ("text", Field::Str(words)) => text = Some(words.clone().into_bytes()),
            ("text", Field::Bytes(bytes)) => text = Some(bytes.data().to_vec()),
            ("path", Field::Str(words)) => path.clone_from(words),
            ("id", field) => id = value(field).map(Into::into),
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
