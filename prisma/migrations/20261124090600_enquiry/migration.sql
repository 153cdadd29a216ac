-- CreateEnum
CREATE TYPE "enquiry_subject" AS ENUM ('child', 'person');

-- CreateEnum
CREATE TYPE "enquiry_state" AS ENUM ('open', 'decided');

-- CreateEnum
CREATE TYPE "enquiry_answer" AS ENUM ('entries', 'nothing_known');

-- CreateEnum
CREATE TYPE "entry_nature" AS ENUM ('fact', 'opinion');

-- CreateEnum
CREATE TYPE "entry_caveat" AS ENUM ('none', 'not_for_family', 'police_only', 'named');

-- CreateEnum
CREATE TYPE "enquiry_route" AS ENUM ('cate', 'safeguarding', 'both', 'other', 'none');

-- CreateEnum
CREATE TYPE "name_kind" AS ENUM ('person', 'vehicle', 'postcode', 'phone');

-- CreateEnum
CREATE TYPE "name_verdict" AS ENUM ('accepted', 'dismissed');

-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "in_the_room" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "enquiry" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "submission_key" UUID NOT NULL,
    "subject" "enquiry_subject" NOT NULL,
    "child_id" UUID,
    "contact_id" UUID,
    "person_name" TEXT,
    "person_details" TEXT,
    "question" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "enquiry_state" NOT NULL DEFAULT 'open',
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "enquiry_request" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "child_id" UUID,
    "reference" TEXT NOT NULL,
    "subject_line" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "enquiry_answer",
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "enquiry_request_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "enquiry_entry" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "event_day" DATE,
    "approximately" TEXT,
    "text" TEXT NOT NULL,
    "nature" "entry_nature" NOT NULL,
    "source" TEXT NOT NULL,
    "topic" TEXT,
    "topic_value" TEXT,
    "caveat" "entry_caveat" NOT NULL DEFAULT 'none',
    "caveat_for" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ask_whom" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "supersedes_id" UUID,

    CONSTRAINT "enquiry_entry_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "enquiry_decision" (
    "area_id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "route" "enquiry_route" NOT NULL,
    "reasons" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "unanswered" INTEGER NOT NULL,

    CONSTRAINT "enquiry_decision_pkey" PRIMARY KEY ("area_id","enquiry_id")
);

-- CreateTable
CREATE TABLE "enquiry_name" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "kind" "name_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "verdict" "name_verdict" NOT NULL,
    "restricted" BOOLEAN NOT NULL,
    "person_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_name_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "enquiry_snapshot" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "enquiry_snapshot_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "enquiry_snapshot_part" (
    "area_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "enquiry_snapshot_part_pkey" PRIMARY KEY ("area_id","snapshot_id","position")
);

-- CreateIndex
CREATE INDEX "enquiry_area_id_opened_at_id_idx" ON "enquiry"("area_id", "opened_at", "id");

-- CreateIndex
CREATE INDEX "enquiry_area_id_child_id_idx" ON "enquiry"("area_id", "child_id");

