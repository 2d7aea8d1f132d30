// What every browser test starts from. Tests import `test` and `expect` from here.
import { test as base, expect } from '@playwright/test'
import { type Complaints, createComplaints } from '#tests/e2e/complaints.ts'

type Fixtures = {
  /** Fails the test when a browser complained unexpectedly. */
  readonly complaints: Complaints
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
  context: async ({ context, complaints }, provide) => {
    complaints.watch(context)
    await provide(context)
  }
})

export { expect }
