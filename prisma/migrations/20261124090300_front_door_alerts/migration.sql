-- CreateEnum
CREATE TYPE "handover_side" AS ENUM ('family_connect', 'emergency_duty');

-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "answer" "exploitation_flag";

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

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_area_id_alert_id_fkey" FOREIGN KEY ("area_id", "alert_id") REFERENCES "alert"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Alerts: the answer to what one asks, who answers for the front door, and what lets the specialist look
-- ---------------------------------------------------------------------------------------------------
GRANT UPDATE (answer) ON alert TO waymark_app;
ALTER TABLE alert ADD CONSTRAINT answered_by_somebody CHECK (answer IS NULL OR acknowledged_at IS NOT NULL);

-- an alert to the front door is answered by whoever holds it: advisors, and the Emergency Duty Team out of hours
CREATE OR REPLACE FUNCTION app_is_addressed(p_owner uuid, p_role role_name, p_agency uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(p_owner = app_user_id(),
    (p_role = app_role() OR (p_role = 'advisor' AND app_role() = 'emergency_duty')) AND (p_agency IS NULL OR p_agency = app_agency_id()), false)
$$;

-- The children whom the specialist is asked to look at, because contacts about them add up: for as long as the
-- question waits for an answer, and no longer. The policies stand beside the others of each table.
CREATE FUNCTION app_alerted_child_ids() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.role FROM app_assignment() a)
    SELECT t.child_id FROM alert t JOIN asking ON asking.area_id = t.area_id
    WHERE asking.role = 'cate_manager' AND t.owner_role = 'cate_manager' AND t.kind = 'repeat_contacts'
      AND t.acknowledged_at IS NULL AND t.child_id IS NOT NULL
  $$;
GRANT EXECUTE ON FUNCTION app_alerted_child_ids() TO waymark_app;
CREATE POLICY sees_alerted ON child FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'cate_manager' AND id IN (SELECT app_alerted_child_ids()));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['child_alias', 'child_address', 'person_around', 'contact'] LOOP
    EXECUTE format($p$CREATE POLICY sees_alerted ON %I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'cate_manager' AND child_id IN (SELECT app_alerted_child_ids()))$p$, t);
  END LOOP;
END $$;

-- Whether the same person has an open case in another area of the same police force: the area and whom to ask
-- there, and nothing of theirs. The same person is the same NHS number, or the same name (or alias) and the same
-- date of birth where neither is an estimate. A force is a police agency of the same name in both areas.
CREATE FUNCTION open_cases_elsewhere(p_child uuid) RETURNS TABLE (area text, ask text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE here uuid := app_area_id();
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system') THEN RETURN; END IF;
    RETURN QUERY
    WITH own AS (
      SELECT c.id, c.nhs_number, c.date_of_birth, c.birth_estimated FROM child c WHERE c.area_id = here AND c.id = p_child
    ), own_name AS (
      SELECT lower(c.given_name) AS given, lower(c.family_name) AS family FROM child c WHERE c.area_id = here AND c.id = p_child
      UNION SELECT lower(a.given_name), lower(a.family_name) FROM child_alias a WHERE a.area_id = here AND a.child_id = p_child
    ), force AS (
      SELECT DISTINCT theirs.area_id FROM agency ours JOIN agency theirs ON lower(theirs.name) = lower(ours.name)
      WHERE ours.area_id = here AND ours.kind = 'police' AND theirs.kind = 'police' AND theirs.area_id <> here
    ), same AS (
      SELECT c.area_id, c.id FROM own JOIN child c ON c.nhs_number = own.nhs_number WHERE c.area_id IN (SELECT f.area_id FROM force f)
      UNION
      SELECT c.area_id, c.id FROM own JOIN child c ON c.date_of_birth = own.date_of_birth
      WHERE c.area_id IN (SELECT f.area_id FROM force f) AND NOT own.birth_estimated AND NOT c.birth_estimated
        AND EXISTS (
          SELECT FROM own_name n WHERE (lower(c.given_name), lower(c.family_name)) = (n.given, n.family)
            OR EXISTS (SELECT FROM child_alias a WHERE a.area_id = c.area_id AND a.child_id = c.id
                         AND (lower(a.given_name), lower(a.family_name)) = (n.given, n.family)))
    )
    SELECT DISTINCT r.name, coalesce((SELECT min(t.name) FROM team t WHERE t.area_id = r.id AND t.kind = 'cate'), 'front door')
    FROM same s JOIN area r ON r.id = s.area_id
    WHERE EXISTS (SELECT FROM cate_case k WHERE k.area_id = s.area_id AND k.child_id = s.id AND k.closed_at IS NULL)
    ORDER BY 1;
  END $$;
GRANT EXECUTE ON FUNCTION open_cases_elsewhere(uuid) TO waymark_app;

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
