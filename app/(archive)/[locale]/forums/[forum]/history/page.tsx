import { forumAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ forum }: { forum: string }) => forumAt(forum),
  ({ forum }) => routes.forum(forum),
)

export { generateMetadata }
export default HistoryPage
