import { ButtonLink } from '@/components/button-link'
import { StateLabels } from '@/components/desk/state-labels'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { recordsOf } from '@/lib/revisions/below-queries'
import { titleIn } from '@/lib/revisions/edit-labels'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'

/** What belongs to a record and is a record of its own: editions of a forum, sessions of an edition, statements of a session. */
const below: Partial<Record<Noun, { noun: Noun; field: string }>> = {
  forum: { noun: 'edition', field: 'forum' },
  edition: { noun: 'session', field: 'edition' },
  session: { noun: 'statement', field: 'session' },
}

export async function RecordBelow({ record, locale }: { record: RecordForEdit; locale: Locale }) {
  const kind = below[record.noun]
  if (!kind) return null
  const context = i18n(locale)
  const { t } = context
  const { records, total } = await recordsOf(record.noun, record.id, kind.noun)
  const plural = nounPlurals[kind.noun]
  const preset = { [kind.field]: record.id, ...(record.noun === 'session' ? { edition: record.parentId } : {}) }
  return (
    <section id="below" aria-labelledby="below-title" className="mt-14 border-rule border-t pt-8">
      <h2 id="below-title" className="text-section">
        {t(`deskForm.plural.${kind.noun}`)}
      </h2>
      {total === 0 && <p className="pt-3 text-muted">{t('deskForm.belowEmpty')}</p>}
      <ul className="divide-y divide-rule pt-3">
        {records.map((each) => {
          const said = titleIn(each.titles as Record<string, string>, locale)
          return (
            <li key={each.id} className="flex flex-wrap items-baseline gap-x-4 py-2.5">
              <a className="quiet-link min-w-0" lang={said?.language} href={routes.record(plural, each.id)}>
                {said?.title ?? t('deskForm.untitled')}
              </a>
              <span className="ms-auto">
                <StateLabels standing={each} i18n={context} />
              </span>
            </li>
          )
        })}
      </ul>
      <div className="flex flex-wrap items-center gap-4 pt-4">
        <ButtonLink href={withQuery(routes.newRecord(plural), preset)}>{t(`deskForm.new.${kind.noun}`)}</ButtonLink>
        {total > records.length && (
          <a className="link" href={withQuery(routes.records(plural), preset)}>
            {t('deskForm.belowAll', { count: total })}
          </a>
        )}
      </div>
    </section>
  )
}
