-- Whether a password was given by somebody else, and is to be changed at its
-- first use.
ALTER TABLE accounts ADD COLUMN password_given {int} NOT NULL DEFAULT 0;
