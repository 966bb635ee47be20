import { pause, waitBefore } from './backoff'
import type { Pending, Thread } from './thread'
import { Refusal } from './wire'

const Tries = 8

/** Sends what was written, in the order it was written, one at a time. The client's id makes repeating harmless. */
export class Outbox {
  private busy = false

  constructor(
    private readonly thread: Thread,
    private readonly deliver: (message: Pending) => Promise<void>,
    private readonly changed: () => void,
  ) {}

  async flush(): Promise<void> {
    if (this.busy) return
    this.busy = true
    for (let next = this.next(); next; next = this.next()) await this.send(next)
    this.busy = false
  }

  private next(): Pending | undefined {
    return [...this.thread.pending.values()].find(message => message.state === 'sending')
  }

  private async send(message: Pending): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const refusal = await this.deliver(message).then(
        () => null,
        (reason: unknown) => (reason instanceof Refusal ? reason : new Refusal(500, 'refused')),
      )
      if (refusal?.passing && (attempt < Tries || !navigator.onLine)) {
        await pause(Math.max(refusal.retryAfter * 1000, waitBefore(attempt)))
        continue
      }
      this.thread.settle(message.clientId, refusal ? 'failed' : 'sent', refusal?.code ?? null)
      return this.changed()
    }
  }
}
