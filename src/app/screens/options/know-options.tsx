// Know your options: every topic by group, found by any word of either language. Public facts, so it works while the phone
// is locked.
import { useMemo, useState } from 'react'
import { useAreChecked } from '#app/language/checked.ts'
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { NotAdvice } from '#app/screens/options/not-advice.tsx'
import { useTheirTopics } from '#app/screens/options/their-topics.ts'
import { useInterpreter } from '#app/screens/talk/interpreter-first.tsx'
import { UncheckedMark } from '#app/screens/talk/unchecked.tsx'
import { Page } from '#app/shell/page.tsx'
import { Section } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { foldText, hasEveryWord } from '#domain/fold-text.ts'
import { TOPIC_GROUPS, TOPIC_IDS, topicOf, type TopicId, topicsIn } from '#domain/talk/topics.ts'

export const KnowOptions = () => {
  const t = useWords('options')
  const { desk } = usePhoneView()
  const [typed, setTyped] = useState('')
  const find = useTopicSearch()
  const isLookedFor = typed.trim() !== ''
  const found = isLookedFor ? find(typed) : []
  return (
    <Page title={t('short')} back={desk === undefined ? '/' : '/talk'}>
      <NotAdvice />
      <Field label={t('search')}>
        {(input) => <TextInput {...input} type="search" value={typed} onChange={setTyped} />}
      </Field>
      <LiveRegion>{isLookedFor && t('found', { count: found.length })}</LiveRegion>
      {isLookedFor && (
        <Section title={t('found', { count: found.length })}>
          {found.length > 0 ? <TopicList ids={found} label={t('search')} /> : <p>{t('nothing')}</p>}
        </Section>
      )}
      {!isLookedFor &&
        TOPIC_GROUPS.map((group) => (
          <Section key={group} title={t(`groups.${group}`)}>
            <TopicList ids={topicsIn(group)} label={t(`groups.${group}`)} />
          </Section>
        ))}
    </Page>
  )
}

/** The person's words stand under the worker's only where they may be trusted: somebody may be shown the screen. */
const TopicList = ({ ids, label }: { ids: readonly TopicId[]; label: string }) => {
  const t = useWords('options')
  const theirs = useTheirTopics()
  const areChecked = useAreChecked()
  const interpreter = useInterpreter(true)
  return (
    <List label={label}>
      {ids.map((id) => {
        const isChecked = theirs !== undefined && areChecked(theirs.id, [`options:topics.${id}.title`])
        return (
          <Row
            key={id}
            href={`/options/${id}`}
            title={t(`topics.${id}.title`)}
            {...(theirs &&
              (interpreter.isDone || isChecked) && {
                detail: (
                  <>
                    <span {...theirs.attributes}>
                      <bdi>{theirs.title(id)}</bdi>
                    </span>
                    <UncheckedMark isChecked={isChecked} />
                  </>
                )
              })}
          />
        )
      })}
    </List>
  )
}

const useTopicSearch = () => {
  const t = useWords('options')
  const theirs = useTheirTopics()
  const folded = useMemo(
    () =>
      TOPIC_IDS.map((id) => {
        const mine = Array.from({ length: topicOf(id).points }, (_, at) =>
          t(`topics.${id}.points.${at + 1}` as 'topics.child.points.1')
        )
        return { id, text: foldText([t(`topics.${id}.title`), ...mine, theirs?.title(id) ?? ''].join(' ')) }
      }),
    [t, theirs]
  )
  return (query: string) => {
    const words = foldText(query)
    return folded.filter(({ text }) => hasEveryWord(text, words)).map(({ id }) => id)
  }
}
