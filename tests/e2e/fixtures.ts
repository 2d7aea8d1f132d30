// What every browser test starts from. Tests import `test` and `expect` from here.
import { test as base, expect } from '@playwright/test'
import { type Complaints, createComplaints } from '#tests/e2e/complaints.ts'
import { joinTeam } from '#tests/e2e/world/acts.ts'
import { createTestPhone, type Size, type TestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer, type TestServer } from '#tests/e2e/world/server.ts'

type Fixtures = {
  /** Fails the test when a browser complained unexpectedly. */
  readonly complaints: Complaints
  /** A team's server with everything a first start sets up, already running. */
  readonly server: TestServer
  /** A phone that is open on Susret and has not joined. */
  readonly openPhone: (size?: Size) => Promise<TestPhone>
  /** A phone that has joined the team and stands on Today. */
  readonly joinPhone: (role: 'worker' | 'lead' | 'translator', size?: Size) => Promise<TestPhone>
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({}, provide) => {
      const complaints = createComplaints()
      await provide(complaints)
      expect(complaints.unexpected(), 'unexpected console errors or faults').toEqual([])
    },
    { auto: true }
  ],
  server: async ({}, provide) => {
    const server = await createTestServer()
    await server.start()
    await provide(server)
    await server.dispose()
  },
  openPhone: async ({ server, complaints }, provide, testInfo) => {
    const phones: TestPhone[] = []
    await provide(async (size) => {
      const phone = await createTestPhone(server.url, complaints, { size })
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
  joinPhone: async ({ server, openPhone }, provide) => {
    await provide(async (role, size) => {
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
