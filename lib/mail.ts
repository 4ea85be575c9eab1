import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from './env'
import type { Path } from './routes'

/** Somebody may be waiting for the answer. */
const PATIENCE = 10_000

/** Whether the operator configured a mail server. Without one, people hand links over. */
export const sendsMail = () => env().SMTP_URL !== null

/** Mails one link of the archive, which is built from the configured address, never from what a request says. */
export async function mailLink(mail: { to: string; subject: string; text: string; path: Path }): Promise<void> {
  const { SMTP_URL, MAIL_FROM, PLENARY_URL } = env()
  if (!SMTP_URL) throw new Error('Mail is not configured')
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  })
  try {
    await transport.sendMail({
      from: MAIL_FROM ?? `Plenary <no-reply@${new URL(PLENARY_URL).hostname}>`,
      to: mail.to,
      subject: mail.subject,
      text: `${mail.text}\n\n${archiveLink(mail.path)}\n`,
    })
  } finally {
    transport.close()
  }
}

/** The whole address of a page, for people to whom it is handed over. */
export const archiveLink = (path: Path) => `${env().PLENARY_URL}${path}`
