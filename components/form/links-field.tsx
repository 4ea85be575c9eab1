'use client'

import { LineField } from './line-field'
import { RowList } from './row-list'
import { useWords } from './use-words'

/** Where else on the web there is something of the record: recordings, slides, a page of one's own. */
export function LinksField() {
  const { t, label, hint } = useWords()
  return (
    <RowList
      path="links"
      label={label('links')}
      addLabel={t('add.link')}
      empty={t('empty.links')}
      blank={() => ({ url: null, title: null })}
      nameOf={({ title, url }, at) => String(title ?? url ?? t('nth', { number: at + 1 }))}
    >
      {(row) => (
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <LineField path={`${row}.url`} label={label('url')} />
          <LineField path={`${row}.title`} label={label('title')} hint={hint('linkTitle')} />
        </div>
      )}
    </RowList>
  )
}
