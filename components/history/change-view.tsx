import { SaidText } from '@/components/said-text'
import { languageName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/texts'
import { type I18n, i18n } from '@/lib/i18n/translator'
import type { ClaimWords } from '@/lib/revisions/public-change'
import type { PublicClaimChange, PublicEvent } from '@/lib/revisions/public-history'
import { inLocale } from '@/lib/routes'
import { fieldInWords } from './field-in-words'
import { Come, Gone, MarkedWords } from './marked-words'

type Change = NonNullable<Extract<PublicEvent, { change: unknown }>['change']>

/** What a published version changed: the words of a statement, its claims with their sources, and which other fields. */
export function ChangeView({ change, locale }: { change: Change; locale: Locale }) {
  const context = i18n(locale)
  const { t, format } = context
  const { words, claims, kinds, fields } = change
  const named = [...new Set(fields.flatMap((field) => fieldInWords(field, t) ?? []))]
  return (
    <div className="space-y-3">
      {words.map(({ language, status, pieces }) => (
        <div key={language}>
          <p className="text-meta text-muted">
            {t(status === 'machine' ? 'corrections.wordsByMachine' : 'corrections.wordsIn', {
              language: languageName(language, context),
            })}
          </p>
          <MarkedWords pieces={pieces} language={language} t={t} />
        </div>
      ))}
      {kinds.map(({ field, was, is }) => (
        <p key={field}>
          <span className="text-meta text-muted">{t(`statements.${field}`)}: </span>
          <Gone t={t}>{kindWord(field, was, context)}</Gone> <Come t={t}>{kindWord(field, is, context)}</Come>
        </p>
      ))}
      {claims.map((claim) => (
        <ClaimView key={claim.id} claim={claim} locale={locale} />
      ))}
      {named.length > 0 && (
        <p className="text-meta text-muted">
          {t('corrections.changed', { fields: format.list(named, { type: 'conjunction' }) })}
        </p>
      )}
    </div>
  )
}

/** A form or kind of statement in words. */
export const kindWord = (field: 'form' | 'kind', value: string, { t }: I18n) => {
  const key = `words.${field}.${value}` as 'words.form.quotation'
  return t.has(key) ? t(key) : value
}

function ClaimView({ claim, locale }: { claim: PublicClaimChange; locale: Locale }) {
  const { t } = i18n(locale)
  const { source, before, after } = claim
  const heading = before && after ? 'changed' : after ? 'added' : 'removed'
  return (
    <div className="border-rule-strong border-s-2 ps-3">
      <p className="text-meta text-muted">{t(`corrections.claim.${heading}`)}</p>
      <p>
        <a className="quiet-link" href={inLocale(locale, source.path)}>
          <SaidText said={source.name} locale={locale} />
        </a>
      </p>
      {before && claimLine(before, locale) && (
        <p>
          <Gone t={t}>{claimLine(before, locale)}</Gone>
        </p>
      )}
      {after && claimLine(after, locale) && (
        <p>
          <Come t={t}>{claimLine(after, locale)}</Come>
        </p>
      )}
    </div>
  )
}

/** What a source supports, where in it, and the note, in one line. */
function claimLine({ locator, claim, notes }: ClaimWords, locale: Locale): string {
  const { t } = i18n(locale)
  const key = `sources.claim.${claim}` as 'sources.claim.dates'
  const note = say(
    Object.entries(notes).map(([language, text]) => ({ language, ...text })),
    'note',
    locale,
  )
  return [locator && t('words.paragraph', { locator }), claim && (t.has(key) ? t(key) : claim), note?.value]
    .filter(Boolean)
    .join('. ')
}
