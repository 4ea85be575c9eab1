'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { describedIn } from '@/lib/media/described-languages'
import type { MediaSummary } from '@/lib/media/summary'
import { small } from './button-styles'
import { describedBy, fieldStyle, Labelled } from './labelled'
import { saveMediaWords } from './upload-file'

/**
 * The description of a picture, its credit and licence, within the form of a record: saved apart from it, as they belong
 * to the picture.
 */
export function MediaWords({ media, onSaved }: { media: MediaSummary; onSaved: (media: MediaSummary) => void }) {
  const t = useTranslations('deskMedia')
  const locale = useLocale()
  const id = useId()
  const [isOpen, setOpen] = useState(media.isUndescribed)
  const [words, setWords] = useState<Record<string, string>>(() => ({
    ...Object.fromEntries(
      describedIn.map((language) => [`alternativeText.${language}`, media.alternativeTexts[language] ?? '']),
    ),
    ...{ credit: media.credit ?? '', licence: media.licence ?? '' },
  }))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isSaving, setSaving] = useState(false)
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const fields = [
    ...describedIn.map((language, at) => ({
      name: `alternativeText.${language}`,
      label: t('descriptionIn', { language: languages.of(language) ?? language }),
      hint: at === 0 ? t('descriptionHint') : undefined,
    })),
    { name: 'credit', label: t('credit'), hint: t('creditHint') },
    { name: 'licence', label: t('licence'), hint: t('licenceHint') },
  ]
  const save = async () => {
    setSaving(true)
    const outcome = await saveMediaWords(media.id, words)
    setSaving(false)
    if (!outcome) return setErrors({ form: t('failed') })
    if ('errors' in outcome) return setErrors(outcome.errors)
    setErrors({})
    setOpen(false)
    onSaved(outcome.media)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault() // it would send the form around
    void save()
  }
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-card border border-rule p-4"
    >
      <summary className="cursor-pointer font-semibold text-meta">{t('description')}</summary>
      {media.isUndescribed && <p className="pt-2 font-semibold text-gold text-meta">{t('describe')}</p>}
      <div className="space-y-4 pt-3">
        {errors.form && (
          <p role="alert" className="font-semibold text-gold text-meta">
            {errors.form}
          </p>
        )}
        {fields.map(({ name, label, hint }) => {
          const [fieldId, error] = [`${id}-${name}`, errors[name]]
          return (
            <Labelled key={name} id={fieldId} label={label} hint={hint} error={error}>
              <input
                id={fieldId}
                value={words[name] ?? ''}
                maxLength={500}
                onChange={(event) => setWords({ ...words, [name]: event.target.value })}
                onKeyDown={onKeyDown}
                aria-describedby={describedBy(fieldId, { hint, error })}
                aria-invalid={error ? true : undefined}
                className={fieldStyle}
              />
            </Labelled>
          )
        })}
        <button type="button" className={small} onClick={() => void save()} aria-disabled={isSaving}>
          {t('saveDescription')}
        </button>
      </div>
    </details>
  )
}
