import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PasteForm } from '@/components/form/programme/paste-form'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { localeNames, locales } from '@/lib/i18n/locales'
import { messagesIn } from '@/lib/i18n/translator'
import { MOST_ROWS } from '@/lib/programme/paste-rows'
import { routes } from '@/lib/routes'
import { BackToRecord } from '../../back-to-record'
import { type RecordParams, readRecord } from '../../read-record'
import { pasteRowsAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskPaste.title') }
}

/** Rows of a spreadsheet become sessions of an edition: pasted, checked and shown, put right, then applied at once. */
export default async function PastePage(props: { params: RecordParams }) {
  const user = await allowed('write')
  const record = await readRecord(props.params)
  if (record.noun !== 'edition') notFound()
  const { t } = await deskI18n()
  return (
    <>
      <BackToRecord record={record} title={t('deskPaste.title')} />
      <p className="prose pt-4 text-muted">{t('deskPaste.intro', { most: MOST_ROWS })}</p>
      <p className="pt-2 text-meta">
        <a className="link" href={routes.programme(record.id)}>
          {t('deskProgramme.title')}
        </a>
      </p>
      <PasteForm
        action={pasteRowsAction.bind(null, record.id)}
        language={user.locale}
        languages={locales.map((value) => ({ value, label: localeNames[value].full }))}
        locale={user.locale}
        messages={messagesIn(user.locale, 'deskPaste')}
      />
    </>
  )
}
