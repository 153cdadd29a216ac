-- CreateTable
CREATE TABLE "break_glass" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "outcome" TEXT,
    "words" TEXT,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "break_glass_area_id_opened_at_id_idx" ON "break_glass"("area_id", "opened_at", "id");

-- CreateIndex
CREATE INDEX "break_glass_area_id_case_id_opened_at_idx" ON "break_glass"("area_id", "case_id", "opened_at");

-- CreateIndex
CREATE INDEX "break_glass_area_id_user_id_ends_at_idx" ON "break_glass"("area_id", "user_id", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "break_glass_area_id_case_id_submission_key_key" ON "break_glass"("area_id", "case_id", "submission_key");

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON break_glass FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON break_glass FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON break_glass TO waymark_auditor;

ALTER TABLE break_glass
  ADD CONSTRAINT says_why CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT for_a_short_time CHECK (ends_at > opened_at AND ends_at <= opened_at + interval '12 hours'),
  ADD CONSTRAINT ended_within CHECK (ended_at >= opened_at AND ended_at < ends_at),
  ADD CONSTRAINT reviewed_whole CHECK (num_nonnulls(reviewed_at, reviewed_by_id, outcome, words) IN (0, 4)),
  ADD CONSTRAINT reviewed_by_another CHECK (reviewed_by_id <> user_id),
  ADD CONSTRAINT reviewed_when_over CHECK (reviewed_at >= coalesce(ended_at, ends_at)),
  ADD CONSTRAINT outcome_known CHECK (outcome IN ('needed', 'wider', 'not_needed') AND btrim(words) <> '');

-- ---------------------------------------------------------------------------------------------------
-- The time of the request, as the app tells it beside who is asking; where nobody does, the database's own. What is open
-- for a short time ends by it, whether or not a job runs.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE
  AS $$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
GRANT EXECUTE ON FUNCTION app_now() TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- Sight of a case: while covering, and while it is opened by breaking glass. The policy of the case and
-- app_child_ids() hang on this, and everything else on those two.
-- ---------------------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION app_covered_cases() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.role, a.user_id FROM app_assignment() a)
    SELECT c.case_id FROM case_cover c JOIN asking ON asking.area_id = c.area_id AND asking.user_id = c.cover_id
    WHERE asking.role = 'practitioner' AND c.begun_at IS NOT NULL AND c.ended_at IS NULL
    UNION
    SELECT g.case_id FROM break_glass g JOIN asking ON asking.area_id = g.area_id AND asking.user_id = g.user_id
    WHERE asking.role = 'practitioner' AND g.ended_at IS NULL AND g.ends_at > app_now()
  $$;

-- What could be opened so: an open case of the team that one neither holds, covers nor has open, and in which one has
-- declared no interest. Ids alone.
CREATE FUNCTION app_breakable_cases() RETURNS TABLE (case_id uuid, child_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.role, a.user_id FROM app_assignment() a)
    SELECT k.id, k.child_id FROM cate_case k JOIN asking ON asking.area_id = k.area_id
    WHERE asking.role = 'practitioner' AND k.closed_at IS NULL AND k.allocated_to_id IS DISTINCT FROM asking.user_id
      AND k.id NOT IN (SELECT app_covered_cases())
      AND NOT EXISTS (SELECT FROM panel_conflict c WHERE c.area_id = k.area_id AND c.case_id = k.id AND c.user_id = asking.user_id AND c.lifted_at IS NULL)
  $$;
GRANT EXECUTE ON FUNCTION app_breakable_cases() TO waymark_app;

