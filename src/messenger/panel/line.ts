import type { Api } from './api'
import { pause, waitBefore } from './backoff'
import { Frames } from './sse'
import { Refusal, type StreamEvent } from './wire'

export type LineState = 'connecting' | 'open' | 'lost'

export interface LineEars {
  position(): number
  hear(event: StreamEvent, position: number | null): void
  state(state: LineState): void
  refused(): void
}

/** Silence longer than this means a dead line: the server says something every 20 seconds. */
const Silence = 45_000

/** Keeps the stream open: takes up where it stopped, for as long as it is not aborted. */
export async function keepLine(api: Api, ears: LineEars, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    ears.state(attempt > 2 ? 'lost' : 'connecting')
    try {
      await listen(api, ears, signal, () => (attempt = 0))
    } catch (reason) {
      if (signal.aborted) return
      if (reason instanceof Refusal && (reason.status === 401 || reason.status === 403)) return ears.refused()
    }
    if (signal.aborted) return
    ears.state(attempt > 1 || !navigator.onLine ? 'lost' : 'connecting')
    await pause(waitBefore(Math.max(1, attempt)), signal)
  }
}

async function listen(api: Api, ears: LineEars, signal: AbortSignal, opened: () => void): Promise<void> {
  const line = new AbortController()
  const hangUp = () => line.abort()
  signal.addEventListener('abort', hangUp)
  addEventListener('offline', hangUp)
  let watch = setTimeout(hangUp, Silence)
  try {
    const reader = (await api.stream(ears.position(), line.signal)).getReader()
    opened()
    ears.state('open')
    const frames = new Frames()
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(watch)
      watch = setTimeout(hangUp, Silence)
      for (const frame of frames.push(chunk.value)) {
        const body = (frame.data ? JSON.parse(frame.data) : {}) as object
        ears.hear({ ...body, type: frame.event } as StreamEvent, frame.id ? Number(frame.id) : null)
      }
    }
  } finally {
    clearTimeout(watch)
    signal.removeEventListener('abort', hangUp)
    removeEventListener('offline', hangUp)
  }
}
