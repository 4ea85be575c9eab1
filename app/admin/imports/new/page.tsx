import type { Metadata } from 'next'
import { ImportForm } from '@/components/form/import-form'
import { Notice } from '@/components/form/notice'
import { SelectField } from '@/components/form/select-field'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { messagesIn } from '@/lib/i18n/translator'
import { listEditionChoices, listForumChoices } from '@/lib/import/edition-choices'
import { formatNames } from '@/lib/import/format-names'
import { problemInWords, problemOf } from '@/lib/import/problem-in-words'
import { fileFormats } from '@/lib/import/programme-file'
import { first } from '@/lib/pagination'
import { routes } from '@/lib/routes'
import { OptionFields } from '../option-fields'
import { FileFields } from './file-fields'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskImport.new') }
}

/** Which file goes into which edition, and how it is to be read. Nothing is written before its rehearsal is confirmed. */
export default async function NewImportPage({ searchParams }: Props) {
  const user = await allowed('write')
  const query = await searchParams
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const [editions, forums] = await Promise.all([listEditionChoices(locale), listForumChoices(locale)])
  const problem = problemOf(query)
  const said = (name: string) => first(query[name]) ?? ''
  return (
    <div className="max-w-xl">
      <p className="pb-2 text-meta">
        <a className="link inline-block py-1" href={routes.imports()}>
          {t('deskImport.title')}
        </a>
      </p>
      <h1 className="text-title">{t('deskImport.new')}</h1>
      <p className="prose pt-3 text-muted">{t('deskImport.newLede')}</p>
      {problem && <Notice isProblem>{problemInWords(problem, i18n)}</Notice>}
      {forums.length === 0 ? (
        <p className="pt-6">
          {t('deskImport.noForum')}{' '}
          <a className="link" href={routes.newRecord('forums')}>
            {t('deskForm.new.forum')}
          </a>
        </p>
      ) : (
        <ImportForm action={routes.uploadImport()} locale={locale} messages={messagesIn(locale, 'deskUpload')}>
          <SelectField
            name="edition"
            label={t('deskImport.edition')}
            hint={t('deskImport.editionHint')}
            defaultValue={said('edition') || editions[0]?.id || `new:${forums[0]?.id}`}
            choices={[
              ...editions.map(({ id, title }) => ({ value: id, label: title })),
              ...forums.map(({ id, title }) => ({
                value: `new:${id}`,
                label: t('deskImport.newEdition', { forum: title }),
              })),
            ]}
          />
          <FileFields i18n={i18n} />
          <SelectField
            name="format"
            label={t('deskImport.formatLabel')}
            hint={t('deskImport.formatHint')}
            defaultValue={said('format')}
            choices={[
              { value: '', label: t('deskImport.recognised') },
              ...fileFormats.map((value) => ({ value, label: formatNames[value] })),
            ]}
          />
          <OptionFields
            chosen={{
              timeZone: said('timeZone') || null,
              language: said('language') || null,
              publish: said('publish') === 'on',
              source: !problem || said('source') === 'on',
            }}
            mayPublish={may(user, 'publish')}
            i18n={i18n}
          />
        </ImportForm>
      )}
    </div>
  )
}
