-- Full text over words that are cut before they come here. Every document
-- also holds the names of the blocks of documents that it lies in (see
-- src/search/postgres.rs). What GIN has not sorted in yet would be
-- read by every search, so it sorts in at once.
CREATE TABLE search (
    doc_id BIGINT NOT NULL PRIMARY KEY,
    words  TSVECTOR NOT NULL
);
CREATE INDEX search_words ON search USING GIN (words) WITH (fastupdate = off);
