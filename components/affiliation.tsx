import type { Locale } from '@/lib/i18n/locales'
import type { AppearanceCard } from '@/lib/people/card'
import { inLocale } from '@/lib/routes'
import { SaidText } from './said-text'

/** Position and organisation held on that day, as one phrase: "Senior fellow, Tufts University". Null when neither is recorded. */
export function Affiliation(props: {
  appearance: Pick<AppearanceCard, 'positionHeld' | 'organisation'>
  locale: Locale
  isLinked?: boolean
}) {
  const { positionHeld, organisation } = props.appearance
  if (!positionHeld && !organisation) return null
  const name = organisation && <SaidText said={organisation.name} locale={props.locale} />
  return (
    <>
      {positionHeld && <SaidText said={positionHeld} locale={props.locale} />}
      {positionHeld && organisation && ', '}
      {organisation && props.isLinked ? (
        <a className="link" href={inLocale(props.locale, organisation.path)}>
          {name}
        </a>
      ) : (
        name
      )}
    </>
  )
}
