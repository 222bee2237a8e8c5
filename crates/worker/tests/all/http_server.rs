//! A server that takes webhooks: it keeps what it gets, and answers as it is
//! told to.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::Value;

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Got {
    pub headers: http::HeaderMap,
    pub body: String,
    pub answered: u16,
}

impl Got {
    /// The name of the message.
    pub fn id(&self) -> &str {
        self.headers["webhook-id"].to_str().unwrap()
    }

    /// The event, as JSON.
    pub fn event(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// A server on a port of its own.
pub struct HttpServer {
    pub url: String,
    got: Arc<Mutex<Vec<Got>>>,
}

impl HttpServer {
    /// Answers the first requests with `answers`, in this order, and all
    /// others with 204.
    pub fn start(answers: &[u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let got = Arc::<Mutex<Vec<Got>>>::default();
        let answers: Arc<Mutex<Vec<u16>>> = Arc::new(Mutex::new(answers.iter().rev().copied().collect()));
        let server = Self { url: url.clone(), got: got.clone() };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (got, answers, url) = (got.clone(), answers.clone(), url.clone());
                std::thread::spawn(move || answer(stream.unwrap(), &got, &answers, &url));
            }
        });
        server
    }

    /// What it got.
    pub fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }

    /// The names of the messages that it took.
    pub fn taken(&self) -> Vec<String> {
        let taken = self.got().into_iter().filter(|got| got.answered < 300);
        taken.map(|got| got.id().to_owned()).collect()
    }
}

fn answer(stream: TcpStream, got: &Mutex<Vec<Got>>, answers: &Mutex<Vec<u16>>, url: &str) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    loop {
        let mut headers = http::HeaderMap::new();
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        loop {
            line.clear();
            reader.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            let name: http::HeaderName = name.parse().unwrap();
            headers.insert(name, value.parse().unwrap());
        }
        let length = headers["content-length"].to_str().unwrap().parse().unwrap();
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let body = String::from_utf8(body).unwrap();
        let answered = answers.lock().unwrap().pop().unwrap_or(204);
        got.lock().unwrap().push(Got { headers, body, answered });
        let head = format!("HTTP/1.1 {answered} so\r\nContent-Length: 0\r\nLocation: {url}\r\n\r\n");
        (&stream).write_all(head.as_bytes()).unwrap();
    }
}
