import { organisationAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ organisation }: { organisation: string }) => organisationAt(organisation),
  ({ organisation }) => routes.organisation(organisation),
)

export { generateMetadata }
export default HistoryPage
