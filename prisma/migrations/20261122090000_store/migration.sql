-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "agency_kind" AS ENUM ('council', 'police', 'health', 'education', 'housing', 'probation', 'licensing', 'voluntary', 'board');

-- CreateEnum
CREATE TYPE "team_kind" AS ENUM ('front_door', 'emergency_duty', 'safeguarding', 'cate', 'other');

-- CreateEnum
CREATE TYPE "audit_outcome" AS ENUM ('done', 'refused');

-- CreateEnum
CREATE TYPE "referral_state" AS ENUM ('sent', 'acknowledged', 'accepted', 'declined', 'action_taken', 'closed');

-- CreateEnum
CREATE TYPE "case_stage" AS ENUM ('allocation', 'assessment', 'panel', 'plan', 'exit', 'closed');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('low', 'low_medium', 'medium', 'medium_high', 'high');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('M', 'F', 'U');

-- CreateEnum
CREATE TYPE "exploitation_flag" AS ENUM ('yes', 'suspected', 'no');

-- CreateEnum
CREATE TYPE "relationship" AS ENUM ('mother', 'father', 'carer', 'step_parent', 'grandparent', 'sibling', 'household', 'associate', 'other');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('phone', 'form', 'email', 'in_person', 'police_missing_report', 'other_authority', 'out_of_hours');

-- CreateEnum
CREATE TYPE "knows" AS ENUM ('yes', 'no', 'not_known');

-- CreateEnum
CREATE TYPE "consent" AS ENUM ('given', 'refused', 'not_sought');

-- CreateEnum
CREATE TYPE "level_of_need" AS ENUM ('universal', 'early_help', 'complex', 'acute');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('cate', 'safeguarding', 'other_service', 'advice');

-- CreateEnum
CREATE TYPE "reported_as" AS ENUM ('progressed', 'other_agency', 'advice');

-- CreateEnum
CREATE TYPE "contact_state" AS ENUM ('logged', 'decided');

-- CreateEnum
CREATE TYPE "referrer_told" AS ENUM ('yes', 'not_yet', 'cannot');

-- CreateEnum
CREATE TYPE "role_name" AS ENUM ('advisor', 'emergency_duty', 'safeguarding_lead', 'practitioner', 'cate_manager', 'panel_chair', 'partner', 'police', 'licensing', 'manager', 'auditor', 'analyst', 'admin', 'system');

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "agency_kind" NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "team" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "team_kind" NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "reference_counter" (
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reference_counter_pkey" PRIMARY KEY ("area_id","kind","year")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGSERIAL NOT NULL,
    "area_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "outcome" "audit_outcome" NOT NULL,
    "actor_id" UUID,
    "role" "role_name",
    "agency_id" UUID,
    "record_type" TEXT,
    "record_id" UUID,
    "row_count" INTEGER,
    "row_ids" UUID[],
    "address" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_event_child" (
    "area_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "audit_event_child_pkey" PRIMARY KEY ("area_id","child_id","seq")
);

