import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import type { AppearanceCard } from '@/lib/people/card'
import { inLocale } from '@/lib/routes'
import { Affiliation } from './affiliation'
import { Portrait } from './portrait'
import { SaidText } from './said-text'

/** Somebody with the capacity in which they appeared: portrait, name, position and organisation. */
export function PersonChip({
  appearance,
  locale,
  marks,
}: {
  appearance: AppearanceCard
  locale: Locale
  marks?: ReactNode
}) {
  const { person } = appearance
  return (
    <div className="flex items-center gap-3">
      <Portrait person={person} />
      <div className="min-w-0 text-meta">
        <p className="font-semibold">
          <a className="quiet-link" href={inLocale(locale, person.path)}>
            <SaidText said={person.name} locale={locale} />
          </a>
        </p>
        <p className="text-muted">
          <Affiliation appearance={appearance} locale={locale} />
          {marks}
        </p>
      </div>
    </div>
  )
}
