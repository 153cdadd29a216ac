-- Strategy meetings: called, held with quorum, decided by a person, minuted within a working day, reviewed until resolved.

-- CreateEnum
CREATE TYPE "strategy_source" AS ENUM ('level', 'disclosure', 'safeguarding', 'review');

-- CreateEnum
CREATE TYPE "strategy_state" AS ENUM ('called', 'held', 'minutes_out', 'reviewed', 'resolved');

-- CreateEnum
CREATE TYPE "strategy_part" AS ENUM ('social_care', 'health', 'police', 'referrer', 'other');

-- CreateEnum
CREATE TYPE "strategy_presence" AS ENUM ('attended', 'apologies', 'mistaken');

-- CreateEnum
CREATE TYPE "strategy_section47" AS ENUM ('begins', 'goes_on', 'not_met');

-- CreateEnum
CREATE TYPE "protection_step_kind" AS ENUM ('conference_held', 'conference_not_needed', 'assessment_finished');

-- CreateTable
CREATE TABLE "strategy_meeting" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "called_from" "strategy_source" NOT NULL,
    "level" "level",
    "reason" TEXT NOT NULL,
    "called_by_id" UUID NOT NULL,
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "review_of_id" UUID,
    "state" "strategy_state" NOT NULL DEFAULT 'called',
    "held_at" TIMESTAMPTZ(3),
    "minutes_out_at" TIMESTAMPTZ(3),
    "minutes_by_id" UUID,
    "awaited_by" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "strategy_meeting_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "strategy_invitation" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "subject_line" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_why" TEXT,

    CONSTRAINT "strategy_invitation_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "strategy_attendance" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "who" TEXT NOT NULL,
    "part" "strategy_part" NOT NULL,
    "presence" "strategy_presence" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_attendance_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "strategy_fact" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "nature" "entry_nature" NOT NULL,
    "source" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_fact_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "strategy_dissent" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_dissent_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "strategy_decision" (
    "area_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "section47" "strategy_section47" NOT NULL,
    "section47_reasons" TEXT NOT NULL,
    "criminal" BOOLEAN NOT NULL,
    "criminal_why" TEXT NOT NULL,
    "immediate_safety" TEXT NOT NULL,
    "tell_young" TEXT NOT NULL,
    "tell_parents" TEXT NOT NULL,
    "perpetrators" TEXT NOT NULL,
    "next_review_at" TIMESTAMPTZ(3),
    "resolved_why" TEXT,
    "missing" "strategy_part"[] DEFAULT ARRAY[]::"strategy_part"[],
    "without_quorum_why" TEXT,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "conference_due" TIMESTAMPTZ(3),
    "assessment_due" TIMESTAMPTZ(3),

    CONSTRAINT "strategy_decision_pkey" PRIMARY KEY ("area_id","meeting_id")
);

-- CreateTable
CREATE TABLE "strategy_outcome" (
    "area_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_outcome_pkey" PRIMARY KEY ("area_id","meeting_id","agency_id")
);

-- CreateTable
CREATE TABLE "strategy_snapshot" (
    "area_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "strategy_snapshot_pkey" PRIMARY KEY ("area_id","meeting_id")
);

-- CreateTable
CREATE TABLE "protection_step" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" "protection_step_kind" NOT NULL,
    "on_day" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "protection_step_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "strategy_meeting_area_id_awaited_by_id_idx" ON "strategy_meeting"("area_id", "awaited_by", "id");

-- CreateIndex
CREATE INDEX "strategy_meeting_area_id_called_at_id_idx" ON "strategy_meeting"("area_id", "called_at", "id");

-- CreateIndex
CREATE INDEX "strategy_meeting_area_id_case_id_idx" ON "strategy_meeting"("area_id", "case_id");

-- CreateIndex
CREATE INDEX "strategy_meeting_area_id_child_id_idx" ON "strategy_meeting"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_meeting_area_id_submission_key_key" ON "strategy_meeting"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "strategy_invitation_area_id_agency_id_planned_at_id_idx" ON "strategy_invitation"("area_id", "agency_id", "planned_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_invitation_area_id_meeting_id_agency_id_key" ON "strategy_invitation"("area_id", "meeting_id", "agency_id");

-- CreateIndex
CREATE INDEX "strategy_attendance_area_id_meeting_id_at_idx" ON "strategy_attendance"("area_id", "meeting_id", "at");

