import type { Locale } from '@/lib/i18n/locales'
import type { NameKind } from '@/prisma/client/enums'
import type { Paragraph } from './source'
import type { Translated } from './translated'

type Person = {
  name: Translated
  /** Family name first. */
  sortName: Translated
  otherNames?: { name: string; language: Locale; kind: NameKind }[]
  paragraphs: Paragraph[]
}

/** Those who spoke, as far as the article says. Whom it only mentions is not among them. */
export const people = {
  'magzum-mirzagaliyev': {
    name: { en: 'Magzum Mirzagaliyev', kk: 'Мағзұм Мырзағалиев', ru: 'Магзум Мирзагалиев' },
    sortName: { en: 'Mirzagaliyev, Magzum', kk: 'Мырзағалиев, Мағзұм', ru: 'Мирзагалиев, Магзум' },
    otherNames: [
      { name: 'Magzum Mirzagaliev', language: 'en', kind: 'spelling' },
      { name: 'Magzum Myrzagaliyev', language: 'en', kind: 'transliteration' },
      { name: 'Magzum Myrzagaliev', language: 'en', kind: 'transliteration' },
    ],
    paragraphs: ['P2'],
  },
  'yerzhan-ashikbayev': {
    name: { en: 'Yerzhan Ashikbayev', kk: 'Ержан Ашықбаев', ru: 'Ержан Ашикбаев' },
    sortName: { en: 'Ashikbayev, Yerzhan', kk: 'Ашықбаев, Ержан', ru: 'Ашикбаев, Ержан' },
    otherNames: [
      { name: 'Yerzhan Ashikbaev', language: 'en', kind: 'spelling' },
      { name: 'Erzhan Ashikbaev', language: 'en', kind: 'transliteration' },
      { name: 'Yerzhan Ashykbayev', language: 'en', kind: 'transliteration' },
    ],
    paragraphs: ['P3'],
  },
  'joshua-lincoln': {
    name: { en: 'Joshua Lincoln', kk: 'Джошуа Линкольн', ru: 'Джошуа Линкольн' },
    sortName: { en: 'Lincoln, Joshua', kk: 'Линкольн, Джошуа', ru: 'Линкольн, Джошуа' },
    paragraphs: ['P4'],
  },
  'charles-mclean': {
    name: { en: 'Charles McLean', kk: 'Чарльз Маклин', ru: 'Чарльз Маклин' },
    sortName: { en: 'McLean, Charles', kk: 'Маклин, Чарльз', ru: 'Маклин, Чарльз' },
    otherNames: [{ name: 'Чарльз Маклейн', language: 'ru', kind: 'spelling' }],
    paragraphs: ['P5'],
  },
  'rhee-jong-kook': {
    name: { en: 'Rhee Jong-kook', kk: 'Ли Чон Гук', ru: 'Ли Чон Гук' },
    sortName: { en: 'Rhee Jong-kook', kk: 'Ли Чон Гук', ru: 'Ли Чон Гук' },
    otherNames: [
      { name: 'Jong-kook Rhee', language: 'en', kind: 'spelling' },
      { name: 'Ри Чжон Гук', language: 'ru', kind: 'spelling' },
    ],
    paragraphs: ['P6'],
  },
} satisfies Record<string, Person>

export type PersonSlug = keyof typeof people

export const peopleInOrder = Object.entries(people) as [PersonSlug, Person][]
