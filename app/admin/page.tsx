import type { Metadata } from 'next'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('account.overview') }
}

export default async function DeskPage() {
  const user = await allowed('write')
  const { t } = await deskI18n()
  return (
    <>
      <h1 className="text-title">{t('account.overview')}</h1>
      <p className="pt-4 text-lede text-muted">{t('account.welcome', { name: user.name })}</p>
    </>
  )
}
