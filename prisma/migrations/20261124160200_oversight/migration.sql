-- Oversight (decision 0026). What the figures of DOMAIN 6 are counted from: for each kind of thing that is counted one
-- function, `fact_<name>`, with a row for each. Its flags say what is true of it, its other columns what it may be
-- broken down by. lib/oversight/definitions names the figures over them. A count and the rows behind it read the same
-- function, so that they cannot differ.
--
-- All take the area, the period (from, until: instants, the second not included), now, and where working days matter
-- the working days of the time in order, with the number of them that is the limit. They belong to the owner and
-- nobody else may call them: figure_counts answers with numbers and figure_rows with references.
DROP FUNCTION figures(timestamptz, timestamptz);

-- The same London time so many working days later; empty where that is beyond the working days given.
CREATE FUNCTION working_days_later(p_at timestamptz, p_days int, p_working date[]) RETURNS timestamptz LANGUAGE sql STABLE
  AS $$ SELECT (p_working[width_bucket((p_at AT TIME ZONE 'Europe/London')::date, p_working) + p_days] + (p_at AT TIME ZONE 'Europe/London')::time) AT TIME ZONE 'Europe/London' $$;

CREATE FUNCTION fact_contact(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], month text, source text, outcome text, agency text, school text, sex text, ethnicity text, age text)
  LANGUAGE sql STABLE AS $$
  SELECT c.id, c.reference, c.received_at,
    array_remove(ARRAY[
      CASE WHEN c.exploitation <> 'no' THEN 'exploitation' END,
      CASE WHEN d.decided_at IS NOT NULL THEN 'decided' END,
      CASE WHEN d.decided_at <= c.decision_due THEN 'in_time' END], NULL),
    to_char(c.received_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), c.source_code, coalesce(d.reported_as::text, 'undecided'),
    coalesce(c.referrer_agency_id::text, 'none'), coalesce(nullif(k.school, ''), 'not_known'),
    coalesce(k.sex::text, 'U'), coalesce(k.ethnicity, 'NOBT'),
    coalesce(extract(year FROM age((c.received_at AT TIME ZONE 'Europe/London')::date, k.date_of_birth))::int::text, 'not_known')
  FROM contact c
  LEFT JOIN contact_decision d ON d.area_id = c.area_id AND d.contact_id = c.id
  LEFT JOIN child k ON k.area_id = c.area_id AND k.id = c.child_id
  WHERE c.area_id = here AND c.received_at >= p_from AND c.received_at < p_until $$;

-- A child once, however many contacts; records that a person judged to be one child are one (decision 0010).
CREATE FUNCTION fact_child(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], sex text, ethnicity text, age text, school text)
  LANGUAGE sql STABLE AS $$
  SELECT k.id, k.reference, told.at, '{}'::text[], k.sex::text, k.ethnicity,
    coalesce(extract(year FROM age((told.at AT TIME ZONE 'Europe/London')::date, k.date_of_birth))::int::text, 'not_known'), coalesce(nullif(k.school, ''), 'not_known')
  FROM (
    SELECT coalesce(j.kept_id, c.child_id) AS child_id, min(c.received_at) AS at
    FROM contact c LEFT JOIN child_judgement j ON j.area_id = here AND j.merged_id = c.child_id AND j.undone_at IS NULL
    WHERE c.area_id = here AND c.received_at >= p_from AND c.received_at < p_until AND c.exploitation <> 'no' AND c.child_id IS NOT NULL
    GROUP BY 1
  ) told JOIN child k ON k.area_id = here AND k.id = told.child_id $$;

