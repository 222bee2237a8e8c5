//! The program as it is used: its commands, one after the other, on invented
//! data.

mod directory;
mod doctor;
mod import;
mod keeping;
mod lives;
mod postgres;
mod runs;
mod settings;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// An installation in a folder of its own.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn seeded() -> Self {
        let place = Self::empty();
        place.does(&["seed", "--password", "correct horse"]);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minsheng"));
        command.args(arguments).current_dir(self.folder.path()).env("MINSHENG_DATA", self.folder.path());
        command.env_remove("MINSHENG_DATABASE");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must go well, and gives what it printed.
    fn does(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must go well, and gives its last line as JSON.
    fn tells(&self, arguments: &[&str]) -> Value {
        let printed = self.does(&[arguments, &["--json"]].concat());
        serde_json::from_str(printed.lines().last().unwrap()).unwrap()
    }

    /// Runs a command that must fail, and gives what it said.
    fn fails(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} goes well, and should not: {}", said(&output));
        said(&output)
    }
}

fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

fn lines(path: &Path) -> Vec<String> {
    std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect()
}
