// A tap on a service while a referral is put together: which services it is chosen from, and what it leaves of the needs.
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test, vi } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { ChooseService } from '#app/screens/refer/choose-service.tsx'
import { freshDraft, needsTold, type ReferralDraft, withAnswer } from '#app/screens/refer/referral-draft.ts'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { DISCLOSED_ONLY } from '#domain/codes/needs.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory, type ServiceRow } from '#domain/directory/search.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

const at = Date.parse('2026-11-30T09:00:00Z')
const directory = createDirectory(BELGRADE)
type Shown = { row: ServiceRow; onTap: () => void }
const shown: Shown[] = []

vi.mock('virtual:checked-words', () => ({ CHECKED_WORDS: {} }))
vi.mock('#app/directory/use-directory.ts', () => ({ useDirectory: () => directory }))
vi.mock('#app/phone/use-phone.ts', () => ({ useClock: () => () => at, useDesk: () => ({ records: () => [] }) }))
vi.mock('#app/screens/services/service-row.tsx', () => ({
  ServiceRow: (row: Shown) => {
    shown.push(row)
    return null
  }
}))

const fields = { women: 1, needs: ['medical', 'gbv_support'] }
const fresh = freshDraft(fields, undefined)

const offeredFor = async (draft: ReferralDraft, onDone: StepProps['onDone']): Promise<Shown[]> => {
  const control = await interfaceIn('en')
  const step = { arrival: { id: 'a', fields }, draft, onDone } as unknown as StepProps
  shown.length = 0
  renderToStaticMarkup(
    <MemoryRouter>
      <LanguageProvider control={control}>
        <ChooseService {...step} />
      </LanguageProvider>
    </MemoryRouter>
  )
  return [...shown]
}

const isForConfided = ({ row }: Shown) => row.service.needs.some((need) => DISCLOSED_ONLY.includes(need))

test('A tap by slip takes no need away: the same services are offered again, and a specialist is told why', async () => {
  let draft = fresh
  const onDone: StepProps['onDone'] = (answer = {}) => {
    draft = withAnswer(draft, answer)
  }
  const tap = (offered: readonly Shown[], isWanted: (service: Shown) => boolean) => {
    const found = offered.find(isWanted)
    if (found === undefined) throw new Error('It is not offered')
    found.onTap()
    return found.row
  }
  const offered = await offeredFor(draft, onDone)
  const clinic = tap(offered, (service) => !isForConfided(service))
  expect(draft.service).toBe(clinic.service.id)
  expect(needsTold(draft, clinic.service)).toEqual(['medical'])

  const again = await offeredFor(draft, onDone)
  expect(again.map(({ row }) => row.service.id)).toEqual(offered.map(({ row }) => row.service.id))
  const line = tap(again, ({ row }) => row.service.needs.includes('gbv_support'))
  expect(needsTold(draft, line.service)).toContain('gbv_support')
})
