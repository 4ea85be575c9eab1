import pg from 'pg'
const times = new Map<string, { n: number; ms: number; app: string }>()
const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
;(pg.Client.prototype as { query: unknown }).query = function (this: { connectionParameters: { application_name?: string } }, ...args: unknown[]) {
  const text = (typeof args[0] === 'string' ? args[0] : ((args[0] as { text?: string })?.text ?? '?')).replace(/\s+/g, ' ').trim().slice(0, 90)
  const since = performance.now()
  const result = original.apply(this, args)
  const end = () => {
    const key = `${this.connectionParameters.application_name ?? ''} ${text}`
    const t = times.get(key) ?? { n: 0, ms: 0, app: '' }
    t.n++
    t.ms += performance.now() - since
    times.set(key, t)
  }
  if (result && typeof (result as Promise<unknown>).then === 'function') (result as Promise<unknown>).then(end, end)
  return result
}
process.on('exit', () => {
  for (const [key, { n, ms }] of [...times].sort((a, b) => b[1].ms - a[1].ms).slice(0, 45)) console.log(`${(ms / 1000).toFixed(2)} s ${n}× ${key}`)
})
await import('./import')
