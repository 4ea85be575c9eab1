/**
 * What Next's bundle hands to the front when it starts (instrumentation.ts): the front runs in the same process, but
 * cannot import what Next bundles.
 * @typedef {object} Application
 * @property {(token: string) => Promise<{ kind: 'open', path: string, until: Date } | { kind: 'unfinished' | 'closed' }>} openPreview
 * @property {<T>(token: string, render: () => Promise<T>) => Promise<{ kind: 'rendered', page: T } | { kind: 'unfinished' | 'closed' }>} renderInPreview
 * @property {() => Promise<number>} carryOutDue
 */

/** @returns {Application} */
export function application() {
  const { plenaryApplication } = /** @type {{ plenaryApplication?: Application }} */ (globalThis)
  if (!plenaryApplication) throw new Error('Next has not started the application')
  return plenaryApplication
}
