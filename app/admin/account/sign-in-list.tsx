import { QuietButton } from '@/components/form/quiet-button'
import { browserOf } from '@/lib/auth/browser-name'
import type { I18n } from '@/lib/i18n/translator'
import { endOtherSignInsAction, endSignInAction } from './actions'

type SignIn = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string; address: string }

/** Where one is signed in, with a way to end each. */
export function SignInList({ i18n, signIns, current }: { i18n: I18n; signIns: SignIn[]; current: string }) {
  const { t, format } = i18n
  const when = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <section aria-labelledby="sign-ins">
      <h2 id="sign-ins" className="pt-12 text-section">
        {t('account.signIns')}
      </h2>
      <ul className="pt-3">
        {signIns.map(({ id, createdAt, lastSeenAt, userAgent, address }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-t py-4">
            <div className="min-w-0">
              <p className="font-semibold">
                {browserOf(userAgent) ?? t('account.unknownBrowser')}
                {id === current && <span className="font-normal text-muted"> · {t('account.thisOne')}</span>}
              </p>
              <p className="text-meta text-muted">
                {t('account.signInTimes', { from: when(createdAt), seen: when(lastSeenAt), address })}
              </p>
            </div>
            {id !== current && (
              <form action={endSignInAction}>
                <input type="hidden" name="id" value={id} />
                <QuietButton>{t('account.end')}</QuietButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {signIns.length > 1 && (
        <form action={endOtherSignInsAction} className="border-rule border-t pt-4">
          <QuietButton>{t('account.endOthers')}</QuietButton>
        </form>
      )}
    </section>
  )
}
