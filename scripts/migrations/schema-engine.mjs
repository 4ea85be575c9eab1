// Prisma's schema engine without its download: the same program as WebAssembly, from npm. A developer's tool that
// writes migrations and proves that schema.prisma and prisma/migrations agree; `npm start` does without it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { projectDir } from '../program/data-folder.mjs'
import { EngineAdapter } from './schema-engine-adapter.mjs'
import { readMigrationsFolder, writeLockFile } from './schema-engine-files.mjs'

/** @typedef {typeof import('@prisma/schema-engine-wasm/schema_engine_bg')} EngineModule */

const filters = { externalTables: [], externalEnums: [] }

/**
 * Opens the engine on a database. Replaying migrations happens in throw-away databases beside it.
 * @param {string} url
 * @param {{ schemaFile?: string, migrationsDir?: string }} [options]
 */
export async function openEngine(url, options = {}) {
  const schemaFile = options.schemaFile ?? path.join(projectDir, 'prisma/schema.prisma')
  const migrationsDir = options.migrationsDir ?? path.join(projectDir, 'prisma/migrations')
  const schema = { files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }] }
  const { SchemaEngine } = await loadEngine()
  const adapter = new EngineAdapter(url)
  const engine = await SchemaEngine.new(
    { datamodels: [[schemaFile, schema.files[0]?.content ?? '']] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  )

  /** The SQL that leads from the migrations to the schema; empty when they agree. */
  async function drift() {
    const from = /** @type {const} */ ({ tag: 'migrations', ...readMigrationsFolder(migrationsDir) })
    const to = /** @type {const} */ ({ tag: 'schemaDatamodel', ...schema })
    const diff = await engine.diff({ from, to, script: true, exitCode: true, filters })
    return diff.exitCode === 2 ? (diff.stdout ?? '') : ''
  }

  return {
    drift,

    /**
     * Writes a migration from what the schema has and the migrations lack.
     * @param {string} name
     * @param {{ allowEmpty?: boolean }} [options]
     * @returns {Promise<string | null>} the file, or null when nothing had changed
     */
    async create(name, { allowEmpty = false } = {}) {
      // The engine can write migrations itself, but not with a throw-away database in its WebAssembly form.
      writeLockFile(migrationsDir)
      const sql = await drift()
      if (!sql && !allowEmpty) return null
      const folder = path.join(migrationsDir, `${timestamp()}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`)
      mkdirSync(folder)
      writeFileSync(path.join(folder, 'migration.sql'), sql)
      return path.join(folder, 'migration.sql')
    },

    /** Applies the migrations to the database in Prisma's own way. */
    deploy: () => engine.applyMigrations({ migrationsList: readMigrationsFolder(migrationsDir), filters }),

    /** What Prisma thinks of the database's record of migrations. */
    status: () =>
      engine.diagnoseMigrationHistory({
        migrationsList: readMigrationsFolder(migrationsDir),
        optInToShadowDatabase: false,
        filters,
      }),

    async close() {
      engine.free()
      await adapter.close()
    },
  }
}

/**
 * The package's own module holds one instance for the whole process: a second would free what is the first's. Tests
 * load our modules anew for each file.
 */
const kept = /** @type {{ plenarySchemaEngine?: Promise<EngineModule> }} */ (/** @type {unknown} */ (globalThis))

function loadEngine() {
  kept.plenarySchemaEngine ??= instantiate()
  return kept.plenarySchemaEngine
}

/** @returns {Promise<EngineModule>} */
async function instantiate() {
  // The engine reports here before it gives up; without it every panic reads "set_message of undefined".
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      /** @param {string} message */
      set_message(message) {
        console.error(`Prisma's schema engine: ${message}`)
      },
    },
  })
  /** @type {EngineModule & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }} */
  const module = /** @type {any} */ (await import('@prisma/schema-engine-wasm/schema_engine_bg'))
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (module)),
  })
  module.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = /** @type {{ __wbindgen_start: () => void }} */ (
    /** @type {unknown} */ (instance.exports)
  )
  start()
  return module
}

function timestamp() {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14)
}