-- CreateIndex
CREATE INDEX "strategy_fact_area_id_meeting_id_at_idx" ON "strategy_fact"("area_id", "meeting_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_fact_area_id_submission_key_key" ON "strategy_fact"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "strategy_dissent_area_id_meeting_id_at_idx" ON "strategy_dissent"("area_id", "meeting_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_dissent_area_id_submission_key_key" ON "strategy_dissent"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "strategy_decision_area_id_case_id_conference_due_idx" ON "strategy_decision"("area_id", "case_id", "conference_due");

-- CreateIndex
CREATE UNIQUE INDEX "protection_step_area_id_meeting_id_kind_key" ON "protection_step"("area_id", "meeting_id", "kind");

-- AddForeignKey
ALTER TABLE "strategy_meeting" ADD CONSTRAINT "strategy_meeting_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_meeting" ADD CONSTRAINT "strategy_meeting_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_meeting" ADD CONSTRAINT "strategy_meeting_called_by_id_fkey" FOREIGN KEY ("called_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_meeting" ADD CONSTRAINT "strategy_meeting_minutes_by_id_fkey" FOREIGN KEY ("minutes_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_meeting" ADD CONSTRAINT "strategy_meeting_area_id_review_of_id_fkey" FOREIGN KEY ("area_id", "review_of_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_invitation" ADD CONSTRAINT "strategy_invitation_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_invitation" ADD CONSTRAINT "strategy_invitation_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_invitation" ADD CONSTRAINT "strategy_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_invitation" ADD CONSTRAINT "strategy_invitation_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_attendance" ADD CONSTRAINT "strategy_attendance_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_attendance" ADD CONSTRAINT "strategy_attendance_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_attendance" ADD CONSTRAINT "strategy_attendance_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_fact" ADD CONSTRAINT "strategy_fact_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_fact" ADD CONSTRAINT "strategy_fact_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_fact" ADD CONSTRAINT "strategy_fact_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_dissent" ADD CONSTRAINT "strategy_dissent_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_dissent" ADD CONSTRAINT "strategy_dissent_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_dissent" ADD CONSTRAINT "strategy_dissent_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_decision" ADD CONSTRAINT "strategy_decision_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_decision" ADD CONSTRAINT "strategy_decision_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_decision" ADD CONSTRAINT "strategy_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_outcome" ADD CONSTRAINT "strategy_outcome_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_outcome" ADD CONSTRAINT "strategy_outcome_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_snapshot" ADD CONSTRAINT "strategy_snapshot_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_snapshot" ADD CONSTRAINT "strategy_snapshot_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protection_step" ADD CONSTRAINT "protection_step_area_id_meeting_id_fkey" FOREIGN KEY ("area_id", "meeting_id") REFERENCES "strategy_meeting"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protection_step" ADD CONSTRAINT "protection_step_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['strategy_meeting', 'strategy_invitation', 'strategy_attendance', 'strategy_fact', 'strategy_dissent', 'strategy_decision',
    'strategy_outcome', 'strategy_snapshot', 'protection_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- The meeting: the safeguarding lead, the CATE manager, whoever holds the case, the auditor. The lead alone holds it
-- and lets its minutes out, and calls one from nothing but her own reason (DOMAIN 2).
-- ---------------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX one_planned_strategy ON strategy_meeting (area_id, case_id) WHERE held_at IS NULL;
CREATE UNIQUE INDEX one_review_of_each ON strategy_meeting (area_id, review_of_id) WHERE review_of_id IS NOT NULL;
ALTER TABLE strategy_meeting
  ADD CONSTRAINT called_from_something CHECK (((called_from = 'level') = (level IS NOT NULL)) AND ((called_from = 'review') = (review_of_id IS NOT NULL)) AND btrim(reason) <> ''),
  ADD CONSTRAINT held_at_a_time CHECK ((state = 'called') = (held_at IS NULL)),
  ADD CONSTRAINT minutes_by_somebody CHECK (num_nonnulls(minutes_out_at, minutes_by_id) = CASE WHEN state IN ('called', 'held') THEN 0 ELSE 2 END),
  ADD CONSTRAINT awaits_until_its_end CHECK ((awaited_by IS NULL) = (state IN ('reviewed', 'resolved')));
GRANT SELECT, INSERT ON strategy_meeting TO waymark_app;
GRANT UPDATE (state, held_at, minutes_out_at, minutes_by_id, awaited_by, version) ON strategy_meeting TO waymark_app;
CREATE POLICY sees ON strategy_meeting FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner'
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = strategy_meeting.area_id AND c.id = strategy_meeting.case_id))));
CREATE POLICY adds ON strategy_meeting FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner') AND called_by_id = (SELECT app_user_id()) AND state = 'called'
        AND (called_from <> 'safeguarding' OR (SELECT app_role()) = 'safeguarding_lead')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = strategy_meeting.area_id AND c.id = strategy_meeting.case_id AND c.child_id = strategy_meeting.child_id))));