-- CreateIndex
CREATE INDEX "enquiry_area_id_contact_id_idx" ON "enquiry"("area_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_area_id_reference_key" ON "enquiry"("area_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_area_id_submission_key_key" ON "enquiry"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "enquiry_request_area_id_agency_id_asked_at_id_idx" ON "enquiry_request"("area_id", "agency_id", "asked_at", "id");

-- CreateIndex
CREATE INDEX "enquiry_request_area_id_answered_at_due_at_idx" ON "enquiry_request"("area_id", "answered_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_request_area_id_enquiry_id_agency_id_key" ON "enquiry_request"("area_id", "enquiry_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_request_area_id_id_agency_id_key" ON "enquiry_request"("area_id", "id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_entry_area_id_request_id_id_key" ON "enquiry_entry"("area_id", "request_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_entry_area_id_request_id_supersedes_id_key" ON "enquiry_entry"("area_id", "request_id", "supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_entry_area_id_submission_key_position_key" ON "enquiry_entry"("area_id", "submission_key", "position");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_name_area_id_enquiry_id_kind_value_key" ON "enquiry_name"("area_id", "enquiry_id", "kind", "value");

-- CreateIndex
CREATE INDEX "enquiry_snapshot_area_id_enquiry_id_idx" ON "enquiry_snapshot"("area_id", "enquiry_id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_snapshot_area_id_referral_id_taken_at_key" ON "enquiry_snapshot"("area_id", "referral_id", "taken_at");

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_request" ADD CONSTRAINT "enquiry_request_area_id_enquiry_id_fkey" FOREIGN KEY ("area_id", "enquiry_id") REFERENCES "enquiry"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_request" ADD CONSTRAINT "enquiry_request_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_request" ADD CONSTRAINT "enquiry_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_request" ADD CONSTRAINT "enquiry_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_entry" ADD CONSTRAINT "enquiry_entry_area_id_request_id_agency_id_fkey" FOREIGN KEY ("area_id", "request_id", "agency_id") REFERENCES "enquiry_request"("area_id", "id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_entry" ADD CONSTRAINT "enquiry_entry_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_entry" ADD CONSTRAINT "enquiry_entry_area_id_request_id_supersedes_id_fkey" FOREIGN KEY ("area_id", "request_id", "supersedes_id") REFERENCES "enquiry_entry"("area_id", "request_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_decision" ADD CONSTRAINT "enquiry_decision_area_id_enquiry_id_fkey" FOREIGN KEY ("area_id", "enquiry_id") REFERENCES "enquiry"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_decision" ADD CONSTRAINT "enquiry_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_name" ADD CONSTRAINT "enquiry_name_area_id_enquiry_id_fkey" FOREIGN KEY ("area_id", "enquiry_id") REFERENCES "enquiry"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_name" ADD CONSTRAINT "enquiry_name_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_snapshot" ADD CONSTRAINT "enquiry_snapshot_area_id_enquiry_id_fkey" FOREIGN KEY ("area_id", "enquiry_id") REFERENCES "enquiry"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_snapshot" ADD CONSTRAINT "enquiry_snapshot_area_id_referral_id_fkey" FOREIGN KEY ("area_id", "referral_id") REFERENCES "referral"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_snapshot" ADD CONSTRAINT "enquiry_snapshot_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_snapshot_part" ADD CONSTRAINT "enquiry_snapshot_part_area_id_snapshot_id_fkey" FOREIGN KEY ("area_id", "snapshot_id") REFERENCES "enquiry_snapshot"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['enquiry', 'enquiry_request', 'enquiry_entry', 'enquiry_decision', 'enquiry_name', 'enquiry_snapshot', 'enquiry_snapshot_part'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- The enquiry as a whole: the safeguarding lead, who opens and decides it, and the auditor, who reads it.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE enquiry
  ADD CONSTRAINT about_somebody CHECK ((subject = 'child') = (child_id IS NOT NULL AND person_name IS NULL) AND (subject = 'person') = (person_name IS NOT NULL)),
  ADD CONSTRAINT decided_at_a_time CHECK ((state = 'decided') = (decided_at IS NOT NULL));
GRANT SELECT, INSERT ON enquiry TO waymark_app;
GRANT UPDATE (state, decided_at, version) ON enquiry TO waymark_app;
CREATE POLICY sees ON enquiry FOR SELECT TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system'));
CREATE POLICY adds ON enquiry FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR opened_by_id = (SELECT app_user_id())));
CREATE POLICY changes ON enquiry FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system'));

DO $$
DECLARE t text; author text;
BEGIN
  FOREACH t IN ARRAY ARRAY['enquiry_decision', 'enquiry_name'] LOOP
    author := CASE t WHEN 'enquiry_decision' THEN 'decided_by_id' ELSE 'by_id' END;
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format($p$CREATE POLICY sees ON %I FOR SELECT TO waymark_app
      USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system'))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system')
      AND ((SELECT app_role()) = 'system' OR %I = (SELECT app_user_id())))$p$, t, author);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- What an agency is asked and what it says: that agency alone, by those of its people who answer for it. The
-- council is answered for by the safeguarding lead and the CATE manager.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE enquiry_request
  ADD CONSTRAINT answered_by_somebody CHECK (num_nonnulls(answer, answered_at, answered_by_id) IN (0, 3));
GRANT SELECT, INSERT ON enquiry_request TO waymark_app;
GRANT UPDATE (answer, answered_at, answered_by_id, reminders, reminded_at) ON enquiry_request TO waymark_app;
CREATE POLICY sees ON enquiry_request FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police', 'cate_manager') AND agency_id = (SELECT app_agency_id()))));
CREATE POLICY adds ON enquiry_request FOR INSERT TO waymark_app
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system'));
CREATE POLICY changes ON enquiry_request FOR UPDATE TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('safeguarding_lead', 'partner', 'police', 'cate_manager') AND agency_id = (SELECT app_agency_id()))));

ALTER TABLE enquiry_entry
  ADD CONSTRAINT says_something CHECK (btrim(text) <> '' AND btrim(source) <> ''),
  ADD CONSTRAINT dated_somehow CHECK (event_day IS NOT NULL OR approximately IS NOT NULL),
  ADD CONSTRAINT topic_with_an_answer CHECK ((topic IS NULL) = (topic_value IS NULL)),
  ADD CONSTRAINT kept_to_somebody CHECK ((caveat = 'named') = (cardinality(caveat_for) > 0));
GRANT SELECT, INSERT ON enquiry_entry TO waymark_app;
CREATE POLICY sees ON enquiry_entry FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police', 'cate_manager') AND agency_id = (SELECT app_agency_id()))));
CREATE POLICY adds ON enquiry_entry FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('safeguarding_lead', 'partner', 'police', 'cate_manager')
        AND agency_id = (SELECT app_agency_id()) AND by_id = (SELECT app_user_id()))));

-- ---------------------------------------------------------------------------------------------------
-- Snapshots: whoever receives the referral reads the head, and of the entries those that their caveats open.
-- ---------------------------------------------------------------------------------------------------
-- Whether an entry, and every correction of it since, is open to the role asking: lib/pathway/caveats in SQL. A
-- correction that tightens a caveat closes what was sent before it too. An owner's function, because those who
-- read a snapshot do not see the entries it was taken from.
CREATE FUNCTION enquiry_entry_opens(p_entry uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH RECURSIVE asking AS MATERIALIZED (SELECT a.area_id, a.role, a.agency_id FROM app_assignment() a),
    chain AS (
      SELECT e.area_id, e.id, e.request_id, e.agency_id, e.caveat, e.caveat_for FROM enquiry_entry e JOIN asking a ON a.area_id = e.area_id
      WHERE e.id = p_entry
      UNION ALL
      SELECT n.area_id, n.id, n.request_id, n.agency_id, n.caveat, n.caveat_for FROM enquiry_entry n
      JOIN chain c ON n.area_id = c.area_id AND n.request_id = c.request_id AND n.supersedes_id = c.id)
    SELECT coalesce(bool_and(
      a.role IN ('safeguarding_lead', 'auditor', 'system')
      OR (a.role IN ('practitioner', 'cate_manager') AND (
        c.caveat IN ('none', 'not_for_family')
        OR (c.caveat = 'named' AND 'cate' = ANY (c.caveat_for))
        OR (a.role = 'cate_manager' AND c.agency_id = a.agency_id)))), false)
    FROM chain c CROSS JOIN asking a
  $$;
GRANT EXECUTE ON FUNCTION enquiry_entry_opens(uuid) TO waymark_app;

GRANT SELECT, INSERT ON enquiry_snapshot, enquiry_snapshot_part TO waymark_app;
CREATE POLICY sees ON enquiry_snapshot FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'cate_manager')
        AND EXISTS (SELECT FROM referral r WHERE r.area_id = enquiry_snapshot.area_id AND r.id = enquiry_snapshot.referral_id))));
