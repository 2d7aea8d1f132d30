// Help within 24 hours cannot wait for signal: while nobody else has the referral, the worker calls.
import type { Standing } from '#device/letterbox/letterbox-view.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const mustCall = ({ fields }: MergedRecord, standing: Standing): boolean =>
  fields['due'] === 'now' && fields['state'] === 'made' && standing.state !== 'team'
