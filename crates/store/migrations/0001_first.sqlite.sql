-- Full text over words that are cut before they come here, so the tokenizer
-- only divides at blanks. No copy of the texts, no positions: a word is in a
-- document or it is not.
CREATE VIRTUAL TABLE search USING fts5(
    words,
    content = '', contentless_delete = 1, detail = none,
    tokenize = "ascii tokenchars '-_.'"
);
