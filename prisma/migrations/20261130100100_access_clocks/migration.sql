-- Alerts before and after the month of a request to see a record ends (decision 29).

-- The clocks of the area's open requests, for the job that watches them: the system reads requests themselves only while
-- an archive is being made (decision 30). Nothing of whom they are about.
CREATE FUNCTION access_clocks() RETURNS TABLE (id uuid, reference text, due_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT r.id, r.reference, r.due_on FROM subject_access_request r
    WHERE r.area_id = app_area_id() AND app_role() = 'system' AND r.ended_at IS NULL ORDER BY r.due_on, r.id
  $$;
GRANT EXECUTE ON FUNCTION access_clocks() TO waymark_app;

-- That somebody asked can itself be dangerous: these are for those who may know of it, and not for everybody who sees
-- that alerts of others are there.
CREATE POLICY of_requests ON alert AS RESTRICTIVE FOR SELECT TO waymark_app
  USING (kind NOT IN ('access_close', 'access_late') OR (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system'));
