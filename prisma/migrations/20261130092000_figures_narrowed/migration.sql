-- Figures for a practitioner, a team, an agency or a school (decision 0031). The facts of the migration `oversight` are
-- as they were: what narrows one is a condition over its rows, so that a narrowed figure counts rows of the same fact.

-- The condition over the rows `f` of a fact; empty where the fact is not told apart by that. $1 to $6 are those of the
-- fact, $7 is the id: a school's is made of its name (decision 0031).
CREATE FUNCTION figure_condition(p_fact text, p_only text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN p_only = 'agency' THEN CASE
      WHEN p_fact IN ('contact', 'return', 'enquiry') THEN 'f.agency = $7::text'
      WHEN p_fact = 'child' THEN 'f.id IN (
        SELECT coalesce(j.kept_id, c.child_id) FROM contact c LEFT JOIN child_judgement j ON j.area_id = $1 AND j.merged_id = c.child_id AND j.undone_at IS NULL
        WHERE c.area_id = $1 AND c.received_at >= $2 AND c.received_at < $3 AND c.exploitation <> ''no'' AND c.referrer_agency_id = $7)'
      WHEN p_fact = 'cate_referral' THEN 'f.id IN (
        SELECT r.id FROM contact c JOIN referral r ON r.area_id = $1 AND r.contact_id = c.id WHERE c.area_id = $1 AND c.referrer_agency_id = $7)'
      WHEN p_fact = 'referral' THEN 'f.id IN (SELECT r.id FROM referral r WHERE r.area_id = $1 AND r.to_agency_id = $7)'
      WHEN p_fact = 'action' THEN 'f.owner = (SELECT g.name FROM agency g WHERE g.area_id = $1 AND g.id = $7)' END
    WHEN p_only = 'team' AND p_fact IN ('referral', 'cate_referral') THEN 'f.id IN (SELECT r.id FROM referral r WHERE r.area_id = $1 AND r.to_team_id = $7)'
    WHEN p_only = 'school' AND p_fact IN ('contact', 'child') THEN 'md5(f.school)::uuid = $7'
    WHEN p_only = 'school' AND p_fact IN ('referral', 'cate_referral') THEN 'f.id IN (
      SELECT r.id FROM child c JOIN referral r ON r.area_id = $1 AND r.child_id = c.id WHERE c.area_id = $1 AND md5(c.school)::uuid = $7)'
    -- open cases, first panels and reviews know whose they are; everything else of a case is its holder's
    WHEN p_only = 'practitioner' AND p_fact IN ('case', 'panel', 'review') THEN 'f.practitioner = $7::text'
    WHEN p_only = 'team' AND p_fact IN ('case', 'panel', 'review') THEN 'f.practitioner IN (SELECT a.user_id::text FROM role_assignment a WHERE a.area_id = $1 AND a.team_id = $7)'
    WHEN p_only IN ('practitioner', 'team', 'school') THEN format(
      CASE
        WHEN p_fact IN ('case', 'panel', 'closed') THEN 'f.id IN (%1$s)'
        WHEN p_fact = 'review' THEN '(f.id IN (%1$s) OR f.id IN (SELECT x.id FROM case_review x WHERE x.area_id = $1 AND x.case_id IN (%1$s)))'
        WHEN p_fact = 'level' THEN 'f.id IN (SELECT x.id FROM case_level x WHERE x.area_id = $1 AND x.case_id IN (%1$s))'
        WHEN p_fact = 'action' THEN 'f.id IN (SELECT x.id FROM agreed_action x WHERE x.area_id = $1 AND x.case_id IN (%1$s))'
        WHEN p_fact IN ('strategy', 'conference') THEN 'f.id IN (SELECT x.id FROM strategy_meeting x WHERE x.area_id = $1 AND x.case_id IN (%1$s))'
        WHEN p_fact IN ('assessment', 'model', 'indicator') THEN 'f.id IN (SELECT x.id FROM assessment x WHERE x.area_id = $1 AND x.case_id IN (%1$s))' END,
      CASE p_only
        WHEN 'practitioner' THEN 'SELECT k.id FROM cate_case k WHERE k.area_id = $1 AND k.allocated_to_id = $7'
        WHEN 'team' THEN 'SELECT k.id FROM cate_case k JOIN role_assignment a ON a.area_id = $1 AND a.user_id = k.allocated_to_id AND a.team_id = $7 WHERE k.area_id = $1'
        WHEN 'school' THEN 'SELECT k.id FROM cate_case k JOIN child c ON c.area_id = $1 AND c.id = k.child_id WHERE k.area_id = $1 AND md5(c.school)::uuid = $7' END)
  END $$;
REVOKE ALL ON FUNCTION figure_condition(text, text) FROM PUBLIC;

