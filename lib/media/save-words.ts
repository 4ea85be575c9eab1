import 'server-only'
import { may } from '@/lib/auth/permissions'
import type { SignedIn } from '@/lib/auth/signed-in'
import type { I18n } from '@/lib/i18n/translator'
import { describedIn } from './described-languages'
import { saveMedia } from './mutations'
import { fieldOfPath, mediaWordsSchema, wordsInForm } from './schema'

const keys = ['tooLong', 'hidden'] as const

/**
 * Saves what a form says about a file. Returns what is wrong, in words by field: nothing when it is saved; null when
 * there is no such file.
 */
export async function saveWords(
  id: string,
  fields: Record<string, unknown>,
  user: SignedIn,
  { t }: Pick<I18n, 't'>,
): Promise<Record<string, string> | null> {
  const words = mediaWordsSchema.safeParse(wordsInForm(fields))
  if (!words.success)
    return Object.fromEntries(
      words.error.issues.map(({ path, message }) => [
        fieldOfPath(path),
        t(`deskMedia.error.${keys.find((key) => key === message) ?? 'notAChoice'}`),
      ]),
    )
  const saved = await saveMedia(id, words.data, user, may(user, 'publish'))
  if (saved === 'gone') return null
  if (saved === 'public') return { form: t('deskMedia.needPublish') }
  if (saved === 'undescribed') return { [`alternativeText.${describedIn[0]}`]: t('deskMedia.error.describe') }
  return {}
}
