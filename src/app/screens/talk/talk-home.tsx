// Talk: from two languages to the first words. Public words only, so it works while the phone is locked.
import { useMemo, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { findPhrases } from '#app/screens/talk/find-phrases.ts'
import { PhraseRow } from '#app/screens/talk/phrase-row.tsx'
import { TheirLanguage } from '#app/screens/talk/their-language-choice.tsx'
import { mayTakeAccount } from '#app/screens/testimony/may-take.ts'
import { useTheirs } from '#app/screens/talk/their-language.ts'
import { Page } from '#app/shell/page.tsx'
import { Section } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Field } from '#app/ui/field.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { PHRASE_GROUPS, PHRASE_IDS, phrasesIn, type PhraseId, STARTERS } from '#domain/talk/phrases.ts'

export const TalkHome = () => {
  const t = useWords('talk')
  const p = useWords('phrases')
  const o = useWords('options')
  const testimony = useWords('testimony')
  const view = usePhoneView()
  const { desk } = view
  const mayTake = mayTakeAccount(view)
  const [typed, setTyped] = useState('')
  const find = usePhraseSearch()
  const isLookedFor = typed.trim() !== ''
  const found = isLookedFor ? find(typed) : []
  return (
    <Page title={t('title')} {...(desk === undefined && { back: '/' })}>
      <TheirLanguage />
      <Field label={t('search')}>
        {(input) => <TextInput {...input} type="search" value={typed} onChange={setTyped} />}
      </Field>
      <LiveRegion>{isLookedFor && t('found', { count: found.length })}</LiveRegion>
      {isLookedFor ? (
        <Section title={t('found', { count: found.length })}>
          <PhraseList ids={found} label={t('search')} />
        </Section>
      ) : (
        <>
          <Section title={t('starters')}>
            <PhraseList ids={STARTERS} label={t('starters')} />
          </Section>
          <List label={t('more')}>
            <Row icon="point" title={t('board.title')} href="/talk/needs" />
            <Row icon="law" title={o('title')} href="/options" />
            <Row icon="call" title={t('interpreters.title')} href="/talk/interpreters" />
            {mayTake && <Row icon="note" title={testimony('title')} href="/account" />}
          </List>
          <Section title={t('allCards')}>
            {PHRASE_GROUPS.map((group) => (
              <Disclosure key={group} label={p(`groups.${group}`)}>
                <PhraseList ids={phrasesIn(group)} label={p(`groups.${group}`)} />
              </Disclosure>
            ))}
          </Section>
        </>
      )}
    </Page>
  )
}

const PhraseList = ({ ids, label }: { ids: readonly PhraseId[]; label: string }) => (
  <List label={label}>
    {ids.map((id) => (
      <PhraseRow key={id} id={id} />
    ))}
  </List>
)

/** By the worker's words and by the person's. */
const usePhraseSearch = () => {
  const t = useWords('phrases')
  const heard = useTheirs()?.t
  return useMemo(
    () => findPhrases(PHRASE_IDS.map((id) => ({ id, texts: [t(`cards.${id}`), heard?.(`cards.${id}`) ?? ''] }))),
    [t, heard]
  )
}
