import { readFileSync } from 'node:fs'
import pg from 'pg'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'
const server = await ensurePostgres({ dataDir: '/work/wt/search-data/bench-search', test: true, log: () => {} })
const c = new pg.Client({ connectionString: server.url('bench_10000') }); await c.connect()
const { rows: [{ pid }] } = await c.query('select pg_backend_pid() pid')
const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').map(Number); return (f[11]! + f[12]!) * 10 }
const t = async (name: string, sql: string) => { const a = cpu(); await c.query(sql); console.log(name, cpu() - a, 'ms cpu') }
console.log((await c.query(`select count(*), avg(pg_column_size(match)) m, avg(pg_column_size(words)) w, avg(pg_column_size(top)) t, avg(length(match)) l, avg(cardinality(words)) cw, avg(octet_length(match::text)) from search_document where kind='session'`)).rows)
await t('sqrt', 'select sum(sqrt(n)) from generate_series(1,1000000) n')
await c.query('create temp table src as select * from search_document where kind=$$session$$')
await c.query('alter table src alter match set storage external, alter words set storage external')
for (const [m, w] of [['extended', 'extended'], ['external', 'extended'], ['external','external'], ['main','main']]) {
  await c.query(`drop table if exists d; create unlogged table d (like search_document including storage including defaults); alter table d alter match set storage ${m}, alter words set storage ${w}; alter table d set (toast_tuple_target=512)`)
  await t(`match ${m} words ${w}`, `insert into d (id,kind,day,year,title_words,facets,top,match,words) select id,kind,day,year,title_words,facets,top, setweight(match,'A'), words||array['x'] from src`)
  console.log((await c.query("select pg_size_pretty(pg_total_relation_size('d')) s")).rows[0].s)
}
await t('computing alone', `select count(setweight(match,'A')), count(words||array['x']) from src`)
await c.query(`create index di on d using gin (match) with (fastupdate=off); drop index di`)
for (const mem of ['64MB', '512MB']) {
await c.query(`set maintenance_work_mem='${mem}'`)
await t('create gin '+mem, 'create index di on d using gin (match)')
await c.query('drop index di')
await c.query(`create unlogged table e (like d including storage including defaults); create index ei on e using gin (match); set gin_pending_list_limit='256MB'`)
await t('insert pending', 'insert into e select * from d')
await t('clean', `select gin_clean_pending_list('ei')`)
await c.query('drop table e')
}
await c.query('drop table d')
await c.end(); await server.stop()
