export const dynamic = 'force-dynamic'
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  return new Response(`ok ${(await params).locale}`)
}
