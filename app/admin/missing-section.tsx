import { localeNames, locales } from '@/lib/i18n/locales'
import type { I18n } from '@/lib/i18n/translator'
import { countPairs } from '@/lib/merging/pairs'
import { countMissing, countWithoutTitle, type MissingCount, MOST_MISSING } from '@/lib/revisions/missing'
import { missingKinds } from '@/lib/revisions/missing-kinds'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'

type Line = { title: string; links: { href: string; label: string }[] }

/** What records lack, as numbers that lead to the lists of them. */
export async function MissingSection({ i18n }: { i18n: I18n }) {
  const { t } = i18n
  const [missing, untitled, pairs] = await Promise.all([
    Promise.all(missingKinds.map((kind) => countMissing(kind))),
    Promise.all(locales.map((locale) => countWithoutTitle(locale))),
    countPairs(),
  ])
  const links = (counts: MissingCount[], filter: Record<string, string>) =>
    counts.map(({ noun, count }) => {
      const what = t(`deskLists.count.${noun}`, { count: Math.min(count, MOST_MISSING) })
      return {
        href: withQuery(routes.records(nounPlurals[noun]), filter),
        label: count > MOST_MISSING ? t('deskBatches.missing.more', { most: MOST_MISSING, what }) : what,
      }
    })
  const lines: Line[] = [
    ...missingKinds.map((kind, at) => ({
      title: t(`deskBatches.missing.kinds.${kind}`),
      links: links(missing[at] ?? [], { missing: kind }),
    })),
    ...locales.map((locale, at) => ({
      title: t('deskBatches.missing.titles', { language: localeNames[locale].full }),
      links: links(untitled[at] ?? [], { without: locale }),
    })),
    {
      title: t('deskBatches.missing.duplicates'),
      links: pairs ? [{ href: routes.duplicates(), label: t('deskBatches.missing.pairs', { count: pairs }) }] : [],
    },
  ].filter((line) => line.links.length > 0)
  return (
    <section aria-labelledby="missing" className="pt-10">
      <h2 id="missing" className="text-section">
        {t('deskBatches.missing.title')}
      </h2>
      <p className="prose pb-3 text-muted">
        {t(lines.length ? 'deskBatches.missing.lede' : 'deskBatches.missing.none')}
      </p>
      <dl>
        {lines.map((line) => (
          <div key={line.title} className="grid gap-x-6 border-rule border-t py-2.5 sm:grid-cols-[minmax(0,1fr)_16rem]">
            <dt>{line.title}</dt>
            {line.links.map(({ href, label }) => (
              <dd key={href} className="sm:col-start-2">
                <a className="link inline-block py-0.5" href={href}>
                  {label}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
