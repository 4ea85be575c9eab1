import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path } from '@/lib/routes'

/** From a programme to what changed in it; nothing where no version of it was published yet. */
export function ProgrammeChangesLink({ isThere, path, locale }: { isThere: boolean; path: Path; locale: Locale }) {
  if (!isThere) return null
  return (
    <p className="no-print pt-5 text-meta">
      <a className="link" href={inLocale(locale, path)}>
        {i18n(locale).t('changes.link')}
      </a>
    </p>
  )
}
