// What NRC CORE's importer takes, from its source (NorwegianRefugeeCouncil/core-v1, MIT: `individuals_upload.go`,
// `individual_tabular.go`, the labels of `en.toml`): it refuses a file whole for one heading it does not know, one value it cannot
// read, one person it is told to change and does not have, and more than 10,000 people.
import { readCsv } from '#domain/hsds/csv.ts'

/** Headings it knows that a file of ours may have. */
const HEADINGS = [
  'ID',
  'Internal ID',
  'First name',
  'Last name',
  'Collection office',
  'Date of registration',
  'Engagement context',
  'Prefers to remain anonymous',
  'Age',
  'Sex',
  'Is minor',
  'Nationality 1',
  'Nationality 2'
]

const oneOf =
  (...values: readonly string[]) =>
  (cell: string): boolean =>
    values.includes(cell)
const isYesOrNo = (cell: string): boolean => oneOf('', 'true', 'false', 'yes', 'no', '1', '0')(cell.toLowerCase())

const VALUES: Readonly<Record<string, (cell: string) => boolean>> = {
  // Whoever has one is to be changed, and CORE has none of ours.
  ID: oneOf(''),
  'Date of registration': (cell) => /^\d{4}-\d\d-\d\d$/.test(cell) && !Number.isNaN(Date.parse(cell)),
  'Engagement context': oneOf('', 'houseVisit', 'fieldActivity', 'inOffice', 'remoteChannels', 'referred', 'other'),
  'Prefers to remain anonymous': isYesOrNo,
  Sex: oneOf('', 'male', 'female', 'other', 'prefers_not_to_say'),
  'Is minor': isYesOrNo,
  'Nationality 1': (cell) => cell === '' || ISO3.includes(cell),
  'Nationality 2': (cell) => cell === '' || ISO3.includes(cell)
}

/** Without the one of these columns it cannot look for who is there twice, and reads nothing. */
const NEEDED = ['Last name']
const MOST = 10_000

/** What it would say against a file of CSV; nothing where it takes it. */
export const faultsOfCore = (csv: string): string[] => {
  // It is read by Go, to which a byte order mark is a letter of the first heading.
  const [first = ''] = csv.split('\r\n')
  const headings = first.split(',')
  const unknown = headings.filter((heading) => !HEADINGS.includes(heading)).map((heading) => `no column "${heading}"`)
  const missing = NEEDED.filter((heading) => !headings.includes(heading)).map((heading) => `lacks "${heading}"`)
  const rows = readCsv(csv) ?? []
  const cells = rows.flatMap((row) =>
    Object.entries(row).flatMap(([heading, cell]) =>
      (VALUES[heading]?.(cell) ?? true) ? [] : [`${heading}: "${cell}"`]
    )
  )
  return [...unknown, ...missing, ...new Set(cells), ...(rows.length > MOST ? [`${rows.length} people`] : [])]
}

/** ISO 3166-1 alpha-3. */
const ISO3 = (
  'ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU ' +
  'BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA ' +
  'DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM ' +
  'GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT ' +
  'LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ ' +
  'MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF ' +
  'QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD ' +
  'TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE'
).split(' ')
