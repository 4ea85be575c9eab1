'use client'

import { type Option, titleIn } from '@/lib/revisions/edit-labels'
import { StatementForm as StatementForms, StatementKind } from '@/prisma/client/enums'
import { ChoiceField } from '../choice-field'
import { CitationsField } from '../citations-field'
import { useEditor, useField } from '../editor-context'
import { FormSections, Pair } from '../form-sections'
import { LineField } from '../line-field'
import { RecordChips } from '../record-chips'
import type { EditorStart } from '../record-editor'
import { RecordPicker } from '../record-picker'
import { OriginalTexts, Translations } from '../text-languages'
import { useAppearances } from '../use-appearances'
import { useTranslatedNote, useWords } from '../use-words'

export function StatementForm({ start }: { start: EditorStart }) {
  const { t, label, hint, text, choices } = useWords()
  const { locale } = useEditor()
  const edition = useField('edition')
  const session = useField('session')
  const appearances = useAppearances(session.text, start)
  const texts = [text('text', 'prose')]
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
                <ChoiceField path="form" label={label('form')} choices={choices('form', StatementForms)} />
                <ChoiceField path="kind" label={label('statementKind')} choices={choices('kind', StatementKind)} />
              </Pair>
              <RecordPicker path="edition" noun="edition" label={label('edition')} />
              <RecordPicker path="session" noun="session" label={label('session')} parentId={edition.text || null} />
              <ChoiceField
                path="appearance"
                label={label('whoSaid')}
                hint={hint('whoSaid')}
                none={t('notKnown')}
                choices={appearances.map(({ id, titles }: Option) => ({
                  value: id,
                  label: titleIn(titles, locale)?.title ?? id,
                }))}
              />
              <Pair>
                <LineField path="position" type="number" label={label('position')} hint={hint('position')} />
                <LineField path="checkedOn" type="date" label={label('checkedOn')} hint={hint('checkedOn')} />
              </Pair>
              <RecordChips path="topics" noun="topic" label={label('topics')} />
            </>
          ),
        },
        {
          id: 'translations',
          title: t('section.translations'),
          note: useTranslatedNote('text'),
          content: <Translations texts={texts} />,
        },
        { id: 'sources', title: t('section.sources'), content: <CitationsField /> },
      ]}
    />
  )
}
