import { statementAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ statement }: { statement: string }) => statementAt(statement),
  ({ statement }) => routes.statement(statement),
)

export { generateMetadata }
export default HistoryPage
