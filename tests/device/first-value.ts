import type { Observable } from 'dexie'

/** What a live query finds now. */
export const firstValueFrom = <Value>(found: Observable<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const subscription = found.subscribe({
      next: (value) => {
        queueMicrotask(() => subscription.unsubscribe())
        resolve(value)
      },
      error: reject
    })
  })
