// A number by touch: each key in the digits the person reads and in those the worker reads.
import type { AnswerProps } from '#app/screens/talk/answer-props.ts'
import styles from '#app/screens/talk/tiles.module.css'
import { useWords } from '#app/language/language-context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { inDigitsOf } from '#domain/talk/digits.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const
const LONGEST = 3

export const NumberPad = ({ theirs, answer, onAnswer }: AnswerProps) => {
  const t = useWords('talk')
  const typed = answer[0] ?? ''
  const type = (digit: string) => onAnswer([`${typed}${digit}`.replace(/^0+(?=\d)/, '').slice(0, LONGEST)])
  const remove = () => onAnswer(typed.length > 1 ? [typed.slice(0, -1)] : [])
  return (
    <>
      <output className={styles.number}>
        <BothDigits text={typed} language={theirs.id} />
      </output>
      <div className={styles.keys} role="group" dir="ltr">
        {KEYS.map((digit) =>
          digit === '' ? (
            <span key="gap" />
          ) : (
            <button key={digit} type="button" className={styles.key} onClick={() => type(digit)}>
              <BothDigits text={digit} language={theirs.id} />
            </button>
          )
        )}
        <button type="button" className={styles.key} aria-label={t('removeDigit')} onClick={remove}>
          <Icon name="undo" size="button" />
        </button>
      </div>
    </>
  )
}

const BothDigits = ({ text, language }: { text: string; language: string }) => {
  const theirs = inDigitsOf(language, text)
  return (
    <span className={styles.digits}>
      {theirs !== text && <bdi lang={language}>{theirs}</bdi>}
      <bdi>{text}</bdi>
    </span>
  )
}
