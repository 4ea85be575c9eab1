import { SaidText } from '@/components/said-text'
import { countryName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { OrganisationCard } from '@/lib/organisations/card'
import { inLocale } from '@/lib/routes'

/** Organisations in a list: name, what each is a part of, its kind and country. */
export function OrganisationList(props: { organisations: OrganisationCard[]; locale: Locale; showsCountry?: boolean }) {
  const { organisations, locale, showsCountry = true } = props
  return (
    <ul className="border-rule border-b">
      {organisations.map((organisation) => (
        <OrganisationRow
          key={organisation.slug}
          organisation={organisation}
          locale={locale}
          showsCountry={showsCountry}
        />
      ))}
    </ul>
  )
}

function OrganisationRow(props: { organisation: OrganisationCard; locale: Locale; showsCountry: boolean }) {
  const { organisation, locale, showsCountry } = props
  const context = i18n(locale)
  const { t } = context
  const { name, shortName, path, parent, kind, countryCode } = organisation
  return (
    <li className="grid gap-x-7 border-rule border-t py-4 md:grid-cols-[1fr_12rem_12rem]">
      <div className="min-w-0">
        <p className="font-semibold font-serif text-item">
          <a className="quiet-link" href={inLocale(locale, path)}>
            <SaidText said={name} locale={locale} />
          </a>
          {shortName && (
            <span className="ms-2 font-normal font-sans text-meta text-muted">
              <SaidText said={shortName} locale={locale} />
            </span>
          )}
        </p>
        {parent && (
          <p className="text-meta text-muted">
            {t('organisations.partOf')}:{' '}
            <a className="quiet-link" href={inLocale(locale, parent.path)}>
              <SaidText said={parent.name} locale={locale} />
            </a>
          </p>
        )}
      </div>
      <p className="pt-1 text-meta text-muted">
        {kind ? t(`words.organisationKind.${kind}`) : t('organisations.kindNotRecorded')}
      </p>
      {showsCountry && (
        <p className="text-meta text-muted md:pt-1">
          {countryCode ? countryName(countryCode, context) : t('organisations.countryNotRecorded')}
        </p>
      )}
    </li>
  )
}
