-- A request to see what is held about a child: what was taken of the record, what two people decided of it, and its clock.

-- CreateEnum
CREATE TYPE "access_state" AS ENUM ('received', 'redacting', 'second_reading', 'ready', 'handed_over', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "access_verdict" AS ENUM ('give', 'part', 'whole');

-- CreateTable
CREATE TABLE "subject_access_request" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "submission_key" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "requester" TEXT NOT NULL,
    "requester_name" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "young_view" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "checked_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "extended_at" TIMESTAMPTZ(3),
    "extended_why" TEXT,
    "state" "access_state" NOT NULL DEFAULT 'received',
    "logged_at" TIMESTAMPTZ(3) NOT NULL,
    "logged_by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "subject_access_request_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "subject_access_move" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "from_state" "access_state",
    "to_state" "access_state" NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "subject_access_move_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "subject_access_passage" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "proposals" JSONB NOT NULL,
    "locks" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" UUID NOT NULL,

    CONSTRAINT "subject_access_passage_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "subject_access_decision" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "verdict" "access_verdict" NOT NULL,
    "ground" TEXT,
    "blackouts" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "subject_access_decision_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "subject_access_reading" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "subject_access_reading_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "subject_access_request_area_id_due_on_id_idx" ON "subject_access_request"("area_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "subject_access_request_area_id_child_id_idx" ON "subject_access_request"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_access_request_area_id_reference_key" ON "subject_access_request"("area_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "subject_access_request_area_id_submission_key_key" ON "subject_access_request"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "subject_access_move_area_id_request_id_at_idx" ON "subject_access_move"("area_id", "request_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "subject_access_passage_area_id_request_id_number_key" ON "subject_access_passage"("area_id", "request_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "subject_access_passage_area_id_request_id_key_sha256_key" ON "subject_access_passage"("area_id", "request_id", "key", "sha256");

-- CreateIndex
CREATE INDEX "subject_access_decision_area_id_request_id_idx" ON "subject_access_decision"("area_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_access_decision_area_id_passage_id_number_key" ON "subject_access_decision"("area_id", "passage_id", "number");

-- CreateIndex
CREATE INDEX "subject_access_reading_area_id_request_id_idx" ON "subject_access_reading"("area_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_access_reading_area_id_decision_id_key" ON "subject_access_reading"("area_id", "decision_id");

-- AddForeignKey
ALTER TABLE "subject_access_request" ADD CONSTRAINT "subject_access_request_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_request" ADD CONSTRAINT "subject_access_request_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_move" ADD CONSTRAINT "subject_access_move_area_id_request_id_fkey" FOREIGN KEY ("area_id", "request_id") REFERENCES "subject_access_request"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_move" ADD CONSTRAINT "subject_access_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_passage" ADD CONSTRAINT "subject_access_passage_area_id_request_id_fkey" FOREIGN KEY ("area_id", "request_id") REFERENCES "subject_access_request"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_passage" ADD CONSTRAINT "subject_access_passage_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_decision" ADD CONSTRAINT "subject_access_decision_area_id_request_id_fkey" FOREIGN KEY ("area_id", "request_id") REFERENCES "subject_access_request"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_decision" ADD CONSTRAINT "subject_access_decision_area_id_passage_id_fkey" FOREIGN KEY ("area_id", "passage_id") REFERENCES "subject_access_passage"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_decision" ADD CONSTRAINT "subject_access_decision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_reading" ADD CONSTRAINT "subject_access_reading_area_id_request_id_fkey" FOREIGN KEY ("area_id", "request_id") REFERENCES "subject_access_request"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_reading" ADD CONSTRAINT "subject_access_reading_area_id_decision_id_fkey" FOREIGN KEY ("area_id", "decision_id") REFERENCES "subject_access_decision"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_access_reading" ADD CONSTRAINT "subject_access_reading_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- Every table as in the store: security enabled and forced, the owner and the auditor read, nobody else yet. What is
-- written is never changed, but for the state of a request.
-- ---------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject_access_request', 'subject_access_move', 'subject_access_passage', 'subject_access_decision', 'subject_access_reading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format($p$CREATE POLICY sees ON %I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor'))$p$, t);
    IF t <> 'subject_access_request' THEN
      EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    END IF;
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- The request: logged by a safeguarding lead, and moved on as lib/pathway ACCESS_MOVES says.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE subject_access_request
  ADD CONSTRAINT asked_by_somebody CHECK (requester IN ('young_person', 'parent', 'representative') AND btrim(requester_name) <> ''),
  ADD CONSTRAINT was_checked CHECK (btrim(identity) <> '' AND (requester = 'young_person' OR btrim(authority) <> '')),
  ADD CONSTRAINT runs_forward CHECK (due_on > received_on AND due_on > checked_on),
  ADD CONSTRAINT extended_with_a_reason CHECK ((extended_at IS NULL) = (extended_why IS NULL) AND btrim(extended_why) <> ''),
  ADD CONSTRAINT ended_when_it_is_over CHECK ((ended_at IS NOT NULL) = (state IN ('handed_over', 'refused', 'withdrawn')));
GRANT UPDATE (state, due_on, extended_at, extended_why, ended_at, version) ON subject_access_request TO waymark_app;
CREATE POLICY adds ON subject_access_request FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'safeguarding_lead' AND logged_by_id = (SELECT app_user_id()) AND state = 'received'
  AND EXISTS (SELECT FROM child c WHERE c.area_id = subject_access_request.area_id AND c.id = subject_access_request.child_id));
CREATE POLICY changes ON subject_access_request FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor'))
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor'));
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON subject_access_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- one at a time decides, reads or concludes in a request, so that nobody is both sides of it
CREATE FUNCTION hold_access_request(request uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('subject access ' || request::text, 0))
$$;

CREATE FUNCTION access_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 THEN RAISE EXCEPTION 'a request is changed a version at a time' USING ERRCODE = 'integrity_constraint_violation'; END IF;
  IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'a request that has ended stays' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF app_role() = 'auditor' AND (OLD.state <> 'second_reading' OR NEW.state NOT IN ('ready', 'redacting')
    OR (NEW.due_on, NEW.extended_at, NEW.extended_why) IS DISTINCT FROM (OLD.due_on, OLD.extended_at, OLD.extended_why)) THEN
    RAISE EXCEPTION 'an auditor reads second, and changes nothing else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.extended_at IS NOT NULL AND (NEW.due_on, NEW.extended_at, NEW.extended_why) IS DISTINCT FROM (OLD.due_on, OLD.extended_at, OLD.extended_why) THEN
    RAISE EXCEPTION 'a request is extended once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = OLD.state THEN RETURN NEW; END IF;
  IF NOT ((OLD.state, NEW.state) IN (('received', 'redacting'), ('redacting', 'second_reading'), ('second_reading', 'redacting'), ('second_reading', 'ready'), ('ready', 'redacting'), ('ready', 'handed_over'))
    OR NEW.state IN ('refused', 'withdrawn')) THEN
    RAISE EXCEPTION 'a request does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.state IN ('second_reading', 'ready') THEN
    PERFORM hold_access_request(NEW.id);
    IF NOT EXISTS (SELECT FROM subject_access_passage p WHERE p.area_id = NEW.area_id AND p.request_id = NEW.id) THEN
      RAISE EXCEPTION 'nothing was taken of the record' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  -- two people: what is ready was decided by one and agreed by another, passage by passage
  IF NEW.state = 'ready' AND (
    EXISTS (SELECT FROM subject_access_decision d WHERE d.area_id = NEW.area_id AND d.request_id = NEW.id AND d.by_id = app_user_id())
    OR EXISTS (SELECT FROM subject_access_passage p WHERE p.area_id = NEW.area_id AND p.request_id = NEW.id AND NOT EXISTS (
      SELECT FROM subject_access_decision d JOIN subject_access_reading r ON r.area_id = d.area_id AND r.decision_id = d.id AND r.agrees AND r.by_id <> d.by_id
      WHERE d.area_id = p.area_id AND d.passage_id = p.id
        AND d.number = (SELECT max(n.number) FROM subject_access_decision n WHERE n.area_id = p.area_id AND n.passage_id = p.id)))) THEN
    RAISE EXCEPTION 'a second person has not agreed all of it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves_on BEFORE UPDATE ON subject_access_request FOR EACH ROW EXECUTE FUNCTION access_moves_on();

CREATE POLICY adds ON subject_access_move FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor') AND by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM subject_access_request r WHERE r.area_id = subject_access_move.area_id AND r.id = subject_access_move.request_id AND r.state = subject_access_move.to_state));

-- ---------------------------------------------------------------------------------------------------
-- What was taken of the record, while the first person reads; what they decided; what the second says of it.
-- ---------------------------------------------------------------------------------------------------
CREATE POLICY adds ON subject_access_passage FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'safeguarding_lead' AND taken_by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM subject_access_request r WHERE r.area_id = subject_access_passage.area_id AND r.id = subject_access_passage.request_id AND r.state = 'redacting'));
ALTER TABLE subject_access_decision
  ADD CONSTRAINT numbered_from_one CHECK (number >= 1),
  ADD CONSTRAINT whole_has_a_ground CHECK ((verdict = 'whole') = (ground IS NOT NULL)),
  ADD CONSTRAINT part_has_words CHECK ((verdict = 'part') = (jsonb_array_length(blackouts) > 0));
CREATE POLICY adds ON subject_access_decision FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'safeguarding_lead' AND by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM subject_access_request r WHERE r.area_id = subject_access_decision.area_id AND r.id = subject_access_decision.request_id AND r.state = 'redacting')
  AND EXISTS (SELECT FROM subject_access_passage p WHERE p.area_id = subject_access_decision.area_id AND p.id = subject_access_decision.passage_id AND p.request_id = subject_access_decision.request_id));
ALTER TABLE subject_access_reading ADD CONSTRAINT sent_back_with_a_reason CHECK (agrees OR btrim(reason) <> '');
CREATE POLICY adds ON subject_access_reading FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'auditor') AND by_id = (SELECT app_user_id())
  AND EXISTS (SELECT FROM subject_access_request r WHERE r.area_id = subject_access_reading.area_id AND r.id = subject_access_reading.request_id AND r.state = 'second_reading')
  AND EXISTS (SELECT FROM subject_access_decision d WHERE d.area_id = subject_access_reading.area_id AND d.id = subject_access_reading.decision_id AND d.request_id = subject_access_reading.request_id));

