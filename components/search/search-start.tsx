import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { offeredExamples } from '@/lib/search/examples'
import { PageTitle } from '../page-title'
import { SearchForm } from '../search-form'
import { Section } from '../section'
import { ExampleLinks } from './example-links'

const lists = ['forums', 'sessions', 'speakers', 'organisations', 'topics', 'statements'] as const

/** The search before anything is asked: what can be found, examples, and the lists. */
export function SearchStart({ locale }: { locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <>
      <PageTitle title={t('search.title')} />
      <div className="pt-6">
        <SearchForm locale={locale} />
        <ExampleLinks names={offeredExamples} locale={locale} />
      </div>
      <p className="prose pt-7 text-lede text-muted">{t('search.start.text')}</p>
      <p className="pt-4">
        <a className="link" href={inLocale(locale, routes.searchHelp())}>
          {t('search.howTo')}
        </a>
      </p>
      <Section id="lists" title={t('search.start.lists')}>
        <ul className="grid gap-x-10 sm:grid-cols-2">
          {lists.map((list) => (
            <li key={list} className="border-rule border-t py-4">
              <a className="quiet-link font-serif text-item" href={inLocale(locale, routes[list]())}>
                {t(`words.${list}`)}
              </a>
              <p className="text-meta text-muted">{t(`search.list.${list}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
