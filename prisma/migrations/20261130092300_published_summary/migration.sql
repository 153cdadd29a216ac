-- The annual summary as it was published: a stored copy with its small numbers withheld, which the public page alone reads
-- (decision 0031).

-- CreateTable
CREATE TABLE "published_summary" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "published_summary_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "published_summary_withdrawal" (
    "area_id" UUID NOT NULL,
    "summary_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "published_summary_withdrawal_pkey" PRIMARY KEY ("area_id","summary_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "published_summary_area_id_submission_key_key" ON "published_summary"("area_id", "submission_key");

-- AddForeignKey
ALTER TABLE "published_summary" ADD CONSTRAINT "published_summary_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_summary" ADD CONSTRAINT "published_summary_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_summary_withdrawal" ADD CONSTRAINT "published_summary_withdrawal_area_id_summary_id_fkey" FOREIGN KEY ("area_id", "summary_id") REFERENCES "published_summary"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_summary_withdrawal" ADD CONSTRAINT "published_summary_withdrawal_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- As every table: security enabled and forced, the owner and the auditor read, what is written is never changed.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['published_summary', 'published_summary_withdrawal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO waymark_auditor USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO waymark_auditor', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO waymark_app', t);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor'))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %1$I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) = 'manager' AND by_id = (SELECT app_user_id()))$p$, t);
  END LOOP;
END $$;
ALTER TABLE published_summary ADD CONSTRAINT has_a_period CHECK (from_day < until_day);
ALTER TABLE published_summary_withdrawal ADD CONSTRAINT says_why CHECK (btrim(reason) <> '');

-- No day is published twice, also not after a withdrawal: two copies of one day would tell small numbers by subtraction.
CREATE FUNCTION published_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('published summary ' || NEW.area_id, 0));
  IF EXISTS (SELECT FROM published_summary s WHERE s.area_id = NEW.area_id AND s.id <> NEW.id AND s.from_day <= NEW.until_day AND s.until_day >= NEW.from_day) THEN
    RAISE EXCEPTION 'a day is published once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER published_once AFTER INSERT ON published_summary FOR EACH ROW EXECUTE FUNCTION published_once();

-- What is public, for whoever asks and without a session: copies that were not withdrawn, the latest year first. Nothing
-- but what was published: not who published it.
CREATE FUNCTION published_summaries() RETURNS TABLE (id uuid, area text, from_day date, until_day date, at timestamptz, content jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT s.id, a.name, s.from_day, s.until_day, s.at, s.content FROM published_summary s JOIN area a ON a.id = s.area_id
    WHERE NOT EXISTS (SELECT FROM published_summary_withdrawal w WHERE w.area_id = s.area_id AND w.summary_id = s.id)
    ORDER BY a.name, s.until_day DESC
  $$;
REVOKE ALL ON FUNCTION published_summaries(), published_once() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_summaries() TO waymark_app;
