// The real server in a process of its own, on SQLite, flushing to disk, with the bench's page for an app.
import { createTestServer } from '#tests/e2e/world/server.ts'

export const startOurServer = async (folder: string, publicUrl: string) => {
  const server = await createTestServer({ SUSRET_APP: folder, SUSRET_PUBLIC_URL: publicUrl, SUSRET_LOG_LEVEL: 'error' })
  await server.start()
  return {
    url: server.url,
    /** Each phone needs an invite of its own. */
    settings: async () => (await server.invite('worker')).split('#/join/')[1] ?? '',
    count: async () => {
      const rows = (await server.command('devices')).split('\n').filter((line) => line.includes('worker'))
      return rows.reduce((sum, row) => sum + Number(row.split(/\s{2,}/)[4]), 0)
    },
    dispose: server.dispose
  }
}
