-- Records of an audit are given to somebody by name (decision 0031).

-- CreateTable
CREATE TABLE "quality_audit_given" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "opinion" INTEGER NOT NULL,
    "to_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "quality_audit_given_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "quality_audit_given_area_id_audit_id_at_idx" ON "quality_audit_given"("area_id", "audit_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "quality_audit_given_area_id_submission_key_item_id_opinion_key" ON "quality_audit_given"("area_id", "submission_key", "item_id", "opinion");

-- AddForeignKey
ALTER TABLE "quality_audit_given" ADD CONSTRAINT "quality_audit_given_area_id_audit_id_fkey" FOREIGN KEY ("area_id", "audit_id") REFERENCES "quality_audit"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_given" ADD CONSTRAINT "quality_audit_given_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "quality_audit_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_given" ADD CONSTRAINT "quality_audit_given_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_given" ADD CONSTRAINT "quality_audit_given_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- As the other tables of audits: security enabled and forced, the owner and the auditor read, what is written is never changed.
ALTER TABLE quality_audit_given ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality_audit_given FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON quality_audit_given FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON quality_audit_given FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON quality_audit_given TO waymark_auditor;
GRANT SELECT, INSERT ON quality_audit_given TO waymark_app;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON quality_audit_given FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE quality_audit_given ADD CONSTRAINT first_or_second CHECK (opinion IN (1, 2));
CREATE POLICY sees ON quality_audit_given FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor', 'safeguarding_lead', 'system'));
CREATE POLICY adds ON quality_audit_given FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'manager' AND by_id = (SELECT app_user_id()))));

-- Who worked on the records of an audit, so that nobody reads their own work: whoever gives records has no sight of them.
CREATE FUNCTION audit_authors(p_audit uuid) RETURNS TABLE (record_id uuid, user_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE
    here uuid := app_area_id();
    what text := (SELECT q.kind FROM quality_audit q WHERE q.area_id = app_area_id() AND q.id = p_audit);
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor', 'safeguarding_lead', 'system') THEN RETURN; END IF;
    RETURN QUERY
      WITH drawn AS (SELECT i.record_id AS id FROM quality_audit_item i WHERE i.area_id = here AND i.audit_id = p_audit)
      SELECT w.id, w.person FROM (
        SELECT d.id, c.logged_by_id AS person FROM drawn d JOIN contact c ON c.area_id = here AND c.id = d.id WHERE what = 'contacts'
        UNION SELECT d.id, c.decided_by_id FROM drawn d JOIN contact_decision c ON c.area_id = here AND c.contact_id = d.id WHERE what = 'contacts'
        UNION SELECT d.id, v.by_id FROM drawn d JOIN safety_plan_version v ON v.area_id = here AND v.plan_id = d.id WHERE what = 'safety_plans'
        UNION SELECT d.id, unnest(ARRAY[a.begun_by_id, a.finished_by_id]) FROM drawn d JOIN assessment a ON a.area_id = here AND a.id = d.id WHERE what = 'assessments'
        UNION SELECT d.id, k.allocated_to_id FROM drawn d JOIN cate_case k ON k.area_id = here AND k.id = d.id WHERE what = 'closed_cases'
      ) w WHERE w.person IS NOT NULL;
  END $$;
REVOKE ALL ON FUNCTION audit_authors(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_authors(uuid) TO waymark_app;
