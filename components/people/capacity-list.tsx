import { Affiliation } from '@/components/affiliation'
import { CitationMarks } from '@/components/citation-marks'
import { SaidText } from '@/components/said-text'
import type { SourceNumbers } from '@/components/source-numbers'
import type { Capacity } from '@/lib/appearances/capacity'
import { countryName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'

/** In what capacity somebody took part, edition by edition. */
export function CapacityList(props: { capacities: Capacity[]; numbers: SourceNumbers; locale: Locale }) {
  const { numbers, locale } = props
  const { t } = i18n(locale)
  return (
    <ul>
      {props.capacities.map((capacity) => (
        <li key={capacity.id} className="grid gap-x-7 gap-y-1 pb-3 md:grid-cols-[9.5rem_1fr]">
          <a className="quiet-link border-rule border-t pt-4 text-muted" href={inLocale(locale, capacity.edition.path)}>
            <SaidText said={capacity.edition.name} locale={locale} />
          </a>
          <div className="md:border-rule md:border-t md:pt-4">
            <p>
              {capacity.positionHeld || capacity.organisation ? (
                <Affiliation appearance={capacity} locale={locale} isLinked />
              ) : (
                <span className="text-muted">{t('words.noPosition')}</span>
              )}
              <CitationMarks citations={capacity.citations} numbers={numbers} locale={locale} />
            </p>
            <CapacityMeta capacity={capacity} locale={locale} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Role, country represented, and what else is to be known about one capacity. */
function CapacityMeta({ capacity, locale }: { capacity: Capacity; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const { roles, countryCode, nameAsPrinted, positionHeld, organisation } = capacity
  const parts = [
    ...roles.map((role) => t(`words.role.${role}`)),
    ...(countryCode ? [countryName(countryCode, context)] : []),
    ...(organisation && !positionHeld ? [t('words.noPosition')] : []),
    ...(nameAsPrinted ? [t('people.printedAs', { name: nameAsPrinted })] : []),
  ]
  return <p className="pt-0.5 text-meta text-muted">{parts.join(' · ')}</p>
}
