// Files as a coordination meeting opens them: read again by LibreOffice and by Python, which know nothing of how they were made.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type FileWords, fileWords } from '#app/exports/file-words.ts'
import { type FileFormat, FORMATS, makeFile, type SavedFile } from '#app/exports/make-file.ts'
import { toXlsx } from '#app/exports/xlsx.ts'
import { loadPack } from '#app/language/bundles.ts'
import { createInterfaceLanguage } from '#app/language/interface-language.ts'
import { toTablesFile } from '#device/library/hsds-files.ts'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { codeRows, codesSheet } from '#domain/exports/codes-sheet.ts'
import { COLUMN_IDS, COLUMNS, columnsOf, FILES, SUBJECTS_OF } from '#domain/exports/columns.ts'
import { DATA_SETS, dataSheet, isNrcSet, NRC_SETS } from '#domain/exports/data-sheet.ts'
import type { Detail } from '#domain/exports/detail.ts'
import { type CountedSubject, type Offered, offerOf } from '#domain/exports/offer.ts'
import { countParticipants, PARTICIPANT_COLUMNS, participantRows } from '#domain/exports/participants.ts'
import { offerForms } from '#domain/exports/referral-forms.ts'
import { offerReferrals } from '#domain/exports/referral-steps.ts'
import { sheetOf, type Sheet, toCsv } from '#domain/exports/sheet.ts'
import { toHsds } from '#domain/hsds/to-hsds.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { countedOf } from '#tests/domain/disclosure/months.ts'

const ORGANISATION = 'Tim "Most", <Beograd> & friends'

const wordsIn = async (language: InterfaceLanguage): Promise<FileWords> => {
  const control = await createInterfaceLanguage({
    loadPack,
    loadLetters: () => Promise.resolve(),
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    root: { lang: '', dir: '' },
    phoneLanguages: ['en'],
    onForeign: (text) => {
      throw new Error(`In ${language} there is only the English for: ${text}`)
    }
  })
  await control.fetchWords(language)
  return fileWords(ORGANISATION, { language, words: control.words, format: control.format(language) })
}

const [words, english] = [await wordsIn('ar'), await wordsIn('en')]
const SPOKEN = { words, english }

const DETAIL: Detail = { time: 'week', place: 'city', country: 'none' }
/** So many needs, asked for by so few, cannot be told by the week. */
const BY_MONTH: Detail = { ...DETAIL, time: 'period' }
const BY_COUNTRY: Detail = { time: 'period', place: 'city', country: 'common' }

const offered = (subject: CountedSubject | 'referrals', detail: Detail, month = '2018-07'): Offered => {
  if (subject === 'referrals') return referralsOffered()
  const published = PUBLISHED_MONTHS.filter((candidate) => candidate.month === month)
  const [{ counted, period }] = published.map((one) => countedOf(one, 3, subject)) as [ReturnType<typeof countedOf>]
  const offer = offerOf(counted, { subject, period, detail })
  if (!offer.ok) throw new Error(`Refused: ${JSON.stringify(offer.refusal)}`)
  return offer.value
}

const referralsOffered = (): Offered => {
  const offer = offerReferrals(
    [
      { step: 'made', referrals: 180 },
      { step: 'opened', referrals: 140 },
      { step: 'accepted', referrals: 100 },
      { step: 'done', referrals: 60 }
    ],
    monthPeriod('2018-07')
  )
  if (!offer.ok) throw new Error('Refused')
  return offer.value
}

const formsOffered = (): Offered => {
  const answers = {
    priority: 'Urgent',
    reason: 'health',
    minor: 'No',
    consent: 'Yes',
    agency: 'Dom zdravlja "Savski venac", Beograd'
  }
  const offer = offerForms(
    Array.from({ length: 60 }, () => answers),
    monthPeriod('2018-07')
  )
  if (!offer.ok) throw new Error('Refused')
  return offer.value
}

