import type { Metadata } from 'next'
import { ButtonLink } from '@/components/button-link'
import { MediaPicture } from '@/components/desk/media-picture'
import { MediaUses } from '@/components/desk/media-uses'
import { Notice } from '@/components/form/notice'
import { QuietButton } from '@/components/form/quiet-button'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import type { I18n } from '@/lib/i18n/translator'
import { fileSize } from '@/lib/media/file-size'
import { type DeskMedia, listMedia } from '@/lib/media/queries'
import { first, pageNumber } from '@/lib/pagination'
import { titleIn } from '@/lib/revisions/edit-labels'
import { routes } from '@/lib/routes'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** As many uses a row names; the page of the file has the rest. */
const USES = 3

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskMedia.title') }
}

export default async function MediaPage({ searchParams }: Props) {
  await allowed('write')
  const query = await searchParams
  const search = first(query.q)
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const list = await listMedia(search, pageNumber(query))
  return (
    <div className="max-w-4xl">
      <h1 className="text-title">{t('deskMedia.title')}</h1>
      <p className="pt-3 text-muted">{t('deskMedia.intro')}</p>
      {query.done === 'removed' && <Notice>{t('deskMedia.removed')}</Notice>}
      <p className="pt-5">
        <ButtonLink href={routes.newMedia()}>{t('deskMedia.add')}</ButtonLink>
      </p>
      <search aria-label={t('deskMedia.search')} className="block pt-6">
        <form action={routes.deskMedia()} className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow">
            <label htmlFor="q" className="block font-semibold">
              {t('deskMedia.search')}
            </label>
            <input
              id="q"
              name="q"
              type="search"
              maxLength={200}
              defaultValue={search ?? ''}
              className="mt-1.5 w-full rounded-small border border-field bg-sheet px-3 py-2"
            />
          </div>
          <QuietButton>{t('deskMedia.find')}</QuietButton>
          {search && (
            <a className="link py-2 text-meta" href={routes.deskMedia()}>
              {t('deskMedia.clear')}
            </a>
          )}
        </form>
      </search>
      <p className="pt-5 text-meta text-muted" role="status">
        {t('deskMedia.count', { count: list.total })}
      </p>
      {list.total === 0 && <p className="pt-2">{t(search ? 'deskMedia.noneFound' : 'deskMedia.none')}</p>}
      <ul className="pt-3 pb-6">
        {list.items.map((media) => (
          <Row key={media.id} media={media} i18n={i18n} />
        ))}
      </ul>
      <Pagination page={list.page} pages={list.pages} path={routes.deskMedia()} query={{ q: search }} locale={locale} />
    </div>
  )
}

function Row({ media, i18n }: { media: DeskMedia; i18n: I18n }) {
  const { t, locale } = i18n
  const described = titleIn(media.alternativeTexts, locale)
  const name = media.fileName ?? media.sha256.slice(0, 12)
  return (
    <li className="flex gap-4 border-rule border-t py-4">
      <MediaPicture media={media} />
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <a className="link font-semibold" href={routes.oneMedia(media.id)}>
          {name}
        </a>
        {described && (
          <p className="text-meta" lang={described.language}>
            {described.title}
          </p>
        )}
        {media.isUndescribed && <p className="font-semibold text-gold text-meta">{t('deskMedia.describe')}</p>}
        <p className="text-meta text-muted">
          {[
            t(media.kind === 'picture' ? 'deskMedia.kindPicture' : 'deskMedia.kindDocument'),
            fileSize(media.byteSize, i18n),
            t(media.isPublic ? 'deskMedia.public' : 'deskMedia.notPublic'),
          ].join(' · ')}
        </p>
        <MediaUses uses={media.uses} most={USES} i18n={i18n} />
      </div>
    </li>
  )
}
