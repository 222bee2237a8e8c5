#!/usr/bin/env python3
"""Write china.csv: one row for every day, from a table of the State Council's holiday notices.

    python3 make.py HOLIDAYS.jsonl

HOLIDAYS.jsonl has one JSON object a line: year (of the notice), date, name and
is_off_day. A notice also speaks of late December of the year before; a day
therefore counts by its own date, whichever notice names it. Days after the last
notice are assumed: plain weeks and the statutory days whose date never moves.
"""

import csv
import datetime
import json
import pathlib
import sys

FIRST = datetime.date(2007, 1, 1)
LAST = datetime.date(2028, 12, 31)

# 全国年节及纪念日放假办法: the days that are fixed in the solar calendar. The third of May
# is not among them, but every notice since 2019 gave at least the first three of May.
ASSUMED = {
    (1, 1): "元旦（待公布）",
    (5, 1): "劳动节（待公布）",
    (5, 2): "劳动节（待公布）",
    (5, 3): "劳动节（待公布）",
    (10, 1): "国庆节（待公布）",
    (10, 2): "国庆节（待公布）",
    (10, 3): "国庆节（待公布）",
}

# Early notices write some names as people say them.
NAMES = {"“五一”": "劳动节", "“五一”国际劳动节": "劳动节", "“十一”": "国庆节"}


def main(notices_path):
    notices = read_notices(notices_path)
    last_notice = max(notice["year"] for notice in notices.values())
    target = pathlib.Path(__file__).with_name("china.csv")
    with target.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["date", "works", "name", "source"])
        day = FIRST
        while day <= LAST:
            works, name, source = describe(day, notices.get(day), last_notice)
            rows.writerow([day.isoformat(), int(works), name, source])
            day += datetime.timedelta(days=1)


def read_notices(path):
    notices = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            notice = json.loads(line)
            day = datetime.date.fromisoformat(notice["date"])
            if day in notices:
                raise SystemExit(f"{day} is named twice")
            notices[day] = notice
    return notices


def describe(day, notice, last_notice):
    weekend = day.weekday() >= 5
    if notice:
        name = NAMES.get(notice["name"], notice["name"])
        if notice["is_off_day"]:
            return False, name, ""
        # A weekday named as working (2020-02-03) only says that the holiday is over.
        return True, f"{name}调休上班" if weekend else "", ""
    source = "assumed" if day.year > last_notice else ""
    if source and (day.month, day.day) in ASSUMED:
        return False, ASSUMED[day.month, day.day], source
    return not weekend, "周末" if weekend else "", source


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