-- CreateTable
CREATE TABLE "referral" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "child_id" UUID,
    "outcome" "outcome" NOT NULL,
    "to_team_id" UUID,
    "to_service" TEXT,
    "state" "referral_state" NOT NULL DEFAULT 'sent',
    "summary" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "responded_at" TIMESTAMPTZ(3),
    "responded_by_id" UUID,
    "decline_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "cate_case" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "child_id" UUID NOT NULL,
    "referral_id" UUID,
    "stage" "case_stage" NOT NULL DEFAULT 'allocation',
    "level" "level",
    "allocated_to_id" UUID,
    "referred_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "panel_due" TIMESTAMPTZ(3) NOT NULL,
    "panel_held_at" TIMESTAMPTZ(3),
    "next_review_due" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closure_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cate_case_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "case_allocation" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "case_allocation_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "case_stage_move" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_stage" "case_stage",
    "to_stage" "case_stage" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT,

    CONSTRAINT "case_stage_move_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "case_level" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "level" "level" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "case_level_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "child" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "known_as" TEXT,
    "date_of_birth" DATE,
    "birth_estimated" BOOLEAN NOT NULL DEFAULT false,
    "sex" "sex" NOT NULL DEFAULT 'U',
    "ethnicity" TEXT NOT NULL DEFAULT 'NOBT',
    "disabilities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "first_language" TEXT,
    "interpreter_needed" BOOLEAN NOT NULL DEFAULT false,
    "legal_status" TEXT,
    "nhs_number" TEXT,
    "upn" TEXT,
    "school" TEXT,
    "gp_practice" TEXT,
    "exploitation" "exploitation_flag" NOT NULL DEFAULT 'no',
    "how_to_speak" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "child_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "child_alias" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,

    CONSTRAINT "child_alias_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "child_address" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "town" TEXT,
    "postcode" TEXT,
    "phone" TEXT,
    "from_date" DATE,
    "to_date" DATE,

    CONSTRAINT "child_address_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "person_around" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "relationship" "relationship" NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "parental_responsibility" BOOLEAN NOT NULL DEFAULT false,
    "lives_with_child" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "related_child_id" UUID,

    CONSTRAINT "person_around_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "contact" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "submission_key" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" "channel" NOT NULL,
    "logged_by_id" UUID NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,
    "referrer_name" TEXT,
    "referrer_role" TEXT,
    "referrer_organisation" TEXT,
    "referrer_agency_id" UUID,
    "referrer_phone" TEXT,
    "referrer_email" TEXT,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "identity_withheld" BOOLEAN NOT NULL DEFAULT false,
    "source_code" TEXT NOT NULL,
    "child_id" UUID,
    "unidentified_child" TEXT,
    "what_was_said" TEXT NOT NULL,
    "child_words" TEXT,
    "concerns" TEXT[],
    "exploitation" "exploitation_flag" NOT NULL,
    "immediate_danger" BOOLEAN NOT NULL,
    "danger_action" TEXT,
    "whereabouts" TEXT,
    "others_at_risk" TEXT,
    "child_knows" "knows" NOT NULL,
    "parents_know" "knows" NOT NULL,
    "family_views" TEXT,
    "consent" "consent" NOT NULL,
    "consent_reason" TEXT,
    "level_of_need" "level_of_need" NOT NULL,
    "state" "contact_state" NOT NULL DEFAULT 'logged',
    "decision_due" TIMESTAMPTZ(3) NOT NULL,
    "awaited_until" TIMESTAMPTZ(3) GENERATED ALWAYS AS (CASE WHEN "state" = 'logged' THEN "decision_due" END) STORED,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "contact_decision" (
    "area_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "outcomes" "outcome"[],
    "reported_as" "reported_as" NOT NULL,
    "suggested" "outcome"[],
    "rationale" TEXT NOT NULL,
    "referrer_told" "referrer_told" NOT NULL,
    "told_note" TEXT,

    CONSTRAINT "contact_decision_pkey" PRIMARY KEY ("area_id","contact_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "temporary" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "area_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "agency_id" UUID,
    "team_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("area_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "address" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" BIGSERIAL NOT NULL,
    "account_key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_code_key" ON "area"("code");

-- CreateIndex
CREATE UNIQUE INDEX "agency_area_id_name_key" ON "agency"("area_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "team_area_id_name_key" ON "team"("area_id", "name");

-- CreateIndex
CREATE INDEX "audit_event_area_id_seq_idx" ON "audit_event"("area_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_area_id_actor_id_seq_idx" ON "audit_event"("area_id", "actor_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_area_id_kind_seq_idx" ON "audit_event"("area_id", "kind", "seq");

-- CreateIndex
CREATE INDEX "audit_event_area_id_at_idx" ON "audit_event"("area_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_child_seq_idx" ON "audit_event_child"("seq");

-- CreateIndex
CREATE INDEX "referral_area_id_sent_at_id_idx" ON "referral"("area_id", "sent_at", "id");

-- CreateIndex
CREATE INDEX "referral_area_id_child_id_idx" ON "referral"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_area_id_contact_id_outcome_key" ON "referral"("area_id", "contact_id", "outcome");

-- CreateIndex
CREATE INDEX "cate_case_area_id_allocated_to_id_idx" ON "cate_case"("area_id", "allocated_to_id");

-- CreateIndex
CREATE INDEX "cate_case_area_id_closed_at_panel_due_idx" ON "cate_case"("area_id", "closed_at", "panel_due");

-- CreateIndex
CREATE INDEX "cate_case_area_id_child_id_idx" ON "cate_case"("area_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "cate_case_area_id_reference_key" ON "cate_case"("area_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "cate_case_area_id_referral_id_key" ON "cate_case"("area_id", "referral_id");

-- CreateIndex
CREATE INDEX "case_allocation_area_id_case_id_at_idx" ON "case_allocation"("area_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "case_stage_move_area_id_case_id_at_idx" ON "case_stage_move"("area_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "case_level_area_id_case_id_at_idx" ON "case_level"("area_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "child_area_id_family_name_given_name_idx" ON "child"("area_id", "family_name", "given_name");

-- CreateIndex
CREATE INDEX "child_area_id_date_of_birth_idx" ON "child"("area_id", "date_of_birth");

-- CreateIndex
CREATE INDEX "child_area_id_nhs_number_idx" ON "child"("area_id", "nhs_number");

-- CreateIndex
CREATE INDEX "child_area_id_upn_idx" ON "child"("area_id", "upn");

-- CreateIndex
CREATE UNIQUE INDEX "child_area_id_reference_key" ON "child"("area_id", "reference");

-- CreateIndex
CREATE INDEX "child_alias_area_id_child_id_idx" ON "child_alias"("area_id", "child_id");

-- CreateIndex
CREATE INDEX "child_address_area_id_child_id_idx" ON "child_address"("area_id", "child_id");

-- CreateIndex
CREATE INDEX "child_address_area_id_postcode_idx" ON "child_address"("area_id", "postcode");

-- CreateIndex
CREATE INDEX "person_around_area_id_child_id_idx" ON "person_around"("area_id", "child_id");

-- CreateIndex
CREATE INDEX "person_around_area_id_related_child_id_idx" ON "person_around"("area_id", "related_child_id");

-- CreateIndex
CREATE INDEX "contact_area_id_received_at_id_idx" ON "contact"("area_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "contact_area_id_awaited_until_id_idx" ON "contact"("area_id", "awaited_until", "id");

-- CreateIndex
CREATE INDEX "contact_area_id_child_id_received_at_idx" ON "contact"("area_id", "child_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "contact_area_id_reference_key" ON "contact"("area_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "contact_area_id_submission_key_key" ON "contact"("area_id", "submission_key");

-- CreateIndex
CREATE INDEX "contact_decision_area_id_decided_at_idx" ON "contact_decision"("area_id", "decided_at");

-- CreateIndex
CREATE INDEX "draft_area_id_user_id_kind_idx" ON "draft"("area_id", "user_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "role_assignment_area_id_role_idx" ON "role_assignment"("area_id", "role");

-- CreateIndex
CREATE INDEX "role_assignment_user_id_idx" ON "role_assignment"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_assignment_id_key" ON "role_assignment"("id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_account_key_at_idx" ON "sign_in_failure"("account_key", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_address_at_idx" ON "sign_in_failure"("address", "at");

-- AddForeignKey
ALTER TABLE "agency" ADD CONSTRAINT "agency_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event_child" ADD CONSTRAINT "audit_event_child_seq_fkey" FOREIGN KEY ("seq") REFERENCES "audit_event"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_to_team_id_fkey" FOREIGN KEY ("area_id", "to_team_id") REFERENCES "team"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_responded_by_id_fkey" FOREIGN KEY ("responded_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cate_case" ADD CONSTRAINT "cate_case_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cate_case" ADD CONSTRAINT "cate_case_area_id_referral_id_fkey" FOREIGN KEY ("area_id", "referral_id") REFERENCES "referral"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cate_case" ADD CONSTRAINT "cate_case_allocated_to_id_fkey" FOREIGN KEY ("allocated_to_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_allocation" ADD CONSTRAINT "case_allocation_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_allocation" ADD CONSTRAINT "case_allocation_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_allocation" ADD CONSTRAINT "case_allocation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_stage_move" ADD CONSTRAINT "case_stage_move_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_stage_move" ADD CONSTRAINT "case_stage_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_level" ADD CONSTRAINT "case_level_area_id_case_id_fkey" FOREIGN KEY ("area_id", "case_id") REFERENCES "cate_case"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_level" ADD CONSTRAINT "case_level_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child" ADD CONSTRAINT "child_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child_alias" ADD CONSTRAINT "child_alias_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child_address" ADD CONSTRAINT "child_address_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_around" ADD CONSTRAINT "person_around_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_around" ADD CONSTRAINT "person_around_area_id_related_child_id_fkey" FOREIGN KEY ("area_id", "related_child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_area_id_referrer_agency_id_fkey" FOREIGN KEY ("area_id", "referrer_agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_area_id_child_id_fkey" FOREIGN KEY ("area_id", "child_id") REFERENCES "child"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_decision" ADD CONSTRAINT "contact_decision_area_id_contact_id_fkey" FOREIGN KEY ("area_id", "contact_id") REFERENCES "contact"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_decision" ADD CONSTRAINT "contact_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_area_id_agency_id_fkey" FOREIGN KEY ("area_id", "agency_id") REFERENCES "agency"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_area_id_team_id_fkey" FOREIGN KEY ("area_id", "team_id") REFERENCES "team"("area_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "role_assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ---------------------------------------------------------------------------------------------------
-- Logins. The owner runs migrations; the app and the auditor own nothing. Passwords are set outside.
-- ---------------------------------------------------------------------------------------------------
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'waymark_app') THEN CREATE ROLE waymark_app LOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'waymark_auditor') THEN CREATE ROLE waymark_auditor LOGIN; END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO waymark_app, waymark_auditor;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- ---------------------------------------------------------------------------------------------------
-- Who is asking. One transaction works under one role assignment, named by app.assignment_id and looked
-- up here each time: a role that was revoked, has ended, or whose person has left answers with nothing.
-- SECURITY DEFINER, because the policies below guard the very tables these functions read.
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION app_assignment() RETURNS role_assignment
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT a FROM role_assignment a JOIN user_account u ON u.id = a.user_id
    WHERE a.id = nullif(current_setting('app.assignment_id', true), '')::uuid
      AND a.revoked_at IS NULL AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now())
      AND u.deactivated_at IS NULL
  $$;
CREATE FUNCTION app_area_id() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT (app_assignment()).area_id';
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT (app_assignment()).user_id';
CREATE FUNCTION app_agency_id() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT (app_assignment()).agency_id';
CREATE FUNCTION app_role() RETURNS role_name LANGUAGE sql STABLE AS 'SELECT (app_assignment()).role';
GRANT EXECUTE ON FUNCTION app_assignment(), app_area_id(), app_user_id(), app_agency_id(), app_role() TO waymark_app, waymark_auditor;

-- Every table: security enabled and forced, the owner may read (for the functions that answer with figures
-- or matches only), the auditor may read. Nobody may do anything else until a policy below says so.
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT LIKE '\_prisma%'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON %s FOR SELECT TO CURRENT_USER USING (true)', t);
    IF t::text NOT IN ('credential', 'draft') THEN
      EXECUTE format('CREATE POLICY auditor_reads ON %s FOR SELECT TO waymark_auditor USING (true)', t);
      EXECUTE format('GRANT SELECT ON %s TO waymark_auditor', t);
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- ---------------------------------------------------------------------------------------------------
-- Areas, agencies, teams, counters
-- ---------------------------------------------------------------------------------------------------
GRANT SELECT, UPDATE ON area TO waymark_app;
CREATE POLICY sees ON area FOR SELECT TO waymark_app USING (id = (SELECT app_area_id()));
CREATE POLICY changes ON area FOR UPDATE TO waymark_app
  USING (id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system'));

GRANT SELECT, INSERT, UPDATE ON agency, team TO waymark_app;
CREATE POLICY sees ON agency FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()));
CREATE POLICY adds ON agency FOR INSERT TO waymark_app
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system'));
CREATE POLICY changes ON agency FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system'));
CREATE POLICY sees ON team FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()));
CREATE POLICY adds ON team FOR INSERT TO waymark_app
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system'));
CREATE POLICY changes ON team FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system'));

GRANT SELECT, INSERT, UPDATE ON reference_counter TO waymark_app;
CREATE POLICY counts ON reference_counter FOR ALL TO waymark_app
  USING (area_id = (SELECT app_area_id())) WITH CHECK (area_id = (SELECT app_area_id()));

-- ---------------------------------------------------------------------------------------------------
-- People who sign in. Names are seen by those who share an area; hashes and sessions by no login at all.
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE user_account ADD CONSTRAINT email_is_lower_case CHECK (email = lower(email));
GRANT SELECT, INSERT ON user_account TO waymark_app;
CREATE POLICY owner_writes ON user_account FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY sees ON user_account FOR SELECT TO waymark_app
  USING (id = (SELECT app_user_id()) OR id IN (SELECT user_id FROM role_assignment));
CREATE POLICY adds ON user_account FOR INSERT TO waymark_app
  WITH CHECK ((SELECT app_role()) IN ('admin', 'system'));

GRANT SELECT, INSERT, UPDATE ON role_assignment TO waymark_app;
CREATE POLICY owner_writes ON role_assignment FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY sees ON role_assignment FOR SELECT TO waymark_app USING (area_id = (SELECT app_area_id()));
CREATE POLICY adds ON role_assignment FOR INSERT TO waymark_app
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system') AND role <> 'system');
CREATE POLICY changes ON role_assignment FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('admin', 'system') AND role <> 'system')
  WITH CHECK (area_id = (SELECT app_area_id()) AND role <> 'system');

CREATE POLICY owner_writes ON credential FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_writes ON session FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_writes ON sign_in_failure FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_writes ON area FOR INSERT TO CURRENT_USER WITH CHECK (true);

-- The only ways to a credential or a session. `at` is passed in: the app's clock can be set in tests.
CREATE FUNCTION sign_in_account(p_email text) RETURNS TABLE (user_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT u.id, c.password_hash FROM user_account u JOIN credential c ON c.user_id = u.id
    WHERE u.email = p_email AND u.deactivated_at IS NULL
      AND EXISTS (SELECT FROM role_assignment a WHERE a.user_id = u.id AND a.revoked_at IS NULL
                  AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now()))
  $$;

CREATE FUNCTION sign_in_failures(p_account text, p_address text, p_since timestamptz)
  RETURNS TABLE (by_account bigint, by_address bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT (SELECT count(*) FROM sign_in_failure WHERE account_key = p_account AND at > p_since),
           (SELECT count(*) FROM sign_in_failure WHERE address = p_address AND at > p_since)
  $$;

CREATE FUNCTION sign_in_failed(p_account text, p_address text, p_at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    DELETE FROM sign_in_failure WHERE at < p_at - interval '1 day';
    INSERT INTO sign_in_failure (account_key, address, at) VALUES (p_account, p_address, p_at);
  $$;

CREATE FUNCTION session_start(p_id uuid, p_user uuid, p_address text, p_at timestamptz, p_until timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE chosen uuid;
  BEGIN
    -- the role last worked under, else the first given
    SELECT a.id INTO chosen FROM role_assignment a
    WHERE a.user_id = p_user AND a.revoked_at IS NULL AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now())
      AND a.role <> 'system'
    ORDER BY (SELECT max(s.last_seen_at) FROM session s WHERE s.assignment_id = a.id) DESC NULLS LAST, a.starts_at, a.id
    LIMIT 1;
    IF chosen IS NULL THEN RETURN NULL; END IF;
    DELETE FROM session WHERE user_id = p_user AND expires_at < p_at - interval '90 days';
    INSERT INTO session (id, user_id, assignment_id, created_at, last_seen_at, expires_at, address)
    VALUES (p_id, p_user, chosen, p_at, p_at, p_until, p_address);
    RETURN chosen;
  END $$;

-- Who a session is, and that it was seen. Nothing where it has ended, idled out, expired or lost its role.
CREATE FUNCTION session_open(p_id uuid, p_at timestamptz, p_idle interval)
  RETURNS TABLE (user_id uuid, name text, email text, assignment_id uuid, role role_name, area_id uuid, area_code text,
                 area_name text, settings jsonb, agency_id uuid, agency_name text, team_id uuid, expires_at timestamptz,
                 assignments bigint, temporary boolean)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    UPDATE session s SET last_seen_at = greatest(s.last_seen_at, p_at)
    FROM user_account u, role_assignment a JOIN area r ON r.id = a.area_id
      LEFT JOIN agency g ON g.area_id = a.area_id AND g.id = a.agency_id
    WHERE s.id = p_id AND s.ended_at IS NULL AND s.expires_at > p_at AND s.last_seen_at > p_at - p_idle
      AND u.id = s.user_id AND u.deactivated_at IS NULL
      AND a.id = s.assignment_id AND a.user_id = s.user_id
      AND a.revoked_at IS NULL AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now())
    RETURNING u.id, u.name, u.email, a.id, a.role, a.area_id, r.code, r.name, r.settings, a.agency_id, g.name, a.team_id,
      s.expires_at, (SELECT count(*) FROM role_assignment o WHERE o.user_id = u.id AND o.revoked_at IS NULL
                     AND o.starts_at <= now() AND (o.ends_at IS NULL OR o.ends_at > now())),
      coalesce((SELECT c.temporary FROM credential c WHERE c.user_id = u.id), false)
  $$;

CREATE FUNCTION session_end(p_id uuid, p_at timestamptz, p_reason text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ UPDATE session SET ended_at = p_at, end_reason = p_reason WHERE id = p_id AND user_id = app_user_id() AND ended_at IS NULL $$;

-- The roles the person who is asking may work under, in whatever area.
CREATE FUNCTION my_assignments() RETURNS TABLE (assignment_id uuid, role role_name, area_name text, agency_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT a.id, a.role, r.name, g.name
    FROM role_assignment a JOIN area r ON r.id = a.area_id
      LEFT JOIN agency g ON g.area_id = a.area_id AND g.id = a.agency_id
    WHERE a.user_id = app_user_id() AND a.role <> 'system' AND a.revoked_at IS NULL
      AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now())
    ORDER BY a.starts_at, a.id
  $$;

CREATE FUNCTION session_switch(p_id uuid, p_assignment uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM my_assignments() m WHERE m.assignment_id = p_assignment) THEN RETURN false; END IF;
    UPDATE session SET assignment_id = p_assignment WHERE id = p_id AND user_id = app_user_id() AND ended_at IS NULL;
    RETURN FOUND;
  END $$;

-- A password is set by the person, or by those who make accounts in an area the person belongs to.
CREATE FUNCTION set_password(p_user uuid, p_hash text, p_temporary boolean DEFAULT false) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF p_user IS DISTINCT FROM app_user_id() AND (app_role() IS NULL OR app_role() NOT IN ('admin', 'system')
       OR NOT EXISTS (SELECT FROM role_assignment a WHERE a.user_id = p_user AND a.area_id = app_area_id()))
    THEN RETURN false; END IF;
    INSERT INTO credential (user_id, password_hash, temporary) VALUES (p_user, p_hash, p_temporary)
    ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, temporary = excluded.temporary, changed_at = now();
    RETURN true;
  END $$;

-- The hash of the person asking, for the form that changes it.
CREATE FUNCTION own_password_hash() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT password_hash FROM credential WHERE user_id = app_user_id() $$;

-- The account of an e-mail address, made where there is none: somebody may work in another area already, and
-- row-level security would hide them from the administrator who adds them here.
CREATE FUNCTION account_for(p_email text, p_name text) RETURNS TABLE (user_id uuid, made boolean, has_left boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE known user_account;
  BEGIN
    IF app_role() IS NULL OR app_role() NOT IN ('admin', 'system') THEN RETURN; END IF;
    SELECT u.* INTO known FROM user_account u WHERE u.email = p_email AND u.email <> 'system';
    IF known.id IS NOT NULL THEN RETURN QUERY SELECT known.id, false, known.deactivated_at IS NOT NULL; RETURN; END IF;
    RETURN QUERY INSERT INTO user_account (id, email, name) VALUES (gen_random_uuid(), p_email, p_name) RETURNING id, true, false;
  END $$;

-- The system itself: jobs, seeds and imports work under this account, which has no credential and cannot
-- sign in. A new area gives it a role there.
INSERT INTO user_account (id, email, name) VALUES ('00000000-0000-7000-8000-000000000001', 'system', 'Waymark');
CREATE FUNCTION create_area(p_code text, p_name text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  DECLARE made uuid := gen_random_uuid(); given uuid := gen_random_uuid();
  BEGIN
    INSERT INTO area (id, code, name) VALUES (made, p_code, p_name);
    INSERT INTO role_assignment (area_id, id, user_id, role) VALUES (made, given, '00000000-0000-7000-8000-000000000001', 'system');
    RETURN given;
  END $$;
CREATE FUNCTION system_assignment(p_code text) RETURNS TABLE (assignment_id uuid, user_id uuid, area_id uuid, area_name text, settings jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT a.id, a.user_id, r.id, r.name, r.settings FROM role_assignment a JOIN area r ON r.id = a.area_id
    WHERE r.code = p_code AND a.role = 'system' AND a.revoked_at IS NULL
  $$;

GRANT EXECUTE ON FUNCTION sign_in_account(text), sign_in_failures(text, text, timestamptz), sign_in_failed(text, text, timestamptz),
  session_start(uuid, uuid, text, timestamptz, timestamptz), session_open(uuid, timestamptz, interval),
  session_end(uuid, timestamptz, text), my_assignments(), session_switch(uuid, uuid), set_password(uuid, text, boolean), own_password_hash(), account_for(text, text),
  create_area(text, text), system_assignment(text) TO waymark_app;

-- ---------------------------------------------------------------------------------------------------
-- CATE cases. Sight of a case is what gives sight of the child, her contacts and her referral to those
-- who do not see the whole area (DOMAIN 4).
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE cate_case
  ADD CONSTRAINT held_unless_waiting CHECK (stage IN ('allocation', 'closed') OR allocated_to_id IS NOT NULL),
  ADD CONSTRAINT closed_with_a_reason CHECK ((stage = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closure_reason IS NULL));
-- the specialist team works with a child in one case at a time
CREATE UNIQUE INDEX one_open_case ON cate_case (area_id, child_id) WHERE stage <> 'closed';
GRANT SELECT, INSERT, UPDATE ON cate_case TO waymark_app;
CREATE POLICY sees ON cate_case FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'cate_manager', 'police', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'practitioner' AND allocated_to_id = (SELECT app_user_id()))
    OR ((SELECT app_role()) = 'panel_chair' AND stage IN ('panel', 'plan', 'exit'))));
CREATE POLICY adds ON cate_case FOR INSERT TO waymark_app
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'system'));
CREATE POLICY changes ON cate_case FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner', 'panel_chair', 'system'));

CREATE INDEX referral_waiting ON referral (area_id, sent_at, id) WHERE responded_at IS NULL;
CREATE INDEX cate_case_open ON cate_case (area_id, panel_due) WHERE closed_at IS NULL;

-- The children whose records are open to somebody who does not see the whole area: those they have a case or
-- a referral about (DOMAIN 4). One definition for every table that hangs on a child; a function, so that the
-- planner need not take it apart for every statement.
CREATE FUNCTION app_child_ids() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    WITH asking AS MATERIALIZED (SELECT a.area_id, a.role, a.user_id FROM app_assignment() a)
    SELECT k.child_id FROM cate_case k JOIN asking ON asking.area_id = k.area_id
    WHERE asking.role IN ('cate_manager', 'police')
      OR (asking.role = 'practitioner' AND k.allocated_to_id = asking.user_id)
      OR (asking.role = 'panel_chair' AND k.stage IN ('panel', 'plan', 'exit'))
    UNION
    SELECT r.child_id FROM referral r JOIN asking ON asking.area_id = r.area_id
    WHERE asking.role = 'cate_manager' AND r.outcome = 'cate' AND r.child_id IS NOT NULL
  $$;
GRANT EXECUTE ON FUNCTION app_child_ids() TO waymark_app;

-- Histories of a case: not for the front door, which sees only that a child is open and to whom.
GRANT SELECT, INSERT ON case_allocation, case_stage_move, case_level TO waymark_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_allocation', 'case_stage_move', 'case_level'] LOOP
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (
        (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'police', 'auditor', 'system')
        OR ((SELECT app_role()) IN ('practitioner', 'panel_chair')
            AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = %1$I.area_id AND c.id = %1$I.case_id))))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %1$I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('cate_manager', 'practitioner', 'panel_chair', 'system')
      AND ((SELECT app_role()) = 'system' OR by_id = (SELECT app_user_id())))$p$, t);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- Referrals
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE referral
  ADD CONSTRAINT declined_with_a_reason CHECK (state <> 'declined' OR decline_reason IS NOT NULL),
  ADD CONSTRAINT goes_somewhere CHECK (num_nonnulls(to_team_id, to_service) = 1);
GRANT SELECT, INSERT, UPDATE ON referral TO waymark_app;
CREATE POLICY sees ON referral FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) = 'cate_manager' AND outcome = 'cate')
    OR ((SELECT app_role()) IN ('practitioner', 'panel_chair', 'police')
        AND EXISTS (SELECT FROM cate_case c WHERE c.area_id = referral.area_id AND c.referral_id = referral.id))));