CREATE POLICY changes ON strategy_meeting FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner', 'system'))
  WITH CHECK (area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system' OR state = 'reviewed'
    OR ((SELECT app_role()) = 'safeguarding_lead' AND (minutes_by_id IS NULL OR minutes_by_id = (SELECT app_user_id())))));

-- lib/pathway/strategy in SQL: whoever writes, no meeting goes out of turn, and none counts as held without a
-- decision and the snapshot of what was known.
CREATE FUNCTION strategy_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a strategy meeting is never deleted' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF (OLD.state, NEW.state) NOT IN (('called', 'held'), ('held', 'minutes_out'), ('held', 'resolved'), ('minutes_out', 'reviewed'))
    OR (OLD.held_at IS NOT NULL AND NEW.held_at IS DISTINCT FROM OLD.held_at)
    OR (OLD.minutes_out_at IS NOT NULL AND (NEW.minutes_out_at, NEW.minutes_by_id) IS DISTINCT FROM (OLD.minutes_out_at, OLD.minutes_by_id))
    OR (NEW.area_id, NEW.id, NEW.submission_key, NEW.case_id, NEW.child_id, NEW.called_from, NEW.level, NEW.reason, NEW.called_by_id, NEW.called_at, NEW.planned_at, NEW.place, NEW.review_of_id)
      IS DISTINCT FROM (OLD.area_id, OLD.id, OLD.submission_key, OLD.case_id, OLD.child_id, OLD.called_from, OLD.level, OLD.reason, OLD.called_by_id, OLD.called_at, OLD.planned_at, OLD.place, OLD.review_of_id) THEN
    RAISE EXCEPTION 'a strategy meeting cannot go from % to % so', OLD.state, NEW.state USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'held' AND NOT (
    EXISTS (SELECT FROM strategy_decision d WHERE d.area_id = NEW.area_id AND d.meeting_id = NEW.id)
    AND EXISTS (SELECT FROM strategy_snapshot s WHERE s.area_id = NEW.area_id AND s.meeting_id = NEW.id)) THEN
    RAISE EXCEPTION 'a strategy meeting is held with a decision and a snapshot' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE OR DELETE ON strategy_meeting FOR EACH ROW EXECUTE FUNCTION strategy_moves_on();

-- ---------------------------------------------------------------------------------------------------
-- Invitations: an agency sees its own until it is taken back, which is all that ever changes of one.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE strategy_invitation
  ADD CONSTRAINT withdrawn_by_somebody CHECK (num_nonnulls(withdrawn_at, withdrawn_by_id, withdrawn_why) IN (0, 3));
GRANT SELECT, INSERT ON strategy_invitation TO waymark_app;
GRANT UPDATE (withdrawn_at, withdrawn_by_id, withdrawn_why) ON strategy_invitation TO waymark_app;
CREATE POLICY sees ON strategy_invitation FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner'
        AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = strategy_invitation.area_id AND m.id = strategy_invitation.meeting_id))
    OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id()) AND withdrawn_at IS NULL)));
CREATE POLICY adds ON strategy_invitation FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner') AND invited_by_id = (SELECT app_user_id())
        AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = strategy_invitation.area_id AND m.id = strategy_invitation.meeting_id))));
CREATE POLICY withdraws ON strategy_invitation FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system'))
  WITH CHECK (area_id = (SELECT app_area_id()) AND ((SELECT app_role()) = 'system' OR withdrawn_by_id = (SELECT app_user_id())));
CREATE FUNCTION only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_by_id', 'withdrawn_why'] <> to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_by_id', 'withdrawn_why'] THEN
    RAISE EXCEPTION 'an invitation is taken back, and changed in nothing else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_withdrawn BEFORE UPDATE OR DELETE ON strategy_invitation FOR EACH ROW EXECUTE FUNCTION only_withdrawn();

