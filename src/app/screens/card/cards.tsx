// Both screens of cards, fetched as one: a card for a service, or the check of one that was brought.
import { useParams } from 'react-router'
import { CheckCard } from '#app/screens/card/check-card.tsx'
import { GiveCard } from '#app/screens/card/give-card.tsx'

export const Cards = () => (useParams()['id'] === undefined ? <CheckCard /> : <GiveCard />)
