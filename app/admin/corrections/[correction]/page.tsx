import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { formatWhen } from '@/components/desk/when'
import { Facts } from '@/components/facts'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { getReport } from '@/lib/corrections/queries'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { nounPlurals } from '@/lib/revisions/nouns'
import { shownTitle } from '@/lib/revisions/record-label'
import { routes } from '@/lib/routes'
import { AnswerForm } from './answer-form'

type Props = { params: Promise<{ correction: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('corrections.desk.title') }
}

/** One report, with what an editor needs to judge it, and the form of the answer or the answer that was given. */
export default async function ReportPage({ params }: Props) {
  await allowed('publish')
  const id = z.uuid().safeParse((await params).correction).data
  const report = id ? await getReport(id) : null
  if (!report) notFound()
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const timeZone = await deskTimeZone()
  const { record, version, wrong, right, evidence, email, state, createdAt, answeredAt, texts } = report
  const title = shownTitle(record.titles, locale)
  const { publishedVersion: now } = record
  return (
    <div className="max-w-3xl">
      <p className="text-meta">
        <a className="link" href={routes.reports()}>
          {t('corrections.desk.title')}
        </a>
      </p>
      <h1 className="pt-2 text-title" lang={title?.lang}>
        {title?.text ?? t('corrections.desk.untitled')}
      </h1>
      <p className="pt-2 text-muted">
        {now === null ? t('corrections.desk.aboutGone', { version }) : t('corrections.desk.about', { version, now })}
      </p>
      <p className="pt-3">
        <a className="link" href={routes.record(nounPlurals[record.noun], record.id)}>
          {t('corrections.desk.openForm')}
        </a>
      </p>
      <div className="space-y-5 pt-6">
        <Said label={t('corrections.form.wrong')}>{wrong}</Said>
        {right && <Said label={t('corrections.form.right')}>{right}</Said>}
        {evidence && <Said label={t('corrections.form.evidence')}>{evidence}</Said>}
      </div>
      <Facts
        facts={[
          { label: t('corrections.desk.received'), value: formatWhen(createdAt, timeZone, i18n) },
          { label: t('corrections.desk.readIn'), value: t(`deskPublish.language.${report.locale as 'en'}`) },
          {
            label: t('corrections.desk.email'),
            value: email ? (
              <a className="link" href={`mailto:${email}`}>
                {email}
              </a>
            ) : (
              t('corrections.desk.noEmail')
            ),
          },
        ]}
      />
      <h2 className="pt-10 text-section">{t('corrections.desk.answerTitle')}</h2>
      {state === 'open' || !answeredAt ? (
        <AnswerForm id={report.id} i18n={i18n} />
      ) : (
        <>
          <p className="pt-2 text-muted">
            {t('corrections.desk.answered', {
              state: t(`corrections.desk.states.${state}`),
              name: report.answeredBy ?? t('corrections.desk.somebody'),
              time: formatWhen(answeredAt, timeZone, i18n),
            })}
          </p>
          {texts.map(({ language, answer }) => (
            <p key={language} lang={language} className="whitespace-pre-wrap pt-4">
              {answer}
            </p>
          ))}
        </>
      )}
    </div>
  )
}

const Said = ({ label, children }: { label: string; children: ReactNode }) => (
  <section>
    <h2 className="font-sans font-semibold text-meta text-muted">{label}</h2>
    <p className="whitespace-pre-wrap pt-1 [overflow-wrap:anywhere]">{children}</p>
  </section>
)
