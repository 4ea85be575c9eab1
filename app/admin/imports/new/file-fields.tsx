import { fieldStyle } from '@/components/form/labelled'
import type { I18n } from '@/lib/i18n/translator'

/** One file or several, or a folder with all that is in it, as pyvideo keeps an event. */
export const FileFields = ({ i18n: { t } }: { i18n: I18n }) => (
  <>
    <div>
      <label htmlFor="file" className="block font-semibold">
        {t('deskImport.file')}
      </label>
      <p id="file-hint" className="text-meta text-muted">
        {t('deskImport.fileHint')}
      </p>
      <input id="file" name="file" type="file" multiple aria-describedby="file-hint" className={fieldStyle} />
    </div>
    <details>
      <summary className="py-1 text-accent">{t('deskImport.folder')}</summary>
      <label htmlFor="folder" className="block pt-2 font-semibold">
        {t('deskImport.folderLabel')}
      </label>
      <p id="folder-hint" className="text-meta text-muted">
        {t('deskImport.folderHint')}
      </p>
      <input
        id="folder"
        name="file"
        type="file"
        multiple
        {...{ webkitdirectory: '' }}
        aria-describedby="folder-hint"
        className={fieldStyle}
      />
    </details>
  </>
)
