// Who has been heard from and when: a total is only as fresh as the phones it is made of.
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { missingOf } from '#app/screens/review/missing-records.ts'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import type { TeamPhone } from '#protocol/delivery.ts'
import type { DeviceId } from '#protocol/ids.ts'

/** `now`: milliseconds since 1970 UTC. */
type HeardFromProps = { team: readonly TeamPhone[]; device: DeviceId; now: number }

export const HeardFrom = ({ team, device, now }: HeardFromProps) => {
  const t = useWords('review')
  const sorted = [...team].sort((a, b) => Number(a.revoked) - Number(b.revoked) || a.number - b.number)
  return (
    <Section title={t('heard.title')}>
      {team.length === 0 ? (
        <p>{t('heard.nobody')}</p>
      ) : (
        <List>
          {sorted.map((phone) => (
            <PhoneRow key={phone.device} phone={phone} isThis={phone.device === device} now={now} />
          ))}
        </List>
      )}
    </Section>
  )
}

type FreshnessProps = Omit<HeardFromProps, 'device'>

/** In one line, for the top of the screen: which part of the team the figures are from. */
export const Freshness = ({ team, now }: FreshnessProps) => {
  const { words } = useFreshness()(team, now)
  return words === '' ? null : <p>{words}</p>
}

/** Of a month that settled it says nothing which phone was heard from today. */
type MayBeMissingProps = FreshnessProps & { isSettled?: boolean }

/** The same where figures leave, for whoever reads them, and only where something may be missing. */
export const MayBeMissing = ({ team, now, isSettled = false }: MayBeMissingProps) => {
  const { words, gaps, isWhole } = useFreshness()(team, now)
  const said = isSettled ? gaps : words
  return isWhole || said === '' ? null : <p>{said}</p>
}

type Fresh = { readonly words: string; readonly gaps: string; readonly isWhole: boolean }

const useFreshness = () => {
  const t = useWords('review')
  const { count } = useFormat()
  return (team: readonly TeamPhone[], now: number): Fresh => {
    const active = team.filter(({ revoked }) => !revoked)
    if (active.length === 0) return { words: '', gaps: '', isWhole: true }
    const today = active.filter(({ heardAt }) => heardAt !== null && dayAt(heardAt) === dayAt(now))
    const missing = active
      .filter((phone) => missingOf(phone) > 0)
      .map((phone) => `${t('heard.missing', { number: phone.number, count: missingOf(phone) })}.`)
    const gaps = missing.join(' ')
    return {
      words: [t('heard.today', { number: count(today.length), all: count(active.length) }), ...missing].join(' '),
      gaps,
      isWhole: today.length === active.length && gaps === ''
    }
  }
}

const PhoneRow = ({ phone, isThis, now }: { phone: TeamPhone; isThis: boolean; now: number }) => {
  const t = useWords('review')
  const { relative } = useFormat()
  const dayAndTime = useDayAndTime()
  const { number, role, heardAt, revoked } = phone
  const missing = missingOf(phone)
  const name = t('heard.phone', { number, role: t(`roles.${role}`) })
  return (
    <Row
      icon="phone"
      title={isThis ? t('heard.this', { name }) : name}
      age={heardAt === null ? t('heard.never') : relative(Math.min(heardAt, now), now)}
      detail={
        revoked ? t('heard.revoked') : heardAt !== null && t('heard.at', { when: dayAndTime.lately(heardAt, now) })
      }
      state={
        missing > 0 && <StatePill standing="needs-you">{t('heard.missing', { number, count: missing })}</StatePill>
      }
    />
  )
}
