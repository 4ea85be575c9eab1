import { Affiliation } from '@/components/affiliation'
import { CitationMarks } from '@/components/citation-marks'
import { Portrait } from '@/components/portrait'
import { SaidText } from '@/components/said-text'
import type { SourceNumbers } from '@/components/source-numbers'
import type { Capacity, PersonInCapacities } from '@/lib/appearances/capacity'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'

type Shown = { numbers: SourceNumbers; locale: Locale; showsOrganisation: boolean }

/** People with each capacity in which they appeared, edition by edition. */
export function PeopleInCapacities({ people, ...shown }: Shown & { people: PersonInCapacities[] }) {
  return (
    <ul className="grid gap-x-7 gap-y-7 md:grid-cols-2">
      {people.map(({ person, capacities }) => (
        <li key={person.slug} className="flex min-w-0 gap-3.5" data-keep-together>
          <Portrait person={person} />
          <div className="min-w-0">
            <p className="font-semibold font-serif text-item">
              <a className="quiet-link" href={inLocale(shown.locale, person.path)}>
                <SaidText said={person.name} locale={shown.locale} />
              </a>
            </p>
            <ul className="space-y-1.5 pt-0.5 text-meta">
              {capacities.map((capacity) => (
                <CapacityLines key={capacity.id} capacity={capacity} {...shown} />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}

function CapacityLines({ capacity, numbers, locale, showsOrganisation }: Shown & { capacity: Capacity }) {
  const { t } = i18n(locale)
  const { positionHeld, citations, edition, roles } = capacity
  const organisation = showsOrganisation ? capacity.organisation : null
  return (
    <li>
      {positionHeld || organisation ? (
        <Affiliation appearance={{ positionHeld, organisation }} locale={locale} isLinked />
      ) : (
        <span className="text-muted">{t('words.noPosition')}</span>
      )}
      <CitationMarks citations={citations} numbers={numbers} locale={locale} />
      <span className="block text-muted">
        <a className="quiet-link" href={inLocale(locale, edition.path)}>
          <SaidText said={edition.name} locale={locale} />
        </a>
        {` · ${roles.map((role) => t(`words.role.${role}`)).join(', ')}`}
      </span>
    </li>
  )
}
