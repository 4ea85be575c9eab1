/** An expected failure. Its message is one plain sentence for an operator: what happened, and what to do. */
export class PlainError extends Error {
  name = 'PlainError'
}

const diskFull = 'The disk is full: free some space and start again; nothing that was saved before is lost.'

/**
 * The plain sentence for what can go wrong on any machine, such as a full disk or a folder that may not be written;
 * null for what nobody expected.
 * @param {unknown} error
 * @returns {PlainError | null}
 */
export function asPlainError(error) {
  if (error instanceof PlainError) return error
  if (!(error instanceof Error)) return null
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (error)
  // 53100 is Postgres's disk_full; programs we run only leave the words.
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code ?? '') || /No space left on device|ENOSPC/.test(message)) {
    return new PlainError(diskFull, { cause: error })
  }
  const reason = path && folderReasons[code ?? '']
  return reason
    ? new PlainError(
        `Plenary cannot use ${path}: ${reason}; correct that, or name another data folder in PLENARY_DATA.`,
      )
    : null
}

/** @type {Record<string, string>} */
const folderReasons = {
  EACCES: 'the user who runs Plenary has no permission',
  EPERM: 'the user who runs Plenary has no permission',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of this path is a file, not a folder',
  ENAMETOOLONG: 'the path is too long',
}

/**
 * What to print for an error that ends a program: a sentence, and where it came from only for those who debug.
 * @param {unknown} error
 */
export function describeFailure(error) {
  const plain = asPlainError(error)
  const message = error instanceof Error ? error.message : String(error)
  const sentence = plain?.message ?? `Plenary met an error it did not expect: ${message} (set DEBUG=1 to see where).`
  return process.env.DEBUG && error instanceof Error ? `${sentence}\n${error.stack}` : sentence
}

/**
 * Runs a program's main function; a failure becomes its sentence on stderr and exit code 1.
 * @param {() => Promise<unknown>} main
 */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    console.error(describeFailure(error))
    process.exitCode = 1
  }
}
