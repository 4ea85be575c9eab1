/**
 * Next calls this once when its server starts. What the front (scripts/front) needs of the application is handed to it
 * here, as it runs in the same process and cannot import what Next bundles.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openPreview, renderInPreview } = await import('./lib/preview/render')
  const { carryOutDue } = await import('./lib/revisions/carry-out')
  Object.assign(globalThis, { plenaryApplication: { openPreview, renderInPreview, carryOutDue } })
}
