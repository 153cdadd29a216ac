-- CreateTable
CREATE TABLE "panel_letter" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "gp_practice" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "sent_how" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by_id" UUID,

    CONSTRAINT "panel_letter_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "panel_letter_area_id_child_id_idx" ON "panel_letter"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_letter_area_id_item_id_key" ON "panel_letter"("area_id", "item_id");

-- AddForeignKey
ALTER TABLE "panel_letter" ADD CONSTRAINT "panel_letter_area_id_item_id_fkey" FOREIGN KEY ("area_id", "item_id") REFERENCES "panel_item"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_letter" ADD CONSTRAINT "panel_letter_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_letter" ADD CONSTRAINT "panel_letter_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_letter" ADD CONSTRAINT "panel_letter_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------
-- As in the store: security enabled and forced, the owner and the auditor read, nobody else yet.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE panel_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE panel_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON panel_letter FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON panel_letter FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON panel_letter TO waymark_auditor;

ALTER TABLE panel_letter
  ADD CONSTRAINT addressed_to_somebody CHECK (btrim(gp_practice) <> '' AND jsonb_typeof(content) = 'object'),
  ADD CONSTRAINT sent_by_somebody CHECK (num_nonnulls(sent_how, sent_at, sent_by_id) IN (0, 3));

-- Seen as the decision is that it tells of. Made by whoever holds the panel, once its minutes are issued and its case
-- is decided, and never by somebody with an interest in the case.
GRANT SELECT, INSERT ON panel_letter TO waymark_app;
GRANT UPDATE (sent_how, sent_at, sent_by_id) ON panel_letter TO waymark_app;
CREATE POLICY sees ON panel_letter FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND item_id NOT IN (SELECT app_conflicted_items()) AND (
    (SELECT app_role()) IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND EXISTS (SELECT FROM panel_item i WHERE i.area_id = panel_letter.area_id AND i.id = panel_letter.item_id))));
CREATE POLICY adds ON panel_letter FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('panel_chair', 'cate_manager') AND made_by_id = (SELECT app_user_id())
  AND item_id NOT IN (SELECT app_conflicted_items())
  AND EXISTS (SELECT FROM panel_item i JOIN panel p ON p.area_id = i.area_id AND p.id = i.panel_id
              WHERE i.area_id = panel_letter.area_id AND i.id = panel_letter.item_id AND i.child_id = panel_letter.child_id AND i.state = 'decided' AND p.state = 'issued'));
CREATE POLICY changes ON panel_letter FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('panel_chair', 'cate_manager') AND item_id NOT IN (SELECT app_conflicted_items()) AND sent_at IS NULL)
  WITH CHECK (area_id = (SELECT app_area_id()) AND sent_by_id = (SELECT app_user_id()));

-- ---------------------------------------------------------------------------------------------------
-- What is kept from whoever asks, as its place on an agenda and nothing else: the cases in which they declared a
-- conflict of interest, at panels that their agency is invited to. Their panel pack says that something is withheld.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION panel_withheld() RETURNS TABLE (panel_id uuid, "position" int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (
      SELECT a.area_id, a.agency_id FROM app_assignment() a WHERE a.role IN ('partner', 'police', 'safeguarding_lead', 'cate_manager'))
    SELECT i.panel_id, i.position
    FROM panel_invitation v
      JOIN asking ON asking.area_id = v.area_id AND asking.agency_id = v.agency_id
      JOIN panel_item i ON i.area_id = v.area_id AND i.panel_id = v.panel_id
    WHERE v.withdrawn_at IS NULL AND i.id IN (SELECT app_conflicted_items())
  $$;

-- When the young person of each case on a panel's agenda was last seen, and nothing else of the session log: the
-- panel's chair does not read the log itself (DOMAIN 4). Never for a case in which whoever asks has an interest.
CREATE FUNCTION panel_last_seen(of_panel uuid) RETURNS TABLE (case_id uuid, seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (
      SELECT a.area_id, a.user_id, a.role FROM app_assignment() a WHERE a.role IN ('panel_chair', 'cate_manager', 'safeguarding_lead', 'practitioner', 'auditor'))
    SELECT i.case_id, max(s.happened_at)
    FROM panel_item i
      JOIN asking ON asking.area_id = i.area_id
      JOIN cate_case c ON c.area_id = i.area_id AND c.id = i.case_id
      JOIN case_session s ON s.area_id = i.area_id AND s.case_id = i.case_id
    WHERE i.panel_id = of_panel AND i.id NOT IN (SELECT app_conflicted_items())
      AND (asking.role <> 'practitioner' OR c.allocated_to_id = asking.user_id)
      AND (asking.role <> 'panel_chair' OR c.stage IN ('panel', 'plan', 'exit'))
      AND s.type IN ('direct', 'accompanied')
      AND NOT EXISTS (SELECT FROM case_session later WHERE later.area_id = s.area_id AND later.corrects_id = s.id)
    GROUP BY i.case_id
  $$;
GRANT EXECUTE ON FUNCTION panel_withheld(), panel_last_seen(uuid) TO waymark_app;
