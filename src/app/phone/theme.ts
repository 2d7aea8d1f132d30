// The light of the screen: as the phone has it, or Night, Day or Sun, chosen once and kept on the phone. `start.js` puts it
// on before anything is drawn, so that no white screen flashes at night.
import { useState } from 'react'

export const THEMES = ['phone', 'night', 'day', 'sun'] as const
export type Theme = (typeof THEMES)[number]

const STORAGE_KEY = 'susret.theme'

export const useTheme = (): { theme: Theme; choose: (theme: Theme) => void } => {
  const [theme, setTheme] = useState(readTheme)
  const choose = (chosen: Theme) => {
    if (chosen === 'phone') {
      localStorage.removeItem(STORAGE_KEY)
      delete document.documentElement.dataset['theme']
    } else {
      localStorage.setItem(STORAGE_KEY, chosen)
      document.documentElement.dataset['theme'] = chosen
    }
    setTheme(chosen)
  }
  return { theme, choose }
}

const readTheme = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(STORAGE_KEY)) ?? 'phone'
