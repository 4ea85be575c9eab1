import { QuietButton } from '@/components/form/quiet-button'
import type { I18n } from '@/lib/i18n/translator'
import type { listInvitations } from '@/lib/users/invitations'
import { withdrawInvitationAction } from './actions'

/** Invitations that nobody has used yet, with a way to take each back. */
export function InvitationList({
  i18n: { t, format },
  invitations,
}: {
  i18n: I18n
  invitations: Awaited<ReturnType<typeof listInvitations>>
}) {
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className="pt-12 text-section">
        {t('users.invitations')}
      </h2>
      <ul className="pt-3">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-t py-3">
            <div className="min-w-0">
              <p className="[overflow-wrap:anywhere]">{email}</p>
              <p className="text-meta text-muted">
                {role && t(`users.roles.${role}`)} ·{' '}
                {expiresAt < new Date()
                  ? t('users.invitationExpired')
                  : t('users.invitationUntil', {
                      day: format.dateTime(expiresAt, { dateStyle: 'medium', timeZone: 'UTC' }),
                    })}
              </p>
            </div>
            <form action={withdrawInvitationAction}>
              <input type="hidden" name="id" value={id} />
              <QuietButton>
                {t('users.withdrawInvitation')}
                <span className="sr-only"> {email}</span>
              </QuietButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
