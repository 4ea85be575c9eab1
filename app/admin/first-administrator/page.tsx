import type { Metadata } from 'next'
import { readerLocale } from '@/lib/i18n/reader-locale'
import { i18n } from '@/lib/i18n/translator'
import { isFirstAdministratorLink } from '@/lib/users/first-administrator'
import { createFirstAdministratorAction } from './actions'
import { AdministratorForm } from './administrator-form'

type Props = { searchParams: Promise<{ token?: string | string[]; done?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: i18n(await readerLocale()).t('users.firstAdministrator') }
}

/** Reached by the one-time link that the first start prints; the link itself is the permission. */
export default async function FirstAdministratorPage({ searchParams }: Props) {
  const { token, done } = await searchParams
  const { t } = i18n(await readerLocale())
  const isOpen = typeof token === 'string' && token.length <= 100 && (await isFirstAdministratorLink(token))
  const labels = {
    name: t('users.name'),
    email: t('users.email'),
    password: t('users.password'),
    passwordHint: t('users.passwordHint'),
    submit: t('users.create'),
    errors: t('users.errors'),
  }
  return (
    <div className="max-w-md pt-12 pb-20">
      <h1 className="text-title">{t('users.firstAdministrator')}</h1>
      {done !== undefined ? (
        <p className="pt-6 text-lede">{t('users.created')}</p>
      ) : isOpen ? (
        <>
          <p className="pt-4 text-muted">{t('users.firstAdministratorIntro')}</p>
          <AdministratorForm action={createFirstAdministratorAction} token={token} labels={labels} />
        </>
      ) : (
        <p className="pt-6 text-lede">{t('users.linkClosed')}</p>
      )}
    </div>
  )
}
