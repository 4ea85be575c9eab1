'use client'

import { CitationsField } from '../citations-field'
import { FileField } from '../file-field'
import { FormSections } from '../form-sections'
import { LineField } from '../line-field'
import { LinksField } from '../links-field'
import { IdentifiersField, OtherNamesField } from '../names-fields'
import { OriginalTexts, Translations } from '../text-languages'
import { useTranslatedNote, useWords } from '../use-words'

export function PersonForm() {
  const { t, label, hint, text } = useWords()
  const texts = [
    { ...text('personName', 'line'), field: 'name' },
    { ...text('sortName', 'line'), hint: hint('sortName') },
    text('biography', 'markdown'),
  ]
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
              <OtherNamesField />
              <IdentifiersField schemes={['wikidata', 'orcid', 'viaf', 'isni']} />
              <LinksField />
              <LineField path="slug" label={label('slug')} hint={hint('slug')} />
            </>
          ),
        },
        {
          id: 'media',
          title: t('section.media'),
          content: <FileField path="portrait" label={label('portrait')} accept="picture" />,
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
