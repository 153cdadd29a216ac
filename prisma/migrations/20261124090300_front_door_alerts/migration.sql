-- CreateEnum
CREATE TYPE "handover_side" AS ENUM ('family_connect', 'emergency_duty');

-- CreateTable
CREATE TABLE "handover" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "shift_at" TIMESTAMPTZ(3) NOT NULL,
    "to_side" "handover_side" NOT NULL,
    "overall" TEXT,
    "signed_out_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_out_by_id" UUID NOT NULL,
    "signed_in_at" TIMESTAMPTZ(3),
    "signed_in_by_id" UUID,
    "remark" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "handover_item" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "contact_id" UUID,
    "alert_id" UUID,
    "position" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "danger" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "handover_area_id_shift_at_key" ON "handover"("area_id", "shift_at");

-- CreateIndex
CREATE UNIQUE INDEX "handover_item_area_id_handover_id_contact_id_key" ON "handover_item"("area_id", "handover_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_item_area_id_handover_id_alert_id_key" ON "handover_item"("area_id", "handover_id", "alert_id");

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_signed_out_by_id_fkey" FOREIGN KEY ("signed_out_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_signed_in_by_id_fkey" FOREIGN KEY ("signed_in_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_area_id_handover_id_fkey" FOREIGN KEY ("area_id", "handover_id") REFERENCES "handover"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Hand-overs: both sides write, each in its own name; nothing of one is changed once both have signed
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['handover', 'handover_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO waymark_app', t);
    EXECUTE format($p$CREATE POLICY sees ON %I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor', 'system'))$p$, t);
  END LOOP;
END $$;

ALTER TABLE handover
  ADD CONSTRAINT both_or_neither CHECK ((signed_in_at IS NULL) = (signed_in_by_id IS NULL)),
  -- nobody takes over from themselves, in whatever role
  ADD CONSTRAINT two_people_sign CHECK (signed_in_by_id <> signed_out_by_id),
  ADD CONSTRAINT read_before_it_is_remarked_on CHECK (remark IS NULL OR signed_in_at IS NOT NULL);
CREATE POLICY adds ON handover FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead')
  AND signed_out_by_id = (SELECT app_user_id()) AND signed_in_at IS NULL);
CREATE POLICY changes ON handover FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead'))
  WITH CHECK (area_id = (SELECT app_area_id()) AND (signed_in_by_id IS NULL OR signed_in_by_id = (SELECT app_user_id())));
CREATE TRIGGER fixed_once_both_signed BEFORE UPDATE OR DELETE ON handover
  FOR EACH ROW WHEN (OLD.signed_in_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

ALTER TABLE handover_item ADD CONSTRAINT about_one_thing CHECK (num_nonnulls(contact_id, alert_id) = 1);
CREATE POLICY adds ON handover_item FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead'));
CREATE POLICY changes ON handover_item FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead'));
CREATE FUNCTION handover_item_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE item handover_item := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT FROM handover h WHERE h.area_id = item.area_id AND h.id = item.handover_id AND h.signed_in_at IS NOT NULL)
  THEN RAISE EXCEPTION 'a hand-over that both sides have signed is never changed' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER fixed_once_both_signed BEFORE INSERT OR UPDATE OR DELETE ON handover_item
  FOR EACH ROW EXECUTE FUNCTION handover_item_is_open();