CREATE POLICY adds ON enquiry_snapshot FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id())));
CREATE POLICY sees ON enquiry_snapshot_part FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'cate_manager')
        AND EXISTS (SELECT FROM enquiry_snapshot s WHERE s.area_id = enquiry_snapshot_part.area_id AND s.id = enquiry_snapshot_part.snapshot_id)
        AND enquiry_entry_opens(entry_id))));
CREATE POLICY adds ON enquiry_snapshot_part FOR INSERT TO waymark_app
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['enquiry_entry', 'enquiry_decision', 'enquiry_name', 'enquiry_snapshot', 'enquiry_snapshot_part'] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- That an enquiry is open on a child (or on a record that is one with hers), or hangs on a contact: the front door sees this much and nothing of it.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION open_enquiries(p_child uuid, p_contact uuid) RETURNS TABLE (id uuid, reference text, opened_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (
      SELECT a.area_id FROM app_assignment() a WHERE a.role IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor'))
    SELECT e.id, e.reference, e.opened_at FROM enquiry e JOIN asking ON asking.area_id = e.area_id
    WHERE e.decided_at IS NULL AND (e.child_id IN (SELECT same_children(ARRAY[p_child])) OR e.contact_id = p_contact)
    ORDER BY e.opened_at, e.id
  $$;
GRANT EXECUTE ON FUNCTION open_enquiries(uuid, uuid) TO waymark_app;
