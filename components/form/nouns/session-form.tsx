'use client'

import { titleIn } from '@/lib/revisions/edit-labels'
import { newId } from '@/lib/revisions/new-id'
import { AppearanceRole, SessionFormat } from '@/prisma/client/enums'
import { ChoiceField, TickField } from '../choice-field'
import { CitationsField } from '../citations-field'
import { CountryField } from '../country-field'
import { useEditor } from '../editor-context'
import { AttachmentsField } from '../file-field'
import { FormSections, Pair } from '../form-sections'
import { LineField } from '../line-field'
import { LinksField } from '../links-field'
import { NameInLanguages } from '../named-rows'
import { RecordChips } from '../record-chips'
import type { EditorStart } from '../record-editor'
import { RecordPicker } from '../record-picker'
import { RowList } from '../row-list'
import { OriginalTexts, Translations } from '../text-languages'
import { useTranslatedNote, useWords } from '../use-words'

export function SessionForm({ start }: { start: EditorStart }) {
  const { t, label, hint, text, choices } = useWords()
  const { labels, locale } = useEditor()
  const texts = [
    text('title', 'line'),
    text('abstract', 'markdown'),
    { ...text('note', 'markdown'), hint: hint('note') },
  ]
  const places = start.places
  const options = (list: { id: string; titles: Record<string, string> }[] | undefined) =>
    (list ?? []).map(({ id, titles }) => ({ value: id, label: titleIn(titles, locale)?.title ?? id }))
  const zone = places ? t('inZone', { zone: places.timeZone }) : t('zoneAfterSave')
  const details = (
    <>
      <OriginalTexts texts={texts} />
      <TickField path="isTitleSupplied" label={label('isTitleSupplied')} hint={hint('isTitleSupplied')} />
      <Pair>
        <ChoiceField path="format" label={label('format')} choices={choices('format', SessionFormat)} />
        <LineField path="language" label={label('spokenLanguage')} hint={hint('spokenLanguage')} />
      </Pair>
      <RecordPicker path="edition" noun="edition" label={label('edition')} />
      <Pair>
        <ChoiceField path="day" label={label('day')} choices={places?.days ?? []} none={t('notKnown')} />
        <ChoiceField path="room" label={label('room')} choices={options(places?.rooms)} none={t('notKnown')} />
      </Pair>
      <Pair>
        <LineField path="startsAt" type="datetime-local" label={label('startsAt')} hint={zone} />
        <LineField path="endsAt" type="datetime-local" label={label('endsAt')} hint={zone} />
      </Pair>
      <Pair>
        <ChoiceField path="track" label={label('track')} choices={options(places?.tracks)} none={t('none')} />
        <LineField path="position" type="number" label={label('position')} hint={hint('position')} />
      </Pair>
      <TickField path="isCancelled" label={label('isCancelled')} />
      <RecordChips path="topics" noun="topic" label={label('topics')} />
      <LineField path="slug" label={label('slug')} hint={hint('slug')} />
    </>
  )
  const people = (
    <RowList
      path="appearances"
      label={label('appearances')}
      addLabel={t('add.speaker')}
      empty={t('empty.appearances')}
      blank={() => ({
        id: newId(),
        ...{ person: null, role: 'speaker', organisation: null, country: null, nameAsPrinted: null },
        ...{ texts: {}, citations: [] },
      })}
      nameOf={({ person, nameAsPrinted }, at) =>
        titleIn(labels[String(person)]?.titles ?? {}, locale)?.title ??
        String(nameAsPrinted ?? t('nth', { number: at + 1 }))
      }
    >
      {(row) => (
        <>
          <Pair>
            <RecordPicker path={`${row}.person`} noun="person" label={label('person')} canCreate />
            <ChoiceField path={`${row}.role`} label={label('role')} choices={choices('role', AppearanceRole)} />
          </Pair>
          <fieldset className="min-w-0">
            <legend className="font-semibold">{label('positionHeld')}</legend>
            <NameInLanguages path={`${row}.texts`} label={label('positionHeld')} field="positionHeld" />
          </fieldset>
          <Pair>
            <RecordPicker path={`${row}.organisation`} noun="organisation" label={label('organisation')} canCreate />
            <CountryField path={`${row}.country`} label={label('countryRepresented')} none={t('none')} />
          </Pair>
          <LineField path={`${row}.nameAsPrinted`} label={label('nameAsPrinted')} hint={hint('nameAsPrinted')} />
          <details>
            <summary className="py-1 text-accent">{t('sourcesOfThis')}</summary>
            <CitationsField path={`${row}.citations`} />
          </details>
        </>
      )}
    </RowList>
  )
  return (
    <FormSections
      label={t('sections')}
      sections={[
        { id: 'details', title: t('section.details'), content: details },
        { id: 'speakers', title: t('section.speakers'), content: people },
        {
          id: 'media',
          title: t('section.media'),
          content: (
            <>
              <AttachmentsField />
              <LinksField />
            </>
          ),
        },
        {
          id: 'translations',
          title: t('section.translations'),
          note: useTranslatedNote('title'),
          content: <Translations texts={texts} />,
        },
        { id: 'sources', title: t('section.sources'), content: <CitationsField /> },
      ]}
    />
  )
}
