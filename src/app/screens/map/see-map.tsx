// Where people newly arrived and where help is on offer, by area of the city. The list beside the map says and does all it does.
import { useMemo, useState } from 'react'
import { ServiceList } from '#app/directory/service-list.tsx'
import { useServicesOnOffer } from '#app/directory/use-services.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { CityMap } from '#app/screens/map/city-map.tsx'
import { markOf } from '#app/screens/map/city-drawing.ts'
import styles from '#app/screens/map/map.module.css'
import { PeriodChoice } from '#app/screens/review/period-choice.tsx'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { addressOf, usePeriod, useReviewChoice } from '#app/screens/review/review-period.ts'
import { Page } from '#app/shell/page.tsx'
import { Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import type { Zone } from '#domain/codes/zones.ts'
import { byZone, type ZoneFigures } from '#domain/review/by-zone.ts'

const LAYERS = ['people', 'services', 'stale'] as const
type Layer = (typeof LAYERS)[number]

export const SeeMap = () => {
  const t = useWords('map')
  const review = useWords('review')
  const report = useWords('report')
  const { count } = useFormat()
  const records = useDesk().records()
  const offered = useServicesOnOffer()
  const hour = shiftHourAt(useClock()())
  const today = dayOf(hour)
  const [choice, choose] = useReviewChoice(today)
  const period = usePeriod(choice)
  const nameOf = usePeriodName()
  const [layer, setLayer] = useState<Layer>('people')
  const [chosen, setChosen] = useState<Zone>()
  const figures = useMemo(() => byZone(records, { period, offered, today }), [records, period, offered, today])
  const labels: Record<Layer, string> = {
    people: review('tiles.newArrivals'),
    services: t('common:places.services'),
    stale: report('check.services')
  }
  const numberOf = (zone: ZoneFigures) => (layer === 'people' ? zone.people : zone[layer].length)
  const toggle = (zone: Zone) => setChosen(zone === chosen ? undefined : zone)
  const open = figures.find(({ zone }) => zone === chosen)
  return (
    <Page title={t('title')} detail={nameOf(period)} back={`/review?${addressOf(choice)}`} width="wide">
      <PeriodChoice choice={choice} now={hour} onChange={choose} />
      <ChooseOne
        label={t('title')}
        isLabelHidden
        options={LAYERS.map((value) => ({ value, label: labels[value] }))}
        value={layer}
        onChange={(tapped) => tapped && setLayer(tapped)}
      />
      <Columns>
        <div className={styles.map}>
          <CityMap
            label={`${t('title')}: ${labels[layer]}`}
            areas={figures.map((zone) => ({
              zone: zone.zone,
              name: t(`codes:zones.${zone.zone}`),
              value: numberOf(zone),
              text: count(numberOf(zone))
            }))}
            chosen={chosen}
            onChoose={toggle}
          />
          <p className={styles.sketch}>{t('sketch')}</p>
        </div>
        <List label={review('cuts.zone')}>
          {figures.map(({ zone, people, services, stale }) => (
            <Row
              key={zone}
              title={[markOf(zone), t(`codes:zones.${zone}`)].filter(Boolean).join(' · ')}
              detail={[
                `${labels.people}: ${count(people)}`,
                `${labels.services}: ${count(services.length)}`,
                ...(stale.length > 0 ? [`${labels.stale}: ${count(stale.length)}`] : [])
              ].join(' · ')}
              isCurrent={zone === chosen}
              onTap={() => toggle(zone)}
            />
          ))}
        </List>
      </Columns>
      {open && <ServicesThere figures={open} />}
    </Page>
  )
}

const ServicesThere = ({ figures: { zone, services, stale } }: { figures: ZoneFigures }) => {
  const t = useWords('map')
  const title = `${t('common:places.services')} · ${t(`codes:zones.${zone}`)}`
  return (
    <Section title={title}>
      <ServiceList label={title} services={[...stale, ...services.filter((service) => !stale.includes(service))]} />
    </Section>
  )
}
