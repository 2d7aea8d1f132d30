// Which screen an address shows. The door comes with the first load; each screen when it is first opened, from the cache
// the service worker keeps, and the two that follow the door while the passphrase is still being typed.
import { type ReactElement, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { RemindersOn } from '#app/cases/reminders-on.tsx'
import type { Phase } from '#app/phone/phone.ts'
import { Starting } from '#app/screens/unlock/starting.tsx'
import { UnlockPhone } from '#app/screens/unlock/unlock-phone.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { lazyScreen } from '#app/shell/lazy-screen.tsx'

const LogArrival = lazyScreen(async () => (await import('#app/screens/new-arrival/log-arrival.tsx')).LogArrival)
const Today = lazyScreen(async () => (await import('#app/screens/today/today.tsx')).Today)
const JoinTeam = lazyScreen(async () => (await import('#app/screens/join/join-team.tsx')).JoinTeam)
const GetReady = lazyScreen(async () => (await import('#app/screens/join/get-ready.tsx')).GetReady)
const PhoneGone = lazyScreen(async () => (await import('#app/screens/unlock/phone-gone.tsx')).PhoneGone)
const UpgradeBlocked = lazyScreen(async () => (await import('#app/screens/unlock/upgrade-blocked.tsx')).UpgradeBlocked)
const FindPeople = lazyScreen(async () => (await import('#app/screens/people/find-people.tsx')).FindPeople)
const SeeRecord = lazyScreen(async () => (await import('#app/screens/record/see-record.tsx')).SeeRecord)
const FindService = lazyScreen(async () => (await import('#app/screens/services/find-service.tsx')).FindService)
const ServiceDetails = lazyScreen(
  async () => (await import('#app/screens/services/service-details.tsx')).ServiceDetails
)
const SeeDirectory = lazyScreen(async () => (await import('#app/screens/directory/see-directory.tsx')).SeeDirectory)
const EditEntry = lazyScreen(async () => (await import('#app/screens/directory/edit-entry.tsx')).EditEntry)
const ReferPerson = lazyScreen(async () => (await import('#app/screens/refer/refer-person.tsx')).ReferPerson)
const TalkHome = lazyScreen(async () => (await import('#app/screens/talk/talk-home.tsx')).TalkHome)
const PhraseCard = lazyScreen(async () => (await import('#app/screens/talk/phrase-card.tsx')).PhraseCard)
const PointToLanguage = lazyScreen(
  async () => (await import('#app/screens/talk/point-to-language.tsx')).PointToLanguage
)
const NeedsBoard = lazyScreen(async () => (await import('#app/screens/talk/needs-board.tsx')).NeedsBoard)
const Interpreters = lazyScreen(async () => (await import('#app/screens/talk/interpreters.tsx')).Interpreters)
const KnowOptions = lazyScreen(async () => (await import('#app/screens/options/know-options.tsx')).KnowOptions)
const SeeTopic = lazyScreen(async () => (await import('#app/screens/options/see-topic.tsx')).SeeTopic)
const OnThisPhone = lazyScreen(async () => (await import('#app/screens/phone/on-this-phone.tsx')).OnThisPhone)
const Cards = lazyScreen(async () => (await import('#app/screens/card/cards.tsx')).Cards)
const CorrectWords = lazyScreen(async () => (await import('#app/screens/words/correct-words.tsx')).CorrectWords)
const ActUnwritten = lazyScreen(async () => (await import('#app/screens/act/act-unwritten.tsx')).ActUnwritten)
const ActNow = lazyScreen(async () => (await import('#app/screens/act/act-now.tsx')).ActNow)
const PolicePaper = lazyScreen(async () => (await import('#app/screens/accompany/police-paper.tsx')).PolicePaper)
const UrgentBoard = lazyScreen(async () => (await import('#app/screens/board/urgent-board.tsx')).UrgentBoard)
const ReferralsToUs = lazyScreen(async () => (await import('#app/screens/partner/referrals-to-us.tsx')).ReferralsToUs)
const Referred = lazyScreen(async () => (await import('#app/screens/partner/referred.tsx')).Referred)
const TakeAccount = lazyScreen(async () => (await import('#app/screens/testimony/take-account.tsx')).TakeAccount)
const ReadAccounts = lazyScreen(async () => (await import('#app/screens/testimony/read-accounts.tsx')).ReadAccounts)
const HandOut = lazyScreen(async () => (await import('#app/screens/handouts/hand-out.tsx')).HandOut)
const StockOfTeam = lazyScreen(async () => (await import('#app/screens/handouts/stock-of-team.tsx')).StockOfTeam)
const PrintCards = lazyScreen(async () => (await import('#app/screens/person-cards/print-cards.tsx')).PrintCards)
const Shift = lazyScreen(async () => (await import('#app/screens/shift/shift.tsx')).Shift)
const HandOver = lazyScreen(async () => (await import('#app/screens/shift/hand-over.tsx')).HandOver)
const CountAtDawn = lazyScreen(async () => (await import('#app/screens/shift/count-at-dawn.tsx')).CountAtDawn)
const ReviewDay = lazyScreen(async () => (await import('#app/screens/review/review-day.tsx')).ReviewDay)
const SeeReport = lazyScreen(async () => (await import('#app/screens/report/see-report.tsx')).SeeReport)
const SeeChanges = lazyScreen(async () => (await import('#app/screens/changed/see-changes.tsx')).SeeChanges)
const SeeMap = lazyScreen(async () => (await import('#app/screens/map/see-map.tsx')).SeeMap)
const SaveFigures = lazyScreen(async () => (await import('#app/screens/export/save-figures.tsx')).SaveFigures)

/** Called when the door stands: by the time it opens, its room is there. */
export const prepareScreens = (): void => {
  void LogArrival.prepare()
  void Today.prepare()
}

/** In reach of everybody: of a team, of an organisation that helps, and at the door. */
const publicFacts = (show: (screen: ReactElement) => ReactElement = (screen) => screen) => (
  <>
    <Route path="/services" element={show(<FindService />)} />
    <Route path="/services/:id" element={show(<ServiceDetails />)} />
    <Route path="/talk" element={show(<TalkHome />)} />
    <Route path="/talk/cards/:id" element={show(<PhraseCard />)} />
    <Route path="/talk/languages" element={show(<PointToLanguage />)} />
    <Route path="/talk/needs" element={show(<NeedsBoard />)} />
    <Route path="/talk/interpreters/:language?" element={show(<Interpreters />)} />
    <Route path="/options" element={show(<KnowOptions />)} />
    <Route path="/options/:id" element={show(<SeeTopic />)} />
  </>
)

export const OpenRoutes = () => (useDesk().identity.role === 'partner' ? <PartnerRoutes /> : <TeamRoutes />)

const TeamRoutes = () => {
  // A scanned card opens the app with the card behind the #, which reaches no server.
  const { hash } = useLocation()
  return (
    <Suspense fallback={<Starting />}>
      <RemindersOn />
      <Routes>
        <Route path="/new" element={<LogArrival />} />
        <Route path="/people" element={<FindPeople />} />
        <Route path="/records/:id" element={<SeeRecord />} />
        {publicFacts()}
        <Route path="/refer/:id" element={<ReferPerson />} />
        <Route path="/act" element={<ActUnwritten />} />
        <Route path="/act/:id" element={<ActNow />} />
        <Route path="/police-paper/:id" element={<PolicePaper />} />
        <Route path="/board" element={<UrgentBoard />} />
        <Route path="/phone" element={<OnThisPhone />} />
        <Route path="/ready" element={<GetReady />} />
        <Route path="/card/:id?" element={<Cards />} />
        <Route path="/handouts" element={<HandOut />} />
        <Route path="/cards" element={<PrintCards />} />
        <Route path="/stock" element={<StockOfTeam />} />
        <Route path="/shift" element={<Shift />} />
        <Route path="/shift/hand-over" element={<HandOver />} />
        <Route path="/shift/dawn" element={<CountAtDawn />} />
        <Route path="/review" element={<ReviewDay />} />
        <Route path="/report" element={<SeeReport />} />
        <Route path="/changed" element={<SeeChanges />} />
        <Route path="/map" element={<SeeMap />} />
        <Route path="/directory" element={<SeeDirectory />} />
        <Route path="/directory/:kind/:id" element={<EditEntry />} />
        <Route path="/export" element={<SaveFigures />} />
        <Route path="/words" element={<CorrectWords />} />
        <Route path="/account" element={<TakeAccount />} />
        <Route path="*" element={hash.startsWith('#/card/') ? <Cards key={hash} /> : <Today />} />
      </Routes>
    </Suspense>
  )
}

/** What an organisation has that others refer to: its referrals, and what is public. Nothing of a team. */
const PartnerRoutes = () => {
  const { hash } = useLocation()
  return (
    <Suspense fallback={<Starting />}>
      <Routes>
        <Route path="/records/:id" element={<Referred />} />
        <Route path="/accounts" element={<ReadAccounts />} />
        {publicFacts()}
        <Route path="/phone" element={<OnThisPhone />} />
        <Route path="/ready" element={<GetReady />} />
        <Route path="/card/:id?" element={<Cards />} />
        <Route path="*" element={hash.startsWith('#/card/') ? <Cards key={hash} /> : <ReferralsToUs />} />
      </Routes>
    </Suspense>
  )
}

/** Public facts stay in reach while the phone is locked, or has not joined yet. `isHere`: the phone has been fetched. */
export const LockedRoutes = ({ phase, isHere }: { phase: Phase; isHere: boolean }) => {
  const fact = (screen: ReactElement) => (isHere ? screen : <Starting />)
  return (
    // Another key once the door is known: what stood there goes, and is not kept out of sight behind a second one like it.
    <Suspense key={phase === 'starting' ? 'unknown' : 'known'} fallback={<Starting />}>
      <Routes>
        {publicFacts(fact)}
        <Route path="*" element={<Door phase={phase} />} />
      </Routes>
    </Suspense>
  )
}

const Door = ({ phase }: { phase: Phase }) => {
  switch (phase) {
    case 'starting':
    case 'open':
      return <Starting />
    case 'new':
    case 'joining':
      return <JoinTeam />
    case 'locked':
      return <UnlockPhone />
    case 'wiped':
    case 'lost':
    case 'unreadable':
    case 'outdated':
      return <PhoneGone />
    case 'blocked':
      return <UpgradeBlocked />
  }
}
