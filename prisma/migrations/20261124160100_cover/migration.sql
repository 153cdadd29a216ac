-- CreateTable
CREATE TABLE "case_cover" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "cover_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "reason" TEXT,
    "arranged_at" TIMESTAMPTZ(3) NOT NULL,
    "arranged_by_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_why" TEXT,

    CONSTRAINT "case_cover_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "case_continuity" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "allocation_id" UUID,
    "cover_id" UUID,
    "teller" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "thinks" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_continuity_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "case_cover_area_id_case_id_arranged_at_idx" ON "case_cover"("area_id", "case_id", "arranged_at");

-- CreateIndex
CREATE INDEX "case_cover_area_id_cover_id_idx" ON "case_cover"("area_id", "cover_id");

-- CreateIndex
CREATE INDEX "case_cover_area_id_child_id_idx" ON "case_cover"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_cover_area_id_submission_key_key" ON "case_cover"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "case_continuity_area_id_case_id_at_idx" ON "case_continuity"("area_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "case_continuity_area_id_child_id_idx" ON "case_continuity"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_continuity_area_id_allocation_id_key" ON "case_continuity"("area_id", "allocation_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_continuity_area_id_cover_id_key" ON "case_continuity"("area_id", "cover_id");

-- AddForeignKey
ALTER TABLE "case_cover" ADD CONSTRAINT "case_cover_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_cover" ADD CONSTRAINT "case_cover_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_cover" ADD CONSTRAINT "case_cover_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_cover" ADD CONSTRAINT "case_cover_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_cover" ADD CONSTRAINT "case_cover_arranged_by_id_fkey" FOREIGN KEY ("arranged_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_continuity" ADD CONSTRAINT "case_continuity_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_continuity" ADD CONSTRAINT "case_continuity_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_continuity" ADD CONSTRAINT "case_continuity_area_id_allocation_id_fkey" FOREIGN KEY ("area_id", "allocation_id") REFERENCES "case_allocation"("area_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_continuity" ADD CONSTRAINT "case_continuity_area_id_cover_id_fkey" FOREIGN KEY ("area_id", "cover_id") REFERENCES "case_cover"("area_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_continuity" ADD CONSTRAINT "case_continuity_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_cover', 'case_continuity'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;

ALTER TABLE case_cover
  ADD CONSTRAINT covered_by_another CHECK (cover_id <> holder_id),
  ADD CONSTRAINT days_in_order CHECK (until_on >= starts_on),
  ADD CONSTRAINT ended_with_why CHECK (num_nonnulls(ended_at, end_why) IN (0, 2));
-- one cover of a case at a time, to come or standing
CREATE UNIQUE INDEX one_cover_at_a_time ON case_cover (area_id, case_id) WHERE ended_at IS NULL;
ALTER TABLE case_continuity
  ADD CONSTRAINT of_one_change CHECK (num_nonnulls(allocation_id, cover_id) = 1),
  ADD CONSTRAINT says_it_all CHECK (btrim(teller) <> '' AND btrim(told) <> '' AND btrim(thinks) <> '' AND btrim(how) <> '');

-- ---------------------------------------------------------------------------------------------------
-- Sight of a case while covering (DOMAIN 4: team cases when covering). What is open to a practitioner hangs on the
-- case and on the child, so these two places are all. The cases are found as the owner: the policy of the cover asks
-- who sees the case.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION app_covered_cases() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.role, a.user_id FROM app_assignment() a)
    SELECT c.case_id FROM case_cover c JOIN asking ON asking.area_id = c.area_id AND asking.user_id = c.cover_id
    WHERE asking.role = 'practitioner' AND c.begun_at IS NOT NULL AND c.ended_at IS NULL
  $$;
GRANT EXECUTE ON FUNCTION app_covered_cases() TO waymark_app;

DROP POLICY sees ON cate_case;
CREATE POLICY sees ON cate_case FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'cate_manager', 'police', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND (allocated_to_id = (SELECT app_user_id()) OR id IN (SELECT app_covered_cases())))
    OR ((SELECT app_role()) = 'panel_chair' AND stage IN ('panel', 'plan', 'exit'))));

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
      SELECT k.child_id FROM cate_case k JOIN asking ON asking.area_id = k.area_id
      WHERE asking.role = 'practitioner' AND k.id IN (SELECT app_covered_cases())
      UNION
      SELECT r.child_id FROM referral r JOIN asking ON asking.area_id = r.area_id
      WHERE asking.role = 'cate_manager' AND r.outcome = 'cate' AND r.child_id IS NOT NULL
    )
    SELECT own.child_id FROM own
    UNION
    SELECT same.id FROM same_children((SELECT array_agg(own.child_id) FROM own)) AS same(id) WHERE same.id IS NOT NULL
  $$;

