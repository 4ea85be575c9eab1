import { Affiliation } from '@/components/affiliation'
import { Portrait } from '@/components/portrait'
import { SaidText } from '@/components/said-text'
import { countryName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { AppearanceCard } from '@/lib/people/card'
import type { ListedSpeaker } from '@/lib/people/list'
import { inLocale } from '@/lib/routes'

/** Speakers in their order, under the letters of the reader's alphabet. */
export function SpeakersByLetter({ speakers, locale }: { speakers: ListedSpeaker[]; locale: Locale }) {
  const { t } = i18n(locale)
  const groups = new Map<string, AppearanceCard[]>()
  for (const { letter, appearance } of speakers) groups.set(letter, [...(groups.get(letter) ?? []), appearance])
  return [...groups].map(([letter, appearances]) => (
    <section
      key={letter}
      aria-labelledby={`letter-${letter}`}
      className="grid gap-x-7 gap-y-4 border-rule border-t py-7 md:grid-cols-[9.5rem_1fr]"
    >
      <h2 id={`letter-${letter}`} className="text-section text-gold leading-none">
        {letter === '#' ? t('people.otherCharacters') : letter}
      </h2>
      <ul className="grid gap-x-7 gap-y-6 sm:grid-cols-2">
        {appearances.map((appearance) => (
          <li key={appearance.id} className="flex min-w-0 gap-3.5">
            <Portrait person={appearance.person} />
            <SpeakerLines appearance={appearance} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** Name, position and organisation, and the country represented. */
function SpeakerLines({ appearance, locale }: { appearance: AppearanceCard; locale: Locale }) {
  const context = i18n(locale)
  const { person, positionHeld, organisation, countryCode } = appearance
  return (
    <div className="min-w-0">
      <p className="font-semibold font-serif text-item">
        <a className="quiet-link" href={inLocale(locale, person.path)}>
          <SaidText said={person.name} locale={locale} />
        </a>
      </p>
      <p className="pt-0.5 text-meta text-muted">
        {positionHeld || organisation ? (
          <Affiliation appearance={appearance} locale={locale} />
        ) : (
          context.t('words.noPosition')
        )}
        {countryCode && <span className="block">{countryName(countryCode, context)}</span>}
      </p>
    </div>
  )
}
