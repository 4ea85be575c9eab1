import net from 'node:net'
import { PlainError } from './plain-error.mjs'

/**
 * The port to listen on, from PORT.
 * @param {string | undefined} value
 */
export function readPort(value) {
  const port = Number(value || 3000)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new PlainError('PORT is not a port number; choose one between 1 and 65535, for example: PORT=3001 npm start')
}

/**
 * Fails with a plain sentence when nobody could listen there.
 * @param {number} port
 * @param {string} host
 */
export async function requireFreePort(port, host) {
  try {
    await listenOnce(port, host)
  } catch (error) {
    throw asPortError(error, port, host)
  }
  // A program that listens on one loopback address only does not always stop us from listening on all of them,
  // yet "localhost" would lead to it.
  const answers = await Promise.all(['127.0.0.1', '::1'].map((address) => isAnswering(port, address)))
  if (answers.includes(true)) throw portTaken(port)
}

/**
 * The plain sentence for a failure to listen; any other error comes back as it is.
 * @param {unknown} error
 * @param {number} port
 * @param {string} host
 */
export function asPortError(error, port, host) {
  const { code, syscall } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EADDRINUSE') return portTaken(port)
  if (syscall === 'listen' && code === 'EACCES') {
    return new PlainError(
      `Port ${port} may only be used by the system's administrator; choose one above 1023, for example: PORT=3001 npm start`,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new PlainError(
      `HOST is ${host}, which is no address of this machine; leave it out to listen on all of them.`,
    )
  }
  return error
}

/** @param {number} port */
function portTaken(port) {
  const other = port === 65535 ? port - 1 : port + 1
  return new PlainError(
    `Port ${port} is already in use. Stop the other program or choose another port, for example: PORT=${other} npm start`,
  )
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()))
  })
}

/**
 * @param {number} port
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function isAnswering(port, address) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: address, timeout: 500 })
    /** @param {boolean} answer */
    const finish = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket
      .once('connect', () => finish(true))
      .once('error', () => finish(false))
      .once('timeout', () => finish(false))
  })
}