GRANT SELECT, INSERT ON case_cover, case_continuity TO waymark_app;
GRANT UPDATE (begun_at, ended_at, end_why) ON case_cover TO waymark_app;
CREATE POLICY sees ON case_cover FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'cate_manager', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = case_cover.area_id AND c.id = case_cover.case_id))));
CREATE POLICY adds ON case_cover FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'cate_manager' AND arranged_by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = case_cover.area_id AND c.id = case_cover.case_id AND c.child_id = case_cover.child_id AND c.allocated_to_id = case_cover.holder_id));
CREATE POLICY changes ON case_cover FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'system'));
CREATE POLICY sees ON case_continuity FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = case_continuity.area_id AND c.id = case_continuity.case_id))));
CREATE POLICY adds ON case_continuity FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'cate_manager' AND by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = case_continuity.area_id AND c.id = case_continuity.case_id AND c.child_id = case_continuity.child_id));

-- A cover begins once and ends once; nothing else of it moves.
CREATE FUNCTION case_cover_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR (OLD.begun_at IS NOT NULL AND NEW.begun_at IS DISTINCT FROM OLD.begun_at) THEN
    RAISE EXCEPTION 'a cover begins once and ends once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE ON case_cover FOR EACH ROW EXECUTE FUNCTION case_cover_moves_on();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON case_cover FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_continuity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------
-- A planned strategy meeting is moved, or called off, by the lead and with why; each move stays.
-- ---------------------------------------------------------------------------------------------------
-- AlterTable
ALTER TABLE "strategy_meeting" ADD COLUMN     "called_off_at" TIMESTAMPTZ(3),
ADD COLUMN     "called_off_by_id" UUID,
ADD COLUMN     "called_off_why" TEXT;

-- CreateTable
CREATE TABLE "strategy_move" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_move_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "strategy_move_area_id_meeting_id_at_idx" ON "strategy_move"("area_id", "meeting_id", "at");

-- AddForeignKey
ALTER TABLE "strategy_meeting" ADD CONSTRAINT "strategy_meeting_called_off_by_id_fkey" FOREIGN KEY ("called_off_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_move" ADD CONSTRAINT "strategy_move_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_move" ADD CONSTRAINT "strategy_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['strategy_move'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;
ALTER TABLE strategy_move ADD CONSTRAINT moved_with_why CHECK (btrim(reason) <> '' AND to_at <> from_at);
GRANT SELECT, INSERT ON strategy_move TO waymark_app;
CREATE POLICY sees ON strategy_move FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = strategy_move.area_id AND m.id = strategy_move.meeting_id))));
CREATE POLICY adds ON strategy_move FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'safeguarding_lead' AND by_id = (SELECT app_user_id()) AND strategy_state_of(meeting_id) = 'called');
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON strategy_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- one that is called off waits for nothing, was not held, and leaves room for another
DROP INDEX one_planned_strategy;
CREATE UNIQUE INDEX one_planned_strategy ON strategy_meeting (area_id, case_id) WHERE held_at IS NULL AND called_off_at IS NULL;
ALTER TABLE strategy_meeting
  DROP CONSTRAINT awaits_until_its_end,
  ADD CONSTRAINT awaits_until_its_end CHECK ((awaited_by IS NULL) = (state IN ('reviewed', 'resolved') OR called_off_at IS NOT NULL)),
  ADD CONSTRAINT called_off_with_why CHECK (num_nonnulls(called_off_at, called_off_by_id, called_off_why) IN (0, 3) AND (called_off_at IS NULL OR (state = 'called' AND called_from <> 'review')));
GRANT UPDATE (planned_at, called_off_at, called_off_by_id, called_off_why) ON strategy_meeting TO waymark_app;
GRANT UPDATE (planned_at) ON strategy_invitation TO waymark_app;