CREATE POLICY adds ON referral FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR sent_by_id = (SELECT app_user_id())));
CREATE POLICY changes ON referral FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('safeguarding_lead', 'cate_manager', 'system'));

-- ---------------------------------------------------------------------------------------------------
-- Children and what hangs on them
-- ---------------------------------------------------------------------------------------------------
CREATE FUNCTION nhs_number_checks(n text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT n ~ '^\d{10}$' AND (11 - (SELECT sum(substr(n, i, 1)::int * (11 - i)) FROM generate_series(1, 9) i) % 11) % 11
         = substr(n, 10, 1)::int
$$;
GRANT EXECUTE ON FUNCTION nhs_number_checks(text) TO waymark_app;
ALTER TABLE child
  ADD CONSTRAINT nhs_number_checks CHECK (nhs_number_checks(nhs_number)),
  ADD CONSTRAINT upn_shape CHECK (upn ~ '^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$'),
  ADD CONSTRAINT names_are_given CHECK (btrim(given_name) <> '' AND btrim(family_name) <> '');
GRANT SELECT, INSERT, UPDATE ON child TO waymark_app;
CREATE POLICY sees ON child FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('practitioner', 'cate_manager', 'panel_chair', 'police')
        AND id IN (SELECT app_child_ids()))));
CREATE POLICY adds ON child FOR INSERT TO waymark_app
  WITH CHECK (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system'));
CREATE POLICY changes ON child FOR UPDATE TO waymark_app USING (
  area_id = (SELECT app_area_id())
  AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'practitioner', 'cate_manager', 'system'));