-- figure_counts of some of the rows. Not for analysts: everything less some of it would give small numbers back.
CREATE FUNCTION figure_counts_only(p_fact text, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_by text[], p_working date[], p_days int, p_only text, p_id uuid)
  RETURNS TABLE (part text, keys text[], flags text[], number bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE
    narrowed text := figure_condition(p_fact, p_only);
    listed text;
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor') THEN RETURN; END IF;
    IF narrowed IS NULL THEN RAISE EXCEPTION 'figures of % are not narrowed by %', p_fact, p_only; END IF;
    IF p_by && ARRAY['id', 'reference', 'at', 'flags'] THEN RAISE EXCEPTION 'figures are not broken down by record'; END IF;
    SELECT coalesce(string_agg(format(', f.%I', b), ''), '') INTO listed FROM unnest(p_by) b;
    RETURN QUERY EXECUTE format('WITH f AS MATERIALIZED (SELECT f.flags%s, count(*) AS n FROM %I($1, $2, $3, $4, $5, $6) f WHERE %s GROUP BY f.flags%s) ', listed, 'fact_' || p_fact, narrowed, listed)
      || 'SELECT '''', ARRAY[]::text[], f.flags, sum(f.n)::bigint FROM f GROUP BY f.flags'
      || coalesce((SELECT string_agg(format(' UNION ALL SELECT %L, ARRAY[f.%I], f.flags, sum(f.n)::bigint FROM f GROUP BY 2, f.flags', b, b), '') FROM unnest(p_by) b), '')
      USING app_area_id(), p_from, p_until, p_now, p_working, p_days, p_id;
  END $$;

-- figure_rows of some of the rows.
CREATE FUNCTION figure_rows_only(p_fact text, p_from timestamptz, p_until timestamptz, p_now timestamptz, p_flags text[], p_column text, p_keys text[], p_before timestamptz, p_before_id uuid, p_most int, p_working date[], p_days int, p_only text, p_id uuid)
  RETURNS TABLE (id uuid, reference text, at timestamptz, flags text[], part text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE narrowed text := figure_condition(p_fact, p_only);
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor') THEN RETURN; END IF;
    IF narrowed IS NULL THEN RAISE EXCEPTION 'figures of % are not narrowed by %', p_fact, p_only; END IF;
    RETURN QUERY EXECUTE format('SELECT f.id, f.reference, f.at, f.flags, %s FROM %I($1, $2, $3, $4, $5, $6) f WHERE %s AND f.flags @> $8 AND ($9 IS NULL OR (f.at, f.id) < ($9, $10))%s ORDER BY f.at DESC, f.id DESC LIMIT $11',
        CASE WHEN p_column IS NULL THEN 'NULL::text' ELSE format('f.%I::text', p_column) END, 'fact_' || p_fact, narrowed,
        CASE WHEN p_column IS NULL OR p_keys IS NULL THEN '' ELSE format(' AND f.%I = ANY ($12)', p_column) END)
      USING app_area_id(), p_from, p_until, p_now, p_working, p_days, p_id, p_flags, p_before, p_before_id, p_most, p_keys;
  END $$;

-- Whom and what figures can be narrowed to: people, teams, agencies and schools by name, and no child.
CREATE FUNCTION figure_choices() RETURNS TABLE (only_by text, id uuid, name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE here uuid := app_area_id();
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor') THEN RETURN; END IF;
    RETURN QUERY
      SELECT 'practitioner', u.id, u.name FROM user_account u WHERE u.id IN (
        SELECT k.allocated_to_id FROM cate_case k WHERE k.area_id = here UNION SELECT a.practitioner_id FROM case_allocation a WHERE a.area_id = here)
      UNION ALL SELECT 'team', t.id, t.name FROM team t WHERE t.area_id = here
      UNION ALL SELECT 'agency', g.id, g.name FROM agency g WHERE g.area_id = here
      UNION ALL SELECT DISTINCT 'school', md5(c.school)::uuid, c.school FROM child c WHERE c.area_id = here AND c.school <> ''
      ORDER BY 1, 3, 2;
  END $$;

REVOKE ALL ON FUNCTION figure_counts_only(text, timestamptz, timestamptz, timestamptz, text[], date[], int, text, uuid), figure_rows_only(text, timestamptz, timestamptz, timestamptz, text[], text, text[], timestamptz, uuid, int, date[], int, text, uuid), figure_choices() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_counts_only(text, timestamptz, timestamptz, timestamptz, text[], date[], int, text, uuid), figure_rows_only(text, timestamptz, timestamptz, timestamptz, text[], text, text[], timestamptz, uuid, int, date[], int, text, uuid), figure_choices() TO waymark_app;
