import ICAL from 'ical.js'
import { UnreadableFile } from '../programme-file'
import type { CalendarLine } from './calendar-lines'
import type { Component } from './calendar-zones'

/** An event or zone of a calendar as its lines stand in the file. */
export type Block = { name: 'VEVENT' | 'VTIMEZONE'; line: number; lines: string[] }
export type Found = { kind: 'block'; block: Block } | { kind: 'property'; text: string }

const MOST_LINES = 20_000

/**
 * The events and zones of a calendar one after the other, and its own properties. What stands inside of an event
 * (alarms) is passed over, and so is everything else. Throws where the calendar ends in the middle.
 */
export async function* calendarBlocks(lines: AsyncIterable<CalendarLine>, mostDepth: number): AsyncGenerator<Found> {
  const open: string[] = []
  let block: Block | null = null
  let last = 1
  let isCalendar = false
  for await (const { line, text } of lines) {
    last = line
    const [, begin, name = ''] =
      /^(BEGIN|END)\s*:\s*([A-Z0-9-]+)\s*$/i.exec(text)?.map((each) => each.toUpperCase()) ?? []
    if (begin === 'BEGIN') {
      isCalendar ||= name === 'VCALENDAR'
      if (open.push(name) > mostDepth) throw new UnreadableFile('tooDeep', { line }, { most: String(mostDepth) })
      if (!block && (name === 'VEVENT' || name === 'VTIMEZONE')) {
        block = { name, line, lines: [] }
        open.splice(0, open.length, 'VCALENDAR', name)
      } else if (block?.name === 'VTIMEZONE') block.lines.push(text)
    } else if (begin === 'END') {
      if (block && name === block.name) {
        yield { kind: 'block', block }
        block = null
        open.splice(0, open.length, 'VCALENDAR')
      } else {
        if (block?.name === 'VTIMEZONE') block.lines.push(text)
        const at = open.lastIndexOf(name)
        if (at >= 0) open.splice(at)
      }
    } else if (block) {
      const isOwn = open.at(-1) === block.name || block.name === 'VTIMEZONE'
      if (isOwn && block.lines.length >= MOST_LINES) throw new UnreadableFile('tooLong', { line })
      if (isOwn) block.lines.push(text)
    } else if (open.length === 1) yield { kind: 'property', text }
  }
  if (!isCalendar) throw new UnreadableFile('notThisFormat', {}, { format: 'icalendar' })
  if (open.length) throw new UnreadableFile('cutOff', { line: last })
}

/** A block taken apart; lines that are none are left out. Null where nothing of it can be understood. */
export function parseBlock({ name, lines }: Block): Component | null {
  const isZone = name === 'VTIMEZONE'
  const understood = lines.filter(
    (text) => (isZone || !/^(?:BEGIN|END)\b/i.test(text)) && /^[A-Za-z0-9-]+[:;]/.test(text),
  )
  const parse = (these: string[]): Component | null => {
    try {
      return ICAL.parse([`BEGIN:${name}`, ...these, `END:${name}`].join('\r\n')) as unknown as Component
    } catch {
      return null
    }
  }
  const whole = parse(understood)
  if (whole || isZone) return whole
  const each = understood.filter((text) => parse([text]))
  return each.length ? parse(each) : null
}
