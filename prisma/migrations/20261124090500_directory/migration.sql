-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "to_service_id" UUID;

-- CreateTable
CREATE TABLE "service" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "agency_id" UUID,
    "help" TEXT[],
    "needs" TEXT[],
    "for_whom" TEXT[],
    "age_from" INTEGER,
    "age_to" INTEGER,
    "offers" TEXT NOT NULL,
    "how_to_refer" TEXT NOT NULL,
    "opening_hours" TEXT,
    "phone" TEXT,
    "out_of_hours_phone" TEXT,
    "web" TEXT,
    "address" TEXT,
    "access" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "service_area_id_name_idx" ON "service"("area_id", "name");

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_to_service_id_fkey" FOREIGN KEY ("area_id", "to_service_id") REFERENCES "service"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------
-- The directory: the area reads it, administrators change it, nobody deletes from it.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE service
  ADD CONSTRAINT says_what_it_is CHECK (btrim(name) <> '' AND btrim(offers) <> '' AND btrim(how_to_refer) <> ''),
  ADD CONSTRAINT helps_somebody CHECK (cardinality(help) > 0 AND cardinality(needs) > 0 AND cardinality(for_whom) > 0),
  ADD CONSTRAINT ages_in_order CHECK (age_from >= 0 AND age_from <= age_to),
  ADD CONSTRAINT web_is_an_address CHECK (web ~ '^https?://');
ALTER TABLE referral ADD CONSTRAINT service_is_named CHECK (to_service_id IS NULL OR to_service IS NOT NULL);

ALTER TABLE service ENABLE ROW LEVEL SECURITY;
ALTER TABLE service FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON service FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON service FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON service TO waymark_auditor;

GRANT SELECT, INSERT, UPDATE ON service TO waymark_app;
CREATE POLICY sees ON service FOR SELECT TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) <> 'analyst');
CREATE POLICY adds ON service FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system')
  AND ((SELECT app_role()) = 'system' OR updated_by_id = (SELECT app_user_id())));
CREATE POLICY changes ON service FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system'));
