import type { ReactNode } from 'react'
import { secondary } from '@/components/form/button-styles'
import { Pagination } from '@/components/pagination'
import { noticeInWords, placeInWords } from '@/lib/import/problem-in-words'
import { readRehearsalItems } from '@/lib/import/queries'
import type { NamedItem, PlaceItem, RehearsalSection } from '@/lib/import/rehearsal'
import { routes, withQuery } from '@/lib/routes'
import { chooseConflictsAction } from '../actions'
import { FieldChanges, FieldConflicts } from './field-changes'
import { KeptBack } from './kept-back'
import { PeopleQuestions } from './people-questions'
import { PersonRow } from './person-row'
import type { View } from './sections'
import { SessionRow } from './session-row'
import { VanishedSessions } from './vanished-sessions'

type Props = View & { section: RehearsalSection; isWhole: boolean }

/** A list of a rehearsal: its first lines with the way to all of them, or (`isWhole`) a page of it. Nothing where it is empty. */
export async function SectionList(props: Props) {
  const { rehearsal, section, page, isWhole, i18n } = props
  const { t, locale } = i18n
  const { content, total, pages } = await contentOf(props)
  if (total === 0 && !isWhole) return null
  const path = routes.oneImport(rehearsal.id)
  return (
    <section aria-labelledby={section} className="pt-10">
      <h2 id={section} className="text-section">
        {t(`deskImport.section.${section}`)} {section !== 'edition' && <span className="text-muted">({total})</span>}
      </h2>
      {section in ledes && <p className="prose pt-2 text-muted">{t(`deskImport.lead.${section as 'questions'}`)}</p>}
      <div className="pt-3">{total === 0 ? t('deskImport.none') : content}</div>
      {isWhole ? (
        <Pagination {...{ page, pages, path, locale }} query={{ in: section }} />
      ) : (
        pages > 1 && (
          <p className="border-rule border-t pt-3 text-meta">
            <a className="link inline-block py-1" href={withQuery(path, { in: section })}>
              {t('deskImport.all', { count: total })}
            </a>
          </p>
        )
      )}
    </section>
  )
}

const ledes = { questions: true, edition: true, sessions: true, vanished: true, people: true, notices: true }

type Shown = { content: ReactNode; total: number; pages: number }

/** The lines of a section; each has a form of its own. */
async function contentOf(view: Props): Promise<Shown> {
  const { rehearsal, section, page, i18n } = view
  const { t } = i18n
  const read = <S extends RehearsalSection>(of: S) => readRehearsalItems(rehearsal.id, of, page)
  if (section === 'questions') {
    const { items, total, pages } = await read(section)
    return { content: <PeopleQuestions {...view} items={items} />, total, pages }
  }
  if (section === 'vanished') {
    const { items, total, pages } = await read(section)
    return { content: <VanishedSessions {...view} items={items} />, total, pages }
  }
  if (section === 'sessions') {
    const { items, total, pages } = await read(section)
    return {
      content: withChoices(
        view,
        items,
        list(items, (item) => <SessionRow {...view} item={item} />),
      ),
      total,
      pages,
    }
  }
  if (section === 'edition') {
    const { items, total, pages } = await read(section)
    const row = ({ recordId, changes, conflicts, blocked }: (typeof items)[number]) => (
      <div key={recordId ?? 'new'}>
        {!recordId && <p className="text-accent text-meta">{t('deskImport.action.create')}</p>}
        <KeptBack blocked={blocked} isKnown={recordId !== null} i18n={i18n} />
        {changes.length > 0 && <FieldChanges noun="edition" {...{ ...view, changes }} />}
        {conflicts.length > 0 && <FieldConflicts noun="edition" {...{ ...view, conflicts }} />}
      </div>
    )
    return { content: withChoices(view, items, items.map(row)), total, pages }
  }
  if (section === 'people') {
    const { items, total, pages } = await read(section)
    return {
      content: withChoices(
        view,
        items,
        list(items, (item) => <PersonRow {...view} item={item} />),
      ),
      total,
      pages,
    }
  }
  if (section === 'notices') {
    const { items, total, pages } = await read(section)
    const row = (item: (typeof items)[number]) => (
      <>
        <p>{noticeInWords(item, i18n)}</p>
        <p className="text-meta text-muted">{placeInWords(item.place, i18n)}</p>
      </>
    )
    return { content: list(items, row), total, pages }
  }
  const { items, total, pages } = await read(section)
  return { content: list<NamedItem | PlaceItem>(items, (item) => <Named item={item} i18n={i18n} />), total, pages }
}

/** A list in which something is to be chosen is a form. */
function withChoices({ rehearsal, i18n: { t } }: Props, items: readonly { conflicts: unknown[] }[], rows: ReactNode) {
  if (!items.some(({ conflicts }) => conflicts.length)) return rows
  return (
    <form action={chooseConflictsAction}>
      <input type="hidden" name="import" value={rehearsal.id} />
      {rows}
      <button type="submit" className={`${secondary} mt-2`}>
        {t('deskImport.chooseConflicts')}
      </button>
    </form>
  )
}

function list<T>(items: readonly T[], row: (item: T) => ReactNode) {
  return (
    <ol>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shown once, in this order
        <li key={at} className="border-rule border-t py-3 [overflow-wrap:anywhere]">
          {row(item)}
        </li>
      ))}
    </ol>
  )
}

function Named({ item, i18n }: { item: NamedItem | PlaceItem; i18n: View['i18n'] }) {
  const { t } = i18n
  const what = 'kind' in item ? t(`deskImport.placeKind.${item.kind}`) : t(`deskImport.action.${item.action}`)
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-6">
        <span>{item.name}</span> <span className="text-meta text-muted">{what}</span>
      </p>
      {'blocked' in item && <KeptBack blocked={item.blocked} i18n={i18n} />}
    </>
  )
}
