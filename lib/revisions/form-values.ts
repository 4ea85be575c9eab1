/**
 * How a content travels through a form: every value under its path with dots between (`appearances.0.person`), lists
 * by number. Pure, and the same in the browser and on the server.
 */

export type FormValue = string | number | boolean | null | FormValue[] | { [name: string]: FormValue }
export type FormValues = { [name: string]: FormValue }

/** A record named by typing, where no one was chosen from the list: `path` is where its id belongs. */
export type TypedName = { path: string; text: string }

/** What a form sent: nested values, and the names that were typed into pickers without choosing (no JavaScript). */
export type SentForm = { values: FormValues; typed: TypedName[] }

/** The name of the input that a picker's text is typed into, and of what stood there when the page was made. */
export const typedName = (path: string) => `${path}~`
export const knownName = (path: string) => `${path}~known`

const MOST_FIELDS = 20_000
const MOST_DEPTH = 8

/** Reads what a form sent into nested values. A row whose `remove` is ticked is left out. */
export function readForm(form: Iterable<[string, unknown]>): SentForm {
  const values: FormValues = {}
  const visible = new Map<string, string>()
  const known = new Map<string, string>()
  let count = 0
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$') || ++count > MOST_FIELDS) continue
    if (name.endsWith('~')) visible.set(name.slice(0, -1), value.trim())
    else if (name.endsWith('~known')) known.set(name.slice(0, -6), value.trim())
    else put(values, name.split('.'), value)
  }
  const typed: TypedName[] = []
  for (const [path, text] of visible) {
    if (text === (known.get(path) ?? '')) continue
    put(values, path.split('.'), '') // somebody typed over what was chosen
    if (text) typed.push({ path, text })
  }
  return { values: withoutRemoved(values) as FormValues, typed }
}

function put(into: FormValues, path: string[], value: FormValue): void {
  if (path.length > MOST_DEPTH || path.some((part) => part === '' || part === '__proto__' || part === 'constructor'))
    return
  let at: FormValues = into
  for (const part of path.slice(0, -1)) {
    const next = at[part]
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next
    else {
      const made: FormValues = {}
      at[part] = made
      at = made
    }
  }
  at[path.at(-1) ?? ''] = value
}

function withoutRemoved(value: FormValue): FormValue {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const isRemoved = typeof each === 'object' && each !== null && !Array.isArray(each) && each.remove === 'on'
      return isRemoved ? [] : [[name, withoutRemoved(each)]]
    }),
  )
}

/** The value at a path; undefined where there is none. */
export function valueAt(values: FormValue | undefined, path: string): FormValue | undefined {
  let at: FormValue | undefined = values
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Array.isArray(at) ? at[Number(part)] : at[part]
  }
  return at
}

/** The same values with another one at a path; what is not on the way to it is shared. */
export function withValue<T extends FormValue>(values: T, path: string, value: FormValue): T {
  const [first = '', ...rest] = path.split('.')
  const inner = (of: FormValue | undefined): FormValue =>
    rest.length ? withValue(of ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {}), rest.join('.'), value) : value
  if (Array.isArray(values)) {
    const list = [...values]
    list[Number(first)] = inner(list[Number(first)])
    return list as T
  }
  const of: FormValues = typeof values === 'object' && values !== null ? values : {}
  return { ...of, [first]: inner(of[first]) } as FormValue as T
}

/** A list of values, also where a form sent it by number. */
export function listAt(values: FormValue | undefined, path: string): FormValue[] {
  const list = valueAt(values, path)
  if (Array.isArray(list)) return list
  if (typeof list !== 'object' || list === null) return []
  return Object.entries(list)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, each]) => each)
}
