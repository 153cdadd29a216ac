-- Figures. Counted by the owner and answered as numbers, so that a manager or an analyst needs no sight of
-- any record (DOMAIN 4: "figures only"). Each figure has one definition, and it stands here.
CREATE FUNCTION figures(p_from timestamptz, p_until timestamptz)
  RETURNS TABLE (figure text, part text, number bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE here uuid := app_area_id();
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'analyst', 'auditor') THEN RETURN; END IF;
    RETURN QUERY
    WITH period AS (
      SELECT c.id, c.child_id, c.exploitation, c.source_code, c.decision_due, d.reported_as, d.decided_at
      FROM contact c LEFT JOIN contact_decision d ON d.area_id = c.area_id AND d.contact_id = c.id
      WHERE c.area_id = here AND c.received_at >= p_from AND c.received_at < p_until
    ), concern AS (SELECT * FROM period WHERE period.exploitation <> 'no')
    SELECT 'contacts', 'all', count(*) FROM period
    UNION ALL SELECT 'contacts', 'exploitation', count(*) FROM concern
    UNION ALL SELECT 'children', 'exploitation', count(DISTINCT concern.child_id) FROM concern
    UNION ALL SELECT 'source', concern.source_code, count(*) FROM concern GROUP BY concern.source_code
    UNION ALL SELECT 'outcome', coalesce(concern.reported_as::text, 'undecided'), count(*) FROM concern GROUP BY concern.reported_as
    UNION ALL SELECT 'decision', 'decided', count(*) FROM period WHERE period.decided_at IS NOT NULL
    UNION ALL SELECT 'decision', 'in_time', count(*) FROM period WHERE period.decided_at <= period.decision_due
    UNION ALL SELECT 'referral', 'cate', count(*) FROM referral r
      WHERE r.area_id = here AND r.outcome = 'cate' AND r.sent_at >= p_from AND r.sent_at < p_until
    UNION ALL SELECT 'open_case', coalesce(k.level::text, 'not_assessed'), count(*) FROM cate_case k
      WHERE k.area_id = here AND k.opened_at < p_until AND (k.closed_at IS NULL OR k.closed_at >= p_until) GROUP BY k.level
    UNION ALL SELECT 'panel', 'due', count(*) FROM cate_case k
      WHERE k.area_id = here AND k.referred_at >= p_from AND k.referred_at < p_until AND (k.panel_held_at IS NOT NULL OR k.panel_due < now())
    UNION ALL SELECT 'panel', 'in_time', count(*) FROM cate_case k
      WHERE k.area_id = here AND k.referred_at >= p_from AND k.referred_at < p_until AND k.panel_held_at <= k.panel_due;
  END $$;
GRANT EXECUTE ON FUNCTION figures(timestamptz, timestamptz) TO waymark_app;
