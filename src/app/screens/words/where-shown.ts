// Which screen a text appears on, in words: told by the file it stands in.
import { useTranslation } from 'react-i18next'
import type { Screen } from '#app/language/messages.ts'

export const useWhereShown = (): ((key: string) => string) => {
  const { t } = useTranslation([
    'words',
    'accompany',
    'act',
    'board',
    'card',
    'case',
    'common',
    'export',
    'form',
    'handouts',
    'join',
    'new-arrival',
    'options',
    'partner',
    'people',
    'phone',
    'record',
    'refer',
    'report',
    'review',
    'same-people',
    'directory',
    'services',
    'shift',
    'talk',
    'unlock'
  ])
  const places: Record<Screen, string> = {
    accompany: t('accompany:title'),
    act: t('act:title'),
    board: t('board:title'),
    card: t('card:title'),
    case: t('case:title'),
    codes: t('where.lists'),
    common: t('where.everywhere'),
    directory: t('directory:title'),
    export: t('export:title'),
    form: t('form:title'),
    handouts: t('handouts:title'),
    join: t('join:welcome.title'),
    'new-arrival': t('new-arrival:title'),
    options: t('options:title'),
    partner: t('partner:title'),
    people: t('people:title'),
    phone: t('phone:title'),
    phrases: t('talk:allCards'),
    record: t('record:answers'),
    refer: t('refer:title'),
    reminders: t('phone:title'),
    report: t('report:title'),
    review: t('review:title'),
    'same-people': t('same-people:title'),
    services: t('services:title'),
    shell: t('where.everywhere'),
    shift: t('shift:title'),
    talk: t('talk:title'),
    today: t('common:places.today'),
    ui: t('where.everywhere'),
    unlock: t('unlock:title'),
    words: t('title')
  }
  return (key) => places[key.split(':')[0] as Screen]
}
