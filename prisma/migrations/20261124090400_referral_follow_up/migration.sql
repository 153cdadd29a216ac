-- Referrals that are followed up: agencies as receivers, what was shared, each move, who was told, challenges.

-- CreateEnum
CREATE TYPE "challenge_from" AS ENUM ('referrer', 'decider');

-- CreateEnum
CREATE TYPE "challenge_answer" AS ENUM ('stands', 'reversed', 'sent_elsewhere');

-- DropIndex
-- A contact may go to several agencies, and on to another team when one declines. Sending twice is kept out by
-- the decision (one a contact) and by the key of the form.
DROP INDEX "referral_area_id_contact_id_outcome_key";

-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "action_at" TIMESTAMPTZ(3),
ADD COLUMN     "awaited_by" TIMESTAMPTZ(3),
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "follows_id" UUID,
ADD COLUMN     "submission_key" UUID,
ADD COLUMN     "tell_by" TIMESTAMPTZ(3),
ADD COLUMN     "tellable" BOOLEAN,
ADD COLUMN     "to_agency_id" UUID;

-- CreateTable
CREATE TABLE "referral_move" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "from_state" "referral_state",
    "to_state" "referral_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "words" TEXT,
    "said_by" TEXT,

    CONSTRAINT "referral_move_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "sharing" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID,
    "contact_id" UUID,
    "referral_id" UUID,
    "receiver" TEXT NOT NULL,
    "to_agency_id" UUID,
    "shared" BOOLEAN NOT NULL,
    "items" JSONB NOT NULL DEFAULT '[]',
    "left_out" TEXT[],
    "purpose" TEXT NOT NULL,
    "basis" TEXT,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "sharing_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "outcome_told" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "referral_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "to_whom" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "outcome_told_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "challenge" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "referral_id" UUID,
    "from_whom" "challenge_from" NOT NULL,
    "by_agency_id" UUID,
    "raised_by" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "challenge_answer",
    "reasons" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "referral_area_id_submission_key_key" ON "referral"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "referral_area_id_contact_id_idx" ON "referral"("area_id", "contact_id");

-- CreateIndex
CREATE INDEX "referral_area_id_awaited_by_id_idx" ON "referral"("area_id", "awaited_by", "id");

-- CreateIndex
CREATE INDEX "referral_area_id_tell_by_id_idx" ON "referral"("area_id", "tell_by", "id");

-- CreateIndex
CREATE INDEX "referral_area_id_to_agency_id_sent_at_idx" ON "referral"("area_id", "to_agency_id", "sent_at");

-- CreateIndex
CREATE INDEX "referral_move_area_id_referral_id_at_idx" ON "referral_move"("area_id", "referral_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "sharing_area_id_referral_id_key" ON "sharing"("area_id", "referral_id");

-- CreateIndex
CREATE INDEX "sharing_area_id_child_id_at_idx" ON "sharing"("area_id", "child_id", "at");

-- CreateIndex
CREATE INDEX "sharing_area_id_to_agency_id_at_idx" ON "sharing"("area_id", "to_agency_id", "at");

-- CreateIndex
CREATE INDEX "outcome_told_area_id_contact_id_at_idx" ON "outcome_told"("area_id", "contact_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "challenge_area_id_contact_id_from_whom_key" ON "challenge"("area_id", "contact_id", "from_whom");

-- CreateIndex
CREATE INDEX "challenge_area_id_answered_at_due_at_idx" ON "challenge"("area_id", "answered_at", "due_at");

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_to_agency_id_fkey" FOREIGN KEY ("area_id", "to_agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_follows_id_fkey" FOREIGN KEY ("area_id", "follows_id") REFERENCES "referral"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_move" ADD CONSTRAINT "referral_move_area_id_referral_id_fkey" FOREIGN KEY ("area_id", "referral_id") REFERENCES "referral"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_move" ADD CONSTRAINT "referral_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_area_id_referral_id_fkey" FOREIGN KEY ("area_id", "referral_id") REFERENCES "referral"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_area_id_to_agency_id_fkey" FOREIGN KEY ("area_id", "to_agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_told" ADD CONSTRAINT "outcome_told_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_told" ADD CONSTRAINT "outcome_told_area_id_referral_id_fkey" FOREIGN KEY ("area_id", "referral_id") REFERENCES "referral"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_told" ADD CONSTRAINT "outcome_told_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_area_id_referral_id_fkey" FOREIGN KEY ("area_id", "referral_id") REFERENCES "referral"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_area_id_by_agency_id_fkey" FOREIGN KEY ("area_id", "by_agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- The new tables: security enabled and forced, the owner and the auditor may read, as in the store
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral_move', 'sharing', 'outcome_told', 'challenge'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['referral_move', 'sharing', 'outcome_told'] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- Referrals: an agency sees and answers its own; the front door writes down what a service outside said
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE referral DROP CONSTRAINT goes_somewhere;
ALTER TABLE referral ADD CONSTRAINT goes_somewhere CHECK (num_nonnulls(to_team_id, to_service, to_agency_id) = 1);
DROP POLICY sees ON referral;
CREATE POLICY sees ON referral FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'cate_manager' AND outcome = 'cate')
    OR ((SELECT app_role()) IN ('partner', 'police') AND to_agency_id = (SELECT app_agency_id()))
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair', 'police')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = referral.area_id AND c.referral_id = referral.id))));
DROP POLICY changes ON referral;
CREATE POLICY changes ON referral FOR UPDATE TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
    OR ((SELECT app_role()) = 'cate_manager' AND outcome = 'cate')
    OR ((SELECT app_role()) IN ('partner', 'police') AND to_agency_id = (SELECT app_agency_id()))));

-- whoever answers, what was sent to whom stays as it was
CREATE FUNCTION referral_stays_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.contact_id, NEW.outcome, NEW.to_team_id, NEW.to_service, NEW.to_agency_id, NEW.follows_id, NEW.summary, NEW.sent_at, NEW.sent_by_id)
    IS DISTINCT FROM (OLD.contact_id, OLD.outcome, OLD.to_team_id, OLD.to_service, OLD.to_agency_id, OLD.follows_id, OLD.summary, OLD.sent_at, OLD.sent_by_id)
  THEN RAISE EXCEPTION 'a referral stays as it was sent' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays_as_sent BEFORE UPDATE ON referral FOR EACH ROW EXECUTE FUNCTION referral_stays_as_sent();

