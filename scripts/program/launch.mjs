import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfNeeded } from '../build.mjs'
import { migrate } from '../migrations/migrate.mjs'
import { ensurePostgres } from '../postgres/postgres.mjs'
import { asApplication, prepareGiven } from './application-role.mjs'
import { readAuthSecret } from './auth-secret.mjs'
import { dataFolder, ensureDataFolder } from './data-folder.mjs'
import { createDatabase, describeUrl } from './database.mjs'
import { offerFirstAdministrator } from './first-administrator.mjs'
import { describeFailure, PlainError } from './plain-error.mjs'
import { asPortError, readPort, requireFreePort } from './port.mjs'
import { generateClientIfNeeded } from './prisma-client.mjs'
import { isAlive } from './processes.mjs'
import { claim } from './run-file.mjs'
import { seedIfEmpty } from './seeding.mjs'

/**
 * Everything between the command and the ready site, in order. What it starts it hands to `onClose`, to be undone
 * in the opposite order, also when a later step fails.
 * @param {object} options
 * @param {boolean} options.dev
 * @param {AbortSignal} options.signal ends the long steps
 * @param {(undo: () => void | Promise<void>) => void} options.onClose
 * @param {(line: string) => void} options.log
 */
export async function launch({ dev, signal, onClose, log }) {
  const port = readPort(process.env.PORT)
  const host = process.env.HOST || '0.0.0.0'
  const url = readArchiveUrl(port)
  const given = process.env.DATABASE_URL || null
  ensureDataFolder()
  // With a database of their own several may run from one folder; the embedded one has room for one.
  if (!given) onClose(await holdDataFolder(port))
  await requireFreePort(port, host)

  const ownerUrl = given ? process.env.DATABASE_OWNER_URL || null : await startDatabase({ signal, onClose, log })
  const owner = ownerUrl ?? given ?? ''
  if (given) log(`Using the database ${describeUrl(given).database} at ${describeUrl(given).host}`)
  const applied = await migrate(owner, { log })
  if (!applied.length) log('The database is up to date')
  await generateClientIfNeeded({ log, signal })
  await seedIfEmpty(owner, { log, signal })
  if (!dev) await buildIfNeeded({ log, signal })
  signal.throwIfAborted()

  if (given) await prepareGiven(given, ownerUrl)
  const databaseUrl = given ?? (await asApplication(owner))
  const link = await offerFirstAdministrator(databaseUrl, url)
  log('Starting the web server')
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    PLENARY_DATA: dataFolder(),
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || readAuthSecret(dataFolder()),
    PLENARY_URL_CONFIGURED: process.env.PLENARY_URL ? '1' : '',
    PLENARY_URL: url,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
  })
  const { serve } = await import('../front/serve.mjs')
  const server = await serve({ dev, port, host, databaseUrl }).catch((error) => {
    throw asPortError(error, port, host)
  })
  onClose(() => server.close())
  signal.throwIfAborted()
  log(`Plenary is ready at http://localhost:${port}`)
  if (!link) return
  log(`Nobody administers this archive yet. This link makes you its administrator, once, within 24 hours:\n${link}`)
}

/** @param {number} port */
function readArchiveUrl(port) {
  const url = (process.env.PLENARY_URL || `http://localhost:${port}`).replace(/\/+$/, '')
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new PlainError('PLENARY_URL is not a web address such as https://archive.example.org.')
}

/** @param {number} port */
async function holdDataFolder(port) {
  const { release, holder } = await claim(path.join(dataFolder(), 'run.json'), { port })
  if (holder) {
    throw new PlainError(
      `Plenary is already running on this data at http://localhost:${holder.port} (process ${holder.pid}).`,
    )
  }
  // Whatever way the process ends that still lets it run a line.
  process.once('exit', release)
  return release
}

/**
 * Starts the embedded server, with the database in it, and sees to it that it keeps running.
 * @param {Pick<Parameters<typeof launch>[0], 'signal' | 'onClose' | 'log'>} options
 * @returns {Promise<string>} the database's address
 */
async function startDatabase({ signal, onClose, log }) {
  log('Starting the database')
  let postgres = await ensurePostgres({ takeOver: true, log })
  const watch = new AbortController()
  onClose(async () => {
    watch.abort()
    await watching
    await postgres.stop()
  })
  const watching = restartWhenGone()
  await createDatabase(postgres.url('postgres'), 'plenary')
  signal.throwIfAborted()
  return postgres.url('plenary')

  /** PostgreSQL killed (by the system when memory is short, say) must not leave a site without its database. */
  async function restartWhenGone() {
    let wait = 1000
    while (await pause(wait, watch.signal)) {
      if (isAlive(postgres.pid)) continue
      log('The database stopped by itself; starting it again')
      try {
        await postgres.stop()
        postgres = await ensurePostgres({ takeOver: true, log })
        wait = 1000
      } catch (error) {
        console.error(describeFailure(error))
        wait = 10_000
      }
    }
  }
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} false when there is to be no more
 */
function pause(milliseconds, signal) {
  return sleep(milliseconds, true, { signal }).catch(() => false)
}
