import type { Paragraph } from './source'
import type { Translated } from './translated'

type Topic = {
  name: Translated
  definition: Translated
  /** Other words for it, which search finds too. */
  synonyms: Translated<string[]>
  paragraphs: Paragraph[]
}

export const topics = {
  'middle-powers': {
    name: { en: 'Middle powers', kk: 'Орта державалар', ru: 'Средние державы' },
    definition: {
      en: 'States that are not great powers, yet have the weight and standing to influence international affairs and to mediate between others.',
      kk: 'Ұлы державаларға жатпаса да, халықаралық істерге ықпал етіп, өзгелердің арасында дәнекер бола алатын салмағы мен беделі бар мемлекеттер.',
      ru: 'Государства, которые не относятся к великим державам, но имеют достаточно веса и авторитета, чтобы влиять на международные дела и посредничать между другими.',
    },
    synonyms: {
      en: ['middle power', 'medium powers'],
      kk: ['орта держава', 'орташа державалар'],
      ru: ['средняя держава', 'державы среднего уровня'],
    },
    paragraphs: ['P1', 'P3'],
  },
  'global-governance': {
    name: {
      en: 'Global governance and reform of institutions',
      kk: 'Жаһандық басқару және институттарды реформалау',
      ru: 'Глобальное управление и реформа институтов',
    },
    definition: {
      en: 'The rules and institutions by which the common affairs of the world are run, and how those inherited from the past might be renewed.',
      kk: 'Әлемнің ортақ істерін басқаратын ережелер мен институттар, сондай-ақ бұрыннан қалған институттарды жаңарту жолдары.',
      ru: 'Правила и институты, с помощью которых ведутся общие дела мира, и пути обновления тех из них, что достались от прошлого.',
    },
    synonyms: {
      en: ['global governance', 'institutional reform', 'reform of international institutions'],
      kk: ['жаһандық басқару', 'халықаралық институттарды реформалау'],
      ru: ['глобальное управление', 'реформа международных институтов'],
    },
    paragraphs: ['P2', 'P4'],
  },
  'trust-and-dialogue': {
    name: { en: 'Trust and dialogue', kk: 'Сенім және диалог', ru: 'Доверие и диалог' },
    definition: {
      en: 'How states, and groups within a society, that have grown apart come to rely on and listen to one another again.',
      kk: 'Бір-бірінен алшақтаған мемлекеттер мен қоғам ішіндегі топтардың қайтадан бір-біріне сеніп, бірін-бірі тыңдай бастауы.',
      ru: 'Как государства и группы внутри общества, отдалившиеся друг от друга, вновь начинают доверять друг другу и слышать друг друга.',
    },
    synonyms: {
      en: ['trust-building', 'overcoming polarisation', 'overcoming polarization'],
      kk: ['сенімді нығайту', 'полярлануды еңсеру', 'поляризацияны еңсеру'],
      ru: ['укрепление доверия', 'преодоление поляризации'],
    },
    paragraphs: ['P1', 'P2'],
  },
  multilateralism: {
    name: { en: 'Multilateralism', kk: 'Көпжақтылық', ru: 'Многосторонность' },
    definition: {
      en: 'Cooperation of many states under shared rules, usually within common institutions.',
      kk: 'Көптеген мемлекеттің ортақ ережелер бойынша, әдетте ортақ институттар аясындағы ынтымақтастығы.',
      ru: 'Сотрудничество многих государств по общим правилам, обычно в рамках общих институтов.',
    },
    synonyms: {
      en: ['multilateral cooperation'],
      kk: ['мультилатерализм', 'көпжақты ынтымақтастық'],
      ru: ['мультилатерализм', 'многостороннее сотрудничество'],
    },
    paragraphs: ['P5', 'P6'],
  },
  'international-security': {
    name: { en: 'International security', kk: 'Халықаралық қауіпсіздік', ru: 'Международная безопасность' },
    definition: {
      en: 'The protection of states and peoples from war and from other threats that cross borders.',
      kk: 'Мемлекеттер мен халықтарды соғыстан және шекара таңдамайтын басқа да қатерлерден қорғау.',
      ru: 'Защита государств и народов от войны и других угроз, не знающих границ.',
    },
    synonyms: { en: ['global security'], kk: ['жаһандық қауіпсіздік'], ru: ['глобальная безопасность'] },
    paragraphs: ['P7'],
  },
  'nuclear-disarmament': {
    name: { en: 'Nuclear disarmament', kk: 'Ядролық қарусыздану', ru: 'Ядерное разоружение' },
    definition: {
      en: 'The reduction and, in the end, the abolition of nuclear weapons.',
      kk: 'Ядролық қаруды қысқарту және түптің түбінде одан толық бас тарту.',
      ru: 'Сокращение и в конечном счёте полная ликвидация ядерного оружия.',
    },
    synonyms: {
      en: ['nuclear arms reduction'],
      kk: ['ядролық қаруды қысқарту'],
      ru: ['сокращение ядерных вооружений'],
    },
    paragraphs: ['P7'],
  },
  'artificial-intelligence': {
    name: { en: 'Artificial intelligence', kk: 'Жасанды интеллект', ru: 'Искусственный интеллект' },
    definition: {
      en: 'Computer systems that do work held to require human intelligence, and the rules for using them.',
      kk: 'Адам ақыл-ойын қажет етеді деп саналатын жұмысты атқаратын компьютерлік жүйелер және оларды қолдану ережелері.',
      ru: 'Компьютерные системы, выполняющие работу, которая, как считается, требует человеческого разума, и правила их применения.',
    },
    synonyms: { en: ['AI'], kk: ['ЖИ'], ru: ['ИИ'] },
    paragraphs: ['P7'],
  },
  trade: {
    name: { en: 'Trade', kk: 'Сауда', ru: 'Торговля' },
    definition: {
      en: 'The exchange of goods and services between countries, and the rules it follows.',
      kk: 'Елдер арасындағы тауар және қызмет алмасу және оның ережелері.',
      ru: 'Обмен товарами и услугами между странами и его правила.',
    },
    synonyms: { en: ['international trade'], kk: ['халықаралық сауда'], ru: ['международная торговля'] },
    paragraphs: ['P7'],
  },
  transport: {
    name: { en: 'Transport', kk: 'Көлік', ru: 'Транспорт' },
    definition: {
      en: 'The movement of people and goods, and the routes and infrastructure it needs.',
      kk: 'Адамдар мен жүктердің тасымалы, оған қажет бағыттар мен инфрақұрылым.',
      ru: 'Перевозка людей и грузов, а также необходимые для неё маршруты и инфраструктура.',
    },
    synonyms: { en: ['transportation'], kk: ['тасымал'], ru: ['перевозки'] },
    paragraphs: ['P6', 'P7'],
  },
  'climate-change': {
    name: { en: 'Climate change', kk: 'Климаттың өзгеруі', ru: 'Изменение климата' },
    definition: {
      en: 'The lasting change of the climate of the Earth, caused mainly by human activity, and the response to it.',
      kk: 'Негізінен адам әрекетінен туындаған Жер климатының тұрақты өзгерісі және оған қарсы шаралар.',
      ru: 'Устойчивое изменение климата Земли, вызванное главным образом деятельностью человека, и ответ на него.',
    },
    synonyms: {
      en: ['global warming'],
      kk: ['жаһандық жылыну', 'климат өзгерісі'],
      ru: ['глобальное потепление', 'климатические изменения'],
    },
    paragraphs: ['P6', 'P7'],
  },
  'water-security': {
    name: { en: 'Water security', kk: 'Су қауіпсіздігі', ru: 'Водная безопасность' },
    definition: {
      en: 'Dependable access to enough clean water for people, the economy and nature.',
      kk: 'Адамдар, экономика және табиғат үшін жеткілікті таза суға тұрақты қолжетімділік.',
      ru: 'Надёжный доступ к достаточному количеству чистой воды для людей, экономики и природы.',
    },
    synonyms: { en: ['access to water'], kk: ['суға қолжетімділік'], ru: ['доступ к воде'] },
    paragraphs: ['P7'],
  },
  'biological-security': {
    name: { en: 'Biological security', kk: 'Биологиялық қауіпсіздік', ru: 'Биологическая безопасность' },
    definition: {
      en: 'Protection from dangerous diseases and organisms, whether they spread by nature, by accident or by intent.',
      kk: 'Табиғи жолмен, кездейсоқ немесе әдейі таралатын қауіпті аурулар мен ағзалардан қорғану.',
      ru: 'Защита от опасных болезней и организмов, распространяются ли они естественным путём, случайно или по умыслу.',
    },
    synonyms: { en: ['biosecurity'], kk: ['биоқауіпсіздік'], ru: ['биобезопасность'] },
    paragraphs: ['P3'],
  },
  'korea-central-asia-cooperation': {
    name: {
      en: 'Korea–Central Asia cooperation',
      kk: 'Корея мен Орталық Азияның ынтымақтастығы',
      ru: 'Сотрудничество Кореи и Центральной Азии',
    },
    definition: {
      en: 'What South Korea and the countries of Central Asia undertake together, from industry to culture.',
      kk: 'Оңтүстік Корея мен Орталық Азия елдерінің өнеркәсіптен мәдениетке дейінгі бірлескен істері.',
      ru: 'Совместные дела Южной Кореи и стран Центральной Азии — от промышленности до культуры.',
    },
    synonyms: {
      en: ['South Korea and Central Asia'],
      kk: ['Оңтүстік Корея мен Орталық Азия'],
      ru: ['Южная Корея и Центральная Азия'],
    },
    paragraphs: ['P6'],
  },
} satisfies Record<string, Topic>

export type TopicSlug = keyof typeof topics

export const topicsInOrder = Object.entries(topics) as [TopicSlug, Topic][]

/** A topic and the broader one that plainly holds it. */
export const broaderTopics: [TopicSlug, TopicSlug][] = [
  ['nuclear-disarmament', 'international-security'],
  ['biological-security', 'international-security'],
]
