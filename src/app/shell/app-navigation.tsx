// The same places at the bottom of every screen. Review stands in the rail of whoever leads.
import { useWords } from '#app/language/language-context.tsx'
import { useLocation } from 'react-router'
import { useDesk } from '#app/phone/use-phone.ts'
import { type Destination, Navigation } from '#app/ui/navigation.tsx'

export const AppNavigation = () => {
  const t = useWords('common')
  const { pathname } = useLocation()
  const { role } = useDesk().identity
  const isWorker = role === 'worker'
  const places: readonly Omit<Destination, 'isCurrent'>[] = [
    { href: '/', label: t('places.today'), icon: 'today' },
    { href: '/people', label: t('places.people'), icon: 'people' },
    { href: '/new', label: t('places.newArrival'), icon: 'plus', isMain: true },
    { href: '/services', label: t('places.services'), icon: 'hands' },
    isWorker
      ? { href: '/phone', label: t('places.onThisPhone'), icon: 'phone' }
      : { href: '/review', label: t('places.review'), icon: 'review' },
    ...(isWorker
      ? []
      : [
          { href: '/phone', label: t('places.onThisPhone'), icon: 'phone', isWideOnly: true } satisfies Omit<
            Destination,
            'isCurrent'
          >
        ])
  ]
  return (
    <Navigation
      label={t('places.label')}
      destinations={places.map((place) => ({
        ...place,
        isCurrent: place.href === '/' ? pathname === '/' : pathname.startsWith(place.href)
      }))}
    />
  )
}
