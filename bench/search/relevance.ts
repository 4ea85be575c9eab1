import type { Case } from './cases'
import type { Engine } from './engines'

export type Relevance = {
  engine: string
  mrr: number
  recall: number
  kinds: Map<string, { mrr: number; recall: number; n: number }>
  missed: Case[]
}

/** Mean reciprocal rank and recall in the first ten, in all and of each kind of case. */
export async function measureRelevance(engine: Engine, cases: readonly Case[]): Promise<Relevance> {
  const kinds = new Map<string, { mrr: number; recall: number; n: number }>()
  const missed: Case[] = []
  let [mrr, recall] = [0, 0]
  for (const each of cases) {
    const rank = (await engine.find(each.query)).indexOf(each.talk) + 1
    const kind = kinds.get(each.kind) ?? { mrr: 0, recall: 0, n: 0 }
    kinds.set(each.kind, { n: kind.n + 1, mrr: kind.mrr + (rank ? 1 / rank : 0), recall: kind.recall + (rank ? 1 : 0) })
    mrr += rank ? 1 / rank : 0
    recall += rank ? 1 : 0
    if (rank !== 1) missed.push(each)
  }
  for (const [name, { mrr, recall, n }] of kinds) kinds.set(name, { n, mrr: mrr / n, recall: recall / n })
  return { engine: engine.name, mrr: mrr / cases.length, recall: recall / cases.length, kinds, missed }
}

const two = (value: number) => value.toFixed(3)

/** The measurements side by side, one line for each kind of case. */
export function printRelevance(measured: readonly Relevance[]): void {
  const column = (text: string) => text.padStart(16)
  console.log('MRR/recall@10'.padEnd(34), 'cases', ...measured.map(({ engine }) => column(engine)))
  for (const [kind, { n }] of measured[0]?.kinds ?? []) {
    const values = measured.map(({ kinds }) =>
      column(`${two(kinds.get(kind)?.mrr ?? 0)}/${two(kinds.get(kind)?.recall ?? 0)}`),
    )
    console.log(kind.padEnd(34), String(n).padStart(5), ...values)
  }
  console.log('all'.padEnd(40), ...measured.map(({ mrr, recall }) => column(`${two(mrr)}/${two(recall)}`)))
}
