import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { storedName } from '@/lib/media/file-kinds'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import type { AppearanceRole } from '@/prisma/client/enums'

/** A person as shown beside what they did: name, portrait, address. */
export const personCardSelect = ({ locale }: I18n) =>
  ({
    slug: true,
    portrait: {
      select: {
        ...{ sha256: true, smallSha256: true, mediaType: true, credit: true, licence: true },
        texts: { where: textsFor(locale), select: { ...textMeta, alternativeText: true } },
      },
    },
    texts: { where: textsFor(locale), select: { ...textMeta, name: true, sortName: true } },
  }) satisfies Prisma.PersonSelect

type PersonRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof personCardSelect> }>

export type PersonCard = {
  slug: string
  path: Path
  name: Said
  sortName: Said
  /** A square of at most 480 pixels, and the whole picture. */
  portrait: {
    path: Path
    whole: Path
    alternativeText: Said | null
    credit: string | null
    licence: string | null
  } | null
}

export function toPersonCard({ slug, portrait, texts }: PersonRow, { locale }: I18n): PersonCard {
  return {
    slug,
    path: routes.speaker(slug),
    name: mustSay(texts, 'name', locale),
    sortName: mustSay(texts, 'sortName', locale),
    portrait: portrait && {
      path: routes.media(storedName(portrait.smallSha256 ?? portrait.sha256, portrait.mediaType)),
      whole: routes.media(storedName(portrait.sha256, portrait.mediaType)),
      alternativeText: say(portrait.texts, 'alternativeText', locale),
      credit: portrait.credit,
      licence: portrait.licence,
    },
  }
}

/** A person in a session, with the position and organisation held on that day. */
export const appearanceSelect = (i18n: I18n) =>
  ({
    id: true,
    role: true,
    countryCode: true,
    nameAsPrinted: true,
    texts: { where: textsFor(i18n.locale), select: { ...textMeta, positionHeld: true } },
    organisation: {
      select: { slug: true, state: true, texts: { where: textsFor(i18n.locale), select: { ...textMeta, name: true } } },
    },
    person: { select: personCardSelect(i18n) },
  }) satisfies Prisma.AppearanceSelect

type AppearanceRow = Prisma.AppearanceGetPayload<{ select: ReturnType<typeof appearanceSelect> }>

export type AppearanceCard = {
  id: string
  person: PersonCard
  role: AppearanceRole
  countryCode: string | null
  nameAsPrinted: string | null
  positionHeld: Said | null
  /** Null where none is recorded, and while the organisation is not public. */
  organisation: { name: Said; path: Path } | null
}

export function toAppearanceCard(row: AppearanceRow, i18n: I18n): AppearanceCard {
  const { id, role, countryCode, nameAsPrinted, organisation } = row
  return {
    id,
    role,
    countryCode,
    nameAsPrinted,
    person: toPersonCard(row.person, i18n),
    positionHeld: say(row.texts, 'positionHeld', i18n.locale),
    organisation:
      organisation?.state === 'published'
        ? { name: mustSay(organisation.texts, 'name', i18n.locale), path: routes.organisation(organisation.slug) }
        : null,
  }
}
