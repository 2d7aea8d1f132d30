// Characters drawn by chance, each as often as any other.

/** `random` gives as many random bytes as it is asked for. */
export const drawCharacters = (alphabet: string, length: number, random: (count: number) => Uint8Array): string => {
  // Bytes beyond the last whole round of the alphabet are drawn again, or its first characters would come more often.
  const fair = 256 - (256 % alphabet.length)
  let drawn = ''
  while (drawn.length < length) {
    const bytes = Array.from(random(length)).filter((byte) => byte < fair)
    drawn += bytes.map((byte) => alphabet[byte % alphabet.length]).join('')
  }
  return drawn.slice(0, length)
}
