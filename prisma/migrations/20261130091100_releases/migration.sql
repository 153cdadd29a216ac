-- CreateEnum
CREATE TYPE "release_kind" AS ENUM ('archive', 'census');

-- CreateEnum
CREATE TYPE "release_state" AS ENUM ('asked', 'refused', 'let_out', 'made', 'failed', 'deleted');

-- CreateTable
CREATE TABLE "data_release" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "kind" "release_kind" NOT NULL,
    "state" "release_state" NOT NULL DEFAULT 'asked',
    "reason" TEXT NOT NULL,
    "from_day" DATE,
    "until_day" DATE,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "answer" TEXT NOT NULL DEFAULT '',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "hash" TEXT,
    "bytes" BIGINT,
    "made_at" TIMESTAMPTZ(3),
    "asker_took_at" TIMESTAMPTZ(3),
    "second_took_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_release_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "data_release_area_id_asked_at_id_idx" ON "data_release"("area_id", "asked_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "data_release_area_id_submission_key_key" ON "data_release"("area_id", "submission_key");

-- AddForeignKey
ALTER TABLE "data_release" ADD CONSTRAINT "data_release_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_release" ADD CONSTRAINT "data_release_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE data_release ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_release FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON data_release FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON data_release FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON data_release TO waymark_auditor;

-- ---------------------------------------------------------------------------------------------------
-- Two people: a manager asks, a safeguarding lead answers. Neither for the other, and the system for nobody.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE data_release
  ADD CONSTRAINT answered_by_a_second CHECK (answered_by_id IS NULL OR answered_by_id <> asked_by_id),
  ADD CONSTRAINT answered_by_somebody CHECK ((answered_at IS NULL) = (answered_by_id IS NULL)),
  ADD CONSTRAINT out_as_answered CHECK (state NOT IN ('refused', 'let_out', 'made', 'failed') OR answered_at IS NOT NULL),
  ADD CONSTRAINT made_with_its_hash CHECK (state <> 'made' OR (hash IS NOT NULL AND bytes IS NOT NULL AND made_at IS NOT NULL)),
  ADD CONSTRAINT census_has_a_period CHECK ((kind = 'census') = (from_day IS NOT NULL AND until_day IS NOT NULL));
GRANT SELECT, INSERT ON data_release TO waymark_app;
GRANT UPDATE (state, answered_at, answered_by_id, answer, progress, total, counts, hash, bytes, made_at, asker_took_at, second_took_at) ON data_release TO waymark_app;
CREATE POLICY sees ON data_release FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'safeguarding_lead', 'auditor', 'system'));
CREATE POLICY adds ON data_release FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'manager' AND asked_by_id = (SELECT app_user_id()) AND state = 'asked');
CREATE POLICY changes ON data_release FOR UPDATE TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'safeguarding_lead', 'system'))
  WITH CHECK (area_id = (SELECT app_area_id()));

-- Who may move it where: the policy cannot compare what it was with what it becomes.
CREATE FUNCTION release_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  denied CONSTANT text := 'this release is not yours to change so';
BEGIN
  IF current_user <> 'waymark_app' THEN RETURN NEW; END IF;
  IF OLD.state = 'asked' AND NEW.state IN ('let_out', 'refused') THEN
    IF app_role() IS DISTINCT FROM 'safeguarding_lead' OR NEW.answered_by_id IS DISTINCT FROM app_user_id() THEN RAISE EXCEPTION '%', denied USING ERRCODE = 'insufficient_privilege'; END IF;
  ELSIF NEW.answered_by_id IS DISTINCT FROM OLD.answered_by_id OR NEW.answered_at IS DISTINCT FROM OLD.answered_at OR NEW.answer <> OLD.answer THEN
    RAISE EXCEPTION '%', denied USING ERRCODE = 'insufficient_privilege';
  ELSIF NEW.state <> OLD.state AND NOT (app_role() = 'system' AND (
      (OLD.state = 'let_out' AND NEW.state IN ('made', 'failed')) OR (OLD.state = 'made' AND NEW.state = 'deleted') OR (OLD.state = 'asked' AND NEW.state = 'deleted'))) THEN
    RAISE EXCEPTION '%', denied USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- each of the two takes it once, in their own name
  IF NEW.asker_took_at IS DISTINCT FROM OLD.asker_took_at AND (OLD.asker_took_at IS NOT NULL OR OLD.state <> 'made' OR app_user_id() IS DISTINCT FROM OLD.asked_by_id)
    OR NEW.second_took_at IS DISTINCT FROM OLD.second_took_at AND (OLD.second_took_at IS NOT NULL OR OLD.state <> 'made' OR app_user_id() IS DISTINCT FROM OLD.answered_by_id) THEN
    RAISE EXCEPTION '%', denied USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF app_role() <> 'system' AND (NEW.hash, NEW.bytes, NEW.made_at, NEW.counts, NEW.progress, NEW.total) IS DISTINCT FROM (OLD.hash, OLD.bytes, OLD.made_at, OLD.counts, OLD.progress, OLD.total) THEN
    RAISE EXCEPTION '%', denied USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE ON data_release FOR EACH ROW EXECUTE FUNCTION release_moves_on();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON data_release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------
-- The system sees every table of its area but the log and supervision. It reads those too, while an archive that two
-- people let out is being made, and at no other time.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_event', 'audit_event_child', 'supervision', 'supervision_decision'] LOOP
    EXECUTE format($policy$CREATE POLICY leaves ON %I FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'system'
      AND (SELECT EXISTS (SELECT FROM data_release r WHERE r.area_id = (SELECT app_area_id()) AND r.kind = 'archive' AND r.state = 'let_out')))$policy$, t);
  END LOOP;
END $$;
