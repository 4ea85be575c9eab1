import net from 'node:net'

/**
 * Stands between the program and PostgreSQL and breaks off every connection once so many messages of the program have
 * been counted: what a database that is killed, or a network that ends, looks like.
 */
export async function cuttingProxy(databaseUrl: string) {
  const url = new URL(databaseUrl)
  const folder = url.searchParams.get('host')
  const target = folder
    ? { path: `${folder}/.s.PGSQL.${url.port || 5432}` }
    : { host: url.hostname, port: Number(url.port) }
  let left = Number.POSITIVE_INFINITY
  let isLastPassedOn = true
  const pairs = new Set<[net.Socket, net.Socket]>()
  const cut = () => {
    for (const sockets of pairs) for (const socket of sockets) socket.destroy()
  }
  const server = net.createServer((client) => {
    const database = net.connect(target)
    const pair: [net.Socket, net.Socket] = [client, database]
    pairs.add(pair)
    for (const socket of pair)
      socket
        .on('error', () => {})
        .on('close', () => {
          for (const each of pair) each.destroy()
          pairs.delete(pair)
        })
    database.on('data', (chunk) => client.write(chunk))
    client.on('data', (chunk) => {
      left -= 1
      if (left > 0) return database.write(chunk)
      if (isLastPassedOn) return database.write(chunk, cut)
      return cut()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${(server.address() as net.AddressInfo).port}`
  return {
    url: url.href,
    /** Breaks off at the nth message from now; the message itself still arrives, or does not. */
    cutAt(n: number, { arrives }: { arrives: boolean }) {
      left = n
      isLastPassedOn = arrives
    },
    heal() {
      left = Number.POSITIVE_INFINITY
    },
    async close() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
