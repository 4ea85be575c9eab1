import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { actsOf, permissionFor } from '@/lib/bulk/change'
import { countSelected } from '@/lib/bulk/choices'
import { MOST_BULK } from '@/lib/bulk/plan'
import { nounOf, nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import { ChooseChange } from './choose-change'
import { Rehearsal } from './rehearsal'
import { readBulk } from './sent-bulk'

type Props = {
  params: Promise<{ noun: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskBulk.title') }
}

const PROBLEMS = ['changedSince', 'tooMany', 'nothing'] as const

/** Many records of a noun: what is to be changed, then what that would change in each, then the button. */
export default async function BulkPage({ params, searchParams }: Props) {
  const user = await allowed('write')
  const noun = nounOf((await params).noun)
  if (!noun) notFound()
  const query = await searchParams
  const i18n = await deskI18n()
  const { t } = i18n
  const sent = readBulk(noun, query)
  const count = await countSelected(noun, sent.selection)
  const acts = actsOf(noun).filter((act) => may(user, permissionFor(act)))
  const change = sent.change && acts.includes(sent.change.act) ? sent.change : null
  const problem = PROBLEMS.find((each) => each === query.problem)
  const path = routes.bulk(nounPlurals[noun])
  return (
    <div className="max-w-4xl">
      <p className="text-meta">
        <a className="link inline-block py-1" href={routes.records(nounPlurals[noun])}>
          {t(`deskLists.nouns.${noun}`)}
        </a>
      </p>
      <h1 className="text-title">{t('deskBulk.title')}</h1>
      {problem && <Notice isProblem>{t(`deskBulk.problem.${problem}`)}</Notice>}
      {query.act && !change && <Notice isProblem>{t('deskBulk.unread')}</Notice>}
      {count > MOST_BULK && <Notice isProblem>{t('deskBulk.tooMany', { most: MOST_BULK })}</Notice>}
      <p className="prose pt-3 text-muted">{t('deskBulk.lede')}</p>
      {count <= MOST_BULK && <p className="pt-2 font-semibold">{t('deskBulk.chosen', { count })}</p>}
      {count > 0 && count <= MOST_BULK && (
        <>
          <ChooseChange noun={noun} acts={acts} sent={sent} path={path} i18n={i18n} />
          {change && <Rehearsal noun={noun} sent={{ ...sent, change }} query={query} path={path} i18n={i18n} />}
        </>
      )}
    </div>
  )
}
