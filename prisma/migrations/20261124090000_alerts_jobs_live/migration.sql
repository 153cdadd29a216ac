-- What the front door says by itself, the queue of later work, and the word that something has changed.

-- CreateTable
CREATE TABLE "alert" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "owner_id" UUID,
    "owner_role" "role_name",
    "owner_agency_id" UUID,
    "why" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "child_id" UUID,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateIndex
CREATE INDEX "alert_area_id_raised_at_id_idx" ON "alert"("area_id", "raised_at", "id");

-- CreateIndex
CREATE INDEX "alert_area_id_child_id_idx" ON "alert"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_area_id_key_key" ON "alert"("area_id", "key");

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_area_id_owner_agency_id_fkey" FOREIGN KEY ("area_id", "owner_agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_raised_by_id_fkey" FOREIGN KEY ("raised_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE alert
  ADD CONSTRAINT addressed_to_somebody CHECK (num_nonnulls(owner_id, owner_role) = 1),
  ADD CONSTRAINT acknowledged_by_somebody CHECK ((acknowledged_at IS NULL) = (acknowledged_by_id IS NULL));
CREATE INDEX alert_waiting ON alert (area_id, raised_at, id) WHERE acknowledged_at IS NULL;

ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON alert FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY auditor_reads ON alert FOR SELECT TO waymark_auditor USING (true);
GRANT SELECT ON alert TO waymark_auditor;

-- what an alert says never changes: only its acknowledgement is written afterwards
GRANT SELECT, INSERT ON alert TO waymark_app;
GRANT UPDATE (acknowledged_at, acknowledged_by_id, note, version) ON alert TO waymark_app;
-- whom an alert is addressed to: a person, or whoever holds the role (in that agency, where one is named)
CREATE FUNCTION app_is_addressed(p_owner uuid, p_role role_name, p_agency uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(p_owner = app_user_id(), p_role = app_role() AND (p_agency IS NULL OR p_agency = app_agency_id()), false)
$$;
GRANT EXECUTE ON FUNCTION app_is_addressed(uuid, role_name, uuid) TO waymark_app;
CREATE POLICY sees ON alert FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor', 'system')
    OR app_is_addressed(owner_id, owner_role, owner_agency_id)
    OR ((SELECT app_role()) IN ('practitioner', 'cate_manager') AND child_id IN (SELECT app_child_ids()))));
CREATE POLICY adds ON alert FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND raised_by_id = (SELECT app_user_id())
  AND acknowledged_at IS NULL AND (SELECT app_role()) NOT IN ('auditor', 'analyst', 'admin'));
-- its owner answers it; the safeguarding lead may for anybody, so that nothing waits for somebody who has left
CREATE POLICY acknowledges ON alert FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND acknowledged_at IS NULL AND (
    (SELECT app_role()) = 'safeguarding_lead' OR app_is_addressed(owner_id, owner_role, owner_agency_id)))
  WITH CHECK (area_id = (SELECT app_area_id()) AND acknowledged_by_id = (SELECT app_user_id()));

-- ---------------------------------------------------------------------------------------------------
-- Sessions: who a session is without its being seen, for what a page does by itself. Otherwise a busy
-- colleague's changes would keep an unattended screen signed in.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION session_look(p_id uuid, p_at timestamptz, p_idle interval)
  RETURNS TABLE (user_id uuid, name text, email text, assignment_id uuid, role role_name, area_id uuid, area_code text,
                 area_name text, settings jsonb, agency_id uuid, agency_name text, team_id uuid, expires_at timestamptz,
                 assignments bigint, temporary boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT u.id, u.name, u.email, a.id, a.role, a.area_id, r.code, r.name, r.settings, a.agency_id, g.name, a.team_id,
      s.expires_at, (SELECT count(*) FROM role_assignment o WHERE o.user_id = u.id AND o.revoked_at IS NULL
                     AND o.starts_at <= now() AND (o.ends_at IS NULL OR o.ends_at > now())),
      coalesce((SELECT c.temporary FROM credential c WHERE c.user_id = u.id), false)
    FROM session s JOIN user_account u ON u.id = s.user_id
      JOIN role_assignment a ON a.id = s.assignment_id AND a.user_id = s.user_id
      JOIN area r ON r.id = a.area_id
      LEFT JOIN agency g ON g.area_id = a.area_id AND g.id = a.agency_id
    WHERE s.id = p_id AND s.ended_at IS NULL AND s.expires_at > p_at AND s.last_seen_at > p_at - p_idle
      AND u.deactivated_at IS NULL
      AND a.revoked_at IS NULL AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now())
  $$;
