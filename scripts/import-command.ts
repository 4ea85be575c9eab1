import { stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { db } from '@/lib/db'
import { i18n } from '@/lib/i18n/translator'
import { type ApplyOutcome, importAtOnce } from '@/lib/import/apply'
import { noticeInWords, placeInWords, problemInWords } from '@/lib/import/problem-in-words'
import { type FileFormat, type FileNotice, fileFormats } from '@/lib/import/programme-file'
import { readRehearsalItems } from '@/lib/import/queries'
import { filesOfFolder } from '@/lib/import/readers/pyvideo'
import { limits, Reading } from '@/lib/import/reading'
import type { ImportOptions, Rehearsal } from '@/lib/import/rehearsal'
import { type Progress, rehearseImport, type Unreadable } from '@/lib/import/rehearse'
import { tableColumns } from '@/lib/import/table/columns'
import { mappingOf } from './import-columns'
import { PlainError, runMain } from './program/plain-error.mjs'

const usage = `npm run import -- FILE… --forum SLUG --edition SLUG [options]
  --create-edition   makes the edition, by the file's own facts, when there is none (a draft without --publish)
  --dry-run          says what would happen and writes nothing
  --json             one line of JSON instead of words
  --publish          publishes what is new, as far as nothing blocks it
  --no-source        does not make the file a source that its sessions cite
  --no-facts         does not take what the file says of the edition itself (title, days, place, time zone)
  --format F         ${fileFormats.join(', ')}; without it the content tells
  --map COLUMN=FIELD what a column of a table is, once for each that its heading does not tell (COLUMN= leaves it out);
                     fields: ${tableColumns.join(' ')}
  --mapping NAME     the columns as they were kept at the desk by this name
  --time-zone Z      of times that do not say theirs, such as Asia/Almaty
  --language L       of texts that do not say theirs, such as en
  --match-likely     takes people whose names sound like exactly one known person for them
  --new-people       takes them for new people
  --take-conflicts   takes what the file says where somebody wrote otherwise by hand; without it that is kept
  --as E-MAIL        in whose name; without it the first administrator's`

type Into = Pick<Parameters<typeof rehearseImport>[0], 'editionId' | 'newEdition'>

class Usage extends Error {}

const english = i18n('en')

const understand = (args: string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        forum: { type: 'string' },
        edition: { type: 'string' },
        'create-edition': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        publish: { type: 'boolean' },
        'no-source': { type: 'boolean' },
        'no-facts': { type: 'boolean' },
        format: { type: 'string' },
        map: { type: 'string', multiple: true },
        mapping: { type: 'string' },
        'time-zone': { type: 'string' },
        language: { type: 'string' },
        'match-likely': { type: 'boolean' },
        'new-people': { type: 'boolean' },
        'take-conflicts': { type: 'boolean' },
        as: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help || !positionals.length || !values.forum || !values.edition) throw new Usage(usage)
    if (values.format && !fileFormats.some((each) => each === values.format)) throw new Usage(usage)
    return { ...values, forum: values.forum, edition: values.edition, files: positionals }
  } catch (error) {
    throw error instanceof Usage ? error : new Usage(`${(error as Error).message}\n${usage}`)
  }
}

/**
 * Imports a programme into an edition, with the same rehearsal as the desk, into the database that DATABASE_URL names
 * when it is called.
 * @param words what follows the name of the command
 * @param inDatabase brings that database up for the work, where it is not there
 */
