//! What a program calls a document that it hands over.

use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use std::fmt;

/// A JSON value as it was written: a number of thirty digits comes back with all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id(Box<str>);

impl Id {
    /// The value as JSON.
    pub fn json(&self) -> &str {
        &self.0
    }
}

/// For people: a text without its quotation marks.
impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match serde_json::from_str(&self.0) {
            Ok(Value::String(text)) => f.write_str(&text),
            _ => f.write_str(&self.0),
        }
    }
}

impl From<Box<RawValue>> for Id {
    fn from(value: Box<RawValue>) -> Self {
        Self(value.get().into())
    }
}

impl From<Value> for Id {
    fn from(value: Value) -> Self {
        Self(value.to_string().into())
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(&self.0).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}
