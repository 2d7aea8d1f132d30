// The same places at the bottom of every screen. A rail has room for more: Review for whoever leads, which a phone has
// on Today, and this phone's own page, which the pill above opens.
import { useWords } from '#app/language/language-context.tsx'
import { useLocation } from 'react-router'
import { useDesk } from '#app/phone/use-phone.ts'
import { type Destination, Navigation } from '#app/ui/navigation.tsx'

export const AppNavigation = () => {
  const t = useWords('common')
  const record = useWords('record')
  const { pathname } = useLocation()
  const { role } = useDesk().identity
  const places: readonly Omit<Destination, 'isCurrent'>[] =
    role === 'partner'
      ? [
          { href: '/', label: record('referrals'), icon: 'send' },
          { href: '/services', label: t('places.services'), icon: 'hands' },
          { href: '/talk', label: t('places.talk'), icon: 'speech' },
          { href: '/phone', label: t('places.onThisPhone'), icon: 'phone' }
        ]
      : [
          { href: '/', label: t('places.today'), icon: 'today' },
          { href: '/people', label: t('places.people'), icon: 'people' },
          { href: '/new', label: t('places.newArrival'), icon: 'plus', isMain: true },
          { href: '/services', label: t('places.services'), icon: 'hands' },
          { href: '/talk', label: t('places.talk'), icon: 'speech' },
          ...(role === 'worker' ? [] : [wideOnly({ href: '/review', label: t('places.review'), icon: 'review' })]),
          wideOnly({ href: '/phone', label: t('places.onThisPhone'), icon: 'phone' })
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

const wideOnly = (place: Omit<Destination, 'isCurrent'>) => ({ ...place, isWideOnly: true })
