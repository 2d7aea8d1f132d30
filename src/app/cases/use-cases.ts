// What a worker can do with cases.
import { perDesk } from '#app/phone/per-desk.ts'
import { createCases } from '#device/cases.ts'

export const useCases = perDesk(createCases)
