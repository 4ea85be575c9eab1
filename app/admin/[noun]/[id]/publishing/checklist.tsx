import { isLocale } from '@/lib/i18n/locales'
import type { I18n } from '@/lib/i18n/translator'
import type { Checked } from '@/lib/revisions/checklist'

/** One point of the checklist in words, with the languages or records that are meant. */
export function pointText({ point, names = [] }: Pick<Checked, 'point' | 'names'>, { t, format }: I18n): string {
  const named = names.map((name) =>
    point === 'languages' && isLocale(name) ? t(`deskPublish.language.${name}`) : name,
  )
  const text = t(`deskPublish.point.${point}`)
  return named.length ? `${text}: ${format.list(named)}` : text
}

/** What is there and what is missing before publication; what blocks says so in words. */
export function Checklist({ checked, i18n }: { checked: readonly Checked[]; i18n: I18n }) {
  const { t } = i18n
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist" className="text-item">
        {t('deskPublish.before')}
      </h2>
      <ul className="space-y-2.5 pt-3 text-[0.9375rem]">
        {checked.map((each) => (
          <li key={each.point} className="flex gap-2.5">
            <span
              aria-hidden="true"
              className={`mt-1 inline-flex size-4 shrink-0 items-center justify-center rounded-small border text-small leading-none ${
                each.isMet ? 'border-accent bg-accent text-on-accent' : 'border-field'
              }`}
            >
              {each.isMet && '✓'}
            </span>
            <span className={`min-w-0 ${each.isMet ? '' : 'text-muted'}`}>
              <span className="sr-only">{t(each.isMet ? 'deskPublish.there' : 'deskPublish.missing')} </span>
              {pointText(each, i18n)}
              {!each.isMet && each.isBlocking && (
                <strong className="block font-semibold text-gold text-meta">{t('deskPublish.blocks')}</strong>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
