import type { OrganisationKind } from '@/prisma/client/enums'
import type { Paragraph } from './source'
import type { Translated } from './translated'

type Organisation = {
  kind: OrganisationKind
  /** Only where the source gives the country that the organisation stands for. */
  countryCode?: string
  /** The slug of what it is a part of, which stands before it here. */
  parent?: string
  name: Translated
  shortName?: Translated
  description?: Translated
  /** Spellings beside the names. */
  otherNames?: string[]
  paragraphs: Paragraph[]
}

export const organisations = {
  'kazakhstan-institute-for-strategic-studies': {
    kind: 'institute',
    name: {
      en: 'Kazakhstan Institute for Strategic Studies',
      kk: 'Қазақстан стратегиялық зерттеулер институты',
      ru: 'Казахстанский институт стратегических исследований',
    },
    paragraphs: ['P1'],
  },
  'presidency-of-kazakhstan': {
    kind: 'government',
    countryCode: 'KZ',
    name: { en: 'Presidency of Kazakhstan', kk: 'Қазақстан Президенттігі', ru: 'Президентство Казахстана' },
    description: {
      en: 'The office of the President of Kazakhstan. The source speaks of an adviser to the President and names no body that he belongs to.',
      kk: 'Қазақстан Президентінің лауазымдық институты. Дереккөзде Президенттің кеңесшісі туралы ғана айтылады, оның қай органда қызмет ететіні көрсетілмеген.',
      ru: 'Институт Президента Казахстана. Источник говорит лишь о советнике Президента и не называет органа, в котором тот служит.',
    },
    paragraphs: ['P2'],
  },
  'ministry-of-foreign-affairs-of-kazakhstan': {
    kind: 'government',
    countryCode: 'KZ',
    name: {
      en: 'Ministry of Foreign Affairs of Kazakhstan',
      kk: 'Қазақстан Сыртқы істер министрлігі',
      ru: 'Министерство иностранных дел Казахстана',
    },
    paragraphs: ['P3'],
  },
  'tufts-university': {
    kind: 'university',
    countryCode: 'US',
    name: { en: 'Tufts University', kk: 'Тафтс университеті', ru: 'Университет Тафтса' },
    paragraphs: ['P4'],
  },
  'fletcher-school-of-law-and-diplomacy': {
    kind: 'university',
    countryCode: 'US',
    parent: 'tufts-university',
    name: {
      en: 'The Fletcher School of Law and Diplomacy',
      kk: 'Флетчер атындағы Құқық және дипломатия мектебі',
      ru: 'Школа права и дипломатии имени Флетчера',
    },
    shortName: { en: 'The Fletcher School', kk: 'Флетчер мектебі', ru: 'Школа Флетчера' },
    paragraphs: ['P4'],
  },
  'borderless-consulting-group': {
    kind: 'company',
    countryCode: 'US',
    name: {
      en: 'Borderless Consulting Group',
      kk: 'Borderless Consulting Group',
      ru: 'Borderless Consulting Group',
    },
    paragraphs: ['P5'],
  },
  'korea-foundation': {
    kind: 'foundation',
    countryCode: 'KR',
    name: { en: 'Korea Foundation', kk: 'Корея қоры', ru: 'Корейский фонд' },
    paragraphs: ['P6'],
  },
  'korea-central-asia-cooperation-forum-secretariat': {
    kind: 'other',
    countryCode: 'KR',
    parent: 'korea-foundation',
    name: {
      en: 'Korea-Central Asia Cooperation Forum Secretariat',
      kk: '«Корея – Орталық Азия» ынтымақтастық форумының хатшылығы',
      ru: 'Секретариат Форума сотрудничества «Корея — Центральная Азия»',
    },
    paragraphs: ['P6'],
  },
  'united-nations': {
    kind: 'international_organisation',
    name: { en: 'United Nations', kk: 'Біріккен Ұлттар Ұйымы', ru: 'Организация Объединённых Наций' },
    shortName: { en: 'UN', kk: 'БҰҰ', ru: 'ООН' },
    otherNames: ['U.N.', 'United Nations Organization', 'United Nations Organisation'],
    paragraphs: ['P3', 'P7'],
  },
  'shanghai-cooperation-organisation': {
    kind: 'grouping',
    name: {
      en: 'Shanghai Cooperation Organisation',
      kk: 'Шанхай ынтымақтастық ұйымы',
      ru: 'Шанхайская организация сотрудничества',
    },
    shortName: { en: 'SCO', kk: 'ШЫҰ', ru: 'ШОС' },
    otherNames: ['Shanghai Cooperation Organization'],
    paragraphs: ['P4', 'P7'],
  },
  brics: {
    kind: 'grouping',
    name: { en: 'BRICS', kk: 'БРИКС', ru: 'БРИКС' },
    paragraphs: ['P4'],
  },
  'eurasian-economic-union': {
    kind: 'grouping',
    name: {
      en: 'Eurasian Economic Union',
      kk: 'Еуразиялық экономикалық одақ',
      ru: 'Евразийский экономический союз',
    },
    shortName: { en: 'EAEU', kk: 'ЕАЭО', ru: 'ЕАЭС' },
    paragraphs: ['P7'],
  },
} satisfies Record<string, Organisation>

export type OrganisationSlug = keyof typeof organisations

export const organisationsInOrder = Object.entries(organisations) as [OrganisationSlug, Organisation][]
