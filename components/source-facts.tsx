import type { ReactNode } from 'react'
import { languageName } from '@/lib/countries'
import { formatDate, formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { storedName } from '@/lib/media/file-kinds'
import { fileSize } from '@/lib/media/file-size'
import { routes } from '@/lib/routes'
import type { Source } from '@/lib/sources/queries'
import { Facts } from './facts'

/** All that is known of a document, and what is not recorded. */
export function SourceFacts({ source, locale }: { source: Source; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const { originalTitle, title, url, keptCopy } = source
  const orNot = (value: ReactNode) => value || <span className="text-muted">{t('words.notRecorded')}</span>
  return (
    <Facts
      facts={[
        { label: t('sources.kind'), value: t(`words.sourceKind.${source.kind}`) },
        ...(originalTitle.language === title.language
          ? []
          : [
              {
                label: t('sources.originalTitle'),
                value: <span lang={originalTitle.language}>{originalTitle.value}</span>,
              },
            ]),
        { label: t('sources.author'), value: orNot(source.author) },
        { label: t('sources.publisher'), value: orNot(source.publisher) },
        {
          label: t('sources.published'),
          value: orNot(formatDate(source.publishedOn, source.publishedOnPrecision, context)),
        },
        { label: t('sources.language'), value: orNot(source.language && languageName(source.language, context)) },
        { label: t('sources.read'), value: orNot(source.readOn && formatDay(source.readOn, context)) },
        {
          label: t('sources.address'),
          value: orNot(
            url && (
              <a className="link wrap-anywhere" href={url} rel="noopener">
                {new URL(url).host}
              </a>
            ),
          ),
        },
        {
          label: t('sources.keptCopy'),
          value: keptCopy ? <KeptCopy copy={keptCopy} locale={locale} /> : t('sources.noKeptCopy'),
        },
      ]}
    />
  )
}

function KeptCopy({ copy, locale }: { copy: NonNullable<Source['keptCopy']>; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const { mediaType: type, sha256: hash } = copy
  return (
    <>
      <a className="link" href={routes.media(storedName(hash, type))}>
        {t('media.openCopy')}
      </a>
      <span className="wrap-anywhere block text-meta text-muted">
        {t('sources.keptCopyOf', { type, size: fileSize(copy.byteSize, context), hash })}
      </span>
    </>
  )
}
