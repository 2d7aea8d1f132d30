// Several cases of the same people are one, whoever said so, from which side and in which order it was heard.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { type OneCase, readJoined } from '#domain/same-people/joined-cases.ts'

const record = (type: RecordType, id: string, fields: SharedFields): FieldRecord => ({
  type,
  id,
  author: 'phone-3',
  fields: { met: '2026-11-23T21', zone: 'parks', ...fields },
  disputed: []
})
const arrival = (id: string) => record('arrival', id, { men: 1 })
const kase = (id: string, of: string) => record('case', id, { arrival: of, state: 'open' })
const said = ([one, other]: readonly [string, string], answer: 'same' | 'apart' = 'same') =>
  record('sameness', `${one}-${other}`, { one, other, answer })
const contact = (id: string, of: string) => record('contact', id, { case: of, given: [] })

const join = ({ cases: [first, ...others], besides }: OneCase<FieldRecord>): FieldRecord => ({
  ...first,
  fields: {
    ...first.fields,
    all: [first, ...others].map(({ id }) => id),
    besides: besides.map((one) => one.arrival.id).sort()
  }
})

/** Every case with what it is made of and what hangs on it, as a list shows them. */
const casesRead = (records: readonly FieldRecord[]) => {
  const read = readJoined(records, join)
  const shown = records.flatMap((one) => {
    const as = read.get(one.id) ?? one
    return as.id === one.id ? [as] : []
  })
  const hangs = (id: string) => shown.filter(({ fields }) => fields['case'] === id).map((one) => one.id)
  return Object.fromEntries(
    shown
      .filter(({ type, fields }) => type === 'case' && fields['removed'] !== 1)
      .map(({ id, fields }) => [id, { all: fields['all'], besides: fields['besides'], hangs: hangs(id).sort() }])
  )
}

const THREE = ['a', 'b', 'c'].map(arrival)
const CASES = [kase('k1', 'b'), kase('k2', 'a'), kase('k3', 'c'), kase('k4', 'a')]
const HANGING = ['k1', 'k2', 'k3', 'k4'].map((id) => contact(`seen-${id}`, id))
const ALL = HANGING.map(({ id }) => id)

describe('Cases', () => {
  it('of one arrival are one, under the id that is first', () => {
    expect(casesRead([...THREE, ...CASES, ...HANGING])).toEqual({
      k1: { all: undefined, besides: undefined, hangs: ['seen-k1'] },
      k2: { all: ['k2', 'k4'], besides: [], hangs: ['seen-k2', 'seen-k4'] },
      k3: { all: undefined, besides: undefined, hangs: ['seen-k3'] }
    })
  })

  it('of three groups joined crosswise are one in any order, and everything hangs on it once', () => {
    const crossing = [said(['a', 'b']), said(['b', 'a']), said(['c', 'b']), said(['a', 'c'])]
    const whole = { k1: { all: ['k1', 'k2', 'k3', 'k4'], besides: [], hangs: ALL } }
    const heard = fc.shuffledSubarray([...THREE, ...CASES, ...HANGING, ...crossing], { minLength: 15, maxLength: 15 })
    fc.assert(
      fc.property(heard, (records) => {
        expect(casesRead(records)).toEqual(whole)
      })
    )
  })

  it('are parted again by whoever takes it back, each with what hung on it', () => {
    const back = [said(['a', 'b'], 'apart'), said(['c', 'b'], 'apart')]
    expect(casesRead([...THREE, ...CASES, ...HANGING, ...back])).toEqual(casesRead([...THREE, ...CASES, ...HANGING]))
  })

  it('stay apart while one joined them and another did not', () => {
    const contested = [said(['a', 'b']), said(['b', 'c']), said(['a', 'c'], 'apart')]
    expect(Object.keys(casesRead([...THREE, ...CASES, ...contested])).sort()).toEqual(['k1', 'k2', 'k3'])
  })

  it('know of those who were joined and have none, and a removed one joins nothing', () => {
    const joined = [...THREE, kase('k1', 'b'), said(['a', 'b'])]
    expect(casesRead(joined)).toEqual({ k1: { all: ['k1'], besides: ['a'], hangs: [] } })
    const gone = { ...kase('k0', 'a'), fields: { arrival: 'a', removed: 1 } }
    expect(casesRead([...joined, gone])).toEqual({ k1: { all: ['k1'], besides: ['a'], hangs: [] } })
  })
})
