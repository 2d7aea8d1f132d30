// One topic: the person's words large, the worker's beside, where they come from and how old they are. Words nobody has
// checked are shown to the person only when an interpreter stands by.
import { useState } from 'react'
import { useParams } from 'react-router'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useAreChecked } from '#app/language/checked.ts'
import { useFormat } from '#app/language/language-context.tsx'
import { NotAdvice } from '#app/screens/options/not-advice.tsx'
import { keysShown, useTheirTopics } from '#app/screens/options/their-topics.ts'
import { ConfirmInterpreter, useInterpreter } from '#app/screens/talk/interpreter-first.tsx'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import styles from '#app/screens/talk/talk.module.css'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facing } from '#app/ui/facing.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { isTopic, topicOf, type TopicId } from '#domain/talk/topics.ts'

export const SeeTopic = () => {
  const t = useWords('options')
  const { id = '' } = useParams()
  if (isTopic(id)) return <TopicPage key={id} id={id} />
  return (
    <Page title={t('short')} back="/options">
      <p>{t('common:trouble.notHere')}</p>
    </Page>
  )
}

const TopicPage = ({ id }: { id: TopicId }) => {
  const t = useWords('options')
  const w = useWords('talk')
  const format = useFormat()
  const { theirs: language } = useLanguage()
  const theirs = useTheirTopics()
  const areChecked = useAreChecked()
  const isChecked = language !== undefined && areChecked(language, keysShown(id))
  const interpreter = useInterpreter(!isChecked)
  const [isShown, setShown] = useState(false)
  const topic = topicOf(id)
  const mine = Array.from({ length: topic.points }, (_, at) =>
    t(`topics.${id}.points.${at + 1}` as 'topics.child.points.1')
  )
  return (
    <Page
      title={t('short')}
      back="/options"
      footer={
        theirs &&
        interpreter.isDone && (
          <Button variant="primary" icon="turn" isWide onClick={() => setShown(true)}>
            {w('show')}
          </Button>
        )
      }
    >
      <h2>{t(`topics.${id}.title`)}</h2>
      {topic.group === 'history' && <Notice tone="needs-you" title={t('historyWarning')} />}
      <Points points={mine} isInSteps={topic.isInSteps} />
      {theirs === undefined ? (
        <TheirLanguage />
      ) : (
        <ConfirmInterpreter interpreter={interpreter} language={w(`codes:languages.${theirs.id}`)} />
      )}
      <NotAdvice />
      <SummaryList
        items={[
          { id: 'source', label: t('source'), value: <bdi lang="en">{topic.source}</bdi> },
          { id: 'checked', label: t('checked'), value: format.monthOf(topic.lastChecked) }
        ]}
      />
      {theirs && (
        <Facing
          label={t(`topics.${id}.title`)}
          isOpen={isShown}
          onClose={() => setShown(false)}
          turnLabel={w('turn')}
          holdLabel={w('holdToGoBack')}
        >
          <div {...theirs.attributes}>
            <p className={styles.large}>{theirs.title(id)}</p>
            <div className={styles.points}>
              <Points points={theirs.points(id)} isInSteps={topic.isInSteps} />
            </div>
            <p>{theirs.notAdvice}</p>
          </div>
          <Unchecked isChecked={isChecked} />
        </Facing>
      )}
    </Page>
  )
}

const Points = ({ points, isInSteps }: { points: readonly string[]; isInSteps: true | undefined }) => {
  const items = points.map((point) => <li key={point}>{point}</li>)
  return isInSteps ? <ol className={styles.list}>{items}</ol> : <ul className={styles.list}>{items}</ul>
}
