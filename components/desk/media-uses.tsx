import type { I18n } from '@/lib/i18n/translator'
import type { MediaUse } from '@/lib/media/queries'
import { titleIn } from '@/lib/revisions/edit-labels'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'

/** The records that mention a file, each with a way to it. */
export function MediaUses({ uses, most, i18n }: { uses: MediaUse[]; most: number; i18n: I18n }) {
  const { t, locale } = i18n
  if (!uses.length) return <p className="text-meta text-muted">{t('deskMedia.unused')}</p>
  return (
    <ul className="text-meta">
      {uses.slice(0, most).map(({ id, noun, titles, isNow }) => {
        const said = titleIn(titles, locale)
        return (
          <li key={id}>
            {t(`deskPublish.nouns.${noun}`)}:{' '}
            <a className="link" href={routes.record(nounPlurals[noun], id)} lang={said?.language}>
              {said?.title ?? t('deskMedia.untitled')}
            </a>
            {!isNow && <span className="text-muted"> ({t('deskMedia.onlyBefore')})</span>}
          </li>
        )
      })}
      {uses.length > most && <li className="text-muted">{t('deskMedia.moreUses', { count: uses.length - most })}</li>}
    </ul>
  )
}
