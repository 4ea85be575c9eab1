import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { type Claim, type ClaimNoun, claimNouns } from '@/lib/sources/claims'
import { Affiliation } from './affiliation'
import { SaidText, SessionTitle } from './said-text'

const headings = {
  edition: 'words.editions',
  session: 'words.sessions',
  appearance: 'sources.appearances',
  statement: 'words.statements',
  organisation: 'words.organisations',
  topic: 'words.topics',
  forum: 'words.forums',
  person: 'sources.people',
} as const satisfies Record<ClaimNoun, string>

/** The claims that a source supports, in groups by what they are about, each with its place in the source. */
export function ClaimList({ claims, locale }: { claims: Claim[]; locale: Locale }) {
  const { t } = i18n(locale)
  return claimNouns.map((noun) => {
    const group = claims.filter((claim) => claim.noun === noun)
    if (group.length === 0) return null
    return (
      <section key={noun} className="pb-10" aria-labelledby={`claims-${noun}`}>
        <h3 id={`claims-${noun}`} className="pb-3 font-semibold text-item">
          {t(headings[noun])}
        </h3>
        <ul>
          {group.map((claim) => (
            <ClaimRow key={claim.id} claim={claim} locale={locale} />
          ))}
        </ul>
      </section>
    )
  })
}

function ClaimRow({ claim, locale }: { claim: Claim; locale: Locale }) {
  const { t } = i18n(locale)
  const { noun, name, path, locator, note, edition, appearance } = claim
  const value = claimInWords(claim, locale)
  return (
    <li className="grid gap-x-6 border-rule border-t py-3 sm:grid-cols-[7.5rem_1fr]">
      <span className="pt-0.5 text-meta text-muted">
        {locator ? t('words.paragraph', { locator }) : t('sources.locatorNotRecorded')}
      </span>
      <span className="min-w-0">
        <a className={`quiet-link ${noun === 'statement' ? 'font-serif' : ''}`} href={inLocale(locale, path)}>
          <SessionTitle title={name} isTitleSupplied={claim.isTitleSupplied} locale={locale} />
        </a>
        {value && `: ${value}`}
        {appearance && (appearance.positionHeld || appearance.organisation) && (
          <>
            {': '}
            <Affiliation appearance={appearance} locale={locale} />
          </>
        )}
        {edition && (
          <span className="block text-muted text-small">
            <SaidText said={edition.name} locale={locale} />
          </span>
        )}
        {note && (
          <span className="block text-meta text-muted">
            <SaidText said={note} locale={locale} />
          </span>
        )}
      </span>
    </li>
  )
}

/** Which value of the record a claim is about, in words where there are words for it. */
function claimInWords({ claim }: Claim, locale: Locale): string | null {
  const { t } = i18n(locale)
  if (!claim) return null
  const key = `sources.claim.${claim}` as 'sources.claim.dates'
  return t.has(key) ? t(key).toLocaleLowerCase(locale) : claim
}
