import type { Marked } from '@/lib/search/search-result'

/** A text with what matched marked; `language` is its own, said where it differs from the page's. */
export function MarkedText({ runs, language, locale }: { runs: Marked; language: string; locale: string }) {
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
