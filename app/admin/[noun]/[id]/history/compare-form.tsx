import { QuietButton } from '@/components/form/quiet-button'
import type { Translate } from '@/lib/i18n/translator'
import type { Path } from '@/lib/routes'

/** Which two versions of a record are compared: a form whose state is the address. */
export function CompareForm(props: { path: Path; newest: number; from?: number; to?: number; t: Translate }) {
  const { path, newest, t } = props
  const number = (name: 'from' | 'to', value: number) => (
    <label className="flex items-center gap-2">
      {t(`deskHistory.compare.${name}`)}
      <input
        type="number"
        name={name}
        min={1}
        max={newest}
        required
        defaultValue={value}
        className="w-24 rounded-small border border-field bg-sheet px-3 py-1.5"
      />
    </label>
  )
  if (newest < 2) return null
  return (
    <form action={path} autoComplete="off" aria-label={t('deskHistory.compare.form')} className="pt-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {number('from', props.from ?? newest - 1)}
        {number('to', props.to ?? newest)}
        <QuietButton>{t('deskHistory.compare.show')}</QuietButton>
      </div>
    </form>
  )
}
