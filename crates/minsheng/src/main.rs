//! `minsheng`: the only program. One binary, many commands.

mod city_files;
mod cli;
mod commands;
mod import;
mod logging;
mod output;
mod play;
mod replay;
mod seed;
mod settings;
mod simulate;
mod units_by_name;

use std::process::ExitCode;

use clap::Parser as _;

/// Acts are made of many small texts; the system's allocator spends a fifth of
/// an import's time on them (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    end_quietly_when_nobody_reads();
    match commands::run(cli::Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("minsheng: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// `minsheng story | head` closes standard output before everything is said;
/// that is no fault to report.
fn end_quietly_when_nobody_reads() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |fault| {
        let said = fault.payload().downcast_ref::<String>();
        if said.is_some_and(|said| said.contains("Broken pipe")) {
            std::process::exit(0);
        }
        report(fault);
    }));
}
