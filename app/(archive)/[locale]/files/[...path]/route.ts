import { pageContext } from '@/lib/i18n/page-context'
import type { I18n } from '@/lib/i18n/translator'
import { fileAt } from '@/lib/interchange/file-address'
import { type RecordFile, writerOf } from '@/lib/interchange/record-files'
import { absolute } from '@/lib/metadata'
import { currentPublication } from '@/lib/revisions/publications'
import { inLocale, type Path } from '@/lib/routes'
import { TooManyWaiting } from '@/lib/turns'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; path: string[] }> }

/**
 * Every file that stands beside a record's page under its address (`…/2025.ics`, `…/2025/schedule.xml`): a folder of
 * Next's can have no such name, so next.config.ts leads all of them here. Here itself is the address of nothing.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const context = await pageContext(params)
  const path: Path = `/${(await params).path.join('/')}`
  const isAddress = new URL(request.url).pathname === inLocale(context.locale, path)
  const asked = isAddress ? fileAt(path) : null
  const write = asked && writerOf(asked)
  const address = write ? await asked.find() : null
  if (!asked || !write || !address) return inWords(context.t('files.missing'), 404, context)
  if (address.kind === 'withdrawn') return inWords(context.t('files.withdrawn'), 410, context)
  if (address.kind === 'moved') {
    const location = inLocale(context.locale, `${address.to}${asked.ending}` as Path)
    return new Response(null, { status: 301, headers: { location } })
  }
  const [file, current] = await Promise.all([
    write(address, context).catch(busy),
    address.id ? currentPublication(address.id) : null,
  ])
  if (file === 'busy') return inWords(context.t('files.busy'), 503, context, { 'retry-after': '5' })
  if (file && 'at' in file) return new Response(null, { status: 307, headers: { location: file.at } })
  if (!file || 'missing' in file) return inWords(file?.missing ?? context.t('files.missing'), 404, context)
  return new Response(file.body, { headers: headersOf(file, address.path, asked.ending, current?.at, context) })
}

function headersOf(
  { type, updatedAt, isDownload }: Extract<RecordFile, { body: string }>,
  path: Path,
  ending: string,
  publishedAt: Date | undefined,
  { locale }: I18n,
): Record<string, string> {
  const name = `${path}${ending}`.replace(/[^a-z0-9.]+/g, '-').replace(/^-/, '')
  const changedAt = updatedAt ?? publishedAt
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-language': locale,
    ...(changedAt ? { 'last-modified': changedAt.toUTCString() } : {}),
    ...(isDownload ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
    link: `<${absolute(inLocale(locale, path))}>; rel="alternate"; type="text/html"`,
    'access-control-allow-origin': '*',
    'x-robots-tag': 'noindex',
  }
}

function busy(error: unknown): 'busy' {
  if (error instanceof TooManyWaiting) return 'busy'
  throw error
}

const inWords = (words: string, status: number, { locale }: I18n, more: Record<string, string> = {}) =>
  new Response(`${words}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'content-language': locale, ...more },
  })