export async function importCommand(words: string[], inDatabase = (work: () => Promise<void>) => work()) {
  try {
    const given = understand(words)
    await runMain(() => inDatabase(() => run(given)))
  } catch (error) {
    if (!(error instanceof Usage)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}

async function run(given: ReturnType<typeof understand>) {
  const into = await findEdition(given.forum, given.edition, given['create-edition'] ?? false)
  const by = await findAuthor(given.as)
  const files = (await Promise.all(given.files.map(filesAt))).flat()
  const options: Partial<ImportOptions> = {
    ...{ timeZone: given['time-zone'] ?? null, language: given.language ?? null, publish: given.publish ?? false },
    ...{ source: !given['no-source'], likely: given['match-likely'] ? 'match' : given['new-people'] ? 'new' : 'ask' },
    mapping: await mappingOf(files, { kept: given.mapping, columns: given.map ?? [] }),
    facts: !given['no-facts'],
    conflicts: given['take-conflicts'] ? 'take' : 'keep',
  }
  const onProgress = showProgress(given.json ?? false)
  const wanted = { ...into, files, format: (given.format ?? null) as FileFormat | null, options, by, onProgress }
  const outcome = given['dry-run'] ? await rehearseImport(wanted) : await importAtOnce(wanted)
  if (outcome.kind === 'unreadable') return refuse(outcome, given.json)
  if (outcome.kind === 'editionThere') throw new PlainError('The forum has an edition of this year already.')
  if (outcome.kind !== 'rehearsed' && outcome.kind !== 'done')
    throw new PlainError('The edition is not there, or in the bin.')
  const { rehearsal } = outcome
  const applied = outcome.kind === 'done' ? outcome.applied : null
  const notices = (await readRehearsalItems(rehearsal.id, 'notices', 1)).items
  if (applied === null || applied.kind === 'undecided') {
    if (rehearsal.summary.needs.length) process.exitCode = 3
    await say(rehearsal, { applied: null, notices }, given.json)
    return
  }
  if (applied.kind === 'unreadable') return refuse(applied, given.json)
  if (applied.kind === 'notAllowed') throw new PlainError('This account may not do that.')
  if (applied.kind !== 'applied' && applied.kind !== 'nothing') {
    process.exitCode = 3
    console.error('The archive has changed meanwhile: nothing was written. Start it again.')
    return
  }
  await say(rehearsal, { applied, notices }, given.json)
}

/** The edition by its slug, year, number or id; with `isMade` one that is still to be made when there is none. */
async function findEdition(forum: string, edition: string, isMade: boolean): Promise<Into> {
  const found = await db.record.findMany({
    where: { noun: 'edition', binnedAt: null, parent: { noun: 'forum', content: { path: ['slug'], equals: forum } } },
    select: { id: true, content: true },
    take: 1000,
  })
  const one = found.find(({ id, content }) => {
    const { slug, year, number } = content as { slug: string | null; year: number | null; number: number | null }
    return [id, slug, year, number].some((each) => each !== null && String(each) === edition)
  })
  if (one) return { editionId: one.id, newEdition: null }
  if (!isMade)
    throw new PlainError(
      `There is no edition ${edition} of the forum ${forum}: add it at the desk, or make it with --create-edition.`,
    )
  const [above, another] = await db.record.findMany({
    where: { noun: 'forum', binnedAt: null, content: { path: ['slug'], equals: forum } },
    select: { id: true },
    take: 2,
  })
  if (!above || another) throw new PlainError(`There is no forum ${forum}.`)
  const year = /^(?:1[89]|2[01])\d\d$/.test(edition) ? Number(edition) : null
  if (year === null && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(edition))
    throw new PlainError(
      `An edition is called by its year, or in small letters, numbers and hyphens: ${edition} is neither.`,
    )
  return { editionId: null, newEdition: { forum: above.id, year, slug: year === null ? edition : null } }
}

async function findAuthor(email: string | undefined): Promise<{ id: string }> {
  const found = await db.user.findFirst({
    where: email ? { email: email.toLowerCase(), isDisabled: false } : { role: 'administrator', isDisabled: false },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  if (!found) throw new PlainError(email ? `There is no account ${email}.` : 'The archive has no administrator yet.')
  return found
}

async function filesAt(file: string): Promise<{ path: string; name: string }[]> {
  const at = path.resolve(file)
  const found = await stat(at).catch(() => null)
  if (!found) throw new PlainError(`There is no file ${file}.`)
  if (found.isDirectory()) return filesOfFolder(at, new Reading(limits, null))
  return [{ path: at, name: path.basename(at) }]
}

/** On a terminal one line that goes on, else a line for each step. */
function showProgress(isQuiet: boolean): Progress {
  let last = ''
  return ({ step, done, of }) => {
    if (isQuiet) return
    if (process.stderr.isTTY) process.stderr.write(`\r${step} ${done}${of === null ? '' : ` of ${of}`}\u001b[K`)
    else if (step !== last) console.error(step)
    last = step
  }
}

function refuse({ code, place, values }: Unreadable, isJson = false) {
  process.exitCode = 1
  if (isJson) console.log(JSON.stringify({ state: 'unreadable', code, place, values }))
  else console.error(problemInWords({ key: 'unreadable', code, place, values }, english))
}

async function say(
  { id, summary, format, options }: Rehearsal,
  {
    applied,
    notices,
  }: {
    applied: ApplyOutcome | null
    notices: FileNotice[]
  },
  isJson = false,
) {
  const { sessions, people } = summary
  const state = applied ? applied.kind : summary.needs.length ? 'undecided' : 'rehearsed'
  const counts = {
    created: sessions.created,
    changed: sessions.changed,
    unchanged: sessions.unchanged,
    skipped: sessions.vanished,
    failed: summary.failed,
  }
  if (isJson) {
    console.log(JSON.stringify({ state, import: id, format, ...counts, summary, notices, applied }))
    return
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
  const verb = applied ? '' : ' (nothing is written yet)'
  console.log(
    `Sessions${verb}: ${Object.entries(counts)
      .map(([what, n]) => `${what === 'skipped' ? 'vanished' : what} ${n}`)
      .join(', ')}`,
  )
  console.log(
    `People: created ${people.created}, known ${people.matched}, changed ${people.changed}, to be decided ${people.asked}`,
  )
  if (summary.edition.created) console.log(`The edition${verb}: created`)
  if (summary.edition.changed) console.log(`The edition itself: changed ${summary.edition.changed}`)
  console.log(
    `Organisations: created ${summary.organisations.created}; topics: created ${summary.topics.created}; days ${summary.days}, rooms ${summary.rooms}, tracks ${summary.tracks}`,
  )
  if (sessions.conflicts + people.conflicts + summary.edition.conflicts)
    console.log(
      `Conflicts with what was written by hand, ${options.conflicts === 'take' ? 'taken from the file' : 'left as they are (--take-conflicts takes the file)'}: ${sessions.conflicts} sessions, ${people.conflicts} people, ${summary.edition.conflicts} facts of the edition`,
    )
  for (const notice of notices) {
    const where = placeInWords(notice.place, english)
    console.log(`- ${noticeInWords(notice, english)}${where && ` (${where})`}`)
  }
  if (summary.notices > notices.length) console.log(`  and ${summary.notices - notices.length} more notices`)
  if (options.publish && !applied) await sayKeptBack(id, summary)
  if (applied?.kind === 'applied')
    console.log(
      `Published ${applied.published}, kept back ${applied.blocked}. Batch ${applied.batchId}: undone at /admin/batches`,
    )
  if (summary.needs.length) {
    const needs = {
      timeZone: '--time-zone',
      language: '--language',
      people: '--match-likely or --new-people, or the desk',
    }
    console.log(`To be decided first: ${summary.needs.map((each) => `${each} (${needs[each]})`).join(', ')}`)
    for (const each of (await readRehearsalItems(id, 'questions', 1)).items)
      console.log(
        `- ${each.name} (${each.why}): ${each.candidates.map(({ title, known }) => `${title}${known ? `, ${known}` : ''}`).join(' | ')}`,
      )
  }
}

/** How much would not be published, and the first of them with what is missing. */
async function sayKeptBack(id: string, { sessions, people, organisations, topics }: Rehearsal['summary']) {
  const count = [sessions, people, organisations, topics].reduce((sum, { blocked }) => sum + blocked, 0)
  if (!count) return
  console.log(`Would be kept back as drafts: ${count}`)
  const lists = await Promise.all([
    readRehearsalItems(id, 'sessions', 1).then(({ items }) => items.map((each) => ({ ...each, name: each.title }))),
    ...(['people', 'organisations', 'topics'] as const).map(
      async (each) => (await readRehearsalItems(id, each, 1)).items,
    ),
  ])
  const first = lists.flatMap((items) => items.filter(({ blocked }) => blocked.length)).slice(0, 10)
  for (const { name, blocked } of first)
    console.log(`- ${name} (${blocked.map((point) => english.t(`deskPublish.point.${point}`)).join(', ')})`)
}
