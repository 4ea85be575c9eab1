import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { MediaUses } from '@/components/desk/media-uses'
import { Facts } from '@/components/facts'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { QuietButton } from '@/components/form/quiet-button'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { formatDay } from '@/lib/dates'
import type { I18n } from '@/lib/i18n/translator'
import { storedName } from '@/lib/media/file-kinds'
import { fileSize } from '@/lib/media/file-size'
import { type DeskMedia, getMediaForEdit } from '@/lib/media/queries'
import { wordsFields } from '@/lib/media/words-fields'
import { first } from '@/lib/pagination'
import { titleIn } from '@/lib/revisions/edit-labels'
import { routes } from '@/lib/routes'
import { removeMediaAction, saveMediaAction } from '../actions'

type Props = {
  params: Promise<{ media: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const done = ['added', 'known', 'saved'] as const
const MOST_USES = 100

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskMedia.title') }
}

export default async function OneMediaPage({ params, searchParams }: Props) {
  await allowed('write')
  const id = z.uuid().safeParse((await params).media)
  const media = id.success ? await getMediaForEdit(id.data) : null
  if (!media) notFound()
  const query = await searchParams
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const what = done.find((each) => each === first(query.done))
  const values = {
    ...Object.fromEntries(
      Object.entries(media.alternativeTexts).map(([language, text]) => [`alternativeText.${language}`, text]),
    ),
    ...{ credit: media.credit, licence: media.licence },
  }
  return (
    <div className="max-w-xl">
      <p className="pb-2 text-meta">
        <a className="link" href={routes.deskMedia()}>
          {t('deskMedia.title')}
        </a>
      </p>
      <h1 className="text-title [overflow-wrap:anywhere]">{media.fileName ?? media.sha256.slice(0, 12)}</h1>
      {what && <Notice>{t(`deskMedia.${what}`)}</Notice>}
      {first(query.problem) === 'used' && <Notice isProblem>{t('deskMedia.used')}</Notice>}
      {media.isUndescribed && <Notice isProblem>{t('deskMedia.describe')}</Notice>}
      {media.kind === 'picture' && media.width && media.height && (
        // biome-ignore lint/performance/noImgElement: it is shown as it is stored
        <img
          src={routes.mediaFile(media.id)}
          alt={titleIn(media.alternativeTexts, locale)?.title ?? ''}
          width={media.width}
          height={media.height}
          className="mt-6 max-h-96 w-auto max-w-full rounded-card border border-rule"
        />
      )}
      <p className="pt-4">
        <a className="link" href={routes.mediaFile(media.id)}>
          {t('deskMedia.open')}
        </a>
      </p>
      <ActionForm
        action={saveMediaAction}
        hidden={{ id: media.id }}
        fields={wordsFields(i18n, values)}
        submit={t('deskMedia.save')}
        failed={t('deskMedia.notSaved')}
      />
      <h2 className="pt-10 pb-3 text-section">{t('deskMedia.uses')}</h2>
      <MediaUses uses={media.uses} most={MOST_USES} i18n={i18n} />
      <h2 className="pt-10 text-section">{t('deskMedia.facts')}</h2>
      <MediaFacts media={media} i18n={i18n} />
      {media.uses.length === 0 && !media.isPublic && (
        <form action={removeMediaAction} className="mt-10 border-rule border-t pt-6">
          <input type="hidden" name="id" value={media.id} />
          <p className="pb-3 text-meta text-muted">{t('deskMedia.removeHint')}</p>
          <QuietButton>{t('deskMedia.remove')}</QuietButton>
        </form>
      )}
    </div>
  )
}

function MediaFacts({ media, i18n }: { media: DeskMedia; i18n: I18n }) {
  const { t } = i18n
  const { width, height } = media
  const address = routes.media(storedName(media.sha256, media.mediaType))
  return (
    <Facts
      facts={[
        { label: t('deskMedia.type'), value: media.mediaType },
        {
          label: t('deskMedia.bytes'),
          value: [fileSize(media.byteSize, i18n), width && height ? t('deskMedia.size', { width, height }) : null]
            .filter(Boolean)
            .join(', '),
        },
        { label: t('deskMedia.hash'), value: <span className="wrap-anywhere">{media.sha256}</span> },
        { label: t('deskMedia.addedOn'), value: formatDay(media.createdAt, i18n) },
        {
          label: t('deskMedia.openPublic'),
          value: media.isPublic ? (
            <a className="link wrap-anywhere" href={address}>
              {address}
            </a>
          ) : (
            t('deskMedia.notPublic')
          ),
        },
      ]}
    />
  )
}
