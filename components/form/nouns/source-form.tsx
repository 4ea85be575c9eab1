'use client'

import { DatePrecision, SourceKind } from '@/prisma/client/enums'
import { ChoiceField } from '../choice-field'
import { FileField } from '../file-field'
import { FormSections, Pair } from '../form-sections'
import { LineField } from '../line-field'
import { OriginalTexts, Translations } from '../text-languages'
import { useTranslatedNote, useWords } from '../use-words'

export function SourceForm() {
  const { t, label, hint, text, own, choices } = useWords()
  const texts = [text('title', 'line'), { ...text('note', 'markdown'), hint: hint('noteOfSource') }]
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
              <Pair>
                <ChoiceField path="kind" label={label('kind')} choices={choices('sourceKind', SourceKind)} />
                <LineField path="language" label={label('languageTag')} hint={hint('languageTag')} />
              </Pair>
              <LineField path="url" type="url" label={label('url')} />
              <Pair>
                <LineField path="author" label={label('author')} />
                <LineField path="publisher" label={label('publisher')} />
              </Pair>
              <Pair>
                <LineField path="publishedOn" type="date" label={label('publishedOn')} />
                <ChoiceField
                  path="publishedOnPrecision"
                  label={label('datePrecision')}
                  choices={own('precision', DatePrecision)}
                />
              </Pair>
              <LineField path="readOn" type="date" label={label('readOn')} hint={hint('readOn')} />
            </>
          ),
        },
        {
          id: 'media',
          title: t('section.media'),
          content: <FileField path="keptCopy" label={label('keptCopy')} hint={hint('keptCopy')} accept="document" />,
        },
        {
          id: 'translations',
          title: t('section.translations'),
          note: useTranslatedNote('title'),
          content: <Translations texts={texts} />,
        },
      ]}
    />
  )
}
