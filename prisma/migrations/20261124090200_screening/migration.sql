-- Screening: what is known already, the same child on record twice, and a search that forgives more.

-- CreateTable
CREATE TABLE "child_judgement" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "kept_id" UUID,
    "merged_id" UUID GENERATED ALWAYS AS (CASE WHEN "kept_id" = "first_id" THEN "second_id" WHEN "kept_id" = "second_id" THEN "first_id" END) STORED,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "undone_reason" TEXT,

    CONSTRAINT "child_judgement_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "child_judgement_area_id_first_id_idx" ON "child_judgement"("area_id", "first_id");

-- CreateIndex
CREATE INDEX "child_judgement_area_id_second_id_idx" ON "child_judgement"("area_id", "second_id");

-- CreateIndex
CREATE INDEX "child_judgement_area_id_kept_id_idx" ON "child_judgement"("area_id", "kept_id");

-- AddForeignKey
ALTER TABLE "child_judgement" ADD CONSTRAINT "child_judgement_area_id_first_id_fkey" FOREIGN KEY ("area_id", "first_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child_judgement" ADD CONSTRAINT "child_judgement_area_id_second_id_fkey" FOREIGN KEY ("area_id", "second_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child_judgement" ADD CONSTRAINT "child_judgement_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child_judgement" ADD CONSTRAINT "child_judgement_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Judgements: a person's, in their own name; undone once, and never changed otherwise
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE child_judgement
  ADD CONSTRAINT of_two_children CHECK (first_id < second_id),
  ADD CONSTRAINT keeps_one_of_them CHECK (kept_id IS NULL OR kept_id IN (first_id, second_id)),
  ADD CONSTRAINT with_a_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT undone_by_somebody CHECK ((undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL));
-- two people who judge at once leave one judgement, and a record leads to one other
CREATE UNIQUE INDEX one_judgement_stands ON child_judgement (area_id, first_id, second_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX merged_into_one ON child_judgement (area_id, merged_id) WHERE undone_at IS NULL AND merged_id IS NOT NULL;

ALTER TABLE child_judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE child_judgement FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON child_judgement FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON child_judgement FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON child_judgement TO waymark_auditor;
GRANT SELECT, INSERT, UPDATE ON child_judgement TO waymark_app;
CREATE POLICY sees ON child_judgement FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'cate_manager', 'panel_chair', 'police')
        AND (first_id IN (SELECT app_child_ids()) OR second_id IN (SELECT app_child_ids())))));
-- merging is the safeguarding lead's; the front door may say that two are not the same. Never the machine's:
-- the system is not among them.
CREATE POLICY adds ON child_judgement FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND by_id = (SELECT app_user_id())
  AND ((SELECT app_role()) = 'safeguarding_lead' OR ((SELECT app_role()) IN ('advisor', 'emergency_duty') AND kept_id IS NULL)));
CREATE POLICY changes ON child_judgement FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'safeguarding_lead')
  WITH CHECK (area_id = (SELECT app_area_id()) AND undone_by_id = (SELECT app_user_id()));
CREATE FUNCTION only_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- merged_id is generated, and not known yet to a trigger that comes before
  IF OLD.undone_at IS NOT NULL
     OR (to_jsonb(NEW) - '{undone_at,undone_by_id,undone_reason,merged_id}'::text[]) <> (to_jsonb(OLD) - '{undone_at,undone_by_id,undone_reason,merged_id}'::text[])
  THEN RAISE EXCEPTION 'a judgement is undone once, and changed in nothing else' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_undone BEFORE UPDATE ON child_judgement FOR EACH ROW EXECUTE FUNCTION only_undone();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON child_judgement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The children who are one child with any of these, these among them.
