-- CreateEnum
CREATE TYPE "publication_state" AS ENUM ('draft', 'in_review', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "text_status" AS ENUM ('original', 'human', 'machine');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'year', 'unknown');

-- CreateEnum
CREATE TYPE "edition_organisation_role" AS ENUM ('host', 'co_host', 'organiser', 'partner', 'sponsor');

-- CreateEnum
CREATE TYPE "session_format" AS ENUM ('plenary', 'panel', 'roundtable', 'discussion', 'keynote', 'side_event', 'break', 'other');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('government', 'institute', 'university', 'grouping', 'international_organisation', 'company', 'foundation', 'other');

-- CreateEnum
CREATE TYPE "appearance_role" AS ENUM ('speaker', 'moderator', 'chair', 'panellist', 'discussant', 'opening');

-- CreateEnum
CREATE TYPE "statement_form" AS ENUM ('quotation', 'paraphrase', 'translation', 'transcript');

-- CreateEnum
CREATE TYPE "statement_kind" AS ENUM ('assessment', 'recommendation', 'proposal', 'commitment', 'report', 'question');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('article', 'official_page', 'programme', 'video', 'report', 'other');

-- CreateEnum
CREATE TYPE "name_kind" AS ENUM ('spelling', 'transliteration', 'former', 'printed');

-- CreateEnum
CREATE TYPE "identifier_scheme" AS ENUM ('wikidata', 'orcid', 'viaf', 'isni', 'ror');

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('contributor', 'editor', 'administrator');

-- CreateEnum
CREATE TYPE "one_time_link_purpose" AS ENUM ('first_administrator', 'invitation', 'password_reset');

-- CreateTable
CREATE TABLE "forum" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "website" TEXT,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_text" (
    "forum_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "description" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "forum_text_pkey" PRIMARY KEY ("forum_id","language")
);

-- CreateTable
CREATE TABLE "forum_slug" (
    "slug" TEXT NOT NULL,
    "forum_id" UUID,

    CONSTRAINT "forum_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER,
    "year" INTEGER,
    "starts_on" DATE,
    "ends_on" DATE,
    "date_precision" "date_precision" NOT NULL DEFAULT 'unknown',
    "time_zone" TEXT NOT NULL,
    "country_code" CHAR(2),
    "country_count" INTEGER,
    "website" TEXT,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_text" (
    "edition_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "title" TEXT,
    "theme" TEXT,
    "summary" TEXT,
    "description" TEXT,
    "city" TEXT,
    "venue" TEXT,
    "date_note" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "edition_text_pkey" PRIMARY KEY ("edition_id","language")
);

-- CreateTable
CREATE TABLE "edition_slug" (
    "forum_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "edition_id" UUID,

    CONSTRAINT "edition_slug_pkey" PRIMARY KEY ("forum_id","slug")
);

-- CreateTable
CREATE TABLE "edition_organisation" (
    "edition_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "edition_organisation_role" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "edition_organisation_pkey" PRIMARY KEY ("edition_id","organisation_id","role")
);

-- CreateTable
CREATE TABLE "edition_country" (
    "edition_id" UUID NOT NULL,
    "country_code" CHAR(2) NOT NULL,

    CONSTRAINT "edition_country_pkey" PRIMARY KEY ("edition_id","country_code")
);

-- CreateTable
CREATE TABLE "programme_day" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "date" DATE,

    CONSTRAINT "programme_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_text" (
    "room_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "name" TEXT NOT NULL,

    CONSTRAINT "room_text_pkey" PRIMARY KEY ("room_id","language")
);

-- CreateTable
CREATE TABLE "track" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "track_text" (
    "track_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "name" TEXT NOT NULL,

    CONSTRAINT "track_text_pkey" PRIMARY KEY ("track_id","language")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "format" "session_format" NOT NULL,
    "is_title_supplied" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT,
    "day_id" UUID,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "room_id" UUID,
    "track_id" UUID,
    "position" INTEGER,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_text" (
    "session_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "title" TEXT NOT NULL,
    "abstract" TEXT,
    "note" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "session_text_pkey" PRIMARY KEY ("session_id","language")
);