const sheetFor = (file: (typeof FILES)[number]): Sheet => {
  const detail = file === 'needs' ? BY_MONTH : DETAIL
  const rows = SUBJECTS_OF[file].flatMap((subject) => offered(subject, detail).rows)
  return sheetOf({ rows }, { file, hasTags: true }, words)
}

const sheets = (): [string, Sheet][] => FILES.map((file) => [file, sheetFor(file)])

const asText = (sheet: Sheet) => sheet.map((row) => row.map((value) => String(value ?? '')))

describe('the table of columns', () => {
  // HXL 1.1: a hash, a letter, then letters, digits and underscores; attributes the same after a plus.
  const GRAMMAR = /^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/
  const CORE = [
    'org',
    'sector',
    'activity',
    'need',
    'adm1',
    'loc',
    'date',
    'country',
    'affected',
    'inneed',
    'item',
    'reached',
    'status',
    'output'
  ]

  test.each(FILES)('has a hashtag of the HXL grammar for every column of %s, each once', (file) => {
    const tags = columnsOf(file).map(({ tag }) => tag(file))
    for (const tag of tags) {
      expect(tag).toMatch(GRAMMAR)
      expect(CORE).toContain(/^#([a-z0-9]+)/.exec(tag)?.[1])
      const attributes = tag.split('+').slice(1)
      expect(new Set(attributes).size).toBe(attributes.length)
    }
    expect(new Set(tags.map((tag) => tag.split('+').sort().join('+'))).size).toBe(tags.length)
  })

  test('tells in 3W who does what where and from when to when, in 4W each time, in 5W also for whom', () => {
    const idsOf = (file: (typeof FILES)[number]) => columnsOf(file).map(({ id }) => id)
    expect(idsOf('w4')).toEqual(idsOf('w3'))
    expect(idsOf('w5').filter((id) => !idsOf('w4').includes(id))).toEqual([
      'men',
      'boys',
      'women',
      'girls',
      'people',
      'alone',
      'quantity',
      'unitCode',
      'unit'
    ])
    expect(COLUMNS.every(({ files }) => files.length > 0)).toBe(true)
    // What others' converters of 3W will not go without.
    const tags = columnsOf('w3').map(({ tag }) => tag('w3'))
    for (const needed of ['#org+impl', '#sector+name', '#activity+name', '#adm1+name', '#date+start', '#date+end']) {
      expect(tags).toContain(needed)
    }
    const days = columnsOf('w3').findIndex(({ id }) => id === 'from')
    const [each, all] = [sheetFor('w4').slice(2), sheetFor('w3').slice(2)]
    const activity = (row: Sheet[number]) => [...row.slice(0, days), ...row.slice(days + 2)].join()
    const [food] = all
    const times = each.filter((row) => food && activity(row) === activity(food)).map((row) => row.slice(days, days + 2))
    expect(times.length).toBeGreaterThan(1)
    expect(food?.slice(days, days + 2)).toEqual([times[0]?.[0], times.at(-1)?.[1]])
    expect(new Set(all.map(activity)).size).toBe(all.length)
  })

  test('writes countries as HXL reads them, each with its code of three letters', () => {
    const codes = codesSheet('arrivals', SPOKEN).flatMap(([heading, code, name]) =>
      heading === words.heading('countryCode') ? [[code, name]] : []
    )
    expect(codes.map(([code]) => code).filter((code) => !/^[A-Z]{3}$/.test(String(code)))).toEqual(['other'])
    expect(new Set(codes.map(([code]) => code)).size).toBe(codes.length)
    expect(codes).toContainEqual(['AFG', words.names.country('AF')])
    const sheet = sheetOf(offered('arrivals', BY_COUNTRY), { file: 'arrivals', hasTags: false }, words)
    expect(sheet.flat()).toContain('PAK')
    expect(sheet.flat()).not.toContain('PK')
  })
})

describe('a file of July 2018', () => {
  test('adds up to the published total, less those who are not told', () => {
    const { rows, people, notTold } = offered('arrivals', DETAIL)
    const told = rows.flatMap((row) => row.people).reduce<number>((sum, count) => sum + (count ?? 0), 0)
    expect([people, told + notTold]).toEqual([1541, 1541])
  })

  test('has one row a person for NRC CORE, and none for whoever is not told', () => {
    const value = offered('arrivals', BY_COUNTRY)
    const people = [...participantRows(value.rows, { organisation: 'NRC' })]
    expect(people.every((person) => person.length === PARTICIPANT_COLUMNS.length)).toBe(true)
    expect(countParticipants(value.rows)).toBe(people.length)
    expect(people).toHaveLength(value.people - value.notTold)
    expect(new Set(people.map(([id]) => id)).size).toBe(people.length)
    const august = offered('arrivals', BY_COUNTRY, '2018-08').rows
    const both = [...participantRows([...value.rows, ...august], { organisation: 'NRC' })]
    expect(both.slice(people.length)).toEqual([...participantRows(august, { organisation: 'NRC' })])
  })

  test.each(INTERFACE_LANGUAGES)('has a name for every column and every code in %s', async (language) => {
    const spoken = await wordsIn(language)
    const headings = COLUMN_IDS.map(spoken.heading)
    expect(new Set(headings).size).toBe(COLUMN_IDS.length)
    expect(headings.filter((heading) => /[.:{}]/.test(heading))).toEqual([])
    for (const file of FILES) {
      for (const { column, code, name } of codeRows(file, { words: spoken, english })) {
        // A set, a kit or a portion is called so in more than one language.
        if (column !== 'unitCode') expect(name).not.toBe(code)
      }
    }
  })

  test.each(FILES)('explains every code that stands in %s, in its sheet of codes', (file) => {
    const [headings = [], , ...rows] = sheetFor(file)
    const known = new Map(codesSheet(file, SPOKEN).map(([heading, code, name]) => [`${heading} ${code}`, name]))
    const coded = columnsOf(file).flatMap(({ id }, at) => (id.endsWith('Code') ? [at] : []))
    for (const row of rows) {
      for (const at of coded) if (row[at] !== '') expect(known.get(`${headings[at]} ${row[at]}`)).toBe(row[at + 1])
    }
    expect(new Set(codesSheet(file, SPOKEN).map(([heading]) => heading)).size).toBe(coded.length)
  })

  test.each(NRC_SETS)(
    'explains every answer that stands in %s in the language chosen, beside the English of the file',
    (set) => {
      const { rows } = set === 'core' ? offered('arrivals', BY_COUNTRY) : formsOffered()
      const { columns, rows: told } = dataSheet(rows, set, english)
      const codes = codeRows(set, SPOKEN)
      const explained = new Map(codes.map(({ column, code, name }) => [`${column} ${code}`, name]))
      const coded = columns.flatMap(({ id }, at) =>
        codes.some(({ column }) => column === id) ? [[id, at] as const] : []
      )
      let cells = 0
      for (const row of told()) {
        for (const [id, at] of coded) {
          if (row[at] === undefined) continue
          expect(explained.get(`${id} ${row[at]}`)).toMatch(/\p{Script=Arabic}/u)
          cells += 1
        }
      }
      expect(cells).toBeGreaterThan(100)
      // Whatever is not explained is an id, a day, or a name that is the same in each language.
      const named = columns.filter(({ id }) => !codes.some(({ column }) => column === id)).map(({ id }) => id)
      const empty = ['lastName', 'individual', 'via', 'worker', 'position', 'contact', 'restrictions']
      expect(named.filter((id) => !empty.includes(id))).toEqual(
        set === 'core'
          ? ['id', 'office', 'registered']
          : ['id', 'date', 'agency', 'caregiver', 'relationship', 'informed']
      )
      expect(new Set(codes.map(({ heading, code }) => `${heading} ${code}`)).size).toBe(codes.length)
      expect(
        codes.every(({ column, heading }) => columns.some((one) => one.id === column && one.heading === heading))
      ).toBe(true)
    }
  )

  test('is the sheet chosen, named by its days', () => {
    const period = monthPeriod('2018-07')
    const made = (file: 'arrivals' | 'core', format: 'csv' | 'hxl') =>
      makeFile(offered('arrivals', DETAIL), { file, format, period }, SPOKEN)
    const name = 'susret-arrivals-2018-07-01-2018-07-31'
    const inside = (format: 'csv' | 'hxl') => {
      const files = unzipSync(made('arrivals', format).content as Uint8Array)
      expect(Object.keys(files)).toEqual([`${name}.csv`, `${name}-codes.csv`])
      return Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'))
    }
    expect(made('arrivals', 'hxl').name).toBe(`${name}.zip`)
    expect(inside('hxl')[0]).toContain('#affected+ind+f+children')
    expect(inside('csv')[0]).not.toContain('#affected')
    expect(inside('csv')[1]).toBe(toCsv(codesSheet('arrivals', SPOKEN)))
    const core = unzipSync(made('core', 'csv').content as Uint8Array)
    const ofCore = 'susret-core-2018-07-01-2018-07-31'
    expect(Object.keys(core)).toEqual([`${ofCore}.csv`, `${ofCore}-codes.csv`])
    expect(strFromU8(core[`${ofCore}.csv`] ?? new Uint8Array())).toMatch(/^\uFEFF?Internal ID,Last name,/)
    expect(strFromU8(core[`${ofCore}-codes.csv`] ?? new Uint8Array())).toContain('Nationality 1,AFG,أفغانستان')
  })

  test('makes a text of what a spreadsheet would run', () => {
    expect(toCsv([['=1+1', '@x', '-5', 'a"b', 7]])).toBe('\uFEFF\'=1+1,\'@x,\'-5,"a""b",7\r\n')
  })
})

const READER = fileURLToPath(new URL('read-sheets.py', import.meta.url))
const python = spawnSync('python3', ['--version']).status === 0
if (!python) console.log('Python is not installed: the files are not read by it in this run')

describe.skipIf(!python)('read by Python', () => {
  const read = (name: string, bytes: string | Uint8Array) => {
    const folder = mkdtempSync(join(tmpdir(), 'susret-export-'))
    try {
      writeFileSync(join(folder, name), bytes)
      const { stdout, stderr } = spawnSync('python3', [READER, join(folder, name)], { encoding: 'utf8' })
      if (stdout === '') throw new Error(stderr)
      return (JSON.parse(stdout) as Record<string, string[][]>[])[0]
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  test('Excel: every sheet, with tags and codes, is read back as it was written', () => {
    const all: [string, Sheet][] = [...sheets(), ['codes', FILES.flatMap((file) => codesSheet(file, SPOKEN))]]
    const file = toXlsx(all.map(([name, sheet]) => ({ name, sheet, isRightToLeft: true, headings: 2 })))
    expect(read('susret.xlsx', file)).toEqual(Object.fromEntries(all.map(([name, sheet]) => [name, asText(sheet)])))
  })

  const PERIOD = monthPeriod('2018-07')
  const OFFERED: Readonly<Record<Exclude<SavedFile, 'zones'>, () => Offered>> = {
    arrivals: () => offered('arrivals', BY_COUNTRY),
    needs: () => offered('needs', BY_MONTH),
    referrals: referralsOffered,
    items: () => offered('items', DETAIL),
    w3: () => offered('activities', DETAIL),
    w4: () => offered('activities', DETAIL),
    w5: () => offered('activities', DETAIL),
    core: () => offered('arrivals', BY_COUNTRY),
    forms: formsOffered
  }

  test.each(DATA_SETS)('%s as a lead saves it: Excel, CSV and HXL say the same, and have the codes beside', (set) => {
    const saved = (format: FileFormat) => {
      const { name, content } = makeFile(OFFERED[set](), { file: set, format, period: PERIOD }, SPOKEN)
      return Object.values(read(name, content) ?? {})
    }
    const [[sheet = [], codes], [plain = [], ofPlain], [tagged = [], ofTagged]] = FORMATS.map(saved) as [
      string[][][],
      string[][][],
      string[][][]
    ]
    expect(sheet.length).toBeGreaterThan(1)
    expect(plain).toEqual(sheet)
    const hasTags = tagged[1]?.every((tag) => tag.startsWith('#'))
    expect(hasTags).toBe(!isNrcSet(set))
    expect(tagged.filter((_, at) => !(hasTags && at === 1))).toEqual(sheet)
    expect([ofPlain, ofTagged]).toEqual([codes, codes])
    expect(codes?.length).toBeGreaterThan(isNrcSet(set) ? 10 : 0)
    for (const row of plain) expect(row).toHaveLength(sheet[0]?.length ?? 0)
  })

  test('the directory as tables of HSDS: every table and cell', () => {
    const tables = read('susret-hsds.zip', toTablesFile(BELGRADE, '2018-07-03')) ?? {}
    const { services, organizations } = toHsds(BELGRADE, '2018-07-03')
    const [headings = [], ...rows] = tables['services.csv'] ?? []
    expect(rows.map((row) => row[headings.indexOf('name')])).toEqual(services.map(({ name }) => name))
    expect(rows.every((row) => row.length === headings.length)).toBe(true)
    const [of = [], ...theirs] = tables['organizations.csv'] ?? []
    const ids = new Set(theirs.map((row) => row[of.indexOf('id')]))
    expect(rows.filter((row) => !ids.has(row[headings.indexOf('organization_id')] ?? ''))).toEqual([])
    expect(ids.size).toBeGreaterThanOrEqual(organizations.length)
  })

  test.each(FILES)('CSV: the letters and numbers of %s are read back as they were written', (file) => {
    const sheet = sheetFor(file)
    expect(read('susret.csv', toCsv(sheet))).toEqual({ '': asText(sheet) })
  })
})

const soffice = spawnSync('soffice', ['--version']).status === 0
if (!soffice) console.log('LibreOffice is not installed: the files are not opened by an independent reader in this run')

describe.skipIf(!soffice)('opened by LibreOffice', () => {
  /** Every sheet of files of one kind as LibreOffice reads it. */
  const read = (kind: 'csv' | 'xlsx', files: readonly (string | Uint8Array)[]): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'susret-export-'))
    try {
      const names = files.map((bytes, at) => {
        const name = `susret-${at}.${kind}`
        writeFileSync(join(folder, name), bytes)
        return name
      })
      const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const filter = kind === 'csv' ? ['--infilter=Text - txt - csv (StarCalc):44,34,76,1'] : []
      spawnSync(
        'soffice',
        [profile, '--headless', ...filter, '--convert-to', asCsv, '--outdir', join(folder, 'read'), ...names],
        { cwd: folder }
      )
      return readdirSync(join(folder, 'read')).map((file) => readFileSync(join(folder, 'read', file), 'utf8'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const parsed = (csv: string) =>
    csv
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split(/\r?\n/)
      .map((line) =>
        [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
          .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
          .slice(0, line.endsWith(',') ? undefined : -1)
      )

  test('Excel: every sheet in Arabic, with tags and codes, is read back as it was written', () => {
    const all: [string, Sheet][] = [...sheets(), ['codes', FILES.flatMap((file) => codesSheet(file, SPOKEN))]]
    const file = toXlsx(all.map(([name, sheet]) => ({ name, sheet, isRightToLeft: true, headings: 2 })))
    const found = read('xlsx', [file])
    expect(found).toHaveLength(all.length)
    for (const [, sheet] of all) expect(found.map(parsed)).toContainEqual(asText(sheet))
    console.log(`LibreOffice read ${found.length} sheets of ${file.length} bytes as they were written`)
  }, 300_000)

  test('CSV: the letters and the numbers of every set are read back as they were written', () => {
    const all = sheets().map(([, sheet]) => sheet)
    const found = read('csv', all.map(toCsv))
    expect(found).toHaveLength(all.length)
    for (const sheet of all) expect(found.map(parsed)).toContainEqual(asText(sheet))
  }, 300_000)
})
