import type { Metadata } from 'next'
import { primary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { decidablePoints } from '@/lib/revisions/checklist'
import { nouns } from '@/lib/revisions/nouns'
import { readBlockingPoints } from '@/lib/revisions/settings'
import { saveBlockingPointsAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskPublish.settings.title') }
}

/** What an administrator decides for the whole archive. */
export default async function SettingsPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  await allowed('administer')
  const { done } = await searchParams
  const { t } = await deskI18n()
  const blocking = await readBlockingPoints()
  return (
    <div className="max-w-2xl">
      <h1 className="text-title">{t('deskPublish.settings.title')}</h1>
      {done === 'saved' && <Notice>{t('deskPublish.settings.saved')}</Notice>}
      <h2 className="pt-8 text-section">{t('deskPublish.settings.points')}</h2>
      <p className="pt-2 text-muted">{t('deskPublish.settings.pointsIntro')}</p>
      <form action={saveBlockingPointsAction} className="space-y-6 pt-6">
        {nouns.map(
          (noun) =>
            decidablePoints[noun].length > 0 && (
              <fieldset key={noun}>
                <legend className="font-semibold">{t(`deskPublish.nouns.${noun}`)}</legend>
                {decidablePoints[noun].map((point) => (
                  <label key={point} className="flex items-baseline gap-2.5 py-1">
                    <input
                      type="checkbox"
                      name={`${noun}.${point}`}
                      defaultChecked={blocking[noun]?.includes(point) ?? false}
                    />
                    {t(`deskPublish.point.${point}`)}
                  </label>
                ))}
              </fieldset>
            ),
        )}
        <button type="submit" className={primary}>
          {t('deskPublish.settings.save')}
        </button>
      </form>
    </div>
  )
}
