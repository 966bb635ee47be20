import type { StreamEvent, WireFile, WireMessage } from './wire'

export type OwnState = 'sending' | 'sent' | 'seen' | 'failed'

/** A line of the conversation as it is shown. */
export interface Entry {
  key: string
  id: string | null
  mine: boolean
  author: string | null
  text: string
  files: WireFile[]
  at: number
  state: OwnState | null
  reason: string | null
  choices?: string[] | null
}

/** Written here and not yet heard back from the server. */
export interface Pending {
  clientId: string
  text: string
  files: WireFile[]
  at: number
  state: 'sending' | 'sent' | 'failed'
  reason: string | null
}

/** What is known of the conversation. Applying the same thing twice changes nothing. */
export class Thread {
  readonly pending = new Map<string, Pending>()
  position = 0
  before: string | null = null
  typing: { name: string | null; until: number } | null = null
  private readonly messages = new Map<string, WireMessage>()
  private seenAt = 0
  private readAt = 0

  /** The newest page. What happened after it is behind its position, in the stream. */
  load(page: { items: WireMessage[]; before: string | null; position: number; seenAt: string | null }): void {
    this.position = Math.max(this.position, page.position)
    this.prepend(page)
    if (page.seenAt) this.seen(page.seenAt)
  }

  /** Forgets what the server told; what is still to be sent stays. */
  clear(): void {
    this.messages.clear()
    this.position = this.seenAt = this.readAt = 0
    this.typing = this.before = null
  }

  prepend(page: { items: WireMessage[]; before: string | null }): void {
    this.before = page.before
    for (const message of page.items) this.put(message)
  }

  /** Returns the message when it is one of ours to them, and new here. */
  apply(event: StreamEvent, position: number | null, now: number): WireMessage | null {
    if (position !== null) this.position = Math.max(this.position, position)
    if (event.type === 'typing') this.typing = event.on ? { name: event.name, until: now + 7000 } : null
    if (event.type === 'read') this.seen(event.at)
    if (event.type !== 'message') return null

    const fresh = !this.messages.has(event.message.id)
    this.put(event.message)
    if (event.message.direction === 'out') this.typing = null
    return fresh && event.message.direction === 'out' ? event.message : null
  }

  write(message: Pending): void {
    if (!this.has(message.clientId)) this.pending.set(message.clientId, message)
  }

  settle(clientId: string, state: Pending['state'], reason: string | null = null): void {
    const pending = this.pending.get(clientId)
    if (pending) this.pending.set(clientId, { ...pending, state, reason })
  }

  /** The visitor looked: returns the newest of our messages that he had not seen, to be told to the server. */
  look(): WireMessage | null {
    const last = [...this.unread()].at(-1)
    if (last) this.readAt = Date.parse(last.at)
    return last ?? null
  }

  readUntil(at: number): void {
    this.readAt = Math.max(this.readAt, at)
  }

  unread(): WireMessage[] {
    return this.ordered().filter(message => message.direction === 'out' && message.delivery !== 'read' && Date.parse(message.at) > this.readAt)
  }

  undelivered(): string[] {
    return [...this.messages.values()].filter(message => message.delivery === 'sent').map(message => message.id)
  }

  get isEmpty(): boolean {
    return this.messages.size === 0 && this.pending.size === 0
  }

  entries(): Entry[] {
    return [
      ...this.ordered().map(message => this.entryOf(message)),
      ...[...this.pending.values()].map(({ clientId, ...rest }) => ({ ...rest, key: clientId, id: null, mine: true, author: null })),
    ]
  }

  private has(clientId: string): boolean {
    return [...this.messages.values()].some(message => message.clientId === clientId)
  }

  private put(message: WireMessage): void {
    this.messages.set(message.id, message)
    if (message.clientId) this.pending.delete(message.clientId)
  }

  private seen(at: string): void {
    this.seenAt = Math.max(this.seenAt, Date.parse(at))
  }

  private ordered(): WireMessage[] {
    return [...this.messages.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
  }

  private entryOf(message: WireMessage): Entry {
    const at = Date.parse(message.at)
    const mine = message.direction === 'in'
    return {
      key: message.clientId ?? message.id,
      id: message.id,
      mine,
      author: message.author,
      text: message.text,
      files: message.files,
      at,
      state: mine ? (at <= this.seenAt ? 'seen' : 'sent') : null,
      reason: null,
      choices: message.choices ?? null,
    }
  }
}
