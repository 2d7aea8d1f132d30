// What a worker says of a service from the street, over the desk. Loaded with the directory.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import { anonymiseServiceCheck, type Circumstances } from '#domain/anonymise.ts'
import type { Finding } from '#domain/records/service-check.ts'
import type { Result } from '#domain/result.ts'
import type { Dot } from '#protocol/ids.ts'

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
