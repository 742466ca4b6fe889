//! Files, folders and standard input into named bytes. The only place where documents enter.

use std::path::PathBuf;

/// One document to read: a name, and where its bytes are. Bytes are fetched one document at a time.
#[derive(Clone, Debug)]
pub struct Source {
    /// The INPUT as typed joined with the path below it, `/` on all systems, no leading `./`.
    pub path: String,
    /// The id given with it, for lines on standard input.
    pub id: Option<String>,
    /// Where the bytes are.
    pub origin: Origin,
}

/// Where the bytes of a source are.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In a file.
    File(PathBuf),
    /// In memory: a line of standard input, a test.
    Memory(Vec<u8>),
}

impl Source {
    /// A document in memory.
    pub fn memory(path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.to_string(), id: None, origin: Origin::Memory(bytes.into()) }
    }

    /// The bytes.
    ///
    /// # Errors
    /// What the file system says.
    pub fn bytes(&self) -> std::io::Result<Vec<u8>> {
        match &self.origin {
            Origin::File(path) => std::fs::read(path),
            Origin::Memory(bytes) => Ok(bytes.clone()),
        }
    }
}