GRANT SELECT, INSERT, UPDATE ON child_alias, child_address, person_around TO waymark_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['child_alias', 'child_address', 'person_around'] LOOP
    EXECUTE format($p$CREATE POLICY sees ON %1$I FOR SELECT TO waymark_app USING (
      area_id = (SELECT app_area_id()) AND (
        (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'auditor', 'system')
        OR ((SELECT app_role()) IN ('practitioner', 'cate_manager', 'panel_chair', 'police')
            AND child_id IN (SELECT app_child_ids()))))$p$, t);
    EXECUTE format($p$CREATE POLICY adds ON %1$I FOR INSERT TO waymark_app WITH CHECK (
      area_id = (SELECT app_area_id())
      AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'practitioner', 'cate_manager', 'system'))$p$, t);
    EXECUTE format($p$CREATE POLICY changes ON %1$I FOR UPDATE TO waymark_app USING (
      area_id = (SELECT app_area_id())
      AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'practitioner', 'cate_manager', 'system'))$p$, t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------
-- Contacts and decisions
-- ---------------------------------------------------------------------------------------------------
ALTER TABLE contact
  ADD CONSTRAINT somebody_or_anonymous CHECK (anonymous OR referrer_name IS NOT NULL),
  ADD CONSTRAINT something_was_said CHECK (btrim(what_was_said) <> '');
