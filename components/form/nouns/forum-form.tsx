'use client'

import { CitationsField } from '../citations-field'
import { FormSections } from '../form-sections'
import { LineField } from '../line-field'
import { OriginalTexts, Translations } from '../text-languages'
import { useTranslatedNote, useWords } from '../use-words'

export function ForumForm() {
  const { t, label, hint, text } = useWords()
  const texts = [text('name', 'line'), text('shortName', 'line'), text('description', 'markdown')]
  return (
    <FormSections
      label={t('sections')}
      sections={[
        {
          id: 'details',
          title: t('section.details'),
          content: (
            <>
              <OriginalTexts texts={texts} />
              <LineField path="website" type="url" label={label('website')} />
              <LineField path="slug" label={label('slug')} hint={hint('slug')} />
            </>
          ),
        },
        {
          id: 'translations',
          title: t('section.translations'),
          note: useTranslatedNote('name'),
          content: <Translations texts={texts} />,
        },
        { id: 'sources', title: t('section.sources'), content: <CitationsField /> },
      ]}
    />
  )
}
