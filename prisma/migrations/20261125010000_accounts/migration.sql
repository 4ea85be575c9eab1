-- AlterTable
ALTER TABLE "one_time_link" ADD COLUMN     "email" TEXT,
ADD COLUMN     "role" "user_role",
ADD COLUMN     "user_id" UUID;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "provider_subject" TEXT,
ADD COLUMN     "totp_enabled_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_last_step" INTEGER,
ADD COLUMN     "totp_secret" TEXT;

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "account" CHAR(64) NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "code_hash" CHAR(64) NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" UUID,
    "act" TEXT NOT NULL,
    "noun" TEXT,
    "record_id" TEXT,
    "version" INTEGER,
    "detail" JSONB,
    "previous_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_in_user_id_idx" ON "sign_in"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_expires_at_idx" ON "sign_in"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_account_at_idx" ON "sign_in_attempt"("account", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_address_at_idx" ON "sign_in_attempt"("address", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_at_idx" ON "sign_in_attempt"("at");

-- CreateIndex
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_hash_key" ON "audit_entry"("hash");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_act_id_idx" ON "audit_entry"("act", "id");

-- CreateIndex
CREATE INDEX "audit_entry_noun_record_id_id_idx" ON "audit_entry"("noun", "record_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "user_provider_subject_key" ON "user"("provider_subject");

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "user" ADD CONSTRAINT user_locale_check CHECK (locale IN ('en', 'kk', 'ru'));
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_invitation_check
  CHECK (purpose <> 'invitation' OR (email IS NOT NULL AND email = lower(email) AND role IS NOT NULL));
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_password_reset_check
  CHECK (purpose <> 'password_reset' OR user_id IS NOT NULL);
-- One open invitation for one address: a new one replaces it.
CREATE UNIQUE INDEX one_time_link_open_invitation_key ON one_time_link (email)
  WHERE purpose = 'invitation' AND used_at IS NULL;

-- The audit: every row holds the hash of the row before it, so that a change made behind the program's back shows.

/* The text that is hashed: all of a row, in jsonb's own unambiguous notation. */
CREATE FUNCTION audit_entry_hash(entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    entry.previous_hash, entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    entry.actor_id, entry.act, entry.noun, entry.record_id, entry.version, entry.detail)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Writers wait for each other here until they commit: two may not follow the same row.
  PERFORM pg_advisory_xact_lock(7270736901);
  SELECT id + 1, hash INTO NEW.id, NEW.previous_hash FROM audit_entry ORDER BY id DESC LIMIT 1;
  NEW.id := coalesce(NEW.id, 1);
  NEW.previous_hash := coalesce(NEW.previous_hash, repeat('0', 64));
  NEW.at := clock_timestamp();
  NEW.hash := audit_entry_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_chained BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit can only be added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

/* The first row that is not what was written, or whose neighbour before it is gone; nothing when all is well. */
CREATE FUNCTION first_broken_audit_entry() RETURNS TABLE (id bigint, reason text) LANGUAGE sql STABLE AS $$
  SELECT entry.id,
    CASE WHEN entry.number <> entry.id THEN 'missing before' WHEN entry.previous_hash <> entry.expected THEN 'not linked'
      ELSE 'changed' END
  FROM (
    SELECT e.id, e.previous_hash, e.hash, audit_entry_hash(e) AS own,
      row_number() OVER (ORDER BY e.id) AS number,
      coalesce(lag(e.hash) OVER (ORDER BY e.id), repeat('0', 64)) AS expected
    FROM audit_entry e
  ) AS entry
  WHERE entry.number <> entry.id OR entry.previous_hash <> entry.expected OR entry.hash <> entry.own
  ORDER BY entry.id LIMIT 1
$$;
