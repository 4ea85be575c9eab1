'use client'

import { OrganisationKind } from '@/prisma/client/enums'
import { ChoiceField } from '../choice-field'
import { CitationsField } from '../citations-field'
import { CountryField } from '../country-field'
import { FormSections, Pair } from '../form-sections'
import { LineField } from '../line-field'
import { IdentifiersField, OtherNamesField } from '../names-fields'
import { RecordPicker } from '../record-picker'
import { OriginalTexts, Translations } from '../text-languages'
import { useTranslatedNote, useWords } from '../use-words'

export function OrganisationForm() {
  const { t, label, hint, text, choices } = useWords()
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
              <Pair>
                <ChoiceField
                  path="kind"
                  label={label('kind')}
                  choices={choices('organisationKind', OrganisationKind)}
                  none={t('notKnown')}
                />
                <CountryField path="country" label={label('country')} none={t('none')} />
              </Pair>
              <RecordPicker path="parent" noun="organisation" label={label('parent')} hint={hint('parent')} canCreate />
              <LineField path="website" type="url" label={label('website')} />
              <OtherNamesField />
              <IdentifiersField schemes={['wikidata', 'ror', 'viaf', 'isni']} />
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
