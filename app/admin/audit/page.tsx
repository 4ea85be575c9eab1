import type { Metadata } from 'next'
import { FilterForm } from '@/components/filter-form'
import { Pagination } from '@/components/pagination'
import { actInWords } from '@/lib/audit/act-words'
import { readAuditFilter } from '@/lib/audit/filter'
import { auditChoices, listAudit } from '@/lib/audit/queries'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { pageNumber } from '@/lib/pagination'
import { routes, withQuery } from '@/lib/routes'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.audit') }
}

export default async function AuditPage({ searchParams }: Props) {
  await allowed('administer')
  const query = await searchParams
  const { t, format, locale } = await deskI18n()
  const filter = readAuditFilter(query)
  const [entries, choices] = await Promise.all([listAudit(filter, pageNumber(query)), auditChoices()])
  const same = (values: string[]) => values.map((value) => ({ value, label: value }))
  return (
    <>
      <h1 className="text-title">{t('account.audit')}</h1>
      <p className="prose pt-3 text-muted">{t('audit.intro')}</p>
      <FilterForm
        path={routes.audit()}
        locale={locale}
        fields={[
          {
            name: 'actor',
            label: t('audit.who'),
            chosen: filter.actor,
            choices: choices.actors.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'act',
            label: t('audit.what'),
            chosen: filter.act,
            choices: choices.acts.map((act) => ({ value: act, label: actInWords(act, t) })),
          },
          { name: 'noun', label: t('audit.noun'), chosen: filter.noun, choices: same(choices.nouns) },
        ]}
      />
      <div className="flex flex-wrap gap-x-5 pt-6 text-meta">
        <p className="py-1 text-muted">{t('audit.count', { count: entries.total })}</p>
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} className="link py-1" href={withQuery(routes.auditExport(), { format, ...filter })}>
            {t('corrections.auditExport', { format: format.toUpperCase() })}
          </a>
        ))}
      </div>
      <ol className="pt-3 pb-6">
        {entries.items.map(({ id, at, actor, act, noun, recordId, record, version, detail }) => (
          <li key={id} className="grid gap-x-6 border-rule border-t py-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <time dateTime={at.toISOString()} className="text-meta text-muted">
              {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })}
            </time>
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <p>
                <span className="font-semibold">{actor ?? t('audit.archive')}</span>: {actInWords(act, t)}
              </p>
              {recordId && (
                <p className="text-meta text-muted">
                  {[noun, record, version && t('audit.version', { version })].filter(Boolean).join(' · ')}
                </p>
              )}
              {detail !== null && <code className="text-muted text-small">{JSON.stringify(detail)}</code>}
            </div>
          </li>
        ))}
      </ol>
      <Pagination page={entries.page} pages={entries.pages} path={routes.audit()} query={filter} locale={locale} />
    </>
  )
}