-- Finds one of them by name or by the reference of the case: that it is open and with whom, as the front door may know,
-- and nothing of it. The child's id is for the audit log.
CREATE FUNCTION break_glass_find(p_words text)
  RETURNS TABLE (case_id uuid, child_id uuid, reference text, name text, holder text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH named AS (
      SELECT b.case_id, b.child_id, k.reference, u.name AS holder, c.given_name || ' ' || c.family_name AS full_name,
        coalesce(c.known_as, c.given_name) || ' ' || c.family_name AS called, lower(btrim(p_words)) AS wanted
      FROM app_breakable_cases() b JOIN cate_case k ON k.id = b.case_id AND k.area_id = app_area_id()
      JOIN child c ON c.area_id = k.area_id AND c.id = b.child_id LEFT JOIN user_account u ON u.id = k.allocated_to_id
    ), scored AS (
      SELECT n.*, CASE WHEN lower(n.reference) = n.wanted THEN 2 ELSE greatest(
        word_similarity(n.wanted, lower(n.full_name)), word_similarity(n.wanted, lower(n.called)),
        1 - levenshtein(left(n.wanted, 100), left(lower(n.full_name), 100))::real / greatest(length(n.wanted), length(n.full_name)),
        1 - levenshtein(left(n.wanted, 100), left(lower(n.called), 100))::real / greatest(length(n.wanted), length(n.called))) END AS points
      FROM named n WHERE length(n.wanted) >= 3
    )
    SELECT s.case_id, s.child_id, s.reference, s.full_name, s.holder FROM scored s WHERE s.points >= 0.6 ORDER BY s.points DESC, s.reference LIMIT 10
  $$;
GRANT EXECUTE ON FUNCTION break_glass_find(text) TO waymark_app;

-- How many pages of the record each was used for: the requests in the audit log of that person about that child after
-- the one that opened it and before it ended. By the log's own time, which nobody sets.
CREATE FUNCTION break_glass_pages(p_ids uuid[]) RETURNS TABLE (id uuid, pages int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT g.id, (
      SELECT count(DISTINCT e.request_id)::int
      FROM audit_event_child c JOIN audit_event e ON e.seq = c.seq
      WHERE c.area_id = g.area_id AND (c.child_id = g.child_id OR c.child_id IN (SELECT same_children(ARRAY[g.child_id])))
        AND e.actor_id = g.user_id AND e.role = 'practitioner' AND e.outcome = 'done' AND e.kind NOT LIKE 'glass.%'
        AND e.seq > o.seq AND e.at < o.at + (g.ends_at - g.opened_at) AND (s.seq IS NULL OR e.seq < s.seq))
    FROM break_glass g
    LEFT JOIN LATERAL (SELECT e.seq, e.at FROM audit_event e WHERE e.area_id = g.area_id AND e.kind = 'glass.opened' AND e.record_id = g.id ORDER BY e.seq LIMIT 1) o ON true
    LEFT JOIN LATERAL (SELECT e.seq FROM audit_event e WHERE e.area_id = g.area_id AND e.kind = 'glass.closed' AND e.record_id = g.id ORDER BY e.seq LIMIT 1) s ON true
    WHERE g.area_id = app_area_id() AND g.id = ANY (p_ids) AND app_role() IN ('safeguarding_lead', 'cate_manager', 'manager', 'auditor', 'system')
  $$;
GRANT EXECUTE ON FUNCTION break_glass_pages(uuid[]) TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- Whoever broke it, whoever holds the case, those who review it and those who read reviews. Never another practitioner.
-- ---------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON break_glass TO waymark_app;
GRANT UPDATE (ended_at, reviewed_at, reviewed_by_id, outcome, words) ON break_glass TO waymark_app;
CREATE POLICY sees ON break_glass FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND (user_id = (SELECT app_user_id())
      OR EXISTS (SELECT FROM cate_case k WHERE k.area_id = break_glass.area_id AND k.id = break_glass.case_id AND k.allocated_to_id = (SELECT app_user_id()))))));
CREATE POLICY adds ON break_glass FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'practitioner' AND user_id = (SELECT app_user_id())
  AND ended_at IS NULL AND reviewed_at IS NULL AND opened_at BETWEEN app_now() - interval '1 minute' AND app_now() + interval '1 minute'
  AND (case_id, child_id) IN (SELECT b.case_id, b.child_id FROM app_breakable_cases() b));
-- whoever broke it ends it and never reviews it; the CATE manager does either
CREATE POLICY changes ON break_glass FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'cate_manager' OR ((SELECT app_role()) = 'practitioner' AND user_id = (SELECT app_user_id()))))
  WITH CHECK (area_id = (SELECT app_area_id()) AND (
    reviewed_by_id IS NULL OR ((SELECT app_role()) = 'cate_manager' AND reviewed_by_id = (SELECT app_user_id()))));

