'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { FormValue, FormValues } from '@/lib/revisions/form-values'
import { small } from './button-styles'
import { useEditor } from './editor-context'
import type { SaveState } from './save-outcome'

/** That somebody else saved meanwhile: what differs, mine and theirs, and a choice that loses neither. */
export function ConflictNotice(props: {
  stale: Extract<SaveState, { kind: 'stale' }>
  mine: FormValues
  onTheirs: () => void
  onMine: () => void
}) {
  const { stale, mine } = props
  const t = useTranslations('deskForm.conflict')
  const format = useFormatter()
  const { isAlive } = useEditor()
  const timeZone = isAlive ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC'
  const time = format.dateTime(new Date(stale.at), { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const differing = differences(mine, stale.theirs)
  return (
    <div role="alert" className="my-6 rounded-card border-2 border-gold bg-gold-wash p-4">
      <p className="font-semibold">{t('title', { name: stale.by ?? t('somebody'), time, version: stale.version })}</p>
      <p className="pt-1">{t('text')}</p>
      <dl className="mt-3 max-h-96 space-y-3 overflow-y-auto">
        {differing.map(({ path, mine, theirs }) => (
          <div key={path}>
            <dt className="text-meta text-muted">{path}</dt>
            <dd className="grid gap-2 sm:grid-cols-2">
              <span className="rounded-small bg-sheet p-2">
                <span className="block text-meta text-muted">{t('mine')}</span>
                {mine || t('nothing')}
              </span>
              <span className="rounded-small bg-sheet p-2">
                <span className="block text-meta text-muted">{t('theirs')}</span>
                {theirs || t('nothing')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {isAlive ? (
        <div className="flex flex-wrap gap-2 pt-4">
          <button type="button" className={small} onClick={props.onMine}>
            {t('keepMine')}
          </button>
          <button type="button" className={small} onClick={props.onTheirs}>
            {t('takeTheirs')}
          </button>
        </div>
      ) : (
        <p className="pt-3 text-meta">{t('plain')}</p>
      )}
    </div>
  )
}

/** Every value that is not the same on both sides, by path. */
export function differences(
  mine: FormValue | undefined,
  theirs: FormValue | undefined,
  path = '',
): { path: string; mine: string; theirs: string }[] {
  const isTree = (value: FormValue | undefined): value is FormValue[] | FormValues =>
    typeof value === 'object' && value !== null
  if (isTree(mine) || isTree(theirs)) {
    const [a, b] = [isTree(mine) ? (mine as FormValues) : {}, isTree(theirs) ? (theirs as FormValues) : {}]
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      differences(a[key], b[key], path ? `${path}.${key}` : key),
    )
  }
  const text = (value: FormValue | undefined) => (value === null || value === undefined ? '' : String(value))
  return text(mine) === text(theirs) || /(^|\.)id$/.test(path) ? [] : [{ path, mine: text(mine), theirs: text(theirs) }]
}
