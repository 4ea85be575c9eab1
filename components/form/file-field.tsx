'use client'

import { useTranslations } from 'use-intl'
import type { FileKind } from '@/lib/media/file-kinds'
import { newId } from '@/lib/revisions/new-id'
import { useEditor, useField } from './editor-context'
import { MediaField } from './media-field'
import { RowList } from './row-list'
import { OriginalTexts, Translations } from './text-languages'
import { useWords } from './use-words'

/** A stored file in the form of a record. */
export function FileField(props: { path: string; accept: FileKind; label: string; hint?: string }) {
  const { path, accept, label, hint } = props
  const { name, text, error, set } = useField(path)
  const { files } = useEditor()
  return (
    <MediaField
      {...{ name, accept, label, error, ...(hint ? { hint } : {}) }}
      value={text || null}
      onChange={set}
      choices={files[accept]}
    />
  )
}

/** The documents of a session or edition, each with its title in every language. */
export function DocumentsField() {
  const t = useTranslations('deskMedia.field')
  const { text } = useWords()
  const texts = [text('title', 'line')]
  return (
    <RowList
      path="attachments"
      label={t('documents')}
      addLabel={t('addDocument')}
      empty={t('noDocuments')}
      nameOf={(_row, at) => t('document', { number: at + 1 })}
      blank={() => ({ id: newId(), media: null, texts: {} })}
    >
      {(path, _row, at) => (
        <>
          <FileField path={`${path}.media`} accept="document" label={t('document', { number: at + 1 })} />
          <OriginalTexts texts={texts} base={`${path}.texts`} />
          <details>
            <summary className="cursor-pointer font-semibold text-meta">{t('translations')}</summary>
            <div className="pt-3">
              <Translations texts={texts} base={`${path}.texts`} />
            </div>
          </details>
        </>
      )}
    </RowList>
  )
}
