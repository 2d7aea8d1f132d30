// Countries of origin as those read them who put many countries' figures together: ISO 3166-1 alpha-3, which HXL takes for granted.
import type { Country, SPECIAL_COUNTRIES } from '#domain/codes/countries.ts'

type Special = (typeof SPECIAL_COUNTRIES)[number]

const ISO3: Readonly<Record<Exclude<Country, Special>, string>> = {
  AF: 'AFG',
  SY: 'SYR',
  PK: 'PAK',
  IQ: 'IRQ',
  IR: 'IRN',
  MA: 'MAR',
  TR: 'TUR',
  EG: 'EGY',
  BD: 'BGD',
  IN: 'IND',
  DZ: 'DZA',
  TN: 'TUN',
  LY: 'LBY',
  SO: 'SOM',
  ER: 'ERI',
  ET: 'ETH',
  SD: 'SDN',
  PS: 'PSE',
  LB: 'LBN',
  JO: 'JOR',
  YE: 'YEM',
  CU: 'CUB',
  BI: 'BDI',
  CD: 'COD',
  CG: 'COG',
  CM: 'CMR',
  NG: 'NGA',
  GH: 'GHA',
  GN: 'GIN',
  SN: 'SEN',
  ML: 'MLI',
  CI: 'CIV',
  GM: 'GMB',
  NP: 'NPL',
  LK: 'LKA',
  MM: 'MMR',
  UZ: 'UZB',
  TJ: 'TJK',
  RU: 'RUS',
  UA: 'UKR',
  AM: 'ARM',
  BY: 'BLR',
  KM: 'COM',
  KW: 'KWT',
  CN: 'CHN',
  VN: 'VNM',
  MN: 'MNG',
  AZ: 'AZE',
  GE: 'GEO',
  KZ: 'KAZ',
  BA: 'BIH',
  RO: 'ROU',
  MR: 'MRT'
}

/** What has no such code, as `other` or stateless, stays as it is. */
export const iso3Of = (country: string): string => findIso3(country) ?? country

export const findIso3 = (country: string): string | undefined => ISO3[country as keyof typeof ISO3]
