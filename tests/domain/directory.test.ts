// The directory of Belgrade as data, and how far each entry can be trusted.
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { INTERFACE_LANGUAGES, type InterfaceLanguage, isLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { DirectoryEntry, type Place, type Provider, type Service, type Words } from '#domain/directory/directory.ts'
import { daysSinceChecked, freshnessOf, standingOf } from '#domain/directory/freshness.ts'
import { openingAt } from '#domain/directory/opening.ts'
import { sayIn, words } from '#domain/directory/words.ts'
import { latinToCyrillic } from '#domain/serbian-script.ts'

const services = BELGRADE.filter((entry): entry is Service => entry.kind === 'service')
const providers = BELGRADE.filter((entry): entry is Provider => entry.kind === 'provider')
const places = BELGRADE.filter((entry): entry is Place => entry.kind === 'place')
const TODAY = '2026-11-23'

const numbersIn = (text: string): string[] => (text.match(/\d+/g) ?? []).toSorted()

const getService = (name: string): Service => {
  const found = services.find((service) => service.name.en === name)
  if (!found) throw new Error(`No service called ${name}`)
  return found
}

/** Every text in several languages anywhere in the directory. */
const allWords = (): Words[] => BELGRADE.flatMap(wordsIn)

const wordsIn = (value: unknown): Words[] => {
  const isWords = (found: object): found is Words => 'en' in found
  if (typeof value !== 'object' || value === null) return []
  return isWords(value) ? [value] : Object.values(value).flatMap(wordsIn)
}

/** All that is more than a name on a door, which stays in Serbian where a language has no own. */
const notNames = (): Words[] =>
  BELGRADE.flatMap((entry) => {
    const { name, ...other } = entry
    return [...(entry.kind === 'service' ? [name] : []), ...wordsIn(other)]
  })

/** Kept in Latin letters in every language: what is on the door, or on the sign of the street. */
const LATIN_NAMES =
  /(UNHCR|Savski venac|Stari grad|Vračar|Novi Beograd|Palilula|Zemun|Voždovac|Zvezdara|Čukarica|Rakovica|Surčin|NRC|CRPC|Praxis)/g

describe('the directory of Belgrade', () => {
  test('fits its schema exactly, and survives a journey as JSON', () => {
    expect(z.array(DirectoryEntry).parse(JSON.parse(JSON.stringify(BELGRADE)))).toEqual(BELGRADE)
  })

  test('has no id twice, and each service knows a provider and places that are there', () => {
    expect(new Set(BELGRADE.map((entry) => entry.id)).size).toBe(BELGRADE.length)
    for (const service of services) {
      expect(providers.map(({ id }) => id)).toContain(service.providerId)
      for (const id of service.placeIds) expect(places.map((place) => place.id)).toContain(id)
    }
  })

  test('keeps the ids that records and referrals already point to', () => {
    expect(getService('Ambulance 194').id).toBe('11d5d8d4-497d-462b-ad35-097befd18594')
    expect(getService('Centre for social work: child alone, guardian').id).toBe('a0060094-24f1-4184-bc47-572036d9726e')
    expect(providers.find(({ shortName }) => shortName === 'KIRS')?.id).toBe('458f7612-41f8-4e47-bc17-804da0e645c5')
  })

  test('has the organisations a team of 2016 or of today would look for', () => {
    const said = providers.flatMap(({ name, shortName }) => [name.en, shortName])
    const wanted =
      'Praxis,NRC,Refugee Aid Miksalište,Info Park,AIC,CRPC,BCHR,APC/CZA,Group 484,DRC,MSF,RMF,MdM,Caritas,Red Cross of Serbia,Save the Children,IOM,UNICEF,CIM,JRS,Atina,ASTRA,CSW,CPTV,KIRS,MUP,IDEAS,KlikAktiv,Collective Aid,Zavod,UNHCR,HCIT,IAN,PIN'
    expect(said).toEqual(expect.arrayContaining(wanted.split(',')))
  })

  test('says in every language of the screen all that is more than a name', () => {
    expect(notNames().length).toBeGreaterThan(150)
    for (const spoken of notNames()) expect(Object.keys(spoken).toSorted()).toEqual(INTERFACE_LANGUAGES.toSorted())
  })

  test('leaves no English in another language, and keeps what a number or a year says', () => {
    for (const { en, ...others } of notNames()) {
      for (const [language, text] of Object.entries(others)) {
        const { script } = LANGUAGES[language as InterfaceLanguage]
        if (script !== 'Latn')
          expect(text.replaceAll(LATIN_NAMES, ''), `${language}: ${text}`).not.toMatch(/[A-Za-z]{3,}/)
        expect(text === en && !/^(Ambulance|Police) 19\d$/.test(en), `${language}: ${text}`).toBe(false)
        expect(numbersIn(text), `${language}: ${text}`).toEqual(numbersIn(en))
      }
    }
  })

  test('types Serbian once: the Cyrillic is what the Latin gives', () => {
    const spokenInSerbian = allWords().filter((spoken) => spoken['sr-Latn'] !== undefined)
    expect(spokenInSerbian.map((spoken) => spoken['sr-Cyrl'])).toEqual(
      spokenInSerbian.map((spoken) => latinToCyrillic(spoken['sr-Latn'] ?? ''))
    )
  })

  test('writes digits 0-9 in every language, as staff do', () => {
    for (const spoken of allWords()) expect(Object.values(spoken).join(' ')).not.toMatch(/[٠-٩۰-۹]/)
  })

  test('names only languages the house knows', () => {
    expect(services.flatMap(({ languages }) => languages).filter((id) => !isLanguage(id))).toEqual([])
  })

  test('gives a source and a date that is no later than the day it was written', () => {
    for (const { source, lastChecked, validFrom, validTo } of BELGRADE) {
      expect(source.length).toBeGreaterThan(8)
      expect(lastChecked < '2026').toBe(true)
      expect((validFrom ?? '') <= (validTo ?? '9')).toBe(true)
    }
  })

  test('claims nothing a team has verified: all of it comes from published pages', () => {
    expect(BELGRADE.every(({ toVerify }) => toVerify)).toBe(true)
  })

  test('gives a caution with every telephone number but the public short numbers', () => {
    const unguarded = services.filter(({ phones, caution }) => phones.length > 0 && caution === undefined)
    expect(unguarded.flatMap(({ phones }) => phones.map(({ number }) => number)).toSorted()).toEqual([
      '116 000',
      '116 111',
      '192',
      '193',
      '194'
    ])
  })

  test('shows no way to informal sleeping places and no address of a safe house', () => {
    const text = JSON.stringify(BELGRADE).toLowerCase()
    expect(text).not.toMatch(/barrack|barak|squat|warehouse/)
    for (const service of services.filter(({ needs }) => needs.includes('safe_shelter'))) {
      expect(service.placeIds).toEqual([])
    }
  })

  test('puts every point near where it says it is, with how far it may be off', () => {
    const points = places.flatMap(({ point }) => point ?? [])
    expect(points.length).toBeGreaterThan(10)
    for (const point of points) {
      expect(point.precisionMetres).toBeGreaterThanOrEqual(50)
      expect(point.latitude).toBeGreaterThan(44.4)
      expect(point.latitude).toBeLessThan(44.9)
      expect(point.longitude).toBeGreaterThan(19.1)
      expect(point.longitude).toBeLessThan(20.6)
    }
  })

  test('tells the police address of 2016 from the one said today', () => {
    expect(standingOf(getService('Registration of the wish for asylum, Savska'), TODAY)).toBe('history')
    const today = getService('Registration of the wish for asylum')
    expect(standingOf(today, TODAY)).toBe('current')
    expect(today.hours).toBe('unknown')
    expect(today.caution?.en).toContain('2023')
  })

  test('answers an emergency at four in the morning', () => {
    const atNight = Date.parse('2026-11-24T04:00+01:00')
    for (const name of ['Ambulance 194', 'Police 192', 'Fire brigade 193', 'National child line']) {
      expect(openingAt(getService(name).hours, atNight)).toEqual({ state: 'open' })
    }
    expect(openingAt(getService('ASTRA SOS line').hours, atNight)).toEqual({ state: 'unknown' })
  })
})

describe('freshness', () => {
  test('is fresh for 14 days, then to be checked first, then old after 60', () => {
    expect(freshnessOf('2026-11-23', TODAY)).toBe('fresh')
    expect(freshnessOf('2026-11-09', TODAY)).toBe('fresh')
    expect(freshnessOf('2026-11-08', TODAY)).toBe('check_first')
    expect(freshnessOf('2026-09-24', TODAY)).toBe('check_first')
    expect(freshnessOf('2026-09-23', TODAY)).toBe('old')
  })

  test('counts an inexact date from its first day, never making an entry look fresher', () => {
    expect(daysSinceChecked('2026-11', TODAY)).toBe(22)
    expect(freshnessOf('2026-11', TODAY)).toBe('check_first')
    expect(freshnessOf('2026', TODAY)).toBe('old')
  })

  test('counts whole days over a change of the clocks, and none for the day ahead of the phone', () => {
    expect(daysSinceChecked('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysSinceChecked('2026-11-24', TODAY)).toBe(0)
  })

  test('is old where the day is still to come: nobody can have looked then', () => {
    for (const day of ['2026-11-25', '2026-12', '2062-11-20', '2027']) expect(freshnessOf(day, TODAY)).toBe('old')
  })
})

describe('standing', () => {
  const place = { ...(places[0] as Place) }

  test('an inexact end counts to its last day', () => {
    expect(standingOf({ ...place, validTo: '2026-11' }, '2026-11-30')).toBe('current')
    expect(standingOf({ ...place, validTo: '2026-11' }, '2026-12-01')).toBe('history')
    expect(standingOf({ ...place, validTo: '2026-11-23' }, TODAY)).toBe('current')
    expect(standingOf({ ...place, validTo: '2025' }, TODAY)).toBe('history')
  })

  test('a service that is no more is history; one closed for a while is not', () => {
    const service = getService('Ambulance 194')
    expect(standingOf({ ...service, status: 'defunct' }, TODAY)).toBe('history')
    expect(standingOf({ ...service, status: 'inactive' }, TODAY)).toBe('history')
    expect(standingOf({ ...service, status: 'temporarily closed' }, TODAY)).toBe('current')
  })

  test('says nothing of freshness: an old entry is still offered', () => {
    expect(freshnessOf(getService('Ambulance 194').lastChecked, TODAY)).toBe('old')
    expect(standingOf(getService('Ambulance 194'), TODAY)).toBe('current')
  })
})

test('words fall back to the other Serbian script before English', () => {
  expect(sayIn(words({ en: 'Soup', 'sr-Latn': 'Čorba' }), 'sr-Cyrl')).toBe('Чорба')
  expect(sayIn({ en: 'Soup', 'sr-Latn': 'Čorba' }, 'sr-Cyrl')).toBe('Чорба')
  expect(sayIn(words({ en: 'Soup', 'sr-Latn': 'Čorba' }), 'ps')).toBe('Soup')
})
