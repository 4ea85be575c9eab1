import 'server-only'
import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { type AcceptedType, acceptedTypes, isAccepted, mostBytes } from './file-kinds'
import { UploadProblem } from './upload-problem'

/** As much as tells every type there is apart. */
const START = 4100
/** Where a whole PDF says that it ends (readers look there for it, PDF 1.7, implementation note 18). */
const END = 1024

/** What an uploaded file is, by its content alone: neither its name nor what the browser says counts. Throws `UploadProblem`. */
export async function recogniseFile(file: string): Promise<AcceptedType> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    if (!size) throw new UploadProblem('noFile')
    const start = (await handle.read(Buffer.alloc(START), 0, START, 0)).buffer.subarray(0, size)
    const type = (await fileTypeFromBuffer(start))?.mime ?? (looksLikeSvg(start) ? 'image/svg+xml' : '')
    if (!isAccepted(type)) throw new UploadProblem(refusalOf(type))
    const kind = acceptedTypes[type]
    if (size > mostBytes[kind]) throw new UploadProblem(kind === 'picture' ? 'pictureTooLarge' : 'documentTooLarge')
    if (kind === 'document') {
      const length = Math.min(END, size)
      const end = (await handle.read(Buffer.alloc(length), 0, length, size - length)).buffer
      if (!end.includes('%%EOF')) throw new UploadProblem('damagedDocument')
    }
    return type
  } finally {
    await handle.close()
  }
}

const looksLikeSvg = (start: Buffer) => /<svg[\s/>]/i.test(start.toString('utf8'))

function refusalOf(type: string) {
  if (type === 'image/svg+xml' || type === 'application/xml') return 'svg'
  if (type === 'image/avif') return 'avif'
  return /^image\/hei[cf]/.test(type) ? 'heic' : 'notAccepted'
}
