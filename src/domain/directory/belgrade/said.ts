// What an entry says, in every language of the screen. A text is a code, so that what many entries say is translated once.
import { AR } from '#domain/directory/belgrade/texts/ar.ts'
import { BN } from '#domain/directory/belgrade/texts/bn.ts'
import { CKB } from '#domain/directory/belgrade/texts/ckb.ts'
import { EN, type SaidCode, type Texts } from '#domain/directory/belgrade/texts/en.ts'
import { ES } from '#domain/directory/belgrade/texts/es.ts'
import { FA_AF } from '#domain/directory/belgrade/texts/fa-AF.ts'
import { FA } from '#domain/directory/belgrade/texts/fa.ts'
import { FR } from '#domain/directory/belgrade/texts/fr.ts'
import { KU_LATN } from '#domain/directory/belgrade/texts/ku-Latn.ts'
import { PS } from '#domain/directory/belgrade/texts/ps.ts'
import { SO } from '#domain/directory/belgrade/texts/so.ts'
import { SR_LATN } from '#domain/directory/belgrade/texts/sr-Latn.ts'
import { TI } from '#domain/directory/belgrade/texts/ti.ts'
import { TR } from '#domain/directory/belgrade/texts/tr.ts'
import { UR } from '#domain/directory/belgrade/texts/ur.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Words } from '#domain/directory/directory.ts'
import { words } from '#domain/directory/words.ts'

/** Serbian Cyrillic is made of the Latin. */
const TEXTS = {
  en: EN,
  'sr-Latn': SR_LATN,
  ar: AR,
  fa: FA,
  'fa-AF': FA_AF,
  ps: PS,
  ur: UR,
  ckb: CKB,
  'ku-Latn': KU_LATN,
  tr: TR,
  fr: FR,
  bn: BN,
  so: SO,
  ti: TI,
  es: ES
} as const satisfies Record<Exclude<InterfaceLanguage, 'sr-Cyrl'>, Texts>

export const said = (code: SaidCode): Words => {
  const { en, ...others } = TEXTS
  return words({
    en: en[code],
    ...Object.fromEntries(Object.entries(others).map(([language, texts]) => [language, texts[code]]))
  })
}
