-- AlterTable
ALTER TABLE "enquiry_request" ADD COLUMN     "asked_besides" TEXT;

-- CreateTable
CREATE TABLE "enquiry_time" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "from_due_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_time_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "enquiry_time_area_id_enquiry_id_at_idx" ON "enquiry_time"("area_id", "enquiry_id", "at");

-- AddForeignKey
ALTER TABLE "enquiry_time" ADD CONSTRAINT "enquiry_time_area_id_enquiry_id_fkey" FOREIGN KEY ("area_id", "enquiry_id") REFERENCES "enquiry"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_time" ADD CONSTRAINT "enquiry_time_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- When the time to answer was moved, by whom and why: the lead and the auditor alone. Never changed.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE enquiry_time ENABLE ROW LEVEL SECURITY;
ALTER TABLE enquiry_time FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON enquiry_time FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON enquiry_time FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON enquiry_time TO waymark_auditor;
GRANT SELECT, INSERT ON enquiry_time TO waymark_app;
CREATE POLICY sees ON enquiry_time FOR SELECT TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor', 'system'));
CREATE POLICY adds ON enquiry_time FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id())));
ALTER TABLE enquiry_time ADD CONSTRAINT moved_for_a_reason CHECK (btrim(reason) <> '' AND due_at <> from_due_at);
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON enquiry_time FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------
-- The lead moves the time of every agency that has not answered, and answers for none but her own. A row's policy
-- cannot tell one column from another: a trigger does.
-- ---------------------------------------------------------------------------------------------------
GRANT UPDATE (due_at) ON enquiry TO waymark_app;
GRANT UPDATE (due_at) ON enquiry_request TO waymark_app;
ALTER POLICY changes ON enquiry_request USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police', 'cate_manager') AND agency_id = (SELECT app_agency_id()))));
CREATE FUNCTION each_answers_for_itself() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE asking role_name := app_role();
BEGIN
  -- nobody's work: the owner mends data
  IF asking IS NULL THEN RETURN NEW; END IF;
  IF NEW.due_at <> OLD.due_at AND (OLD.answered_at IS NOT NULL OR asking NOT IN ('safeguarding_lead', 'system'))
  THEN RAISE EXCEPTION 'the time to answer is moved by the lead, and not of an answer that has come' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF asking <> 'system' AND OLD.agency_id IS DISTINCT FROM app_agency_id()
     AND (NEW.answer, NEW.answered_at, NEW.answered_by_id) IS DISTINCT FROM (OLD.answer, OLD.answered_at, OLD.answered_by_id)
  THEN RAISE EXCEPTION 'an agency answers for itself' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER each_answers_for_itself BEFORE UPDATE ON enquiry_request FOR EACH ROW EXECUTE FUNCTION each_answers_for_itself();

-- ---------------------------------------------------------------------------------------------------
-- Figures: two records that somebody judged to be one child count as one child, under the record that is kept, for
-- as long as the judgement stands. As before in everything else.
-- ---------------------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION figures(p_from timestamptz, p_until timestamptz)
  RETURNS TABLE (figure text, part text, number bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE here uuid := app_area_id();
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'analyst', 'auditor') THEN RETURN; END IF;
    RETURN QUERY
    WITH period AS (
      SELECT c.id, c.child_id, c.exploitation, c.source_code, c.decision_due, d.reported_as, d.decided_at
      FROM contact c LEFT JOIN contact_decision d ON d.area_id = c.area_id AND d.contact_id = c.id
      WHERE c.area_id = here AND c.received_at >= p_from AND c.received_at < p_until
    ), concern AS (SELECT * FROM period WHERE period.exploitation <> 'no')
    SELECT 'contacts', 'all', count(*) FROM period
    UNION ALL SELECT 'contacts', 'exploitation', count(*) FROM concern
    UNION ALL SELECT 'children', 'exploitation', count(DISTINCT coalesce(j.kept_id, concern.child_id)) FROM concern
      LEFT JOIN child_judgement j ON j.area_id = here AND j.merged_id = concern.child_id AND j.undone_at IS NULL
    UNION ALL SELECT 'source', concern.source_code, count(*) FROM concern GROUP BY concern.source_code
    UNION ALL SELECT 'outcome', coalesce(concern.reported_as::text, 'undecided'), count(*) FROM concern GROUP BY concern.reported_as
    UNION ALL SELECT 'decision', 'decided', count(*) FROM period WHERE period.decided_at IS NOT NULL
    UNION ALL SELECT 'decision', 'in_time', count(*) FROM period WHERE period.decided_at <= period.decision_due
    UNION ALL SELECT 'referral', 'cate', count(*) FROM referral r
      WHERE r.area_id = here AND r.outcome = 'cate' AND r.sent_at >= p_from AND r.sent_at < p_until
    UNION ALL SELECT 'open_case', coalesce(k.level::text, 'not_assessed'), count(*) FROM cate_case k
      WHERE k.area_id = here AND k.opened_at < p_until AND (k.closed_at IS NULL OR k.closed_at >= p_until) GROUP BY k.level
    UNION ALL SELECT 'panel', 'due', count(*) FROM cate_case k
      WHERE k.area_id = here AND k.referred_at >= p_from AND k.referred_at < p_until AND (k.panel_held_at IS NOT NULL OR k.panel_due < now())
    UNION ALL SELECT 'panel', 'in_time', count(*) FROM cate_case k
      WHERE k.area_id = here AND k.referred_at >= p_from AND k.referred_at < p_until AND k.panel_held_at <= k.panel_due;
  END $$;
