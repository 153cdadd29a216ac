-- The day a request is due runs from when it was received, and moves once, with a reason (decision 0029). The guard of
-- an extension stood only after the first: before it, another day could be written over this one with nothing said.
CREATE FUNCTION access_due_as_extended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a request is due on another day only by being extended' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER due_as_extended BEFORE UPDATE ON subject_access_request FOR EACH ROW WHEN (NEW.due_on <> OLD.due_on AND NEW.extended_at IS NULL) EXECUTE FUNCTION access_due_as_extended();
