// Areas of the city. A record holds a zone, never a point; informal sleeping places have no zone of their own.

export const ZONES = [
  'bus_station',
  'parks',
  'railway',
  'old_town',
  'new_belgrade',
  'krnjaca',
  'obrenovac',
  'elsewhere'
] as const
export type Zone = (typeof ZONES)[number]
