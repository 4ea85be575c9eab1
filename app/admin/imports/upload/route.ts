import { z } from 'zod'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { allowed, type SignedIn, signedIn } from '@/lib/auth/signed-in'
import type { I18n } from '@/lib/i18n/translator'
import { keepImportFiles } from '@/lib/import/kept-files'
import { intoIn } from '@/lib/import/new-edition'
import { asQuery, type Problem, problemInWords } from '@/lib/import/problem-in-words'
import { fileFormats } from '@/lib/import/programme-file'
import { type ReceivedFiles, receiveFiles, UploadRefused } from '@/lib/import/receive-files'
import { type Progress, rehearseImport } from '@/lib/import/rehearse'
import { language, timeZone } from '@/lib/revisions/content'
import { type Path, routes, withQuery } from '@/lib/routes'
import { createTurns, TooManyWaiting } from '@/lib/turns'

export const dynamic = 'force-dynamic'

/** Each may take 256 MB of the disk, and a core while it is read. */
const inTurn = createTurns(2, 6)

const sent = z.object({
  edition: intoIn,
  format: z.enum(fileFormats).or(z.literal('')).default(''),
  timeZone: timeZone(),
  language: language(),
  publish: z.literal('on').optional(),
  source: z.literal('on').optional(),
})
type Sent = z.infer<typeof sent>
type Rehearsed = { at: Path } | { problem: Problem }

/**
 * Takes the files of a programme and rehearses their import: a route and not an action, as it reads them while they
 * arrive. A form is led on; a script is told line by line (JSON) how far it is, and where to go in the end.
 */
export async function POST(request: Request): Promise<Response> {
  const wantsLines = request.headers.get('accept')?.includes('application/x-ndjson') ?? false
  if (wantsLines && !(await signedIn())) return Response.json({ problem: 'signedOut' }, { status: 401 })
  const by = await allowed('write')
  const i18n = await deskI18n()
  if (wantsLines) return inLines((send, onReceived) => take(request, by, send, onReceived), i18n)
  const outcome = await take(request, by)
  const location = 'at' in outcome ? outcome.at : withQuery(routes.newImport(), asQuery(outcome.problem))
  return new Response(null, { status: 303, headers: { location } })
}

async function take(
  request: Request,
  by: SignedIn,
  onProgress?: Progress,
  onReceived?: () => void,
): Promise<Rehearsed> {
  try {
    return await inTurn(async () => {
      const received = await receiveFiles(request)
      onReceived?.()
      try {
        const parsed = sent.safeParse(received.fields)
        if (parsed.success) return await rehearse(received, parsed.data, by, onProgress)
        const field = parsed.error.issues[0]?.path[0]
        return { problem: { key: field === 'timeZone' ? 'timeZone' : 'edition', typed: received.fields } }
      } finally {
        await received.remove()
      }
    })
  } catch (error) {
    if (error instanceof TooManyWaiting) return { problem: { key: 'busy' } }
    if (!(error instanceof UploadRefused)) throw error
    if (error.key === 'storage') console.error('the file of an import could not be stored', error.cause)
    return { problem: { key: error.key } }
  }
}

async function rehearse(received: ReceivedFiles, said: Sent, by: SignedIn, onProgress?: Progress): Promise<Rehearsed> {
  const { edition, format, publish, source, ...texts } = said
  const outcome = await rehearseImport({
    ...{ editionId: edition.editionId, newEdition: edition.newEdition },
    ...{ files: received.files, format: format || null, by },
    options: { ...texts, publish: publish === 'on' && may(by, 'publish'), source: source === 'on' },
    ...(onProgress ? { onProgress } : {}),
  })
  if (outcome.kind === 'rehearsed') return { at: routes.oneImport(outcome.rehearsal.id) }
  if (outcome.kind === 'unreadable' && outcome.code === 'noTitleColumn') {
    const { sha256 } = await keepImportFiles(received.files)
    return { at: routes.importColumns({ file: sha256, edition: edition.sent }, { ...texts, publish, source }) }
  }
  if (outcome.kind === 'unreadable') return { problem: { ...outcome, key: 'unreadable', typed: received.fields } }
  const key = outcome.kind === 'editionThere' ? outcome.kind : 'edition'
  return { problem: { key, typed: received.fields } }
}

type Work = (send: (line: object) => void, onReceived: () => void) => Promise<Rehearsed>

/**
 * Answers with lines of JSON as they come about, from when all has been received: a browser need not read an answer
 * while it is still sending. Whoever went away meanwhile is not told any more.
 */
async function inLines(work: Work, i18n: I18n): Promise<Response> {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const lines = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened
    },
    cancel: () => {
      controller = null
    },
  })
  const send = (line: object) => controller?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
  await new Promise<void>((resolve) => {
    void work(send, resolve)
      .then(
        (outcome) => send('at' in outcome ? outcome : { problem: problemInWords(outcome.problem, i18n) }),
        (error) => {
          console.error('an import could not be rehearsed', error)
          send({ problem: null })
        },
      )
      .finally(() => {
        controller?.close()
        resolve()
      })
  })
  return new Response(lines, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } })
}