GRANT SELECT, INSERT, UPDATE ON contact TO waymark_app;
CREATE POLICY sees ON contact FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'manager', 'auditor', 'system')
    OR ((SELECT app_role()) IN ('partner', 'police') AND referrer_agency_id = (SELECT app_agency_id()))
    OR ((SELECT app_role()) IN ('practitioner', 'cate_manager', 'panel_chair', 'police')
        AND child_id IN (SELECT app_child_ids()))));
CREATE POLICY adds ON contact FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR logged_by_id = (SELECT app_user_id())));
CREATE POLICY changes ON contact FOR UPDATE TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system'));

ALTER TABLE contact_decision ADD CONSTRAINT goes_somewhere CHECK (cardinality(outcomes) > 0);
GRANT SELECT, INSERT ON contact_decision TO waymark_app;
CREATE POLICY sees ON contact_decision FOR SELECT TO waymark_app USING (
  area_id = (SELECT app_area_id()) AND (
    (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'manager', 'auditor', 'system')
    OR EXISTS (SELECT FROM contact c WHERE c.area_id = contact_decision.area_id AND c.id = contact_decision.contact_id)));
CREATE POLICY adds ON contact_decision FOR INSERT TO waymark_app WITH CHECK (
  area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('advisor', 'emergency_duty', 'safeguarding_lead', 'system')
  AND ((SELECT app_role()) = 'system' OR decided_by_id = (SELECT app_user_id())));
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON contact_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------
-- Drafts: the person typing and nobody else
-- ---------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO waymark_app;
CREATE POLICY own ON draft FOR ALL TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND user_id = (SELECT app_user_id()))
  WITH CHECK (area_id = (SELECT app_area_id()) AND user_id = (SELECT app_user_id()));

