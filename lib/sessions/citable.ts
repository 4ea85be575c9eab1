import { countryName } from '@/lib/countries'
import { dayOf } from '@/lib/dates'
import { whenHeld } from '@/lib/editions/when-held'
import type { I18n } from '@/lib/i18n/translator'
import type { Citable } from '@/lib/interchange/cite'
import { plainText } from '@/lib/markdown'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { Session } from './queries'

/** A citation in words names so many. */
const NAMED = 6

/** A session as `cite` takes it, in the reader's words: by those who took part in it. */
export function toCitableSession(session: Session, context: I18n): Citable {
  const { t, locale } = context
  const { title, isTitleSupplied, abstract, startsAt, timeZone, day, occasion } = session
  const people = [...new Map(session.speakers.map(({ appearance: { person } }) => [person.path, person])).values()]
  const names = people.map(({ name }) => name.value)
  const place = [occasion.city?.value, occasion.countryCode && countryName(occasion.countryCode, context)]
  const shown = isTitleSupplied ? `[${title.value}]` : title.value
  const heldOn = day?.date?.toISOString().slice(0, 10) ?? (startsAt ? dayOf(startsAt, timeZone) : null)
  return {
    kind: 'session',
    id: session.path.slice(1).replace(/[^a-z0-9]+/g, '-'),
    url: absolute(inLocale(locale, session.path)),
    text: abstract && plainText(abstract.value),
    title: shown,
    textAsCited: shown,
    language: title.language,
    form: t(`words.format.${session.format}`),
    who:
      names.length > NAMED + 1
        ? t('files.andOthers', { names: names.slice(0, NAMED).join(', '), count: names.length - NAMED })
        : names.join(', ') || null,
    authors: people.map(({ sortName }) => sortName.value),
    session: null,
    edition: session.edition.name.value,
    place: place.filter(Boolean).join(', ') || null,
    ...whenHeld(heldOn, occasion, context),
    sources: [],
    archive: t('site.name'),
  }
}