CREATE FUNCTION access_two_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_access_request(NEW.request_id);
  IF TG_TABLE_NAME = 'subject_access_reading' AND EXISTS (
    SELECT FROM subject_access_decision d WHERE d.area_id = NEW.area_id AND d.request_id = NEW.request_id AND d.by_id = NEW.by_id)
  OR TG_TABLE_NAME = 'subject_access_decision' AND EXISTS (
    SELECT FROM subject_access_reading r WHERE r.area_id = NEW.area_id AND r.request_id = NEW.request_id AND r.by_id = NEW.by_id) THEN
    RAISE EXCEPTION 'who decides and who reads second are two people' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people BEFORE INSERT ON subject_access_decision FOR EACH ROW EXECUTE FUNCTION access_two_people();
CREATE TRIGGER two_people BEFORE INSERT ON subject_access_reading FOR EACH ROW EXECUTE FUNCTION access_two_people();

-- ---------------------------------------------------------------------------------------------------
-- The rows of a table that hang on those ids by that column, whole, as whoever asks may see them: security is the
-- caller's. `lib/subject-access/tables` names the tables and columns.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION subject_access_rows(p_table text, p_column text, p_ids uuid[]) RETURNS SETOF jsonb
  LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    RETURN QUERY EXECUTE format('SELECT to_jsonb(t) FROM public.%I t WHERE t.area_id = app_area_id() AND t.%I = ANY($1)', p_table, p_column) USING p_ids;
  END $$;
GRANT EXECUTE ON FUNCTION subject_access_rows(text, text, uuid[]), hold_access_request(uuid) TO waymark_app;
