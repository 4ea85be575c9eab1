-- AlterTable
ALTER TABLE "programme_version" ADD COLUMN     "batch_id" UUID;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