CREATE FUNCTION fact_cate_referral(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], month text, source text, sex text, ethnicity text, age text)
  LANGUAGE sql STABLE AS $$
  SELECT r.id, c.reference, r.sent_at,
    array_remove(ARRAY[
      CASE WHEN r.state IN ('accepted', 'action_taken', 'closed') THEN 'accepted' END,
      CASE WHEN r.state = 'declined' THEN 'declined' END,
      CASE WHEN r.before >= r.sent_at - interval '12 months' THEN 'again' END], NULL),
    to_char(r.sent_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), c.source_code, coalesce(k.sex::text, 'U'), coalesce(k.ethnicity, 'NOBT'),
    coalesce(extract(year FROM age((r.sent_at AT TIME ZONE 'Europe/London')::date, k.date_of_birth))::int::text, 'not_known')
  FROM (
    -- one that was sent on in place of another is not a second referral of the child
    SELECT r.*, CASE WHEN r.follows_id IS NULL AND r.child_id IS NOT NULL THEN lag(r.sent_at) OVER (PARTITION BY coalesce(j.kept_id, r.child_id) ORDER BY r.sent_at, r.id) END AS before
    FROM referral r LEFT JOIN child_judgement j ON j.area_id = here AND j.merged_id = r.child_id AND j.undone_at IS NULL
    WHERE r.area_id = here AND r.outcome = 'cate' AND r.sent_at >= p_from - interval '12 months' AND r.sent_at < p_until
  ) r
  JOIN contact c ON c.area_id = here AND c.id = r.contact_id
  LEFT JOIN child k ON k.area_id = here AND k.id = r.child_id
  WHERE r.sent_at >= p_from $$;

-- A case that was open as the period ended, as it stood then.
CREATE FUNCTION fact_case(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], sex text, ethnicity text, age text, level text, change text, practitioner text)
  LANGUAGE sql STABLE AS $$
  SELECT k.id, k.reference, k.opened_at,
    array_remove(ARRAY[
      CASE WHEN l.last IS NOT NULL THEN 'assessed' END,
      CASE WHEN p.id IS NOT NULL THEN 'plan' END,
      CASE WHEN p.young THEN 'young' END, CASE WHEN p.parent THEN 'parent' END,
      CASE WHEN p.young AND p.parent THEN 'both' END], NULL),
    c.sex::text, c.ethnicity, coalesce(extract(year FROM age(((p_until - interval '1 millisecond') AT TIME ZONE 'Europe/London')::date, c.date_of_birth))::int::text, 'not_known'),
    coalesce(l.last::text, 'not_assessed'),
    CASE WHEN l.last < l.first THEN 'lower' WHEN l.last > l.first THEN 'higher' WHEN l.last IS NOT NULL THEN 'same' ELSE 'not_assessed' END,
    coalesce(a.practitioner_id::text, 'none')
  FROM cate_case k
  JOIN child c ON c.area_id = here AND c.id = k.child_id
  -- a case that came without a history has the level and the practitioner that it has now
  LEFT JOIN LATERAL (
    SELECT coalesce((array_agg(x.level ORDER BY x.at DESC, x.id DESC) FILTER (WHERE x.at < p_until))[1], CASE WHEN count(*) = 0 THEN k.level END) AS last,
      coalesce((array_agg(x.level ORDER BY x.at, x.id))[1], k.level) AS first
    FROM case_level x WHERE x.area_id = here AND x.case_id = k.id
  ) l ON true
  LEFT JOIN LATERAL (
    SELECT coalesce((array_agg(x.practitioner_id ORDER BY x.at DESC, x.id DESC) FILTER (WHERE x.at < p_until))[1], CASE WHEN count(*) = 0 THEN k.allocated_to_id END) AS practitioner_id
    FROM case_allocation x WHERE x.area_id = here AND x.case_id = k.id
  ) a ON true
  LEFT JOIN LATERAL (
    SELECT v.id,
      EXISTS (SELECT FROM safety_plan_involvement i WHERE i.area_id = here AND i.version_id = v.id AND i.involved AND i.how <> '' AND i.party = 'young') AS young,
      EXISTS (SELECT FROM safety_plan_involvement i WHERE i.area_id = here AND i.version_id = v.id AND i.involved AND i.how <> '' AND i.party <> 'young') AS parent
    FROM safety_plan s JOIN safety_plan_version v ON v.area_id = here AND v.plan_id = s.id
    WHERE s.area_id = here AND s.case_id = k.id AND v.issued AND v.at < p_until ORDER BY v.number DESC LIMIT 1
  ) p ON true
  WHERE k.area_id = here AND k.opened_at < p_until AND (k.closed_at IS NULL OR k.closed_at >= p_until) $$;