GRANT SELECT, INSERT ON referral_move TO waymark_app;
CREATE POLICY sees ON referral_move FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM referral r WHERE r.area_id = referral_move.area_id AND r.id = referral_move.referral_id));
CREATE POLICY adds ON referral_move FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id())
  AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id()))
  AND ((SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
    OR ((SELECT app_role()) IN ('cate_manager', 'partner', 'police') AND EXISTS (
      SELECT FROM referral r WHERE r.area_id = referral_move.area_id AND r.id = referral_move.referral_id
        AND (((SELECT app_role()) = 'cate_manager' AND r.outcome = 'cate')
          OR ((SELECT app_role()) <> 'cate_manager' AND r.to_agency_id = (SELECT app_agency_id())))))));

-- ---------------------------------------------------------------------------------------------------
-- What was shared: a partner sees what was shared with its own agency, and of the child nothing else
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE sharing
  ADD CONSTRAINT shared_on_a_basis CHECK (shared = (basis IS NOT NULL)),
  ADD CONSTRAINT nothing_unless_shared CHECK (shared OR (items = '[]' AND referral_id IS NULL)),
  ADD CONSTRAINT has_a_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT about_something CHECK (num_nonnulls(child_id, contact_id) > 0);
GRANT SELECT, INSERT ON sharing TO waymark_app;
CREATE POLICY sees ON sharing FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police') AND shared AND to_agency_id = (SELECT app_agency_id()))
    OR ((SELECT app_role()) IN ('practitioner', 'cate_manager', 'panel_chair', 'police')
        AND child_id IN (SELECT app_child_ids()))));
CREATE POLICY adds ON sharing FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id())));

-- ---------------------------------------------------------------------------------------------------
-- Who was told, and who disagrees
-- ---------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON outcome_told TO waymark_app;
CREATE POLICY sees ON outcome_told FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police') AND EXISTS (
      SELECT FROM contact c WHERE c.area_id = outcome_told.area_id AND c.id = outcome_told.contact_id
        AND c.referrer_agency_id = (SELECT app_agency_id())))));
CREATE POLICY adds ON outcome_told FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id())));

ALTER TABLE challenge ADD CONSTRAINT answered_with_reasons
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (reasons IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL));
GRANT SELECT, INSERT, UPDATE ON challenge TO waymark_app;
CREATE POLICY sees ON challenge FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'cate_manager' AND EXISTS (
      SELECT FROM referral r WHERE r.area_id = challenge.area_id AND r.id = challenge.referral_id))
    OR ((SELECT app_role()) IN ('partner', 'police') AND by_agency_id = (SELECT app_agency_id()))));
CREATE POLICY adds ON challenge FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id())
  AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id()))
  AND ((SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police') AND from_whom = 'referrer' AND by_agency_id = (SELECT app_agency_id())
        AND answer IS NULL AND EXISTS (
          SELECT FROM contact c WHERE c.area_id = challenge.area_id AND c.id = challenge.contact_id
            AND c.referrer_agency_id = (SELECT app_agency_id())))));
CREATE POLICY changes ON challenge FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system'));
-- an answer is given once
CREATE TRIGGER answered_once BEFORE UPDATE ON challenge
  FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
