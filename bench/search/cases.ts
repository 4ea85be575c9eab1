import { random, type Talk, wordsIn } from './talk'

/** A query of somebody who remembers something of one session, which should come first. */
export type Case = { kind: string; query: string; talk: number }

const transliterated: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** Known items of every class, as many of each as asked for where there are as many; each seed gives others. */
export function makeCases(talks: readonly Talk[], ofEach: number, seed: number): Case[] {
  const { upTo, pick, next } = random(seed)
  const content = (text: string) =>
    wordsIn(text).filter(
      (word) =>
        word.length > 3 &&
        !/^(?:this|that|with|from|your|have|will|what|when|into|about|they|their|been|more|than|which|those|these|some|over|were|would|also|such|between|under|itself|through|during|before|after|again|here|there|where|both|each|other|very|just|once|only|same|further|against|because|until|while|above|below|does|doing|having|being|themselves|yourself|ourselves|most)$/i.test(
          word,
        ),
    )
  const surname = (talk: Talk) => talk.speakers[0]?.split(/\s+/).at(-1) ?? ''
  const take = (words: string[], n: number) => {
    const left = [...new Set(words)]
    return Array.from({ length: n }, () => left.splice(upTo(left.length), 1)[0] ?? '')
  }
  const typo = (word: string) => {
    const at = 1 + upTo(word.length - 2)
    const kind = upTo(3)
    if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
    if (kind === 1) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    return word.slice(0, at) + word[at] + word.slice(at)
  }
  const english = talks.filter(
    ({ language, title, speakers }) =>
      language === 'en' &&
      new Set(content(title)).size >= 4 &&
      speakers.length > 0 &&
      /^[\p{L}'’-]{4,}$/u.test(speakers[0]?.split(/\s+/).at(-1) ?? ''),
  )
  const russian = talks.filter(
    ({ language, title, speakers }) =>
      language === 'ru' && /[а-я]/.test(speakers[0] ?? '') && new Set(content(title)).size >= 3,
  )
  const kazakh = talks.filter(({ language, title }) => language === 'kk' && new Set(content(title)).size >= 4)
  const debates = talks.filter(
    ({ topic, country, speakers }) => topic === 'General debate' && country && speakers.length,
  )
  const spoken = talks.filter(({ transcript, language }) => transcript.length && language === 'en')
  const quote = (paragraph: string) => {
    const words = wordsIn(paragraph)
    const at = upTo(Math.max(1, words.length - 6))
    return words.slice(at, at + 6).join(' ')
  }
  /** The words round the end of a sentence: no other session has them so, though others have the sentences. */
  const boundary = (paragraph: string) => {
    const ends = [...paragraph.matchAll(/[.!?…]\s+/gu)].map(({ index }) => index)
    const at = pick(ends.slice(0, -1)) ?? 0
    const before = wordsIn(paragraph.slice(0, at + 1)).slice(-4)
    return [...before, ...wordsIn(paragraph.slice(at + 1)).slice(0, 4)].join(' ')
  }
  const regions = new Intl.DisplayNames('en', { type: 'region' })
  const countryName = (code: string) => regions.of(code) ?? code
  const makers: [string, readonly Talk[], (talk: Talk) => string][] = [
    ['three title words and surname', english, (talk) => `${take(content(talk.title), 3).join(' ')} ${surname(talk)}`],
    ['four title words', english, (talk) => take(content(talk.title), 4).join(' ')],
    ['full title', english, (talk) => talk.title],
    [
      'speaker and body word',
      english.filter(({ abstract }) => content(abstract[0] ?? '').length > 10),
      (talk) =>
        `${talk.speakers[0]} ${[...content(talk.abstract[0] ?? '')].sort((a, b) => b.length - a.length)[upTo(4)]}`,
    ],
    [
      'typo in title',
      english,
      (talk) => {
        const words = take(content(talk.title), 4)
        const at = words.findIndex((word) => word.length > 5 && /^[a-z]+$/i.test(word))
        return words.map((word, n) => (n === Math.max(at, 0) && word.length > 4 ? typo(word) : word)).join(' ')
      },
    ],
    [
      'typo in surname',
      english.filter((talk) => surname(talk).length > 5),
      (talk) => `${typo(surname(talk))} ${take(content(talk.title), 2).join(' ')}`,
    ],
    [
      'prefix',
      english,
      (talk) => {
        const words = take(content(talk.title), 3)
        return [...words.slice(0, 2), words[2]?.slice(0, 4)].join(' ')
      },
    ],
    [
      'Russian talk by Latin name',
      russian,
      (talk) =>
        `${[...surname(talk).toLowerCase()].map((letter) => transliterated[letter] ?? letter).join('')} ${take(content(talk.title), 2).join(' ')}`,
    ],
    ['three Russian title words', russian, (talk) => take(content(talk.title), 3).join(' ')],
    [
      'Russian quotation',
      russian.filter(({ abstract }) => (abstract[0]?.match(/[.!?…]\s/gu) ?? []).length > 2),
      (talk) => `"${boundary(talk.abstract[0] ?? '')}"`,
    ],
    ['four Kazakh title words', kazakh, (talk) => take(content(talk.title), 4).join(' ')],
    ['country and year', debates, (talk) => `${countryName(talk.country ?? '')} ${talk.year} general debate`],
    [
      'transcript quotation',
      spoken,
      (talk) => {
        const paragraph = pick(talk.transcript)
        return `"${talk.isReal ? quote(paragraph) : boundary(paragraph)}"`
      },
    ],
    [
      'leader, year and word',
      debates.filter(({ abstract }) => content(abstract[0] ?? '').length > 5),
      (talk) => `${surname(talk)} ${talk.year} ${pick(content(talk.title).slice(2).concat(content(talk.title)))}`,
    ],
  ]
  // What is remembered must tell the session from all others, or no engine could know which was meant.
  const titles = talks.map(({ title }) => new Set(wordsIn(title.toLowerCase())))
  const bodies = talks.map(({ abstract, transcript }) =>
    wordsIn([...abstract, ...transcript].join(' ').toLowerCase()).join(' '),
  )
  const isUnique = (kind: string, query: string, talk: Talk) => {
    if (kind.endsWith('quotation'))
      return bodies.filter((body) => body.includes(query.slice(1, -1).toLowerCase())).length === 1
    if (kind === 'country and year')
      return debates.filter(({ country, year }) => country === talk.country && year === talk.year).length === 1
    if (!/title|prefix/.test(kind) || kind === 'full title') return true
    const words = wordsIn(query.toLowerCase()).filter((word) => titles[talk.n]?.has(word))
    const isPrefix = kind === 'prefix' ? wordsIn(query.toLowerCase()).at(-1) : undefined
    const hasAll = (title: Set<string>) =>
      words.every((word) => title.has(word)) && (!isPrefix || [...title].some((word) => word.startsWith(isPrefix)))
    return titles.filter(hasAll).length === 1
  }
  return makers.flatMap(([kind, from, make]) => {
    const unused = [...from]
    const found: Case[] = []
    while (unused.length && found.length < ofEach) {
      const [talk] = unused.splice(Math.floor(next() * unused.length), 1) as [Talk]
      const query = make(talk)
      if (isUnique(kind, query, talk)) found.push({ kind, query, talk: talk.n })
    }
    return found
  })
}