-- The first risk panel of a case that was referred in the period.
CREATE FUNCTION fact_panel(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], practitioner text)
  LANGUAGE sql STABLE AS $$
  SELECT k.id, k.reference, k.referred_at,
    array_remove(ARRAY[
      CASE WHEN k.panel_held_at IS NOT NULL OR k.panel_due < p_now THEN 'due' END,
      CASE WHEN k.panel_held_at <= k.panel_due THEN 'in_time' END], NULL),
    coalesce(k.allocated_to_id::text, 'none')
  FROM cate_case k WHERE k.area_id = here AND k.referred_at >= p_from AND k.referred_at < p_until $$;

CREATE FUNCTION fact_closed(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], weeks text, reason text, level text)
  LANGUAGE sql STABLE AS $$
  SELECT k.id, k.reference, k.closed_at, '{}'::text[], greatest(0, floor(extract(epoch FROM k.closed_at - k.opened_at) / 604800))::int::text,
    coalesce(k.closure_reason, 'none'), coalesce(k.level::text, 'not_assessed')
  FROM cate_case k WHERE k.area_id = here AND k.closed_at >= p_from AND k.closed_at < p_until $$;

-- A level that was agreed in the period, beside the one before it.
CREATE FUNCTION fact_level(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], step text, level text)
  LANGUAGE sql STABLE AS $$
  SELECT l.id, l.reference, l.at, '{}'::text[],
    CASE WHEN l.before IS NULL THEN 'first' WHEN l.level > l.before THEN 'up' WHEN l.level < l.before THEN 'down' ELSE 'same' END, l.level::text
  FROM (
    SELECT x.id, k.reference, x.at, x.level, lag(x.level) OVER (PARTITION BY x.case_id ORDER BY x.at, x.id) AS before
    FROM case_level x JOIN cate_case k ON k.area_id = here AND k.id = x.case_id WHERE x.area_id = here AND x.at < p_until
  ) l WHERE l.at >= p_from $$;

-- A review that fell due in the period, held or not.
CREATE FUNCTION fact_review(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], practitioner text)
  LANGUAGE sql STABLE AS $$
  SELECT r.id, k.reference, r.due_at, array_remove(ARRAY['due', CASE WHEN r.at <= r.due_at THEN 'in_time' END], NULL), coalesce(k.allocated_to_id::text, 'none')
  FROM case_review r JOIN cate_case k ON k.area_id = here AND k.id = r.case_id
  WHERE r.area_id = here AND r.due_at >= p_from AND r.due_at < p_until
  UNION ALL
  SELECT k.id, k.reference, k.next_review_due, ARRAY['due'], coalesce(k.allocated_to_id::text, 'none')
  FROM cate_case k WHERE k.area_id = here AND k.closed_at IS NULL AND k.panel_held_at IS NOT NULL
    AND k.next_review_due >= p_from AND k.next_review_due < least(p_until, p_now) $$;

CREATE FUNCTION fact_referral(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], receiver text, kind text)
  LANGUAGE sql STABLE AS $$
  SELECT r.id, c.reference, r.sent_at,
    array_remove(ARRAY[
      CASE WHEN r.heard_at IS NOT NULL OR working_days_later(r.sent_at, p_days, p_working) < p_now THEN 'due' END,
      CASE WHEN r.heard_at <= working_days_later(r.sent_at, p_days, p_working) THEN 'in_time' END,
      CASE WHEN r.heard_at IS NULL THEN 'silent' END], NULL),
    coalesce(g.name, t.name, r.to_service, 'not_known'), r.outcome::text
  FROM (SELECT r.*, coalesce(r.acknowledged_at, r.responded_at) AS heard_at FROM referral r) r
  JOIN contact c ON c.area_id = here AND c.id = r.contact_id
  LEFT JOIN agency g ON g.area_id = here AND g.id = r.to_agency_id
  LEFT JOIN team t ON t.area_id = here AND t.id = r.to_team_id
  WHERE r.area_id = here AND r.sent_at >= p_from AND r.sent_at < p_until $$;

