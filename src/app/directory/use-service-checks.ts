// What a worker can say of a service where it stands.
import { perDesk } from '#app/phone/per-desk.ts'
import { createServiceChecks } from '#device/service-checks.ts'

export const useServiceChecks = perDesk(createServiceChecks)
