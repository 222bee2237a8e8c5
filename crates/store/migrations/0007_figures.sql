-- What happened, counted by day: computed from the journal.
CREATE TABLE figures (
    dimension {text} NOT NULL,            -- all, channel, matter, place, unit
    what      {text} NOT NULL,
    day       {int} NOT NULL,             -- since 1970, in the city's time zone
    code      {text} NOT NULL,            -- of the dimension; '' for all
    count     {int} NOT NULL,
    PRIMARY KEY (dimension, what, day, code)
){packed};
CREATE INDEX orders_open_place ON orders (place, late) WHERE closed_at IS NULL;

-- The first order that is still to be counted, when the database is older.
INSERT INTO meta (name, value)
SELECT 'figures_from', '-9223372036854775808' WHERE EXISTS (SELECT 1 FROM orders);
