-- Records that may be one child, again: a date of birth, a sound of a name, a telephone or a home that more than 200
-- records share tells nobody apart (a placeholder of an earlier system, a hostel), and walking all their pairs took
-- longer than a page may. What is shared by many still counts together: a date with a name. And no loop within a loop:
-- right after records were brought in the planner knows nothing of them, and would choose one. The rest is as it was.
CREATE OR REPLACE FUNCTION child_pairs(p_limit int) RETURNS TABLE (first_id uuid, second_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off
  AS $$
  DECLARE here uuid := app_area_id(); many int := 200;
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor') THEN RETURN; END IF;
    RETURN QUERY
    WITH kid AS MATERIALIZED (
      SELECT c.id, c.date_of_birth AS born, c.nhs_number AS nhs, c.upn AS pupil FROM child c
      WHERE c.area_id = here AND NOT EXISTS (SELECT FROM child_judgement j WHERE j.area_id = here AND j.merged_id = c.id AND j.undone_at IS NULL)
    ), called AS MATERIALIZED (
      SELECT k.id, k.born, n.g, n.f, dmetaphone(n.g) AS gs, dmetaphone(n.f) AS fs
      FROM kid k JOIN child c ON c.area_id = here AND c.id = k.id
      CROSS JOIN LATERAL (
        SELECT lower(c.given_name) AS g, lower(c.family_name) AS f
        UNION SELECT lower(c.known_as), lower(c.family_name) WHERE c.known_as IS NOT NULL
        UNION SELECT lower(a.given_name), lower(a.family_name) FROM child_alias a WHERE a.area_id = here AND a.child_id = c.id) n
    ), name AS MATERIALIZED (
      SELECT *, count(*) OVER (PARTITION BY born) AS born_by, count(*) OVER (PARTITION BY gs, fs) AS sounded_by, count(*) OVER (PARTITION BY born, gs, fs) AS both_by FROM called
    ), lives AS MATERIALIZED (
      SELECT a.child_id AS id, a.phone, a.postcode || ' ' || regexp_replace(lower(a.line), '[^a-z0-9]', '', 'g') AS place
      FROM child_address a JOIN kid k ON k.id = a.child_id WHERE a.area_id = here
    ), home AS MATERIALIZED (
      SELECT id, CASE WHEN count(*) OVER (PARTITION BY phone) <= many THEN phone END AS phone, CASE WHEN count(*) OVER (PARTITION BY place) <= many THEN place END AS place FROM lives
    ), alike (one, two, nearness) AS (
      SELECT a.id, b.id, 0 FROM kid a JOIN kid b ON a.nhs = b.nhs AND a.id < b.id
      UNION ALL SELECT a.id, b.id, 0 FROM kid a JOIN kid b ON a.pupil = b.pupil AND a.id < b.id
      UNION ALL SELECT a.id, b.id, 1 FROM name a JOIN name b ON a.born = b.born AND a.id < b.id
        AND (a.fs = b.fs OR a.gs = b.gs) AND (similarity(a.g, b.g) > 0.2 OR a.gs = b.gs) WHERE a.born_by <= many AND b.born_by <= many
      UNION ALL SELECT a.id, b.id, 1 FROM name a JOIN name b ON a.born = b.born AND a.fs = b.fs AND a.gs = b.gs AND a.id < b.id WHERE a.born_by > many AND a.both_by <= many AND b.both_by <= many
      -- day and month swapped
      UNION ALL SELECT a.id, b.id, 1 FROM name a JOIN name b ON extract(day FROM a.born) <= 12 AND extract(day FROM a.born) <> extract(month FROM a.born)
        AND b.born = make_date(extract(year FROM a.born)::int, extract(day FROM a.born)::int, extract(month FROM a.born)::int) AND a.fs = b.fs AND a.gs = b.gs AND a.both_by <= many AND b.both_by <= many
      UNION ALL SELECT a.id, b.id, 2 FROM home x JOIN home y ON x.phone = y.phone AND x.id < y.id
        JOIN name a ON a.id = x.id JOIN name b ON b.id = y.id AND (a.gs = b.gs OR similarity(a.g, b.g) > 0.3)
      UNION ALL SELECT a.id, b.id, 2 FROM home x JOIN home y ON x.place = y.place AND x.id < y.id
        JOIN name a ON a.id = x.id JOIN name b ON b.id = y.id AND (a.gs = b.gs OR similarity(a.g, b.g) > 0.3)
      UNION ALL SELECT a.id, b.id, 3 FROM name a JOIN name b ON a.fs = b.fs AND a.gs = b.gs AND a.id < b.id
        AND (a.born IS NULL OR b.born IS NULL OR abs(a.born - b.born) <= 370) WHERE a.sounded_by <= many AND b.sounded_by <= many
    )
    SELECT least(p.one, p.two), greatest(p.one, p.two) FROM alike p
    WHERE NOT EXISTS (SELECT FROM child_judgement j WHERE j.area_id = here AND j.undone_at IS NULL
                      AND j.first_id = least(p.one, p.two) AND j.second_id = greatest(p.one, p.two))
    -- what is nearest first, so that a limit leaves out what only sounds alike
    GROUP BY 1, 2 ORDER BY min(p.nearness), 1, 2
    LIMIT p_limit;
  END $$;
