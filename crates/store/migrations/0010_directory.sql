-- What is known of an order beside its matter and place, on which an entry of
-- the directory may depend; '' for what is not. Computed from the journal: no
-- older entry states any, so there is nothing to fill.
ALTER TABLE orders ADD COLUMN subject {text} NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN ownership {text} NOT NULL DEFAULT '';
