import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { formatWhen } from '@/components/desk/when'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { formatNames } from '@/lib/import/format-names'
import { readRehearsal } from '@/lib/import/queries'
import type { Rehearsal, RehearsalSection } from '@/lib/import/rehearsal'
import { first, pageNumber } from '@/lib/pagination'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { recordTimeZone } from '@/lib/revisions/record-zone'
import { routes } from '@/lib/routes'
import { editionInWords } from '../import-words'
import { ImportResult } from './import-result'
import { RehearsalView } from './rehearsal-view'
import { SectionPage } from './section-page'
import { rehearsalSections } from './sections'

type Props = {
  params: Promise<{ import: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskImport.one') }
}

/** Of an edition that is not there yet that of the file. */
const zoneOf = async ({ editionId, newEdition }: Pick<Rehearsal, 'editionId' | 'newEdition'>) =>
  editionId ? recordTimeZone(editionId) : (newEdition?.timeZone ?? 'UTC')

const DONE = ['applied', 'undone', 'rehearsed', 'answered', 'chosen'] as const
const PROBLEMS = [
  ...([
    'changed',
    'undecided',
    'nothing',
    'gone',
    'editionThere',
    'swept',
    'applied',
    'alreadyApplied',
    'alreadyUndone',
  ] as const),
  ...(['unreadable', 'options'] as const),
]

/** One import: what it would do, to be confirmed; afterwards what it did, and the way back. */
export default async function ImportPage({ params, searchParams }: Props) {
  const user = await allowed('write')
  const id = z.uuid().safeParse((await params).import).data
  const rehearsal = id ? await readRehearsal(id) : null
  if (!rehearsal) notFound()
  const query = await searchParams
  const i18n = await deskI18n()
  const { t } = i18n
  const [deskZone, timeZone] = await Promise.all([deskTimeZone(), zoneOf(rehearsal)])
  const section = rehearsalSections.find((each): each is RehearsalSection => each === first(query.in))
  const done = DONE.find((each) => each === query.done)
  const problem = PROBLEMS.find((each) => each === query.problem)
  const isRehearsed = rehearsal.state === 'rehearsed'
  const view = { rehearsal, user, timeZone, i18n, page: pageNumber(query) }
  return (
    <div className="max-w-4xl">
      <p className="text-meta">
        <a className="link inline-block py-1" href={routes.imports()}>
          {t('deskImport.title')}
        </a>
      </p>
      <h1 className="text-title [overflow-wrap:anywhere]">
        {t('deskImport.into', { file: rehearsal.fileName, edition: editionInWords(rehearsal, i18n) })}
      </h1>
      <p className="pt-1 text-meta text-muted">
        {t('deskImport.by', {
          who: rehearsal.createdBy ?? t('deskLists.archive'),
          when: formatWhen(rehearsal.createdAt, deskZone, i18n),
          format: formatNames[rehearsal.format],
        })}
      </p>
      {done && <Notice>{t(`deskImport.done.${done}`)}</Notice>}
      {problem && <Notice isProblem>{t(`deskImport.cannot.${problem}`)}</Notice>}
      {!isRehearsed ? (
        <ImportResult {...view} query={query} />
      ) : section ? (
        <SectionPage {...view} section={section} />
      ) : (
        <RehearsalView {...view} />
      )}
    </div>
  )
}
