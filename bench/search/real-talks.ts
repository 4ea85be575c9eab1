import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import countries from 'i18n-iso-countries'
import type { Talk } from './talk'

type Read = Omit<Talk, 'n' | 'isReal'>

/** The sessions in the sample files, which others published. The folder is PLENARY_SAMPLES, else ../shared/samples. */
export function readRealTalks(): Talk[] {
  const folder = path.resolve(process.env.PLENARY_SAMPLES ?? '../shared/samples')
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
  const list = (sub: string) => readdirSync(path.join(folder, sub)).filter((name) => !name.startsWith('_'))
  const talks: Read[] = [
    ...list('xml-fosdem').flatMap((file) => fosdem(read(`xml-fosdem/${file}`))),
    ...list('json-sessionize')
      .filter((file) => file.endsWith('.schedule.json'))
      .flatMap((file) => sessionize(JSON.parse(read(`json-sessionize/${file}`)), file)),
    ...list('json-pyvideo').flatMap((event) =>
      list(`json-pyvideo/${event}/videos`).map((file) =>
        pyvideo(JSON.parse(read(`json-pyvideo/${event}/videos/${file}`)), event),
      ),
    ),
    ...unDebate(read('csv/un-general-debate_speakers_2020_DERIVED.csv')),
  ]
  return talks.map((talk, n) => ({ ...talk, n, isReal: true }))
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }
const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? ' '),
  )

/** HTML as plain paragraphs. */
const paragraphs = (html: string | null): string[] =>
  decode(decode(html ?? ''))
    .replace(/<\/(?:p|li|ul|ol|h\d)>|<br\s*\/?>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

function fosdem(xml: string): Read[] {
  const year = Number(/<start>(\d{4})/.exec(xml)?.[1] ?? /date="(\d{4})/.exec(xml)?.[1])
  return [...xml.matchAll(/<day [^>]*date="([\d-]+)"[\s\S]*?<\/day>/g)].flatMap(([text, day]) =>
    [...text.matchAll(/<event [\s\S]*?<\/event>/g)].map(([event]) => {
      const of = (tag: string) => decode(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(event)?.[1] ?? '').trim()
      return {
        language: 'en' as const,
        title: of('title'),
        abstract: [...paragraphs(of('abstract')), ...paragraphs(of('description'))],
        transcript: [],
        speakers: [...event.matchAll(/<person [^>]*>([^<]*)/g)].map(([, name]) => decode(name ?? '').trim()),
        topic: of('track') || null,
        ...{
          organisation: null,
          country: null,
          series: 'FOSDEM',
          year,
          day: day ?? `${year}-02-01`,
          format: 'other' as const,
        },
      }
    }),
  )
}

type SessionizeSession = { title: string; description: string | null; startsAt: string; speakers: { name: string }[] }
type SessionizeDay = { rooms: { sessions: SessionizeSession[] }[] }

function sessionize(days: SessionizeDay[], file: string): Read[] {
  return days
    .flatMap(({ rooms }) => rooms.flatMap(({ sessions }) => sessions))
    .map(({ title, description, startsAt, speakers }) => ({
      language: 'en' as const,
      title,
      abstract: paragraphs(description),
      transcript: [],
      speakers: speakers.map(({ name }) => name.trim()),
      ...{ topic: 'Android', organisation: null, country: null, series: `droidcon ${file.split(/[-.]/)[3]}` },
      ...{ year: Number(startsAt.slice(0, 4)), day: startsAt.slice(0, 10), format: 'other' as const },
    }))
}

type Video = { title: string; description: string | null; speakers: string[]; language: string; recorded: string }

const pyvideo = ({ title, description, speakers, language, recorded }: Video, event: string): Read => ({
  language: language === 'rus' ? 'ru' : 'en',
  title,
  abstract: paragraphs(description),
  transcript: [],
  speakers,
  ...{ topic: 'Python', organisation: null, country: null, series: event.replace(/-\d+$/, '') },
  ...{ year: Number(recorded.slice(0, 4)), day: recorded, format: 'other' as const },
})

function unDebate(csv: string): Read[] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [year = '', , iso = '', country = '', name = '', post = ''] = line.split(',')
      return {
        language: 'en' as const,
        title: `General debate: ${country}`,
        abstract: [`Statement by ${name}, ${post} of ${country}, in the general debate of the General Assembly.`],
        transcript: [],
        speakers: [name.replace(/^(?:Mr\.|Mrs\.|Ms\.)\s+/, '')],
        ...{ topic: 'General debate', organisation: 'United Nations', country: countries.alpha3ToAlpha2(iso) ?? null },
        ...{ series: 'UN General Assembly', year: Number(year), day: `${year}-09-22`, format: 'plenary' as const },
      }
    })
}
