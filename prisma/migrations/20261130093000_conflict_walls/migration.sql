-- What a panel decided stands in the histories of the case too: the level with its reason, and the move that followed.
-- Neither is for whoever declared a conflict of interest in that case (decision 19). When it was is the panel's moment.
CREATE FUNCTION app_kept_moments() RETURNS TABLE (case_id uuid, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT d.case_id, d.decided_at FROM panel_decision d WHERE d.item_id IN (SELECT app_conflicted_items()) $$;
GRANT EXECUTE ON FUNCTION app_kept_moments() TO waymark_app;

CREATE POLICY no_interest ON case_level AS RESTRICTIVE FOR SELECT TO waymark_app
  USING ((case_id, at) NOT IN (SELECT k.case_id, k.at FROM app_kept_moments() k));
CREATE POLICY no_interest ON case_stage_move AS RESTRICTIVE FOR SELECT TO waymark_app
  USING ((case_id, at) NOT IN (SELECT k.case_id, k.at FROM app_kept_moments() k));

-- The guard of a fall to Low stands at the history. It stands at the case too, where nobody's sight of the history
-- matters: the example years' own are written by the system.
CREATE FUNCTION case_falls_as_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_role() IS DISTINCT FROM 'system' AND current_user = 'waymark_app'
    AND NOT EXISTS (SELECT FROM exit_proposal p WHERE p.area_id = NEW.area_id AND p.case_id = NEW.id AND p.kind = 'low' AND p.agreed AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a level falls to low only as a second agency agreed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER falls_as_agreed BEFORE UPDATE ON cate_case FOR EACH ROW WHEN (NEW.level = 'low' AND OLD.level > 'low') EXECUTE FUNCTION case_falls_as_agreed();
