import countries from 'i18n-iso-countries'
import { sessions } from '@/prisma/seed/sessions'
import { statements } from '@/prisma/seed/statements'
import { topics } from '@/prisma/seed/topics'
import { random, sentencesOf, type Talk, wordsIn } from './talk'

const SENTENCES = 13
/** Of the made people who write their names in Latin letters: in a large archive they come again and again. */
const PEOPLE = 120_000
const families =
  'Токаев Мирзагалиев Ашикбаев Назарбаев Сулейменов Жумабаев Кожахметов Абдрахманов Байтурсынов Оспанов Иванов Петров Сидоров Кузнецов Смирнов Васильев Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов Поляков Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов Осипов Сидоренко Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов Казаков Афанасьев Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов Ефимов Федотов Щербаков Назаров Калинин Исаев Чернышёв Быков Маслов Родионов Коновалов Лазарев Воронин Климов Филатов Пономарёв Голубев Кудрявцев Прохоров Наумов Потапов Журавлёв Овчинников Трофимов Леонов Соболев Ермаков Колесников Гончаров Емельянов Никифоров Грачёв Котов Гришин Ефремов Архипов Громов Кириллов Малышев Панов Моисеев Румянцев Акимов Кондратьев Бирюков Горбунов Анисимов Еремин Тихомиров Галкин Лукьянов Михеев Скворцов Юдин Белоусов Нестеров Симонов Прокофьев Харитонов Князев Цветков Левин Митрофанов Воронов Аксёнов Софронов Мальцев Логинов Горшков Савин Краснов Майоров Демидов Елисеев Рыбаков Сафонов Плотников Демин Хохлов Фадеев Молчанов Игнатов Литвинов Ершов Ушаков Дементьев Рябов Мухин Калашников Леонтьев Лобанов Кузин Корнеев Евдокимов Бородин Платонов Некрасов Балашов Бобров Жданов Блинов Игнатьев Коротков Муравьёв Крюков Беляков Богомолов Дроздов Лавров Зуев Петухов Ларин Никулин Серов Терентьев Зотов Устинов Фокин Самойлов Константинов Сахаров Шишкин Самсонов Черкасов Чистяков Носов Спиридонов Карасёв Авдеев Воронцов Зверев Владимиров Селезнёв Нечаев Кудряшов Седов Фирсов Андрианов Панфилов Головин Терехов Ульянов Шестаков Агеев Никонов Селиванов Баженов Гордеев Кожевников Пахомов Зимин Костин Широков Филимонов Ларионов Овсянников Сазонов Суворов Нефёдов Корнилов Любимов Львов Горбачёв Копылов Лукин Токарев Кулешов Шилов Большаков Панкратов Родин Шаповалов Покровский Бочаров Никольский Маркин Горелов Агафонов Березин Ермолаев Зубков Куприянов Трифонов Масленников Круглов Третьяков Колосов Рожков Артамонов Шмелёв Лаптев Лапшин Федосеев Зиновьев Зорин Уткин Столяров Зубов Ткачёв Дорофеев Антипов Завьялов Свиридов Золотарёв Кулаков Мещеряков Макеев Дьяконов Гуляев Петровский Бондарев Поздняков Панин Кочетков Суханов Рыжов Старостин Калмыков Колесов Золотов Кравцов Субботин Шубин Щукин Лосев Винокуров Лапин Парфёнов Исаков Голованов Коровин Розанов Артёмов Козырев Русаков Алёшин Крючков Булгаков Кошелев Сычёв Синицын'.split(
    ' ',
  )
const given =
  'Алексей Нурсултан Ержан Магзум Касым Айгуль Динара Ольга Мария Сергей Дмитрий Андрей Иван Анна Елена Наталья Владимир Юрий Тимур Арман'.split(
    ' ',
  )
const series = [
  'Eurasian Policy Dialogue',
  'Altai Security Conference',
  'Caspian Energy Week',
  'Steppe Digital Summit',
  'Silk Road Research Days',
]
const subjects = [
  'Energy',
  'Water',
  'Trade',
  'Data policy',
  'Health',
  'Education',
  'Culture',
  'Transport',
  'Law',
  'Finance',
]

/**
 * Sessions put together from the sentences and names of real ones: about 300 words each, in three languages, some with
 * transcripts, over sixty years. The same number gives the same sessions.
 */
export function* makeTalks(real: readonly Talk[], count: number, from: number): Generator<Talk> {
  const { next, upTo, pick } = random(20261124)
  const pools = poolsOf(real)
  const names = [...new Set(real.filter(({ language }) => language === 'en').flatMap(({ speakers }) => speakers))]
    .map((name) => name.split(/\s+/))
    .filter((parts) => parts.length === 2)
  const codes = Object.keys(countries.getAlpha2Codes())
  const latin = () => {
    const n = upTo(PEOPLE)
    return `${names[n % names.length]?.[0]} ${names[(n + 37 * Math.floor(n / names.length)) % names.length]?.[1]}`
  }
  const snippet = (pool: readonly string[], words: number) => {
    for (;;) {
      const all = wordsIn(pick(pool))
      if (all.length >= words) return all.slice(upTo(all.length - words + 1)).slice(0, words)
    }
  }
  for (let n = from; n < from + count; n++) {
    const kind = next()
    const language = kind < 0.68 ? 'en' : kind < 0.86 ? 'ru' : 'kk'
    const pool = pools[language]
    const isDebate = kind < 0.1
    const country = isDebate || next() < 0.4 ? pick(codes) : null
    const year = 1965 + Math.floor(next() ** 0.6 * 61)
    const speaker = () => (language === 'en' ? latin() : `${pick(given)} ${pick(families)}`)
    const text = (sentences: number) => Array.from({ length: sentences }, () => pick(pool)).join(' ')
    const title = isDebate ? ['General debate:', ...snippet(pool, 4)] : [...snippet(pool, 3), ...snippet(pool, 3)]
    const hasTranscript = next() < 0.2
    yield {
      ...{ n, language, year, country, isReal: false },
      title: title.join(' ').replace(/^./u, (letter) => letter.toUpperCase()),
      abstract: hasTranscript ? [text(3)] : [text(Math.ceil(SENTENCES / 2)), text(Math.floor(SENTENCES / 2))],
      transcript: hasTranscript ? Array.from({ length: 4 }, () => text(4)) : [],
      speakers: Array.from({ length: isDebate ? 1 : 1 + upTo(2) }, speaker),
      topic: isDebate ? 'General debate' : pick(subjects),
      organisation: next() < 0.3 ? `${pick(names)[1]} Institute` : null,
      series: isDebate ? 'UN General Assembly' : pick(series),
      day: `${year}-${String(1 + upTo(12)).padStart(2, '0')}-${String(1 + upTo(28)).padStart(2, '0')}`,
      format: pick(['plenary', 'panel', 'keynote', 'discussion']),
    }
  }
}

function poolsOf(real: readonly Talk[]) {
  const of = (language: Talk['language']) =>
    real.filter((talk) => talk.language === language).flatMap(({ abstract }) => abstract.flatMap(sentencesOf))
  const seed = (language: 'ru' | 'kk') =>
    [
      ...Object.values(sessions).map(({ abstract }) => abstract[language]),
      ...statements.map(({ text }) => text[language]),
      ...Object.values(topics).map(({ definition }) => definition[language]),
    ].flatMap((text) => sentencesOf(text ?? ''))
  return {
    en: of('en'),
    ru: [...of('ru').filter((text) => /[а-я]{4}/.test(text)), ...seed('ru')],
    kk: [...new Set(seed('kk'))],
  }
}
