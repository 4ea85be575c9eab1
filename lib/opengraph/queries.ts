import 'server-only'
import { appearancesLatestFirst } from '@/lib/appearances/capacity'
import { countryName } from '@/lib/countries'
import { formatDates } from '@/lib/dates'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { occasionSelect, toOccasion } from '@/lib/editions/occasion'
import { mustSay, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { appearanceSelect, toAppearanceCard } from '@/lib/people/card'
import {
  publishedEdition,
  publishedPerson,
  publishedSession,
  publishedStatement,
  publishedTopic,
} from '@/lib/published'

/** What the picture of a record says: no more than that, for it is asked for by machines and often. */

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ')

export async function getEditionPicture(id: string, context: I18n) {
  const { t, locale } = context
  const named = editionNameSelect(context)
  const row = await db.edition.findFirst({
    where: { AND: [publishedEdition, { id }] },
    select: {
      ...occasionSelect(context),
      ...named,
      texts: {
        where: textsFor(locale),
        select: { ...textMeta, title: true, theme: true, city: true, venue: true },
      },
    },
  })
  if (!row) return null
  const occasion = toOccasion(row, context)
  const { city, countryCode } = occasion
  return {
    kind: row.number ? t('words.nthEdition', { number: row.number }) : t('words.edition'),
    title: toEditionName(row, context).name.value,
    foot: joined(formatDates(occasion, context), city?.value, countryCode && countryName(countryCode, context)),
    footNote: say(row.texts, 'theme', locale)?.value,
  }
}

export async function getSessionPicture(id: string, context: I18n) {
  const row = await db.session.findFirst({
    where: { AND: [publishedSession, { id }] },
    select: {
      format: true,
      isTitleSupplied: true,
      texts: { where: textsFor(context.locale), select: { ...textMeta, title: true } },
      edition: { select: editionNameSelect(context) },
    },
  })
  if (!row) return null
  const title = mustSay(row.texts, 'title', context.locale).value
  return {
    kind: context.t(`words.format.${row.format}`),
    title: row.isTitleSupplied ? `[${title}]` : title,
    foot: toEditionName(row.edition, context).name.value,
  }
}

export async function getStatementPicture(id: string, context: I18n) {
  const row = await db.statement.findFirst({
    where: { AND: [publishedStatement, { id }] },
    select: {
      form: true,
      texts: { where: textsFor(context.locale), select: { ...textMeta, text: true } },
      edition: { select: editionNameSelect(context) },
      appearance: { select: appearanceSelect(context) },
    },
  })
  if (!row) return null
  const { t, locale } = context
  const speaker = row.appearance && toAppearanceCard(row.appearance, context)
  const words = mustSay(row.texts, 'text', locale).value
  return {
    kind: t(`words.form.${row.form}`),
    title: row.form === 'paraphrase' ? words : t('statements.quoted', { text: words }),
    foot: speaker
      ? joined(speaker.person.name.value, speaker.positionHeld?.value ?? speaker.organisation?.name.value)
      : t('statements.speakerNotRecorded'),
    footNote: toEditionName(row.edition, context).name.value,
  }
}

export async function getSpeakerPicture(id: string, context: I18n) {
  const [person, latest] = await Promise.all([
    db.person.findFirst({
      where: { id, ...publishedPerson },
      select: { texts: { where: textsFor(context.locale), select: { ...textMeta, name: true } } },
    }),
    db.appearance.findFirst({
      where: { personId: id, session: publishedSession },
      orderBy: appearancesLatestFirst,
      select: appearanceSelect(context),
    }),
  ])
  if (!person) return null
  const { positionHeld, organisation } = latest ? toAppearanceCard(latest, context) : {}
  return {
    kind: context.t('words.speaker'),
    title: mustSay(person.texts, 'name', context.locale).value,
    foot: positionHeld?.value ?? organisation?.name.value ?? context.t('words.noPosition'),
    footNote: positionHeld ? organisation?.name.value : undefined,
  }
}

export async function getTopicPicture(id: string, context: I18n) {
  const [topic, sessions, statements] = await Promise.all([
    db.topic.findFirst({
      where: { id, ...publishedTopic },
      select: { texts: { where: textsFor(context.locale), select: { ...textMeta, name: true, definition: true } } },
    }),
    db.session.count({ where: { AND: [publishedSession, { topics: { some: { topicId: id } } }] } }),
    db.statement.count({ where: { AND: [publishedStatement, { topics: { some: { topicId: id } } }] } }),
  ])
  if (!topic) return null
  const { t, locale } = context
  return {
    kind: t('words.topic'),
    title: mustSay(topic.texts, 'name', locale).value,
    foot: joined(t('words.countSessions', { count: sessions }), t('words.countStatements', { count: statements })),
    footNote: say(topic.texts, 'definition', locale)?.value,
  }
}
