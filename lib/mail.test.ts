import net, { type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'

test('a link is mailed as it is, from the configured address', async () => {
  /** The smallest mail server: says yes to everything and keeps what it was told. */
  const heard: string[] = []
  const server = net.createServer((socket) => {
    let isData = false
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      heard.push(text)
      if (isData) isData = !text.endsWith('\r\n.\r\n')
      else if (/^DATA/i.test(text)) isData = true
      if (/^QUIT/i.test(text)) socket.end('221 bye\r\n')
      else if (/^DATA/i.test(text)) socket.write('354 go on\r\n')
      else if (!isData) socket.write('250 ok\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.env.PLENARY_URL = 'https://archive.example'
  const { mailLink, sendsMail } = await import('./mail')
  expect(sendsMail()).toBe(true)
  await mailLink({ to: 'aida@example.org', subject: 'Шақыру', text: 'A link:', path: '/sign-in/invitation?token=abc' })
  const all = heard.join('')
  expect(all).toContain('RCPT TO:<aida@example.org>')
  expect(all.replaceAll('=3D', '=')).toContain('https://archive.example/sign-in/invitation?token=abc')
  expect(all).toContain('From: Plenary <no-reply@archive.example>')
  server.close()
})
