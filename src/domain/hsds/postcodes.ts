// Where in Serbia a postcode is: which one a place of the directory has, and how far from the middle of one it lies. The codes
// were found again in addresses that offices there give of themselves; each middle is good to about a kilometre. So what is
// worked out here only narrows a list: no file says it.
import type { HsdsLocation } from '#domain/hsds/shape.ts'

type Point = { readonly latitude: number; readonly longitude: number }
type Post = Point & { readonly city: string; readonly zone?: string }

/** Of the cities and areas that are in the directory; what Belgrade has no own one for is under its main one. */
const POSTS = {
  '11000': { city: 'Beograd', latitude: 44.812, longitude: 20.46 },
  '11070': { city: 'Beograd', zone: 'new_belgrade', latitude: 44.812, longitude: 20.416 },
  '11210': { city: 'Beograd', zone: 'krnjaca', latitude: 44.848, longitude: 20.492 },
  '11500': { city: 'Obrenovac', latitude: 44.655, longitude: 20.2 },
  '15316': { city: 'Banja Koviljača', latitude: 44.513, longitude: 19.157 },
  '17500': { city: 'Vranje', latitude: 42.551, longitude: 21.9 },
  '17520': { city: 'Bujanovac', latitude: 42.46, longitude: 21.767 },
  '17523': { city: 'Preševo', latitude: 42.309, longitude: 21.649 },
  '22240': { city: 'Šid', latitude: 45.128, longitude: 19.228 },
  '36310': { city: 'Sjenica', latitude: 43.273, longitude: 20 },
  '36320': { city: 'Tutin', latitude: 42.99, longitude: 20.331 }
} as const satisfies Readonly<Record<string, Post>>

const POST_OF_CODE: ReadonlyMap<string, Post> = new Map(Object.entries(POSTS))

/** Five digits, which people often part after the second. */
export const POSTCODE = /^[1-3]\d ?\d{3}$/

/** As it is written in an address, and so certain. */
export const writtenPostcode = (address: string): string | undefined => /(?<!\d)[1-3]\d{4}(?!\d)/.exec(address)?.[0]

/** Written in the address, else that of its area, or of its city; undefined of a city that is not known here. */
export const postcodeOf = ({ addresses = [], x_city: city, x_zone: zone }: HsdsLocation): string | undefined => {
  const written = writtenPostcode(`${addresses[0]?.address_1 ?? ''} ${city ?? ''}`)
  const inCity = [...POST_OF_CODE].filter(([, post]) => post.city === city)
  const ofZone = inCity.find(([, post]) => post.zone === zone) ?? inCity.find(([, post]) => post.zone === undefined)
  return written ?? ofZone?.[0]
}

export const middleOf = (postcode: string): Point | undefined => POST_OF_CODE.get(postcode)

const EARTH_METRES = 6_371_000

/** Undefined where no point of the place is known. */
export const metresFrom = (middle: Point, { latitude, longitude }: HsdsLocation): number | undefined => {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined
  const [north, east] = [radians(latitude - middle.latitude), radians(longitude - middle.longitude)]
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(latitude)) * Math.cos(radians(middle.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(chord))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
