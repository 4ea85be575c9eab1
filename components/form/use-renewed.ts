'use client'

import { startTransition, useCallback, useEffect, useState } from 'react'
import type { EditorParts } from './record-editor'

/**
 * The parts of the editor as they came last: with the page, or with the answer to a save. They come with the answer,
 * and not with the page made anew, so that a database that goes away in between takes nothing from the form.
 */
export function useRenewed(page: EditorParts): [EditorParts, (parts: EditorParts) => void] {
  const [newest, setNewest] = useState({ page, parts: page })
  const parts = newest.page === page ? newest.parts : page
  // In a transition: until all of them have come, those before are shown.
  const renew = useCallback((parts: EditorParts) => startTransition(() => setNewest({ page, parts })), [page])
  useEffect(() => {
    document.title = parts.title
  }, [parts.title])
  return [parts, renew]
}
