-- The board's action plan: its rows, and what became of each.

-- CreateTable
CREATE TABLE "action_plan_item" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recommendation" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "lead_agency_id" UUID,
    "lead_name" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "figures" TEXT[],
    "audit_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "action_plan_item_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "action_plan_update" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "milestone" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "new_due" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "action_plan_update_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_item_area_id_submission_key_key" ON "action_plan_item"("area_id", "submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_item_area_id_number_key" ON "action_plan_item"("area_id", "number");

-- CreateIndex
CREATE INDEX "action_plan_update_area_id_item_id_at_idx" ON "action_plan_update"("area_id", "item_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_update_area_id_submission_key_key" ON "action_plan_update"("area_id", "submission_key");

-- AddForeignKey
ALTER TABLE "action_plan_item" ADD CONSTRAINT "action_plan_item_area_id_lead_agency_id_fkey" FOREIGN KEY ("area_id", "lead_agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_plan_item" ADD CONSTRAINT "action_plan_item_area_id_audit_id_fkey" FOREIGN KEY ("area_id", "audit_id") REFERENCES "quality_audit"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_plan_item" ADD CONSTRAINT "action_plan_item_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_plan_update" ADD CONSTRAINT "action_plan_update_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "action_plan_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_plan_update" ADD CONSTRAINT "action_plan_update_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet. What is
-- written is never changed.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['action_plan_item', 'action_plan_update'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

ALTER TABLE action_plan_item ADD CONSTRAINT says_what CHECK (number >= 1 AND btrim(action) <> '' AND btrim(lead_name) <> '');
ALTER TABLE action_plan_update ADD CONSTRAINT says_something CHECK (btrim(words) <> '');
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['action_plan_item', 'action_plan_update'] LOOP
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor', 'system'))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %1$I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND (
        (SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'manager' AND by_id = (SELECT app_user_id()))))$p$, t);
  END LOOP;
END $$;
