-- Disputes, and the rulings that settled them: computed from the journal.
CREATE TABLE disputes (
    order_id     {int} NOT NULL,
    no           {int} NOT NULL,          -- within the order, from 1
    matter       {text} NOT NULL,         -- of the order now
    place        {text} NOT NULL,
    ground       {text} NOT NULL,
    cause        {text} NOT NULL,
    parties      {text} NOT NULL,         -- units concerned, each between blanks
    opened_at    {int} NOT NULL,
    step         {text} NOT NULL,
    ruled_before {text} NOT NULL,         -- the ruling in force when it was opened; '' for none
    number       {text} NOT NULL,         -- of the ruling; '' while there is none
    lead         {text} NOT NULL,         -- by the ruling; '' while there is none
    effect       {text} NOT NULL,
    scope_matter {text} NOT NULL,         -- '' when it holds for its order alone
    scope_place  {text} NOT NULL,         -- '' for everywhere
    ruled_at     {int},
    late         {int} NOT NULL,          -- 1 when it was ruled on, or stands, after its limit
    executed_at  {int},                   -- when the designated unit began
    objections   {int} NOT NULL,
    upheld       {int} NOT NULL,
    replaces     {text} NOT NULL,
    ended_at     {int},
    ruling       {text} NOT NULL,         -- as the order has it, JSON; '' while there is none
    PRIMARY KEY (order_id, no)
){packed};
CREATE INDEX disputes_number ON disputes (number) WHERE number <> '';
CREATE INDEX disputes_scope ON disputes (scope_matter) WHERE scope_matter <> '' AND ended_at IS NULL;
CREATE INDEX disputes_replaces ON disputes (replaces) WHERE replaces <> '';
CREATE INDEX disputes_matter ON disputes (matter, order_id, no);
CREATE INDEX disputes_opened ON disputes (opened_at);

-- It is still to be filled when the database is older.
DELETE FROM meta WHERE name = 'fill_from';
INSERT INTO meta (name, value)
SELECT 'fill_from', '-9223372036854775808' WHERE EXISTS (SELECT 1 FROM orders);
