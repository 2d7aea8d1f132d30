// Where a record is listed, and so where the way back from it leads.
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const listOf = ({ type, fields }: Pick<MergedRecord, 'type' | 'fields'>): string => {
  switch (type) {
    case 'stock':
      return '/stock'
    case 'handout':
      return '/handouts'
    case 'contact':
      return `/records/${findCode(fields, 'case') ?? ''}`
    default:
      return '/people'
  }
}
