import type { DatePrecision } from '@/prisma/client/enums'
import type { OrganisationSlug } from './organisations'
import type { Paragraph } from './source'
import type { Translated } from './translated'

/** The values of an edition that carry citations of their own. */
type Claim = 'number' | 'year' | 'dates' | 'place' | 'host' | 'countries' | 'theme' | 'summary'

type Edition = {
  slug: string
  number: number
  year?: number
  startsOn?: Date
  datePrecision: DatePrecision
  timeZone: string
  countryCode?: string
  countryCount?: number
  /** The countries that the source names. */
  countries: string[]
  host?: OrganisationSlug
  /** How many programme days there were; on which dates is not recorded. */
  days: number
  theme?: Translated
  summary: Translated
  city?: Translated
  dateNote?: Translated
  evidence: Partial<Record<Claim, Paragraph[]>>
}

export const editions: Edition[] = [
  {
    slug: 'first',
    number: 1,
    datePrecision: 'unknown',
    // The place is not known, so no place's time is claimed; nothing here has a time to be shown in it.
    timeZone: 'UTC',
    countries: [],
    days: 0,
    summary: {
      en: 'That there was a first edition follows from the one of 2025 being called the second. Nothing else about it is known to the archive.',
      kk: 'Бірінші кездесудің болғаны 2025 жылғы кездесудің екінші деп аталуынан шығады. Мұрағатқа ол туралы басқа ештеңе белгісіз.',
      ru: 'О том, что первая встреча состоялась, известно лишь потому, что встреча 2025 года названа второй. Больше архиву о ней ничего не известно.',
    },
    evidence: { number: ['P1'] },
  },
  {
    slug: '2025',
    number: 2,
    year: 2025,
    startsOn: new Date('2025-10-01'),
    datePrecision: 'month',
    timeZone: 'Asia/Almaty',
    countryCode: 'KZ',
    countryCount: 20,
    countries: ['KZ', 'CN', 'KR', 'US'],
    host: 'kazakhstan-institute-for-strategic-studies',
    days: 2,
    theme: {
      en: 'Middle powers in a polarised world: trust, dialogue and a rules-based order',
      kk: 'Полярланған әлемдегі орта державалар: сенім, диалог және ережелерге негізделген тәртіп',
      ru: 'Средние державы в поляризованном мире: доверие, диалог и порядок, основанный на правилах',
    },
    summary: {
      en: 'For two days, participants from 20 countries looked in Astana for practical ways to rebuild trust and dialogue in a divided world and to strengthen an order based on rules. Middle powers stood at the centre of attention.',
      kk: 'Екі күн бойы 20 елден келген қатысушылар Астанада алауыздыққа түскен әлемде сенім мен диалогты қалпына келтірудің және ережелерге негізделген тәртіпті нығайтудың нақты жолдарын іздеді. Басты назарда орта державалар болды.',
      ru: 'Два дня участники из 20 стран искали в Астане практические пути к тому, чтобы вернуть доверие и диалог в разобщённый мир и укрепить порядок, основанный на правилах. В центре внимания были средние державы.',
    },
    city: { en: 'Astana', kk: 'Астана', ru: 'Астана' },
    dateNote: {
      en: 'mid-October, two days',
      kk: 'қазан айының ортасы, екі күн',
      ru: 'середина октября, два дня',
    },
    evidence: {
      number: ['P1'],
      year: ['P1'],
      dates: ['P1'],
      place: ['P1'],
      host: ['P1'],
      countries: ['P1'],
      theme: ['P0', 'P1'],
      summary: ['P1'],
    },
  },
]
