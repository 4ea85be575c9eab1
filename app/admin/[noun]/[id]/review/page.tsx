import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { primary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { readChange } from '@/lib/revisions/change'
import { checkContent } from '@/lib/revisions/checklist'
import { readFacts } from '@/lib/revisions/facts'
import { readBlockingPoints } from '@/lib/revisions/settings'
import { BackToRecord } from '../back-to-record'
import { publishAction } from '../publishing/actions'
import { Checklist } from '../publishing/checklist'
import { type RecordParams, readRecord } from '../read-record'
import { sendBackAction } from './actions'
import { DifferenceView } from './difference-view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskPublish.review.title') }
}

/** What a reviewer sees: how the newest version differs from what is public, what is missing, and what to do about it. */
export default async function ReviewPage({ params }: { params: RecordParams }) {
  await allowed('publish')
  const record = await readRecord(params)
  const { id, noun, lock, review, remark, version, publishedVersion, content } = record
  const i18n = await deskI18n()
  const { t } = i18n
  const [change, facts, blocking] = await Promise.all([
    readChange(record),
    readFacts(noun, content),
    readBlockingPoints(),
  ])
  return (
    <>
      <BackToRecord record={record} title={t('deskPublish.review.title')} />
      <p className="pt-4 text-muted">
        {publishedVersion === null
          ? t('deskPublish.review.allNew', { version })
          : t('deskPublish.review.between', { from: publishedVersion, to: version })}
      </p>
      <div className="grid gap-x-12 gap-y-8 pt-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <section aria-labelledby="change" className="min-w-0">
          <h2 id="change" className="text-section">
            {t('deskPublish.review.change')}
          </h2>
          {change.difference.kind === 'same' ? (
            <p className="pt-3">{t('deskPublish.review.same')}</p>
          ) : (
            <DifferenceView change={change} noun={noun} i18n={i18n} />
          )}
        </section>
        <div className="space-y-7">
          {remark && <Notice>{t('deskPublish.review.lastRemark', { remark })}</Notice>}
          <form action={publishAction.bind(null, noun)}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="lock" value={lock} />
            <button type="submit" className={`${primary} w-full`}>
              {t('deskPublish.publish')}
            </button>
          </form>
          <Checklist checked={checkContent(noun, content, facts, blocking[noun])} i18n={i18n} />
          {review === 'in_review' && (
            <section aria-labelledby="send-back">
              <h2 id="send-back" className="text-item">
                {t('deskPublish.review.sendBack')}
              </h2>
              <ActionForm
                action={sendBackAction.bind(null, noun)}
                hidden={{ id, lock: String(lock) }}
                fields={[
                  {
                    name: 'remark',
                    type: 'prose',
                    label: t('deskPublish.remark'),
                    hint: t('deskPublish.review.remarkHint'),
                  },
                ]}
                submit={t('deskPublish.review.sendBack')}
                failed={t('deskPublish.notDone')}
              />
            </section>
          )}
        </div>
      </div>
    </>
  )
}
