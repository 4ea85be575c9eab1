import { z } from 'zod'
import { headings as pasted } from '@/lib/programme/paste-rows'

export const tableColumns = [
  'id',
  'title',
  'subtitle',
  'abstract',
  'day',
  'start',
  'end',
  'time',
  'duration',
  'room',
  'track',
  'format',
  'language',
  'speakers',
  'moderators',
  'affiliation',
  'position',
  'country',
  'topics',
  'link',
  'cancelled',
] as const
export type TableColumn = (typeof tableColumns)[number]

/** How a table's columns are to be read: guessed, put right by the user, and kept for the next file of the same making. */
export const tableMapping = z.object({
  /** By heading as it is written; what is not in it is left out. */
  columns: z.record(z.string().max(300), z.enum(tableColumns)),
  dateOrder: z.enum(['dayFirst', 'monthFirst']).optional(),
  /** Between several people in one cell; without it semicolons, line ends or else commas. */
  separator: z.string().min(1).max(5).optional(),
  /** Days that a cell only names ("Friday", "Day 1"). */
  days: z.record(z.string().max(100), z.iso.date()).optional(),
  /** Of a workbook; without it the first. */
  sheet: z.string().max(100).optional(),
})
export type TableMapping = z.infer<typeof tableMapping>

/** Headings in the three languages and those of common exports, as words that a heading is. */
const headings: Record<TableColumn, string> = {
  ...{ start: pasted.start, end: pasted.end, time: pasted.time },
  id: 'id|session id|code|guid|uid|идентификатор|номер|нөмірі|нөмір',
  title: `${pasted.title}|event name|event title|talk|topic title|название доклада|тема доклада|доклад|баяндама|titel|thema`,
  subtitle: 'subtitle|подзаголовок|қосымша атауы|untertitel',
  abstract:
    'abstract|description|summary|text|session description|event description|описание|аннотация|тезисы|текст|сипаттамасы|сипаттама|аңдатпа|beschreibung',
  day: `${pasted.day}|start date|event start date|session date|day name|дата начала|дата проведения|басталу күні|tag|datum`,
  start: `${pasted.start}|start hour|time start|starts at|event start time|session start|beginn|uhrzeit`,
  end: `${pasted.end}|end hour|time end|ends at|event end time|session end|ende`,
  duration: 'duration|length|minutes|длительность|продолжительность|ұзақтығы|ұзақтық|dauer',
  room: `${pasted.room}|room name|room/location|stage|сцена|площадка|raum|ort`,
  track: 'track|tracks|stream|section|track title|секция|трек|поток|направление|секциясы|бағыты|бағыт',
  format: 'format|type|session type|session format|event type|формат|тип|вид|форматы|түрі',
  language: 'language|session language|язык|язык доклада|тілі|тіл|sprache',
  speakers: `${pasted.speakers}|persons|people|presenter|panelists|authors|speaker name|speaker names|name of speaker|name of person speaking|фио|фио докладчика|фио спикера|имя|докладчик(и)|спикер(ы)|аты-жөні|тегі аты|referent|referenten|vortragende`,
  moderators:
    'moderator|moderators|chair|host|модератор|модераторы|ведущий|ведущие|председатель|модераторлар|жүргізуші',
  affiliation:
    'affiliation|organisation|organization|company|institution|организация|компания|место работы|учреждение|ұйымы|ұйым|мекемесі',
  position: 'position|post|job title|role|должность|должность и организация|лауазымы|қызметі',
  country: 'country|iso code|country code|страна|мемлекет|елі|ел|land',
  topics: 'topic|topics|tags|keywords|category|categories|теги|темы|ключевые слова|тақырыптары|тегтер',
  cancelled: 'cancelled|canceled|is cancelled|отменено|отменена|отмена|болмайды|тоқтатылды',
  link: 'link|links|url|website|video|ссылка|ссылки|видео|сілтеме|сілтемелер',
}

const byHeading = new Map(
  tableColumns.flatMap((column) => headings[column].split('|').map((word): [string, TableColumn] => [word, column])),
)

/** Of these a table may have several columns: their cells are put together. */
export const manyColumns: TableColumn[] = ['speakers', 'moderators', 'abstract', 'topics', 'link']

const wordsOf = (heading: string) =>
  heading
    .toLowerCase()
    .normalize('NFC')
    .replace(/[_.:*#]|\s+/gu, ' ')
    .replace(/\(.*?\)/gu, ' ')
    .replace(/\s\d+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()

export const columnOf = (heading: string): TableColumn | null => byHeading.get(wordsOf(heading)) ?? null

/** What the columns are by their headings, where what stands in them does not speak against it. */
export function guessColumns(names: string[], rows: string[][]): { [heading: string]: TableColumn } {
  const columns: { [heading: string]: TableColumn } = {}
  const taken = new Map<TableColumn, string>()
  for (const [at, name] of names.entries()) {
    const column = columnOf(name)
    const cells = rows.map((row) => row[at]?.trim() ?? '').filter(Boolean)
    const areNumbers = cells.length > 0 && cells.every((cell) => /^[\d\s.,-]+$/.test(cell))
    if (!column || (areNumbers && (column === 'title' || column === 'speakers'))) continue
    const before = taken.get(column)
    if (before !== undefined && !manyColumns.includes(column)) {
      // A country's code is surer than its name.
      if (column !== 'country' || !/code|код/i.test(name)) continue
      delete columns[before]
    }
    taken.set(column, name)
    columns[name] = column
  }
  return columns
}
