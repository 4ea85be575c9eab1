import { notFound, permanentRedirect } from 'next/navigation'
import type { Address } from '@/lib/addresses'
import { formatDay } from '@/lib/dates'
import { say } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { inLocale, type Path } from '@/lib/routes'
import { SitePage } from './chrome/site-page'
import { PageStatus } from './page-status'
import { SaidText } from './said-text'
import { SearchForm } from './search-form'

/** What to answer where no record is published: a 301 to where it is now, a 410 with the reason, or a 404. */
export function Elsewhere({
  address,
  path,
  context,
}: {
  address: Exclude<Address, { kind: 'published' }>
  path: Path
  context: I18n
}) {
  if (!address) notFound()
  if (address.kind === 'moved') permanentRedirect(inLocale(context.locale, address.to))
  const { t, locale } = context
  const reason = say(address.reasons, 'withdrawalReason', locale)
  return (
    <SitePage locale={locale} path={path}>
      <PageStatus code={410} />
      <h1 className="pt-16 text-title">{t('status.withdrawnTitle')}</h1>
      <p className="pt-5 text-lede text-muted">{t('status.withdrawnOn', { date: formatDay(address.on, context) })}</p>
      {reason && (
        <dl className="prose pt-6">
          <dt className="text-meta text-muted">{t('status.withdrawnReason')}</dt>
          <dd className="font-serif text-said">
            <SaidText said={reason} locale={locale} />
          </dd>
        </dl>
      )}
      <p className="pt-10 pb-4">{t('status.searchInstead')}</p>
      <SearchForm locale={locale} />
    </SitePage>
  )
}
