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
      SELECT a.child_id AS id, a.phone, a.postcode FROM child_address a JOIN kid k ON k.id = a.child_id WHERE a.area_id = here
    ), alike AS (
      SELECT a.id AS one, b.id AS two FROM kid a JOIN kid b ON a.nhs = b.nhs AND a.id < b.id
      UNION SELECT a.id, b.id FROM kid a JOIN kid b ON a.pupil = b.pupil AND a.id < b.id
      UNION SELECT a.id, b.id FROM name a JOIN name b ON a.born = b.born AND a.id < b.id
        AND (a.fs = b.fs OR a.gs = b.gs) AND (similarity(a.g, b.g) > 0.2 OR a.gs = b.gs)
      -- day and month swapped
      UNION SELECT a.id, b.id FROM name a JOIN name b ON extract(day FROM a.born) <= 12 AND a.id <> b.id
        AND b.born = make_date(extract(year FROM a.born)::int, extract(day FROM a.born)::int, extract(month FROM a.born)::int) AND a.fs = b.fs AND a.gs = b.gs
      UNION SELECT a.id, b.id FROM name a JOIN name b ON a.fs = b.fs AND a.gs = b.gs AND a.id < b.id
        AND (a.born IS NULL OR b.born IS NULL OR abs(a.born - b.born) <= 370)
      UNION SELECT a.id, b.id FROM home x JOIN home y ON x.phone = y.phone AND x.id < y.id
        JOIN name a ON a.id = x.id JOIN name b ON b.id = y.id AND (a.gs = b.gs OR similarity(a.g, b.g) > 0.3)
      UNION SELECT a.id, b.id FROM home x JOIN home y ON x.postcode = y.postcode AND x.id < y.id
        JOIN name a ON a.id = x.id JOIN name b ON b.id = y.id AND (a.gs = b.gs OR similarity(a.g, b.g) > 0.3)
    )
    SELECT DISTINCT least(p.one, p.two), greatest(p.one, p.two) FROM alike p
    WHERE NOT EXISTS (SELECT FROM child_judgement j WHERE j.area_id = here AND j.undone_at IS NULL
                      AND j.first_id = least(p.one, p.two) AND j.second_id = greatest(p.one, p.two))
    LIMIT p_limit;
  END $$;
GRANT EXECUTE ON FUNCTION same_children(uuid[]), child_pairs(int) TO waymark_app;
