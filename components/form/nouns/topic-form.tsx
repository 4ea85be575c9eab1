'use client'

import { locales } from '@/lib/i18n/locales'
import { ChoiceField } from '../choice-field'
import { CitationsField } from '../citations-field'
import { useEditor } from '../editor-context'
import { FormSections, Pair } from '../form-sections'
import { LineField } from '../line-field'
import { RecordChips } from '../record-chips'
import { RowList } from '../row-list'
import { OriginalTexts, Translations } from '../text-languages'
import { useLanguageNames } from '../use-language-names'
import { useTranslatedNote, useWords } from '../use-words'

export function TopicForm() {
  const { t, label, hint, text } = useWords()
  const { locale } = useEditor()
  const nameOf = useLanguageNames()
  const texts = [text('name', 'line'), text('definition', 'line')]
  const synonyms = (
    <RowList
      path="synonyms"
      label={label('synonyms')}
      addLabel={t('add.synonym')}
      empty={t('empty.synonyms')}
      blank={() => ({ language: locale, label: null })}
      nameOf={({ label }, at) => String(label ?? t('nth', { number: at + 1 }))}
    >
      {(row) => (
        <Pair>
          <LineField path={`${row}.label`} label={label('synonym')} />
          <ChoiceField
            path={`${row}.language`}
            label={label('language')}
            choices={locales.map((value) => ({ value, label: nameOf(value) }))}
          />
        </Pair>
      )}
    </RowList>
  )
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
              <RecordChips path="broader" noun="topic" label={label('broader')} hint={hint('broader')} />
              {synonyms}
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
