import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/button-link'
import { SitePage } from '@/components/chrome/site-page'
import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/form/notice'
import { PageTitle } from '@/components/page-title'
import { SessionTitle } from '@/components/said-text'
import { reportedSchema } from '@/lib/corrections/schema'
import { shownNow } from '@/lib/corrections/shown-at'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { publicNames } from '@/lib/revisions/public-names'
import { isPublishedVersion } from '@/lib/revisions/publications'
import { inLocale, routes } from '@/lib/routes'
import { reportErrorAction } from './actions'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const title = context.t('corrections.report')
  return { ...pageMetadata(context, { path: routes.corrections(), title }), robots: { index: false } }
}

/** Where a reader says what is wrong with a record. No account, no script, nothing from outside. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { t, locale } = await pageContext(params)
  const query = await searchParams
  const asked = reportedSchema.safeParse(query).data
  const about = asked && (await publicNames([asked.record], locale)).get(asked.record)
  if (!asked || !about || !(await isPublishedVersion(asked.record, asked.version))) notFound()
  return (
    <SitePage
      locale={locale}
      path={routes.reportError(asked.record, asked.version)}
      crumbs={[{ label: t('corrections.title'), path: routes.corrections() }]}
    >
      <PageTitle
        title={t('corrections.report')}
        lede={
          <p>
            <a className="link" href={inLocale(locale, about.path)}>
              <SessionTitle title={about.name} isTitleSupplied={about.isTitleSupplied} locale={locale} />
            </a>
          </p>
        }
      />
      {query.sent === '1' ? (
        <div className="prose">
          <Notice>{t('corrections.form.thanks')}</Notice>
          <p className="py-4">{t('corrections.form.thanksText')}</p>
          <p className="flex flex-wrap gap-3">
            <ButtonLink href={inLocale(locale, about.path)}>{t('corrections.form.back')}</ButtonLink>
            <ButtonLink href={inLocale(locale, routes.history(about.path))}>{t('corrections.history')}</ButtonLink>
          </p>
        </div>
      ) : (
        <div className="max-w-2xl pt-6">
          <p className="text-muted">{t('corrections.form.intro')}</p>
          <ActionForm
            action={reportErrorAction}
            hidden={{ locale, record: asked.record, version: String(asked.version), shown: shownNow() }}
            fields={[
              { name: 'wrong', type: 'prose', label: t('corrections.form.wrong') },
              {
                name: 'right',
                type: 'prose',
                label: t('corrections.form.right'),
                hint: t('corrections.form.optional'),
              },
              {
                name: 'evidence',
                type: 'prose',
                label: t('corrections.form.evidence'),
                hint: `${t('corrections.form.optional')} ${t('corrections.form.evidenceHint')}`,
              },
              {
                name: 'email',
                type: 'email',
                autoComplete: 'email',
                label: t('corrections.form.email'),
                hint: t('corrections.form.emailHint'),
              },
            ]}
            submit={t('corrections.form.submit')}
            failed={t('corrections.form.failed')}
          >
            <div className="sr-only" aria-hidden="true">
              <label htmlFor="website">{t('corrections.form.trap')}</label>
              <input id="website" name="website" tabIndex={-1} autoComplete="off" />
            </div>
          </ActionForm>
        </div>
      )}
    </SitePage>
  )
}
