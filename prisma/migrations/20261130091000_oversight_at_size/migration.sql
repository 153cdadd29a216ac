-- Figures over ten years of one area (decision 0030). What is counted stays as it is: how it is read changes.

-- What a contact is counted by, without its texts: a year of them is read by itself, and not the whole table.
CREATE INDEX contact_counted ON contact (area_id, received_at) INCLUDE (id, reference, exploitation, decision_due, source_code, referrer_agency_id, child_id);

-- What an agency told, newest last: every partner's first page counts it. With the child, by whom some see a contact.
CREATE INDEX contact_of_agency ON contact (area_id, referrer_agency_id, received_at, id) INCLUDE (child_id);

-- One referral in a hundred goes to CATE. The figures and the sight of a CATE manager (app_child_ids) ask for those alone.
CREATE INDEX referral_cate ON referral (area_id, sent_at) INCLUDE (id, child_id, contact_id, state, follows_id) WHERE outcome = 'cate';

-- Ten years are joined and grouped in memory (about 10 MB each), where the usual 4 MB would sort them on disk; and a period
-- is read by its index, where a planner who thinks of spinning disks would read every area's table from end to end.
ALTER FUNCTION figure_counts(text, timestamptz, timestamptz, timestamptz, text[], date[], int) SET work_mem = '64MB' SET random_page_cost = 1.1;
ALTER FUNCTION figure_rows(text, timestamptz, timestamptz, timestamptz, text[], text, text[], timestamptz, uuid, int, date[], int) SET work_mem = '64MB' SET random_page_cost = 1.1;
