import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'
import { renderMarkdown } from '@/lib/markdown'

/** A Markdown text of the archive as a block. */
export function Markdown({ said, locale, className = '' }: { said: Said; locale: Locale; className?: string }) {
  return (
    <div className={`prose ${className}`} lang={said.language === locale ? undefined : said.language}>
      {renderMarkdown(said.value)}
    </div>
  )
}
