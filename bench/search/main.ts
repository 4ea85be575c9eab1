// npm run bench:search -- [--size=100000] [--cases=40] [--queries=60] [--latency | --relevance] [--class=phrase] [--statements] [--own]: how good and how fast search is, on real
// sessions (PLENARY_SAMPLES, else ../shared/samples) and made ones. Takes a PostgreSQL of its own, in .data/bench-search
// (PLENARY_DATA), where the loaded archive stays for the next run of the same size.

import { openBenchArchive } from './archive'
import { makeCases } from './cases'
import { miniSearchEngine, plenaryEngine, sqliteEngine } from './engines'
import { measureLatency } from './latency'
import { makeTalks } from './made-talks'
import { readRealTalks } from './real-talks'
import { measureRelevance, printRelevance } from './relevance'

const argument = (name: string) => process.argv.find((each) => each.startsWith(`--${name}`))
const size = Number(argument('size=')?.split('=')[1] ?? 10_000)
const ofEach = Number(argument('cases=')?.split('=')[1] ?? 40)
const queries = Number(argument('queries=')?.split('=')[1] ?? 60)

/** The search was tuned on the first set; the second was made afterwards and is only measured. */
const sets = [
  ['tuned on', 7],
  ['held out', 20_251],
] as const
const real = readRealTalks()
const made = () => makeTalks(real, Math.max(0, size - real.length), real.length)
console.log(`${real.length} real sessions, ${Math.max(0, size - real.length)} made of them`)

const archive = await openBenchArchive(size, function* () {
  yield* real
  yield* made()
})
try {
  if (!argument('latency')) {
    // The known items are looked for among all, but made from the first: a million would not fit in memory here.
    const talks = [...real, ...[...take(made(), 20_000)]]
    const engines = [
      await plenaryEngine(archive.client, archive.ids),
      ...(size <= 20_000 && !argument('own') ? [miniSearchEngine(talks), await sqliteEngine(talks)] : []),
    ].filter((engine) => engine !== null)
    for (const [name, seed] of sets) {
      const cases = makeCases(talks, ofEach, seed)
      const measured = []
      for (const engine of engines) measured.push(await measureRelevance(engine, cases))
      console.log(`\nKnown items, ${name}`)
      printRelevance(measured)
      const [own] = measured
      if (argument('misses'))
        for (const { kind, query, talk } of own?.missed ?? [])
          console.log(`${kind}: ${query}  → ${talks[talk]?.title} / ${talks[talk]?.speakers}`)
      if (own && (own.mrr < 0.96 || own.recall < 0.99)) process.exitCode = 1
    }
    if (engines.length < 3 && size <= 20_000 && !argument('own'))
      console.log('(SQLite comes with Node 22 and newer: npx -p node@24 npm run bench:search)')
  }
  if (!argument('relevance'))
    await measureLatency(archive, {
      ofEach: queries,
      only: argument('class=')?.split('=')[1],
      hasStatements: Boolean(argument('statements')),
    })
} finally {
  await archive.close()
}
process.exit()

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let n = 0
  for (const item of items) {
    if (n++ >= count) return
    yield item
  }
}
