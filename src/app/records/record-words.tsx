// A record in a few words: who, what and where, in the worker's language.
import type { ReactNode } from 'react'
import { Said } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useLibrary, usePhoneView } from '#app/phone/use-phone.ts'
import type { SharedFields, SharedValue } from '#domain/code.ts'
import { NOT_KNOWN } from '#domain/form/choices.ts'
import { countField, PEOPLE } from '#domain/records/arrival.ts'
import { stateOfCase } from '#domain/records/case.ts'
import { sleepersIn } from '#domain/records/dawn-count.ts'
import { codesIn } from '#domain/review/dated-record.ts'
import { urgentFlagsOf } from '#domain/review/needs-a-look.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** `hour` is `14:00`, the shift hour it was met in. */
export type RecordWords = { title: string; detail: ReactNode; hour: string }

export const useRecordWords = (): ((record: MergedRecord) => RecordWords) => {
  const t = useWords('shell')
  const format = useFormat()
  const labels = useLabels()
  const library = useLibrary()
  const { desk } = usePhoneView()

  const peopleOf = (fields: SharedFields): string =>
    format.list(
      PEOPLE.filter((name) => countField(fields, name) > 0).map((name) =>
        t(`common:people.${name}`, { count: countField(fields, name) })
      )
    )
  const codes = (list: 'needs' | 'urgent', value: readonly string[]): string =>
    format.list(value.map((code) => labels.code(list, code)))
  const text = (value: SharedValue | undefined): string => (typeof value === 'string' ? value : '')
  const zone = (fields: SharedFields) => word(`codes:zones.${text(fields['zone'])}`)
  const word = (key: string) => t(key as 'codes:zones.parks', { defaultValue: '' })
  const languageOf = (id: string) => (id === '' || id === NOT_KNOWN ? '' : labels.code('languages', id))

  return ({ type, fields }) => {
    const hour = text(fields['met']) === '' ? '' : `${text(fields['met']).slice(11)}:00`
    switch (type) {
      case 'arrival':
        return {
          hour,
          title: peopleOf(fields) || t('someone'),
          detail: together(
            codes('urgent', urgentFlagsOf(fields)),
            languageOf(text(fields['language'])),
            text(fields['country']) && labels.country(text(fields['country'])),
            zone(fields)
          )
        }
      case 'case':
        return {
          hour,
          title: t('case', {
            people: peopleOf(desk?.findRecord(text(fields['arrival']))?.fields ?? {}) || t('someone')
          }),
          detail: together(word(`codes:caseStates.${stateOfCase(fields)}`), zone(fields))
        }
      case 'bond':
        return { hour, title: word(`codes:bonds.${text(fields['bond'])}`), detail: zone(fields) }
      case 'sameness':
        return { hour, title: word('same-people:title'), detail: zone(fields) }
      case 'contact':
        return {
          hour,
          title: t('seenAgain'),
          detail: together(
            format.list(codesIn(fields, 'given').map((code) => labels.code('quickServices', code))),
            zone(fields)
          )
        }
      case 'follow_up':
        return {
          hour,
          title: word(`codes:followUps.${text(fields['what'])}`),
          detail: word(`codes:followUpStates.${text(fields['state'])}`)
        }
      case 'opening':
        return { hour, title: t('codes:referralStates.opened'), detail: '' }
      case 'question':
        return { hour, title: word('partner:theyAsk'), detail: word(`partner:questions.${text(fields['ask'])}`) }
      case 'handout':
        return {
          hour,
          title: word(`handouts:items.${text(fields['item'])}`),
          detail: together(
            fields['end'] === 'missing' ? word('handouts:notThere') : '',
            text(fields['size']),
            zone(fields)
          )
        }
      case 'stock':
        return {
          hour,
          title: word(`handouts:items.${text(fields['item'])}`),
          detail: together(
            word(`handouts:movements.${text(fields['movement'])}`),
            format.count(countField(fields, 'count'))
          )
        }
      case 'card_given':
        return { hour, title: word('handouts:cards.give'), detail: zone(fields) }
      case 'referral_card':
        return { hour, title: word('common:actions.giveCard'), detail: '' }
      case 'accompaniment':
        return {
          hour,
          title: word(`codes:needs.${text(fields['to'])}`),
          detail: together(word(`accompany:states.${text(fields['state'])}`), zone(fields))
        }
      case 'shift':
        return {
          hour,
          title: word('shift:title'),
          detail: together(zone(fields), format.list(codesIn(fields, 'languages').map(languageOf)))
        }
      case 'dawn_count':
        return {
          hour,
          title: word('shift:sleptOut'),
          detail: together(t('common:people.all', { count: sleepersIn(fields) }), zone(fields))
        }
      case 'service_check': {
        const service = library.entries.find(({ id }) => id === fields['service'])
        return {
          hour,
          title: word(`directory:found.${text(fields['found'])}`),
          detail: service && <Said words={service.name} />
        }
      }
      case 'tally':
        return {
          hour,
          title: t('seenAgain'),
          detail: together(word(`codes:tally.${text(fields['class'])}`), zone(fields))
        }
      case 'interpretation':
        return {
          hour,
          title: word(`codes:interpreting.${text(fields['outcome'])}`),
          detail: together(languageOf(text(fields['language'])), zone(fields))
        }
      case 'referral': {
        const provider = library.entries.find(({ id }) => id === fields['provider'])
        return {
          hour,
          title: t('referral', { needs: codes('needs', codesIn(fields, 'needs')) }),
          detail: (
            <>
              {provider?.kind === 'provider' && (
                <>
                  {provider.shortName ? <bdi>{provider.shortName}</bdi> : <Said words={provider.name} isName />}
                  {' · '}
                </>
              )}
              {word(`codes:referralStates.${text(fields['state'])}`)}
            </>
          )
        }
      }
    }
  }
}

const together = (...parts: string[]) => parts.filter(Boolean).join(' · ')
