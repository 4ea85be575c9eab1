import { secondary } from '@/components/form/button-styles'
import { may } from '@/lib/auth/permissions'
import type { SessionItem } from '@/lib/import/rehearsal'
import { chooseWithdrawnAction } from '../actions'
import type { View } from './sections'
import { SessionHead } from './session-row'

/** Sessions that earlier imports brought and that are no longer in the file: each can be withdrawn, none is by itself. */
export function VanishedSessions({ rehearsal, user, items, timeZone, i18n }: View & { items: SessionItem[] }) {
  const { t } = i18n
  const mayWithdraw = may(user, 'withdraw')
  return (
    <form action={chooseWithdrawnAction}>
      <input type="hidden" name="import" value={rehearsal.id} />
      <ol>
        {items.map((item) => (
          <li key={item.key} className="flex gap-x-3 border-rule border-t py-3 [overflow-wrap:anywhere]">
            {mayWithdraw && item.recordId && (
              <>
                <input type="hidden" name="shown" value={item.recordId} />
                <input
                  type="checkbox"
                  name="withdraw"
                  value={item.recordId}
                  defaultChecked={rehearsal.options.withdraw.includes(item.recordId)}
                  aria-label={t('deskImport.withdraw', { title: item.title })}
                  className="mt-1 size-6 shrink-0 accent-accent"
                />
              </>
            )}
            <div className="min-w-0">
              <SessionHead {...{ item, timeZone, i18n }} />
            </div>
          </li>
        ))}
      </ol>
      {mayWithdraw && (
        <button type="submit" className={`${secondary} mt-2`}>
          {t('deskImport.chooseWithdrawn')}
        </button>
      )}
    </form>
  )
}
