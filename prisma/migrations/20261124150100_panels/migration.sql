-- CreateEnum
CREATE TYPE "panel_state" AS ENUM ('planned', 'open', 'closed', 'checked', 'issued');

-- CreateEnum
CREATE TYPE "panel_item_state" AS ENUM ('listed', 'decided', 'deferred');

-- CreateEnum
CREATE TYPE "panel_answer" AS ENUM ('known', 'nothing_known');

-- CreateTable
CREATE TABLE "panel" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "returns_due" TIMESTAMPTZ(3) NOT NULL,
    "state" "panel_state" NOT NULL DEFAULT 'planned',
    "chair_id" UUID NOT NULL,
    "deputy_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "checked_by_id" UUID,
    "check_note" TEXT,
    "issued_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "panel_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_item" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reason_text" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "state" "panel_item_state" NOT NULL DEFAULT 'listed',
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID NOT NULL,
    "defer_reason" TEXT,
    "deferred_at" TIMESTAMPTZ(3),
    "deferred_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "panel_item_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_invitation" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "chased" INTEGER NOT NULL DEFAULT 0,
    "chased_at" TIMESTAMPTZ(3),

    CONSTRAINT "panel_invitation_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_return" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "answer" "panel_answer" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "supersedes_id" UUID,

    CONSTRAINT "panel_return_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_conflict" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "lift_reason" TEXT,

    CONSTRAINT "panel_conflict_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_attendance" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "agency_id" UUID,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "by_id" UUID NOT NULL,

    CONSTRAINT "panel_attendance_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_note" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "panel_note_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_decision" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "level" "level" NOT NULL,
    "level_before" "level",
    "reason" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "next_review_due" TIMESTAMPTZ(3) NOT NULL,
    "strategy_called" BOOLEAN NOT NULL,
    "strategy_why_not" TEXT,
    "snapshot" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "panel_decision_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "panel_dissent" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "panel_dissent_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "panel_area_id_held_at_id_idx" ON "panel"("area_id", "held_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_area_id_submission_key_key" ON "panel"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "panel_item_area_id_case_id_idx" ON "panel_item"("area_id", "case_id");

-- CreateIndex
CREATE INDEX "panel_item_area_id_child_id_idx" ON "panel_item"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_item_area_id_panel_id_case_id_key" ON "panel_item"("area_id", "panel_id", "case_id");

-- CreateIndex
CREATE INDEX "panel_invitation_area_id_agency_id_idx" ON "panel_invitation"("area_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_invitation_area_id_panel_id_agency_id_key" ON "panel_invitation"("area_id", "panel_id", "agency_id");

-- CreateIndex
CREATE INDEX "panel_return_area_id_agency_id_at_idx" ON "panel_return"("area_id", "agency_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "panel_return_area_id_item_id_agency_id_id_key" ON "panel_return"("area_id", "item_id", "agency_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_return_area_id_item_id_agency_id_supersedes_id_key" ON "panel_return"("area_id", "item_id", "agency_id", "supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_return_area_id_submission_key_key" ON "panel_return"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "panel_conflict_area_id_case_id_idx" ON "panel_conflict"("area_id", "case_id");

-- CreateIndex
CREATE INDEX "panel_conflict_area_id_user_id_idx" ON "panel_conflict"("area_id", "user_id");

-- CreateIndex
CREATE INDEX "panel_attendance_area_id_panel_id_idx" ON "panel_attendance"("area_id", "panel_id");

-- CreateIndex
CREATE INDEX "panel_note_area_id_item_id_at_idx" ON "panel_note"("area_id", "item_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "panel_note_area_id_submission_key_key" ON "panel_note"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "panel_decision_area_id_case_id_decided_at_idx" ON "panel_decision"("area_id", "case_id", "decided_at");

-- CreateIndex
CREATE INDEX "panel_decision_area_id_child_id_idx" ON "panel_decision"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_decision_area_id_item_id_key" ON "panel_decision"("area_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_dissent_area_id_item_id_agency_id_key" ON "panel_dissent"("area_id", "item_id", "agency_id");

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_chair_id_fkey" FOREIGN KEY ("chair_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_item" ADD CONSTRAINT "panel_item_area_id_panel_id_fkey" FOREIGN KEY ("area_id", "panel_id") REFERENCES "panel"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_item" ADD CONSTRAINT "panel_item_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_item" ADD CONSTRAINT "panel_item_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_item" ADD CONSTRAINT "panel_item_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_item" ADD CONSTRAINT "panel_item_deferred_by_id_fkey" FOREIGN KEY ("deferred_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_invitation" ADD CONSTRAINT "panel_invitation_area_id_panel_id_fkey" FOREIGN KEY ("area_id", "panel_id") REFERENCES "panel"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_invitation" ADD CONSTRAINT "panel_invitation_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_invitation" ADD CONSTRAINT "panel_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_invitation" ADD CONSTRAINT "panel_invitation_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_return" ADD CONSTRAINT "panel_return_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "panel_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_return" ADD CONSTRAINT "panel_return_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_return" ADD CONSTRAINT "panel_return_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_return" ADD CONSTRAINT "panel_return_area_id_item_id_agency_id_supersedes_id_fkey" FOREIGN KEY ("area_id", "item_id", "agency_id", "supersedes_id") REFERENCES "panel_return"("area_id", "item_id", "agency_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "panel_conflict" ADD CONSTRAINT "panel_conflict_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_conflict" ADD CONSTRAINT "panel_conflict_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_conflict" ADD CONSTRAINT "panel_conflict_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_attendance" ADD CONSTRAINT "panel_attendance_area_id_panel_id_fkey" FOREIGN KEY ("area_id", "panel_id") REFERENCES "panel"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_attendance" ADD CONSTRAINT "panel_attendance_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_attendance" ADD CONSTRAINT "panel_attendance_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_attendance" ADD CONSTRAINT "panel_attendance_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_note" ADD CONSTRAINT "panel_note_area_id_panel_id_fkey" FOREIGN KEY ("area_id", "panel_id") REFERENCES "panel"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_note" ADD CONSTRAINT "panel_note_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "panel_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_note" ADD CONSTRAINT "panel_note_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_decision" ADD CONSTRAINT "panel_decision_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "panel_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_decision" ADD CONSTRAINT "panel_decision_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_decision" ADD CONSTRAINT "panel_decision_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_decision" ADD CONSTRAINT "panel_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_dissent" ADD CONSTRAINT "panel_dissent_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "panel_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_dissent" ADD CONSTRAINT "panel_dissent_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_dissent" ADD CONSTRAINT "panel_dissent_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['panel', 'panel_item', 'panel_invitation', 'panel_return', 'panel_conflict', 'panel_attendance', 'panel_note', 'panel_decision', 'panel_dissent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;

ALTER TABLE panel
  ADD CONSTRAINT opened_before_it_ends CHECK ((state = 'planned') = (opened_at IS NULL) AND (state IN ('planned', 'open')) = (closed_at IS NULL)),
  ADD CONSTRAINT checked_by_somebody CHECK ((state IN ('checked', 'issued')) = (checked_at IS NOT NULL) AND num_nonnulls(checked_at, checked_by_id) IN (0, 2)),
  ADD CONSTRAINT issued_by_somebody CHECK ((state = 'issued') = (issued_at IS NOT NULL) AND num_nonnulls(issued_at, issued_by_id) IN (0, 2)),
  ADD CONSTRAINT deputy_is_another CHECK (deputy_id IS NULL OR deputy_id <> chair_id);
ALTER TABLE panel_item
  ADD CONSTRAINT deferred_with_why CHECK (num_nonnulls(defer_reason, deferred_at, deferred_by_id) = CASE WHEN state = 'deferred' THEN 3 ELSE 0 END);
ALTER TABLE panel_return
  ADD CONSTRAINT says_what_is_known CHECK (answer = 'nothing_known' OR btrim(text) <> '');
-- one first answer of an agency about a case: of two at once the second is told
CREATE UNIQUE INDEX one_first_return ON panel_return (area_id, item_id, agency_id) WHERE supersedes_id IS NULL;
ALTER TABLE panel_conflict
  ADD CONSTRAINT lifted_with_why CHECK (num_nonnulls(lifted_at, lifted_by_id, lift_reason) IN (0, 3)),
  ADD CONSTRAINT lifted_by_another CHECK (lifted_by_id IS NULL OR lifted_by_id <> user_id);
CREATE UNIQUE INDEX one_standing_conflict ON panel_conflict (area_id, case_id, user_id) WHERE lifted_at IS NULL;
CREATE UNIQUE INDEX present_once ON panel_attendance (area_id, panel_id, user_id) WHERE left_at IS NULL AND user_id IS NOT NULL;
ALTER TABLE panel_note ADD CONSTRAINT says_something CHECK (btrim(text) <> '');
-- every decision has a person, a reason and a sealed snapshot (DOMAIN 2)
ALTER TABLE panel_decision ADD CONSTRAINT decided_whole CHECK (btrim(reason) <> '' AND jsonb_typeof(snapshot) = 'object' AND length(sha256) = 64);
ALTER TABLE panel_dissent ADD CONSTRAINT says_something CHECK (btrim(words) <> '');

-- ---------------------------------------------------------------------------------------------------
-- Two walls, as functions of the owner: whoever asks need not see the rows that they are drawn from.
-- ---------------------------------------------------------------------------------------------------
-- The items of cases in which the person asking declared a conflict of interest, at whatever panel. Auditors read
-- everything, and the system has no interests.
CREATE FUNCTION app_conflicted_items() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.user_id FROM app_assignment() a WHERE a.role NOT IN ('auditor', 'system'))
    SELECT i.id FROM panel_conflict c
      JOIN asking ON asking.area_id = c.area_id AND asking.user_id = c.user_id
      JOIN panel_item i ON i.area_id = c.area_id AND i.case_id = c.case_id
    WHERE c.lifted_at IS NULL
  $$;

-- What the agency of the person asking is asked, while it is invited, and no more of the panel than that. Whoever
-- declared a conflict is no longer asked.
CREATE FUNCTION panel_asked() RETURNS TABLE (item_id uuid, panel_id uuid, case_id uuid, child_id uuid, "position" int, about text, told text,
    item_state text, held_at timestamptz, place text, returns_due timestamptz, panel_state text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (
      SELECT a.area_id, a.agency_id FROM app_assignment() a WHERE a.role IN ('partner', 'police', 'safeguarding_lead', 'cate_manager'))
    SELECT i.id, p.id, i.case_id, i.child_id, i.position, i.about, i.told, i.state::text, p.held_at, p.place, p.returns_due, p.state::text
    FROM panel_invitation v
      JOIN asking ON asking.area_id = v.area_id AND asking.agency_id = v.agency_id
      JOIN panel p ON p.area_id = v.area_id AND p.id = v.panel_id
      JOIN panel_item i ON i.area_id = p.area_id AND i.panel_id = p.id
    WHERE v.withdrawn_at IS NULL AND i.id NOT IN (SELECT app_conflicted_items())
  $$;
GRANT EXECUTE ON FUNCTION app_conflicted_items(), panel_asked() TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- The panel, its agenda, who is invited and who is there: the panel, the CATE manager, safeguarding, auditors; and
-- whoever holds a case sees its item and the panel that it is on (DOMAIN 4).
-- ---------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON panel, panel_item, panel_invitation, panel_return, panel_conflict, panel_attendance, panel_note, panel_decision, panel_dissent TO waymark_app;
GRANT UPDATE (state, deputy_id, opened_at, closed_at, checked_at, checked_by_id, check_note, issued_at, issued_by_id, version) ON panel TO waymark_app;
GRANT UPDATE (state, defer_reason, deferred_at, deferred_by_id, version) ON panel_item TO waymark_app;
GRANT UPDATE (withdrawn_at, withdrawn_by_id, chased, chased_at) ON panel_invitation TO waymark_app;
GRANT UPDATE (left_at) ON panel_attendance TO waymark_app;
GRANT UPDATE (lifted_at, lifted_by_id, lift_reason) ON panel_conflict TO waymark_app;

CREATE POLICY sees ON panel_item FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = panel_item.area_id AND c.id = panel_item.case_id))));
CREATE POLICY sees ON panel FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM panel_item i WHERE i.area_id = panel.area_id AND i.panel_id = panel.id))));
CREATE POLICY sees ON panel_invitation FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM panel_item i WHERE i.area_id = panel_invitation.area_id AND i.panel_id = panel_invitation.panel_id))
    OR ((SELECT app_role()) IN ('partner', 'police') AND agency_id = (SELECT app_agency_id()) AND withdrawn_at IS NULL)));
