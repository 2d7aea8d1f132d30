// What somebody of the team found of a service, on the spot or on the phone: as the directory says, closed, or wrong in
// another way. A record of its own, so that two who look at the same time dispute nothing.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'

/** What is worst for whoever is sent there stands first. */
export const FINDINGS = ['closed', 'wrong', 'as_written'] as const
export type Finding = (typeof FINDINGS)[number]

export const ServiceCheckFields = z.object({ service: z.uuid(), found: z.enum(FINDINGS), met: ShiftHour })
export type ServiceCheckFields = z.infer<typeof ServiceCheckFields>
