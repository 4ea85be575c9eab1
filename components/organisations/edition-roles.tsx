import { EditionList } from '@/components/edition-row'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Organisation } from '@/lib/organisations/queries'

/** The editions that an organisation held, organised or supported, role by role. */
export function EditionRoles({ editions, locale }: { editions: Organisation['editions']; locale: Locale }) {
  const { t } = i18n(locale)
  const roles = [...new Set(editions.map(({ role }) => role))]
  return roles.map((role) => (
    <div key={role} className="pb-7 last:pb-0">
      <p className="pb-3 font-semibold text-gold text-small">{t(`words.organisationRole.${role}`)}</p>
      <EditionList
        editions={editions.filter((each) => each.role === role).map(({ edition }) => edition)}
        locale={locale}
      />
    </div>
  ))
}
