import 'server-only'
import { publicPath } from '@/lib/revisions/public-path'
import type { Path } from '@/lib/routes'
import { inPreview } from './current'
import { withDraftInPublic } from './draft-in-public'
import { findPreviewLink } from './links'

/** What the front needs to answer with a preview. `closed`: the token opens nothing (any more). */
export type OpenedPreview = { kind: 'open'; path: Path; until: Date } | { kind: 'unfinished' } | { kind: 'closed' }
export type RenderedPreview<T> = { kind: 'rendered'; page: T } | { kind: 'unfinished' } | { kind: 'closed' }

/** Where the draft that a token shows will stand. */
export async function openPreview(token: string): Promise<OpenedPreview> {
  const link = await findPreviewLink(token)
  if (!link) return { kind: 'closed' }
  return withDraftInPublic(link.recordId, async (tx, draft) => {
    if (draft.kind === 'gone') return { kind: 'closed' }
    const path = draft.kind === 'shown' ? await publicPath(tx, draft.record) : null
    return path ? { kind: 'open', path, until: link.expiresAt } : { kind: 'unfinished' }
  })
}

/** Renders a page of the site as if the draft that a token shows were public. */
export async function renderInPreview<T>(token: string, render: () => Promise<T>): Promise<RenderedPreview<T>> {
  const link = await findPreviewLink(token)
  if (!link) return { kind: 'closed' }
  return withDraftInPublic(link.recordId, async (tx, draft) => {
    if (draft.kind === 'gone') return { kind: 'closed' }
    if (draft.kind === 'unfinished') return { kind: 'unfinished' }
    const preview = { tx, until: link.expiresAt, leftOut: draft.leftOut }
    return { kind: 'rendered', page: await inPreview(preview, render) }
  })
}
