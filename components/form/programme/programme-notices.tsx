'use client'

import { useTranslations } from 'use-intl'
import { secondary } from '../button-styles'
import type { ProgrammeStart } from './programme-start'
import type { ProgrammeOnPage } from './use-programme'

/** What needs to be known above the programme: a save that was refused, clashes, what others did. */
export function ProgrammeNotices({ start, programme }: { start: ProgrammeStart; programme: ProgrammeOnPage }) {
  const t = useTranslations('deskProgramme')
  const { clashes, words, notes, isOutdated, said } = programme
  const titles = new Map(programme.saved.map((each) => [each.id, words.title(each)]))
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ProblemNotice start={start} programme={programme} />
      {isOutdated && (
        <p role="status" className="mt-6 rounded-card border border-rule-strong bg-accent-wash p-4">
          {t('outdated')}{' '}
          <a className="link" href={start.page}>
            {t('reload')}
          </a>
        </p>
      )}
      {clashes.length > 0 && (
        <section aria-labelledby="clashes" className="mt-6 rounded-card border-2 border-gold bg-gold-wash p-4">
          <h2 id="clashes" className="text-item">
            {t('clash.title', { count: clashes.length })}
          </h2>
          <ul className="list-disc space-y-1 ps-5 pt-2 text-meta">
            {clashes.slice(0, 50).map((clash) => (
              <li key={`${clash.kind} ${clash.of} ${clash.first} ${clash.second}`}>
                {words.clash(clash, (id) => titles.get(id) ?? '')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section aria-labelledby="others" className="mt-6 rounded-card border border-rule-strong p-4">
          <h2 id="others" className="text-item">
            {t('others')}
          </h2>
          <ul className="space-y-1 pt-2 text-meta">
            {notes.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ProblemNotice({ start, programme }: { start: ProgrammeStart; programme: ProgrammeOnPage }) {
  const t = useTranslations('deskProgramme')
  const forms = useTranslations('deskForm')
  const { problem, words } = programme
  if (!problem) return null
  const session = programme.isSaved(problem.id)
  const { why, error, mine } = problem
  return (
    <div role="alert" className="mt-6 rounded-card border-2 border-gold bg-gold-wash p-4">
      <p className="font-semibold">{t('notSaved', { title: session ? words.title(session) : '' })}</p>
      <p className="pt-1">
        {why === 'invalid'
          ? forms(`error.${(error ?? 'wrong') as 'wrong'}`)
          : why === 'stale'
            ? t('problem.stale', {
                name: session?.changedBy ?? t('archive'),
                theirs: session ? words.where(session) : '',
                mine: words.where(mine),
              })
            : t(`problem.${why}`)}{' '}
        {why === 'signedOut' && (
          <a className="link" href={start.signIn}>
            {t('signIn')}
          </a>
        )}
      </p>
      <p className="flex flex-wrap gap-3 pt-3">
        {session && (why === 'stale' || why === 'failed' || why === 'signedOut') && (
          <button
            type="button"
            className={secondary}
            onClick={() => void programme.save(session.id, session.lock, mine)}
          >
            {t('again', { where: words.where(mine) })}
          </button>
        )}
        <button type="button" className={secondary} onClick={programme.forgetProblem}>
          {t('leaveIt')}
        </button>
      </p>
    </div>
  )
}
