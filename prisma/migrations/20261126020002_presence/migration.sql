-- Who has which record open. Not worth a place in the log: after a crash everybody is seen again within half a minute.
-- CreateTable
CREATE UNLOGGED TABLE "presence" (
    "record_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("record_id","user_id")
);

-- CreateIndex
CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");
