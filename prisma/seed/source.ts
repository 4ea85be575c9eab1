import type { SourceKind } from '@/prisma/client/enums'
import type { Translated } from './translated'

/** A paragraph of the article, the locator of every citation. P0 is its headline. */
export type Paragraph = `P${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`

type Source = {
  publicId: string
  kind: SourceKind
  /** The language it is written in. */
  language: string
  readOn: Date
  title: Translated
  note: Translated
}

/** The one news article that all of the seed is read from. */
export const source: Source = {
  publicId: '7v7bjz44',
  kind: 'article',
  language: 'en',
  readOn: new Date('2026-11-24'),
  title: {
    en: 'Astana forum highlights rising role of middle powers in reshaping global governance',
    kk: 'Астана форумы жаһандық басқаруды қайта құрудағы орта державалардың рөлі артып келе жатқанын көрсетті',
    ru: 'Форум в Астане показал растущую роль средних держав в преобразовании глобального управления',
  },
  note: {
    en: 'The copy that was read records neither the publisher nor the author nor the exact day of publication. The archive keeps no copy of it.',
    kk: 'Оқылған көшірмеде басылым да, автор да, жарияланған нақты күн де көрсетілмеген. Мұрағатта оның көшірмесі сақталмайды.',
    ru: 'В прочитанной копии не указаны ни издатель, ни автор, ни точный день публикации. Копия в архиве не хранится.',
  },
}
