// `npm start` on a data folder of its own, emptied first: each run of the journeys begins with the seed and no account.
import { rmSync } from 'node:fs'
import path from 'node:path'

const data = path.resolve(import.meta.dirname, '../.data/e2e')
rmSync(data, { recursive: true, force: true })
process.env.PLENARY_DATA = data
delete process.env.DATABASE_URL
// All journeys come from one address; what a reader may search at once is tested beside scripts/front/search-limit.mjs.
process.env.SEARCHES_AT_ONCE = '100000'
await import('../scripts/start.mjs')
