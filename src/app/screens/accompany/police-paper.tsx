// What the police need to hear, written for as long as it is shown: large on the screen, or on paper. It lies in the memory of
// this screen and nowhere else: no draft, no record, no address. Whoever leaves the screen or hides the phone has ended it.
import { useState } from 'react'
import { useParams } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/accompany/police-paper.module.css'
import { InLanguage, useLanguagesHere } from '#app/language/in-language.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

/** What the police list asks for, and no more. */
const DETAILS = ['name', 'birth', 'country'] as const
type Details = Readonly<Record<(typeof DETAILS)[number], string>>

const NOTHING: Details = { name: '', birth: '', country: '' }
/** Who reads it. */
const POLICE_READ = 'sr-Latn'

export const PolicePaper = () => {
  const t = useWords('accompany')
  const { id = '' } = useParams()
  const labelOf = useDetailLabel()
  const [details, setDetails] = useState(NOTHING)
  const [shows, setShows] = useState<'fields' | 'paper'>('fields')
  const [isEmpty, setEmpty] = useState(false)
  const [language] = useLanguagesHere([POLICE_READ]) ?? []

  const show = () => {
    const hasWords = DETAILS.some((name) => details[name].trim() !== '')
    setEmpty(!hasWords)
    if (hasWords) setShows('paper')
  }

  return (
    <Page
      title={t('slip.title')}
      back={`/records/${id}`}
      footer={
        shows === 'fields' ? (
          <Button variant="primary" icon="show" isWide onClick={show}>
            {t('slip.show')}
          </Button>
        ) : (
          <Button variant="primary" icon="papers" isWide onClick={() => print()}>
            {t('slip.print')}
          </Button>
        )
      }
    >
      <div className={styles.ways}>
        <Notice tone="info" title={t('slip.what')} />
      </div>
      {isEmpty && <Notice tone="needs-you" role="alert" title={t('slip.empty')} />}
      {shows === 'fields' &&
        DETAILS.map((name) => (
          <Field key={name} label={labelOf(name)}>
            {(input) => (
              <TextInput
                {...input}
                // A browser keeps what it may fill in again, and may send what it checks the spelling of.
                autoComplete="off"
                autoCorrect="off"
                spellCheck={false}
                dir="auto"
                value={details[name]}
                onChange={(value) => setDetails({ ...details, [name]: value })}
              />
            )}
          </Field>
        ))}
      {shows === 'paper' && (
        <>
          {language === undefined ? (
            <div className={styles.paper}>
              <Written details={details} />
            </div>
          ) : (
            <InLanguage language={language} className={styles.paper}>
              <Written details={details} />
            </InLanguage>
          )}
          <div className={styles.ways}>
            <Actions>
              <Button icon="note" onClick={() => setShows('fields')}>
                {t('common:actions.change')}
              </Button>
            </Actions>
          </div>
        </>
      )}
    </Page>
  )
}

const Written = ({ details }: { details: Details }) => {
  const t = useWords('accompany')
  const labelOf = useDetailLabel()
  return (
    <>
      <p>{t('slip.asks')}</p>
      <dl>
        {DETAILS.filter((name) => details[name].trim() !== '').map((name) => (
          <div key={name}>
            <dt>{labelOf(name)}</dt>
            <dd className={styles.said}>
              <bdi>{details[name]}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const useDetailLabel = () => {
  const t = useWords('accompany')
  const form = useWords('form')
  return (name: (typeof DETAILS)[number]): string => (name === 'country' ? form('country') : t(`slip.${name}`))
}
