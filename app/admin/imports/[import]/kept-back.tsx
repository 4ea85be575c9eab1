import type { SessionItem } from '@/lib/import/rehearsal'
import { pointText } from '../../[noun]/[id]/publishing/checklist'
import type { View } from './sections'

type Props = Pick<View, 'i18n'> & { blocked?: SessionItem['blocked']; isKnown?: boolean }

/** What keeps a new record a draft, or the changes of a public one at the desk; nothing where all of it is published. */
export const KeptBack = ({ blocked = [], isKnown = false, i18n }: Props) =>
  blocked.length > 0 && (
    <p className="text-meta">
      {i18n.t(isKnown ? 'deskImport.waits' : 'deskImport.blocked', {
        what: blocked.map((point) => pointText({ point }, i18n)).join(', '),
      })}
    </p>
  )
