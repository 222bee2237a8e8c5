//! Lays out the console's files for embedding: what `bin/web` built in
//! `web/dist`, each file compressed beside itself. Without it there is a page
//! that says so, so that cargo alone always works.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const UNBUILT: &str = r#"<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>工作台未构建</title>
<p>工作台未构建：请运行 bin/web，再重新编译。</p>
<p lang="en">The console was not built: bin/web builds it; then compile again.</p>
</html>
"#;

/// Files below this many bytes are sent as they are.
const SMALL: usize = 1024;

/// Nearly as small as brotli gets, in a tenth of the time.
const QUALITY: u32 = 9;
const WINDOW: u32 = 22;
const BUFFER: usize = 64 * 1024;

fn main() -> io::Result<()> {
    let from = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../web/dist");
    let to = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("console");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={}", from.display());
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    fs::create_dir_all(&to)?;
    if from.join("index.html").exists() {
        lay_out(&from, &to)
    } else {
        fs::write(to.join("index.html"), UNBUILT)
    }
}

fn lay_out(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&to)?;
            lay_out(&from, &to)?;
        } else {
            let bytes = fs::read(&from)?;
            if bytes.len() >= SMALL && is_text(&from) {
                fs::write(format!("{}.br", to.display()), compressed(&bytes)?)?;
            }
            fs::write(to, bytes)?;
        }
    }
    Ok(())
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    matches!(ending, "html" | "js" | "mjs" | "css" | "json" | "map" | "svg" | "txt" | "webmanifest")
}

fn compressed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    packed.write_all(bytes)?;
    packed.flush()?;
    Ok(packed.into_inner())
}
