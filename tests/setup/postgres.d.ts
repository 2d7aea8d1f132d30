export type RunningPostgres = { readonly url: string; readonly stop: () => void; readonly restart?: () => void }
export const setUpPostgres: () => Promise<RunningPostgres>
