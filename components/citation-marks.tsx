import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Citation } from '@/lib/sources/citations'
import type { SourceNumbers } from './source-numbers'

/** Superscript numbers that lead to the page's sources. One number per source, however often a value cites it. */
export function CitationMarks(props: { citations: readonly Citation[]; numbers: SourceNumbers; locale: Locale }) {
  const { t } = i18n(props.locale)
  const bySource = new Map<number, string[]>()
  for (const citation of props.citations) {
    const number = props.numbers.numberOf(citation)
    const locators = bySource.get(number) ?? []
    if (citation.locator) locators.push(citation.locator)
    bySource.set(number, locators)
  }
  return [...bySource].map(([number, locators]) => (
    <sup key={number} className="ms-0.5 font-sans font-semibold text-[0.6875rem] leading-none">
      <a
        id={props.numbers.markId(number)}
        href={`#source-${number}`}
        className="-mx-2.5 -my-1.5 px-2.5 py-1.5 text-accent no-underline! hover:underline!"
        aria-label={[`${t('words.source')} ${number}`, ...locators].join(', ')}
        title={locators.join(', ') || undefined}
      >
        {number}
      </a>
    </sup>
  ))
}
