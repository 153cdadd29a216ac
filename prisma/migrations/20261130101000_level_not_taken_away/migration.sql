-- A level that is taken away and then given as a first one has fallen too: from none to Low asks nobody. So that nobody
-- goes around the second agency in two steps, taking one away asks for what a fall to Low does.
DROP TRIGGER falls_as_agreed ON cate_case;
CREATE TRIGGER falls_as_agreed BEFORE UPDATE ON cate_case FOR EACH ROW WHEN (OLD.level > 'low' AND coalesce(NEW.level, 'low') = 'low') EXECUTE FUNCTION case_falls_as_agreed();
