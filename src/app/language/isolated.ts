/** A letter or a word of another script inside a sentence, so that neither turns the other round. For markup there is `Ltr`. */
export const isolated = (text: string): string => `\u2068${text}\u2069`
