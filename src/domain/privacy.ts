// Where an answer may be read. The default is the narrowest.
import * as z from 'zod/mini'

export const PRIVACY_CLASSES = ['shared', 'sealed', 'device'] as const

/**
 * `shared`: team, server and exports, always coded. `sealed`: only the organisation that receives one referral.
 * `device`: this phone, unlocked, until it is deleted here.
 */
export const PrivacyClass = z.enum(PRIVACY_CLASSES)
export type PrivacyClass = z.infer<typeof PrivacyClass>