CREATE OR REPLACE FUNCTION session_open(p_id uuid, p_at timestamptz, p_idle interval)
  RETURNS TABLE (user_id uuid, name text, email text, assignment_id uuid, role role_name, area_id uuid, area_code text,
                 area_name text, settings jsonb, agency_id uuid, agency_name text, team_id uuid, expires_at timestamptz,
                 assignments bigint, temporary boolean)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH found AS MATERIALIZED (SELECT * FROM session_look(p_id, p_at, p_idle)),
    seen AS (UPDATE session SET last_seen_at = greatest(last_seen_at, p_at)
             WHERE id = p_id AND ended_at IS NULL AND EXISTS (SELECT FROM found) RETURNING id)
    SELECT found.* FROM found, seen
  $$;
GRANT EXECUTE ON FUNCTION session_look(uuid, timestamptz, interval) TO waymark_app;

-- The areas that jobs run in.
CREATE FUNCTION system_areas() RETURNS TABLE (code text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT code FROM area ORDER BY code $$;
GRANT EXECUTE ON FUNCTION system_areas() TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- The queue of pg-boss 10.3.3, as it makes it itself (PgBoss.getConstructionPlans). It holds which job, in which
-- area and how it went, and nothing about anybody. A newer pg-boss brings a migration with its own plans.
-- ---------------------------------------------------------------------------------------------------
CREATE SCHEMA IF NOT EXISTS pgboss;

    CREATE TYPE pgboss.job_state AS ENUM (
      'created',
      'retry',
      'active',
      'completed',
      'cancelled',
      'failed'
    );

    CREATE TABLE pgboss.version (
      version int primary key,
      maintained_on timestamp with time zone,
      cron_on timestamp with time zone,
      monitored_on timestamp with time zone
    );

    CREATE TABLE pgboss.queue (
      name text,
      policy text,
      retry_limit int,
      retry_delay int,
      retry_backoff bool,
      expire_seconds int,
      retention_minutes int,
      dead_letter text REFERENCES pgboss.queue (name),
      partition_name text,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY (name)
    );

    CREATE TABLE pgboss.schedule (
      name text REFERENCES pgboss.queue ON DELETE CASCADE,
      cron text not null,
      timezone text,
      data jsonb,
      options jsonb,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY (name)
    );

    CREATE TABLE pgboss.subscription (
      event text not null,
      name text not null REFERENCES pgboss.queue ON DELETE CASCADE,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY(event, name)
    );

    CREATE TABLE pgboss.job (
      id uuid not null default gen_random_uuid(),
      name text not null,
      priority integer not null default(0),
      data jsonb,
      state pgboss.job_state not null default('created'),
      retry_limit integer not null default(2),
      retry_count integer not null default(0),
      retry_delay integer not null default(0),
      retry_backoff boolean not null default false,
      start_after timestamp with time zone not null default now(),
      started_on timestamp with time zone,
      singleton_key text,
      singleton_on timestamp without time zone,
      expire_in interval not null default interval '15 minutes',
      created_on timestamp with time zone not null default now(),
      completed_on timestamp with time zone,
      keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
      output jsonb,
      dead_letter text,
      policy text
    ) PARTITION BY LIST (name);
ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id);
CREATE TABLE pgboss.archive (LIKE pgboss.job);
ALTER TABLE pgboss.archive ADD PRIMARY KEY (name, id);
ALTER TABLE pgboss.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
CREATE INDEX archive_i1 ON pgboss.archive(archived_on);

    CREATE FUNCTION pgboss.create_queue(queue_name text, options json)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
      INSERT INTO pgboss.queue (
        name,
        policy,
        retry_limit,
        retry_delay,
        retry_backoff,
        expire_seconds,
        retention_minutes,
        dead_letter,
        partition_name
      )
      VALUES (
        queue_name,
        options->>'policy',
        (options->>'retryLimit')::int,
        (options->>'retryDelay')::int,
        (options->>'retryBackoff')::bool,
        (options->>'expireInSeconds')::int,
        (options->>'retentionMinutes')::int,
        options->>'deadLetter',
        table_name
      )
      ON CONFLICT DO NOTHING
      RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', table_name);

      EXECUTE format('ALTER TABLE pgboss.%1$I ADD PRIMARY KEY (name, id)', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON pgboss.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON pgboss.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
      EXECUTE format('CREATE INDEX %1$s_i5 ON pgboss.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);

      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', table_name, queue_name);
    END;
    $$
    LANGUAGE plpgsql;;

    CREATE FUNCTION pgboss.delete_queue(queue_name text)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar;
    BEGIN
      WITH deleted as (
        DELETE FROM pgboss.queue
        WHERE name = queue_name
        RETURNING partition_name
      )
      SELECT partition_name from deleted INTO table_name;

      EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', table_name);
    END;
    $$
    LANGUAGE plpgsql;;
INSERT INTO pgboss.version(version) VALUES ('24');

-- the app works the queue; making one is left to the owner's function, because it makes a table
GRANT USAGE ON SCHEMA pgboss TO waymark_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO waymark_app;
ALTER FUNCTION pgboss.create_queue(text, json) SECURITY DEFINER SET search_path = pgboss, pg_catalog, pg_temp;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pgboss.create_queue(text, json) TO waymark_app;
