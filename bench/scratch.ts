import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { readFileSync } from 'node:fs'
import { migrate } from '../scripts/migrations/migrate.mjs'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'
import { makeProgramme } from './made-programme'
const COUNT = Number(process.argv[2] ?? 4000)
const server = await ensurePostgres({ dataDir: '/tmp/rec-data/scratch', test: true, log: console.log })
const on = async (d: string, ...sql: string[]) => { const c = new pg.Client({ connectionString: server.url(d) }); await c.connect(); for (const s of sql) await c.query(s); await c.end() }
await on('postgres', 'DROP DATABASE IF EXISTS scratch WITH (FORCE)', 'CREATE DATABASE scratch')
await migrate(server.url('scratch'), { log: () => {} })
const c = new pg.Client({ connectionString: server.url('scratch') }); await c.connect()
const forum = randomUUID(), edition = randomUUID()
await c.query(`INSERT INTO forum (id, slug, state, published_at, updated_at) VALUES ($1,'f','published',now(),now())`, [forum])
await c.query(`INSERT INTO forum_text (forum_id, language,status,name) VALUES ($1,'en','original','Forum')`, [forum])
await c.query(`INSERT INTO edition (id, forum_id, slug, time_zone, state, published_at, updated_at, year) VALUES ($1,$2,'2026','Asia/Almaty','published',now(),now(),2026)`, [edition, forum])
const sessions = [...makeProgramme(COUNT)].map(s => ({ ...s, id: randomUUID() }))
const people = new Map<string,string>()
for (const s of sessions) for (const p of s.speakers) if (!people.has(p)) people.set(p, randomUUID())
console.log(sessions.length, people.size, sessions[0])
const time = async <T>(what: string, w: () => Promise<T>) => { const t = performance.now(); const r = await w(); console.log(what, Math.round(performance.now()-t)); return r }
await c.query('BEGIN')
const P = [...people]
await time('people', async () => {
  await c.query(`INSERT INTO person (id, slug, state, published_at, updated_at) SELECT id, 'p-'||n, 'published', now(), now() FROM unnest($1::uuid[]) WITH ORDINALITY t(id,n)`, [P.map(p=>p[1])])
  await c.query(`INSERT INTO person_text (person_id, language, status, name, sort_name) SELECT id, 'en','original', name, name FROM unnest($1::uuid[], $2::text[]) t(id,name)`, [P.map(p=>p[1]), P.map(p=>p[0])])
})
await time('sessions', async () => {
  await c.query(`INSERT INTO session (id, edition_id, slug, format, state, published_at, updated_at, starts_at) SELECT id, $2, 's-'||n, 'panel', 'published', now(), now(), now() FROM unnest($1::uuid[]) WITH ORDINALITY t(id,n)`, [sessions.map(s=>s.id), edition])
  await c.query(`INSERT INTO session_text (session_id, language, status, title, abstract) SELECT id, 'en','original', name, abstract FROM unnest($1::uuid[], $2::text[], $3::text[]) t(id,name,abstract)`, [sessions.map(s=>s.id), sessions.map(s=>s.title), sessions.map(s=>s.abstract)])
  await c.query(`INSERT INTO appearance (id, session_id, person_id, role, position) SELECT gen_random_uuid(), s, p, 'speaker', 0 FROM unnest($1::uuid[], $2::uuid[]) t(s,p)`, [sessions.flatMap(s=>s.speakers.map(()=>s.id)), sessions.flatMap(s=>s.speakers.map((n)=>people.get(n)))])
})
const { rows: [{ n }] } = await c.query(`SELECT count(*)::int n FROM search_stale`)
console.log('stale', n)
await c.query("ANALYZE session, session_text, person, person_text, appearance, search_stale").catch(e=>console.log(e.message))
const docs = sessions.length + people.size
const t = performance.now()
await c.query(`SELECT set_config('plenary.search_is_stale','no',true)`)
if (process.argv[3]) { await c.query(process.argv[3]) }
else {
 const pid = (await c.query('SELECT pg_backend_pid() p')).rows[0].p
 const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '); return (Number(f[11]) + Number(f[12])) * 10 }
 await c.query("SET LOCAL work_mem='64MB'"); await c.query('SET LOCAL jit=off')
 const SZ = Number(process.env.SZ ?? 1000)
 for (const [kind, ids] of [['person', P.map(p=>p[1])], ['session', sessions.map(s=>s.id)]] as const) {
  const t = performance.now(), u = cpu()
  for (let at = 0; at < ids.length; at += SZ) await c.query('SELECT search_add($1,$2)', [kind, ids.slice(at, at + SZ)])
  console.log(kind, ids.length, Math.round(performance.now()-t), 'cpu', cpu()-u)
 }
 const u = cpu()
 await c.query('SELECT search_count_added($1)', [[...P.map(p=>p[1]), ...sessions.map(s=>s.id)]])
 console.log('count cpu', cpu()-u)
 await c.query('DELETE FROM search_stale')
 console.log((await c.query('SELECT * FROM search_total_differences() LIMIT 5')).rows)
 console.log((await c.query("SELECT * FROM search_differences('session', $1) LIMIT 5", [sessions.slice(0,300).map(s=>s.id)])).rows)
 console.log((await c.query("SELECT * FROM search_differences('person', $1) LIMIT 5", [P.slice(0,300).map(s=>s[1])])).rows)
}
const s = (performance.now()-t)/1000
console.log('search', s, docs/s, 'docs/s')
await time('commit', () => c.query('COMMIT'))
await c.end(); await server.stop()
