// The address in both scripts of Serbian, the way in words, and the card for a taxi driver.
import { useState } from 'react'
import { Said } from '#app/directory/said.tsx'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/services/services.module.css'
import { Button } from '#app/ui/button.tsx'
import { Card, Section } from '#app/ui/card.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { Place } from '#domain/directory/directory.ts'
import { sayIn } from '#domain/directory/words.ts'
import { latinToCyrillic } from '#domain/serbian-script.ts'

export const Where = ({ places }: { places: readonly Place[] }) => {
  const t = useWords('services')
  return (
    <Section title={t('where')}>
      {places.length === 0 && <p>{t('noAddress')}</p>}
      {places.map((place) => (
        <WhereOne key={place.id} place={place} />
      ))}
    </Section>
  )
}

const WhereOne = ({ place }: { place: Place }) => {
  const t = useWords('services')
  const [isShown, setShown] = useState(false)
  const address = addressOf(place)
  return (
    <Card>
      <h3>
        <Said words={place.name} isName />
      </h3>
      {address === undefined ? (
        <p>{t('noAddress')}</p>
      ) : (
        <>
          <p className={styles.address} dir="ltr">
            <bdi lang="sr-Latn" dir="ltr">
              {address}
            </bdi>
            <bdi lang="sr-Cyrl" dir="ltr">
              {latinToCyrillic(address)}
            </bdi>
          </p>
          <Button icon="show" onClick={() => setShown(true)}>
            {t('showTaxi')}
          </Button>
          <Sheet title={t('showTaxi')} isOpen={isShown} onClose={() => setShown(false)} closeLabel={t('ui:close')}>
            <div className={styles.taxi} lang="sr-Cyrl" dir="ltr">
              <p>{sayIn(place.name, 'sr-Cyrl')}</p>
              <p>{latinToCyrillic(address)}</p>
            </div>
          </Sheet>
        </>
      )}
      {place.directions && (
        <p>
          <Said words={place.directions} />
        </p>
      )}
    </Card>
  )
}

/** With the city, unless the address names it already. */
export const addressOf = ({ address, city }: Place): string | undefined =>
  address === undefined || address.includes(city) ? address : `${address}, ${city}`
