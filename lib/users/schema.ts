import { z } from 'zod'

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control and bidirectional-override characters is the point
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** The account of an administrator, as its form sends it. Messages are keys of the interface's words. */
export const administratorSchema = z.object({
  name: z
    .string()
    .trim()
    .transform((name) => name.normalize('NFC'))
    .pipe(
      z
        .string()
        .min(1, 'users.nameMissing')
        .max(200, 'users.nameTooLong')
        .refine((name) => !hidden.test(name), 'users.nameHidden'),
    ),
  email: z.string().trim().toLowerCase().max(254, 'users.emailWrong').pipe(z.email('users.emailWrong')),
  password: z.string().min(12, 'users.passwordShort').max(200, 'users.passwordLong'),
})

export type AdministratorInput = z.infer<typeof administratorSchema>
export type AdministratorField = keyof AdministratorInput
export type UserMessage =
  | 'nameMissing'
  | 'nameTooLong'
  | 'nameHidden'
  | 'emailWrong'
  | 'emailTaken'
  | 'passwordShort'
  | 'passwordLong'
