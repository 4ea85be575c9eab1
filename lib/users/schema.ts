import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { UserRole } from '@/prisma/client/enums'

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control and bidirectional-override characters is the point
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Messages are keys of the interface's words. */
const name = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFC'))
  .pipe(
    z
      .string()
      .min(1, 'users.nameMissing')
      .max(200, 'users.nameTooLong')
      .refine((text) => !hidden.test(text), 'users.nameHidden'),
  )
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'users.emailWrong')
  .pipe(z.email('users.emailWrong'))
/** A few words repeated to reach the length are still the first thing that is tried. */
const isGuessed = (password: string) => new Set(password.toLowerCase()).size < 5 || /^(.{1,6}?)\1+$/i.test(password)
export const passwordSchema = z
  .string()
  .min(12, 'users.passwordShort')
  .max(200, 'users.passwordLong')
  .refine((password) => !isGuessed(password), 'users.passwordGuessed')
const role = z.enum(UserRole, 'users.roleMissing')

/** Who a new account is for, as the person types it: the first administrator, and who is invited but for the e-mail. */
export const administratorSchema = z.object({ name, email: emailSchema, password: passwordSchema })
export const acceptanceSchema = z.object({ name, password: passwordSchema })
export const invitationSchema = z.object({ email: emailSchema, role })
export const roleSchema = z.object({ user: z.uuid(), role })
export const profileSchema = z.object({ name, locale: z.enum(locales) })

export type AdministratorInput = z.infer<typeof administratorSchema>
export type AcceptanceInput = z.infer<typeof acceptanceSchema>
export type InvitationInput = z.infer<typeof invitationSchema>
export type ProfileInput = z.infer<typeof profileSchema>
