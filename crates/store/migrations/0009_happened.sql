-- What happened on a day, to list the orders behind a figure.
CREATE INDEX orders_ended ON orders (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX parts_dispatched ON parts (duty, dispatched_at, order_id);
CREATE INDEX clocks_late ON clocks (kind, due_at, order_id) WHERE late = 1;
