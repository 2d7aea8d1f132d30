// One topic: the person's words large, the worker's beside, where they come from and how old they are. Words nobody has
// checked are shown to the person only when an interpreter stands by, also in the language of the screen.
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAreChecked } from '#app/language/checked.ts'
import { useFormat, useLanguage, useWords } from '#app/language/language-context.tsx'
import { NotAdvice } from '#app/screens/options/not-advice.tsx'
import { keysShown, useReaderTopics } from '#app/screens/options/their-topics.ts'
import { ConfirmInterpreter, useInterpreter } from '#app/screens/talk/interpreter-first.tsx'
import { Unchecked } from '#app/screens/talk/unchecked.tsx'
import styles from '#app/screens/talk/talk.module.css'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { useTheirLanguage } from '#app/screens/talk/their-language.ts'
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
  const { isShared } = useLanguage()
  const isChosen = useTheirLanguage() !== undefined
  const reader = useReaderTopics()
  const isChecked = useAreChecked()(reader.id, keysShown(id))
  const interpreter = useInterpreter(!isChecked, reader.id)
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
        isChosen &&
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
      {isShared && <Unchecked isChecked={isChecked} />}
      {isChosen ? (
        <ConfirmInterpreter interpreter={interpreter} language={w(`codes:languages.${reader.id}`)} />
      ) : (
        <TheirLanguage />
      )}
      <NotAdvice />
      <SummaryList
        items={[
          { id: 'source', label: t('source'), value: <bdi lang="en">{topic.source}</bdi> },
          { id: 'checked', label: t('checked'), value: format.monthOf(topic.lastChecked) }
        ]}
      />
      <Facing
        label={t(`topics.${id}.title`)}
        isOpen={isShown}
        onClose={() => setShown(false)}
        turnLabel={w('turn')}
        holdLabel={w('holdToGoBack')}
      >
        <div {...reader.attributes}>
          <p className={styles.large}>{reader.title(id)}</p>
          <div className={styles.points}>
            <Points points={reader.points(id)} isInSteps={topic.isInSteps} />
          </div>
          <p>{reader.notAdvice}</p>
        </div>
        <Unchecked isChecked={isChecked} />
      </Facing>
    </Page>
  )
}

const Points = ({ points, isInSteps }: { points: readonly string[]; isInSteps: true | undefined }) => {
  const items = points.map((point) => <li key={point}>{point}</li>)
  return isInSteps ? <ol className={styles.list}>{items}</ol> : <ul className={styles.list}>{items}</ul>
}
