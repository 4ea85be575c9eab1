import type { Translate } from '@/lib/i18n/translator'

/** Fields that have another word than their name. */
const otherwise: Record<string, string> = { names: 'otherNames', appearance: 'whoSaid' }

/** What a field of a record is called, for readers; null where there is no word for it. */
export function fieldInWords(name: string, t: Translate): string | null {
  const form = `deskForm.field.${otherwise[name] ?? name}` as 'deskForm.field.name'
  if (t.has(form)) return t(form)
  const own = `deskPublish.field.${name}` as 'deskPublish.field.source'
  return t.has(own) ? t(own) : null
}
