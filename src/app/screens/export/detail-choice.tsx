// How finely a file tells when, where and from which country.
import { useWords } from '#app/language/language-context.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { COUNTRY_DETAILS, type Detail, PLACES, TIMES } from '#domain/exports/detail.ts'

type DetailChoiceProps = { detail: Detail; hasCountries: boolean; onChange: (detail: Detail) => void }

export const DetailChoice = ({ detail, hasCountries, onChange }: DetailChoiceProps) => {
  const t = useWords('export')
  const tReview = useWords('review')
  return (
    <>
      <ChooseOne
        label={t('detail.label')}
        options={TIMES.map((value) => ({ value, label: t(`detail.${value}`) }))}
        value={detail.time}
        onChange={(time = detail.time) => onChange({ ...detail, time })}
      />
      <ChooseOne
        label={tReview('cuts.zone')}
        options={PLACES.map((value) => ({ value, label: t(`detail.${value}`) }))}
        value={detail.place}
        onChange={(place = detail.place) => onChange({ ...detail, place })}
      />
      {hasCountries && (
        <ChooseOne
          label={tReview('cuts.country')}
          options={COUNTRY_DETAILS.map((value) => ({ value, label: t(`detail.${value}`) }))}
          value={detail.country}
          onChange={(country = detail.country) => onChange({ ...detail, country })}
        />
      )}
    </>
  )
}
