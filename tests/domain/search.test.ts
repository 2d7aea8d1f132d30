// Finding a service in any spelling.
import { describe, expect, test } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import type { DirectoryEntry, Place, Provider, Service } from '#domain/directory/directory.ts'
import { createDirectory, type ServiceQuery } from '#domain/directory/search.ts'
import { foldText, hasEveryWord } from '#domain/fold-text.ts'

const NIGHT = Date.parse('2026-11-24T04:00+01:00')
const MONDAY_NOON = Date.parse('2026-11-23T12:00+01:00')

describe('folding', () => {
  /** What is left of several spellings: one, when they are equal in a search. */
  const folds = (...spellings: string[]) => [...new Set(spellings.map(foldText))]

  test('Serbian is one in Cyrillic and Latin, with and without diacritics', () => {
    expect(folds('Крњача', 'Krnjača', 'krnjaca', 'KRNJACA', 'Krnjac\u030ca')).toHaveLength(1)
    expect(folds('Обреновац', 'Obrenovac')).toHaveLength(1)
    expect(folds('Љубав и џеп', 'ljubav i džep', 'ljubav i dzep')).toHaveLength(1)
  })

  test('đ, dj and d are one', () => {
    expect(folds('Међународна', 'Međunarodna', 'Medjunarodna', 'Medunarodna')).toHaveLength(1)
    expect(folds('Ђорђе', 'Đorđe', 'Djordje', 'Dorde')).toHaveLength(1)
  })

  test('Arabic and Persian kaf, yeh, alef, heh and hamza are one', () => {
    expect(folds('كابل علي', 'کابل علی', 'کابل علي', 'كابل على')).toHaveLength(1)
    expect(folds('أحمد', 'احمد', 'إحمد', 'ٱحمد')).toHaveLength(1)
    expect(folds('آب', 'اب')).toHaveLength(1)
    expect(folds('مسؤول', 'مسوول')).toHaveLength(1)
    expect(folds('مدرسة', 'مدرسه')).toHaveLength(1)
    expect(folds('خانهٔ', 'خانه', 'خانۀ')).toHaveLength(1)
    expect(folds('پښتو يې', 'پښتو یی')).toHaveLength(1)
  })

  test('Arabic vowel signs, stretches and joiners are not typed in a search', () => {
    expect(folds('مُحَمَّد', 'محمد', 'محـمـد')).toHaveLength(1)
    expect(folds('می‌خواهم', 'میخواهم')).toHaveLength(1)
  })

  test('digits of every script are the same digits', () => {
    expect(folds('484', '٤٨٤', '۴۸۴', '४८४', '৪৮৪', '４８４')).toHaveLength(1)
    expect(folds('0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '၀၁၂၃၄၅၆၇၈၉', '੦੧੨੩੪੫੬੭੮੯')).toHaveLength(1)
  })

  test('Turkish, Kurdish and French letters lose their accents', () => {
    expect(folds('İstanbul ışık', 'istanbul isik')).toHaveLength(1)
    expect(folds('Kurmancî', 'kurmanci')).toHaveLength(1)
    expect(folds('Médecins', 'medecins')).toHaveLength(1)
  })

  test('vowel signs of Indic scripts are letters and stay', () => {
    expect(foldText('হাসি')).not.toBe(foldText('হস'))
  })

  test('punctuation and spaces are one space between words', () => {
    expect(foldText('  Centar -- za\u00a0azil, "Krnjača"! ')).toBe('centar za azil krnjaca')
  })

  test('folding twice changes nothing', () => {
    for (const entry of BELGRADE) {
      const folded = foldText(Object.values(entry.name).join(' '))
      expect(foldText(folded)).toBe(folded)
    }
  })

  test('every word of a query must be there; none asks for nothing', () => {
    expect(hasEveryWord(foldText('Centar za azil Krnjača'), foldText('азил крњ'))).toBe(true)
    expect(hasEveryWord(foldText('Centar za azil Krnjača'), foldText('azil Šid'))).toBe(false)
    expect(hasEveryWord(foldText('Krnjača'), foldText(' '))).toBe(true)
  })
})

describe('the directory', () => {
  const directory = createDirectory(BELGRADE)
  const names = (query: Partial<ServiceQuery>) =>
    directory.servicesFor({ at: MONDAY_NOON, ...query }).map(({ service }) => service.name.en)

  test('finds a centre by its name in any script', () => {
    for (const text of ['krnjaca', 'Крњача', 'كرنياتشا', 'کرنیاچا', 'azil KRNJ']) {
      expect(names({ text })).toEqual(['Asylum centre Krnjača'])
    }
  })

  test('finds a service by its provider and by its address, words in any order', () => {
    expect(names({ text: 'klik' })).toEqual(['Outreach van: law and social work'])
    expect(names({ text: 'brigada omladinskih' })).toEqual(['Registration of the wish for asylum'])
    expect(names({ text: 'Симина 19' })).toEqual(['Search for family'])
    expect(names({ text: 'Beograd Ruska' })).toEqual(['Centre for social work: child alone, guardian'])
    expect(names({ text: 'nothing is called so' })).toEqual([])
  })

  test('finds what meets any of the needs', () => {
    const found = directory.servicesFor({ at: MONDAY_NOON, needs: ['avrr', 'family_tracing'] })
    expect(found.length).toBeGreaterThan(1)
    for (const { service } of found) {
      expect(service.needs.some((need) => need === 'avrr' || need === 'family_tracing')).toBe(true)
    }
  })

  test('puts what is open first and what is closed last', () => {
    const states = directory.servicesFor({ at: NIGHT }).map(({ opening }) => opening.state)
    expect(states[0]).toBe('open')
    expect(states.at(-1)).toBe('closed')
    expect(states).toEqual(
      states.toSorted((a, b) => 'open unknown closed'.indexOf(a) - 'open unknown closed'.indexOf(b))
    )
  })

  test('shows only open services when asked', () => {
    const open = names({ openOnly: true, at: NIGHT, needs: ['medical'] })
    expect(open).toEqual(['Ambulance 194', 'Health centre, day and night'])
  })

  test('leaves history out unless it is asked for, and then last and never open', () => {
    expect(names({ needs: ['food_hot'] })).toEqual([])
    const rows = directory.servicesFor({ at: MONDAY_NOON, needs: ['food_hot'], includeHistory: true })
    expect(rows.map(({ service }) => service.name.en)).toContain('Hot soup')
    expect(rows.every(({ standing, opening }) => standing === 'history' && opening.state === 'closed')).toBe(true)
    const all = directory.servicesFor({ at: MONDAY_NOON, includeHistory: true }).map(({ standing }) => standing)
    expect(all.lastIndexOf('current')).toBeLessThan(all.indexOf('history'))
  })

  test('shows what is old, since today nearly everything is', () => {
    const rows = directory.servicesFor({ at: MONDAY_NOON })
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.every(({ freshness }) => freshness === 'old')).toBe(true)
  })

  test('keeps to services where a source names the language', () => {
    expect(names({ language: 'ps' })).toEqual(['Outreach van: law and social work'])
  })

  test('gives each row its provider and places', () => {
    const [row] = directory.servicesFor({ at: MONDAY_NOON, text: 'Obrenovac' })
    expect(row?.provider?.shortName).toBe('KIRS')
    expect(row?.places.map(({ address }) => address)).toEqual(['Nemanjina 128d'])
  })

  test('orders names by the alphabet of the language on the screen', () => {
    const inSerbian = directory
      .servicesFor({ at: MONDAY_NOON, needs: ['accommodation'], text: 'centar azil', namesIn: 'sr-Latn' })
      .filter(({ opening }) => opening.state === 'unknown')
      .map(({ service }) => service.name['sr-Latn'])
    expect(inSerbian).toEqual([
      'Centar za azil Krnjača',
      'Centar za azil Obrenovac',
      'Centar za azil Sjenica',
      'Centar za azil Vranje'
    ])
  })
})

describe('entries a team has made', () => {
  const provider: Provider = {
    kind: 'provider',
    id: '00000000-0000-4000-8000-000000000001',
    name: { en: 'Kitchen' },
    phones: [],
    source: 'visited',
    lastChecked: '2026-11-20',
    toVerify: false
  }
  const aService = (id: number, fields: Partial<Service>): Service => ({
    kind: 'service',
    id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    providerId: provider.id,
    placeIds: [],
    name: { en: `Service ${id}` },
    status: 'active',
    needs: ['food_hot'],
    languages: [],
    hours: 'unknown',
    phones: [],
    source: 'visited',
    lastChecked: '2026-11-20',
    toVerify: false,
    ...fields
  })
  const namesOf = (entries: DirectoryEntry[], query: Partial<ServiceQuery> = {}) =>
    createDirectory(entries)
      .servicesFor({ at: MONDAY_NOON, ...query })
      .map(({ service }) => service.name.en)

  test('come fresh before old, then by name', () => {
    const entries = [
      provider,
      aService(2, { name: { en: 'B' } }),
      aService(3, { name: { en: 'Old' }, lastChecked: '2026-01-01' }),
      aService(4, { name: { en: 'Check' }, lastChecked: '2026-10-30' }),
      aService(5, { name: { en: 'A' } })
    ]
    expect(namesOf(entries)).toEqual(['A', 'B', 'Check', 'Old'])
  })

  test('a service is still found while its provider has not reached the phone', () => {
    const [row] = createDirectory([aService(2, {})]).servicesFor({ at: MONDAY_NOON })
    expect(row?.provider).toBeUndefined()
    expect(row?.service.name.en).toBe('Service 2')
  })

  test('a service ends with its provider', () => {
    expect(namesOf([{ ...provider, validTo: '2026-10' }, aService(2, {})])).toEqual([])
  })

  test('a service ends with the last of its places', () => {
    const aPlace = (id: number, fields: Partial<Place>): Place => ({
      kind: 'place',
      id: `00000000-0000-4000-8000-00000000010${id}`,
      name: { en: 'Park' },
      city: 'Pančevo',
      zone: 'elsewhere',
      source: 'visited',
      lastChecked: '2026-11-20',
      toVerify: false,
      ...fields
    })
    const [open, gone] = [aPlace(1, {}), aPlace(2, { validTo: '2024' })]
    expect(namesOf([provider, open, gone, aService(2, { placeIds: [open.id, gone.id] })])).toEqual(['Service 2'])
    expect(namesOf([provider, open, gone, aService(2, { placeIds: [gone.id] })])).toEqual([])
  })

  test('history comes last, even when it is the freshest', () => {
    const entries = [
      provider,
      aService(2, { status: 'temporarily closed', lastChecked: '2016' }),
      aService(3, { status: 'defunct' })
    ]
    expect(namesOf(entries, { includeHistory: true })).toEqual(['Service 2', 'Service 3'])
  })

  test('a service closed for a while is listed, and not open', () => {
    const always = [{ byday: ['MO' as const], opensAt: '00:00', closesAt: '24:00' }]
    const entries = [provider, aService(2, { status: 'temporarily closed', hours: always })]
    expect(namesOf(entries)).toEqual(['Service 2'])
    expect(namesOf(entries, { openOnly: true })).toEqual([])
  })

  test('of those who interpret a language, whoever is on duty comes first', () => {
    const on = (opensAt: string, closesAt: string) => [{ byday: ['MO' as const], opensAt, closesAt }]
    const interpreter = (id: number, name: string, fields: Partial<Service>) =>
      aService(id, { name: { en: name }, needs: ['interpretation'], languages: ['ps'], ...fields })
    const entries = [
      provider,
      interpreter(2, 'By night', { hours: on('20:00', '24:00') }),
      interpreter(3, 'Whenever', {}),
      interpreter(4, 'Until two', { hours: on('08:00', '14:00') }),
      interpreter(5, 'Of Arabic', { hours: on('08:00', '14:00'), languages: ['ar'] })
    ]
    const rota = (at: number) => namesOf(entries, { needs: ['interpretation'], language: 'ps', at })
    expect(rota(MONDAY_NOON)).toEqual(['Until two', 'Whenever', 'By night'])
    expect(rota(MONDAY_NOON + 9 * 3_600_000)).toEqual(['By night', 'Whenever', 'Until two'])
  })

  test('Serbian is one language in two scripts', () => {
    expect(namesOf([provider, aService(2, { languages: ['sr-Cyrl'] })], { language: 'sr-Latn' })).toEqual(['Service 2'])
  })
})
