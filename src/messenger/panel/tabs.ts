import type { LineState } from './line'
import type { StreamEvent } from './wire'

export type TabWord =
  | { type: 'event'; event: StreamEvent; position: number | null }
  | { type: 'line'; state: LineState }
  | { type: 'read'; at: number }
  | { type: 'hello' }

/** Several tabs of one visitor: one of them holds the stream, all hear it. */
export class Tabs {
  private readonly radio: BroadcastChannel | null
  leads = false

  constructor(private readonly name: string, hear: (word: TabWord) => void) {
    this.radio = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null
    if (this.radio) this.radio.onmessage = (message: MessageEvent<TabWord>) => hear(message.data)
    this.say({ type: 'hello' })
  }

  say(word: TabWord): void {
    this.radio?.postMessage(word)
  }

  close(): void {
    this.radio?.close()
  }

  /** Runs while this tab leads: at once where there are no locks, else as soon as the one that leads is closed. */
  async lead(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    const run = async () => {
      if (signal.aborted) return
      this.leads = true
      await work().finally(() => (this.leads = false))
    }
    if (!navigator.locks) return run()
    await navigator.locks.request(this.name, { signal }, run).catch((reason: Error) => {
      if (reason.name !== 'AbortError') throw reason
    })
  }
}