-- An action that was open as the period ended. Whoever signs in stands for their agency.
CREATE FUNCTION fact_action(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], owner text)
  LANGUAGE sql STABLE AS $$
  SELECT x.id, k.reference, x.agreed_at, array_remove(ARRAY[CASE WHEN x.due_on < (least(p_until, p_now) AT TIME ZONE 'Europe/London')::date THEN 'overdue' END], NULL),
    CASE x.owner_kind WHEN 'agency' THEN g.name WHEN 'person' THEN coalesce((
        SELECT min(o.name) FROM role_assignment ra JOIN agency o ON o.area_id = here AND o.id = ra.agency_id WHERE ra.area_id = here AND ra.user_id = x.owner_user_id), 'person')
      ELSE x.owner_kind::text END
  FROM agreed_action x
  JOIN cate_case k ON k.area_id = here AND k.id = x.case_id
  LEFT JOIN agency g ON g.area_id = here AND g.id = x.owner_agency_id
  LEFT JOIN LATERAL (
    SELECT coalesce((array_agg(w.state ORDER BY w.at DESC, w.id DESC) FILTER (WHERE w.at < p_until))[1], CASE WHEN count(*) = 0 THEN x.state ELSE 'open' END) AS state
    FROM action_answer w WHERE w.area_id = here AND w.action_id = x.id
  ) s ON true
  WHERE x.area_id = here AND x.agreed_at < p_until AND s.state = 'open' $$;

-- A strategy meeting that was planned for the period, and its minutes.
CREATE FUNCTION fact_strategy(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], called_from text)
  LANGUAGE sql STABLE AS $$
  SELECT m.id, k.reference, m.planned_at,
    array_remove(ARRAY[
      CASE WHEN m.held_at IS NOT NULL OR m.planned_at < p_now THEN 'due' END,
      CASE WHEN (m.held_at AT TIME ZONE 'Europe/London')::date <= (m.planned_at AT TIME ZONE 'Europe/London')::date THEN 'in_time' END,
      CASE WHEN m.minutes_out_at IS NOT NULL OR working_days_later(m.held_at, p_days, p_working) < p_now THEN 'minutes' END,
      CASE WHEN m.minutes_out_at <= working_days_later(m.held_at, p_days, p_working) THEN 'minutes_in_time' END], NULL), m.called_from::text
  FROM strategy_meeting m JOIN cate_case k ON k.area_id = here AND k.id = m.case_id
  WHERE m.area_id = here AND m.planned_at >= p_from AND m.planned_at < p_until $$;

-- The conference of a section 47 that began at a strategy meeting, due in the period.
CREATE FUNCTION fact_conference(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[])
  LANGUAGE sql STABLE AS $$
  SELECT d.meeting_id, k.reference, d.conference_due,
    array_remove(ARRAY[
      CASE WHEN s.on_day IS NOT NULL OR d.conference_due < p_now THEN 'due' END,
      CASE WHEN s.on_day <= (d.conference_due AT TIME ZONE 'Europe/London')::date THEN 'in_time' END], NULL)
  FROM strategy_decision d JOIN cate_case k ON k.area_id = here AND k.id = d.case_id
  LEFT JOIN protection_step s ON s.area_id = here AND s.meeting_id = d.meeting_id AND s.kind = 'conference_held'
  WHERE d.area_id = here AND d.conference_due >= p_from AND d.conference_due < p_until
    AND NOT EXISTS (SELECT FROM protection_step n WHERE n.area_id = here AND n.meeting_id = d.meeting_id AND n.kind = 'conference_not_needed') $$;