CREATE FUNCTION same_children(p_children uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH standing AS (
      SELECT j.kept_id, j.merged_id FROM child_judgement j
      WHERE j.area_id = app_area_id() AND j.undone_at IS NULL AND j.kept_id IS NOT NULL
    ), kept AS (
      SELECT unnest(p_children) AS id UNION SELECT s.kept_id FROM standing s WHERE s.merged_id = ANY (p_children)
    )
    SELECT id FROM kept UNION SELECT s.merged_id FROM standing s WHERE s.kept_id IN (SELECT id FROM kept)
  $$;

-- Sight of a child gives sight of the record that is one with hers.
CREATE OR REPLACE FUNCTION app_child_ids() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.role, a.user_id FROM app_assignment() a),
    own AS MATERIALIZED (
      SELECT k.child_id FROM cate_case k JOIN asking ON asking.area_id = k.area_id
      WHERE asking.role IN ('cate_manager', 'police')
        OR (asking.role = 'practitioner' AND k.allocated_to_id = asking.user_id)
        OR (asking.role = 'panel_chair' AND k.stage IN ('panel', 'plan', 'exit'))
      UNION
      SELECT r.child_id FROM referral r JOIN asking ON asking.area_id = r.area_id
      WHERE asking.role = 'cate_manager' AND r.outcome = 'cate' AND r.child_id IS NOT NULL
    )
    SELECT own.child_id FROM own
    UNION
    SELECT same.id FROM same_children((SELECT array_agg(own.child_id) FROM own)) AS same(id) WHERE same.id IS NOT NULL
  $$;

