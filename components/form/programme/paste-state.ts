import type { CheckedRows } from '@/lib/programme/check-rows'

/** What the page for pasting rows is told: what is wrong with the text, or what its rows would become. */
export type PasteState =
  | { kind: 'start'; text: string; language: string; problem: 'empty' | 'noHeading' | 'tooMany' | null }
  | {
      kind: 'checked'
      checked: CheckedRows
      language: string
      /** Headings that were not understood. */
      unknown: readonly string[]
      problem: 'changed' | 'wrong' | 'nothing' | null
    }

/** A server action; the page binds the edition. */
export type PasteAction = (before: PasteState, form: FormData) => Promise<PasteState>
