-- CreateTable
CREATE TABLE "case_session" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "present" TEXT,
    "account" TEXT NOT NULL,
    "child_words" TEXT,
    "safety" TEXT,
    "next_step" TEXT,
    "next_on" DATE,
    "corrects_id" UUID,
    "first_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_session_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "heard_by_id" UUID NOT NULL,
    "heard_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "isva_offer" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "disclosure_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "note" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "isva_offer_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "supervision" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "themes" TEXT[],
    "reflections" TEXT NOT NULL,
    "next_on" DATE,
    "corrects_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supervision_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "supervision_decision" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "supervision_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "decision" TEXT NOT NULL,

    CONSTRAINT "supervision_decision_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_session_area_id_submission_key_key" ON "case_session"("area_id", "submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "case_session_area_id_corrects_id_key" ON "case_session"("area_id", "corrects_id");

-- CreateIndex
CREATE INDEX "case_session_area_id_case_id_happened_at_idx" ON "case_session"("area_id", "case_id", "happened_at");

-- CreateIndex
CREATE INDEX "case_session_area_id_child_id_idx" ON "case_session"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_area_id_session_id_key" ON "disclosure"("area_id", "session_id");

-- CreateIndex
CREATE INDEX "disclosure_area_id_case_id_idx" ON "disclosure"("area_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "isva_offer_area_id_submission_key_key" ON "isva_offer"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "isva_offer_area_id_disclosure_id_at_idx" ON "isva_offer"("area_id", "disclosure_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_area_id_submission_key_key" ON "supervision"("area_id", "submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_area_id_corrects_id_key" ON "supervision"("area_id", "corrects_id");

-- CreateIndex
CREATE INDEX "supervision_area_id_practitioner_id_held_on_idx" ON "supervision"("area_id", "practitioner_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_decision_area_id_supervision_id_case_id_key" ON "supervision_decision"("area_id", "supervision_id", "case_id");

-- CreateIndex
CREATE INDEX "supervision_decision_area_id_case_id_idx" ON "supervision_decision"("area_id", "case_id");

-- AddForeignKey
ALTER TABLE "case_session" ADD CONSTRAINT "case_session_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_session" ADD CONSTRAINT "case_session_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_session" ADD CONSTRAINT "case_session_area_id_corrects_id_fkey" FOREIGN KEY ("area_id", "corrects_id") REFERENCES "case_session"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_session" ADD CONSTRAINT "case_session_area_id_first_id_fkey" FOREIGN KEY ("area_id", "first_id") REFERENCES "case_session"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_session" ADD CONSTRAINT "case_session_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_area_id_session_id_fkey" FOREIGN KEY ("area_id", "session_id") REFERENCES "case_session"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_heard_by_id_fkey" FOREIGN KEY ("heard_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "isva_offer" ADD CONSTRAINT "isva_offer_area_id_disclosure_id_fkey" FOREIGN KEY ("area_id", "disclosure_id") REFERENCES "disclosure"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "isva_offer" ADD CONSTRAINT "isva_offer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_area_id_corrects_id_fkey" FOREIGN KEY ("area_id", "corrects_id") REFERENCES "supervision"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_decision" ADD CONSTRAINT "supervision_decision_area_id_supervision_id_fkey" FOREIGN KEY ("area_id", "supervision_id") REFERENCES "supervision"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_decision" ADD CONSTRAINT "supervision_decision_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Security as in the store: enabled and forced, the owner and the auditor read, nobody else yet. Every row is a
-- record of a day, and stays as it was written.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_session', 'disclosure', 'isva_offer', 'supervision', 'supervision_decision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- How somebody who was seen feels about safety, or why that is not known, is part of having seen them.
ALTER TABLE case_session
  ADD CONSTRAINT known_type CHECK (type IN ('direct', 'accompanied', 'attempted', 'family', 'professionals')),
  ADD CONSTRAINT asks_how_safe CHECK ((type IN ('direct', 'accompanied')) = (safety IS NOT NULL)),
  ADD CONSTRAINT lasts CHECK (minutes BETWEEN 0 AND 1440),
  ADD CONSTRAINT says_what_was_done CHECK (btrim(account) <> ''),
  ADD CONSTRAINT correction_goes_back CHECK ((corrects_id IS NULL) = (first_id IS NULL) AND corrects_id <> id AND first_id <> id);
ALTER TABLE disclosure ADD CONSTRAINT says_what_was_told CHECK (btrim(words) <> '');
ALTER TABLE isva_offer
  ADD CONSTRAINT known_state CHECK (state IN ('not_yet', 'offered', 'accepted', 'declined', 'in_touch')),
  ADD CONSTRAINT not_yet_with_why CHECK (state <> 'not_yet' OR note IS NOT NULL);
ALTER TABLE supervision ADD CONSTRAINT between_two CHECK (practitioner_id <> supervisor_id);

-- Work with a young person: whoever holds the case, the CATE manager, safeguarding, auditors (DOMAIN 4). Written
-- down by whoever did it, on a case that they see and about the child it is about.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_session', 'disclosure'] LOOP
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (
        (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
        OR ((SELECT app_role()) = 'practitioner'
            AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = %1$I.area_id AND c.id = %1$I.case_id))))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %1$I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('practitioner', 'cate_manager') AND %2$I = (SELECT app_user_id())
      AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = %1$I.area_id AND c.id = %1$I.case_id AND c.child_id = %1$I.child_id))$p$,
      t, CASE t WHEN 'disclosure' THEN 'heard_by_id' ELSE 'by_id' END);
  END LOOP;
END $$;

CREATE POLICY sees ON isva_offer FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM disclosure d WHERE d.area_id = isva_offer.area_id AND d.id = isva_offer.disclosure_id));
CREATE POLICY adds ON isva_offer FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('practitioner', 'cate_manager') AND by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM disclosure d WHERE d.area_id = isva_offer.area_id AND d.id = isva_offer.disclosure_id));

-- Supervision: the two, and the CATE manager. Written by the supervisor.
CREATE POLICY sees ON supervision FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'cate_manager'
    OR ((SELECT app_role()) = 'practitioner' AND practitioner_id = (SELECT app_user_id()))
    OR ((SELECT app_role()) = 'safeguarding_lead' AND supervisor_id = (SELECT app_user_id()))));
CREATE POLICY adds ON supervision FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'safeguarding_lead') AND supervisor_id = (SELECT app_user_id()));
CREATE POLICY sees ON supervision_decision FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM supervision s WHERE s.area_id = supervision_decision.area_id AND s.id = supervision_decision.supervision_id));
CREATE POLICY adds ON supervision_decision FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'safeguarding_lead')
  AND EXISTS (SELECT FROM supervision s WHERE s.area_id = supervision_decision.area_id AND s.id = supervision_decision.supervision_id AND s.supervisor_id = (SELECT app_user_id())));
