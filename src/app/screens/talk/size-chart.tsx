// Clothes and shoes by pointing: the bigger the size, the bigger the picture.
import { type CSSProperties, useId } from 'react'
import type { AnswerProps } from '#app/screens/talk/answer-props.ts'
import styles from '#app/screens/talk/tiles.module.css'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { ADULT_SHOES, CHILD_SHOES, CLOTHES_SIZES } from '#domain/talk/answers.ts'

const CLOTHES = CLOTHES_SIZES.map((size, at) => ({ size: size as string, rem: 1.5 + at * 0.35 }))
const SHOES = (sizes: readonly number[], from: number) =>
  sizes.map((size, at) => ({ size: String(size), rem: from + at * 0.06 }))

export const SizeChart = (props: AnswerProps) => {
  const { theirs } = props
  const shoes = theirs.t('sizes.shoes')
  return (
    <>
      <Sizes {...props} title={theirs.t('sizes.clothes')} icon="clothes" sizes={CLOTHES} />
      <Sizes {...props} title={`${shoes} · ${theirs.t('sizes.child')}`} icon="shoes" sizes={SHOES(CHILD_SHOES, 1.25)} />
      <Sizes {...props} title={`${shoes} · ${theirs.t('sizes.adult')}`} icon="shoes" sizes={SHOES(ADULT_SHOES, 2)} />
    </>
  )
}

type SizesProps = AnswerProps & { title: string; icon: IconName; sizes: readonly { size: string; rem: number }[] }

const Sizes = ({ theirs, answer, onAnswer, title, icon, sizes }: SizesProps) => {
  const labelId = useId()
  const isOneOf = (size: string) => sizes.some((other) => other.size === size)
  const choose = (size: string) => onAnswer([...answer.filter((other) => !isOneOf(other)), size])
  return (
    <div role="group" aria-labelledby={labelId} className={styles.sizes}>
      <p id={labelId} {...theirs.attributes}>
        {title}
      </p>
      <div className={styles.sizeRow} dir="ltr">
        {sizes.map(({ size, rem }) => (
          <button
            key={size}
            type="button"
            className={styles.size}
            aria-pressed={answer.includes(size)}
            style={{ '--picture': `${rem}rem` } as CSSProperties}
            onClick={() => choose(size)}
          >
            <Icon name={icon} size="picture" />
            <bdi translate="no">{size}</bdi>
          </button>
        ))}
      </div>
    </div>
  )
}
