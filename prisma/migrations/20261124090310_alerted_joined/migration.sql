-- The specialist who is asked to look at why contacts about a child add up sees them on each record that was
-- judged to be hers: the count took them together, and so does the look.
CREATE OR REPLACE FUNCTION app_alerted_child_ids() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT same_children(ARRAY(
      SELECT t.child_id FROM alert t JOIN app_assignment() a ON a.area_id = t.area_id
      WHERE a.role = 'cate_manager' AND t.owner_role = 'cate_manager' AND t.kind = 'repeat_contacts'
        AND t.acknowledged_at IS NULL AND t.child_id IS NOT NULL))
  $$;
