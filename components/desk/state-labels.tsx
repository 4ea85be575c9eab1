import type { I18n } from '@/lib/i18n/translator'
import { labelsOf, type Standing, type StateLabel } from '@/lib/revisions/record-label'

const looks: Record<StateLabel, string> = {
  draft: 'bg-gold-wash text-gold',
  in_review: 'bg-gold-wash text-gold',
  changed: 'bg-accent-wash text-accent-ink',
  published: 'bg-accent-wash text-accent-ink',
  withdrawn: 'border border-rule-strong text-muted',
  scheduled: 'border border-rule-strong text-muted',
}

/** How a record stands, in words. */
export function StateLabels({ standing, i18n: { t } }: { standing: Standing; i18n: I18n }) {
  return labelsOf(standing).map((label) => (
    <span key={label} className={`me-1.5 inline-block rounded-small px-2 py-px text-small ${looks[label]}`}>
      {t(`deskLists.state.${label}`)}
    </span>
  ))
}
