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

-- All of it is still to be filled when the database is older.
DELETE FROM meta WHERE name = 'fill_from';
INSERT INTO meta (name, value)
SELECT 'fill_from', '-9223372036854775808' WHERE EXISTS (SELECT 1 FROM orders);
