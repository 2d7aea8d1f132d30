// What every browser test starts from. Tests import `test` and `expect` from here.
import { test as base, expect } from '@playwright/test'
import { type Complaints, createComplaints } from '#tests/e2e/complaints.ts'
import { joinTeam, unlock } from '#tests/e2e/world/acts.ts'
import { createJoinedBefore, type JoinedBefore, type Role } from '#tests/e2e/world/joined-before.ts'
import { createTestPhone, type Size, type TestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer, type TestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

type Fixtures = {
  /** Fails the test when a browser complained unexpectedly. */
  readonly complaints: Complaints
  /** A team's server with everything a first start sets up, already running. */
  readonly server: TestServer
  /** A phone that is open on Susret and has not joined. */
  readonly openPhone: (size?: Size, from?: string) => Promise<TestPhone>
  /** A phone that has joined the team and stands on Today; the first of an untouched team joined before and was opened again. */
  readonly joinPhone: (role: Role, size?: Size) => Promise<TestPhone>
}

type ProcessFixtures = { readonly joinedBefore: JoinedBefore }

export const test = base.extend<Fixtures, ProcessFixtures>({
  joinedBefore: [
    async ({}, provide) => {
      const joinedBefore = await createJoinedBefore()
      await provide(joinedBefore)
      await joinedBefore.dispose()
    },
    { scope: 'worker' }
  ],
  complaints: [
    async ({}, provide) => {
      const complaints = createComplaints()
      await provide(complaints)
      expect(complaints.unexpected(), 'unexpected console errors or faults').toEqual([])
    },
    { auto: true }
  ],
  server: async ({ joinedBefore }, provide) => {
    const server = await createTestServer({}, joinedBefore.port)
    await server.start()
    await provide(server)
    await server.dispose()
  },
  openPhone: async ({ server, complaints }, provide, testInfo) => {
    const phones: TestPhone[] = []
    await provide(async (size, from) => {
      const phone = await createTestPhone(server.url, complaints, { size, from })
      phones.push(phone)
      await phone.open()
      return phone
    })
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const [at, phone] of phones.entries()) {
        await phone.screenshot(testInfo.outputPath(`phone-${at + 1}.png`))
      }
    }
    await Promise.all(phones.map((phone) => phone.dispose()))
  },
  joinPhone: async ({ server, openPhone, joinedBefore }, provide) => {
    const goOn = async (role: Role, size: Size | undefined) => {
      await server.stop()
      const { data, profile } = await joinedBefore.as(role)
      await server.goOnFrom(data)
      const phone = await openPhone(size, profile)
      await unlock(phone.page())
      await expect(
        phone.page().getByRole('heading', { level: 1, name: wordsOf('en')('common:places.today') })
      ).toBeVisible()
      return phone
    }
    await provide(async (role, size) => {
      if (server.isUntouched()) return goOn(role, size)
      const phone = await openPhone(size)
      await joinTeam(phone.page(), await server.invite(role))
      return phone
    })
  },
  context: async ({ context, complaints }, provide) => {
    complaints.watch(context)
    await provide(context)
  }
})

export { expect }
