'use client'

import { newId } from '@/lib/revisions/new-id'
import { NameKind } from '@/prisma/client/enums'
import { ChoiceField } from './choice-field'
import { LineField } from './line-field'
import { RowList } from './row-list'
import { useWords } from './use-words'

/** Other spellings, scripts and former names. */
export function OtherNamesField() {
  const { t, label, hint, own } = useWords()
  return (
    <RowList
      path="names"
      label={label('otherNames')}
      addLabel={t('add.name')}
      empty={t('empty.names')}
      blank={() => ({ id: newId(), name: null, language: null, kind: 'spelling' })}
      nameOf={({ name }, at) => String(name ?? t('nth', { number: at + 1 }))}
    >
      {(row) => (
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <LineField path={`${row}.name`} label={label('name')} />
          <ChoiceField path={`${row}.kind`} label={label('nameKind')} choices={own('nameKind', NameKind)} />
          <LineField path={`${row}.language`} label={label('languageTag')} hint={hint('languageTag')} />
        </div>
      )}
    </RowList>
  )
}

const registries = { wikidata: 'Wikidata', orcid: 'ORCID', viaf: 'VIAF', isni: 'ISNI', ror: 'ROR' }

/** What public registries call a person or organisation. */
export function IdentifiersField({ schemes }: { schemes: readonly (keyof typeof registries)[] }) {
  const { t, label, hint } = useWords()
  return (
    <RowList
      path="identifiers"
      label={label('identifiers')}
      addLabel={t('add.identifier')}
      empty={t('empty.identifiers')}
      blank={() => ({ scheme: schemes[0] ?? 'wikidata', value: null })}
      nameOf={({ scheme }, at) => String(scheme ?? at + 1)}
    >
      {(row) => (
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <ChoiceField
            path={`${row}.scheme`}
            label={label('registry')}
            choices={schemes.map((value) => ({ value, label: registries[value] }))}
          />
          <LineField path={`${row}.value`} label={label('identifier')} hint={hint('identifier')} />
        </div>
      )}
    </RowList>
  )
}
