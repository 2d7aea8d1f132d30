// Choosing a need by its picture; the rarer ones fold away, and what only a person's own word opens stands apart.
import { OTHER_NEEDS, PICTURED_NEEDS, pictureOf } from '#app/directory/need-pictures.ts'
import { useWords } from '#app/language/language-context.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Section } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Tile, Tiles } from '#app/ui/tile.tsx'
import { DISCLOSED_ONLY, type Need } from '#domain/codes/needs.ts'
import styles from '#app/screens/services/services.module.css'

export const NeedTiles = ({ onChoose }: { onChoose: (need: Need | undefined) => void }) => {
  const t = useWords('services')
  const optionOf = (need: Need) => ({ value: need, label: t(`codes:needs.${need}`) })
  return (
    <Section title={t('needsTitle')}>
      <Tiles isDense>
        {PICTURED_NEEDS.map((need) => (
          <Tile key={need} label={t(`codes:needs.${need}`)} icon={pictureOf(need)} onTap={() => onChoose(need)} />
        ))}
      </Tiles>
      <Disclosure label={t('moreNeeds')}>
        <div className={styles.groups}>
          <ChooseOne
            label={t('moreNeeds')}
            isLabelHidden
            options={OTHER_NEEDS.map(optionOf)}
            value={undefined}
            onChange={onChoose}
          />
          <ChooseOne
            label={t('toldOnly')}
            options={DISCLOSED_ONLY.map(optionOf)}
            value={undefined}
            onChange={onChoose}
          />
        </div>
      </Disclosure>
    </Section>
  )
}
