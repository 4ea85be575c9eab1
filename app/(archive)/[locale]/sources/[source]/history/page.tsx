import { sourceAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ source }: { source: string }) => sourceAt(source),
  ({ source }) => routes.source(source),
)

export { generateMetadata }
export default HistoryPage
