import { languageName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'

/**
 * Says once, at the foot of a page, how its texts came to be in the reader's language: who translated them and
 * whether a person checked it, or that some are not translated yet. Give it the main texts of the page.
 */
export function TranslationNote({ said, locale }: { said: readonly (Said | null)[]; locale: Locale }) {
  const context = i18n(locale)
  const { t, format } = context
  const texts = said.filter((text) => text !== null)
  const foreign = [...new Set(texts.filter((text) => text.language !== locale).map((text) => text.language))]
  const translated = texts.filter((text) => text.language === locale && text.status !== 'original')
  const translator = (name: string | null) => (name === null || name === 'plenary' ? t('site.theProject') : name)
  const notes = [
    ...new Set(
      translated.map((text) =>
        t(text.status === 'machine' ? 'site.translatedByMachine' : 'site.translatedByHuman', {
          translator: translator(text.translator),
        }),
      ),
    ),
    ...(foreign.length > 0
      ? [
          t('site.notTranslated', {
            language: format.list(
              foreign.map((tag) => languageName(tag, context)),
              { type: 'conjunction' },
            ),
          }),
        ]
      : []),
  ]
  if (notes.length === 0) return null
  return <p className="mt-14 border-rule border-t pt-4 text-meta text-muted">{notes.join(' ')}</p>
}
