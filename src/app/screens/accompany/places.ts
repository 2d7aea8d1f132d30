// Where asylum is asked for, and which centre a certificate may name, as the directory has them; and each in words.
import { useSaid } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { ZONES } from '#domain/codes/zones.ts'

export type Choice = { readonly value: string; readonly label: string }

export const usePlaces = () => {
  const t = useWords('accompany')
  const said = useSaid()
  const directory = useDirectory()
  const { language } = useLanguage()
  const at = useClock()()

  return {
    /** Stations of the police, then areas: the law allows any station. */
    stations: (): Choice[] => [
      // The police register and do nothing else for people; a team that goes along has other services too.
      ...directory
        .servicesFor({ needs: ['reg_accompany'], at, namesIn: language })
        .filter(({ service }) => service.needs.length === 1)
        .flatMap(({ places }) => places.map(({ id, name }) => ({ value: id, label: said(name, true) }))),
      ...ZONES.map((zone) => ({ value: zone, label: t(`codes:zones.${zone}`) }))
    ],
    /** A bed for which one needs a paper. */
    centres: (): Choice[] =>
      directory
        .servicesFor({ needs: ['accommodation'], at, namesIn: language })
        .filter(({ service }) => service.papersNeeded !== undefined)
        .map(({ service }) => ({ value: service.id, label: said(service.name) })),
    /** A code that this phone does not know stands for itself. */
    wordOf: (code: string): string => {
      const entry = directory.findPlace(code) ?? directory.findService(code)
      return entry === undefined
        ? t(`codes:zones.${code}` as 'codes:zones.parks', { defaultValue: code })
        : said(entry.name, entry.kind === 'place')
    }
  }
}
