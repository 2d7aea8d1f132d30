// What the records of a team say of services, as phones and the server read it.
import type { ServiceCheck } from '#domain/directory/checks.ts'
import { FINDINGS } from '#domain/records/service-check.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { type MergedRecord, saidAt } from '#protocol/merge.ts'

/** A finding of a later version says nothing here. */
export const checksIn = (records: readonly MergedRecord[]): ServiceCheck[] =>
  records
    .filter(({ type }) => type === 'service_check')
    .flatMap((record) => {
      const service = findCode(record.fields, 'service')
      const found = FINDINGS.find((known) => known === record.fields['found'])
      return service === undefined || found === undefined ? [] : [{ service, found, at: saidAt(record, 'found') }]
    })
