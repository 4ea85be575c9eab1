import { secondary } from '@/components/form/button-styles'
import type { I18n } from '@/lib/i18n/translator'
import { routes } from '@/lib/routes'

/** From an edition to what is done with its programme, and to the edition after it. */
export const ProgrammeLinks = ({ edition, i18n: { t } }: { edition: string; i18n: I18n }) => (
  <div className="space-y-3">
    <a className={`${secondary} w-full`} href={routes.programme(edition)}>
      {t('deskProgramme.title')}
    </a>
    <p className="text-meta">
      <a className="link" href={routes.newImport(edition)}>
        {t('deskImport.new')}
      </a>
    </p>
    <p className="text-meta">
      <a className="link" href={routes.nextEdition(edition)}>
        {t('deskProgramme.next.title')}
      </a>
    </p>
  </div>
)
