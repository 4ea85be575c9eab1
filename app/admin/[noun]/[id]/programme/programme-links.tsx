import { secondary } from '@/components/form/button-styles'
import type { I18n } from '@/lib/i18n/translator'
import { routes } from '@/lib/routes'

/** From an edition to what is done with its programme. */
export const ProgrammeLinks = ({ edition, i18n: { t } }: { edition: string; i18n: I18n }) => (
  <a className={`${secondary} w-full`} href={routes.programme(edition)}>
    {t('deskProgramme.title')}
  </a>
)
