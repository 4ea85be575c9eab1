import { z } from 'zod'
import { secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { may } from '@/lib/auth/permissions'
import { getBatch } from '@/lib/batches/queries'
import { getPublicPath } from '@/lib/import/public-path'
import { inLocale, routes } from '@/lib/routes'
import { BatchRecords } from '../../batches/[batch]/batch-records'
import { LeftBehindList } from '../../batches/[batch]/left-behind-list'
import { permissionToUndo } from '../../batches/permission-to-undo'
import { undoImportAction } from '../actions'
import { outcomeInWords } from '../import-words'
import type { View } from './sections'

type Props = View & { query: Record<string, string | string[] | undefined> }

/** What an import did, with the ways to what it made, and back. */
export async function ImportResult({ rehearsal, user, timeZone, i18n, page, query }: Props) {
  const { t, locale } = i18n
  const { editionId } = rehearsal
  const [batch, path] = await Promise.all([
    rehearsal.batchId ? getBatch(rehearsal.batchId) : null,
    editionId && getPublicPath(editionId),
  ])
  const count = (name: string) => z.coerce.number().int().min(1).max(1_000_000).catch(0).parse(query[name])
  return (
    <>
      {count('published') > 0 && <Notice>{t('deskImport.published', { count: count('published') })}</Notice>}
      {count('blocked') > 0 && <Notice isProblem>{t('deskImport.stayDrafts', { count: count('blocked') })}</Notice>}
      <p className="pt-6">{outcomeInWords(rehearsal, i18n)}</p>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-4">
        {path && (
          <li>
            <a className="link inline-block py-1" href={inLocale(locale, path)}>
              {t('deskImport.publicEdition')}
            </a>
          </li>
        )}
        {editionId && (
          <>
            <li>
              <a className="link inline-block py-1" href={routes.programme(editionId)}>
                {t('deskProgramme.title')}
              </a>
            </li>
            <li>
              <a className="link inline-block py-1" href={routes.record('editions', editionId)}>
                {t('deskImport.editionForm')}
              </a>
            </li>
          </>
        )}
        {batch && (
          <li>
            <a className="link inline-block py-1" href={routes.batch(batch.id)}>
              {t('deskImport.batch')}
            </a>
          </li>
        )}
      </ul>
      {batch && batch.undoneAt === null && may(user, permissionToUndo(batch)) && (
        <form action={undoImportAction} className="pt-6">
          <input type="hidden" name="import" value={rehearsal.id} />
          <p className="prose pb-3 text-muted">{t('deskImport.takeBackText')}</p>
          <button type="submit" className={secondary}>
            {t('deskImport.takeBack')}
          </button>
        </form>
      )}
      {batch && batch.left.length > 0 && <LeftBehindList batch={batch} i18n={i18n} />}
      {batch && (
        <BatchRecords
          {...{ batch, page, timeZone, i18n }}
          title={t('deskImport.records')}
          path={routes.oneImport(rehearsal.id)}
        />
      )}
    </>
  )
}
