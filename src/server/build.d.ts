/** Builds `dist` when it is missing or older than what it is made of. */
export const ensureBuilt: () => void
export const build: () => void
