import { sessionAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ forum, edition, session }: { forum: string; edition: string; session: string }) =>
    sessionAt(forum, edition, session),
  ({ forum, edition, session }) => routes.session(forum, edition, session),
)

export { generateMetadata }
export default HistoryPage
