import { defineConfig } from 'prisma/config'

// generate, validate and format never start the schema engine, yet Prisma's command line insists on having its
// file and tries to download it. Any executable satisfies the check, and Node itself is one on every platform.
if (process.argv.some((word) => ['generate', 'validate', 'format'].includes(word))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres@localhost:5432/plenary' },
})
