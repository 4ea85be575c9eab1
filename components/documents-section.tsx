import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { PublicDocument } from '@/lib/media/documents'
import { fileTypeAndSize } from '@/lib/media/file-size'
import { SaidText } from './said-text'
import { Section } from './section'

/** The files of a session or edition, each with its type and size. Nothing where there are none. */
export function DocumentsSection({ documents, locale }: { documents: PublicDocument[]; locale: Locale }) {
  const context = i18n(locale)
  if (documents.length === 0) return null
  return (
    <Section id="documents" title={context.t('media.documents')}>
      <ul className="prose space-y-2">
        {documents.map((document) => (
          <li key={document.path}>
            <a className="link wrap-anywhere" href={document.path}>
              {document.title ? <SaidText said={document.title} locale={locale} /> : document.fileName}
            </a>
            <span className="block text-meta text-muted">
              {[fileTypeAndSize(document, context), document.credit, document.licence].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
