import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { PublicLink } from '@/lib/revisions/links'
import { Section } from './section'

/** Where else on the web there is something of a session or person. Nothing where there is nothing. */
export function LinksSection({ links, locale }: { links: PublicLink[]; locale: Locale }) {
  const { t } = i18n(locale)
  if (links.length === 0) return null
  return (
    <Section id="links" title={t('words.links')}>
      <ul className="prose space-y-2">
        {links.map(({ url, title }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells two apart
          <li key={at}>
            <a className="link wrap-anywhere" href={url} rel="external">
              {title ?? withoutScheme(url)}
            </a>
            {title && <span className="block text-meta text-muted">{hostOf(url)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const withoutScheme = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url)
