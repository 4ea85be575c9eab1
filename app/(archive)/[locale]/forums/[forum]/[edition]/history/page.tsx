import { editionAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ forum, edition }: { forum: string; edition: string }) => editionAt(forum, edition),
  ({ forum, edition }) => routes.edition(forum, edition),
)

export { generateMetadata }
export default HistoryPage
