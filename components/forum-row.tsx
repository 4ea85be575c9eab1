import type { ForumCard } from '@/lib/forums/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { plainText } from '@/lib/markdown'
import { leadOf } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import { SaidText } from './said-text'

/** The years in which a forum met, as far as they are recorded: "2014–2025". */
export const yearsOf = ({ years }: ForumCard): string | null =>
  years && (years.first === years.last ? String(years.first) : `${years.first}–${years.last}`)

/** A forum in a list: its name, what it is, and how many editions are archived. */
export function ForumRow({ forum, locale }: { forum: ForumCard; locale: Locale }) {
  const { t } = i18n(locale)
  const { description } = forum
  return (
    <article className="grid gap-x-7 gap-y-1 border-rule border-t py-6 md:grid-cols-[1fr_15rem]" data-keep-together>
      <div className="min-w-0">
        <h2 className="font-semibold text-item">
          <a className="quiet-link" href={inLocale(locale, forum.path)}>
            <SaidText said={forum.name} locale={locale} />
          </a>
        </h2>
        {description && (
          <p
            className="prose pt-1 text-[0.9375rem] text-muted"
            lang={description.language === locale ? undefined : description.language}
          >
            {leadOf(plainText(description.value), 260)}
          </p>
        )}
      </div>
      <p className="pt-0.5 text-[0.9375rem] text-muted md:text-end">
        {t('words.countEditions', { count: forum.editionCount })}
        <span className="block">{yearsOf(forum) ?? t('forums.yearNotRecorded')}</span>
      </p>
    </article>
  )
}
