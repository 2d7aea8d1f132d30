import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goBack, seeItUp, takeOver, tryAgain, type Versions, versionsToKeep } from '#worker/versions.ts'

const running = (version: string): Versions => seeItUp(takeOver(undefined, version), version)

describe('Which version of the app pages get', () => {
  it('is the new one as soon as it takes over, with the last one that came up beside it', () => {
    const versions = takeOver(running('1'), '2')
    expect(versions.current).toBe('2')
    expect(versionsToKeep(versions)).toEqual(['2', '1'])
  })

  it('is the earlier one again when the new one has not come up', () => {
    const versions = goBack(takeOver(running('1'), '2'), '2')
    expect(versions).toEqual({ current: '1', cameUp: true, broken: '2' })
  })

  it('is never changed away from a version that has come up, nor for a page of another version', () => {
    const second = seeItUp(takeOver(running('1'), '2'), '2')
    expect(goBack(second, '2')).toBe(second)
    expect(goBack(takeOver(running('1'), '2'), '1').current).toBe('2')
    expect(seeItUp(takeOver(running('1'), '2'), '1').cameUp).toBe(false)
  })

  it('does not leave the only one there is', () => {
    const only = takeOver(undefined, '1')
    expect(goBack(only, '1')).toBe(only)
  })

  it('is not the broken one again until another one comes, and then the good one is still at hand', () => {
    const back = goBack(takeOver(running('1'), '2'), '2')
    expect(takeOver(back, '2')).toBe(back)
    const third = takeOver(back, '3')
    expect(third).toEqual({ current: '3', cameUp: false, earlier: '1' })
    expect(goBack(third, '3').current).toBe('1')
  })

  it('goes back over two broken ones in a row to the last that came up', () => {
    const third = takeOver(takeOver(running('1'), '2'), '3')
    expect(goBack(third, '3')).toMatchObject({ current: '1', broken: '3' })
  })

  it('forgets what was broken when the operator gives out the earlier one again', () => {
    const back = goBack(takeOver(running('1'), '2'), '2')
    expect(takeOver(back, '1').broken).toBeUndefined()
  })

  it('is the broken one again where a person asks for it, with the one that came up to go back to', () => {
    const back = goBack(takeOver(running('1'), '2'), '2')
    const again = tryAgain(back)
    expect(again).toEqual({ current: '2', cameUp: false, earlier: '1' })
    expect(versionsToKeep(again)).toEqual(['2', '1'])
    expect(goBack(again, '2')).toEqual(back)
    expect(seeItUp(again, '2')).toMatchObject({ current: '2', cameUp: true })
    const only = running('1')
    expect(tryAgain(only)).toBe(only)
  })

  it('always keeps one that came up, whatever happens in whatever order, once there was one', () => {
    const step = fc.record({
      act: fc.constantFrom(takeOver, seeItUp, goBack, tryAgain),
      version: fc.constantFrom('1', '2', '3')
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const came = new Set(['1'])
        let versions = running('1')
        for (const { act, version } of steps) {
          versions = act(versions, version)
          if (versions.cameUp) came.add(versions.current)
          expect(versionsToKeep(versions).some((kept) => came.has(kept))).toBe(true)
          expect(versions.current).not.toBe(versions.broken)
          expect(versions.current).not.toBe(versions.earlier)
        }
      })
    )
  })
})
