//! The program itself, serving.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;

use crate::database::Database;

/// `minsheng serve` in a process of its own, which is killed with this value.
pub struct Process {
    child: Child,
    /// Where it listens.
    pub port: u16,
}

impl Process {
    /// Starts it on a port, or on any with 0, and waits until it takes calls.
    pub fn start(database: &Database, port: u16) -> Self {
        let mut command = program(database, &["serve", "--listen", &format!("127.0.0.1:{port}")]);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("it says where");
        let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
        Self { port: port.unwrap_or_else(|| panic!("it did not begin to listen: {line:?}")), child }
    }

    /// Ends it on the spot.
    pub fn kill(&mut self) {
        self.child.kill().expect("a child can be killed");
        self.child.wait().expect("a child");
    }

    /// Tells it to stop (SIGTERM).
    pub fn tell_to_stop(&self) {
        let told = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status();
        assert!(told.is_ok_and(|status| status.success()), "a child can be signalled");
    }

    /// Waits until it has stopped.
    pub fn wait(&mut self) -> ExitStatus {
        self.child.wait().expect("a child")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            self.kill();
        }
    }
}

/// A command of the program on a database, with nothing set but what a test
/// needs.
pub fn program(database: &Database, arguments: &[&str]) -> Command {
    let beside = Path::new(env!("CARGO_BIN_EXE_crash-load")).with_file_name("minsheng");
    assert!(beside.is_file(), "{} is missing: cargo build --workspace --bins", beside.display());
    let mut command = Command::new(beside);
    command.args(arguments).args(["--database", &database.url]).current_dir(database.folder());
    command.env("MINSHENG_DATA", database.folder()).env("MINSHENG_KEYS", &database.keys);
    command.env("MINSHENG_CALLS_A_MINUTE", "100000000").env("MINSHENG_LOG", "error");
    command.stdin(Stdio::null());
    command
}

/// A port on which nobody listens.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port()
}

/// The ports of the processes that serve one database, as they come and go.
pub struct Doors(Mutex<Vec<u16>>);

impl Doors {
    /// Those of some processes.
    pub fn of(processes: &[Process]) -> Self {
        Self(Mutex::new(processes.iter().map(|process| process.port).collect()))
    }

    /// The one at a port.
    pub fn at(port: u16) -> Self {
        Self(Mutex::new(vec![port]))
    }

    /// A process has another port now.
    pub fn moved(&self, at: usize, port: u16) {
        self.0.lock().expect("nobody panics while noting")[at] = port;
    }

    /// One of them, counted around.
    pub fn port(&self, at: usize) -> u16 {
        let ports = self.0.lock().expect("nobody panics while reading");
        ports[at % ports.len()]
    }
}