CREATE OR REPLACE FUNCTION strategy_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a strategy meeting is never deleted' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF (OLD.state, NEW.state) NOT IN (('called', 'called'), ('called', 'held'), ('held', 'minutes_out'), ('held', 'resolved'), ('minutes_out', 'reviewed'))
    OR OLD.called_off_at IS NOT NULL
    -- a planned one is moved or called off, and nothing else of it; one that is not planned is neither
    OR ((OLD.state, NEW.state) <> ('called', 'called') AND (NEW.planned_at, NEW.called_off_at) IS DISTINCT FROM (OLD.planned_at, OLD.called_off_at))
    OR ((OLD.state, NEW.state) = ('called', 'called') AND (NEW.held_at, NEW.minutes_out_at, NEW.minutes_by_id) IS DISTINCT FROM (OLD.held_at, OLD.minutes_out_at, OLD.minutes_by_id))
    OR (NEW.planned_at <> OLD.planned_at AND NOT EXISTS (SELECT FROM strategy_move v WHERE v.area_id = NEW.area_id AND v.meeting_id = NEW.id AND v.from_at = OLD.planned_at AND v.to_at = NEW.planned_at))
    OR (OLD.held_at IS NOT NULL AND NEW.held_at IS DISTINCT FROM OLD.held_at)
    OR (OLD.minutes_out_at IS NOT NULL AND (NEW.minutes_out_at, NEW.minutes_by_id) IS DISTINCT FROM (OLD.minutes_out_at, OLD.minutes_by_id))
    OR (NEW.area_id, NEW.id, NEW.submission_key, NEW.case_id, NEW.child_id, NEW.called_from, NEW.level, NEW.reason, NEW.called_by_id, NEW.called_at, NEW.place, NEW.review_of_id)
      IS DISTINCT FROM (OLD.area_id, OLD.id, OLD.submission_key, OLD.case_id, OLD.child_id, OLD.called_from, OLD.level, OLD.reason, OLD.called_by_id, OLD.called_at, OLD.place, OLD.review_of_id) THEN
    RAISE EXCEPTION 'a strategy meeting cannot go from % to % so', OLD.state, NEW.state USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'held' AND NOT (
    EXISTS (SELECT FROM strategy_decision d WHERE d.area_id = NEW.area_id AND d.meeting_id = NEW.id)
    AND EXISTS (SELECT FROM strategy_snapshot s WHERE s.area_id = NEW.area_id AND s.meeting_id = NEW.id)) THEN
    RAISE EXCEPTION 'a strategy meeting is held with a decision and a snapshot' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- An invitation follows its meeting when that is moved.
DROP POLICY withdraws ON strategy_invitation;
CREATE POLICY withdraws ON strategy_invitation FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system'))
  WITH CHECK (area_id = (SELECT app_area_id()) AND ((SELECT app_role()) = 'system' OR withdrawn_by_id IS NULL OR withdrawn_by_id = (SELECT app_user_id())));
CREATE OR REPLACE FUNCTION only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_by_id', 'withdrawn_why', 'planned_at'] <> to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_by_id', 'withdrawn_why', 'planned_at']
    OR (NEW.planned_at <> OLD.planned_at AND NOT EXISTS (SELECT FROM strategy_move v WHERE v.area_id = NEW.area_id AND v.meeting_id = NEW.meeting_id AND v.to_at = NEW.planned_at)) THEN
    RAISE EXCEPTION 'an invitation is taken back or moved with its meeting, and changed in nothing else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- What is late of the pathway, for those who oversee it: a reference, a time and whose it is, and no child (DOMAIN 4,
-- manager). Found as the owner: a manager reads none of these tables.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION late_pathway(p_now timestamptz, p_limit int) RETURNS TABLE (id uuid, what text, reference text, due timestamptz, who text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id FROM app_assignment() a WHERE a.role IN ('manager', 'auditor'))
    (SELECT m.id, CASE m.state WHEN 'called' THEN 'Strategy meeting' WHEN 'held' THEN 'Minutes' ELSE 'Strategy review' END, k.reference, m.awaited_by, 'Safeguarding'
      FROM strategy_meeting m JOIN asking ON asking.area_id = m.area_id JOIN cate_case k ON k.area_id = m.area_id AND k.id = m.case_id
      WHERE m.awaited_by < p_now ORDER BY m.awaited_by LIMIT p_limit)
    UNION ALL
    (SELECT q.id, 'Assessment part', k.reference, q.due_at, g.name
      FROM assessment_request q JOIN asking ON asking.area_id = q.area_id
      JOIN assessment s ON s.area_id = q.area_id AND s.id = q.assessment_id AND s.finished_at IS NULL
      JOIN cate_case k ON k.area_id = s.area_id AND k.id = s.case_id JOIN agency g ON g.area_id = q.area_id AND g.id = q.agency_id
      WHERE q.answered_at IS NULL AND q.due_at < p_now ORDER BY q.due_at LIMIT p_limit)
    UNION ALL
    (SELECT a.id, 'Action', k.reference, (a.due_on + 1)::timestamp AT TIME ZONE 'Europe/London', coalesce(g.name, u.name, 'The family and others')
      FROM agreed_action a JOIN asking ON asking.area_id = a.area_id JOIN cate_case k ON k.area_id = a.area_id AND k.id = a.case_id
      LEFT JOIN agency g ON g.area_id = a.area_id AND g.id = a.owner_agency_id LEFT JOIN user_account u ON u.id = a.owner_user_id
      WHERE a.state = 'open' AND (a.due_on + 1)::timestamp AT TIME ZONE 'Europe/London' <= p_now ORDER BY a.due_on LIMIT p_limit)
  $$;
GRANT EXECUTE ON FUNCTION late_pathway(timestamptz, int) TO waymark_app;
