import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'

/** A text of the archive; when it is in another language than the page, it says so to browsers and screen readers. */
export function SaidText({ said, locale }: { said: Said; locale: Locale }) {
  return said.language === locale ? said.value : <span lang={said.language}>{said.value}</span>
}

/** A title given by the archive stands in square brackets, as archival cataloguing has it. */
export function SessionTitle(props: { title: Said; isTitleSupplied: boolean; locale: Locale }) {
  const title = <SaidText said={props.title} locale={props.locale} />
  return props.isTitleSupplied ? <>[{title}]</> : title
}
