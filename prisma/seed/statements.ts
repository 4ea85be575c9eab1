import type { StatementKind } from '@/prisma/client/enums'
import type { PersonSlug } from './people'
import type { SessionSlug } from './sessions'
import type { Paragraph } from './source'
import type { TopicSlug } from './topics'
import type { Translated } from './translated'

type Statement = {
  /** Its address for ever: never changed, never given to another. */
  publicId: string
  speaker: PersonSlug
  session: SessionSlug
  kind: StatementKind
  text: Translated
  topics: TopicSlug[]
  paragraph: Paragraph
}

/** What the speakers said, all in the archive's own words: the article quotes nobody. */
export const statements: Statement[] = [
  {
    publicId: 'g7whvpf5',
    speaker: 'magzum-mirzagaliyev',
    session: 'opening',
    kind: 'assessment',
    text: {
      en: 'Polarisation is a challenge that defines international relations today: it wears away trust between states and inside societies.',
      kk: 'Полярлану – бүгінгі халықаралық қатынастардың сипатын айқындайтын сын-қатер: ол мемлекеттер арасындағы да, қоғам ішіндегі де сенімді әлсіретеді.',
      ru: 'Поляризация — вызов, определяющий облик современных международных отношений: она подрывает доверие между государствами и внутри обществ.',
    },
    topics: ['trust-and-dialogue'],
    paragraph: 'P2',
  },
  {
    publicId: '22s8t24f',
    speaker: 'magzum-mirzagaliyev',
    session: 'opening',
    kind: 'recommendation',
    text: {
      en: 'In uncertain times nothing can take the place of dialogue and engagement.',
      kk: 'Белгісіздік кезеңінде диалог пен өзара іс-қимылдың орнын ештеңе баса алмайды.',
      ru: 'В условиях неопределённости диалог и взаимодействие ничем не заменить.',
    },
    topics: ['trust-and-dialogue'],
    paragraph: 'P2',
  },
  {
    publicId: 'xqmdnk8a',
    speaker: 'magzum-mirzagaliyev',
    session: 'opening',
    kind: 'commitment',
    text: {
      en: 'Kazakhstan wants to be a neutral convener and to foster unity where the governance of the world is fractured.',
      kk: 'Қазақстан тараптарды бір үстел басына жинайтын бейтарап алаң болуды және жаһандық басқару бытыраңқы тұста бірлікті нығайтуды көздейді.',
      ru: 'Казахстан хочет быть нейтральным организатором диалога и способствовать единству там, где глобальное управление расколото.',
    },
    topics: ['trust-and-dialogue', 'global-governance'],
    paragraph: 'P2',
  },
  {
    publicId: 'hsv6mt75',
    speaker: 'yerzhan-ashikbayev',
    session: 'middle-powers-bridging-divides',
    kind: 'proposal',
    text: {
      en: 'Kazakhstan has proposed to the United Nations an International Agency for Biological Security, which would work to prevent pandemics and counter bioterrorism.',
      kk: 'Қазақстан Біріккен Ұлттар Ұйымына пандемиялардың алдын алып, биотерроризмге қарсы тұратын Биологиялық қауіпсіздік жөніндегі халықаралық агенттік құруды ұсынды.',
      ru: 'Казахстан предложил Организации Объединённых Наций создать Международное агентство по биологической безопасности, которое занималось бы предотвращением пандемий и противодействием биотерроризму.',
    },
    topics: ['biological-security'],
    paragraph: 'P3',
  },
  {
    publicId: 'dghepj4z',
    speaker: 'joshua-lincoln',
    session: 'renewal-of-international-institutions',
    kind: 'assessment',
    text: {
      en: 'The institutions built after the Second World War now face climate, nuclear, digital and human-rights crises that nobody foresaw in 1945.',
      kk: 'Екінші дүниежүзілік соғыстан кейін құрылған институттар бүгінде 1945 жылы ешкім болжамаған климаттық, ядролық, цифрлық дағдарыстарға және адам құқықтары саласындағы дағдарыстарға тап болып отыр.',
      ru: 'Институты, созданные после Второй мировой войны, сегодня сталкиваются с климатическими, ядерными и цифровыми кризисами и с кризисами в области прав человека, которых в 1945 году никто не предвидел.',
    },
    topics: ['global-governance'],
    paragraph: 'P4',
  },
  {
    publicId: '4kkjn3cr',
    speaker: 'joshua-lincoln',
    session: 'renewal-of-international-institutions',
    kind: 'recommendation',
    text: {
      en: 'The international institutions of the post-war order should be renewed step by step and in a managed way, so that they do not collapse.',
      kk: 'Соғыстан кейінгі тәртіптің халықаралық институттары күйреп қалмауы үшін оларды біртіндеп, басқарылатын түрде жаңарту керек.',
      ru: 'Международные институты послевоенного порядка следует обновлять постепенно и управляемо, чтобы они не рухнули.',
    },
    topics: ['global-governance'],
    paragraph: 'P4',
  },
  {
    publicId: 'nc4fwppc',
    speaker: 'joshua-lincoln',
    session: 'renewal-of-international-institutions',
    kind: 'assessment',
    text: {
      en: 'BRICS and the Shanghai Cooperation Organisation stand up for sovereignty and multipolarity, but so far have no effective means of enforcement.',
      kk: 'БРИКС пен Шанхай ынтымақтастық ұйымы егемендік пен көпполярлылықты жақтайды, бірақ шешімдердің орындалуын қамтамасыз ететін тиімді тетіктері әзірге жоқ.',
      ru: 'БРИКС и Шанхайская организация сотрудничества отстаивают суверенитет и многополярность, но действенных механизмов, обеспечивающих исполнение решений, у них пока нет.',
    },
    topics: ['multilateralism', 'global-governance'],
    paragraph: 'P4',
  },
  {
    publicId: 'bbh4srfr',
    speaker: 'charles-mclean',
    session: 'renewal-of-international-institutions',
    kind: 'recommendation',
    text: {
      en: 'Multilateral institutions need more leverage if they are to deal better with global challenges.',
      kk: 'Жаһандық сын-қатерлерді тиімдірек еңсеру үшін көпжақты институттарға ықпал ету тетіктері көбірек қажет.',
      ru: 'Чтобы лучше справляться с глобальными вызовами, многосторонним институтам нужно больше рычагов влияния.',
    },
    topics: ['multilateralism', 'global-governance'],
    paragraph: 'P5',
  },
  {
    publicId: '1w5jzt37',
    speaker: 'charles-mclean',
    session: 'renewal-of-international-institutions',
    kind: 'assessment',
    text: {
      en: 'There is no shortage of values and forums; what is missing is concrete tools and quick action.',
      kk: 'Құндылықтар мен форумдар жеткілікті; жетіспейтіні – нақты құралдар мен жедел әрекет.',
      ru: 'Ценностей и форумов достаточно; не хватает конкретных инструментов и быстрых действий.',
    },
    topics: ['multilateralism'],
    paragraph: 'P5',
  },
  {
    publicId: '62ysp6n4',
    speaker: 'charles-mclean',
    session: 'renewal-of-international-institutions',
    kind: 'assessment',
    text: {
      en: 'Kazakhstan and South Korea are emerging middle powers that can foster trust and dialogue as the age of dominant blocs passes and the world becomes more multipolar.',
      kk: 'Қазақстан мен Оңтүстік Корея – үстем блоктар дәуірі өтіп, әлем көпполярлы бола түскен кезде сенім мен диалогты нығайта алатын, қалыптасып келе жатқан орта державалар.',
      ru: 'Казахстан и Южная Корея — формирующиеся средние державы, которые способны укреплять доверие и диалог, когда эпоха господствующих блоков уходит, а мир становится более многополярным.',
    },
    topics: ['middle-powers', 'trust-and-dialogue'],
    paragraph: 'P5',
  },
  {
    publicId: '8qk692e6',
    speaker: 'rhee-jong-kook',
    session: 'south-korea-and-central-asia',
    kind: 'report',
    text: {
      en: 'Korea works with Central Asia in such fields as the modernising of industry, transport and energy, health and climate change, education, culture and tourism.',
      kk: 'Корея Орталық Азиямен өнеркәсіпті жаңғырту, көлік, энергетика, денсаулық сақтау, климаттың өзгеруі, білім беру, мәдениет және туризм сияқты салаларда ынтымақтасады.',
      ru: 'Корея сотрудничает с Центральной Азией в таких областях, как модернизация промышленности, транспорт, энергетика, здравоохранение, изменение климата, образование, культура и туризм.',
    },
    topics: ['korea-central-asia-cooperation', 'transport', 'climate-change'],
    paragraph: 'P6',
  },
]