-- CreateTable
CREATE TABLE "session_slug" (
    "edition_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "session_id" UUID,

    CONSTRAINT "session_slug_pkey" PRIMARY KEY ("edition_id","slug")
);

-- CreateTable
CREATE TABLE "session_topic" (
    "session_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "session_topic_pkey" PRIMARY KEY ("session_id","topic_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "portrait_id" UUID,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_text" (
    "person_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "biography" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "person_text_pkey" PRIMARY KEY ("person_id","language")
);

-- CreateTable
CREATE TABLE "person_name" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT,
    "kind" "name_kind" NOT NULL,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_identifier" (
    "person_id" UUID NOT NULL,
    "scheme" "identifier_scheme" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "person_identifier_pkey" PRIMARY KEY ("scheme","value")
);

-- CreateTable
CREATE TABLE "person_slug" (
    "slug" TEXT NOT NULL,
    "person_id" UUID,

    CONSTRAINT "person_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "parent_id" UUID,
    "kind" "organisation_kind",
    "country_code" CHAR(2),
    "website" TEXT,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_text" (
    "organisation_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "description" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "organisation_text_pkey" PRIMARY KEY ("organisation_id","language")
);

-- CreateTable
CREATE TABLE "organisation_name" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT,
    "kind" "name_kind" NOT NULL,

    CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_identifier" (
    "organisation_id" UUID NOT NULL,
    "scheme" "identifier_scheme" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "organisation_identifier_pkey" PRIMARY KEY ("scheme","value")
);

