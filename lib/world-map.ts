import { geoNaturalEarth1, geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json'
import { numericCode } from './countries'

/** The shape of a country as an SVG path. A speck too small to be seen as a shape has `at`, where to put a dot. */
export type CountryShape = { path: string; at: { x: number; y: number } | null }

export type WorldMap = { width: number; height: number; land: string; countries: Map<string, CountryShape> }

const WIDTH = 1000
const HEIGHT = 455
/** In units of the drawing: a nearer point is left out, a smaller island too. Keeps the whole map near 50 KB. */
const NEAREST = 1.6
const SMALLEST_ISLAND = 2
const SPECK = 7
const ANTARCTICA = '010'

type Point = [x: number, y: number]

let made: WorldMap | undefined

/** The world without Antarctica, after Natural Earth; drawn once, as it takes a fifth of a second. */
export function worldMap(): WorldMap {
  made ??= drawWorld()
  return made
}

/** The shape of a country by its two-letter code; null where the atlas has none. */
export const countryShape = (code: string) => worldMap().countries.get(numericCode(code) ?? '') ?? null

function drawWorld(): WorldMap {
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>
  const { features } = feature(topology, topology.objects.countries)
  const countries = new Map<string, CountryShape>()
  let land = ''
  for (const country of features) {
    if (country.id === ANTARCTICA) continue
    const rings = project(country)
    const path = rings
      .filter((ring) => area(ring) >= SMALLEST_ISLAND)
      .map(draw)
      .join('')
    land += path
    // One code has two shapes, a country and its far islands: the larger stands for it.
    const id = String(country.id)
    if ((countries.get(id)?.path.length ?? -1) < path.length) countries.set(id, { path, at: speck(rings) })
  }
  return { width: WIDTH, height: HEIGHT, land, countries }
}

/** The outlines of a shape on the plane, cut where the map ends. */
function project(shape: Feature<Geometry>): Point[][] {
  const projection = geoNaturalEarth1().precision(0).fitWidth(WIDTH, { type: 'Sphere' })
  const rings: Point[][] = []
  geoPath(projection, {
    beginPath() {},
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1)?.push([x, y]),
    arc() {},
    closePath() {},
  })(shape)
  return rings
}

function area(ring: readonly Point[]): number {
  let twice = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Point
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice / 2)
}

/** A ring as a path of whole units, relative and without needless points. */
function draw(ring: readonly Point[]): string {
  let kept = ring[0] as Point
  let [x, y] = kept.map(Math.round) as Point
  const steps: string[] = []
  for (const point of ring) {
    if (Math.hypot(point[0] - kept[0], point[1] - kept[1]) < NEAREST) continue
    kept = point
    const [dx, dy] = [Math.round(point[0]) - x, Math.round(point[1]) - y]
    if (dx === 0 && dy === 0) continue
    x += dx
    y += dy
    steps.push(`${dx < 0 || steps.length === 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`)
  }
  const start = ring[0] as Point
  return steps.length > 1 ? `M${Math.round(start[0])} ${Math.round(start[1])}l${steps.join('')}z` : ''
}

/** The middle of a country that is too small to be seen; null for any other. */
function speck(rings: readonly Point[][]): CountryShape['at'] {
  const points = [...rings].sort((a, b) => area(b) - area(a))[0]
  if (!points) return null
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (Math.max(right - left, bottom - top) > SPECK) return null
  return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) }
}