-- How far a meeting of one's own area is, and nothing else of it: an invited agency does not see the meeting, and
-- what is said must come before it is decided, or before its minutes are out, whoever says it.
CREATE FUNCTION strategy_state_of(p_meeting uuid) RETURNS strategy_state
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT m.state FROM strategy_meeting m JOIN app_assignment() a ON a.area_id = m.area_id WHERE m.id = p_meeting $$;
GRANT EXECUTE ON FUNCTION strategy_state_of(uuid) TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- What is said: those who see the meeting see and write it for any agency; an invited agency its own.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE strategy_fact ADD CONSTRAINT says_something CHECK (btrim(text) <> '' AND btrim(source) <> '');
ALTER TABLE strategy_dissent ADD CONSTRAINT says_something CHECK (btrim(words) <> '');
DO $$
DECLARE t text; until text;
BEGIN
  FOREACH t IN ARRAY ARRAY['strategy_fact', 'strategy_dissent'] LOOP
    until := CASE t WHEN 'strategy_fact' THEN $u$('called')$u$ ELSE $u$('called', 'held')$u$ END;
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (
        (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
        OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = %1$I.area_id AND m.id = %1$I.meeting_id))
        OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id())
            AND EXISTS (SELECT FROM strategy_invitation i WHERE i.area_id = %1$I.area_id AND i.meeting_id = %1$I.meeting_id))))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %1$I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND (
        (SELECT app_role()) = 'system'
        OR (by_id = (SELECT app_user_id()) AND strategy_state_of(meeting_id) IN %2$s AND (
          ((SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner') AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = %1$I.area_id AND m.id = %1$I.meeting_id))
          OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id())
              AND EXISTS (SELECT FROM strategy_invitation i WHERE i.area_id = %1$I.area_id AND i.meeting_id = %1$I.meeting_id))))))$p$, t, until);
  END LOOP;
END $$;

-- Who was there: those who see the meeting.
GRANT SELECT, INSERT ON strategy_attendance TO waymark_app;
CREATE POLICY sees ON strategy_attendance FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner'
        AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = strategy_attendance.area_id AND m.id = strategy_attendance.meeting_id))));
CREATE POLICY adds ON strategy_attendance FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner') AND by_id = (SELECT app_user_id()) AND strategy_state_of(meeting_id) = 'called'
        AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = strategy_attendance.area_id AND m.id = strategy_attendance.meeting_id))));

-- ---------------------------------------------------------------------------------------------------
-- The decision, what was known with it, what each agency is given of it, and what ends its clocks: written by the lead.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE strategy_decision
  ADD CONSTRAINT reviewed_or_resolved CHECK (num_nonnulls(next_review_at, resolved_why) = 1),
  ADD CONSTRAINT clocks_of_section47 CHECK (num_nonnulls(conference_due, assessment_due) = CASE WHEN section47 = 'begins' THEN 2 ELSE 0 END),
  ADD CONSTRAINT quorum_or_why CHECK ((cardinality(missing) > 0) = (without_quorum_why IS NOT NULL)),
  ADD CONSTRAINT decided_with_reasons CHECK (btrim(section47_reasons) <> '' AND btrim(criminal_why) <> '' AND btrim(immediate_safety) <> '');
DO $$
DECLARE t text; author text;
BEGIN
  FOREACH t IN ARRAY ARRAY['strategy_decision', 'strategy_snapshot', 'strategy_outcome', 'protection_step'] LOOP
    author := CASE t WHEN 'strategy_decision' THEN 'decided_by_id = (SELECT app_user_id())' WHEN 'strategy_outcome' THEN 'true' ELSE 'by_id = (SELECT app_user_id())' END;
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (
        (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
        OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM strategy_meeting m WHERE m.area_id = %1$I.area_id AND m.id = %1$I.meeting_id))))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %1$I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND ((SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'safeguarding_lead' AND %2$s)))$p$, t, author);
  END LOOP;
END $$;
CREATE POLICY sees_own ON strategy_outcome FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id())
  AND EXISTS (SELECT FROM strategy_invitation i WHERE i.area_id = strategy_outcome.area_id AND i.meeting_id = strategy_outcome.meeting_id));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['strategy_attendance', 'strategy_fact', 'strategy_dissent', 'strategy_decision', 'strategy_outcome', 'strategy_snapshot', 'protection_step'] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['strategy_meeting', 'strategy_invitation'] LOOP
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