-- CreateTable
CREATE TABLE "organisation_slug" (
    "slug" TEXT NOT NULL,
    "organisation_id" UUID,

    CONSTRAINT "organisation_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "appearance" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "appearance_role" NOT NULL,
    "organisation_id" UUID,
    "country_code" CHAR(2),
    "name_as_printed" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "appearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appearance_text" (
    "appearance_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "position_held" TEXT NOT NULL,

    CONSTRAINT "appearance_text_pkey" PRIMARY KEY ("appearance_id","language")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_text" (
    "topic_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "name" TEXT NOT NULL,
    "definition" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "topic_text_pkey" PRIMARY KEY ("topic_id","language")
);

-- CreateTable
CREATE TABLE "topic_synonym" (
    "topic_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "topic_synonym_pkey" PRIMARY KEY ("topic_id","language","label")
);

-- CreateTable
CREATE TABLE "topic_broader" (
    "topic_id" UUID NOT NULL,
    "broader_id" UUID NOT NULL,

    CONSTRAINT "topic_broader_pkey" PRIMARY KEY ("topic_id","broader_id")
);

-- CreateTable
CREATE TABLE "topic_slug" (
    "slug" TEXT NOT NULL,
    "topic_id" UUID,

    CONSTRAINT "topic_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "edition_id" UUID NOT NULL,
    "session_id" UUID,
    "appearance_id" UUID,
    "form" "statement_form" NOT NULL,
    "kind" "statement_kind" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "checked_on" DATE,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_text" (
    "statement_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "text" TEXT NOT NULL,
    "withdrawal_reason" TEXT,

    CONSTRAINT "statement_text_pkey" PRIMARY KEY ("statement_id","language")
);

-- CreateTable
CREATE TABLE "statement_topic" (
    "statement_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "statement_topic_pkey" PRIMARY KEY ("statement_id","topic_id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "url" TEXT,
    "author" TEXT,
    "publisher" TEXT,
    "published_on" DATE,
    "published_on_precision" "date_precision" NOT NULL DEFAULT 'unknown',
    "language" TEXT,
    "read_on" DATE,
    "kept_copy_id" UUID,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_text" (
    "source_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "source_text_pkey" PRIMARY KEY ("source_id","language")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "locator" TEXT,
    "claim" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "forum_id" UUID,
    "edition_id" UUID,
    "session_id" UUID,
    "person_id" UUID,
    "organisation_id" UUID,
    "appearance_id" UUID,
    "topic_id" UUID,
    "statement_id" UUID,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation_text" (
    "citation_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "note" TEXT NOT NULL,

    CONSTRAINT "citation_text_pkey" PRIMARY KEY ("citation_id","language")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "credit" TEXT,
    "licence" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_text" (
    "media_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "alternative_text" TEXT NOT NULL,

    CONSTRAINT "media_text_pkey" PRIMARY KEY ("media_id","language")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "user_role" NOT NULL,
    "password_hash" TEXT,
    "is_disabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "purpose" "one_time_link_purpose" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "content_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "forum_slug_key" ON "forum"("slug");

-- CreateIndex
CREATE INDEX "forum_slug_forum_id_idx" ON "forum_slug"("forum_id");

-- CreateIndex
CREATE INDEX "edition_state_starts_on_idx" ON "edition"("state", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "edition_forum_id_slug_key" ON "edition"("forum_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "edition_forum_id_number_key" ON "edition"("forum_id", "number");

-- CreateIndex
CREATE INDEX "edition_slug_edition_id_idx" ON "edition_slug"("edition_id");

-- CreateIndex
CREATE INDEX "edition_organisation_organisation_id_idx" ON "edition_organisation"("organisation_id");

-- CreateIndex
CREATE INDEX "edition_country_country_code_idx" ON "edition_country"("country_code");

-- CreateIndex
CREATE UNIQUE INDEX "programme_day_edition_id_number_key" ON "programme_day"("edition_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "programme_day_edition_id_date_key" ON "programme_day"("edition_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "programme_day_id_edition_id_key" ON "programme_day"("id", "edition_id");

-- CreateIndex
CREATE INDEX "room_edition_id_idx" ON "room"("edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_id_edition_id_key" ON "room"("id", "edition_id");

-- CreateIndex
CREATE INDEX "track_edition_id_idx" ON "track"("edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "track_id_edition_id_key" ON "track"("id", "edition_id");

-- CreateIndex
CREATE INDEX "session_edition_id_state_starts_at_idx" ON "session"("edition_id", "state", "starts_at");

-- CreateIndex
CREATE INDEX "session_state_format_idx" ON "session"("state", "format");

-- CreateIndex
CREATE UNIQUE INDEX "session_edition_id_slug_key" ON "session"("edition_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_edition_id_key" ON "session"("id", "edition_id");

-- CreateIndex
CREATE INDEX "session_slug_session_id_idx" ON "session_slug"("session_id");

-- CreateIndex
CREATE INDEX "session_topic_topic_id_idx" ON "session_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_slug_key" ON "person"("slug");

-- CreateIndex
CREATE INDEX "person_text_language_sort_name_idx" ON "person_text"("language", "sort_name");

-- CreateIndex
CREATE UNIQUE INDEX "person_name_person_id_name_key" ON "person_name"("person_id", "name");

-- CreateIndex
CREATE INDEX "person_identifier_person_id_idx" ON "person_identifier"("person_id");

-- CreateIndex
CREATE INDEX "person_slug_person_id_idx" ON "person_slug"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_text_language_name_idx" ON "organisation_text"("language", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_organisation_id_name_key" ON "organisation_name"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "organisation_identifier_organisation_id_idx" ON "organisation_identifier"("organisation_id");

-- CreateIndex
CREATE INDEX "organisation_slug_organisation_id_idx" ON "organisation_slug"("organisation_id");

-- CreateIndex
CREATE INDEX "appearance_person_id_idx" ON "appearance"("person_id");

-- CreateIndex
CREATE INDEX "appearance_organisation_id_idx" ON "appearance"("organisation_id");

-- CreateIndex
CREATE INDEX "appearance_country_code_idx" ON "appearance"("country_code");

-- CreateIndex
CREATE UNIQUE INDEX "appearance_session_id_person_id_role_key" ON "appearance"("session_id", "person_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "appearance_id_session_id_key" ON "appearance"("id", "session_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "topic_text_language_name_idx" ON "topic_text"("language", "name");

-- CreateIndex
CREATE INDEX "topic_broader_broader_id_idx" ON "topic_broader"("broader_id");

-- CreateIndex
CREATE INDEX "topic_slug_topic_id_idx" ON "topic_slug"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_public_id_key" ON "statement"("public_id");

-- CreateIndex
CREATE INDEX "statement_session_id_position_idx" ON "statement"("session_id", "position");

-- CreateIndex
CREATE INDEX "statement_appearance_id_idx" ON "statement"("appearance_id");

-- CreateIndex
CREATE INDEX "statement_edition_id_state_idx" ON "statement"("edition_id", "state");

-- CreateIndex
CREATE INDEX "statement_state_published_at_idx" ON "statement"("state", "published_at");

-- CreateIndex
CREATE INDEX "statement_topic_topic_id_idx" ON "statement_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_public_id_key" ON "source"("public_id");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("source_id");

-- CreateIndex
CREATE INDEX "citation_forum_id_idx" ON "citation"("forum_id");

-- CreateIndex
CREATE INDEX "citation_edition_id_idx" ON "citation"("edition_id");

-- CreateIndex
CREATE INDEX "citation_session_id_idx" ON "citation"("session_id");

-- CreateIndex
CREATE INDEX "citation_person_id_idx" ON "citation"("person_id");

-- CreateIndex
CREATE INDEX "citation_organisation_id_idx" ON "citation"("organisation_id");

-- CreateIndex
CREATE INDEX "citation_appearance_id_idx" ON "citation"("appearance_id");

-- CreateIndex
CREATE INDEX "citation_topic_id_idx" ON "citation"("topic_id");

-- CreateIndex
CREATE INDEX "citation_statement_id_idx" ON "citation"("statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_sha256_key" ON "media"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- AddForeignKey
ALTER TABLE "forum_text" ADD CONSTRAINT "forum_text_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "forum"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_slug" ADD CONSTRAINT "forum_slug_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "forum"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "forum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_text" ADD CONSTRAINT "edition_text_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_slug" ADD CONSTRAINT "edition_slug_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_organisation" ADD CONSTRAINT "edition_organisation_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_organisation" ADD CONSTRAINT "edition_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_country" ADD CONSTRAINT "edition_country_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_day" ADD CONSTRAINT "programme_day_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_text" ADD CONSTRAINT "room_text_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track" ADD CONSTRAINT "track_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_text" ADD CONSTRAINT "track_text_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_day_id_edition_id_fkey" FOREIGN KEY ("day_id", "edition_id") REFERENCES "programme_day"("id", "edition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_room_id_edition_id_fkey" FOREIGN KEY ("room_id", "edition_id") REFERENCES "room"("id", "edition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_track_id_edition_id_fkey" FOREIGN KEY ("track_id", "edition_id") REFERENCES "track"("id", "edition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_text" ADD CONSTRAINT "session_text_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_slug" ADD CONSTRAINT "session_slug_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_topic" ADD CONSTRAINT "session_topic_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_topic" ADD CONSTRAINT "session_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_portrait_id_fkey" FOREIGN KEY ("portrait_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_text" ADD CONSTRAINT "person_text_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_identifier" ADD CONSTRAINT "person_identifier_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_slug" ADD CONSTRAINT "person_slug_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_text" ADD CONSTRAINT "organisation_text_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_identifier" ADD CONSTRAINT "organisation_identifier_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_slug" ADD CONSTRAINT "organisation_slug_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance_text" ADD CONSTRAINT "appearance_text_appearance_id_fkey" FOREIGN KEY ("appearance_id") REFERENCES "appearance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_text" ADD CONSTRAINT "topic_text_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_synonym" ADD CONSTRAINT "topic_synonym_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_broader" ADD CONSTRAINT "topic_broader_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_broader" ADD CONSTRAINT "topic_broader_broader_id_fkey" FOREIGN KEY ("broader_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_slug" ADD CONSTRAINT "topic_slug_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_session_id_edition_id_fkey" FOREIGN KEY ("session_id", "edition_id") REFERENCES "session"("id", "edition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_appearance_id_session_id_fkey" FOREIGN KEY ("appearance_id", "session_id") REFERENCES "appearance"("id", "session_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_text" ADD CONSTRAINT "statement_text_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_topic" ADD CONSTRAINT "statement_topic_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_topic" ADD CONSTRAINT "statement_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_kept_copy_id_fkey" FOREIGN KEY ("kept_copy_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_text" ADD CONSTRAINT "source_text_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "forum"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_appearance_id_fkey" FOREIGN KEY ("appearance_id") REFERENCES "appearance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation_text" ADD CONSTRAINT "citation_text_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_text" ADD CONSTRAINT "media_text_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
