import { useTranslations } from 'use-intl'
import type { CheckedPerson } from '@/lib/programme/check-rows'
import { describedBy, fieldStyle, Labelled } from '../labelled'

/** Whom each name stands for: somebody the archive knows, in whatever script, or a new person. Doubts are said. */
export function PastedPeople({ people }: { people: CheckedPerson[] }) {
  const t = useTranslations('deskPaste')
  if (!people.length) return null
  return (
    <section aria-labelledby="people" className="pt-8">
      <h2 id="people" className="text-section">
        {t('people', { count: people.length })}
      </h2>
      <ul className="grid gap-x-6 gap-y-5 pt-4 lg:grid-cols-2">
        {people.map(({ name, candidates, doubt, as }, at) => {
          const id = `people.${at}.as`
          const error = as === '' ? t('doubt.several') : undefined
          const hint = doubt === 'several' && as !== '' ? undefined : error ? undefined : t(`doubt.${doubt}`)
          return (
            <li key={name}>
              <input type="hidden" name={`people.${at}.name`} value={name} />
              <Labelled id={id} label={name} hint={hint} error={error}>
                <select
                  id={id}
                  name={id}
                  defaultValue={as}
                  aria-describedby={describedBy(id, { hint, error })}
                  aria-invalid={error ? true : undefined}
                  className={fieldStyle}
                >
                  {as === '' && <option value="">{t('choose')}</option>}
                  {candidates.map(({ id, title, lang, known }) => (
                    <option key={id} value={id} lang={lang}>
                      {[title, known].filter(Boolean).join(' · ')}
                    </option>
                  ))}
                  <option value="new">{t('newPerson')}</option>
                </select>
              </Labelled>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
