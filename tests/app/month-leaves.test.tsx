// What the lead is told before a month leaves: whether this phone has heard of all of it, and whether it changed since it settled.
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import type { Phone, PhoneView } from '#app/phone/phone.ts'
import { ClockContext, PhoneContext } from '#app/phone/use-phone.ts'
import { SaveFigures } from '#app/screens/export/save-figures.tsx'
import { SeeReport } from '#app/screens/report/see-report.tsx'
import type { Desk } from '#device/desk.ts'
import { EMPTY_VIEW } from '#device/letterbox/letterbox-view.ts'
import { EMPTY_LIBRARY } from '#device/library/library.ts'
import type { TeamPhone } from '#protocol/delivery.ts'
import type { MergedRecord } from '#protocol/merge.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

/** Where a screen is drawn without a browser, React asks for what stands there by another way: it is the same. */
vi.mock('react', async (importOriginal) => {
  const react = await importOriginal<typeof import('react')>()
  return {
    ...react,
    useSyncExternalStore: <Value,>(subscribe: (changed: () => void) => () => void, read: () => Value) =>
      react.useSyncExternalStore(subscribe, read, read)
  }
})

const at = (moment: string) => Date.parse(`${moment}+02:00`)

type Held = {
  readonly now: number
  readonly caughtUpAt?: number
  readonly records?: readonly { readonly met: string; readonly heardAt: number }[]
  readonly team?: readonly Partial<TeamPhone>[]
}

const drawn = async (screen: ReactNode, { address, ...held }: Held & { address: string }): Promise<string> => {
  const control = await interfaceIn('en')
  const letterbox = { ...EMPTY_VIEW, ...(held.caughtUpAt !== undefined && { caughtUpAt: held.caughtUpAt }) }
  const records = (held.records ?? []).map(({ met }, id) => {
    const fields = { men: 1, boys: 0, women: 0, girls: 0, met, zone: 'parks' }
    return { id: `${id}`, type: 'arrival', author: 'phone-2', fields, disputed: [], changes: [] }
  })
  const desk = {
    identity: { role: 'lead', device: 'phone-1', organisation: { name: 'Team' } },
    records: () => records as unknown as readonly MergedRecord[],
    removedRecords: () => [],
    historyOf: (id: string) => [
      { heardAt: held.records?.[Number(id)]?.heardAt, change: { fields: records[Number(id)]?.fields } }
    ],
    standingOf: () => ({ state: 'team' }),
    letterbox: () => letterbox,
    team: () => held.team ?? []
  } as unknown as Desk
  const view = { phase: 'open', desk, library: EMPTY_LIBRARY, letterbox, isCarrying: false, zone: 'parks', version: 1 }
  const phone = { view: () => view as PhoneView, subscribe: () => () => undefined } as unknown as Phone
  const markup = renderToStaticMarkup(
    <LanguageProvider control={control}>
      <PhoneContext value={phone}>
        <ClockContext value={() => held.now}>
          <MemoryRouter initialEntries={[address]}>{screen}</MemoryRouter>
        </ClockContext>
      </PhoneContext>
    </LanguageProvider>
  )
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

const saving = (held: Held) => drawn(<SaveFigures />, { address: '/export?month=2018-07', ...held })
const reading = (held: Held, month = '2018-07') =>
  drawn(<SeeReport />, { address: `/report?month=${month}`, caughtUpAt: held.now, ...held })

const NOW = at('2018-08-09T10:00')
const SAVES_JULY = 'The whole month: July 2018'
const CHANGED = 'More came in after 7 Aug 2018. Do not give this report'

test('a month is saved once this phone has heard from the team after it settled', async () => {
  const unheard = await saving({ now: NOW, caughtUpAt: at('2018-08-02T18:30') })
  expect(unheard).toContain('Last word from the team: 2 Aug 2018, 18:30')
  // That day has come: what it waits for is a word from the team.
  expect(unheard).not.toContain('can be saved from')
  expect(unheard).not.toContain(SAVES_JULY)
  const heard = await saving({ now: NOW, caughtUpAt: at('2018-08-08T07:00') })
  expect(heard).not.toContain('Last word')
  expect(heard).toContain(SAVES_JULY)
})

test('nothing is saved by a phone to which nothing has come yet', async () => {
  const saved = await saving({ now: NOW })
  expect(saved).toContain('No word from the team yet. It comes with signal.')
  expect(saved).not.toContain('July 2018')
})

test('beside what is saved stands that records of a phone may be missing', async () => {
  const phone = { device: 'phone-4', number: 4, heardAt: NOW, upTo: 9, missing: [[4, 5]], revoked: false }
  const saved = await saving({ now: NOW, caughtUpAt: NOW, team: [phone as unknown as TeamPhone] })
  expect(saved).toContain('Phone 4: 2 records never came.')
})

test('the report of a month is told exactly once this phone has heard from the team after it settled', async () => {
  const records = [{ met: '2018-07-30T10', heardAt: at('2018-08-02T10:00') }]
  const unheard = await reading({ now: NOW, caughtUpAt: at('2018-08-02T18:30'), records })
  expect(unheard).toContain('Last word from the team: 2 Aug 2018, 18:30')
  expect(unheard).toContain('not told exactly, so nobody is known.')
  const heard = await reading({ now: NOW, caughtUpAt: at('2018-08-08T07:00'), records })
  expect(heard).not.toContain('Last word')
  expect(heard).not.toContain('not told exactly')
})

test('the report of a month that changed after it settled says so, and that of no other', async () => {
  const records = [{ met: '2018-07-30T10', heardAt: at('2018-08-20T10:00') }]
  expect(await reading({ now: at('2018-09-10T10:00'), records })).toContain(CHANGED)
  expect(await reading({ now: at('2018-09-10T10:00'), records }, '2018-06')).not.toContain('More came in')
  const inTime = [{ met: '2018-07-30T10', heardAt: at('2018-08-02T10:00') }]
  expect(await reading({ now: at('2018-09-10T10:00'), records: inTime })).not.toContain('More came in')
})

test('a file that is made of what changed after the month settled says so', async () => {
  const records = [{ met: '2018-07-30T10', heardAt: at('2018-08-20T10:00') }]
  const now = at('2018-09-10T10:00')
  expect(await saving({ now, caughtUpAt: now, records })).toContain(
    'More came in after 7 Aug 2018. Do not give this file'
  )
})

test('what is to be checked before a report of one area leaves is counted everywhere, as in the list it leads to', async () => {
  const records = [{ met: '2018-07-30T10', heardAt: at('2018-08-02T10:00') }]
  const city = await reading({ now: NOW, records })
  const ofArea = await drawn(<SeeReport />, {
    address: '/report?month=2018-07&zone=old_town',
    caughtUpAt: NOW,
    now: NOW,
    records
  })
  const [, count] = /To check: (\d+)/.exec(city) ?? []
  expect(Number(count)).toBeGreaterThan(0)
  expect(ofArea).toContain(`To check: ${count}`)
})

test('the report of a month also says so of the month before, which it tells beside it, once it tells both', async () => {
  const records = [{ met: '2018-07-30T10', heardAt: at('2018-08-20T10:00') }]
  expect(await reading({ now: at('2018-09-08T00:00'), records }, '2018-08')).toContain(CHANGED)
  const unsettled = await reading({ now: at('2018-09-07T23:00'), records }, '2018-08')
  expect(unsettled).toContain('not told exactly, so nobody is known.')
  expect(unsettled).not.toContain('More came in')
  expect(await reading({ now: at('2018-10-10T10:00'), records }, '2018-09')).not.toContain('More came in')
})
