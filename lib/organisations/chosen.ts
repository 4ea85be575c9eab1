import 'server-only'
import { db } from '@/lib/db'
import type { Choice, Chosen } from '@/lib/filter-choices'
import { mustSay, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { publishedOrganisation } from '@/lib/published'

/** The organisation that a filter names, by any slug it ever had. Null where it names none, or none that is public. */
export async function findChosenOrganisation(
  chosen: string | null,
  { locale }: I18n,
): Promise<(Chosen & Choice) | null> {
  if (!chosen) return null
  const found = await db.organisation.findFirst({
    where: { ...publishedOrganisation, slugs: { some: { slug: chosen } } },
    select: { id: true, slug: true, texts: { where: textsFor(locale), select: { ...textMeta, name: true } } },
  })
  return found && { id: found.id, value: found.slug, name: mustSay(found.texts, 'name', locale) }
}
