import type { Thing, WithContext } from 'schema-dts'

/** Structured data for machines that read pages (schema.org). `<` is escaped, so no text can end the script. */
export function JsonLd({ data }: { data: WithContext<Thing> }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped JSON is the only content a data block can have
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
