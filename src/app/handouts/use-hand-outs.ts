// What a worker can do with relief items.
import { perDesk } from '#app/phone/per-desk.ts'
import { createHandOuts } from '#device/hand-outs.ts'

export const useHandOuts = perDesk(createHandOuts)
