import type { CSSProperties } from 'react'
import { colours } from '@/lib/opengraph/colours'
import { drawable } from '@/lib/opengraph/drawable'
import { fontFamily } from '@/lib/opengraph/font-family'

export type Picture = {
  /** What it is: "Panel", "Statement", "Topic". */
  kind: string
  title: string
  /** Who or which edition, under the line. */
  foot?: string
  /** More about that, in the second voice. */
  footNote?: string
  /** In a circle, for a person. */
  initials?: string
}

const serif = fontFamily('Serif')

const row: CSSProperties = { display: 'flex', alignItems: 'center' }

/** What others show when a page is shared. Inline styles only: it is drawn by next/og, which knows no stylesheet. */
export function OpengraphImage({ picture, site }: { picture: Picture; site: string }) {
  const title = drawable(picture.title, 230)
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '64px 76px 56px',
        background: colours.paper,
        color: colours.ink,
        fontFamily: fontFamily('Sans'),
      }}
    >
      <div style={{ ...row, gap: 18 }}>
        <Mark />
        <span style={{ fontFamily: serif, fontWeight: 600, fontSize: 36 }}>{site}</span>
      </div>
      <div style={{ ...row, flex: 1, gap: 44 }}>
        {picture.initials && (
          <div
            style={{
              ...row,
              justifyContent: 'center',
              flexShrink: 0,
              width: 190,
              height: 190,
              borderRadius: 95,
              background: colours.accentWash,
              color: colours.accentInk,
              fontFamily: serif,
              fontSize: 82,
            }}
          >
            {drawable(picture.initials, 4)}
          </div>
        )}
        <div style={{ display: 'flex', flexDirection: 'column', flex: 1 }}>
          <span style={{ color: colours.gold, fontWeight: 600, fontSize: 27 }}>{drawable(picture.kind, 80)}</span>
          <span
            style={{
              display: 'block',
              lineClamp: 6,
              paddingTop: 10,
              fontFamily: serif,
              fontSize: sizeOf(title),
              lineHeight: 1.17,
              letterSpacing: '-0.01em',
              textWrap: 'balance',
            }}
          >
            {title}
          </span>
        </div>
      </div>
      {picture.foot && (
        <div
          style={{
            display: 'flex',
            flexDirection: 'column',
            gap: 4,
            paddingTop: 26,
            borderTop: `2px solid ${colours.rule}`,
            fontSize: 28,
          }}
        >
          <span style={{ fontWeight: picture.footNote ? 600 : 400 }}>{drawable(picture.foot, 70)}</span>
          {picture.footNote && <span style={{ color: colours.muted }}>{drawable(picture.footNote, 72)}</span>}
        </div>
      )}
    </div>
  )
}

/** Large while it is short: a statement of two sentences still fits. */
function sizeOf(title: string): number {
  if (title.length <= 36) return 80
  if (title.length <= 75) return 64
  return title.length <= 130 ? 52 : 43
}

/** The logo, larger. */
function Mark() {
  return (
    <svg viewBox="0 0 28 18" width="62" height="40" fill="none" strokeWidth="2.2" aria-hidden="true">
      <path d="M2 16a12 12 0 0 1 24 0" stroke={colours.ink} />
      <path d="M7 16a7 7 0 0 1 14 0" stroke={colours.gold} />
      <circle cx="14" cy="14.6" r="2" fill={colours.ink} />
    </svg>
  )
}
