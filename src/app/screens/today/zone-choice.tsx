// Where in the city the worker is now. It stays until changed, also over a night.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { Chip } from '#app/ui/chip-group.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { type Zone, ZONES } from '#domain/codes/zones.ts'

export const ZoneChoice = () => {
  const t = useWords('today')
  const phone = usePhone()
  const { zone } = usePhoneView()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const choose = (chosen: Zone) => {
    phone.chooseZone(chosen)
    close()
  }
  return (
    <div>
      <Chip icon="place" isExpanded={isOpen} onTap={() => setOpen(true)}>
        {t('zone.chosen', { zone: t(`codes:zones.${zone}`) })}
      </Chip>
      <Sheet title={t('zone.title')} isOpen={isOpen} onClose={close} closeLabel={t('ui:close')}>
        <List label={t('zone.title')}>
          {ZONES.map((code) => (
            <Row
              key={code}
              icon="place"
              title={t(`codes:zones.${code}`)}
              isCurrent={code === zone}
              onTap={() => choose(code)}
            />
          ))}
        </List>
      </Sheet>
    </div>
  )
}
