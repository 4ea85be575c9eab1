import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { inLocale } from '@/lib/routes'
import type { TopicCard } from '@/lib/topics/card'
import { SaidText } from './said-text'

/** The topics of a session, statement or person, each leading to its page. */
export function TopicTags({ topics, locale }: { topics: TopicCard[]; locale: Locale }) {
  if (topics.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5">
      {topics.map((topic) => (
        <li key={topic.slug}>
          <a
            href={inLocale(locale, topic.path)}
            className="inline-block rounded-small bg-accent-wash px-2 py-0.5 text-accent-ink text-small hover:underline"
          >
            <SaidText said={topic.name} locale={locale} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What kind of thing something is: the format of a session, the form of a statement. */
export function KindTag({
  children,
  isGold = false,
  title,
}: {
  children: ReactNode
  isGold?: boolean
  title?: string
}) {
  const look = isGold ? 'bg-gold-wash text-gold' : 'border border-rule-strong text-muted'
  return (
    <span className={`inline-block rounded-small px-2 py-px text-small ${look}`} title={title}>
      {children}
    </span>
  )
}
