// Constructs the world of the page: the phone, the language, the clock.
import 'virtual:fonts.css'
import '#app/ui/tokens.css'
import '#app/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { loadPack } from '#app/language/bundles.ts'
import { createInterfaceLanguage } from '#app/language/interface-language.ts'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { loadLetters } from '#app/language/letters.ts'
import { once } from '#app/language/once.ts'
import { followCorrections } from '#app/phone/follow-corrections.ts'
import { ClockContext, PhoneContext } from '#app/phone/use-phone.ts'
import { listenForInstall } from '#app/phone/install.ts'
import { createPhoneToCome } from '#app/phone/phone-to-come.ts'
import { startAppUpdates } from '#app/shell/app-update.ts'
import { bringsInvite } from '#app/screens/join/invite-in-address.ts'
import { App } from '#app/shell/app.tsx'
import { prepareScreens } from '#app/shell/routes.tsx'

listenForInstall()
const { phone, looksLocked, fetchPhone } = createPhoneToCome(
  async () => (await import('#app/phone/browser-phone.ts')).createBrowserPhone(),
  localStorage,
  bringsInvite(location.hash)
)
if (!looksLocked) void fetchPhone()
/** Few screens need it. Without it the words are there all the same, only not marked. */
const foreignMarker = once(async () => {
  const found = await import('#app/language/mark-foreign.ts').catch(() => undefined)
  return found?.createForeignMarker(document.body)
})
const language = await createInterfaceLanguage({
  loadPack,
  loadLetters,
  storage: localStorage,
  root: document.documentElement,
  phoneLanguages: navigator.languages,
  onForeign: (text, spoken) => void foreignMarker().then((marker) => marker?.note(text, spoken))
})
followCorrections(phone, language)
const now = () => Date.now()

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <BrowserRouter>
      <ClockContext value={now}>
        <PhoneContext value={phone}>
          <LanguageProvider control={language}>
            <App />
          </LanguageProvider>
        </PhoneContext>
      </ClockContext>
    </BrowserRouter>
  </StrictMode>
)

// After the first picture: a slow phone cannot do both at once. The browser's names of countries take it long to find the
// first time, and New arrival shows some; it also names languages as they write themselves, the first ones in Arabic letters,
// and a font that comes later has the whole screen laid out twice.
requestAnimationFrame(() =>
  setTimeout(async () => {
    void startAppUpdates(now)
    await fetchPhone()
    prepareScreens()
    language.format(language.state().mine).country('RS')
    void loadLetters('ar')
  })
)
