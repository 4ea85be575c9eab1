import type { Metadata } from 'next'
import { When } from '@/components/desk/when'
import { Notice } from '@/components/form/notice'
import { QuietButton } from '@/components/form/quiet-button'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { pageNumber } from '@/lib/pagination'
import { listBin } from '@/lib/revisions/bin-queries'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { routes } from '@/lib/routes'
import { takeFromBinAction } from './actions'
import { EmptyBinForm } from './empty-bin-form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskHistory.bin.title') }
}

const DONE = ['binned', 'taken', 'emptied'] as const
const PROBLEMS = ['gone', 'parentBinned', 'notSure'] as const

/** What was moved to the bin, by whom and when, with a way back; emptying it is an administrator's act. */
export default async function BinPage({ searchParams }: Props) {
  const user = await allowed('write')
  const query = await searchParams
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const seenAt = new Date()
  const [bin, timeZone] = await Promise.all([listBin(pageNumber(query), locale), deskTimeZone()])
  const done = DONE.find((each) => each === query.done)
  const problem = PROBLEMS.find((each) => each === query.problem)
  const inOther = (lang: string | undefined) => (lang === locale ? undefined : lang)
  return (
    <div className="max-w-4xl">
      <h1 className="text-title">{t('deskHistory.bin.title')}</h1>
      <p className="prose pt-3 text-muted">{t('deskHistory.bin.lede')}</p>
      {done && <Notice>{t(`deskHistory.bin.done.${done}`)}</Notice>}
      {problem && <Notice isProblem>{t(`deskHistory.bin.problem.${problem}`)}</Notice>}
      {bin.total === 0 && <p className="prose mt-8 border-rule border-t pt-3">{t('deskHistory.bin.empty')}</p>}
      <ul className="pt-6 pb-6">
        {bin.items.map(({ id, noun, title, parent, at, by }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-rule border-t py-3">
            <div className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
              <p className="font-semibold" lang={inOther(title?.lang)}>
                {title?.text ?? t('deskLists.untitled')}
              </p>
              <p className="text-meta text-muted">
                {t(`deskLists.noun.${noun}`)}
                {parent && ' · '}
                {parent && <span lang={inOther(parent.lang)}>{parent.text}</span>}
              </p>
              <p className="text-meta text-muted">
                {t('deskHistory.bin.movedBy', { who: by ?? t('deskLists.archive') })}
                {' · '}
                <When at={at} timeZone={timeZone} i18n={i18n} />
              </p>
            </div>
            <form action={takeFromBinAction}>
              <input type="hidden" name="id" value={id} />
              <QuietButton>
                <span aria-hidden="true">{t('deskHistory.bin.restore')}</span>
                <span className="sr-only">
                  {t('deskHistory.bin.restoreOf', { title: title?.text ?? t('deskLists.untitled') })}
                </span>
              </QuietButton>
            </form>
          </li>
        ))}
      </ul>
      <Pagination page={bin.page} pages={bin.pages} path={routes.bin()} locale={locale} />
      {bin.total > 0 && may(user, 'administer') && <EmptyBinForm seenAt={seenAt} t={t} />}
    </div>
  )
}
