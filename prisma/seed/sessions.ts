import type { AppearanceRole, SessionFormat } from '@/prisma/client/enums'
import type { OrganisationSlug } from './organisations'
import type { PersonSlug } from './people'
import type { Paragraph } from './source'
import type { TopicSlug } from './topics'
import type { Translated } from './translated'

type Appearance = {
  person: PersonSlug
  role: AppearanceRole
  organisation: OrganisationSlug
  /** The country that the organisation represents. */
  countryCode: string
  nameAsPrinted: string
  positionHeld?: Translated
  paragraph: Paragraph
}

type Session = {
  format: SessionFormat
  /** The number of the programme day and the place in the programme, where they are known. */
  day?: number
  position?: number
  title: Translated
  abstract: Translated
  note?: Translated
  topics: TopicSlug[]
  appearances: Appearance[]
  paragraphs: Paragraph[]
}

/** The edition that all these sessions belong to. */
export const editionOfSessions = '2025'

export const sessions = {
  opening: {
    format: 'plenary',
    day: 1,
    position: 1,
    title: { en: 'Opening of the forum', kk: 'Форумның ашылуы', ru: 'Открытие форума' },
    abstract: {
      en: 'The opening speech dealt with polarisation and the loss of trust, with dialogue as the way through uncertainty, and with Kazakhstan as a neutral convener.',
      kk: 'Ашу сөзінде полярлану мен сенімнің әлсіреуі, белгісіздіктен шығар жол ретіндегі диалог және бейтарап алаң ұсынатын Қазақстан туралы айтылды.',
      ru: 'Вступительное слово было посвящено поляризации и утрате доверия, диалогу как пути через неопределённость и Казахстану как нейтральному организатору встреч.',
    },
    topics: ['trust-and-dialogue', 'global-governance'],
    appearances: [
      {
        person: 'magzum-mirzagaliyev',
        role: 'opening',
        organisation: 'presidency-of-kazakhstan',
        countryCode: 'KZ',
        nameAsPrinted: 'Magzum Mirzagaliyev',
        positionHeld: {
          en: 'Adviser to the President of Kazakhstan',
          kk: 'Қазақстан Президентінің кеңесшісі',
          ru: 'Советник Президента Казахстана',
        },
        paragraph: 'P2',
      },
    ],
    paragraphs: ['P2'],
  },
  'middle-powers-bridging-divides': {
    format: 'discussion',
    title: {
      en: 'Middle powers bridging divides',
      kk: 'Алшақтықты еңсеретін орта державалар',
      ru: 'Средние державы преодолевают разногласия',
    },
    abstract: {
      en: 'What middle powers such as Kazakhstan and South Korea can do to bring divided sides together. The example given was the active diplomacy of Kazakhstan, with its proposal of an agency for biological security.\n\nThe article adds a view of its own: Kazakhstan can link East and West. Its place on the map, its part in the Shanghai Cooperation Organisation and the Eurasian Economic Union, and its wish to be neutral ground complement the work of the United Nations.',
      kk: 'Қазақстан мен Оңтүстік Корея сияқты орта державалар алшақтаған тараптарды жақындату үшін не істей алады. Мысал ретінде Қазақстанның белсенді дипломатиясы мен биологиялық қауіпсіздік жөніндегі агенттік құру ұсынысы келтірілді.\n\nМақала өз тарапынан мынадай пікір қосады: Қазақстан Шығыс пен Батысты жалғай алады. Географиялық орны, Шанхай ынтымақтастық ұйымы мен Еуразиялық экономикалық одаққа қатысуы және бейтарап алаң болуға ұмтылысы Біріккен Ұлттар Ұйымының жұмысын толықтырады.',
      ru: 'Что средние державы, такие как Казахстан и Южная Корея, могут сделать для сближения разобщённых сторон. Примером послужили активная дипломатия Казахстана и его предложение создать агентство по биологической безопасности.\n\nСтатья добавляет собственное суждение: Казахстан способен связать Восток и Запад. Его положение на карте, участие в Шанхайской организации сотрудничества и Евразийском экономическом союзе и стремление быть нейтральной площадкой дополняют работу Организации Объединённых Наций.',
    },
    topics: ['middle-powers', 'multilateralism', 'biological-security'],
    appearances: [
      {
        person: 'yerzhan-ashikbayev',
        role: 'speaker',
        organisation: 'ministry-of-foreign-affairs-of-kazakhstan',
        countryCode: 'KZ',
        nameAsPrinted: 'Yerzhan Ashikbayev',
        positionHeld: {
          en: 'First deputy foreign minister of Kazakhstan',
          kk: 'Қазақстан Сыртқы істер министрінің бірінші орынбасары',
          ru: 'Первый заместитель министра иностранных дел Казахстана',
        },
        paragraph: 'P3',
      },
    ],
    paragraphs: ['P3', 'P7', 'P8'],
  },
  'renewal-of-international-institutions': {
    format: 'discussion',
    title: {
      en: 'Renewal of international institutions',
      kk: 'Халықаралық институттарды жаңарту',
      ru: 'Обновление международных институтов',
    },
    abstract: {
      en: 'Institutions founded after the Second World War meet problems they were not made for. The talk was of how to renew them without breaking them, and of the leverage and the tools that multilateral bodies lack.\n\nThe article adds, in its own name, that small regional frameworks coordinate faster but may deepen fragmentation, and that Kazakhstan, which takes part in several groupings at once, shows how much balancing this takes.',
      kk: 'Екінші дүниежүзілік соғыстан кейін құрылған институттар өздері арналмаған мәселелерге тап болып отыр. Оларды қиратпай қалай жаңартуға болатыны, көпжақты құрылымдарға қандай ықпал тетіктері мен құралдар жетіспейтіні сөз болды.\n\nМақала өз атынан шағын өңірлік құрылымдар тезірек үйлесетінін, бірақ бытыраңқылықты тереңдетуі мүмкін екенін айтады; бір мезгілде бірнеше бірлестікке қатысатын Қазақстан мұндай тепе-теңдікті сақтаудың қаншалықты күрделі екенін көрсетеді.',
      ru: 'Институты, основанные после Второй мировой войны, сталкиваются с проблемами, для которых они не создавались. Речь шла о том, как обновить их, не разрушив, и каких рычагов и инструментов не хватает многосторонним структурам.\n\nСтатья добавляет от себя, что небольшие региональные форматы согласуют действия быстрее, но могут усилить раздробленность, и что Казахстан, участвующий сразу в нескольких объединениях, показывает, какого искусства равновесия это требует.',
    },
    note: {
      en: 'The archive has put the two speakers together by theme. The article does not say that they shared a panel.',
      kk: 'Екі спикерді мұрағат тақырып бойынша біріктірді. Мақалада олардың бір панельде отырғаны айтылмаған.',
      ru: 'Архив объединил двух спикеров по теме. В статье не сказано, что они участвовали в одной дискуссии.',
    },
    topics: ['global-governance', 'multilateralism', 'middle-powers', 'trust-and-dialogue'],
    appearances: [
      {
        person: 'joshua-lincoln',
        role: 'speaker',
        organisation: 'fletcher-school-of-law-and-diplomacy',
        countryCode: 'US',
        nameAsPrinted: 'Joshua Lincoln',
        positionHeld: { en: 'Senior fellow', kk: 'Аға ғылыми қызметкер', ru: 'Старший научный сотрудник' },
        paragraph: 'P4',
      },
      {
        person: 'charles-mclean',
        role: 'speaker',
        organisation: 'borderless-consulting-group',
        countryCode: 'US',
        nameAsPrinted: 'Charles McLean',
        paragraph: 'P5',
      },
    ],
    paragraphs: ['P4', 'P5'],
  },
  'south-korea-and-central-asia': {
    format: 'discussion',
    title: {
      en: 'South Korea and Central Asia',
      kk: 'Оңтүстік Корея және Орталық Азия',
      ru: 'Южная Корея и Центральная Азия',
    },
    abstract: {
      en: 'How South Korea works with Central Asia: practical projects for development, kept free of ideology, in fields from industry to tourism.',
      kk: 'Оңтүстік Корея Орталық Азиямен қалай жұмыс істейді: өнеркәсіптен туризмге дейінгі салалардағы, идеологиядан ада, дамуға бағытталған нақты жобалар.',
      ru: 'Как Южная Корея работает с Центральной Азией: практические проекты развития без идеологии, от промышленности до туризма.',
    },
    topics: ['korea-central-asia-cooperation', 'transport', 'climate-change'],
    appearances: [
      {
        person: 'rhee-jong-kook',
        role: 'speaker',
        organisation: 'korea-central-asia-cooperation-forum-secretariat',
        countryCode: 'KR',
        nameAsPrinted: 'Rhee Jong-kook',
        positionHeld: { en: 'Executive director', kk: 'Атқарушы директор', ru: 'Исполнительный директор' },
        paragraph: 'P6',
      },
    ],
    paragraphs: ['P6'],
  },
  'international-security': thematic('international-security', {
    en: 'International security',
    kk: 'Халықаралық қауіпсіздік',
    ru: 'Международная безопасность',
  }),
  'nuclear-disarmament': thematic('nuclear-disarmament', {
    en: 'Nuclear disarmament',
    kk: 'Ядролық қарусыздану',
    ru: 'Ядерное разоружение',
  }),
  'artificial-intelligence': thematic('artificial-intelligence', {
    en: 'Artificial intelligence',
    kk: 'Жасанды интеллект',
    ru: 'Искусственный интеллект',
  }),
  trade: thematic('trade', { en: 'Trade', kk: 'Сауда', ru: 'Торговля' }),
  transport: thematic('transport', { en: 'Transport', kk: 'Көлік', ru: 'Транспорт' }),
  'climate-change': thematic('climate-change', {
    en: 'Climate change',
    kk: 'Климаттың өзгеруі',
    ru: 'Изменение климата',
  }),
  'water-security': thematic('water-security', {
    en: 'Water security',
    kk: 'Су қауіпсіздігі',
    ru: 'Водная безопасность',
  }),
} satisfies Record<string, Session>

/** One of the discussions of which the article says no more than the theme. */
function thematic(topic: TopicSlug, title: Translated): Session {
  return {
    format: 'discussion',
    title,
    abstract: {
      en: 'One of the seven themes on which the article says there were discussions.',
      kk: 'Мақалада талқыланғаны айтылған жеті тақырыптың бірі.',
      ru: 'Одна из семи тем, по которым, как говорится в статье, прошли обсуждения.',
    },
    note: {
      en: 'The article only names the theme. It does not say who spoke, what was said, or whether the theme had a session to itself.',
      kk: 'Мақалада тақырыптың аты ғана аталған. Кім сөйлегені, не айтылғаны және тақырыпқа жеке сессия арналған-арналмағаны жазылмаған.',
      ru: 'Статья лишь называет тему. Кто выступал, что было сказано и была ли теме отведена отдельная сессия, в ней не говорится.',
    },
    topics: [topic],
    appearances: [],
    paragraphs: ['P7'],
  }
}

export type SessionSlug = keyof typeof sessions

export const sessionsInOrder = Object.entries(sessions) as [SessionSlug, Session][]
