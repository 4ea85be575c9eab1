import type { Home } from '@/lib/home/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { citationsFor } from '@/lib/sources/citations'
import { ButtonLink } from './button-link'
import { CitationMarks } from './citation-marks'
import { Participation } from './participation'
import { SaidText } from './said-text'
import type { SourceNumbers } from './source-numbers'

/** The latest edition: what it was about, and who took part. */
export function LatestEdition(props: { latest: NonNullable<Home['latest']>; numbers: SourceNumbers; locale: Locale }) {
  const { latest, numbers, locale } = props
  const { t } = i18n(locale)
  const { name, theme, summary, year } = latest
  const evidence = ['theme', 'summary'].flatMap((claim) => citationsFor(latest.citations, claim))
  return (
    <div className="grid items-center gap-x-14 gap-y-10 pt-12 lg:grid-cols-[minmax(0,1fr)_26rem] lg:pt-16">
      <div className="min-w-0">
        <p className="pb-2 font-semibold text-gold text-small">
          {t('home.latestEdition')}
          {theme && (
            <>
              {' · '}
              <SaidText said={name.name} locale={locale} />
            </>
          )}
        </p>
        <h1 className={titleSize((theme ?? name.name).value)}>
          <SaidText said={theme ?? name.name} locale={locale} />
        </h1>
        {summary && (
          <p className="prose pt-4 font-serif text-lede text-muted">
            <SaidText said={summary} locale={locale} />
            <CitationMarks citations={evidence} numbers={numbers} locale={locale} />
          </p>
        )}
        <p className="flex flex-wrap gap-3 pt-6">
          <ButtonLink href={inLocale(locale, name.path)} isMain>
            {year ? t('home.openYear', { year: String(year) }) : t('home.open')}
          </ButtonLink>
          <ButtonLink href={inLocale(locale, routes.sessions())}>{t('home.browseSessions')}</ButtonLink>
        </p>
      </div>
      <div>
        <Participation edition={latest} locale={locale} isListVisible={false} />
      </div>
    </div>
  )
}

/** A long theme is set smaller, so that it keeps to three lines on a phone too. */
function titleSize(title: string): string {
  if (title.length > 80) return 'text-[1.25rem]/snug sm:text-section lg:text-title'
  if (title.length > 65) return 'text-[1.375rem]/tight sm:text-section lg:text-title'
  return title.length > 50 ? 'text-section sm:text-title lg:text-display' : 'text-display'
}

/** What stands first while no edition is archived. */
export function NothingYet({ locale }: { locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <div className="pt-12 lg:pt-16">
      <h1 className="text-display">{t('site.tagline')}</h1>
      <p className="prose pt-4 font-serif text-lede text-muted">{t('site.description')}</p>
      <p className="pt-6">{t('home.empty')}</p>
    </div>
  )
}
