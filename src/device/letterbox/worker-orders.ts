// What a page may ask of the service worker, and the name its background delivery goes by.

export const LETTERBOX_TAG = 'letterbox'
export type WorkerOrder = 'carry' | 'take_over'
