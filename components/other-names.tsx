import type { Locale } from '@/lib/i18n/locales'
import type { OtherName } from '@/lib/other-names'
import { NotRecorded } from './not-recorded'

/** Names in other languages, scripts and spellings. */
export function OtherNames({ names, locale }: { names: OtherName[]; locale: Locale }) {
  if (names.length === 0) return <NotRecorded locale={locale} />
  return (
    <ul>
      {names.map(({ name, language }) => (
        <li key={name} lang={language && language !== locale ? language : undefined}>
          {name}
        </li>
      ))}
    </ul>
  )
}
