-- Requests to see a record and published summaries are for named roles, and not the system's. While an archive that two
-- people let out is being made it reads them too, and at no other time (decision 30).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject_access_request', 'subject_access_move', 'subject_access_passage', 'subject_access_decision', 'subject_access_reading', 'published_summary', 'published_summary_withdrawal'] LOOP
    EXECUTE format($policy$CREATE POLICY leaves ON %I FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'system'
      AND (SELECT EXISTS (SELECT FROM data_release r WHERE r.area_id = (SELECT app_area_id()) AND r.kind = 'archive' AND r.state = 'let_out')))$policy$, t);
  END LOOP;
END $$;
