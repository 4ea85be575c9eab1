import type { RehearsalSection } from '@/lib/import/rehearsal'
import { routes } from '@/lib/routes'
import { SectionList } from './section-list'
import type { View } from './sections'

/** One list of a rehearsal, page by page, with the way back to the whole. */
export const SectionPage = (view: View & { section: RehearsalSection }) => (
  <>
    <p className="pt-6 text-meta">
      <a className="link inline-block py-1" href={routes.oneImport(view.rehearsal.id)}>
        {view.i18n.t('deskImport.whole')}
      </a>
    </p>
    <SectionList {...view} isWhole />
  </>
)
