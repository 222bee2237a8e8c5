//! A small disk that can be made larger.

use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A file system of its own in memory, on a temporary folder.
pub struct Disk {
    folder: TempDir,
}

impl Disk {
    /// A disk of so many megabytes; none, with a notice, when this process
    /// may not mount one.
    pub fn of(megabytes: u32) -> Option<Self> {
        let folder = TempDir::new().expect("a temporary folder");
        let disk = Self { folder };
        if disk.mount(&format!("size={megabytes}m")) {
            return Some(disk);
        }
        eprintln!("no disk can be mounted here (that takes root)");
        None
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Makes it larger, with all that is on it.
    pub fn enlarge(&self, megabytes: u32) {
        assert!(self.mount(&format!("remount,size={megabytes}m")), "what was mounted can be mounted larger");
    }

    fn mount(&self, options: &str) -> bool {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", options, "minsheng-test"]).arg(self.path());
        mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Nothing was mounted when the folder is an ordinary one.
        let _ = Command::new("umount").arg("-l").arg(self.path()).stderr(Stdio::null()).status();
    }
}
