// One way of keeping one more record, beside others. Each has rows in its store before it is measured.

export type Saver = { readonly fill: (rows: number) => Promise<void>; readonly save: () => Promise<void> }
export const OWN_SAVERS = ['susret', 'plain', 'dexie'] as const
export const SAVERS = [...OWN_SAVERS, 'pouchdb'] as const
export type SaverName = (typeof SAVERS)[number]

export const ANSWERS = {
  men: 1,
  boys: 2,
  alone: 'no',
  language: 'ps',
  country: 'AF',
  urgent: ['sick_or_hurt'],
  given: ['info'],
  route: 'BG'
}
