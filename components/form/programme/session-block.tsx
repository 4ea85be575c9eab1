'use client'

import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { Clash } from '@/lib/programme/clashes'
import type { ProgrammeSession } from '@/lib/programme/place'
import type { ProgrammeWords } from './use-programme-words'
import { timesOf } from './use-programme-words'

/** A session where it stands in the grid. All that its look says it says in words too. */
export function SessionBlock(props: {
  session: ProgrammeSession
  isHeld: boolean
  isChosen: boolean
  clashes: readonly Clash[]
  words: ProgrammeWords
  people: Record<string, string>
  style: { top: string; height: string; left: string; width: string }
  on: {
    key: (event: KeyboardEvent, session: ProgrammeSession) => void
    down: (event: PointerEvent, session: ProgrammeSession, mode: 'move' | 'resize') => void
    click: (session: ProgrammeSession) => void
    blur: (session: ProgrammeSession) => void
  }
}) {
  const { session, isHeld, isChosen, clashes, words, people, style, on } = props
  const t = useTranslations('deskProgramme')
  const look = isHeld
    ? 'z-10 border-2 border-dashed border-accent bg-sheet'
    : clashes.length
      ? 'border-2 border-gold bg-gold-wash'
      : 'border-accent border-s-[3px] bg-accent-wash'
  const speakers = session.people.flatMap((id) => people[id] || []).join(', ')
  return (
    <li className="absolute p-px" style={style}>
      <button
        type="button"
        id={`block-${session.id}`}
        aria-describedby="keys"
        aria-expanded={isChosen}
        onKeyDown={(event) => on.key(event, session)}
        onPointerDown={(event) => on.down(event, session, 'move')}
        onClick={() => on.click(session)}
        onBlur={() => on.blur(session)}
        className={`flex h-full w-full cursor-grab select-none flex-col overflow-hidden rounded-small px-2 py-0.5 text-start text-small hover:border-accent-ink ${look}`}
      >
        <span className={session.isCancelled ? 'line-through' : ''}>
          <span className="tabular-nums">{timesOf(session)}</span>{' '}
          <span className="sr-only">{words.room(session.room)}</span>{' '}
          <span className="font-semibold" lang={session.lang}>
            {words.title(session)}
          </span>
        </span>
        {isHeld && <span className="font-semibold text-accent">{t('notSavedYet')}</span>}
        {session.isCancelled && <span>{t('cancelled')}</span>}
        {clashes.length > 0 && (
          <span className="font-semibold text-gold">{t('clash.short', { names: words.clashNames(clashes) })}</span>
        )}
        {speakers && <span className="text-muted">{speakers}</span>}
        <span className="text-muted">{t(`standing.${standingOf(session)}`)}</span>
      </button>
      {/* For the mouse; with keys Shift and an arrow do the same. */}
      <span
        aria-hidden="true"
        onPointerDown={(event) => on.down(event, session, 'resize')}
        className="absolute inset-x-2 bottom-0 h-2 cursor-ns-resize border-rule-strong border-b-2"
      />
    </li>
  )
}

/** How a session stands before the public, in a word. */
export const standingOf = ({ state, isPending }: ProgrammeSession) =>
  state === 'published' ? (isPending ? 'changed' : 'published') : 'draft'