-- It ends once and is reviewed once, and nothing else of it moves: its other columns are granted to nobody.
CREATE FUNCTION break_glass_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at) OR OLD.reviewed_at IS NOT NULL THEN
    RAISE EXCEPTION 'an opening ends once and is reviewed once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE ON break_glass FOR EACH ROW EXECUTE FUNCTION break_glass_moves_on();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON break_glass FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------
-- Audits of openings: what is drawn from, and whose work each is.
-- ---------------------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION audit_population(p_kind text, p_from timestamptz, p_until timestamptz)
  RETURNS TABLE (record_id uuid, reference text, stratum text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE here uuid := app_area_id();
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor', 'system') THEN RETURN; END IF;
    IF p_kind = 'contacts' THEN
      RETURN QUERY SELECT c.id, c.reference, coalesce(d.reported_as::text, 'undecided')
        FROM contact c LEFT JOIN contact_decision d ON d.area_id = c.area_id AND d.contact_id = c.id
        WHERE c.area_id = here AND c.received_at >= p_from AND c.received_at < p_until AND c.exploitation <> 'no';
    ELSIF p_kind = 'safety_plans' THEN
      RETURN QUERY SELECT p.id, k.reference, coalesce(k.level::text, 'not_assessed')
        FROM safety_plan p JOIN cate_case k ON k.area_id = p.area_id AND k.id = p.case_id
        WHERE p.area_id = here AND EXISTS (SELECT FROM safety_plan_version v
          WHERE v.area_id = here AND v.plan_id = p.id AND v.issued AND v.at >= p_from AND v.at < p_until);
    ELSIF p_kind = 'assessments' THEN
      RETURN QUERY SELECT a.id, k.reference, coalesce(a.level::text, 'not_assessed')
        FROM assessment a JOIN cate_case k ON k.area_id = a.area_id AND k.id = a.case_id
        WHERE a.area_id = here AND a.finished_at >= p_from AND a.finished_at < p_until;
    ELSIF p_kind = 'closed_cases' THEN
      RETURN QUERY SELECT k.id, k.reference, k.closure_reason
        FROM cate_case k WHERE k.area_id = here AND k.closed_at >= p_from AND k.closed_at < p_until;
    ELSIF p_kind = 'break_glass' THEN
      RETURN QUERY SELECT g.id, k.reference, coalesce(g.outcome, 'not_reviewed')
        FROM break_glass g JOIN cate_case k ON k.area_id = g.area_id AND k.id = g.case_id
        WHERE g.area_id = here AND g.opened_at >= p_from AND g.opened_at < p_until;
    END IF;
  END $$;

CREATE OR REPLACE FUNCTION audit_authors(p_audit uuid) RETURNS TABLE (record_id uuid, user_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE
    here uuid := app_area_id();
    what text := (SELECT q.kind FROM quality_audit q WHERE q.area_id = app_area_id() AND q.id = p_audit);
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor', 'safeguarding_lead', 'system') THEN RETURN; END IF;
    RETURN QUERY
      WITH drawn AS (SELECT i.record_id AS id FROM quality_audit_item i WHERE i.area_id = here AND i.audit_id = p_audit)
      SELECT w.id, w.person FROM (
        SELECT d.id, c.logged_by_id AS person FROM drawn d JOIN contact c ON c.area_id = here AND c.id = d.id WHERE what = 'contacts'
        UNION SELECT d.id, c.decided_by_id FROM drawn d JOIN contact_decision c ON c.area_id = here AND c.contact_id = d.id WHERE what = 'contacts'
        UNION SELECT d.id, v.by_id FROM drawn d JOIN safety_plan_version v ON v.area_id = here AND v.plan_id = d.id WHERE what = 'safety_plans'
        UNION SELECT d.id, unnest(ARRAY[a.begun_by_id, a.finished_by_id]) FROM drawn d JOIN assessment a ON a.area_id = here AND a.id = d.id WHERE what = 'assessments'
        UNION SELECT d.id, k.allocated_to_id FROM drawn d JOIN cate_case k ON k.area_id = here AND k.id = d.id WHERE what = 'closed_cases'
        UNION SELECT d.id, unnest(ARRAY[g.user_id, g.reviewed_by_id]) FROM drawn d JOIN break_glass g ON g.area_id = here AND g.id = d.id WHERE what = 'break_glass'
      ) w WHERE w.person IS NOT NULL;
  END $$;
