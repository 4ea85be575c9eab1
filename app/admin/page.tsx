import type { Metadata } from 'next'
import { ButtonLink } from '@/components/button-link'
import { DeskSection, type SectionLink } from '@/components/desk/desk-section'
import { RecordRow } from '@/components/desk/record-row'
import { RecordTitle } from '@/components/desk/record-title'
import { ScheduledNote } from '@/components/desk/scheduled-note'
import { formatWhen } from '@/components/desk/when'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { recordActInWords } from '@/lib/revisions/act-words'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { nounPlurals, nouns } from '@/lib/revisions/nouns'
import { type Counted, listLately, listOwnDrafts, listScheduled, listWaiting } from '@/lib/revisions/overview'
import { routes, withQuery } from '@/lib/routes'
import { MissingSection } from './missing-section'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskLists.overview') }
}

/** What waits for somebody at the desk, what is their own, and what happened lately; each with the way to all of it. */
export default async function OverviewPage() {
  const user = await allowed('write')
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const [waiting, drafts, scheduled, lately, timeZone] = await Promise.all([
    listWaiting(locale),
    listOwnDrafts(user.id, locale),
    listScheduled(locale),
    listLately(locale),
    deskTimeZone(),
  ])
  const allOf = (counts: Counted[], filters: (counted: Counted) => { state: string; by?: string }): SectionLink[] =>
    counts.map((counted) => ({
      href: withQuery(routes.records(nounPlurals[counted.noun]), filters(counted)),
      label: t('deskLists.all', { what: t(`deskLists.count.${counted.noun}`, { count: counted.count }) }),
    }))
  const listOf = (records: typeof waiting.records) => (
    <ol>
      {records.map((record) => (
        <RecordRow key={record.id} record={record} i18n={i18n} timeZone={timeZone} showsNoun />
      ))}
    </ol>
  )
  return (
    <>
      <h1 className="text-title">{t('deskLists.overview')}</h1>
      <p className="prose pt-3 text-muted">{t('deskLists.hello')}</p>
      <h2 className="sr-only">{t('deskLists.add.title')}</h2>
      <ul className="flex flex-wrap gap-2 pt-5">
        {nouns.map((noun) => (
          <li key={noun}>
            <ButtonLink href={routes.newRecord(nounPlurals[noun])}>{t(`deskLists.add.${noun}`)}</ButtonLink>
          </li>
        ))}
      </ul>
      <DeskSection
        id="waiting"
        title={t('deskLists.waiting.title')}
        empty={t('deskLists.waiting.empty')}
        isEmpty={waiting.records.length === 0}
        links={allOf(waiting.counts, () => ({ state: 'in_review' }))}
      >
        {listOf(waiting.records)}
      </DeskSection>
      <DeskSection
        id="drafts"
        title={t('deskLists.drafts.title')}
        empty={t('deskLists.drafts.empty')}
        isEmpty={drafts.records.length === 0}
        links={allOf(drafts.counts, ({ state }) => ({ state: draftFilter[state], by: user.id }))}
      >
        {listOf(drafts.records)}
      </DeskSection>
      <DeskSection
        id="scheduled"
        title={t('deskLists.scheduled.title')}
        empty={t('deskLists.scheduled.empty')}
        isEmpty={scheduled.acts.length === 0}
        links={allOf(scheduled.counts, () => ({ state: 'scheduled' }))}
      >
        <ol>
          {scheduled.acts.map(({ record, ...act }) => (
            <li key={record.id} className="border-rule border-t py-3">
              <RecordTitle record={record} i18n={i18n} showsNoun />
              <ScheduledNote {...act} i18n={i18n} timeZone={timeZone} />
            </li>
          ))}
        </ol>
      </DeskSection>
      <MissingSection i18n={i18n} />
      <DeskSection
        id="lately"
        title={t('deskLists.lately.title')}
        empty={t('deskLists.lately.empty')}
        isEmpty={lately.length === 0}
        links={[{ href: routes.changes(), label: t('deskHistory.changes.title') }]}
      >
        <ol>
          {lately.map(({ record, at, act, actor }) => (
            <li key={record.id} className="border-rule border-t py-3">
              <RecordTitle record={record} i18n={i18n} showsNoun />
              <p className="text-meta text-muted [overflow-wrap:anywhere]">
                {t('deskLists.who', { who: actor ?? t('deskLists.archive'), act: recordActInWords(act, t) ?? act })}
                {' · '}
                <time dateTime={at.toISOString()}>{formatWhen(at, timeZone, i18n)}</time>
              </p>
            </li>
          ))}
        </ol>
      </DeskSection>
      <p className="pt-8 text-muted text-small">{t('deskLists.zone', { zone: timeZone })}</p>
    </>
  )
}

/** The filter of a list that has a draft, by how the public sees its record. */
const draftFilter = { draft: 'draft', in_review: 'draft', published: 'changed', withdrawn: 'withdrawn' } as const
