/** A name beside the one a page goes by, in the language it is in; null where that is not recorded. */
export type OtherName = { name: string; language: string | null }

/** Names in the other languages and other recorded spellings, each once, without the one a page goes by. */
export function otherNamesThan(
  shown: string,
  texts: readonly { name: string; language: string }[],
  recorded: readonly OtherName[],
): OtherName[] {
  const names = new Map<string, OtherName>()
  for (const { name, language } of [...texts, ...recorded]) {
    if (name !== shown && !names.has(name)) names.set(name, { name, language })
  }
  return [...names.values()]
}
