import { cleanText } from './clean-text'

/** A line under (or over) a heading: one sign, again and again. */
const isRule = (line: string | undefined) => !!line && /^([=\-~^"'*+#`.:])\1{2,}\s*$/.test(line)

/**
 * reStructuredText as it stands in descriptions of talks, as Markdown: headings, lists, literals, links, and blocks of
 * literals. Its
 * directives are left out.
 */
export function cleanReStructuredText(text: string): string {
  const lines = text.slice(0, 80_000).replace(/\r\n?/g, '\n').split('\n')
  const targets = new Map<string, string>()
  const kept: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const target = /^\.\.\s+_([^:`]{1,200}):\s+(https?:\/\/\S+)\s*$/.exec(line)
    const isHeading = line.trim() && isRule(lines[at + 1]) && !isRule(line)
    if (target?.[1] && target[2]) targets.set(target[1].toLowerCase(), target[2])
    else if (/^\.\.(?:\s|$)/.test(line)) at += blockAfter(lines, at).length
    else if (isHeading) kept.push('', `**${line.trim()}**`, '')
    else if (isRule(line)) kept.push('')
    else
      kept.push(
        line
          .replace(/^(\s*)#\.(?=\s)/, '$11.')
          .replace(/^\s*•\s*/, '- ')
          .replace(/:?:\s*$/, ':'),
      )
    if (isHeading) at++
    if (!/::\s*$/.test(line)) continue
    const block = blockAfter(lines, at)
    const from = block.findIndex((each) => each.trim())
    if (from >= 0) kept.push('', '```', ...block.slice(from).map((each) => each.replace(/^\s{1,4}/, '')), '```', '')
    at += block.length
  }
  // A list that is set in by one blank is a list, not a quotation.
  const markdown = kept.map((line) => line.replace(/^ {1,3}(?=[-*+] |\d+[.)] )/, '')).join('\n')
  return cleanText(
    markdown
      .replace(/``([^`\n]{1,500})``/g, '`$1`')
      .replace(/`([^`<\n]{1,300}?)\s*<(https?:\/\/[^>\s]{1,1000})>`__?/g, (_, title, url) => `[${title}](${url})`)
      .replace(/`([^`\n<]{1,200})`_(?!\w)/g, (_, name: string) => named(name, targets))
      .replace(/(?<![\w`])([\w-]{1,100})_(?![\w_])/g, (whole, name: string) =>
        targets.has(name.toLowerCase()) ? named(name, targets) : whole,
      )
      .replace(/:[a-z]{2,12}:`([^`\n]{1,300})`/g, '`$1`'),
  )
}

/** The lines after a line that are set in, with the blank ones between them. */
function blockAfter(lines: string[], at: number): string[] {
  let end = at + 1
  while (end < lines.length && /^(?:\s+\S|\s*$)/.test(lines[end] ?? '')) end++
  while (end > at + 1 && !lines[end - 1]?.trim()) end--
  return lines.slice(at + 1, end)
}

const named = (name: string, targets: Map<string, string>) => {
  const url = targets.get(name.toLowerCase())
  return url ? `[${name}](${url})` : name
}
