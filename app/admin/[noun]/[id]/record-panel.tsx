import { primary, secondary } from '@/components/form/button-styles'
import { Notice } from '@/components/form/notice'
import { PanelForm } from '@/components/form/panel-form'
import { QuietButton } from '@/components/form/quiet-button'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import type { SignedIn } from '@/lib/auth/signed-in'
import { isMergeable } from '@/lib/merging/replace-mention'
import { checkContent } from '@/lib/revisions/checklist'
import type { RecordForEdit } from '@/lib/revisions/edit-queries'
import { readFacts } from '@/lib/revisions/facts'
import { nounPlurals } from '@/lib/revisions/nouns'
import { readBlockingPoints } from '@/lib/revisions/settings'
import { routes } from '@/lib/routes'
import { moveToBinAction } from '../../bin/actions'
import { ProgrammeLinks } from './programme/programme-links'
import { openPreviewAction, publishAction, sendForReviewAction } from './publishing/actions'
import { Checklist } from './publishing/checklist'
import { RecentHistory } from './publishing/recent-history'
import { readSaid, type Said } from './publishing/said'
import { ScheduleSection } from './publishing/schedule-section'

type Props = {
  record: RecordForEdit
  user: SignedIn
  /** The query of the page: what an action said when it led back. */
  query: Said
}

/** The column beside a record's form: what can be done with it, what is missing before, when, and what was done. */
export async function RecordPanel({ record, user, query }: Props) {
  const { id, noun, lock, state, review, version, publishedVersion, remark, content } = record
  const i18n = await deskI18n()
  const { t } = i18n
  const plural = nounPlurals[noun]
  const checked = checkContent(noun, content, await readFacts(noun, content), (await readBlockingPoints())[noun])
  const said = readSaid(query, i18n)
  const isPending = state !== 'published' || version !== publishedVersion
  const mayPublish = may(user, 'publish')
  const isInReview = review === 'in_review'
  const publish = { draft: 'publish', published: 'publishChanges', withdrawn: 'publishAgain' } as const
  return (
    <aside aria-label={t('deskPublish.panel')} className="space-y-7">
      {said && <Notice isProblem={said.isProblem}>{said.text}</Notice>}
      <div className="space-y-3">
        {!isPending && <p className="text-muted">{t('deskPublish.publicAsItStands')}</p>}
        {isInReview && <p>{t('deskPublish.waitsForReview')}</p>}
        {isPending && isInReview && mayPublish && (
          <a className={`${primary} w-full`} href={routes.recordReview(plural, id)}>
            {t('deskPublish.review.open')}
          </a>
        )}
        {isPending && mayPublish && (
          <PanelForm action={publishAction.bind(null, noun)} id={id} lock={lock}>
            <button type="submit" className={`${isInReview ? secondary : primary} w-full`}>
              {t(`deskPublish.${publish[state as keyof typeof publish]}`)}
            </button>
          </PanelForm>
        )}
        {isPending && !isInReview && (
          <PanelForm action={sendForReviewAction.bind(null, noun)} id={id} lock={lock}>
            <button type="submit" className={`${mayPublish ? secondary : primary} w-full`}>
              {t('deskPublish.sendForReview')}
            </button>
          </PanelForm>
        )}
        <PanelForm action={openPreviewAction.bind(null, noun)} id={id} lock={lock}>
          <button type="submit" className={`${secondary} w-full`}>
            {t('deskPublish.preview.open')}
          </button>
        </PanelForm>
        <p className="text-meta">
          <a className="link" href={routes.recordPreview(plural, id)}>
            {t('deskPublish.links.title')}
          </a>
        </p>
      </div>
      {remark && (
        <section aria-labelledby="remark" className="rounded-card border-2 border-gold bg-gold-wash p-4">
          <h2 id="remark" className="font-semibold">
            {t('deskPublish.remark')}
          </h2>
          <p className="whitespace-pre-line pt-1">{remark}</p>
        </section>
      )}
      {isPending && <Checklist checked={checked} i18n={i18n} />}
      <ScheduleSection record={record} mayPublish={mayPublish} i18n={i18n} />
      {noun === 'edition' && <ProgrammeLinks edition={id} i18n={i18n} />}
      {mayPublish && (isMergeable(noun) || noun === 'edition' || state === 'published') && (
        <ul className="space-y-2 text-meta">
          {isMergeable(noun) && (
            <li>
              <a className="link" href={routes.mergeRecord(plural, id)}>
                {t('deskBatches.merge.title')}
              </a>
            </li>
          )}
          {noun === 'edition' && (
            <li>
              <a className="link" href={routes.publishEdition(id)}>
                {t('deskPublish.edition.title')}
              </a>
            </li>
          )}
          {state === 'published' && may(user, 'withdraw') && (
            <li>
              <a className="link" href={routes.withdrawRecord(plural, id)}>
                {t('deskPublish.withdraw.title')}
              </a>
            </li>
          )}
        </ul>
      )}
      {state !== 'published' && (
        <PanelForm action={moveToBinAction.bind(null, noun)} id={id} lock={lock}>
          <QuietButton>{t('deskHistory.bin.move')}</QuietButton>
        </PanelForm>
      )}
      <RecentHistory record={record} userId={user.id} i18n={i18n} />
      {publishedVersion !== null && may(user, 'administer') && (
        <p className="text-meta">
          <a className="link" href={routes.recordVersions(plural, id)}>
            {t('corrections.versions.title')}
          </a>
        </p>
      )}
    </aside>
  )
}
