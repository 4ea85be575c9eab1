import { stateOf } from '@/lib/search/changed-request'
import type { SearchRequest } from '@/lib/search/search-result'

/** The state of a search as hidden fields, so that a form that changes a part of it keeps the rest. */
export function StateFields({ request, except }: { request: SearchRequest; except: string[] }) {
  return Object.entries(stateOf(request))
    .filter(([name]) => !except.includes(name))
    .flatMap(([name, values]) =>
      values.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
    )
}
