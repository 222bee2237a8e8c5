//! A mail server of a few commands, that keeps what it gets.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A mail as it arrived.
#[derive(Debug, Clone)]
pub struct Got {
    pub to: Vec<String>,
    pub mail: String,
}

impl Got {
    /// A header of the mail.
    pub fn header(&self, name: &str) -> &str {
        let line = self.mail.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_default()
    }
}

/// A mail server on a port of its own.
pub struct SmtpServer {
    pub url: String,
    got: Arc<Mutex<Vec<Got>>>,
    answers: Arc<Mutex<Vec<&'static str>>>,
}

impl SmtpServer {
    /// Answers the first mails with `answers`, in this order, and takes the
    /// others. It refuses every recipient whose address begins with "gone".
    pub fn start(answers: &[&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let server = Self {
            url,
            got: Arc::default(),
            answers: Arc::new(Mutex::new(answers.iter().rev().copied().collect())),
        };
        let (got, answers) = (server.got.clone(), server.answers.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (got, answers) = (got.clone(), answers.clone());
                std::thread::spawn(move || speak(stream.unwrap(), &got, &answers));
            }
        });
        server
    }

    /// What it got.
    pub fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }
}

fn speak(stream: TcpStream, got: &Mutex<Vec<Got>>, answers: &Mutex<Vec<&'static str>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let say = |text: &str| (&stream).write_all(format!("{text}\r\n").as_bytes()).is_ok();
    say("220 here");
    let mut to = Vec::new();
    while let Some(line) = lines.next() {
        let command = line.to_uppercase();
        let told = match command.get(..4).unwrap_or_default() {
            "EHLO" => say("250-here\r\n250 8BITMIME"),
            "RCPT" if command.contains("<GONE") => say("550 no such person: gone@example"),
            "RCPT" => {
                to.push(line[8..].trim_matches(['<', '>']).to_owned());
                say("250 good")
            }
            "DATA" => {
                say("354 go on");
                let mail: Vec<String> = lines.by_ref().take_while(|line| line != ".").collect();
                let to = std::mem::take(&mut to);
                let answer = answers.lock().unwrap().pop();
                if answer.is_none() {
                    got.lock().unwrap().push(Got { to, mail: mail.join("\n") });
                }
                say(answer.unwrap_or("250 taken"))
            }
            "QUIT" => return,
            "RSET" => {
                to.clear();
                say("250 good")
            }
            _ => say("250 good"),
        };
        if !told {
            return;
        }
    }
}
