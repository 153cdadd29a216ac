-- CreateEnum
CREATE TYPE "level_direction" AS ENUM ('as_suggested', 'higher', 'lower');

-- CreateEnum
CREATE TYPE "section47_answer" AS ENUM ('asked_for', 'under_way', 'not_needed');

-- CreateTable
CREATE TABLE "assessment" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "set_ref" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "answers" JSONB NOT NULL,
    "models" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "young_view" TEXT,
    "young_not_heard" TEXT,
    "young_plan" TEXT,
    "parents_view" TEXT,
    "parents_not_heard" TEXT,
    "parents_plan" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "finished_by_id" UUID,
    "suggested" "level",
    "working" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "level" "level",
    "direction" "level_direction",
    "level_reason" TEXT,
    "override_reason" TEXT,
    "section47" "section47_answer",
    "section47_note" TEXT,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "assessment_area_id_case_id_finished_at_idx" ON "assessment"("area_id", "case_id", "finished_at");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_begun_by_id_fkey" FOREIGN KEY ("begun_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_finished_by_id_fkey" FOREIGN KEY ("finished_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Security as in the store: enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON assessment FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON assessment FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON assessment TO waymark_auditor;

-- One is filled in at a time. A finished one is whole: a person, a level and why, both views or why not and what
-- will be tried, and a reason wherever it is not as suggested (DOMAIN 3).
CREATE UNIQUE INDEX one_open_assessment ON assessment (area_id, case_id) WHERE finished_at IS NULL;
ALTER TABLE assessment
  ADD CONSTRAINT finished_whole CHECK (finished_at IS NULL OR (
    num_nonnulls(finished_by_id, suggested, level, direction, level_reason) = 5
    AND (young_view IS NOT NULL OR num_nonnulls(young_not_heard, young_plan) = 2)
    AND (parents_view IS NOT NULL OR num_nonnulls(parents_not_heard, parents_plan) = 2)
    AND (direction = 'as_suggested' OR override_reason IS NOT NULL))),
  ADD CONSTRAINT points_where_it_went CHECK (direction IS NULL OR direction = CASE
    WHEN level = suggested THEN 'as_suggested' WHEN level > suggested THEN 'higher' ELSE 'lower' END::level_direction),
  ADD CONSTRAINT section47_with_why CHECK ((section47 IS NULL) = (section47_note IS NULL));

-- What it is about and which set it keeps are not among the columns that may be changed.
GRANT SELECT, INSERT ON assessment TO waymark_app;
GRANT UPDATE (version, answers, models, young_view, young_not_heard, young_plan, parents_view, parents_not_heard, parents_plan, finished_at,
  finished_by_id, suggested, working, level, direction, level_reason, override_reason, section47, section47_note) ON assessment TO waymark_app;
CREATE POLICY sees ON assessment FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = assessment.area_id AND c.id = assessment.case_id))));
CREATE POLICY adds ON assessment FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('cate_manager', 'practitioner') AND begun_by_id = (SELECT app_user_id())
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = assessment.area_id AND c.id = assessment.case_id AND c.child_id = assessment.child_id))));
CREATE POLICY changes ON assessment FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner'))
  WITH CHECK (area_id = (SELECT app_area_id()) AND (finished_by_id IS NULL OR finished_by_id = (SELECT app_user_id())));

-- A finished assessment is a record of what was known and thought on that day, for whoever writes.
CREATE FUNCTION refuse_after_finish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.finished_at IS NOT NULL OR TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a finished assessment is never changed, and none is deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.set_ref <> OLD.set_ref OR NEW.case_id <> OLD.case_id OR NEW.child_id <> OLD.child_id THEN
    RAISE EXCEPTION 'an assessment keeps its case and its set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finished_stays BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_after_finish();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
