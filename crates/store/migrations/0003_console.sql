-- What the form of an appeal is helped by: the default level of a matter, and
-- words by which it is found.
ALTER TABLE matters ADD COLUMN urgency {text} NOT NULL DEFAULT '';
ALTER TABLE matters ADD COLUMN keywords {text} NOT NULL DEFAULT '';
