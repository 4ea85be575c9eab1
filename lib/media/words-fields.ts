import { languageName } from '@/lib/countries'
import type { I18n } from '@/lib/i18n/translator'
import { describedIn } from './described-languages'

export type WordsField = { name: string; label: string; hint?: string; value: string }

/** What is asked about a file; `values` by the names of the fields. A document needs no description. */
export function wordsFields(i18n: I18n, values: Record<string, string | null | undefined>): WordsField[] {
  const { t } = i18n
  return [
    ...describedIn.map((language, at) => ({
      name: `alternativeText.${language}`,
      label: t('deskMedia.descriptionIn', { language: languageName(language, i18n) }),
      ...(at === 0 ? { hint: t('deskMedia.descriptionHint') } : {}),
    })),
    { name: 'credit', label: t('deskMedia.credit'), hint: t('deskMedia.creditHint') },
    { name: 'licence', label: t('deskMedia.licence'), hint: t('deskMedia.licenceHint') },
  ].map((field) => ({ ...field, value: values[field.name] ?? '' }))
}
