/** What the server's doors say and take: the shapes of one visitor's view. */
export interface WireFile {
  id: string
  kind: 'image' | 'video' | 'audio' | 'document'
  name: string
  contentType: string
  size: number
  url: string | null
}

export interface WireMessage {
  id: string
  clientId: string | null
  direction: 'in' | 'out'
  author: string | null
  text: string
  files: WireFile[]
  at: string
  delivery: 'none' | 'sent' | 'delivered' | 'read'
  /** What may be answered with one press. */
  choices?: string[] | null
}

export interface Page {
  items: WireMessage[]
  before: string | null
  position: number
  seenAt: string | null
}

export type StreamEvent =
  | { type: 'message'; message: WireMessage }
  | { type: 'typing'; on: boolean; name: string | null }
  | { type: 'read'; at: string }
  | { type: 'reset' }
  | { type: 'ping' }

export interface Session {
  visitor: string
  token: string
  verified: boolean
}

/** The server said no, or could not be reached (status 0). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryAfter = 0,
  ) {
    super(code)
  }

  /** Whether the same words may be taken a little later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}
