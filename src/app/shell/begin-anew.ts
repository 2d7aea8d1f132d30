// Loading the page anew is the last resort: it locks the phone. So only with signal, and once for each version.
import { appVersion } from '#app/shell/app-version.ts'

const BEGUN_ANEW = 'susret-begun-anew'

export const mayBeginAnew = async (): Promise<boolean> => {
  if (sessionStorage.getItem(BEGUN_ANEW) === appVersion() || !(await hasSignal())) return false
  sessionStorage.setItem(BEGUN_ANEW, appVersion())
  return true
}

/** What the browser believes of the network is only a hint; a portal answers too, but not like this. */
const hasSignal = async (): Promise<boolean> => {
  try {
    const { health } = await import('#protocol/endpoints/health.ts')
    const answer = await fetch(health.path, { cache: 'no-store', redirect: 'error' })
    return health.answer.safeParse(await answer.json()).success
  } catch {
    return false
  }
}
