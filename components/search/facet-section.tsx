import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'

/** One thing to narrow by, under its heading; on narrow screens a disclosure, open where something of it is chosen. */
export function FacetSection(props: {
  name: string
  title: string
  chosen: number
  locale: Locale
  children: ReactNode
}) {
  const { name, title, chosen } = props
  const { t } = i18n(props.locale)
  const id = `facet-${name}`
  return (
    <section aria-labelledby={id} className="min-w-0">
      {/* Where there is room the summary is gone, and this is the heading. */}
      <h3 id={id} className="hidden pb-1.5 font-sans font-semibold text-meta lg:block">
        {title}
      </h3>
      <details className="open-beside border-rule border-b pb-0.5 lg:border-0 lg:pb-0" open={chosen > 0}>
        <summary className="flex items-center gap-3 py-2.5 font-semibold text-meta">
          <span className="flex-1">{title}</span>
          {chosen > 0 && <span className="font-normal text-muted">{t('search.chosenCount', { count: chosen })}</span>}
          <OpenMark />
        </summary>
        <div className="pb-3 lg:pb-0">{props.children}</div>
      </details>
    </section>
  )
}

/** Which way a disclosure goes. */
export const OpenMark = () => (
  <svg
    viewBox="0 0 12 12"
    aria-hidden="true"
    className="size-3 shrink-0 fill-none stroke-[1.5] stroke-current text-muted [[open]>summary>&]:rotate-180"
  >
    <path d="m1.5 4 4.5 4.5L10.5 4" />
  </svg>
)
