import type { Metadata } from 'next'
import { primary, secondary } from '@/components/form/button-styles'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { archiveLink } from '@/lib/mail'
import { LINK_DAYS, listPreviewLinks } from '@/lib/preview/links'
import { readUserNames } from '@/lib/revisions/edit-queries'
import { inLocale, routes } from '@/lib/routes'
import { BackToRecord } from '../back-to-record'
import { createPreviewLinkAction, takeBackPreviewLinkAction } from '../publishing/actions'
import { type RecordParams, readRecord } from '../read-record'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskPublish.links.title') }
}

/** Links by which somebody without an account sees the record before it is public. */
export default async function PreviewLinksPage({ params }: { params: RecordParams }) {
  await allowed('write')
  const record = await readRecord(params)
  const { id, noun, lock } = record
  const { t, locale, format } = await deskI18n()
  const links = await listPreviewLinks(id)
  const names = await readUserNames(links.map(({ createdById }) => createdById))
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="lock" value={lock} />
    </>
  )
  return (
    <div className="max-w-2xl">
      <BackToRecord record={record} title={t('deskPublish.links.title')} />
      <p className="pt-4 text-muted">{t('deskPublish.links.intro', { days: LINK_DAYS })}</p>
      {links.length === 0 && <p className="pt-6">{t('deskPublish.links.none')}</p>}
      <ul className="pt-6">
        {links.map(({ token, tokenHash, createdById, expiresAt }) => (
          <li key={tokenHash} className="space-y-2 border-rule border-t py-4">
            <p>
              <code className="text-meta [overflow-wrap:anywhere]">
                {archiveLink(inLocale(locale, routes.preview(token)))}
              </code>
            </p>
            <p className="text-meta text-muted">
              {t('deskPublish.links.until', {
                time: format.dateTime(expiresAt, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
                name: names[createdById ?? ''] ?? '–',
              })}
            </p>
            <form action={takeBackPreviewLinkAction.bind(null, noun)}>
              {hidden}
              <input type="hidden" name="link" value={tokenHash} />
              <button type="submit" className={secondary}>
                {t('deskPublish.links.takeBack')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form action={createPreviewLinkAction.bind(null, noun)} className="pt-4">
        {hidden}
        <button type="submit" className={primary}>
          {t('deskPublish.links.create')}
        </button>
      </form>
    </div>
  )
}
