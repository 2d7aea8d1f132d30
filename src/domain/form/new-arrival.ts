// New arrival: the twenty-second form. Order and places follow what teams report most often; `note` never leaves.
import { Form } from '#domain/form/form.ts'

const counter = (name: string, place: 'front' | 'more') =>
  ({ type: 'counter', name, label: { key: name }, privacy: 'shared', place }) as const

export const NEW_ARRIVAL: Form = Form.parse({
  id: 'new_arrival',
  version: 1,
  label: { key: 'title' },
  people: ['men', 'boys', 'women', 'girls'],
  questions: [
    counter('men', 'front'),
    counter('boys', 'front'),
    counter('women', 'front'),
    counter('girls', 'front'),
    {
      type: 'choose_one',
      name: 'alone',
      label: { key: 'alone' },
      privacy: 'shared',
      place: 'front',
      choices: { list: 'yesNoUnsure' },
      when: [
        { sum: ['boys', 'girls'], atLeast: 1 },
        { sum: ['men', 'women'], atMost: 0 }
      ]
    },
    {
      type: 'choose_one',
      name: 'language',
      label: { key: 'language' },
      privacy: 'shared',
      place: 'front',
      choices: { list: 'languages' }
    },
    {
      type: 'choose_one',
      name: 'country',
      label: { key: 'country' },
      privacy: 'shared',
      place: 'front',
      choices: { list: 'countries' }
    },
    {
      type: 'choose_many',
      name: 'urgent',
      label: { key: 'urgent' },
      privacy: 'shared',
      place: 'front',
      choices: { list: 'urgent' }
    },
    {
      type: 'counter',
      name: 'childrenAlone',
      label: { key: 'childrenAlone' },
      hint: { key: 'childrenAloneHint' },
      privacy: 'shared',
      place: 'more',
      when: [
        { sum: ['boys', 'girls'], atLeast: 1 },
        { sum: ['men', 'women'], atLeast: 1 }
      ]
    },
    {
      type: 'choose_many',
      name: 'given',
      label: { key: 'given' },
      privacy: 'shared',
      place: 'more',
      choices: { list: 'quickServices' }
    },
    {
      type: 'choose_many',
      name: 'needs',
      label: { key: 'needs' },
      privacy: 'shared',
      place: 'more',
      choices: { list: 'needs' }
    },
    {
      type: 'choose_one',
      name: 'route',
      label: { key: 'route' },
      privacy: 'shared',
      place: 'more',
      choices: { list: 'routes' }
    },
    {
      type: 'choose_one',
      name: 'arrived',
      label: { key: 'arrived' },
      privacy: 'shared',
      place: 'more',
      choices: { list: 'arrivedWhen' }
    },
    {
      type: 'choose_one',
      name: 'sleeping',
      label: { key: 'sleeping' },
      privacy: 'shared',
      place: 'more',
      choices: { list: 'sleeping' }
    },
    {
      type: 'choose_one',
      name: 'wantsAsylum',
      label: { key: 'wantsAsylum' },
      privacy: 'shared',
      place: 'more',
      choices: { list: 'yesNoUnsure' }
    },
    counter('babies', 'more'),
    counter('pregnant', 'more'),
    counter('older', 'more'),
    counter('disabled', 'more'),
    { type: 'text', name: 'note', label: { key: 'note' }, hint: { key: 'noteHint' }, privacy: 'device', place: 'more' }
  ]
})
