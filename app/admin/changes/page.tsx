import type { Metadata } from 'next'
import { When } from '@/components/desk/when'
import { FilterMenu } from '@/components/filter-form'
import { QuietButton } from '@/components/form/quiet-button'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { isFiltered } from '@/lib/filter-values'
import { recordActInWords } from '@/lib/revisions/act-words'
import { readChangeFilters } from '@/lib/revisions/change-filters'
import { listChanges } from '@/lib/revisions/change-list'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { authorChoices, parentChoices } from '@/lib/revisions/list-queries'
import { nouns } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { ChangedRecord } from './changed-record'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskHistory.changes.title') }
}

/** What was done across the archive, the newest first, narrowed by the address. */
export default async function ChangesPage({ searchParams }: Props) {
  const user = await allowed('write')
  const filters = readChangeFilters(await searchParams)
  const [i18n, timeZone] = [await deskI18n(), await deskTimeZone()]
  const { t, locale } = i18n
  const [{ items, next }, authors, editions] = await Promise.all([
    listChanges(filters, timeZone, locale),
    authorChoices(),
    parentChoices('session', filters.edition, locale),
  ])
  const { before, ...narrowing } = filters
  const menu = (name: 'by' | 'noun' | 'edition', choices: { value: string; label: string; language?: string }[]) => (
    <FilterMenu
      field={{ name, label: t(`deskHistory.changes.${name}`), chosen: filters[name], choices }}
      locale={locale}
    />
  )
  return (
    <>
      <h1 className="text-title">{t('deskHistory.changes.title')}</h1>
      <p className="prose pt-3 text-muted">{t('deskHistory.changes.lede')}</p>
      <search aria-label={t('words.filter.title')} className="block pt-6">
        <form action={routes.changes()} autoComplete="off" className="flex flex-wrap items-end gap-x-4 gap-y-3">
          {menu(
            'by',
            authors.map(({ id, name }) => ({ value: id, label: name })),
          )}
          {menu(
            'noun',
            nouns.map((noun) => ({ value: noun, label: t(`deskLists.nouns.${noun}`) })),
          )}
          {menu(
            'edition',
            editions.map(({ value, title }) => ({
              value,
              label: title?.text ?? t('deskLists.untitled'),
              language: title?.lang ?? locale,
            })),
          )}
          <label className="min-w-0 flex-[1_1_9rem] text-muted text-small">
            {t('deskHistory.changes.day')}
            <input
              type="date"
              name="day"
              defaultValue={filters.day ?? ''}
              className="mt-1 block h-10 w-full rounded-small border border-field bg-sheet px-2.5 text-[0.9375rem] text-ink"
            />
          </label>
          <QuietButton>{t('words.filter.show')}</QuietButton>
          {isFiltered(narrowing) && (
            <a className="link py-2 text-meta" href={routes.changes()}>
              {t('words.filter.clear')}
            </a>
          )}
        </form>
      </search>
      {items.length === 0 && (
        <p className="prose mt-8 border-rule border-t pt-3">
          {t(isFiltered(narrowing) ? 'deskLists.noneFound' : 'deskLists.lately.empty')}
        </p>
      )}
      <ol className="pt-6">
        {items.map(({ id, at, act, actor, version, record }) => (
          <li key={id} className="border-rule border-t py-3 [overflow-wrap:anywhere]">
            <ChangedRecord record={record} version={version} act={act} i18n={i18n} />
            <p className="text-meta text-muted">
              {t('deskLists.who', {
                who: !actor
                  ? t('deskLists.archive')
                  : actor.id === user.id
                    ? t('deskLists.you')
                    : (actor.name ?? t('deskLists.formerUser')),
                act: recordActInWords(act, t) ?? act,
              })}
              {' · '}
              <When at={at} timeZone={timeZone} i18n={i18n} />
            </p>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-x-6 border-rule border-t pt-3">
        {before && (
          <a className="link py-1" href={withQuery(routes.changes(), narrowing)}>
            {t('deskHistory.changes.newest')}
          </a>
        )}
        {next && (
          <a className="link py-1" rel="next" href={withQuery(routes.changes(), { ...narrowing, before: next })}>
            {t('deskHistory.changes.older')}
          </a>
        )}
      </p>
      <p className="pt-6 text-muted text-small">{t('deskLists.zone', { zone: timeZone })}</p>
    </>
  )
}
