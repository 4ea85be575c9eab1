import type { Locale } from '@/lib/i18n/locales'

/** Every search that the help and the pages offer as an example. A test asks them of the first forum's archive. */
export const searchExamples = {
  words: { en: 'middle powers', kk: 'орта державалар', ru: 'средние державы' },
  forms: { en: 'polarised', kk: 'державалардың', ru: 'средних держав' },
  name: { en: 'Мирзагалиев', kk: 'Mirzagaliyev', ru: 'Mirzagaliyev' },
  surname: { en: 'Lincoln', kk: 'Линкольн', ru: 'Линкольн' },
  place: { en: 'Астана', kk: 'Astana', ru: 'Astana' },
  misspelt: { en: 'Kazakstan', kk: 'халықарлық', ru: 'безопастность' },
  phrase: { en: '"biological security"', kk: '"биологиялық қауіпсіздік"', ru: '"биологическая безопасность"' },
  without: { en: 'middle powers -Korea', kk: 'орта державалар -Корея', ru: 'средние державы -Корея' },
  withoutGrouping: { en: 'middle powers -BRICS', kk: 'орта державалар -БРИКС', ru: 'средние державы -БРИКС' },
  either: { en: 'water OR climate', kk: 'сауда НЕМЕСЕ климат', ru: 'торговля ИЛИ климат' },
  beginning: { en: 'disarm*', kk: 'қарусыз*', ru: 'разоруж*' },
  speaker: { en: 'speaker:lincoln BRICS', kk: 'спикер:линкольн БРИКС', ru: 'спикер:линкольн БРИКС' },
  organisation: { en: 'org:fletcher', kk: 'ұйым:флетчер', ru: 'организация:флетчера' },
  topic: { en: 'topic:"water security"', kk: 'тақырып:"су қауіпсіздігі"', ru: 'тема:"водная безопасность"' },
  edition: { en: 'edition:2025 nuclear', kk: 'кездесу:2025 ядролық', ru: 'встреча:2025 ядерное' },
  country: { en: 'country:"south korea"', kk: 'ел:қазақстан', ru: 'страна:казахстан' },
  kind: { en: 'kind:statement trust', kk: 'түрі:мәлімдеме сенім', ru: 'вид:высказывание доверие' },
  language: { en: 'lang:russian торговля', kk: 'тіл:қазақша сауда', ru: 'язык:русский торговля' },
  dates: { en: 'from:2025-10 to:2025 trust', kk: 'бастап:2025-10 дейін:2025 сенім', ru: 'с:2025-10 по:2025 доверие' },
} as const satisfies Record<string, Record<Locale, string>>

export type SearchExample = keyof typeof searchExamples

/** Those that stand beside a search box. */
export const offeredExamples = ['phrase', 'surname', 'either', 'withoutGrouping'] as const satisfies SearchExample[]