-- ---------------------------------------------------------------------------------------------------
-- The audit log: in one's own name only, at the database's own time, and for ever
-- ---------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON audit_event, audit_event_child TO waymark_app;
GRANT USAGE ON SEQUENCE audit_event_seq_seq TO waymark_app;
CREATE POLICY sees ON audit_event FOR SELECT TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor'));
CREATE POLICY adds ON audit_event FOR INSERT TO waymark_app WITH CHECK (
  actor_id IS NOT DISTINCT FROM (SELECT app_user_id()) AND area_id IS NOT DISTINCT FROM (SELECT app_area_id())
  AND role IS NOT DISTINCT FROM (SELECT app_role()) AND agency_id IS NOT DISTINCT FROM (SELECT app_agency_id()));
CREATE POLICY sees ON audit_event_child FOR SELECT TO waymark_app
  USING (area_id = (SELECT app_area_id()) AND (SELECT app_role()) IN ('manager', 'auditor'));
CREATE POLICY adds ON audit_event_child FOR INSERT TO waymark_app WITH CHECK (area_id = (SELECT app_area_id()));
-- a child is linked to an event of the person asking, and to no other; checked after the statement, because
-- the event is written by the same one
CREATE FUNCTION links_to_its_own_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM added l LEFT JOIN audit_event e
               ON e.seq = l.seq AND e.area_id = l.area_id AND e.actor_id = (SELECT app_user_id())
               WHERE e.seq IS NULL)
    THEN RAISE EXCEPTION 'a child can be linked only to an event of one''s own' USING ERRCODE = 'insufficient_privilege'; END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER links_to_its_own_event AFTER INSERT ON audit_event_child REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION links_to_its_own_event();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event_child
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION audit_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER sets_its_own_time BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_time();
