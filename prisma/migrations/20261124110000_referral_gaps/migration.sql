-- What was sent to whom stays as it was, the service of the directory included.
CREATE OR REPLACE FUNCTION referral_stays_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.contact_id, NEW.outcome, NEW.to_team_id, NEW.to_service, NEW.to_service_id, NEW.to_agency_id, NEW.follows_id, NEW.summary, NEW.sent_at, NEW.sent_by_id)
    IS DISTINCT FROM (OLD.contact_id, OLD.outcome, OLD.to_team_id, OLD.to_service, OLD.to_service_id, OLD.to_agency_id, OLD.follows_id, OLD.summary, OLD.sent_at, OLD.sent_by_id)
  THEN RAISE EXCEPTION 'a referral stays as it was sent' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;

-- A referral goes from state to state as the pathway has it (lib/pathway/states), whoever writes: one that is
-- closed stays closed, and one that was declined leads nowhere but to its acceptance after a challenge.
CREATE FUNCTION referral_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state::text, NEW.state::text) NOT IN (
    ('sent', 'acknowledged'), ('sent', 'accepted'), ('sent', 'declined'),
    ('acknowledged', 'accepted'), ('acknowledged', 'declined'),
    ('accepted', 'action_taken'), ('accepted', 'declined'),
    ('declined', 'accepted'), ('action_taken', 'closed'))
  THEN RAISE EXCEPTION 'a referral cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE OF state ON referral
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION referral_moves_on();
