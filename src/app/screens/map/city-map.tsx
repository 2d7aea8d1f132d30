// The areas on the sketch of the city, each to be tapped or reached with the keyboard, with a bubble as large as its number. North is
// up and west is left in every language.
import type { KeyboardEvent } from 'react'
import { markOf, middleOf, pointsOf, RAILWAY, RIVERS, SIZE, STREETS } from '#app/screens/map/city-drawing.ts'
import styles from '#app/screens/map/map.module.css'
import { DRAWN_ZONES, ZONE_SHAPES } from '#domain/codes/zone-shapes.ts'
import type { Zone } from '#domain/codes/zones.ts'

/** `text`: the number as it is written. */
type Area = { readonly zone: Zone; readonly name: string; readonly value: number; readonly text: string }

type CityMapProps = {
  label: string
  areas: readonly Area[]
  chosen: Zone | undefined
  onChoose: (zone: Zone) => void
}

export const CityMap = ({ label, areas, chosen, onChoose }: CityMapProps) => {
  const most = Math.max(1, ...areas.map(({ value }) => value))
  return (
    <svg className={styles.city} viewBox={`0 0 ${SIZE} ${SIZE}`} role="group" aria-label={label} direction="ltr">
      <g className={styles.base} aria-hidden="true">
        {RIVERS.map((line) => (
          <polyline key={pointsOf(line)} className={styles.river} points={pointsOf(line)} />
        ))}
        {STREETS.map((line) => (
          <polyline key={pointsOf(line)} className={styles.street} points={pointsOf(line)} />
        ))}
        <polyline className={styles.railway} points={pointsOf(RAILWAY)} />
      </g>
      {DRAWN_ZONES.map((zone) => {
        const area = areas.find((one) => one.zone === zone)
        const { x, y } = middleOf(ZONE_SHAPES[zone])
        const press = (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onChoose(zone)
        }
        return (
          <g
            key={zone}
            className={styles.area}
            role="button"
            tabIndex={0}
            aria-pressed={zone === chosen}
            onClick={() => onChoose(zone)}
            onKeyDown={press}
          >
            <title>{`${area?.name ?? zone}: ${area?.text ?? ''}`}</title>
            <polygon className={styles.shape} points={pointsOf(ZONE_SHAPES[zone])} />
            {area !== undefined && area.value > 0 && (
              <circle className={styles.bubble} cx={x} cy={y + 7} r={radiusOf(area.value / most)} />
            )}
            <text className={styles.mark} x={x} y={y - 14}>
              {markOf(zone)}
            </text>
            <text className={styles.number} x={x} y={y + 11}>
              {area?.text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** By area, as the eye compares bubbles; the smallest still holds two digits. */
const radiusOf = (share: number): number => Math.max(12, Math.round(18 * Math.sqrt(share)))
