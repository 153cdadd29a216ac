-- CreateEnum
CREATE TYPE "action_source" AS ENUM ('panel', 'plan', 'strategy', 'review');

-- CreateEnum
CREATE TYPE "action_owner" AS ENUM ('person', 'agency', 'young_person', 'family', 'other');

-- CreateEnum
CREATE TYPE "action_state" AS ENUM ('open', 'done', 'not_done');

-- CreateEnum
CREATE TYPE "exit_kind" AS ENUM ('low', 'close');

-- CreateTable
CREATE TABLE "agreed_action" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "source" "action_source" NOT NULL,
    "source_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "owner_kind" "action_owner" NOT NULL,
    "owner_user_id" UUID,
    "owner_agency_id" UUID,
    "owner_name" TEXT,
    "about" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "action_state" NOT NULL DEFAULT 'open',
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreed_action_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "action_answer" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "state" "action_state" NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "action_answer_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "case_review" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "changed" TEXT NOT NULL,
    "young_view" TEXT,
    "young_not_heard" TEXT,
    "young_plan" TEXT,
    "parents_view" TEXT,
    "parents_not_heard" TEXT,
    "parents_plan" TEXT,
    "transition" TEXT,
    "level_before" "level",
    "level" "level" NOT NULL,
    "reason" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "next_due" TIMESTAMPTZ(3) NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "case_review_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "exit_proposal" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "kind" "exit_kind" NOT NULL,
    "level_before" "level",
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "evidence" JSONB NOT NULL,
    "agency_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "agreed" BOOLEAN,
    "answer" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "carried_out" BOOLEAN,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exit_proposal_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "agreed_action_area_id_case_id_due_on_idx" ON "agreed_action"("area_id", "case_id", "due_on");

-- CreateIndex
CREATE INDEX "agreed_action_area_id_child_id_idx" ON "agreed_action"("area_id", "child_id");

-- CreateIndex
CREATE INDEX "agreed_action_area_id_due_on_id_idx" ON "agreed_action"("area_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "agreed_action_area_id_owner_user_id_due_on_idx" ON "agreed_action"("area_id", "owner_user_id", "due_on");

-- CreateIndex
CREATE INDEX "agreed_action_area_id_owner_agency_id_due_on_idx" ON "agreed_action"("area_id", "owner_agency_id", "due_on");

-- CreateIndex
CREATE INDEX "action_answer_area_id_action_id_at_idx" ON "action_answer"("area_id", "action_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "case_review_area_id_submission_key_key" ON "case_review"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "case_review_area_id_case_id_at_idx" ON "case_review"("area_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "case_review_area_id_child_id_idx" ON "case_review"("area_id", "child_id");

-- CreateIndex
CREATE INDEX "exit_proposal_area_id_case_id_proposed_at_idx" ON "exit_proposal"("area_id", "case_id", "proposed_at");

-- CreateIndex
CREATE INDEX "exit_proposal_area_id_child_id_idx" ON "exit_proposal"("area_id", "child_id");

-- CreateIndex
CREATE INDEX "exit_proposal_area_id_agency_id_proposed_at_idx" ON "exit_proposal"("area_id", "agency_id", "proposed_at");

-- AddForeignKey
ALTER TABLE "agreed_action" ADD CONSTRAINT "agreed_action_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_action" ADD CONSTRAINT "agreed_action_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_action" ADD CONSTRAINT "agreed_action_owner_user_id_fkey" FOREIGN KEY ("owner_user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_action" ADD CONSTRAINT "agreed_action_area_id_owner_agency_id_fkey" FOREIGN KEY ("area_id", "owner_agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_action" ADD CONSTRAINT "agreed_action_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_answer" ADD CONSTRAINT "action_answer_area_id_action_id_fkey" FOREIGN KEY ("area_id", "action_id") REFERENCES "agreed_action"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_answer" ADD CONSTRAINT "action_answer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_review" ADD CONSTRAINT "case_review_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_review" ADD CONSTRAINT "case_review_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_review" ADD CONSTRAINT "case_review_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_proposal" ADD CONSTRAINT "exit_proposal_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_proposal" ADD CONSTRAINT "exit_proposal_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_proposal" ADD CONSTRAINT "exit_proposal_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_proposal" ADD CONSTRAINT "exit_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_proposal" ADD CONSTRAINT "exit_proposal_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_proposal" ADD CONSTRAINT "exit_proposal_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Security as in the store: enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agreed_action', 'action_answer', 'case_review', 'exit_proposal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- Actions: an owner of one kind; what was agreed stays, its state moves with an answer.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE agreed_action ADD CONSTRAINT owned_by_one CHECK (CASE owner_kind
  WHEN 'person' THEN owner_user_id IS NOT NULL AND num_nonnulls(owner_agency_id, owner_name) = 0
  WHEN 'agency' THEN owner_agency_id IS NOT NULL AND num_nonnulls(owner_user_id, owner_name) = 0
  WHEN 'young_person' THEN num_nonnulls(owner_user_id, owner_agency_id, owner_name) = 0
  ELSE owner_name IS NOT NULL AND num_nonnulls(owner_user_id, owner_agency_id) = 0 END);
CREATE INDEX agreed_action_open ON agreed_action (area_id, due_on, id) WHERE state = 'open';

GRANT SELECT, INSERT ON agreed_action, action_answer, case_review, exit_proposal TO waymark_app;
-- an owner who leaves gives way to another; what was agreed and by when does not change
GRANT UPDATE (state, version, owner_kind, owner_user_id, owner_agency_id, owner_name) ON agreed_action TO waymark_app;
CREATE POLICY sees ON agreed_action FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR owner_user_id = (SELECT app_user_id())
    OR ((SELECT app_role()) IN ('partner', 'police') AND owner_agency_id = (SELECT app_agency_id()))
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = agreed_action.area_id AND c.id = agreed_action.case_id))));
CREATE POLICY adds ON agreed_action FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner', 'panel_chair') AND agreed_by_id = (SELECT app_user_id())
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = agreed_action.area_id AND c.id = agreed_action.case_id AND c.child_id = agreed_action.child_id))));
CREATE POLICY changes ON agreed_action FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner', 'panel_chair', 'partner', 'police', 'system'));
CREATE POLICY sees ON action_answer FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND EXISTS (SELECT FROM agreed_action a WHERE a.area_id = action_answer.area_id AND a.id = action_answer.action_id));
CREATE POLICY adds ON action_answer FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) <> 'auditor' AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id()))
  AND EXISTS (SELECT FROM agreed_action a WHERE a.area_id = action_answer.area_id AND a.id = action_answer.action_id));
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON action_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON agreed_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------
-- Reviews: both views, or why not and what will be tried. Never changed.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE case_review ADD CONSTRAINT heard_or_why CHECK (
  (young_view IS NOT NULL OR num_nonnulls(young_not_heard, young_plan) = 2)
  AND (parents_view IS NOT NULL OR num_nonnulls(parents_not_heard, parents_plan) = 2));
