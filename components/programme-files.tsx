import type { Edition } from '@/lib/editions/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { hasCalendar, programmeFilesOf } from '@/lib/interchange/page-files'
import { inLocale, routes } from '@/lib/routes'
import { Section } from './section'

/** As what the programme of an edition can be taken away, each with what it is for. */
export function ProgrammeFiles({ edition, locale }: { edition: Edition; locale: Locale }) {
  const { t } = i18n(locale)
  const { path } = edition.name
  const words = {
    'schedule.xml': { name: 'schedule.xml', note: t('files.scheduleXmlNote') },
    'schedule.json': { name: 'schedule.json', note: t('files.scheduleJsonNote') },
    'sessions.csv': { name: t('files.table'), note: t('files.tableNote') },
  }
  const files = [
    ...(hasCalendar(edition)
      ? [
          {
            name: t('files.calendar'),
            note: t('files.calendarNote'),
            href: inLocale(locale, routes.recordAs(path, 'ics')),
          },
        ]
      : []),
    ...programmeFilesOf(edition).map((file) => ({
      ...words[file],
      href: inLocale(locale, routes.programmeFile(path, file)),
    })),
    // One file for all languages: it has no address in each.
    {
      name: t('apiHelp.whole.editionFile'),
      note: t('apiHelp.whole.editionNote'),
      href: routes.editionFile(edition.id),
    },
  ]
  return (
    <Section id="files" title={t('files.title')}>
      {files.length > 1 && <p className="prose pb-6 text-[0.9375rem] text-muted">{t('files.lede')}</p>}
      <ul className="no-print grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        {files.map((file) => (
          <li key={file.href}>
            <a className="link font-semibold" href={file.href}>
              {file.name}
            </a>
            <p className="pt-0.5 text-meta text-muted">{file.note}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
