import { speakerAt } from '@/lib/addresses'
import { routes } from '@/lib/routes'
import { historyOf } from '../../../history-page'

const { generateMetadata, HistoryPage } = historyOf(
  ({ speaker }: { speaker: string }) => speakerAt(speaker),
  ({ speaker }) => routes.speaker(speaker),
)

export { generateMetadata }
export default HistoryPage