CREATE POLICY sees ON case_review FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = case_review.area_id AND c.id = case_review.case_id))));
CREATE POLICY adds ON case_review FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('cate_manager', 'practitioner') AND by_id = (SELECT app_user_id())
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = case_review.area_id AND c.id = case_review.case_id AND c.child_id = case_review.child_id))));
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------
-- The guard of exit (DOMAIN 2): one proposal at a time of each kind; its answer is the asked agency's own.
-- ---------------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX one_proposal_at_a_time ON exit_proposal (area_id, case_id, kind) WHERE ended_at IS NULL;
ALTER TABLE exit_proposal
  ADD CONSTRAINT answered_whole CHECK (num_nonnulls(answered_at, answered_by_id, agreed, answer) IN (0, 4)),
  ADD CONSTRAINT ended_whole CHECK (num_nonnulls(ended_at, ended_by_id, carried_out) IN (0, 3)),
  ADD CONSTRAINT only_what_was_agreed CHECK (carried_out IS NOT TRUE OR agreed IS TRUE);
GRANT UPDATE (answered_at, answered_by_id, agreed, answer, ended_at, ended_by_id, carried_out, version) ON exit_proposal TO waymark_app;
CREATE POLICY sees ON exit_proposal FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id()))
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = exit_proposal.area_id AND c.id = exit_proposal.case_id))));
CREATE POLICY adds ON exit_proposal FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND answered_at IS NULL AND ended_at IS NULL
  AND (SELECT app_role()) IN ('cate_manager', 'practitioner') AND proposed_by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = exit_proposal.area_id AND c.id = exit_proposal.case_id AND c.child_id = exit_proposal.child_id));
CREATE POLICY changes ON exit_proposal FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner', 'panel_chair', 'partner', 'police'));

CREATE FUNCTION exit_proposal_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR (OLD.answered_at IS NOT NULL AND (NEW.answered_at, NEW.answered_by_id, NEW.agreed, NEW.answer) IS DISTINCT FROM (OLD.answered_at, OLD.answered_by_id, OLD.agreed, OLD.answer)) THEN
    RAISE EXCEPTION 'what was answered or ended stays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- the second agency answers for itself: nobody agrees to their own proposal
  IF OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL AND (app_role() NOT IN ('partner', 'police') OR app_agency_id() <> OLD.agency_id) THEN
    RAISE EXCEPTION 'the agency that is asked answers for itself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.ended_at IS NOT NULL AND app_role() IN ('partner', 'police') THEN
    RAISE EXCEPTION 'the asked agency ends nothing' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE ON exit_proposal FOR EACH ROW EXECUTE FUNCTION exit_proposal_moves_on();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON exit_proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nothing closes, and no level falls to Low, without an agreed proposal: whichever code asks. The example years'
-- own histories are written by the system.
CREATE FUNCTION closes_as_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_role() IS DISTINCT FROM 'system' AND current_user = 'waymark_app' AND NOT EXISTS (
    SELECT FROM exit_proposal p WHERE p.area_id = NEW.area_id AND p.case_id = NEW.id AND p.kind = 'close' AND p.agreed AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a case closes only as a second agency agreed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER closes_as_agreed BEFORE UPDATE ON cate_case FOR EACH ROW WHEN (NEW.stage = 'closed' AND OLD.stage <> 'closed') EXECUTE FUNCTION closes_as_agreed();
CREATE FUNCTION falls_as_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_role() IS DISTINCT FROM 'system' AND current_user = 'waymark_app'
    AND (SELECT l.level FROM case_level l WHERE l.area_id = NEW.area_id AND l.case_id = NEW.case_id ORDER BY l.at DESC, l.id DESC LIMIT 1) > 'low'
    AND NOT EXISTS (SELECT FROM exit_proposal p WHERE p.area_id = NEW.area_id AND p.case_id = NEW.case_id AND p.kind = 'low' AND p.agreed AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a level falls to low only as a second agency agreed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER falls_as_agreed BEFORE INSERT ON case_level FOR EACH ROW WHEN (NEW.level = 'low') EXECUTE FUNCTION falls_as_agreed();
