// Every cut the teams' reports print, in the order they print them, and the organisation's own questions after them.
import { useLabels } from '#app/language/labels.ts'
import { useWords } from '#app/language/language-context.tsx'
import { AmongFigures, ChildrenFigures } from '#app/screens/review/children-figures.tsx'
import { CrossFigures } from '#app/screens/review/cross-figures.tsx'
import { SplitFigures } from '#app/screens/review/figures.tsx'
import { OwnQuestionFigures, ReachFigures, TimeFigures } from '#app/screens/review/group-figures.tsx'
import { LanguageDemandFigures } from '#app/screens/review/language-demand-figures.tsx'
import { FunnelFigures, ReferralFigures } from '#app/screens/review/referral-figures.tsx'
import { RegistrationFigures } from '#app/screens/review/registration-figures.tsx'
import { SeenAgainFigures } from '#app/screens/review/seen-again-figures.tsx'
import { ShortfallFigures } from '#app/screens/review/shortfall-figures.tsx'
import styles from '#app/screens/review/review-day.module.css'
import { ZONES } from '#domain/codes/zones.ts'
import type { Review } from '#domain/review/review.ts'

export const ReviewCuts = ({ review }: { review: Review }) => {
  const t = useWords('review')
  const report = useWords('report')
  const labels = useLabels()
  const { newlyArrived, seenAgain, referrals, needs, given, ownQuestions } = review
  const { groups } = newlyArrived
  const zoneLabel = (code: string) => {
    const zone = ZONES.find((known) => known === code)
    return zone === undefined ? t('common:answers.notSaid') : t(`codes:zones.${zone}`)
  }
  return (
    <div className={styles.cuts}>
      <SplitFigures title={report('who')} rows={newlyArrived.byKind} labelOf={(code) => labels.label({ key: code })} />
      <ChildrenFigures newlyArrived={newlyArrived} />
      <AmongFigures newlyArrived={newlyArrived} />
      <SplitFigures title={t('cuts.country')} rows={newlyArrived.byCountry} labelOf={labels.country} />
      <SplitFigures
        title={t('cuts.language')}
        rows={newlyArrived.byLanguage}
        labelOf={(code) => labels.code('languages', code)}
      />
      <SplitFigures
        title={t('cuts.route')}
        rows={newlyArrived.byRoute}
        labelOf={(code) => labels.code('routes', code)}
      />
      <SplitFigures title={t('cuts.zone')} rows={newlyArrived.byZone} labelOf={zoneLabel} />
      <TimeFigures arrived={newlyArrived} by="hour" />
      {newlyArrived.byDay.length > 1 && <TimeFigures arrived={newlyArrived} by="day" />}
      <ReachFigures
        title={t('cuts.needs')}
        rows={needs}
        groups={groups}
        labelOf={(code) => labels.code('needs', code)}
      />
      <ReachFigures
        title={t('cuts.given')}
        rows={given}
        groups={groups}
        labelOf={(code) => labels.code('quickServices', code)}
      />
      <LanguageDemandFigures languages={review.languages} />
      <SeenAgainFigures seenAgain={seenAgain} />
      <SplitFigures
        title={t('cuts.sleeping')}
        rows={newlyArrived.bySleeping}
        labelOf={(code) => labels.code('sleeping', code)}
      />
      <ReferralFigures referrals={referrals} />
      <RegistrationFigures rows={review.registrations} />
      <FunnelFigures funnel={review.funnel} />
      <ShortfallFigures review={review} />
      <CrossFigures review={review} />
      {ownQuestions.map((question) => (
        <OwnQuestionFigures key={question.question} question={question} groups={groups} />
      ))}
    </div>
  )
}
