-- A request to see a record holds a copy of the record, and so of what is kept from whoever declared a conflict of
-- interest in a case of it (decision 29). The copy is kept from them too.

-- The requests about a young person in a case of whom the person asking declared an interest, by whichever of the records
-- that were judged to be one. Auditors read everything, and the system has no interests, as in app_conflicted_items().
CREATE FUNCTION app_conflicted_requests() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.user_id FROM app_assignment() a WHERE a.role NOT IN ('auditor', 'system')),
    own AS (
      SELECT k.area_id, coalesce(j.kept_id, k.child_id) AS child_id
      FROM panel_conflict c JOIN asking ON asking.area_id = c.area_id AND asking.user_id = c.user_id
      JOIN cate_case k ON k.area_id = c.area_id AND k.id = c.case_id
      LEFT JOIN child_judgement j ON j.area_id = k.area_id AND j.merged_id = k.child_id AND j.undone_at IS NULL
      WHERE c.lifted_at IS NULL)
    SELECT r.id FROM own JOIN subject_access_request r ON r.area_id = own.area_id
    LEFT JOIN child_judgement j ON j.area_id = r.area_id AND j.merged_id = r.child_id AND j.undone_at IS NULL
    WHERE coalesce(j.kept_id, r.child_id) = own.child_id
  $$;
GRANT EXECUTE ON FUNCTION app_conflicted_requests() TO waymark_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject_access_passage', 'subject_access_decision', 'subject_access_reading'] LOOP
    EXECUTE format('CREATE POLICY no_interest ON %I AS RESTRICTIVE FOR SELECT TO waymark_app USING (request_id NOT IN (SELECT app_conflicted_requests()))', t);
  END LOOP;
END $$;
