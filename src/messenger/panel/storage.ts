import type { Pending } from './thread'
import type { Session } from './wire'

/** What this browser remembers of a channel. Nothing is written before the visitor wrote. */
export class Storage {
  constructor(private readonly channel: string) {}

  get session(): Session | null {
    return this.get<Session>('session')
  }

  set session(session: Session | null) {
    this.put('session', session)
  }

  /** Words that have not reached the server, so that a reload loses none. */
  get unsent(): Pending[] {
    const unsent = this.get<Pending[]>('unsent') ?? []
    // A picture's local address ended with the page it was chosen in.
    return unsent.map(message => ({ ...message, files: message.files.map(file => ({ ...file, url: null })) }))
  }

  set unsent(pending: Pending[]) {
    this.put('unsent', pending.length ? pending : null)
  }

  clear(): void {
    this.session = null
    this.unsent = []
  }

  private get<T>(key: string): T | null {
    try {
      return JSON.parse(localStorage.getItem(this.name(key)) ?? 'null') as T | null
    } catch {
      return null
    }
  }

  private put(key: string, value: unknown): void {
    try {
      if (value === null) localStorage.removeItem(this.name(key))
      else localStorage.setItem(this.name(key), JSON.stringify(value))
    } catch {
      // Storage refused (private window, blocked third party): the session lasts as long as the page.
    }
  }

  private name(key: string): string {
    return `relais/${this.channel}/${key}`
  }
}
