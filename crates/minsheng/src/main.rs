//! `minsheng`: the only program. One binary, many commands.

mod city_files;
mod cli;
mod commands;
mod import;
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
    match commands::run(cli::Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("minsheng: {error:#}");
            ExitCode::FAILURE
        }
    }
}
