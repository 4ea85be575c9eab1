/** Why a file was not taken: each a sentence in `deskMedia.problem`. */
export const uploadProblems = {
  noFile: 400,
  brokenForm: 400,
  pictureTooLarge: 413,
  documentTooLarge: 413,
  tooManyPixels: 413,
  notAccepted: 415,
  svg: 415,
  avif: 415,
  heic: 415,
  damaged: 422,
  damagedDocument: 422,
  tooSlow: 422,
  tooMany: 429,
  busy: 503,
  storage: 507,
} as const

export type UploadProblemKey = keyof typeof uploadProblems

/** A file that cannot be taken, for a reason to be told in a plain sentence. Nothing was kept of it. */
export class UploadProblem extends Error {
  override name = 'UploadProblem'
  /** What stood in the form's other fields. */
  typed: Record<string, string> = {}
  constructor(
    readonly key: UploadProblemKey,
    options?: ErrorOptions,
  ) {
    super(key, options)
  }
  get status(): number {
    return uploadProblems[this.key]
  }
}
