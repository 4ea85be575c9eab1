import type { Metadata } from 'next'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { deskHelp, helpTopics, picturedTopics } from '@/lib/help/desk-help'
import { renderMarkdown } from '@/lib/markdown'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskForm.help') }
}

/** How to do each thing at the desk, in plain words. */
export default async function HelpPage() {
  const { locale } = await allowed('write')
  const { t } = await deskI18n()
  const topics = helpTopics.map((topic) => ({ topic, ...deskHelp[locale][topic] }))
  return (
    <div className="max-w-prose">
      <h1 className="text-title">{t('deskForm.help')}</h1>
      <nav aria-label={t('deskForm.helpTopics')} className="pt-6">
        <ul className="space-y-1">
          {topics.map(({ topic, title }) => (
            <li key={topic}>
              <a className="link inline-block py-0.5" href={`#${topic}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {topics.map(({ topic, title, text }) => (
        <section key={topic} id={topic} aria-labelledby={`${topic}-title`} className="mt-12 border-rule border-t pt-8">
          <h2 id={`${topic}-title`} className="pb-4 text-section">
            {title}
          </h2>
          <div className="prose">{renderMarkdown(text)}</div>
          {picturedTopics.includes(topic) && (
            // biome-ignore lint/performance/noImgElement: the picture is served as it is, by us
            <img
              src={`/help/${topic}.png`}
              alt={t('deskForm.helpPicture', { title })}
              width={1360}
              height={900}
              loading="lazy"
              className="mt-6 h-auto w-full rounded-card border border-rule"
            />
          )}
        </section>
      ))}
    </div>
  )
}
