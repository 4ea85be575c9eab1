import http from 'node:http'
import path from 'node:path'
import pino from 'pino'
import { PlainError } from '../program/plain-error.mjs'
import { application } from './application.mjs'
import { watchContentVersion } from './content-version.mjs'
import { createFront, sendText } from './front.mjs'
import { isUpload } from './guard.mjs'
import { keepIndex } from './index-worker.mjs'
import { carryOutSchedule } from './schedule-worker.mjs'

const PROJECT = path.resolve(import.meta.dirname, '../..')
const CLOSE_SECONDS = 10
/** A form arrives in this time; a file may take longer on a slow line. */
const FORM_SECONDS = 60
const UPLOAD_SECONDS = 600

/**
 * Serves the archive from this process: Next behind the front (front.mjs).
 *
 * @param {{ dev?: boolean, port: number, host: string, databaseUrl: string }} options
 * @returns {Promise<{ port: number, close(): Promise<void> }>} `close` lets answers under way finish for up to ten seconds
 * @throws {PlainError} when the port cannot be had
 */
export async function serve({ dev = false, port, host, databaseUrl }) {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined })
  const { default: next } = await import('next')
  const app = next({ dev, dir: PROJECT, hostname: 'localhost', port, ...(dev ? { turbopack: true } : {}) })
  await app.prepare()

  const content = watchContentVersion(databaseUrl)
  const index = keepIndex(databaseUrl, { log: (entry, message) => log.debug(entry, message) })
  const schedule = carryOutSchedule(databaseUrl, {
    carryOut: () => application().carryOutDue(),
    log: (entry, message) => log.error(entry, message),
  })
  const front = createFront({
    handle: app.getRequestHandler(),
    application,
    content,
    address: process.env.PLENARY_URL ?? `http://localhost:${port}`,
    isAddressConfigured: process.env.PLENARY_URL_CONFIGURED === '1',
    trustProxy: process.env.TRUST_PROXY === '1',
    dev,
    keepBytes: Number(process.env.KEEP_PAGES_MB ?? 64) * 1024 * 1024,
    searchesAtOnce: Number(process.env.SEARCHES_AT_ONCE ?? 60),
    log: (entry, message) => log.error(entry, message),
  })

  const server = http.createServer(
    { headersTimeout: 10_000, requestTimeout: UPLOAD_SECONDS * 1000, keepAliveTimeout: 5_000 },
    (req, res) => {
      if (!isUpload(req.url ?? '/')) endIfLate(req)
      front.answer(req, res).catch((error) => {
        log.error({ err: error, url: req.url }, 'a request failed')
        if (!res.headersSent) sendText(res, 500, 'Something went wrong here. Please try again.')
        else res.destroy()
      })
    },
  )
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  if (!dev) await front.warm()
  await listen(server, port, host)

  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const impatient = setTimeout(() => server.closeAllConnections(), CLOSE_SECONDS * 1000)
      await closed
      clearTimeout(impatient)
      await Promise.all([content.close(), index.close(), schedule.close()])
      await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, 2000))])
    },
  }
}

/** Ends a request that does not arrive in time. @param {http.IncomingMessage} req */
function endIfLate(req) {
  if (req.method === 'GET' || req.method === 'HEAD') return
  const timer = setTimeout(() => req.complete || req.destroy(), FORM_SECONDS * 1000)
  req.once('close', () => clearTimeout(timer))
}

/** @param {http.Server} server @param {number} port @param {string} host @returns {Promise<void>} */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
      reject(
        taken
          ? new PlainError(
              `Port ${port} is already in use. Stop the other program or choose another port, for example: PORT=${port + 1} npm start`,
            )
          : error,
      )
    })
    server.listen(port, host, () => resolve())
  })
}