-- ---------------------------------------------------------------------------------------------------
-- The same child twice: pairs of records with something in common, for the rule in lib/pathway/matching to
-- weigh and for a person to judge. Walks the names as the owner (decision 0003); gives ids alone, and none to
-- those who do not see the whole area. Not those that somebody has judged.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION child_pairs(p_limit int) RETURNS TABLE (first_id uuid, second_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE here uuid := app_area_id();
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor') THEN RETURN; END IF;
    RETURN QUERY
    WITH kid AS MATERIALIZED (
      SELECT c.id, c.date_of_birth AS born, c.nhs_number AS nhs, c.upn AS pupil FROM child c
      WHERE c.area_id = here AND NOT EXISTS (SELECT FROM child_judgement j WHERE j.area_id = here AND j.merged_id = c.id AND j.undone_at IS NULL)
    ), name AS MATERIALIZED (
      SELECT k.id, k.born, n.g, n.f, dmetaphone(n.g) AS gs, dmetaphone(n.f) AS fs
      FROM kid k JOIN child c ON c.area_id = here AND c.id = k.id
      CROSS JOIN LATERAL (
        SELECT lower(c.given_name) AS g, lower(c.family_name) AS f
        UNION SELECT lower(c.known_as), lower(c.family_name) WHERE c.known_as IS NOT NULL
        UNION SELECT lower(a.given_name), lower(a.family_name) FROM child_alias a WHERE a.area_id = here AND a.child_id = c.id) n
    ), home AS MATERIALIZED (
      SELECT a.child_id AS id, a.phone, a.postcode || ' ' || regexp_replace(lower(a.line), '[^a-z0-9]', '', 'g') AS place
      FROM child_address a JOIN kid k ON k.id = a.child_id WHERE a.area_id = here
    ), alike (one, two, nearness) AS (
      SELECT a.id, b.id, 0 FROM kid a JOIN kid b ON a.nhs = b.nhs AND a.id < b.id
      UNION ALL SELECT a.id, b.id, 0 FROM kid a JOIN kid b ON a.pupil = b.pupil AND a.id < b.id
      UNION ALL SELECT a.id, b.id, 1 FROM name a JOIN name b ON a.born = b.born AND a.id < b.id
        AND (a.fs = b.fs OR a.gs = b.gs) AND (similarity(a.g, b.g) > 0.2 OR a.gs = b.gs)
      -- day and month swapped
      UNION ALL SELECT a.id, b.id, 1 FROM name a JOIN name b ON extract(day FROM a.born) <= 12 AND a.id <> b.id
        AND b.born = make_date(extract(year FROM a.born)::int, extract(day FROM a.born)::int, extract(month FROM a.born)::int) AND a.fs = b.fs AND a.gs = b.gs
      UNION ALL SELECT a.id, b.id, 2 FROM home x JOIN home y ON x.phone = y.phone AND x.id < y.id
        JOIN name a ON a.id = x.id JOIN name b ON b.id = y.id AND (a.gs = b.gs OR similarity(a.g, b.g) > 0.3)
      UNION ALL SELECT a.id, b.id, 2 FROM home x JOIN home y ON x.place = y.place AND x.id < y.id
        JOIN name a ON a.id = x.id JOIN name b ON b.id = y.id AND (a.gs = b.gs OR similarity(a.g, b.g) > 0.3)
      UNION ALL SELECT a.id, b.id, 3 FROM name a JOIN name b ON a.fs = b.fs AND a.gs = b.gs AND a.id < b.id
        AND (a.born IS NULL OR b.born IS NULL OR abs(a.born - b.born) <= 370)
    )
    SELECT least(p.one, p.two), greatest(p.one, p.two) FROM alike p
    WHERE NOT EXISTS (SELECT FROM child_judgement j WHERE j.area_id = here AND j.undone_at IS NULL
                      AND j.first_id = least(p.one, p.two) AND j.second_id = greatest(p.one, p.two))
    -- what is nearest first, so that a limit leaves out what only sounds alike
    GROUP BY 1, 2 ORDER BY min(p.nearness), 1, 2
    LIMIT p_limit;
  END $$;
GRANT EXECUTE ON FUNCTION same_children(uuid[]), child_pairs(int) TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- What is known of a child, or of what a contact without one tells: other children and contacts with something
-- in common, and what. One walk as the owner (decision 0003): ids and the shared thing alone, of children in
-- sight, which the caller joins to the rows they may see. Cases, levels and intelligence are not looked at.
-- via: what it is on this side (a relationship, '' for the child's own, or the shared words); there: on the other.
-- ---------------------------------------------------------------------------------------------------
CREATE INDEX child_full_name ON child (area_id, lower(given_name || ' ' || family_name));
CREATE INDEX child_first_name ON child (area_id, lower(given_name));
CREATE INDEX child_school ON child (area_id, lower(school)) WHERE school IS NOT NULL;
CREATE INDEX person_around_phone ON person_around (area_id, phone) WHERE phone IS NOT NULL;
CREATE INDEX person_around_name ON person_around (area_id, lower(name));
CREATE INDEX child_address_line ON child_address (area_id, upper(regexp_replace(line, '[^[:alnum:]]+', ' ', 'g')));
CREATE INDEX contact_referrer_phone ON contact (area_id, referrer_phone) WHERE referrer_phone IS NOT NULL;

CREATE FUNCTION known_links(p_child uuid, p_contact uuid, p_words text[], p_names text[])
  RETURNS TABLE (kind text, child_id uuid, contact_id uuid, via text, there text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE
    here uuid := app_area_id();
    everybody boolean := app_role() IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor');
    hers uuid[] := '{}';
    calls uuid[] := '{}';
  BEGIN
    IF p_child IS NOT NULL AND (everybody OR p_child IN (SELECT app_child_ids())) THEN
      hers := ARRAY(SELECT same_children(ARRAY[p_child]));
      calls := ARRAY(SELECT c.id FROM contact c WHERE c.area_id = here AND c.child_id = ANY (hers));
    END IF;
    IF p_contact IS NOT NULL AND everybody THEN calls := calls || p_contact; END IF;
    RETURN QUERY
    WITH phones AS (
      SELECT a.phone, '' AS side FROM child_address a WHERE a.area_id = here AND a.child_id = ANY (hers) AND a.phone IS NOT NULL
      UNION SELECT p.phone, p.relationship::text FROM person_around p WHERE p.area_id = here AND p.child_id = ANY (hers) AND p.phone IS NOT NULL
    ), caller AS (
      SELECT c.referrer_phone AS phone FROM contact c WHERE c.area_id = here AND c.id = p_contact AND everybody AND c.referrer_phone IS NOT NULL
    ), told AS (
      -- what the calls are about besides a child; a vehicle without a registration has nothing to compare
      SELECT s.kind, s.label, s.normalised, lower(s.label) AS name,
        regexp_replace(s.normalised, ' [A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$', '') AS line, substring(s.normalised FROM ' ([A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2})$') AS code
      FROM contact_subject s WHERE s.area_id = here AND s.contact_id = ANY (calls) AND s.normalised <> ''
    ), around AS (
      SELECT p.* FROM person_around p WHERE p.area_id = here AND p.child_id = ANY (hers)
    ), own AS (
      SELECT c.id, lower(c.given_name || ' ' || c.family_name) AS full_name, lower(c.school) AS school FROM child c WHERE c.area_id = here AND c.id = ANY (hers)
    ), links (kind, child_id, contact_id, via, there) AS (
      SELECT 'person'::text, p.related_child_id, NULL::uuid, p.relationship::text, NULL::text FROM around p WHERE p.related_child_id IS NOT NULL
      UNION SELECT 'person', p.child_id, NULL, NULL, p.relationship::text FROM person_around p WHERE p.area_id = here AND p.related_child_id = ANY (hers)
      -- named on one record, on record under that name, and not joined yet
      UNION SELECT 'named', c.id, NULL, p.relationship::text, NULL FROM around p JOIN child c ON c.area_id = here
        AND lower(c.given_name || ' ' || c.family_name) = lower(p.name) WHERE p.related_child_id IS NULL
      UNION SELECT 'named', p.child_id, NULL, NULL, p.relationship::text FROM own o JOIN person_around p ON p.area_id = here
        AND lower(p.name) = o.full_name WHERE p.related_child_id IS NULL
      UNION SELECT 'associate', o.child_id, NULL, p.name, o.relationship::text FROM around p JOIN person_around o ON o.area_id = here
        AND lower(o.name) = lower(p.name) WHERE p.relationship IN ('associate', 'other', 'household') AND position(' ' IN p.name) > 0
      UNION SELECT 'phone', a.child_id, NULL, t.side, '' FROM phones t JOIN child_address a ON a.area_id = here AND a.phone = t.phone
      UNION SELECT 'phone', p.child_id, NULL, t.side, p.relationship::text FROM phones t JOIN person_around p ON p.area_id = here AND p.phone = t.phone
      UNION SELECT 'address', o.child_id, NULL, '', '' FROM child_address a JOIN child_address o ON o.area_id = here AND o.postcode = a.postcode
        AND regexp_replace(lower(o.line), '[^a-z0-9]', '', 'g') = regexp_replace(lower(a.line), '[^a-z0-9]', '', 'g')
        WHERE a.area_id = here AND a.child_id = ANY (hers)
      UNION SELECT 'school', s.id, NULL, '', '' FROM (
        SELECT c.id FROM own o JOIN child c ON c.area_id = here AND lower(c.school) = o.school
        WHERE c.exploitation <> 'no' AND c.id <> ALL (hers) ORDER BY c.updated_at DESC, c.id LIMIT 5) s
      UNION SELECT 'caller', a.child_id, NULL, '', '' FROM caller t JOIN child_address a ON a.area_id = here AND a.phone = t.phone
      UNION SELECT 'caller', p.child_id, NULL, '', p.relationship::text FROM caller t JOIN person_around p ON p.area_id = here AND p.phone = t.phone
      UNION SELECT 'caller', NULL, c.id, '', '' FROM caller t JOIN contact c ON c.area_id = here AND c.referrer_phone = t.phone
      UNION SELECT 'described', c.id, NULL, 'name', '' FROM child c WHERE c.area_id = here AND everybody
        AND lower(c.given_name || ' ' || c.family_name) = ANY (p_names)
      UNION SELECT 'described', f.id, NULL, 'first name', '' FROM (
        SELECT c.id FROM child c WHERE c.area_id = here AND everybody AND lower(c.given_name) = ANY (p_words)
          AND lower(c.given_name || ' ' || c.family_name) <> ALL (p_names)
        ORDER BY c.exploitation <> 'no' DESC, c.updated_at DESC, c.id LIMIT 5) f
      UNION SELECT CASE t.kind WHEN 'person' THEN 'people' ELSE t.kind END, NULL, s.contact_id, t.label, '' FROM told t JOIN contact_subject s
        ON s.area_id = here AND s.kind = t.kind AND s.normalised = t.normalised
      UNION SELECT 'people', c.id, NULL, t.label, '' FROM told t JOIN child c ON t.kind = 'person' AND c.area_id = here AND lower(c.given_name || ' ' || c.family_name) = t.name
      UNION SELECT 'people', p.child_id, NULL, t.label, p.relationship::text FROM told t JOIN person_around p
        ON t.kind = 'person' AND position(' ' IN t.name) > 0 AND p.area_id = here AND lower(p.name) = t.name
      UNION SELECT 'place', a.child_id, NULL, t.label, 'address' FROM told t JOIN child_address a ON t.kind = 'place' AND a.area_id = here
        AND upper(regexp_replace(a.line, '[^[:alnum:]]+', ' ', 'g')) = t.line AND coalesce(replace(a.postcode, ' ', '') = t.code, true)
    ), kept AS (
      SELECT l.kind, coalesce(j.kept_id, l.child_id) AS child_id, l.contact_id, l.via, l.there
      FROM links l LEFT JOIN child_judgement j ON j.area_id = here AND j.merged_id = l.child_id AND j.undone_at IS NULL
    )
    SELECT DISTINCT k.kind, k.child_id, k.contact_id, k.via, k.there FROM kept k
    WHERE (k.child_id IS NULL OR (k.child_id <> ALL (hers) AND (everybody OR k.child_id IN (SELECT app_child_ids()))))
      AND (k.contact_id IS NULL OR k.contact_id <> ALL (calls))
    ORDER BY 1, 2, 3 LIMIT 100;
  END $$;
GRANT EXECUTE ON FUNCTION known_links(uuid, uuid, text[], text[]) TO waymark_app;

-- Names are read far more often than written: without the list of pending entries a search never walks one.
ALTER INDEX child_name_trigrams SET (fastupdate = off);
ALTER INDEX child_known_as_trigrams SET (fastupdate = off);
ALTER INDEX child_alias_trigrams SET (fastupdate = off);
ALTER INDEX child_address_trigrams SET (fastupdate = off);

-- The search of before, now leading from a joined record to the one that is kept.
-- p_dates: the date asked for, then its near misses. Each argument may be null.
CREATE OR REPLACE FUNCTION child_matches(p_name text, p_dates date[], p_nhs text, p_upn text, p_postcode text, p_phone text, p_address text)
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
    ), kept AS (
      -- a record that was judged to be the same child leads to the kept one, and says so
      SELECT coalesce(j.kept_id, s.found) AS found, s.reason, s.points, j.kept_id IS NOT NULL AS joined
      FROM scored s LEFT JOIN child_judgement j ON j.area_id = here AND j.merged_id = s.found AND j.undone_at IS NULL
    ), best AS (
      SELECT k.found, k.reason, max(k.points) AS points FROM kept k GROUP BY k.found, k.reason
      UNION ALL SELECT DISTINCT k.found, 'a joined record', 0::real FROM kept k WHERE k.joined
    )
    -- the best name counts once; each other kind of evidence adds to it
    SELECT b.found,
      (coalesce(max(b.points) FILTER (WHERE b.reason IN ('name', 'known as', 'another name', 'sounds alike')), 0)
       + coalesce(sum(b.points) FILTER (WHERE b.reason NOT IN ('name', 'known as', 'another name', 'sounds alike')), 0))::real,
      array_agg(b.reason ORDER BY b.reason = 'sounds alike', b.points DESC)
    FROM best b
    -- before the limit, or strangers of the same name would crowd out the one who may be seen
    WHERE everybody OR b.found IN (SELECT app_child_ids())
    GROUP BY b.found
    ORDER BY 2 DESC, 1
    LIMIT 60;
  END $$;
