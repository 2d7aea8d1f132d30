// Randomness for what is made on screen, such as a passphrase to offer. Tests bring their own.
import { createContext, useContext } from 'react'

/** Gives n random bytes. */
export type Random = (bytes: number) => Uint8Array

export const RandomContext = createContext<Random>((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))

export const useRandom = (): Random => useContext(RandomContext)
