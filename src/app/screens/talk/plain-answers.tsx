// Yes, no, I do not know, I do not want to answer: each by its word, its shape and its colour.
import type { AnswerProps } from '#app/screens/talk/answer-props.ts'
import styles from '#app/screens/talk/tiles.module.css'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import type { PlainAnswer } from '#domain/talk/answers.ts'

const SHAPES: Record<PlainAnswer, IconName> = {
  yes: 'answerYes',
  no: 'answerNo',
  unknown: 'answerUnknown',
  unwilling: 'answerUnwilling',
  woman: 'woman',
  man: 'man',
  either: 'people'
}

export const PlainAnswers = ({ of, theirs, answer, onAnswer }: AnswerProps & { of: readonly PlainAnswer[] }) => (
  <div className={styles.answers} role="group">
    {of.map((code) => (
      <button
        key={code}
        type="button"
        className={styles.answer}
        data-answer={code}
        aria-pressed={answer.includes(code)}
        onClick={() => onAnswer([code])}
        {...theirs.attributes}
      >
        <Icon name={SHAPES[code]} size="picture" />
        <span>{theirs.t(`answers.${code}`)}</span>
      </button>
    ))}
  </div>
)