CREATE FUNCTION fact_assessment(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], suggestion text)
  LANGUAGE sql STABLE AS $$
  SELECT a.id, k.reference, a.finished_at, array_remove(ARRAY[CASE WHEN a.young_view <> '' THEN 'young' END, CASE WHEN a.parents_view <> '' THEN 'parent' END], NULL), coalesce(a.direction::text, 'none')
  FROM assessment a JOIN cate_case k ON k.area_id = here AND k.id = a.case_id
  WHERE a.area_id = here AND a.finished_at >= p_from AND a.finished_at < p_until $$;

-- The same, a row for each kind of exploitation that it names: more rows than assessments.
CREATE FUNCTION fact_model(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], model text)
  LANGUAGE sql STABLE AS $$
  SELECT a.id, k.reference, a.finished_at, '{}'::text[], m.model
  FROM assessment a JOIN cate_case k ON k.area_id = here AND k.id = a.case_id
  CROSS JOIN LATERAL (SELECT DISTINCT unnest(CASE WHEN a.models = '{}' THEN ARRAY['none'] ELSE a.models END) AS model) m
  WHERE a.area_id = here AND a.finished_at >= p_from AND a.finished_at < p_until $$;

-- The same, a row for each indicator that was answered yes or suspected.
CREATE FUNCTION fact_indicator(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], indicator text)
  LANGUAGE sql STABLE AS $$
  SELECT a.id, k.reference, a.finished_at, '{}'::text[], a.set_ref || ' ' || i.key
  FROM assessment a JOIN cate_case k ON k.area_id = here AND k.id = a.case_id
  CROSS JOIN LATERAL jsonb_each(a.answers) i
  WHERE a.area_id = here AND a.finished_at >= p_from AND a.finished_at < p_until AND i.value->>'answer' IN ('yes', 'suspected') $$;

-- What a panel that was held in the period had asked an agency about a case.
CREATE FUNCTION fact_return(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], agency text)
  LANGUAGE sql STABLE AS $$
  SELECT md5(i.id::text || v.agency_id::text)::uuid, k.reference, p.held_at,
    array_remove(ARRAY[CASE WHEN r.at IS NOT NULL OR p.returns_due < p_now THEN 'due' END, CASE WHEN r.at <= p.returns_due THEN 'in_time' END,
      CASE WHEN r.at IS NULL AND p.returns_due < p_now THEN 'missing' END], NULL), v.agency_id::text
  FROM panel p
  JOIN panel_item i ON i.area_id = here AND i.panel_id = p.id
  JOIN panel_invitation v ON v.area_id = here AND v.panel_id = p.id AND v.withdrawn_at IS NULL
  JOIN cate_case k ON k.area_id = here AND k.id = i.case_id
  LEFT JOIN LATERAL (SELECT min(x.at) AS at FROM panel_return x WHERE x.area_id = here AND x.item_id = i.id AND x.agency_id = v.agency_id) r ON true
  WHERE p.area_id = here AND p.held_at >= p_from AND p.held_at < p_until $$;

-- What an enquiry asked of an agency, due in the period.
CREATE FUNCTION fact_enquiry(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], agency text)
  LANGUAGE sql STABLE AS $$
  SELECT r.id, r.reference, r.asked_at,
    array_remove(ARRAY[CASE WHEN r.answered_at IS NOT NULL OR r.due_at < p_now THEN 'due' END, CASE WHEN r.answered_at <= r.due_at THEN 'in_time' END], NULL), r.agency_id::text
  FROM enquiry_request r WHERE r.area_id = here AND r.asked_at >= p_from AND r.asked_at < p_until $$;

-- An open case that somebody holds, at the moment when the young person was last seen: the opening where that was never.
-- Its level is a flag. Entries that were corrected do not count.
CREATE FUNCTION fact_seen(here uuid, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], practitioner text)
  LANGUAGE sql STABLE AS $$
  SELECT k.id, k.reference, coalesce(s.at, k.opened_at), array_remove(ARRAY[k.level::text, CASE WHEN s.at IS NULL THEN 'never' END], NULL), k.allocated_to_id::text
  FROM cate_case k
  LEFT JOIN LATERAL (
    SELECT max(x.happened_at) AS at FROM case_session x WHERE x.area_id = here AND x.case_id = k.id AND x.type IN ('direct', 'accompanied')
      AND NOT EXISTS (SELECT FROM case_session c WHERE c.area_id = here AND c.corrects_id = x.id)
  ) s ON true
  WHERE k.area_id = here AND k.closed_at IS NULL AND k.allocated_to_id IS NOT NULL $$;

