import 'server-only'
import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'
import type { Address } from '@/lib/addresses'
import type { Locale } from '@/lib/i18n/locales'
import { inLocale, routes } from '@/lib/routes'
import { pictureFonts } from './fonts'

/** A picture of 1200 × 630 as PNG, made here and from local fonts only. */
export async function drawPicture(picture: ReactElement): Promise<Response> {
  const image = new ImageResponse(picture, { width: 1200, height: 630, fonts: await pictureFonts() })
  // Waited for, so that a picture that fails is an answer that fails and not a broken image.
  return new Response(await image.arrayBuffer(), { headers: { 'content-type': 'image/png' } })
}

/** The picture of a record, where one is published; else what its page would answer, without words. */
export async function answerWithPicture(
  address: Address,
  locale: Locale,
  draw: (id: string) => Promise<ReactElement | null>,
): Promise<Response> {
  if (address?.kind === 'moved') {
    const location = inLocale(locale, routes.opengraphImage(address.to))
    return new Response(null, { status: 301, headers: { location } })
  }
  if (address?.kind === 'withdrawn') return new Response(null, { status: 410 })
  const picture = address && (await draw(address.id))
  return picture ? drawPicture(picture) : new Response(null, { status: 404 })
}
