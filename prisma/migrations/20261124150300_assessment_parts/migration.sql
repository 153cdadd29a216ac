-- CreateTable
CREATE TABLE "assessment_request" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "child_name" TEXT NOT NULL,
    "born_on" DATE,
    "born_estimated" BOOLEAN NOT NULL,
    "question" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "assessment_request_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "assessment_part" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "nothing_known" BOOLEAN NOT NULL,
    "known" JSONB NOT NULL,
    "level" "level",
    "level_reason" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "supersedes_id" UUID,

    CONSTRAINT "assessment_part_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "indicator_set" (
    "area_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "indicators" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "indicator_set_pkey" PRIMARY KEY ("area_id","number")
);

-- CreateIndex
CREATE INDEX "assessment_request_area_id_agency_id_asked_at_id_idx" ON "assessment_request"("area_id", "agency_id", "asked_at", "id");

-- CreateIndex
CREATE INDEX "assessment_request_area_id_answered_at_due_at_idx" ON "assessment_request"("area_id", "answered_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_request_area_id_assessment_id_agency_id_key" ON "assessment_request"("area_id", "assessment_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_request_area_id_id_agency_id_key" ON "assessment_request"("area_id", "id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_part_area_id_request_id_id_key" ON "assessment_part"("area_id", "request_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_part_area_id_request_id_supersedes_id_key" ON "assessment_part"("area_id", "request_id", "supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_part_area_id_submission_key_key" ON "assessment_part"("area_id", "submission_key");

-- AddForeignKey
ALTER TABLE "assessment_request" ADD CONSTRAINT "assessment_request_area_id_assessment_id_fkey" FOREIGN KEY ("area_id", "assessment_id") REFERENCES "assessment"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_request" ADD CONSTRAINT "assessment_request_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_request" ADD CONSTRAINT "assessment_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_part" ADD CONSTRAINT "assessment_part_area_id_request_id_agency_id_fkey" FOREIGN KEY ("area_id", "request_id", "agency_id") REFERENCES "assessment_request"("area_id", "id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_part" ADD CONSTRAINT "assessment_part_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_part" ADD CONSTRAINT "assessment_part_area_id_request_id_supersedes_id_fkey" FOREIGN KEY ("area_id", "request_id", "supersedes_id") REFERENCES "assessment_part"("area_id", "request_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_set" ADD CONSTRAINT "indicator_set_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_set" ADD CONSTRAINT "indicator_set_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assessment_request', 'assessment_part', 'indicator_set'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- What an agency is asked: that agency, and whoever reads the assessment. The agency says when it answered, and
-- nothing else of it changes.
-- ---------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON assessment_request TO waymark_app;
GRANT UPDATE (answered_at, reminders) ON assessment_request TO waymark_app;
CREATE POLICY sees ON assessment_request FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id()))
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
        AND EXISTS (SELECT FROM assessment a WHERE a.area_id = assessment_request.area_id AND a.id = assessment_request.assessment_id))));
CREATE POLICY adds ON assessment_request FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND answered_at IS NULL AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner') AND asked_by_id = (SELECT app_user_id())
        AND EXISTS (SELECT FROM assessment a WHERE a.area_id = assessment_request.area_id AND a.id = assessment_request.assessment_id
          AND a.child_id = assessment_request.child_id AND a.finished_at IS NULL))));
CREATE POLICY changes ON assessment_request FOR UPDATE TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id()))))
  WITH CHECK (area_id = (SELECT app_area_id()) AND ((SELECT app_role()) = 'system' OR answered_at IS NOT NULL));

-- ---------------------------------------------------------------------------------------------------
-- What it says: written by that agency alone. One first answer a request, and each correction takes the place of one.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE assessment_part
  ADD CONSTRAINT level_with_why CHECK ((level IS NULL) = (level_reason IS NULL)),
  ADD CONSTRAINT says_something CHECK (nothing_known = (known = '{}'::jsonb AND level IS NULL));
CREATE UNIQUE INDEX one_first_part ON assessment_part (area_id, request_id) WHERE supersedes_id IS NULL;
GRANT SELECT, INSERT ON assessment_part TO waymark_app;
CREATE POLICY sees ON assessment_part FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id()))
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
        AND EXISTS (SELECT FROM assessment_request r WHERE r.area_id = assessment_part.area_id AND r.id = assessment_part.request_id))));
CREATE POLICY adds ON assessment_part FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id()) AND by_id = (SELECT app_user_id()))));

-- ---------------------------------------------------------------------------------------------------
-- The area's indicators hold nothing about anybody: whoever reads assessments sees them, administrators add to them.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE indicator_set
  ADD CONSTRAINT numbered_from_one CHECK (number >= 1),
  ADD CONSTRAINT says_why CHECK (btrim(note) <> '');
GRANT SELECT, INSERT ON indicator_set TO waymark_app;
CREATE POLICY sees ON indicator_set FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'practitioner', 'panel_chair', 'auditor', 'admin', 'system'));
CREATE POLICY adds ON indicator_set FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'admin' AND by_id = (SELECT app_user_id()))));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assessment_part', 'indicator_set'] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
