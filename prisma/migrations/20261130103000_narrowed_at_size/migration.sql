-- Figures for one practitioner, team, agency or school read as many rows as those for all of them, and plan as they do.
ALTER FUNCTION figure_counts_only(text, timestamptz, timestamptz, timestamptz, text[], date[], int, text, uuid) SET work_mem = '64MB' SET random_page_cost = 1.1;
ALTER FUNCTION figure_rows_only(text, timestamptz, timestamptz, timestamptz, text[], text, text[], timestamptz, uuid, int, date[], int, text, uuid) SET work_mem = '64MB' SET random_page_cost = 1.1;
