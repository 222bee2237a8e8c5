//! A PostgreSQL server of a test's own, which may be ill-treated.

use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server with its data in a folder.
pub struct Cluster {
    data: PathBuf,
    programs: PathBuf,
    port: u16,
    server: Child,
}

impl Cluster {
    /// Makes a cluster in a folder and starts its server; none, with a
    /// notice, when PostgreSQL is not installed here.
    pub fn start(folder: &Path) -> Option<Self> {
        let Some(programs) = programs() else {
            eprintln!("skipped on PostgreSQL: initdb was not found, the test needs a server of its own");
            return None;
        };
        if let Some((user, group)) = owner() {
            chown(folder, Some(user), Some(group)).expect("root may give a folder away");
        }
        let data = folder.join("data");
        let mut initdb = as_owner(&programs.join("initdb"));
        initdb.args([
            "--username=minsheng",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--wal-segsize=4",
        ]);
        let made = initdb.arg("--pgdata").arg(&data).status().expect("initdb starts");
        assert!(made.success(), "initdb makes a cluster");
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let server = serve(&programs, &data, port);
        let cluster = Self { data, programs, port, server };
        cluster.wait();
        Some(cluster)
    }

    /// Where its database is.
    pub fn url(&self) -> String {
        format!("postgres://minsheng@127.0.0.1:{}/postgres", self.port)
    }

    /// Ends the server on the spot, as `pg_ctl stop -m immediate` does:
    /// nothing is written any more, the next start recovers from the log.
    pub fn kill(&mut self) {
        let quit = Command::new("kill").arg("-QUIT").arg(self.server.id().to_string()).status();
        assert!(quit.is_ok_and(|status| status.success()), "a child can be signalled");
        self.server.wait().expect("a child");
    }

    /// Starts the server again if it went down, and waits until it answers.
    pub fn ensure(&mut self) {
        if self.server.try_wait().expect("a child").is_some() {
            self.server = serve(&self.programs, &self.data, self.port);
        }
        self.wait();
    }

    fn wait(&self) {
        let until = Instant::now() + Duration::from_secs(60);
        while postgres::Client::connect(&self.url(), postgres::NoTls).is_err() {
            assert!(Instant::now() < until, "the server does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.server.try_wait().is_ok_and(|ended| ended.is_none()) {
            let _ = Command::new("kill").arg("-QUIT").arg(self.server.id().to_string()).status();
            let _ = self.server.wait();
        }
    }
}

fn serve(programs: &Path, data: &Path, port: u16) -> Child {
    let mut server = as_owner(&programs.join("postgres"));
    server.arg("-D").arg(data).arg("-p").arg(port.to_string());
    let settings = [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=on",
        "min_wal_size=8MB",
        "max_wal_size=16MB",
    ];
    settings.iter().for_each(|setting| _ = server.args(["-c", setting]));
    server.spawn().expect("the server starts")
}

/// PostgreSQL refuses to run as root; then it runs as the user `postgres`.
fn as_owner(program: &Path) -> Command {
    let mut command = Command::new(program);
    if let Some((user, group)) = owner() {
        command.uid(user).gid(group);
    }
    command.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn owner() -> Option<(u32, u32)> {
    let id = |arguments: &[&str]| -> Option<u32> {
        let told = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8(told.stdout).ok()?.trim().parse().ok()
    };
    if id(&["-u"])? != 0 { None } else { Some((id(&["-u", "postgres"])?, id(&["-g", "postgres"])?)) }
}

/// The folder of PostgreSQL's programs.
fn programs() -> Option<PathBuf> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = installed.map(|version| version.path().join("bin")).chain(std::env::split_paths(&path));
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}
