-- Intake in full: three separate questions of consent and sharing, what a contact is about besides a child,
-- scripts for calls that recur, and calls that are recorded on an open case.

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "medical_consent" "consent",
ADD COLUMN     "medical_consent_note" TEXT,
ADD COLUMN     "sharing_basis" TEXT,
ADD COLUMN     "sharing_note" TEXT,
ADD COLUMN     "school_days_missed" INTEGER,
ADD COLUMN     "call_template" TEXT,
ADD COLUMN     "separate_reason" TEXT;

-- CreateTable
CREATE TABLE "contact_subject" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "contact_subject_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "call_template" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "channel" "channel",
    "source_code" TEXT,
    "prompts" TEXT[],
    "offered" BOOLEAN NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_template_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "case_note" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" "channel" NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "referrer_name" TEXT,
    "referrer_role" TEXT,
    "referrer_organisation" TEXT,
    "referrer_phone" TEXT,
    "referrer_email" TEXT,
    "anonymous" BOOLEAN NOT NULL,
    "identity_withheld" BOOLEAN NOT NULL,
    "source_code" TEXT NOT NULL,
    "what_was_said" TEXT NOT NULL,
    "child_words" TEXT,
    "concerns" TEXT[],
    "exploitation" "exploitation_flag" NOT NULL,
    "immediate_danger" BOOLEAN NOT NULL,
    "danger_action" TEXT,
    "whereabouts" TEXT,
    "others_at_risk" TEXT,
    "child_knows" "knows" NOT NULL,
    "parents_know" "knows" NOT NULL,
    "family_views" TEXT,
    "consent" "consent" NOT NULL,
    "consent_reason" TEXT,
    "medical_consent" "consent",
    "medical_consent_note" TEXT,
    "sharing_basis" TEXT,
    "sharing_note" TEXT,
    "school_days_missed" INTEGER,
    "call_template" TEXT,

    CONSTRAINT "case_note_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "case_note_subject" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_note_subject_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "contact_subject_area_id_contact_id_idx" ON "contact_subject"("area_id", "contact_id");

-- CreateIndex
CREATE INDEX "contact_subject_area_id_kind_normalised_idx" ON "contact_subject"("area_id", "kind", "normalised");

-- CreateIndex
CREATE UNIQUE INDEX "call_template_area_id_key_version_key" ON "call_template"("area_id", "key", "version");

-- CreateIndex
CREATE INDEX "case_note_area_id_case_id_received_at_idx" ON "case_note"("area_id", "case_id", "received_at");

-- CreateIndex
CREATE INDEX "case_note_area_id_child_id_idx" ON "case_note"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_note_area_id_submission_key_key" ON "case_note"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "case_note_subject_area_id_note_id_idx" ON "case_note_subject"("area_id", "note_id");

-- CreateIndex
CREATE INDEX "case_note_subject_area_id_kind_normalised_idx" ON "case_note_subject"("area_id", "kind", "normalised");

-- AddForeignKey
ALTER TABLE "contact_subject" ADD CONSTRAINT "contact_subject_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_template" ADD CONSTRAINT "call_template_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_note_subject" ADD CONSTRAINT "case_note_subject_area_id_note_id_fkey" FOREIGN KEY ("area_id", "note_id") REFERENCES "case_note"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Security: as for every table, then who sees what
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact_subject', 'call_template', 'case_note', 'case_note_subject'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

ALTER TABLE contact ADD CONSTRAINT school_days_are_counted CHECK (school_days_missed BETWEEN 0 AND 366);

ALTER TABLE contact_subject
  ADD CONSTRAINT known_kind CHECK (kind IN ('person', 'place', 'vehicle')),
  ADD CONSTRAINT says_what CHECK (btrim(label) <> '');
CREATE POLICY sees ON contact_subject FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor', 'system')
    OR EXISTS (SELECT FROM contact c WHERE c.area_id = contact_subject.area_id AND c.id = contact_subject.contact_id)));
CREATE POLICY adds ON contact_subject FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system'));

-- a script names nobody: whoever reads contacts may see which prompts were used
ALTER TABLE call_template ADD CONSTRAINT asks_something CHECK (cardinality(prompts) > 0);
CREATE POLICY sees ON call_template FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'practitioner', 'cate_manager', 'panel_chair', 'police', 'auditor', 'admin', 'system'));
CREATE POLICY adds ON call_template FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system')
  AND ((SELECT app_role()) = 'system' OR made_by_id = (SELECT app_user_id())));

ALTER TABLE case_note
  ADD CONSTRAINT somebody_or_anonymous CHECK (anonymous OR referrer_name IS NOT NULL),
  ADD CONSTRAINT something_was_said CHECK (btrim(what_was_said) <> ''),
  ADD CONSTRAINT school_days_are_counted CHECK (school_days_missed BETWEEN 0 AND 366);
-- the front door sees what it wrote itself; a practitioner the cases they hold now
CREATE POLICY sees ON case_note FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('advisor', 'emergency_duty') AND recorded_by_id = (SELECT app_user_id()))
    OR ((SELECT app_role()) = 'practitioner'
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = case_note.area_id AND c.id = case_note.case_id))));
CREATE POLICY adds ON case_note FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR recorded_by_id = (SELECT app_user_id())));

ALTER TABLE case_note_subject
  ADD CONSTRAINT known_kind CHECK (kind IN ('person', 'place', 'vehicle')),
  ADD CONSTRAINT says_what CHECK (btrim(label) <> '');
CREATE POLICY sees ON case_note_subject FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM case_note n WHERE n.area_id = case_note_subject.area_id AND n.id = case_note_subject.note_id));
CREATE POLICY adds ON case_note_subject FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system'));
