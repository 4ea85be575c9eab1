import { topicAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ topic }: { topic: string }) => topicAt(topic),
  ({ topic }) => routes.topic(topic),
)

export { generateMetadata }
export default HistoryPage
