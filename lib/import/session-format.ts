import type { SessionFormat } from '@/prisma/client/enums'

/** Words by which files call what a session is, in the order in which they are looked for. */
const words: [RegExp, SessionFormat][] = [
  [/\b(break|lunch|coffee|pause|mittag|registration|перерыв|обед|кофе)/i, 'break'],
  [/keynote|ключев/i, 'keynote'],
  [/plenar|пленар/i, 'plenary'],
  [/round[ -]?table|кругл/i, 'roundtable'],
  [/panel|podium|панел/i, 'panel'],
  [/discussion|debate|diskussion|дискус|обсужд|birds of a feather|\bbof\b/i, 'discussion'],
  [/side[ -]?event|сателлит|сайд/i, 'side_event'],
]
/** What is no more than a talk needs no guess: the archive has no closer word for it. */
const plain = /^(talk|lecture|presentation|session|other|event|short talk|long talk|доклад|lightning[ _]talk)$/i

/** The archive's word for what a file calls a session; `isGuess` where the file's own says more or something else. */
export function sessionFormatOf(said: string | null): { format: SessionFormat; isGuess: boolean } {
  const text = said?.trim() ?? ''
  if (!text || plain.test(text)) return { format: 'other', isGuess: false }
  const format = words.find(([word]) => word.test(text))?.[1] ?? 'other'
  return { format, isGuess: format.replace('_', ' ') !== text.toLowerCase().replace(/[_-]/g, ' ') }
}
