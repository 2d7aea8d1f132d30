// People seen again: one tap counts one person, the small minus takes one away.
import { useWords } from '#app/language/language-context.tsx'
import type { Tally } from '#app/screens/today/use-tally.ts'
import { CounterTile, CounterTiles } from '#app/ui/counter-tile.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { COUNT_LIMIT } from '#domain/code.ts'
import { TALLY_CLASSES, type TallyClass } from '#domain/codes/field-codes.ts'

const ICONS: Record<TallyClass, IconName> = { centre: 'bed', returned: 'again', rough: 'place', other: 'people' }

export const SeenAgain = ({ tally }: { tally: Tally }) => {
  const t = useWords('today')
  return (
    <>
      <p>{t('again.hint')}</p>
      <CounterTiles>
        {TALLY_CLASSES.map((tallyClass) => {
          const [label, value] = [t(`codes:tally.${tallyClass}`), tally.counted[tallyClass]]
          return (
            <CounterTile
              key={tallyClass}
              label={label}
              value={value}
              icon={ICONS[tallyClass]}
              addLabel={t('ui:counter.add', { label, value })}
              removeLabel={t('ui:counter.remove', { label, value })}
              limit={COUNT_LIMIT}
              onChange={(next) => void (next > value ? tally.addOne(tallyClass) : tally.takeOneAway(tallyClass))}
            />
          )
        })}
      </CounterTiles>
    </>
  )
}
