import { ButtonLink } from '@/components/button-link'
import type { I18n } from '@/lib/i18n/translator'
import { routes } from '@/lib/routes'

/** The 403 page: signed in, and still not allowed; or a form that came from elsewhere. */
export function Refused({ i18n: { t } }: { i18n: I18n }) {
  return (
    <div className="prose">
      <h1 className="text-title">{t('status.refusedTitle')}</h1>
      <p className="pt-4 text-lede">{t('status.refusedText')}</p>
      <p className="pt-2">
        <ButtonLink href={routes.desk()}>{t('account.toDesk')}</ButtonLink>
      </p>
    </div>
  )
}
