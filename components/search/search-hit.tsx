import type { Locale } from '@/lib/i18n/locales'
import { inLocale } from '@/lib/routes'
import type { SearchHit } from '@/lib/search/search-result'
import { HitContext } from './hit-context'
import { HitOrigin } from './hit-origin'
import { HitThrough } from './hit-through'
import { MarkedText } from './marked'

/** One thing found: what it is and where, its title, the passage that answers best, who spoke. */
export function SearchHitItem({ hit, locale }: { hit: SearchHit; locale: Locale }) {
  const { kind, title, passage, language } = hit
  const marked = <MarkedText runs={title} language={language} locale={locale} />
  return (
    <article className="border-rule border-b py-6" data-keep-together>
      <HitOrigin hit={hit} locale={locale} />
      <h3
        className={
          kind === 'statement'
            ? 'max-w-(--container-prose) text-pretty text-said'
            : 'text-[1.1875rem] leading-snug tracking-[-0.005em] font-semibold sm:text-[1.25rem]'
        }
      >
        <a className="quiet-link" href={inLocale(locale, hit.path)}>
          {hit.isTitleSupplied ? <>[{marked}]</> : marked}
        </a>
      </h3>
      {passage && (
        <p className="max-w-(--container-prose) pt-1 font-serif text-[1.0625rem] leading-relaxed">
          <a
            className="quiet-link"
            href={inLocale(passage.locale, passage.path)}
            hrefLang={passage.locale === locale ? undefined : passage.locale}
          >
            <MarkedText runs={passage.runs} language={passage.language} locale={locale} />
          </a>
        </p>
      )}
      <HitThrough through={hit.through} locale={locale} />
      <HitContext hit={hit} locale={locale} />
    </article>
  )
}
