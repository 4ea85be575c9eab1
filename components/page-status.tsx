/**
 * The status a page asks for. App Router pages can answer 404 but not 410, and lose their HTML over it without
 * JavaScript; the front (scripts/front/render.mjs) reads this mark and answers with the status it names.
 */
export function PageStatus({ code }: { code: 404 | 410 | 503 }) {
  return (
    <>
      <meta name="plenary-status" content={String(code)} />
      <meta name="robots" content="noindex" />
    </>
  )
}
