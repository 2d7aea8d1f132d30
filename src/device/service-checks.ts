// What a worker says of a service from the street, over the desk, and what the whole team said. Loaded with the directory.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import { anonymiseServiceCheck, type Circumstances } from '#domain/anonymise.ts'
import type { ServiceCheck } from '#domain/directory/checks.ts'
import { type Finding, FINDINGS } from '#domain/records/service-check.ts'
import type { Result } from '#domain/result.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { Dot } from '#protocol/ids.ts'
import { type MergedRecord, saidAt } from '#protocol/merge.ts'

export type ServiceChecks = {
  readonly note: (
    service: string,
    found: Finding,
    circumstances: Pick<Circumstances, 'at'>
  ) => Promise<Result<Dot, SaveRefusal>>
}

export const createServiceChecks = (desk: Desk): ServiceChecks => ({
  note: (service, found, circumstances) =>
    desk.add({ type: 'service_check', fields: anonymiseServiceCheck({ service, found }, circumstances) })
})

/** Of all phones this one has heard of. A finding of a later version says nothing here. */
export const checksIn = (records: readonly MergedRecord[]): ServiceCheck[] =>
  records
    .filter(({ type }) => type === 'service_check')
    .flatMap((record) => {
      const service = findCode(record.fields, 'service')
      const found = FINDINGS.find((known) => known === record.fields['found'])
      return service === undefined || found === undefined ? [] : [{ service, found, at: saidAt(record, 'found') }]
    })
