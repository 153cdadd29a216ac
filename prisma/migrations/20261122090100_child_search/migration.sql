-- Search over children that forgives spelling, sound and swapped dates. The function walks the trigram and
-- sound indexes as the owner, because row-level security keeps an index from being used with operators that
-- might leak; it answers with ids, scores and reasons only, of children whom the person asking may see, and its
-- caller joins them to the rows.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE INDEX child_name_trigrams ON child USING gin (lower(given_name || ' ' || family_name) gin_trgm_ops);
CREATE INDEX child_known_as_trigrams ON child USING gin (lower(known_as || ' ' || family_name) gin_trgm_ops) WHERE known_as IS NOT NULL;
CREATE INDEX child_alias_trigrams ON child_alias USING gin (lower(given_name || ' ' || family_name) gin_trgm_ops);
CREATE INDEX child_name_sound ON child (area_id, dmetaphone(family_name), dmetaphone(given_name));
CREATE INDEX child_address_trigrams ON child_address USING gin (lower(line) gin_trgm_ops);
CREATE INDEX child_address_phone ON child_address (area_id, phone) WHERE phone IS NOT NULL;

-- p_dates: the date asked for, then its near misses. Each argument may be null.
CREATE FUNCTION child_matches(p_name text, p_dates date[], p_nhs text, p_upn text, p_postcode text, p_phone text, p_address text)
  RETURNS TABLE (child_id uuid, score real, reasons text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE
    here uuid := app_area_id();
    wanted text := lower(p_name);
    given text := dmetaphone(split_part(wanted, ' ', 1));
    family text := dmetaphone(regexp_replace(wanted, '^.* ', ''));
    two_names boolean := position(' ' IN wanted) > 0;
    everybody boolean := app_role() IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'manager', 'auditor');
  BEGIN
    PERFORM set_config('pg_trgm.similarity_threshold', '0.3', true), set_config('pg_trgm.word_similarity_threshold', '0.55', true);
    RETURN QUERY
    WITH names AS (
      SELECT c.id, lower(c.given_name || ' ' || c.family_name) AS full_name, c.given_name AS g, c.family_name AS f, 'name' AS reason
      FROM child c WHERE c.area_id = here AND lower(c.given_name || ' ' || c.family_name) % wanted
      UNION ALL
      SELECT c.id, lower(c.given_name || ' ' || c.family_name), c.given_name, c.family_name, 'name'
      FROM child c WHERE c.area_id = here AND wanted <% lower(c.given_name || ' ' || c.family_name)
      UNION ALL
      SELECT c.id, lower(c.known_as || ' ' || c.family_name), c.known_as, c.family_name, 'known as'
      FROM child c WHERE c.area_id = here AND c.known_as IS NOT NULL
        AND (lower(c.known_as || ' ' || c.family_name) % wanted OR wanted <% lower(c.known_as || ' ' || c.family_name))
      UNION ALL
      SELECT a.child_id, lower(a.given_name || ' ' || a.family_name), a.given_name, a.family_name, 'another name'
      FROM child_alias a WHERE a.area_id = here
        AND (lower(a.given_name || ' ' || a.family_name) % wanted OR wanted <% lower(a.given_name || ' ' || a.family_name))
      UNION ALL
      SELECT c.id, lower(c.given_name || ' ' || c.family_name), c.given_name, c.family_name, 'sounds alike'
      FROM child c WHERE c.area_id = here AND two_names AND family <> '' AND dmetaphone(c.family_name) = family AND dmetaphone(c.given_name) = given
    ), scored AS (
      SELECT n.id AS found, n.reason,
        (greatest(similarity(n.full_name, wanted), 0.85 * word_similarity(wanted, n.full_name),
                  1 - levenshtein(left(n.full_name, 100), left(wanted, 100))::real / greatest(length(n.full_name), length(wanted), 1))
         + CASE WHEN two_names AND dmetaphone(n.f) = family THEN 0.1 ELSE 0 END
         + CASE WHEN two_names AND dmetaphone(n.g) = given THEN 0.1 ELSE 0 END)::real AS points
      FROM names n
      UNION ALL
      SELECT c.id, CASE WHEN c.date_of_birth = p_dates[1] THEN 'date of birth' ELSE 'date of birth close' END,
        CASE WHEN c.date_of_birth = p_dates[1] THEN 0.7 ELSE 0.45 END
      FROM child c WHERE c.area_id = here AND c.date_of_birth = ANY (p_dates)
      UNION ALL SELECT c.id, 'NHS number', 2 FROM child c WHERE c.area_id = here AND c.nhs_number = p_nhs
      UNION ALL SELECT c.id, 'UPN', 2 FROM child c WHERE c.area_id = here AND c.upn = p_upn
      UNION ALL SELECT a.child_id, 'postcode', 0.6 FROM child_address a WHERE a.area_id = here AND a.postcode = p_postcode
      UNION ALL SELECT a.child_id, 'phone', 1 FROM child_address a WHERE a.area_id = here AND a.phone = p_phone
      UNION ALL SELECT a.child_id, 'address', word_similarity(lower(p_address), lower(a.line)) * 0.6
      FROM child_address a WHERE a.area_id = here AND lower(p_address) <% lower(a.line)
    ), best AS (
      SELECT s.found, s.reason, max(s.points) AS points FROM scored s GROUP BY s.found, s.reason
    )
    -- the best name counts once; each other kind of evidence adds to it
    SELECT b.found,
      (coalesce(max(b.points) FILTER (WHERE b.reason IN ('name', 'known as', 'another name', 'sounds alike')), 0)
       + coalesce(sum(b.points) FILTER (WHERE b.reason NOT IN ('name', 'known as', 'another name', 'sounds alike')), 0))::real,
      array_agg(b.reason ORDER BY b.points DESC)
    FROM best b
    -- before the limit, or strangers of the same name would crowd out the one who may be seen
    WHERE everybody OR b.found IN (SELECT app_child_ids())
    GROUP BY b.found
    ORDER BY 2 DESC, 1
    LIMIT 60;
  END $$;
GRANT EXECUTE ON FUNCTION child_matches(text, date[], text, text, text, text, text) TO waymark_app;
