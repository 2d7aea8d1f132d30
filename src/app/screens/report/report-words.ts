// What the tables of a report are called, and what stands in their rows: the words the review and the lists have already.
import { useLabels } from '#app/language/labels.ts'
import { useWords } from '#app/language/language-context.tsx'
import { ITEM_CODES } from '#domain/codes/items.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { TALLY_CLASSES } from '#domain/codes/field-codes.ts'
import { ACCOMPANIMENT_STATES } from '#domain/records/accompaniment.ts'
import { REFERRAL_STATES } from '#domain/records/referral.ts'
import type { ReportTableName } from '#domain/review/report.ts'

type ReportWords = {
  titleOf: (table: ReportTableName) => string
  rowOf: (table: ReportTableName, code: string) => string
}

export const useReportWords = (): ReportWords => {
  const t = useWords('review')
  const report = useWords('report')
  const form = useWords('form')
  const handouts = useWords('handouts')
  const shift = useWords('shift')
  const accompany = useWords('accompany')
  const labels = useLabels()

  const titles: Record<ReportTableName, string> = {
    who: report('who'),
    children: shift('children'),
    country: t('cuts.country'),
    language: t('cuts.language'),
    route: t('cuts.route'),
    zone: t('cuts.zone'),
    sleeping: t('cuts.sleeping'),
    seenAgain: t('cuts.seenAgain'),
    sleptOut: report('sleptOut'),
    needs: t('cuts.needs'),
    given: t('cuts.given'),
    unmet: report('unmet'),
    handedOut: handouts('handedOut'),
    notThere: handouts('notThere'),
    referrals: t('cuts.referrals'),
    overdue: t('tiles.overdue'),
    registrations: t('codes:needs.reg_accompany'),
    interpreting: t('cuts.interpreting')
  }

  const item = (code: string) => {
    const [name, size] = code.split(' ')
    const known = ITEM_CODES.find((candidate) => candidate === name)
    return [known === undefined ? name : handouts(`items.${known}`), size].filter(Boolean).join(' · ')
  }
  const zone = (code: string) => {
    const known = ZONES.find((candidate) => candidate === code)
    return known === undefined ? t('common:answers.notSaid') : t(`codes:zones.${known}`)
  }
  const referralState = (code: string) =>
    t(`codes:referralStates.${REFERRAL_STATES.find((known) => known === code) ?? 'made'}`)
  const rows: Record<ReportTableName, (code: string) => string> = {
    who: (code) => labels.label({ key: code }),
    children: (code) => (code === 'alone' ? form('childrenAlone') : report('accompanied')),
    country: labels.country,
    language: (code) => labels.code('languages', code),
    route: (code) => labels.code('routes', code),
    zone,
    sleeping: (code) => labels.code('sleeping', code),
    seenAgain: (code) => t(`codes:tally.${TALLY_CLASSES.find((known) => known === code) ?? 'other'}`),
    sleptOut: zone,
    needs: (code) => labels.code('needs', code),
    given: (code) => labels.code('quickServices', code),
    unmet: (code) => labels.code('needs', code),
    handedOut: item,
    notThere: item,
    referrals: referralState,
    overdue: referralState,
    registrations: (code) => accompany(`states.${ACCOMPANIMENT_STATES.find((known) => known === code) ?? 'waiting'}`),
    interpreting: (code) => t(code === 'missing' ? 'codes:interpreting.missing' : 'codes:interpreting.interpreted')
  }
  return { titleOf: (table) => titles[table], rowOf: (table, code) => rows[table](code) }
}
