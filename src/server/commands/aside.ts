// `aside`: what was set aside and why, of every organisation. Nothing of it is lost; `replay` tries it again.
import { toMoment, toTable } from '#server/commands/table.ts'
import { type Command, withStore } from '#server/commands/world.ts'
import type { AsideRow } from '#server/store/aside.ts'

export const aside: Command = async (world) => {
  await withStore(world, async (store) => {
    const organisations = await store.listOrganisations()
    const whose = (id: string): string[] => (organisations.length > 1 ? [id] : [])
    const rows: string[][] = []
    for (const { id } of organisations) {
      rows.push(...(await store.listAside(id)).map((row) => [...whose(id), ...toCells(row)]))
    }
    const head = [...whose('organisation'), 'phone', 'parcel', 'change', 'why', 'heard']
    if (rows.length === 0) world.say('Nothing is set aside.')
    else for (const line of toTable(head, rows)) world.say(line)
  })
  return 0
}

const toCells = ({ phone, parcel, counter, reason, heardAt }: AsideRow): string[] => [
  `Phone ${phone}`,
  String(parcel),
  counter === 0 ? 'all' : String(counter),
  reason,
  toMoment(heardAt)
]
