import { conjuncts } from './lexemes'

/** That a document, or what else is named, has what a text query asks for. */
export const matches = (query: string, values: Values, vector = 'd.match') =>
  conjuncts(query)
    .map((part) => `${vector} @@ ${values.query(part)}`)
    .join(' AND ')

/** Collects the values of an SQL statement: each becomes the parameter that stands for it in the text. */
export class Values {
  readonly list: unknown[] = []

  /** The parameter for a value, as `$3`. */
  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }

  /** The parameter for a text query; SQL null where there is none. */
  query(text: string | null): string {
    return text === null ? 'NULL::tsquery' : `${this.add(text)}::tsquery`
  }
}
