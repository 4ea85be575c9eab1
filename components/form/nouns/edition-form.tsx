'use client'

import { titleIn } from '@/lib/revisions/edit-labels'
import { newId } from '@/lib/revisions/new-id'
import { DatePrecision, EditionOrganisationRole } from '@/prisma/client/enums'
import { ChoiceField } from '../choice-field'
import { CitationsField } from '../citations-field'
import { CountriesField } from '../countries-field'
import { CountryField } from '../country-field'
import { useEditor } from '../editor-context'
import { AttachmentsField } from '../file-field'
import { FormSections, Pair } from '../form-sections'
import { LineField } from '../line-field'
import { NamedRows } from '../named-rows'
import { RecordPicker } from '../record-picker'
import { RowList } from '../row-list'
import { OriginalTexts, Translations } from '../text-languages'
import { TimeZoneField } from '../time-zone-field'
import { useTranslatedNote, useWords } from '../use-words'

export function EditionForm() {
  const { t, label, hint, text, own, choices } = useWords()
  const { labels, locale } = useEditor()
  const texts = [
    text('theme', 'line'),
    { ...text('editionTitle', 'line'), field: 'title', hint: hint('editionTitle') },
    text('summary', 'line'),
    text('city', 'line'),
    text('venue', 'line'),
    text('description', 'markdown'),
    { ...text('dateNote', 'line'), hint: hint('dateNote') },
  ]
  const details = (
    <>
      <RecordPicker path="forum" noun="forum" label={label('forum')} canCreate />
      <Pair>
        <LineField path="year" type="number" label={label('year')} />
        <LineField path="number" type="number" label={label('number')} hint={hint('number')} />
      </Pair>
      <OriginalTexts texts={texts} />
      <Pair>
        <LineField path="startsOn" type="date" label={label('startsOn')} />
        <LineField path="endsOn" type="date" label={label('endsOn')} />
      </Pair>
      <Pair>
        <ChoiceField path="datePrecision" label={label('datePrecision')} choices={own('precision', DatePrecision)} />
        <TimeZoneField path="timeZone" label={label('timeZone')} hint={hint('timeZone')} />
      </Pair>
      <Pair>
        <CountryField path="country" label={label('hostCountry')} none={t('notKnown')} />
        <LineField path="website" type="url" label={label('website')} />
      </Pair>
      <LineField path="slug" label={label('slug')} hint={hint('slugOfEdition')} />
    </>
  )
  const programme = (
    <>
      <RowList
        path="days"
        label={label('days')}
        addLabel={t('add.day')}
        empty={t('empty.days')}
        blank={() => ({ id: newId(), number: null, date: null })}
        nameOf={({ number, date }, at) => String(date ?? number ?? at + 1)}
      >
        {(row) => (
          <Pair>
            <LineField path={`${row}.date`} type="date" label={label('date')} />
            <LineField path={`${row}.number`} type="number" label={label('dayNumber')} hint={hint('dayNumber')} />
          </Pair>
        )}
      </RowList>
      <NamedRows path="rooms" label={label('rooms')} addLabel={t('add.room')} empty={t('empty.rooms')} />
      <NamedRows path="tracks" label={label('tracks')} addLabel={t('add.track')} empty={t('empty.tracks')} />
    </>
  )
  const participants = (
    <>
      <RowList
        path="organisations"
        label={label('organisations')}
        addLabel={t('add.organisation')}
        empty={t('empty.organisations')}
        blank={() => ({ organisation: null, role: 'organiser' })}
        nameOf={({ organisation }, at) =>
          titleIn(labels[String(organisation)]?.titles ?? {}, locale)?.title ?? t('nth', { number: at + 1 })
        }
      >
        {(row) => (
          <Pair>
            <RecordPicker path={`${row}.organisation`} noun="organisation" label={label('organisation')} canCreate />
            <ChoiceField
              path={`${row}.role`}
              label={label('role')}
              choices={choices('organisationRole', EditionOrganisationRole)}
            />
          </Pair>
        )}
      </RowList>
      <LineField path="countryCount" type="number" label={label('countryCount')} hint={hint('countryCount')} />
      <CountriesField path="countries" label={label('countries')} hint={hint('countries')} />
    </>
  )
  return (
    <FormSections
      label={t('sections')}
      sections={[
        { id: 'details', title: t('section.details'), content: details },
        { id: 'programme', title: t('section.programme'), content: programme },
        { id: 'participants', title: t('section.participants'), content: participants },
        { id: 'media', title: t('section.media'), content: <AttachmentsField /> },
        {
          id: 'translations',
          title: t('section.translations'),
          note: useTranslatedNote('theme'),
          content: <Translations texts={texts} />,
        },
        { id: 'sources', title: t('section.sources'), content: <CitationsField /> },
      ]}
    />
  )
}
