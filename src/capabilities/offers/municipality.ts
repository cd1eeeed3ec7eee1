/** A Danish municipality, with a place to measure from where we know one. Danish: kommune. */
export type Municipality = {
  code: number
  name: string
  region: string
  latitude: number | undefined
  longitude: number | undefined
}

type Point = { latitude: number; longitude: number }

const pointOf = ({ latitude, longitude }: Municipality): Point | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }

const radians = (degrees: number) => (degrees * Math.PI) / 180
const EARTH_KM = 6371

/** The straight line between two places, in whole kilometres: approximate. */
function between(a: Point, b: Point): number {
  const dLat = radians(b.latitude - a.latitude)
  const dLon = radians(b.longitude - a.longitude)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2
  return Math.round(2 * EARTH_KM * Math.asin(Math.sqrt(h)))
}

/** How far every other municipality with a known place is from this one; empty when its own place is not known. */
export function distancesFrom(code: number, all: readonly Municipality[]): Map<number, number> {
  const from = all.find((one) => one.code === code)
  const start = from && pointOf(from)
  const found = all.flatMap((one): [number, number][] => {
    const point = pointOf(one)
    return start && point ? [[one.code, between(start, point)]] : []
  })
  return new Map(found.sort(([, a], [, b]) => a - b))
}
