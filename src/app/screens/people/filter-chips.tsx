// The chips above the list: which days, which people, which place.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { ONLY, type PeopleFilter } from '#app/screens/people/people-list.ts'
import styles from '#app/screens/people/find-people.module.css'
import { Chip, ChooseMany, ChooseOne } from '#app/ui/chip-group.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { type Zone, ZONES } from '#domain/codes/zones.ts'

type FilterChipsProps = { filter: PeopleFilter; onChange: (filter: PeopleFilter) => void }

export const FilterChips = ({ filter, onChange }: FilterChipsProps) => {
  const t = useWords('people')
  const board = useWords('board')
  return (
    <div className={styles.chips}>
      <ChooseOne
        label={t('days.label')}
        isLabelHidden
        options={[
          { value: 'today', label: t('days.today') },
          { value: 'all', label: t('days.all') }
        ]}
        value={filter.days}
        onChange={(days = filter.days) => onChange({ ...filter, days })}
      />
      <ChooseMany
        label={t('only.label')}
        isLabelHidden
        options={ONLY.map((value) => ({
          value,
          label: value === 'waiting' ? board('columns.waiting') : t(`only.${value}`),
          isUrgent: value === 'urgent'
        }))}
        value={filter.only}
        onChange={(only) => onChange({ ...filter, only })}
      >
        <ZoneChip filter={filter} onChange={onChange} />
      </ChooseMany>
    </div>
  )
}

const ZoneChip = ({ filter, onChange }: FilterChipsProps) => {
  const t = useWords('people')
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const choose = (zone: Zone | undefined) => {
    const { zone: _before, ...rest } = filter
    onChange({ ...rest, ...(zone && { zone }) })
    close()
  }
  const zone = ZONES.find((code) => code === filter.zone)
  return (
    <>
      <Chip icon="place" isChosen={zone !== undefined} isExpanded={isOpen} onTap={() => setOpen(true)}>
        {zone === undefined ? t('zone.any') : t(`codes:zones.${zone}`)}
      </Chip>
      <Sheet title={t('zone.title')} isOpen={isOpen} onClose={close} closeLabel={t('ui:close')}>
        <List label={t('zone.title')}>
          <Row title={t('zone.any')} isCurrent={zone === undefined} onTap={() => choose(undefined)} />
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
    </>
  )
}
