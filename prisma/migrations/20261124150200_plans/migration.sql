-- CreateTable
CREATE TABLE "safety_plan" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "safety_plan_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "safety_plan_version" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "sections" JSONB NOT NULL,
    "withheld" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "review_on" DATE,
    "agreed_with" TEXT NOT NULL DEFAULT '',
    "copied_to" TEXT NOT NULL DEFAULT '',
    "changed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "issued" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "safety_plan_version_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "safety_plan_involvement" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "involved" BOOLEAN,
    "how" TEXT NOT NULL DEFAULT '',
    "on_day" DATE,
    "words" TEXT NOT NULL DEFAULT '',
    "why_not" TEXT NOT NULL DEFAULT '',
    "will_try" TEXT NOT NULL DEFAULT '',
    "withheld" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "safety_plan_involvement_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "safety_plan_action" (
    "area_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "family" BOOLEAN NOT NULL,

    CONSTRAINT "safety_plan_action_pkey" PRIMARY KEY ("area_id","action_id")
);

-- CreateTable
CREATE TABLE "safety_plan_writer" (
    "area_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "safety_plan_writer_pkey" PRIMARY KEY ("area_id","plan_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "safety_plan_area_id_case_id_key" ON "safety_plan"("area_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "safety_plan_version_area_id_plan_id_number_key" ON "safety_plan_version"("area_id", "plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "safety_plan_involvement_area_id_version_id_party_key" ON "safety_plan_involvement"("area_id", "version_id", "party");

-- CreateIndex
CREATE INDEX "safety_plan_action_area_id_plan_id_idx" ON "safety_plan_action"("area_id", "plan_id");

-- AddForeignKey
ALTER TABLE "safety_plan" ADD CONSTRAINT "safety_plan_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan" ADD CONSTRAINT "safety_plan_begun_by_id_fkey" FOREIGN KEY ("begun_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan_version" ADD CONSTRAINT "safety_plan_version_area_id_plan_id_fkey" FOREIGN KEY ("area_id", "plan_id") REFERENCES "safety_plan"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan_version" ADD CONSTRAINT "safety_plan_version_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan_involvement" ADD CONSTRAINT "safety_plan_involvement_area_id_version_id_fkey" FOREIGN KEY ("area_id", "version_id") REFERENCES "safety_plan_version"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan_action" ADD CONSTRAINT "safety_plan_action_area_id_plan_id_fkey" FOREIGN KEY ("area_id", "plan_id") REFERENCES "safety_plan"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan_action" ADD CONSTRAINT "safety_plan_action_area_id_action_id_fkey" FOREIGN KEY ("area_id", "action_id") REFERENCES "agreed_action"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan_writer" ADD CONSTRAINT "safety_plan_writer_area_id_plan_id_fkey" FOREIGN KEY ("area_id", "plan_id") REFERENCES "safety_plan"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_plan_writer" ADD CONSTRAINT "safety_plan_writer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Security as in the store: enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['safety_plan', 'safety_plan_version', 'safety_plan_involvement', 'safety_plan_action', 'safety_plan_writer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
  END LOOP;
END $$;

-- Whoever sees the case as one of theirs reads its plan; whoever works it, writes it in their own name.
GRANT UPDATE (version) ON safety_plan TO waymark_app;
CREATE POLICY sees ON safety_plan FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = safety_plan.area_id AND c.id = safety_plan.case_id))));
CREATE POLICY adds ON safety_plan FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner') AND begun_by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = safety_plan.area_id AND c.id = safety_plan.case_id AND c.child_id = safety_plan.child_id));
CREATE POLICY changes ON safety_plan FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner'));

CREATE POLICY sees ON safety_plan_version FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM safety_plan p WHERE p.area_id = safety_plan_version.area_id AND p.id = safety_plan_version.plan_id));
-- the number that its plan has just been given, so that none is written back into the past
CREATE POLICY adds ON safety_plan_version FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner') AND by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM safety_plan p WHERE p.area_id = safety_plan_version.area_id AND p.id = safety_plan_version.plan_id AND p.version = safety_plan_version.number));

CREATE POLICY sees ON safety_plan_involvement FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM safety_plan_version v WHERE v.area_id = safety_plan_involvement.area_id AND v.id = safety_plan_involvement.version_id));
CREATE POLICY adds ON safety_plan_involvement FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner')
  AND EXISTS (SELECT FROM safety_plan_version v JOIN safety_plan p ON p.area_id = v.area_id AND p.id = v.plan_id
              WHERE v.area_id = safety_plan_involvement.area_id AND v.id = safety_plan_involvement.version_id
              AND v.by_id = (SELECT app_user_id()) AND v.number = p.version));

CREATE POLICY sees ON safety_plan_action FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM safety_plan p WHERE p.area_id = safety_plan_action.area_id AND p.id = safety_plan_action.plan_id));
CREATE POLICY adds ON safety_plan_action FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner')
  AND EXISTS (SELECT FROM safety_plan p WHERE p.area_id = safety_plan_action.area_id AND p.id = safety_plan_action.plan_id));

GRANT UPDATE (since, at) ON safety_plan_writer TO waymark_app;
CREATE POLICY sees ON safety_plan_writer FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND EXISTS (SELECT FROM safety_plan p WHERE p.area_id = safety_plan_writer.area_id AND p.id = safety_plan_writer.plan_id));
CREATE POLICY adds ON safety_plan_writer FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND user_id = (SELECT app_user_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner')
  AND EXISTS (SELECT FROM safety_plan p WHERE p.area_id = safety_plan_writer.area_id AND p.id = safety_plan_writer.plan_id));
CREATE POLICY changes ON safety_plan_writer FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND user_id = (SELECT app_user_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner'));

-- A version is a record of what was written or agreed on that day, for whoever writes.
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON safety_plan_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON safety_plan_involvement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON safety_plan_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION plan_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.case_id <> OLD.case_id OR NEW.child_id <> OLD.child_id OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a safety plan keeps its case, and its versions follow one another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goes_on BEFORE UPDATE ON safety_plan FOR EACH ROW EXECUTE FUNCTION plan_goes_on();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON safety_plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- None is issued without how the young person and a parent were involved, or why not and what will be tried (Rec 11);
-- judged when the transaction ends, because a version comes before what hangs on it.
CREATE FUNCTION issued_with_involvement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FILTER (WHERE party = 'young') <> 1 OR count(*) FILTER (WHERE party <> 'young') = 0
        OR count(*) FILTER (WHERE involved IS NULL
          OR (involved AND (how = '' OR on_day IS NULL OR words = '')) OR (NOT involved AND (why_not = '' OR will_try = ''))) > 0
      FROM safety_plan_involvement i WHERE i.area_id = NEW.area_id AND i.version_id = NEW.id) THEN
    RAISE EXCEPTION 'a safety plan is not issued without how the young person and the parents were involved' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER involved AFTER INSERT ON safety_plan_version DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.issued) EXECUTE FUNCTION issued_with_involvement();
