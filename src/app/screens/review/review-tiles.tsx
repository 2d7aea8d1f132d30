// The figures a lead looks for first.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useChangeSaid } from '#app/screens/review/change-said.ts'
import { StatTile, Tiles } from '#app/ui/tile.tsx'
import type { Review } from '#domain/review/review.ts'

/** `before`: the period it is compared with. */
export const ReviewTiles = ({ review, before }: { review: Review; before: Review }) => {
  const t = useWords('review')
  const today = useWords('today')
  const changed = useChange()
  const labels = useLabels()
  const { count, percentTenths } = useFormat()
  const { newlyArrived, seenAgain, peopleMet, urgent, referrals, toCheck } = review
  const { children } = newlyArrived
  const informed = informedIn(review)
  return (
    <Tiles>
      <StatTile
        label={t('tiles.newArrivals')}
        value={count(newlyArrived.people)}
        detail={t('tiles.groups', { count: newlyArrived.groups })}
        change={changed(newlyArrived.people, before.newlyArrived.people)}
      />
      {newlyArrived.byKind.map(({ code, people, percent }, kind) => (
        <StatTile
          key={code}
          label={labels.label({ key: code })}
          value={count(people)}
          detail={percentTenths(percent)}
          change={changed(people, before.newlyArrived.byKind[kind]?.people ?? 0)}
        />
      ))}
      <StatTile
        label={t('tiles.childrenAlone')}
        value={count(children.alone)}
        detail={t('tiles.ofChildren', { count: children.total })}
        change={changed(children.alone, before.newlyArrived.children.alone)}
      />
      <StatTile
        label={t('tiles.met')}
        value={count(peopleMet)}
        detail={t('tiles.seenAgain', { number: count(seenAgain.people) })}
        change={changed(peopleMet, before.peopleMet)}
      />
      <StatTile
        label={t('codes:quickServices.info')}
        value={count(informed.people)}
        detail={t('tiles.groups', { count: informed.groups })}
        change={changed(informed.people, informedIn(before).people)}
      />
      <StatTile
        label={t('tiles.urgent')}
        value={count(urgent.length)}
        isUrgent={toCheck.urgentNotFollowedUp.length > 0}
        detail={today('waiting.title', { count: toCheck.urgentNotFollowedUp.length })}
        change={changed(urgent.length, before.urgent.length)}
      />
      <StatTile
        label={t('tiles.open')}
        value={count(referrals.open)}
        detail={t('tiles.ofReferrals', { number: count(referrals.total) })}
        change={changed(referrals.open, before.referrals.open)}
      />
      <StatTile
        label={t('tiles.overdue')}
        value={count(referrals.overdue.length + referrals.overdueFromBefore.length)}
        detail={t('tiles.fromBefore', { number: count(referrals.overdueFromBefore.length) })}
      />
    </Tiles>
  )
}

/** People newly arrived who were told where there is help, and what they may ask for. */
const informedIn = ({ given }: Review) => given.find(({ code }) => code === 'info') ?? { groups: 0, people: 0 }

/** `+12, before: 30`. What is late is late now: of an earlier period there is nothing to hold it against. */
const useChange = () => {
  const t = useWords('report')
  const { count } = useFormat()
  const changeSaid = useChangeSaid()
  return (now: number, before: number) => t('tileBefore', { change: changeSaid(now - before), number: count(before) })
}
