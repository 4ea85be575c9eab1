import 'server-only'
import type { EditionContent } from '@/lib/editions/schema'
import { newId } from '@/lib/revisions/new-id'
import { sameName } from './programme'
import type { PlaceItem } from './rehearsal'

const MOST_PLACES = 200
const MOST_DAYS = 366
const MOST_NAME = 200

/** The days, rooms and tracks of an edition, and those that a programme brings: found by what they are called. */
export class EditionPlaces {
  readonly added: PlaceItem[] = []
  /** Names for which there is no more room. */
  readonly leftOut: PlaceItem[] = []
  /** What records and parts are called, by id: the plan adds those it finds. */
  readonly names = new Map<string, string>()
  private byName = { room: new Map<string, string>(), track: new Map<string, string>() }
  private byDate = new Map<string, string>()

  constructor(
    readonly content: EditionContent,
    private readonly language: string,
  ) {
    for (const { id, date } of content.days) if (date) this.byDate.set(date, id)
    for (const kind of ['room', 'track'] as const)
      for (const { id, texts } of content[`${kind}s`])
        for (const { name } of Object.values(texts)) if (name) this.byName[kind].set(sameName(name), id)
    for (const { id, date, number } of content.days) this.names.set(id, date ?? String(number))
    for (const { id, texts } of [...content.rooms, ...content.tracks])
      this.names.set(id, Object.values(texts)[0]?.name ?? '')
  }

  /** Days get their numbers in the order of their dates. */
  addDays(dates: readonly string[]): void {
    for (const date of [...new Set(dates)].sort()) this.day(date)
  }

  day(date: string | null): string | null {
    if (!date) return null
    const known = this.byDate.get(date)
    if (known) return known
    const days = this.content.days
    if (days.length >= MOST_DAYS) return this.leave({ kind: 'day', name: date })
    const number = Math.max(0, ...days.map((each) => each.number ?? 0)) + 1
    const id = newId()
    this.content.days = [...days, { id, number, date }]
    this.byDate.set(date, id)
    this.add(id, { kind: 'day', name: date })
    return id
  }

  place(kind: 'room' | 'track', said: string | null): string | null {
    const name = said?.slice(0, MOST_NAME).trim()
    if (!name) return null
    const known = this.byName[kind].get(sameName(name))
    if (known) return known
    const list = kind === 'room' ? 'rooms' : 'tracks'
    if (this.content[list].length >= MOST_PLACES) return this.leave({ kind, name })
    const id = newId()
    const texts = { [this.language]: { status: 'original' as const, translator: null, name } }
    this.content[list] = [...this.content[list], { id, texts }]
    this.byName[kind].set(sameName(name), id)
    this.add(id, { kind, name })
    return id
  }

  private add(id: string, item: PlaceItem): void {
    this.names.set(id, item.name)
    this.added.push(item)
  }

  private leave(item: PlaceItem): null {
    if (!this.leftOut.some(({ kind, name }) => kind === item.kind && name === item.name)) this.leftOut.push(item)
    return null
  }
}
