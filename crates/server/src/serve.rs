//! The server: listening, answering, stopping with grace.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::runtime::Builder;

use crate::app::App;
use crate::guard;

/// So many calls wait for the store at once; further ones wait for a turn.
/// More of them cost more than they give, in processor and in memory
/// (docs/benchmarks.md).
const AT_WORK: usize = 16;

/// Calls under way when the server stops may take so long to end.
const GRACE: Duration = Duration::from_secs(20);

/// How often looks are written.
const LOOKS_EVERY: Duration = Duration::from_millis(200);

/// How often the city is read anew.
const CITY_EVERY: Duration = Duration::from_secs(60);

/// Where and how the server listens.
#[derive(Debug, Clone)]
pub struct Bound {
    /// Address and port.
    pub listen: SocketAddr,
    /// Certificate chain and private key, in PEM, when it speaks TLS itself.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// How long it says that it is no longer ready before it stops to listen,
    /// so that a proxy sends the next calls elsewhere.
    pub drain: Duration,
}

/// Serves until `stop` is done. `ready` is told the address once calls are
/// taken.
///
/// # Errors
/// When it cannot listen, or the certificate cannot be read.
pub fn serve(
    app: &App,
    bound: &Bound,
    ready: impl FnOnce(SocketAddr),
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let runtime = Builder::new_multi_thread()
        .max_blocking_threads(AT_WORK)
        .thread_keep_alive(Duration::from_secs(3))
        .enable_all()
        .build()?;
    let listener = listen(bound.listen)?;
    let address = listener.local_addr()?;
    let beside = Beside::start(app);
    let served = runtime.block_on(async {
        let handle = Handle::new();
        tokio::spawn(stop_with_grace(app.clone(), handle.clone(), bound.drain, stop));
        ready(address);
        answer(app, bound, listener, handle).await
    });
    app.begin_to_stop();
    beside.stop();
    served
}

async fn answer(
    app: &App,
    bound: &Bound,
    listener: std::net::TcpListener,
    handle: Handle<SocketAddr>,
) -> std::io::Result<()> {
    let service = guard::router(app).into_make_service_with_connect_info::<SocketAddr>();
    // A client that has not said what it wants by then is let go (slow loris):
    // before its first call, between two, and in the middle of its headers.
    let patience = app.options().header_patience;
    match &bound.tls {
        None => {
            let mut server = axum_server::from_tcp(listener)?.handle(handle).first_request_timeout(patience);
            server.http_builder().http1().header_read_timeout(patience);
            server.serve(service).await
        }
        Some((chain, key)) => {
            let _ = rustls::crypto::ring::default_provider().install_default();
            let config = RustlsConfig::from_pem_file(chain, key).await?;
            let server = axum_server::from_tcp_rustls(listener, config)?.handle(handle);
            let mut server = server.first_request_timeout(patience);
            server.http_builder().http1().header_read_timeout(patience);
            server.serve(service).await
        }
    }
}

/// Listens. A new process may listen on the same port while the old one
/// answers what it has begun: nobody is turned away in between.
fn listen(address: SocketAddr) -> std::io::Result<std::net::TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(true)?;
    #[cfg(unix)]
    if address.port() != 0 {
        socket.set_reuse_port(true)?;
    }
    socket.bind(&address.into())?;
    socket.listen(1024)?;
    Ok(socket.into())
}

async fn stop_with_grace(
    app: App,
    handle: Handle<SocketAddr>,
    drain: Duration,
    stop: impl Future<Output = ()>,
) {
    stop.await;
    tracing::info!("stopping");
    app.begin_to_stop();
    tokio::time::sleep(drain).await;
    handle.graceful_shutdown(Some(GRACE));
}

/// What runs beside the calls.
struct Beside {
    app: App,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Beside {
    fn start(app: &App) -> Self {
        let follower = app.clone();
        let follow = std::thread::spawn(move || follower.follow());
        let keeper = app.clone();
        let keep = std::thread::spawn(move || keep(&keeper));
        Self { app: app.clone(), threads: vec![follow, keep] }
    }

    fn stop(self) {
        for thread in self.threads {
            let _ = thread.join();
        }
        self.app.looks().write();
    }
}

/// Writes looks, and reads the city anew.
fn keep(app: &App) {
    let mut read = std::time::Instant::now();
    while !app.is_stopping() {
        std::thread::sleep(LOOKS_EVERY);
        app.looks().write();
        if read.elapsed() >= CITY_EVERY {
            read = std::time::Instant::now();
            if let Err(error) = app.reload_city() {
                tracing::error!(%error, "the city cannot be read anew");
            }
        }
    }
}
