-- Figure 9 of DOMAIN 6, and missing reports: facts beside those of the migration `oversight`, counted by the same two
-- functions (decisions 0026 and 0031).

-- An exploitation contact, and whether it was drawn for an audit and read (Rec 23: one in ten).
CREATE FUNCTION fact_audited(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[])
  LANGUAGE sql STABLE AS $$
  SELECT c.id, c.reference, c.received_at, array_remove(ARRAY[CASE WHEN d.record_id IS NOT NULL THEN 'drawn' END, CASE WHEN d.read THEN 'read' END], NULL)
  FROM contact c
  LEFT JOIN (
    SELECT i.record_id, bool_or(EXISTS (SELECT FROM quality_audit_answer a WHERE a.area_id = here AND a.item_id = i.id)) AS read
    FROM quality_audit_item i JOIN quality_audit q ON q.area_id = here AND q.id = i.audit_id AND q.kind = 'contacts'
    WHERE i.area_id = here GROUP BY 1
  ) d ON d.record_id = c.id
  WHERE c.area_id = here AND c.received_at >= p_from AND c.received_at < p_until AND c.exploitation <> 'no' $$;

-- A record of an audit that was drawn in the period, and whether it was read: by one, and where two were to, by a second.
CREATE FUNCTION fact_audit_item(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], audit_kind text)
  LANGUAGE sql STABLE AS $$
  SELECT i.id, i.reference, q.at,
    array_remove(ARRAY[CASE WHEN o.opinions >= 1 THEN 'read' END, CASE WHEN i.second THEN 'second' END, CASE WHEN o.opinions = 2 THEN 'read_twice' END], NULL), q.kind
  FROM quality_audit q JOIN quality_audit_item i ON i.area_id = here AND i.audit_id = q.id
  LEFT JOIN (SELECT a.item_id, count(*) AS opinions FROM quality_audit_answer a WHERE a.area_id = here GROUP BY 1) o ON o.item_id = i.id
  WHERE q.area_id = here AND q.at >= p_from AND q.at < p_until $$;

-- What a first reader judged in the period, a row for each question: whether the record could tell, and whether the
-- answer was yes; where a second reader judged it too, whether they judged alike.
CREATE FUNCTION fact_audit_answer(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], audit_kind text, audit_question text)
  LANGUAGE sql STABLE AS $$
  SELECT md5(a.id::text || g.key)::uuid, i.reference, a.at,
    array_remove(ARRAY[
      CASE WHEN g.value->>'judgement' <> 'cannot_tell' THEN 'told' END,
      CASE WHEN g.value->>'judgement' = 'yes' THEN 'yes' END,
      CASE WHEN q.kind = 'contacts' AND g.key = 'follow_up' THEN 'follow_up' END,
      CASE WHEN s.judgement IS NOT NULL THEN 'twice' END,
      CASE WHEN s.judgement = g.value->>'judgement' THEN 'alike' END], NULL),
    q.kind, q.kind || ' ' || g.key
  FROM quality_audit_answer a
  JOIN quality_audit q ON q.area_id = here AND q.id = a.audit_id
  JOIN quality_audit_item i ON i.area_id = here AND i.id = a.item_id
  CROSS JOIN LATERAL jsonb_each(a.answers) g
  LEFT JOIN LATERAL (SELECT x.answers->g.key->>'judgement' AS judgement FROM quality_audit_answer x WHERE x.area_id = here AND x.item_id = a.item_id AND x.opinion = 2) s ON true
  WHERE a.area_id = here AND a.opinion = 1 AND a.at >= p_from AND a.at < p_until AND g.value->>'judgement' IS NOT NULL $$;

-- A missing report that reached the front door, by what somebody answered when asked whether exploitation is a concern.
CREATE FUNCTION fact_missing_report(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], answer text)
  LANGUAGE sql STABLE AS $$
  SELECT a.id, coalesce(c.reference, k.reference, ''), a.raised_at, array_remove(ARRAY[CASE WHEN a.acknowledged_at IS NOT NULL THEN 'answered' END], NULL), coalesce(a.answer::text, 'waiting')
  FROM alert a LEFT JOIN contact c ON c.area_id = here AND c.id = a.record_id LEFT JOIN cate_case k ON k.area_id = here AND k.id = a.record_id
  WHERE a.area_id = here AND a.kind = 'missing_screen' AND a.raised_at >= p_from AND a.raised_at < p_until $$;

DO $$
DECLARE fact record;
BEGIN
  FOR fact IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname IN ('fact_audited', 'fact_audit_item', 'fact_audit_answer', 'fact_missing_report') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', fact.name);
  END LOOP;
END $$;

-- The words of a question hold nothing about anybody: an analyst reads them beside the numbers.
CREATE POLICY analyst_sees ON audit_question_set FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'analyst');
