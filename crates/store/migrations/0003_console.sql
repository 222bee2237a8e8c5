-- What the form of an appeal is helped by: the default level of a matter, and
-- words by which it is found.
ALTER TABLE matters ADD COLUMN urgency {text} NOT NULL DEFAULT '';
ALTER TABLE matters ADD COLUMN keywords {text} NOT NULL DEFAULT '';

-- What lists show of an order without opening it: computed from the journal.
ALTER TABLE orders ADD COLUMN holder {text} NOT NULL DEFAULT '';       -- of the lead part now; '' when there is none
ALTER TABLE orders ADD COLUMN calls {int} NOT NULL DEFAULT 0;          -- attempts to call back, in this round
ALTER TABLE orders ADD COLUMN reminders {int} NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN supervisions {int} NOT NULL DEFAULT 0;
CREATE INDEX orders_late ON orders (due_at, id) WHERE closed_at IS NULL AND late > 0;
CREATE INDEX orders_returned ON orders (due_at, id) WHERE closed_at IS NULL AND returns > 0;

-- What an order waits for, and of whom: computed from the journal.
CREATE TABLE awaiting (
    order_id {int} NOT NULL,
    what     {text} NOT NULL,
    part     {int} NOT NULL,              -- 0: of the whole order
    unit     {text} NOT NULL,             -- that it is about; '' for none
    since    {int} NOT NULL,
    due_at   {int} NOT NULL,              -- the greatest number: never
    PRIMARY KEY (order_id, what, part, unit)
){packed};
CREATE INDEX awaiting_what ON awaiting (what, due_at, order_id);
CREATE INDEX awaiting_unit ON awaiting (unit, what, due_at, order_id);

-- What a person keeps for their screens.
CREATE TABLE views (
    login      {text} NOT NULL,
    name       {text} NOT NULL,
    workplace  {text} NOT NULL,
    query      {text} NOT NULL,           -- of a list, as it stands in an address
    changed_at {int} NOT NULL,
    PRIMARY KEY (login, name)
){packed};
CREATE TABLE preferences (
    login    {text} NOT NULL PRIMARY KEY,
    language {text} NOT NULL,
    theme    {text} NOT NULL,
    density  {text} NOT NULL
);

-- What an operator was doing, from when to when.
CREATE TABLE operator_states (
    id       {serial},
    login    {text} NOT NULL,
    state    {text} NOT NULL,
    since    {int} NOT NULL,
    ended_at {int}                        -- none while it lasts
);
CREATE INDEX operator_states_login ON operator_states (login, since);
CREATE INDEX operator_states_since ON operator_states (since);

-- Calls that an operator ended because they were harassed.
CREATE TABLE call_endings (
    call_id {int} NOT NULL PRIMARY KEY,
    login   {text} NOT NULL,
    reason  {text} NOT NULL,
    steps   {text} NOT NULL,              -- of the script that were said, divided by commas
    at      {int} NOT NULL
);
CREATE INDEX calls_phone ON calls (phone_hash, started_at) WHERE phone_hash IS NOT NULL;
CREATE INDEX calls_login ON calls (login, started_at);

-- An operator's own day.
CREATE INDEX journal_desk ON journal (actor, at) WHERE act IN ('register', 'accept', 'answer_at_once', 'refuse', 'transfer');

-- All of it is still to be filled when the database is older.
DELETE FROM meta WHERE name = 'fill_from';
INSERT INTO meta (name, value)
SELECT 'fill_from', '-9223372036854775808' WHERE EXISTS (SELECT 1 FROM orders);