DO $$
DECLARE fact record;
BEGIN
  FOR fact IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND (p.proname LIKE 'fact\_%' OR p.proname = 'working_days_later') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', fact.name);
  END LOOP;
END $$;

-- Numbers, for whoever reads figures: no sight of any record is needed for them (DOMAIN 4). In all, and by each of
-- `p_by`: the name of a column, or of two with a comma between. Never by what would tell one row from another.
CREATE FUNCTION figure_counts(p_fact text, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_by text[], p_working date[], p_days int)
  RETURNS TABLE (part text, keys text[], flags text[], number bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE
    columns text[] := ARRAY(SELECT DISTINCT one FROM unnest(p_by) b, unnest(string_to_array(b, ',')) one ORDER BY one);
    listed text;
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'analyst', 'auditor') THEN RETURN; END IF;
    IF columns && ARRAY['id', 'reference', 'at', 'flags'] THEN RAISE EXCEPTION 'figures are not broken down by record'; END IF;
    SELECT coalesce(string_agg(format(', f.%I', one), ''), '') INTO listed FROM unnest(columns) one;
    RETURN QUERY EXECUTE format('WITH f AS MATERIALIZED (SELECT f.flags%s, count(*) AS n FROM %I($1, $2, $3, $4, $5, $6) f GROUP BY f.flags%s) ', listed, 'fact_' || p_fact, listed)
      || 'SELECT '''', ARRAY[]::text[], f.flags, sum(f.n)::bigint FROM f GROUP BY f.flags'
      || coalesce((SELECT string_agg(format(' UNION ALL SELECT %L, ARRAY[%s], f.flags, sum(f.n)::bigint FROM f GROUP BY 2, f.flags', b,
           (SELECT string_agg(format('f.%I', one), ', ' ORDER BY place) FROM unnest(string_to_array(b, ',')) WITH ORDINALITY u(one, place))), '') FROM unnest(p_by) b), '')
      USING app_area_id(), p_from, p_until, p_now, p_working, p_days;
  END $$;

-- The rows behind a figure, the newest first: references and moments, and no child's name; with a column, what stands
-- in it, and with keys those that have one of them. Not for analysts.
CREATE FUNCTION figure_rows(p_fact text, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_flags text[], p_column text, p_keys text[], p_before timestamptz, p_before_id uuid, p_most int, p_working date[], p_days int)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], part text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor') THEN RETURN; END IF;
    RETURN QUERY EXECUTE format('SELECT f.id, f.reference, f.at, f.flags, %s FROM %I($1, $2, $3, $4, $5, $6) f WHERE f.flags @> $7 AND ($8 IS NULL OR (f.at, f.id) < ($8, $9))%s ORDER BY f.at DESC, f.id DESC LIMIT $10',
        CASE WHEN p_column IS NULL THEN 'NULL::text' ELSE format('f.%I::text', p_column) END, 'fact_' || p_fact,
        CASE WHEN p_column IS NULL OR p_keys IS NULL THEN '' ELSE format(' AND f.%I = ANY ($11)', p_column) END)
      USING app_area_id(), p_from, p_until, p_now, p_working, p_days, p_flags, p_before, p_before_id, p_most, p_keys;
  END $$;

REVOKE ALL ON FUNCTION figure_counts(text, timestamptz, timestamptz, timestamptz, text[], date[], int), figure_rows(text, timestamptz, timestamptz, timestamptz, text[], text, text[], timestamptz, uuid, int, date[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_counts(text, timestamptz, timestamptz, timestamptz, text[], date[], int), figure_rows(text, timestamptz, timestamptz, timestamptz, text[], text, text[], timestamptz, uuid, int, date[], int) TO waymark_app;
