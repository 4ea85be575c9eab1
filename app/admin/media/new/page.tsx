import type { Metadata } from 'next'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextField } from '@/components/form/text-field'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { acceptedTypes } from '@/lib/media/file-kinds'
import { type UploadProblemKey, uploadProblems } from '@/lib/media/upload-problem'
import { wordsFields } from '@/lib/media/words-fields'
import { first } from '@/lib/pagination'
import { routes } from '@/lib/routes'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const isProblem = (key: string | null): key is UploadProblemKey => key !== null && Object.hasOwn(uploadProblems, key)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskMedia.add') }
}

/** A plain form: the file and what is said about it. */
export default async function NewMediaPage({ searchParams }: Props) {
  await allowed('write')
  const query = await searchParams
  const i18n = await deskI18n()
  const { t } = i18n
  const asked = first(query.problem)
  const problem = isProblem(asked) ? t(`deskMedia.problem.${asked}`) : null
  const typed = Object.fromEntries(Object.keys(query).map((name) => [name, first(query[name])]))
  return (
    <div className="max-w-xl">
      <p className="pb-2 text-meta">
        <a className="link" href={routes.deskMedia()}>
          {t('deskMedia.title')}
        </a>
      </p>
      <h1 className="text-title">{t('deskMedia.add')}</h1>
      <form action={routes.uploadMedia()} method="post" encType="multipart/form-data" className="space-y-5 pt-6">
        <ErrorSummary title={t('deskMedia.notSaved')} errors={problem ? { file: problem } : {}} />
        {/* Before the file: they are read first, and stand here again when the file cannot be taken. */}
        {wordsFields(i18n, typed).map(({ value, ...field }) => (
          <TextField key={field.name} {...field} defaultValue={value} />
        ))}
        <div>
          <label htmlFor="file" className="block font-semibold">
            {t('deskMedia.file')}
          </label>
          <p id="file-hint" className="text-meta text-muted">
            {t('deskMedia.fileHint')}
          </p>
          {problem && (
            <p id="file-error" className="font-semibold text-gold text-meta">
              {problem}
            </p>
          )}
          <input
            id="file"
            name="file"
            type="file"
            required
            accept={Object.keys(acceptedTypes).join(',')}
            aria-describedby={problem ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={problem ? true : undefined}
            className="mt-1.5 w-full rounded-small border border-field bg-sheet px-3 py-2 aria-invalid:border-2 aria-invalid:border-gold"
          />
        </div>
        <button
          type="submit"
          className="rounded-small bg-accent px-5 py-2.5 font-semibold text-on-accent hover:bg-accent-ink"
        >
          {t('deskMedia.store')}
        </button>
      </form>
    </div>
  )
}
