/** What feed readers get, as Atom or JSON Feed: the newest entries first. Addresses are absolute. */
export type Feed = {
  locale: string
  /** Its own address, which is its id too. */
  self: string
  /** The page of the same. */
  page: string
  title: string
  subtitle?: string
  archive: string
  /** When anything in it was last changed; without an entry nobody knows. */
  updated: Date | undefined
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** The same for ever. */
  id: string
  url: string
  title: string
  language?: string | undefined
  updated: Date
  published?: Date | null | undefined
  authors?: string[]
  category?: { term: string; label: string }
  /** Plain text. */
  summary?: { text: string; language?: string } | null | undefined
  /** Plain text, the whole of it. */
  content?: string
}
