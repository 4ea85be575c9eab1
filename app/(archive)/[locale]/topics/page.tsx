import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { PageTitle } from '@/components/page-title'
import { TopicTable } from '@/components/topics/topic-table'
import { TranslationNote } from '@/components/translation-note'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { routes } from '@/lib/routes'
import { listTopics } from '@/lib/topics/list'
import { linesOf } from '@/lib/topics/tree'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  return pageMetadata(context, {
    path: routes.topics(),
    title: context.t('words.topics'),
    description: context.t('topics.listDescription'),
  })
}

export default async function TopicsPage({ params }: Props) {
  const { t, locale } = await pageContext(params)
  const { tree, count } = await listTopics(locale)
  return (
    <SitePage locale={locale} path={routes.topics()} room="topics">
      <PageTitle title={t('words.topics')} lede={<p>{t('topics.listLede')}</p>} />
      <p className="pt-9 pb-6 text-meta text-muted">
        {count > 0 ? t('words.countTopics', { count }) : t('topics.noneArchived')}
      </p>
      {count > 0 && <TopicTable tree={tree} locale={locale} />}
      <TranslationNote said={linesOf(tree).map(({ topic }) => topic.name)} locale={locale} />
    </SitePage>
  )
}
