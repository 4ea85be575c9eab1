import type { MediaSummary } from '@/lib/media/summary'
import { routes } from '@/lib/routes'

export type UploadOutcome =
  | { kind: 'stored'; media: MediaSummary; isKnown: boolean }
  /** Refused, for a reason in words. */
  | { kind: 'refused'; text: string }
  | { kind: 'signedOut' }
  | { kind: 'failed' }

type Answer = { media?: MediaSummary; isKnown?: boolean; text?: string }

/** Sends a file to be stored and tells how much has gone; `fetch` cannot tell. */
export function uploadFile(
  file: File,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.set('file', file)
    request.open('POST', routes.uploadMedia())
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onerror = () => resolve({ kind: 'failed' })
    request.onabort = () => resolve({ kind: 'failed' })
    request.onload = () => {
      const answer = request.response as Answer | null
      if (request.status === 401) resolve({ kind: 'signedOut' })
      else if (answer?.media) resolve({ kind: 'stored', media: answer.media, isKnown: answer.isKnown ?? false })
      else resolve(answer?.text ? { kind: 'refused', text: answer.text } : { kind: 'failed' })
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

/** What is known of a stored file; null when it cannot be read. */
export async function readMedia(id: string): Promise<MediaSummary | null> {
  const answer = await fetch(routes.mediaData(id), { redirect: 'manual' }).catch(() => null)
  if (!answer?.ok) return null
  return ((await answer.json()) as Answer).media ?? null
}

export type WordsOutcome = { media: MediaSummary } | { errors: Record<string, string> } | null

/** Saves what is said about a file; null when that did not arrive. */
export async function saveMediaWords(id: string, words: Record<string, string>): Promise<WordsOutcome> {
  const body = new URLSearchParams(words)
  const answer = await fetch(routes.mediaData(id), { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  if (!answer || (!answer.ok && answer.status !== 422)) return null
  return (await answer.json()) as WordsOutcome
}
