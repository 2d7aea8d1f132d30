// The figures a lead looks for first.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { StatTile, Tiles } from '#app/ui/tile.tsx'
import type { Review } from '#domain/review/review.ts'

export const ReviewTiles = ({ review }: { review: Review }) => {
  const t = useWords('review')
  const labels = useLabels()
  const { count, percentTenths } = useFormat()
  const { newlyArrived, seenAgain, peopleMet, urgent, referrals, toCheck } = review
  const { children } = newlyArrived
  return (
    <Tiles>
      <StatTile
        label={t('tiles.newArrivals')}
        value={count(newlyArrived.people)}
        detail={t('tiles.groups', { count: newlyArrived.groups })}
      />
      {newlyArrived.byKind.map(({ code, people, percent }) => (
        <StatTile
          key={code}
          label={labels.label({ key: code })}
          value={count(people)}
          detail={percentTenths(percent)}
        />
      ))}
      <StatTile
        label={t('tiles.childrenAlone')}
        value={count(children.alone)}
        detail={t('tiles.ofChildren', { count: children.total })}
      />
      <StatTile
        label={t('tiles.met')}
        value={count(peopleMet)}
        detail={t('tiles.seenAgain', { number: count(seenAgain.people) })}
      />
      <StatTile
        label={t('tiles.urgent')}
        value={count(urgent.length)}
        isUrgent={toCheck.urgentNotReferred.length > 0}
        detail={t('tiles.notReferred', { number: count(toCheck.urgentNotReferred.length) })}
      />
      <StatTile
        label={t('tiles.open')}
        value={count(referrals.open)}
        detail={t('tiles.ofReferrals', { number: count(referrals.total) })}
      />
      <StatTile
        label={t('tiles.overdue')}
        value={count(referrals.overdue.length + referrals.overdueFromBefore.length)}
        detail={t('tiles.fromBefore', { number: count(referrals.overdueFromBefore.length) })}
      />
    </Tiles>
  )
}
