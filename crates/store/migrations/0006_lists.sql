-- Each unit's orders in the order of its list; computed from the journal like
-- the rest of the row.
ALTER TABLE involved ADD COLUMN due_at {int} NOT NULL DEFAULT 9223372036854775807;
UPDATE involved SET due_at = COALESCE((SELECT o.due_at FROM orders AS o WHERE o.id = involved.order_id), due_at);
DROP INDEX involved_unit;
CREATE INDEX involved_due ON involved (unit, open, due_at, order_id);

-- Whether anybody is complained of anywhere.
CREATE INDEX accused_unit ON accused (unit);
