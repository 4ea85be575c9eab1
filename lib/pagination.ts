/** One page of a list, and how many there are of everything. */
export type Paged<T> = { items: T[]; page: number; pages: number; total: number }

export const PAGE_SIZE = 50
/** Beyond this no list goes: a reader narrows it, a crawler has the sitemap. Keeps every offset bounded. */
const MOST_PAGES = 2000

type Query = Record<string, string | string[] | undefined>

/** The page number that an address asks for; 1 for anything that is not a number of a page. */
export function pageNumber(query: Query): number {
  const asked = Number(first(query.page))
  return Number.isInteger(asked) && asked >= 1 && asked <= MOST_PAGES ? asked : 1
}

/** The first value of a parameter, trimmed; null when absent, empty or absurdly long. */
export function first(value: string | string[] | undefined): string | null {
  const one = (Array.isArray(value) ? value[0] : value)?.trim()
  return one && one.length <= 200 ? one : null
}

/** `skip` and `take` for Prisma. */
export const slice = (page: number, size = PAGE_SIZE) => ({ skip: (page - 1) * size, take: size })

export function paged<T>(items: T[], total: number, page: number, size = PAGE_SIZE): Paged<T> {
  return { items, page, pages: Math.min(Math.max(1, Math.ceil(total / size)), MOST_PAGES), total }
}
