'use client'

import type { FileKind } from '@/lib/media/file-kinds'
import { newId } from '@/lib/revisions/new-id'
import { useEditor, useField } from './editor-context'
import { MediaField } from './media-field'
import { NameInLanguages } from './named-rows'
import { RowList } from './row-list'
import { useWords } from './use-words'

/** A picture or document of the record. */
export function FileField(props: { path: string; label: string; hint?: string; accept: FileKind }) {
  const { path, ...shown } = props
  const { name, text, error, set } = useField(path)
  const { files } = useEditor()
  return (
    <MediaField {...{ name, error }} {...shown} value={text || null} onChange={set} choices={files[props.accept]} />
  )
}

/** Slides, programmes and other documents, each with what it is called. */
export function AttachmentsField() {
  const { t, label } = useWords()
  return (
    <RowList
      path="attachments"
      label={label('attachments')}
      addLabel={t('add.attachment')}
      empty={t('empty.attachments')}
      blank={() => ({ id: newId(), media: null, texts: {} })}
      nameOf={(_, at) => t('nth', { number: at + 1 })}
    >
      {(row) => (
        <>
          <FileField path={`${row}.media`} label={label('document')} accept="document" />
          <NameInLanguages path={`${row}.texts`} label={label('title')} field="title" />
        </>
      )}
    </RowList>
  )
}
