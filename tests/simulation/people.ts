// What workers do in a shift: log, count, refer, correct, remove, settle, note down, lock. Every act goes through the desk
// and the phone that the screens use.
import type { Desk } from '#device/desk.ts'
import { TALLY_CLASSES } from '#domain/codes/field-codes.ts'
import { NEED_CODES } from '#domain/codes/needs.ts'
import { ZONES } from '#domain/codes/zones.ts'
import type { Form } from '#domain/form/form.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { nextSteps, type ReferralState } from '#domain/records/referral.ts'
import type { MergedRecord } from '#protocol/merge.ts'
import type { Chance } from '#tests/simulation/chance.ts'
import type { Ledger } from '#tests/simulation/ledger.ts'
import { PASSPHRASE, type Phone, type Tab } from '#tests/simulation/phone.ts'

/** Stands in everything that may never leave a phone, nor lie on it in the open. */
export const CANARY = 'KANARINAC'

/** A version of the form that the server does not know. */
export const STRANGE_FORM: Form = { ...NEW_ARRIVAL, version: 99 }

const ACTS = [
  'arrival',
  'arrival',
  'arrival',
  'tally',
  'tally',
  'refer',
  'step',
  'answer',
  'answer',
  'settle',
  'remove',
  'draft',
  'lock',
  'carry',
  'strange'
] as const
export type Act = (typeof ACTS)[number]

export type PeopleParts = {
  readonly chance: Chance
  readonly now: (phone: Phone) => number
  readonly done: (act: Act) => void
  readonly noteDraft: Ledger['noteDraft']
  readonly noteNote: Ledger['noteNote']
}

export const createPeople = ({ chance, now, done, noteDraft, noteNote }: PeopleParts) => {
  const circumstances = (phone: Phone) => ({ at: now(phone), zone: chance.pick(ZONES) })

  const act = async (phone: Phone, tab: Tab, kind = chance.pick(ACTS)): Promise<void> => {
    const { desk } = tab.app.view()
    if (desk === undefined) return enter(tab)
    done(kind)
    switch (kind) {
      case 'arrival':
      case 'strange':
        await log(phone, desk, kind === 'strange' ? STRANGE_FORM : NEW_ARRIVAL)
        break
      case 'tally':
        await desk.tally(chance.pick(TALLY_CLASSES), circumstances(phone))
        break
      case 'refer':
        await desk.refer(
          {
            arrival: desk.records().find(({ type }) => type === 'arrival')?.id ?? 'none',
            provider: 'provider-1',
            service: 'service-1',
            needs: [NEED_CODES[0] as (typeof NEED_CODES)[number]],
            due: chance.pick(['now', 'soon', 'weeks']),
            consent: 'worker',
            told: ['people'],
            state: 'made'
          },
          circumstances(phone)
        )
        break
      case 'step':
        await step(phone, desk)
        break
      case 'answer': {
        const record = someRecord(desk, ({ type }) => type === 'arrival')
        if (record) await desk.settle(record, { [chance.pick(['men', 'women', 'boys'])]: chance.between(0, 5) })
        break
      }
      case 'settle': {
        const record = someRecord(desk, ({ disputed }) => disputed.length > 0)
        const name = record?.disputed[0]
        if (record && name) await desk.settle(record, { [name]: record.fields[name] ?? 0 })
        break
      }
      case 'remove': {
        const record = someRecord(desk, () => true)
        if (record) await desk.remove(record)
        break
      }
      case 'draft': {
        const text = `${CANARY} ${chance.between(0, 999)}`
        const draft = { id: text, value: { text } }
        const isKept = noteDraft(phone.name, draft)
        if ((await tab.app.keepDraft('arrival', draft)).ok) isKept()
        await tab.app.readDraft('arrival')
        break
      }
      case 'lock':
        tab.app.lock()
        break
      case 'carry':
        tab.app.carryNow()
        break
    }
  }

  const log = async (phone: Phone, desk: Desk, form: Form) => {
    const given = answers()
    const made = await desk.logArrival(form, given, circumstances(phone))
    if (made.ok) noteNote(phone.name, made.value, given.note)
  }

  const step = async (phone: Phone, desk: Desk) => {
    const record = someRecord(desk, ({ type, fields }) => type === 'referral' && stepsOf(fields).length > 0)
    if (record === undefined) return
    const [first, ...rest] = stepsOf(record.fields)
    if (first !== undefined) {
      await desk.stepReferral(record, { to: chance.pick([first, ...rest]), reason: 'full' }, circumstances(phone))
    }
  }

  /** Mostly the newest, where people meet in one record. */
  const someRecord = (desk: Desk, isMeant: (record: MergedRecord) => boolean): MergedRecord | undefined => {
    const records = desk.records().filter(isMeant)
    return records[Math.floor(chance.next() ** 2 * records.length)]
  }

  const answers = () => ({
    men: chance.between(0, 4),
    women: chance.between(0, 2),
    language: chance.pick(['ps', 'fa', 'ar']),
    note: `${CANARY} ${chance.between(0, 999)}`
  })

  return { act }
}

/** Whatever door is shown is tried. */
export const enter = async (tab: Tab): Promise<void> => {
  if (tab.app.view().phase === 'locked') await tab.app.unlock(PASSPHRASE)
}

const stepsOf = (fields: MergedRecord['fields']) => nextSteps(fields['state'] as ReferralState) ?? []
