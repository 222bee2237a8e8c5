//! Where a key ring comes from.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

use crate::error::{Result, StoreError};

/// So much of what a program says of its failure is repeated.
const SAID_CHARS: usize = 500;

/// Where a key ring comes from.
#[derive(Clone)]
pub(super) enum Source {
    /// From nowhere: it is gone with the process.
    Memory,
    /// From a file.
    File(PathBuf),
    /// From a program, which the shell runs.
    Program(String),
}

impl Source {
    /// The ring as text.
    pub fn read(&self) -> Result<Zeroizing<String>> {
        match self {
            Source::Memory => Ok(Zeroizing::default()),
            Source::File(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| StoreError::file(path, &error))?;
                Ok(Zeroizing::new(text))
            }
            Source::Program(program) => self.run(program, "show"),
        }
    }

    /// Has a program add a key; the ring as text.
    pub fn add(&self) -> Result<Zeroizing<String>> {
        match self {
            Source::Program(program) => self.run(program, "add"),
            _ => self.read(),
        }
    }

    /// Of what the program prints nothing is repeated: it is keys.
    fn run(&self, program: &str, act: &str) -> Result<Zeroizing<String>> {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("{program} {act}")).stdin(Stdio::null());
        let done = shell.output().map_err(|error| self.error(&format!("it cannot be run: {error}")))?;
        let printed = Zeroizing::new(done.stdout);
        if !done.status.success() {
            let said: String =
                String::from_utf8_lossy(&done.stderr).trim().chars().take(SAID_CHARS).collect();
            return Err(self.error(&format!("`{act}` failed ({}): {said}", done.status)));
        }
        let text = std::str::from_utf8(&printed).map_err(|_| self.error("what it prints is no text"))?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    /// Written beside the file and put in its place, so that the old keys are
    /// never lost on the way.
    pub fn write(&self, text: &str) -> Result<()> {
        let Source::File(path) = self else { return Ok(()) };
        let beside = path.with_extension("new");
        write_private(&beside, text.as_bytes())
            .and_then(|()| std::fs::rename(&beside, path))
            .map_err(|error| StoreError::file(path, &error))
    }

    /// The error that names the source.
    pub fn error(&self, what: &str) -> StoreError {
        let what = what.to_owned();
        match self {
            Source::File(path) => StoreError::KeyFile { path: path.clone(), what },
            _ => StoreError::KeyProgram { what },
        }
    }
}

fn write_private(path: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text)?;
    file.sync_all()
}
