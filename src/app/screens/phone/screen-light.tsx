// Night for the dark, Day for a room, Sun for glare: two taps from anywhere on this screen.
import { useTranslation } from 'react-i18next'
import { THEMES, useTheme } from '#app/phone/theme.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'

export const ScreenLight = () => {
  const { t } = useTranslation('phone')
  const { theme, choose } = useTheme()
  return (
    <ChooseOne
      label={t('light.title')}
      options={THEMES.map((value) => ({ value, label: t(`light.${value}`) }))}
      value={theme}
      onChange={(chosen) => choose(chosen ?? 'phone')}
    />
  )
}
