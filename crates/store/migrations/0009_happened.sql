-- What happened on a day, to list the orders behind a figure.
CREATE INDEX orders_ended ON orders (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX parts_dispatched ON parts (duty, dispatched_at, order_id);
CREATE INDEX clocks_late ON clocks (kind, due_at, order_id) WHERE late = 1;

-- What is rare is taken out by these; what is not is met on the way.
CREATE INDEX orders_kind ON orders (kind);
CREATE INDEX orders_channel ON orders (channel);
CREATE INDEX orders_level ON orders (level);
CREATE INDEX orders_were_late ON orders (id) WHERE late > 0;
CREATE INDEX orders_were_returned ON orders (id) WHERE returns > 0;
CREATE INDEX orders_disputed ON orders (id) WHERE disputed > 0;
CREATE INDEX orders_redone ON orders (id) WHERE round > 0;
CREATE INDEX orders_supervised ON orders (id) WHERE supervisions > 0;

-- All orders by what is due first, those that never are at the end.
CREATE INDEX orders_all_due ON orders (due_at, id);
