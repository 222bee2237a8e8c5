-- 模型: what proposes matters and units, each training a row of its own, with
-- its figures.
CREATE TABLE models (
    kind    {text} NOT NULL,
    no      {int} NOT NULL,
    made_at {int} NOT NULL,
    figures {text} NOT NULL,               -- JSON
    bytes   {blob} NOT NULL,
    PRIMARY KEY (kind, no)
);