CREATE POLICY sees ON panel_attendance FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM panel_item i WHERE i.area_id = panel_attendance.area_id AND i.panel_id = panel_attendance.panel_id))));

DO $$
DECLARE t text; author text;
BEGIN
  FOREACH t IN ARRAY ARRAY['panel', 'panel_item', 'panel_invitation', 'panel_attendance'] LOOP
    author := CASE t WHEN 'panel' THEN 'created_by_id' WHEN 'panel_item' THEN 'added_by_id' WHEN 'panel_invitation' THEN 'invited_by_id' ELSE 'by_id' END;
    EXECUTE format($p$CREATE POLICY adds ON %I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'system')
      AND ((SELECT app_role()) = 'system' OR %I = (SELECT app_user_id())))$p$, t, author);
    EXECUTE format($p$CREATE POLICY changes ON %I FOR UPDATE TO waymark_app
      USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'system'))$p$, t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- What agencies say, what is noted and what is decided about one case: never to whoever declared a conflict. An
-- agency reads and writes its own returns while it is invited.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['panel_return', 'panel_note', 'panel_decision', 'panel_dissent'] LOOP
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND item_id NOT IN (SELECT app_conflicted_items()) AND (
        (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'auditor', 'system')
        OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM panel_item i WHERE i.area_id = %1$I.area_id AND i.id = %1$I.item_id))%2$s))$p$, t,
      CASE t WHEN 'panel_return' THEN ' OR ((SELECT app_role()) IN (''partner'', ''police'') AND agency_id = (SELECT app_agency_id()) AND item_id IN (SELECT a.item_id FROM panel_asked() a))' ELSE '' END);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
