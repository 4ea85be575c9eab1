import { countryName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { countryShape, worldMap } from '@/lib/world-map'

export type MarkedCountry = { code: string; isHost: boolean }

/** Countries on a map of the world, hosts in gold. The list of the same countries belongs beside it. */
export function WorldMap(props: { countries: readonly MarkedCountry[]; label: string; locale: Locale }) {
  const { width, height, land } = worldMap()
  const context = i18n(props.locale)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.label}
      className="w-full stroke-paper"
      strokeWidth="0.8"
      strokeLinejoin="round"
    >
      <path d={land} className="fill-rule" />
      {props.countries.map(({ code, isHost }) => {
        const shape = countryShape(code)
        if (!shape) return null
        return (
          <g key={code} className={isHost ? 'fill-gold' : 'fill-accent'}>
            <title>{countryName(code, context)}</title>
            {shape.path && <path d={shape.path} />}
            {shape.at && <circle cx={shape.at.x} cy={shape.at.y} r="4" />}
          </g>
        )
      })}
    </svg>
  )
}
