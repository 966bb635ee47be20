/** How long to wait before try number n (from 1): doubling from half a second to half a minute, spread so that a thousand
 * widgets do not come back in the same instant. */
export function waitBefore(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(30_000, 500 * 2 ** (attempt - 1))
  return most / 2 + (random() * most) / 2
}

/** Sleeps, but wakes at once when the line is back or the call is off. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(done => {
    const wake = () => {
      clearTimeout(timer)
      removeEventListener('online', wake)
      signal?.removeEventListener('abort', wake)
      done()
    }
    const timer = setTimeout(wake, ms)
    addEventListener('online', wake)
    signal?.addEventListener('abort', wake)
  })
}