CREATE POLICY adds ON panel_return FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('partner', 'police', 'safeguarding_lead', 'cate_manager') AND by_id = (SELECT app_user_id())
        AND agency_id = (SELECT app_agency_id()) AND item_id IN (SELECT a.item_id FROM panel_asked() a))));
CREATE POLICY adds ON panel_note FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'practitioner') AND by_id = (SELECT app_user_id())
        AND item_id NOT IN (SELECT app_conflicted_items())
        AND EXISTS (SELECT FROM panel_item i WHERE i.area_id = panel_note.area_id AND i.id = panel_note.item_id AND i.panel_id = panel_note.panel_id))));
-- decided by who takes the chair of that panel, while it meets
CREATE POLICY adds ON panel_decision FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('panel_chair', 'cate_manager') AND decided_by_id = (SELECT app_user_id())
        AND item_id NOT IN (SELECT app_conflicted_items())
        AND EXISTS (SELECT FROM panel_item i JOIN panel p ON p.area_id = i.area_id AND p.id = i.panel_id
                    WHERE i.area_id = panel_decision.area_id AND i.id = panel_decision.item_id AND i.case_id = panel_decision.case_id
                      AND p.state = 'open' AND (SELECT app_user_id()) IN (p.chair_id, p.deputy_id)))));
CREATE POLICY adds ON panel_dissent FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'system')
  AND ((SELECT app_role()) = 'system' OR (by_id = (SELECT app_user_id()) AND item_id NOT IN (SELECT app_conflicted_items()))));

-- ---------------------------------------------------------------------------------------------------
-- Conflicts of interest: everybody declares their own, and somebody else lifts it.
-- ---------------------------------------------------------------------------------------------------
CREATE POLICY sees ON panel_conflict FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'partner', 'police') AND user_id = (SELECT app_user_id()))));
CREATE POLICY adds ON panel_conflict FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'practitioner', 'partner', 'police') AND user_id = (SELECT app_user_id())
        AND (case_id IN (SELECT i.case_id FROM panel_item i) OR case_id IN (SELECT a.case_id FROM panel_asked() a)))));
CREATE POLICY changes ON panel_conflict FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('panel_chair', 'cate_manager') AND user_id <> (SELECT app_user_id()))
  WITH CHECK (area_id = (SELECT app_area_id()) AND lifted_by_id = (SELECT app_user_id()));
