import type { I18n } from '@/lib/i18n/translator'
import type { Citation } from './citations'

/** Sources in words, each with its locator, as a citation names them. */
export const citedSources = (citations: readonly Pick<Citation, 'source' | 'locator'>[], { t }: I18n): string[] =>
  citations.map(({ source, locator }) =>
    t('statements.citedSource', {
      title: t('statements.quoted', { text: source.originalTitle.value }),
      locator: locator ? `, ${t('words.paragraph', { locator })}` : '',
    }),
  )
