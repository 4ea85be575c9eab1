import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path } from '@/lib/routes'
import { type PageRecord, RecordFoot } from '../record-foot'
import { SiteFooter } from './site-footer'
import { SiteHeader, type SiteRoom } from './site-header'

export type Crumb = { label: ReactNode; path: Path }

/**
 * The frame of every public page: skip link, header, breadcrumbs, content, footer. It stands in the page rather than
 * in the layout because the header marks the room and the switch keeps the address.
 */
export function SitePage(props: {
  locale: Locale
  path: Path
  room?: SiteRoom
  crumbs?: Crumb[]
  /** What the page is about, where it is a record. */
  record?: PageRecord | null
  children: ReactNode
}) {
  const { locale, path, crumbs = [], record, children } = props
  const { t } = i18n(locale)
  return (
    <>
      <a
        href="#content"
        className="no-print sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-sheet focus:p-3 focus:text-accent"
      >
        {t('site.skip')}
      </a>
      <SiteHeader locale={locale} path={path} room={props.room} />
      <main id="content" className="page">
        {crumbs.length > 0 && (
          <nav aria-label={t('site.breadcrumbs')} className="no-print pt-7">
            <ol className="flex flex-wrap gap-x-2 text-meta text-muted">
              {crumbs.map((crumb, index) => (
                <li key={crumb.path} className="flex gap-x-2">
                  {index > 0 && <span aria-hidden="true">/</span>}
                  <a className="quiet-link inline-block py-0.5" href={inLocale(locale, crumb.path)}>
                    {crumb.label}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {children}
        {record && <RecordFoot record={record} locale={locale} />}
      </main>
      <SiteFooter locale={locale} />
    </>
  )
}
