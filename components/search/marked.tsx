import type { Locale } from '@/lib/i18n/locales'
import { inLocale, type Path } from '@/lib/routes'
import type { HitText } from '@/lib/search/search-result'

/** A text with what matched marked; `language` is its own, said where it differs from the page's. */
export function MarkedText({ runs, language, locale }: HitText & { locale: Locale }) {
  const text = runs.map(({ text, isMark }, index) =>
    isMark ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
      <mark key={index} className="rounded-[2px] box-decoration-clone px-[0.1em] py-[0.05em]">
        {text}
      </mark>
    ) : (
      text
    ),
  )
  return language === locale ? text : <span lang={language}>{text}</span>
}

type Target = HitText & { path: Path }

/** The marked name of a record that leads to its page; a title that the archive gave stands in brackets. */
export function MarkedLink(props: { to: Target; locale: Locale; className?: string; isBracketed?: boolean }) {
  const { to, locale, className = '' } = props
  const name = <MarkedText runs={to.runs} language={to.language} locale={locale} />
  return (
    <a className={`quiet-link ${className}`} href={inLocale(locale, to.path)}>
      {props.isBracketed ? <>[{name}]</> : name}
    </a>
  )
}
