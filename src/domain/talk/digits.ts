// Digits as speakers of a language learn them at school. Staff screens keep to 0–9; what a person points at shows both.

/** The digit nought of each script; the other nine follow it. */
const NOUGHTS: Readonly<Record<string, number>> = {
  ar: 0x660,
  fa: 0x6f0,
  'fa-AF': 0x6f0,
  ps: 0x6f0,
  ur: 0x6f0,
  ckb: 0x660,
  bn: 0x9e6
}

/** The same number in the digits of the language; as it is where they are 0–9. */
export const inDigitsOf = (language: string, number: string): string => {
  const nought = NOUGHTS[language]
  if (nought === undefined) return number
  return number.replace(/\d/g, (digit) => String.fromCodePoint(nought + Number(digit)))
}
