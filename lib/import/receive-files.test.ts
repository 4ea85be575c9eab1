import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ownMediaFolder } from '@/lib/testing/uploads'
import { receiveFiles } from './receive-files'

const arriving = path.join(path.dirname(ownMediaFolder()), 'incoming-imports')
const post = (form: FormData | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  new Request('http://localhost/admin/imports/upload', { method: 'POST', body: form, headers, duplex: 'half' } as never)

function formOf(...files: [name: string, text: string][]): FormData {
  const form = new FormData()
  form.set('edition', 'x')
  for (const [name, text] of files) form.append('file', new File([text], name))
  return form
}

/** Nothing that an upload brought lies there any more. */
const left = async () => readdir(arriving).catch(() => [])

test('several files come with their names and the fields beside them, and go again', async () => {
  const form = formOf(['event/category.json', '{}'], ['event/videos/a.json', '{"title":"A"}'])
  const { files, fields, remove } = await receiveFiles(post(form))
  expect(files.map(({ name }) => name)).toEqual(['event/category.json', 'event/videos/a.json'])
  expect(await readFile(files[1]?.path ?? '', 'utf8')).toBe('{"title":"A"}')
  expect(fields).toEqual({ edition: 'x' })
  await remove()
  expect(await left()).toEqual([])
})

test('a name that leads elsewhere, or turns the direction of text, is only a name', async () => {
  const { files, remove } = await receiveFiles(post(formOf(['..\\..\\etc/../\u202Eevil.xml', '<a/>'])))
  expect(files[0]?.name).toBe('etc/evil.xml')
  expect(path.dirname(path.dirname(files[0]?.path ?? ''))).toBe(arriving)
  await remove()
})

test.each([
  ['no file', () => post(formOf()), 'noFile'],
  ['a field in which nothing was chosen', () => post(formOf(['', ''])), 'noFile'],
  ['no form', () => post(new FormData(), { 'content-type': 'text/plain' }), 'brokenForm'],
  [
    'a form that is broken off',
    () =>
      post(new Blob(['--b\r\nContent-Disposition: form-data; name="file"; filename="a.xml"\r\n\r\n<sch']).stream(), {
        'content-type': 'multipart/form-data; boundary=b',
      }),
    'brokenForm',
  ],
  [
    'what says that it is larger than is taken',
    () =>
      post(new Blob(['--b--']).stream(), {
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': String(300 * 1024 * 1024),
      }),
    'tooLarge',
  ],
] as const)('%s is refused and leaves nothing behind', async (_, request, key) => {
  await expect(receiveFiles(request())).rejects.toMatchObject({ key })
  expect(await left()).toEqual([])
})
