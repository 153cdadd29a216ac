-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('waiting', 'checked', 'approved', 'done', 'discarded', 'failed');

-- CreateTable
CREATE TABLE "import_batch" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_id" UUID NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '{}',
    "left_out" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "area_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("area_id","batch_id","name")
);

-- CreateTable
CREATE TABLE "import_reference" (
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_reference_pkey" PRIMARY KEY ("area_id","kind","reference")
);

-- CreateIndex
CREATE INDEX "import_batch_area_id_started_at_id_idx" ON "import_batch"("area_id", "started_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_area_id_submission_key_key" ON "import_batch"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "import_reference_area_id_batch_id_idx" ON "import_reference"("area_id", "batch_id");

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_area_id_batch_id_fkey" FOREIGN KEY ("area_id", "batch_id") REFERENCES "import_batch"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_reference" ADD CONSTRAINT "import_reference_area_id_batch_id_fkey" FOREIGN KEY ("area_id", "batch_id") REFERENCES "import_batch"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import_batch', 'import_file', 'import_reference'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- Managers bring files in and say what may be left out; the system reads the files and writes the records.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE import_batch
  ADD CONSTRAINT approved_by_somebody CHECK ((approved_at IS NULL) = (approved_by_id IS NULL)),
  ADD CONSTRAINT let_in_as_approved CHECK (state NOT IN ('approved', 'done') OR approved_at IS NOT NULL);
GRANT SELECT, INSERT ON import_batch TO waymark_app;
GRANT UPDATE (state, progress, total, report, left_out, approved_at, approved_by_id, finished_at, version) ON import_batch TO waymark_app;
CREATE POLICY sees ON import_batch FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor', 'system'));
CREATE POLICY adds ON import_batch FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'manager' AND started_by_id = (SELECT app_user_id()) AND state = 'waiting');
CREATE POLICY changes ON import_batch FOR UPDATE TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'system'))
  -- a person lets in, never the system; and nobody in another's name
  WITH CHECK (area_id = (SELECT app_area_id()) AND ((SELECT app_role()) = 'system' OR (state IN ('approved', 'discarded') AND approved_by_id IS NOT DISTINCT FROM CASE WHEN state = 'approved' THEN (SELECT app_user_id()) END)));
CREATE FUNCTION import_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.finished_at IS NOT NULL THEN RAISE EXCEPTION 'an import that has ended stays' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF NEW.state = 'approved' AND OLD.state <> 'approved' AND app_role() IS DISTINCT FROM 'manager' AND current_user = 'waymark_app' THEN
    RAISE EXCEPTION 'a person lets an import in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE ON import_batch FOR EACH ROW EXECUTE FUNCTION import_moves_on();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON import_batch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- nothing but a draft is ever deleted: a file is emptied
GRANT SELECT, INSERT ON import_file TO waymark_app;
GRANT UPDATE (content) ON import_file TO waymark_app;
CREATE POLICY sees ON import_file FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'system');
CREATE POLICY adds ON import_file FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'manager'
  AND EXISTS (SELECT FROM import_batch b WHERE b.area_id = import_file.area_id AND b.id = import_file.batch_id AND b.started_by_id = (SELECT app_user_id()) AND b.finished_at IS NULL));
CREATE POLICY empties ON import_file FOR UPDATE TO waymark_app USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'system') WITH CHECK (area_id = (SELECT app_area_id()) AND content = '');
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON import_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON import_reference TO waymark_app;
CREATE POLICY sees ON import_reference FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'system');
CREATE POLICY adds ON import_reference FOR INSERT TO waymark_app WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'system');
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON import_reference FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
