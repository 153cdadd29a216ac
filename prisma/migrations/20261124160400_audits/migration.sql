-- Audits drawn at random by a recorded seed, what was found, and the talks with providers that tell us little.

-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "size" INTEGER;

-- CreateTable
CREATE TABLE "audit_question_set" (
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "audit_question_set_pkey" PRIMARY KEY ("area_id","kind","number")
);

-- CreateTable
CREATE TABLE "quality_audit" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "seed" TEXT NOT NULL,
    "share" INTEGER NOT NULL,
    "second_share" INTEGER NOT NULL,
    "stratified" BOOLEAN NOT NULL,
    "population" INTEGER NOT NULL,
    "population_hash" TEXT NOT NULL,
    "strata" JSONB NOT NULL,
    "set_ref" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "quality_audit_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "quality_audit_item" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "stratum" TEXT NOT NULL,
    "second" BOOLEAN NOT NULL,

    CONSTRAINT "quality_audit_item_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "quality_audit_answer" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "opinion" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "quality_audit_answer_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "quality_audit_theme" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "quality_audit_theme_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "provider_conversation" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "seen" INTEGER NOT NULL,
    "expected" DECIMAL(8,2),
    "on_day" DATE NOT NULL,
    "with_whom" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "provider_conversation_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "quality_audit_area_id_at_id_idx" ON "quality_audit"("area_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "quality_audit_area_id_submission_key_key" ON "quality_audit"("area_id", "submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "quality_audit_item_area_id_audit_id_position_key" ON "quality_audit_item"("area_id", "audit_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "quality_audit_item_area_id_audit_id_record_id_key" ON "quality_audit_item"("area_id", "audit_id", "record_id");

-- CreateIndex
CREATE INDEX "quality_audit_answer_area_id_audit_id_idx" ON "quality_audit_answer"("area_id", "audit_id");

-- CreateIndex
CREATE UNIQUE INDEX "quality_audit_answer_area_id_item_id_opinion_key" ON "quality_audit_answer"("area_id", "item_id", "opinion");

-- CreateIndex
CREATE UNIQUE INDEX "quality_audit_answer_area_id_item_id_by_id_key" ON "quality_audit_answer"("area_id", "item_id", "by_id");

-- CreateIndex
CREATE INDEX "quality_audit_theme_area_id_audit_id_at_idx" ON "quality_audit_theme"("area_id", "audit_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "quality_audit_theme_area_id_submission_key_key" ON "quality_audit_theme"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "provider_conversation_area_id_agency_id_on_day_idx" ON "provider_conversation"("area_id", "agency_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "provider_conversation_area_id_submission_key_key" ON "provider_conversation"("area_id", "submission_key");

-- AddForeignKey
ALTER TABLE "audit_question_set" ADD CONSTRAINT "audit_question_set_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit" ADD CONSTRAINT "quality_audit_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_item" ADD CONSTRAINT "quality_audit_item_area_id_audit_id_fkey" FOREIGN KEY ("area_id", "audit_id") REFERENCES "quality_audit"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_answer" ADD CONSTRAINT "quality_audit_answer_area_id_audit_id_fkey" FOREIGN KEY ("area_id", "audit_id") REFERENCES "quality_audit"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_answer" ADD CONSTRAINT "quality_audit_answer_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "quality_audit_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_answer" ADD CONSTRAINT "quality_audit_answer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_theme" ADD CONSTRAINT "quality_audit_theme_area_id_audit_id_fkey" FOREIGN KEY ("area_id", "audit_id") REFERENCES "quality_audit"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_audit_theme" ADD CONSTRAINT "quality_audit_theme_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_conversation" ADD CONSTRAINT "provider_conversation_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_conversation" ADD CONSTRAINT "provider_conversation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet. What is
-- written is never changed.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_question_set', 'quality_audit', 'quality_audit_item', 'quality_audit_answer', 'quality_audit_theme', 'provider_conversation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

ALTER TABLE agency ADD CONSTRAINT size_counts CHECK (size > 0);

-- ---------------------------------------------------------------------------------------------------
-- The questions hold nothing about anybody: whoever audits sees them, administrators add to them.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE audit_question_set
  ADD CONSTRAINT numbered_from_one CHECK (number >= 1),
  ADD CONSTRAINT says_why CHECK (btrim(note) <> '');
CREATE POLICY sees ON audit_question_set FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor', 'safeguarding_lead', 'admin', 'system'));
CREATE POLICY adds ON audit_question_set FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'admin' AND by_id = (SELECT app_user_id()))));

-- ---------------------------------------------------------------------------------------------------
-- A manager draws; an auditor or the safeguarding lead says what they found, in their own name (decision 0028).
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE quality_audit
  ADD CONSTRAINT shares_are_percent CHECK (share BETWEEN 1 AND 100 AND second_share BETWEEN 0 AND 100),
  ADD CONSTRAINT has_a_period CHECK (from_day <= until_day),
  ADD CONSTRAINT has_a_seed CHECK (btrim(seed) <> '');
