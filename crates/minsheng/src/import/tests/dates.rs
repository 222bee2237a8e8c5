//! Ways to write a time.

use jiff::tz::TimeZone;

use crate::import::dates::DateFormat;

fn read(format: &str, text: &str) -> Option<String> {
    let zone = TimeZone::get("Asia/Shanghai").unwrap();
    let format = DateFormat::try_from(format.to_owned()).unwrap();
    format.read(text, &zone).map(|time| time.to_string())
}

#[test]
fn each_format_reads_its_own() {
    for (format, text, time) in [
        ("iso", "2026-01-31T08:00:00", "2026-01-31T00:00:00Z"),
        ("iso", "2026-01-31 08:00:00", "2026-01-31T00:00:00Z"),
        ("iso", "2026-01-31 08:00", "2026-01-31T00:00:00Z"),
        ("iso", "2026-01-31", "2026-01-30T16:00:00Z"),
        ("iso", "2026-01-31T08:00:00-04:00", "2026-01-31T12:00:00Z"),
        ("iso", "2026-01-31T08:00:00Z", "2026-01-31T08:00:00Z"),
        ("%m/%d/%Y %I:%M:%S %p", "01/31/2026 12:00:01 AM", "2026-01-30T16:00:01Z"),
        ("%Y/%m/%d %H:%M:%S", "2026/1/3 8:05:09", "2026-01-03T00:05:09Z"),
        ("%Y年%m月%d日", "2026年1月31日", "2026-01-30T16:00:00Z"),
        ("%Y-%m-%d %H:%M %z", "2026-01-31 08:00 +0000", "2026-01-31T08:00:00Z"),
        ("epoch_ms", "1769846400000", "2026-01-31T08:00:00Z"),
        ("epoch_s", "1769846400", "2026-01-31T08:00:00Z"),
        ("excel", "46053.5", "2026-01-31T04:00:00Z"),
        ("digits8", "20260131000042", "2026-01-30T16:00:00Z"),
    ] {
        assert_eq!(read(format, text).as_deref(), Some(time), "{format} of {text}");
    }
}

#[test]
fn no_format_reads_what_is_no_time() {
    for format in ["iso", "epoch_ms", "epoch_s", "excel", "digits8", "%Y/%m/%d"] {
        for text in [
            "",
            "昨天",
            "0001-01-01",
            "2026-02-30",
            "20261331",
            "-1",
            "NaN",
            "1e300",
            "99999999999999999999",
            "日日日",
        ] {
            assert_eq!(read(format, text), None, "{format} of {text}");
        }
    }
}
