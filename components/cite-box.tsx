import { languageName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { type Citable, citeAsBibtex, citeAsCslJson, citeAsRis, citeAsText } from '@/lib/interchange/cite'
import { inLocale, type Path, type RecordFormat, routes } from '@/lib/routes'

/** A citation in every form that a footnote or a reference manager takes; `path` is that of what is cited. */
export function CiteBox({ citable, path, locale }: { citable: Citable; path: Path; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const forms: { id: string; name: string; citation: string; format?: RecordFormat }[] = [
    { id: 'cite-text', name: t('statements.citeAsText'), citation: citeAsText(citable) },
    { id: 'cite-bibtex', name: 'BibTeX', citation: citeAsBibtex(citable), format: 'bib' },
    { id: 'cite-ris', name: 'RIS', citation: citeAsRis(citable), format: 'ris' },
    { id: 'cite-csl', name: 'CSL-JSON', citation: citeAsCslJson(citable), format: 'csl.json' },
  ]
  return (
    <details id="cite" className="rounded-card border border-rule bg-sheet">
      <summary className="px-5 py-3 font-semibold">{t('statements.cite')}</summary>
      <div className="px-5 pb-5">
        <p className="text-meta text-muted">
          {t('statements.citeNote', { language: languageName(citable.language, context) })}
        </p>
        {forms.map(({ id, name, citation, format }) => (
          <section key={id} aria-labelledby={`${id}-name`} className="pt-5">
            <div className="flex items-baseline justify-between gap-4">
              <h3 id={`${id}-name`} className="font-sans font-semibold text-meta">
                {name}
              </h3>
              <span className="flex items-baseline gap-x-4">
                {format && (
                  <a
                    className="quiet-link inline-block min-h-6 px-1 text-accent text-meta"
                    href={inLocale(locale, routes.recordAs(path, format))}
                  >
                    {t('files.download')}
                    <span className="sr-only"> {name}</span>
                  </a>
                )}
                <CopyButton from={id} locale={locale} label={t('statements.copy')} name={name} />
              </span>
            </div>
            <pre
              id={id}
              className="wrap-anywhere mt-1.5 whitespace-pre-wrap rounded-small border border-rule bg-paper px-3 py-2.5 font-mono text-small"
            >
              {citation}
            </pre>
          </section>
        ))}
      </div>
    </details>
  )
}

/** Copies the text of an element; public/site.js shows it, as without JavaScript it could do nothing. */
function CopyButton(props: { from: string; label: string; name: string; locale: Locale }) {
  return (
    <button
      type="button"
      hidden
      data-copy-text={props.from}
      data-copied={i18n(props.locale).t('site.copied')}
      className="quiet-link min-h-6 px-1 text-accent text-meta"
    >
      {props.label}
      <span className="sr-only"> {props.name}</span>
    </button>
  )
}