ALTER TABLE quality_audit_answer ADD CONSTRAINT first_or_second CHECK (opinion IN (1, 2));
ALTER TABLE quality_audit_theme ADD CONSTRAINT says_something CHECK (btrim(words) <> '');
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['quality_audit', 'quality_audit_item', 'quality_audit_answer', 'quality_audit_theme'] LOOP
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor', 'safeguarding_lead', 'system'))$p$, t);
  END LOOP;
END $$;
CREATE POLICY adds ON quality_audit FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'manager' AND by_id = (SELECT app_user_id()))));
CREATE POLICY adds ON quality_audit_item FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) = 'manager' AND EXISTS (
      SELECT FROM quality_audit a WHERE a.area_id = quality_audit_item.area_id AND a.id = quality_audit_item.audit_id AND a.by_id = (SELECT app_user_id())))));
CREATE POLICY adds ON quality_audit_answer FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system'
    OR ((SELECT app_role()) IN ('auditor', 'safeguarding_lead') AND by_id = (SELECT app_user_id()))));
CREATE POLICY adds ON quality_audit_theme FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'auditor' AND by_id = (SELECT app_user_id()))));

-- lib/quality-audits in SQL: nothing joins a draw after it was made, and a second opinion follows the first of an item
-- that was drawn for one.
CREATE FUNCTION drawn_as_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT area_id, audit_id FROM added) d
    JOIN quality_audit a ON a.area_id = d.area_id AND a.id = d.audit_id
    WHERE (SELECT count(*) FROM quality_audit_item i WHERE i.area_id = d.area_id AND i.audit_id = d.audit_id)
      <> (SELECT coalesce(sum((s ->> 'drawn')::int), 0) FROM jsonb_array_elements(a.strata) s)) THEN
    RAISE EXCEPTION 'the items of an audit are those that its draw counted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER drawn_as_counted AFTER INSERT ON quality_audit_item REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION drawn_as_counted();
CREATE FUNCTION second_follows_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.opinion = 2 AND NOT EXISTS (
    SELECT FROM quality_audit_item i JOIN quality_audit_answer f ON f.area_id = i.area_id AND f.item_id = i.id AND f.opinion = 1
    WHERE i.area_id = NEW.area_id AND i.id = NEW.item_id AND i.second AND f.by_id <> NEW.by_id) THEN
    RAISE EXCEPTION 'a second opinion is a second person''s' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_follows_first BEFORE INSERT ON quality_audit_answer FOR EACH ROW EXECUTE FUNCTION second_follows_first();

-- ---------------------------------------------------------------------------------------------------
-- What a draw draws from. Answered by the owner as references, so that a manager draws without sight of any record.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION audit_population(p_kind text, p_from timestamptz, p_until timestamptz)
  RETURNS TABLE (record_id uuid, reference text, stratum text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE here uuid := app_area_id();
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('manager', 'auditor', 'system') THEN RETURN; END IF;
    IF p_kind = 'contacts' THEN
      RETURN QUERY SELECT c.id, c.reference, coalesce(d.reported_as::text, 'undecided')
        FROM contact c LEFT JOIN contact_decision d ON d.area_id = c.area_id AND d.contact_id = c.id
        WHERE c.area_id = here AND c.received_at >= p_from AND c.received_at < p_until AND c.exploitation <> 'no';
    ELSIF p_kind = 'safety_plans' THEN
      RETURN QUERY SELECT p.id, k.reference, coalesce(k.level::text, 'not_assessed')
        FROM safety_plan p JOIN cate_case k ON k.area_id = p.area_id AND k.id = p.case_id
        WHERE p.area_id = here AND EXISTS (SELECT FROM safety_plan_version v
          WHERE v.area_id = here AND v.plan_id = p.id AND v.issued AND v.at >= p_from AND v.at < p_until);
    ELSIF p_kind = 'assessments' THEN
      RETURN QUERY SELECT a.id, k.reference, coalesce(a.level::text, 'not_assessed')
        FROM assessment a JOIN cate_case k ON k.area_id = a.area_id AND k.id = a.case_id
        WHERE a.area_id = here AND a.finished_at >= p_from AND a.finished_at < p_until;
    ELSIF p_kind = 'closed_cases' THEN
      RETURN QUERY SELECT k.id, k.reference, k.closure_reason
        FROM cate_case k WHERE k.area_id = here AND k.closed_at >= p_from AND k.closed_at < p_until;
    END IF;
  END $$;
GRANT EXECUTE ON FUNCTION audit_population(text, timestamptz, timestamptz) TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- What was said with a provider: a manager writes it down.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE provider_conversation ADD CONSTRAINT says_something CHECK (btrim(with_whom) <> '' AND btrim(said) <> '' AND btrim(next_step) <> '');
CREATE POLICY sees ON provider_conversation FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor', 'system'));
CREATE POLICY adds ON provider_conversation FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) = 'system' OR ((SELECT app_role()) = 'manager' AND by_id = (SELECT app_user_id()))));
