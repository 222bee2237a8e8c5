-- How often an entry of the city's lists was changed, and whether it has
-- ended. An entry without a row was never changed here: version 1.
CREATE TABLE city_entries (
    kind      {text} NOT NULL,            -- unit, matter, place, directory_entry, …
    code      {text} NOT NULL,
    version   {int} NOT NULL,
    ended_at  {int},
    successor {text} NOT NULL,            -- '' when there is none
    PRIMARY KEY (kind, code)
){packed};

-- Who changed what of the city. Nothing is ever changed or deleted.
CREATE TABLE city_changes (
    no      {int} NOT NULL PRIMARY KEY,   -- from 1, without a gap
    at      {int} NOT NULL,
    login   {text} NOT NULL,
    kind    {text} NOT NULL,
    code    {text} NOT NULL,
    act     {text} NOT NULL,              -- put, end
    version {int} NOT NULL,               -- of the entry, after the change
    was     {text} NOT NULL,              -- JSON; '' for a new entry
    became  {text} NOT NULL,              -- JSON
    basis   {text} NOT NULL,
    hash    {blob} NOT NULL               -- SM3 over the hash before and this row
);
CREATE INDEX city_changes_entry ON city_changes (kind, code, no);
