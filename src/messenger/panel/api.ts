import type { Config } from '../shared/protocol'
import type { Answers } from './answers'
import { Refusal, type Page, type Session, type WireFile } from './wire'

/** The doors of one channel. The token travels in a header only, never in an address. */
export class Api {
  token: string | null = null

  constructor(private readonly root: string) {}

  config(): Promise<Config> {
    return this.ask('GET', 'config')
  }

  /** A new anonymous visitor, or the person an identity token names; with a token of before, both become one. */
  enter(identity: string | null, language: string): Promise<Session> {
    return this.ask('POST', 'visitors', { identity, language })
  }

  leave(): Promise<void> {
    return this.ask('DELETE', 'visitors')
  }

  history(before: string | null = null): Promise<Page> {
    return this.ask('GET', `messages?limit=40${before ? `&before=${encodeURIComponent(before)}` : ''}`)
  }

  send(message: { clientId: string; text: string; uploadIds: string[]; place: { url: string; title: string; language: string } | null; answers: Answers | null }): Promise<void> {
    return this.ask('POST', 'messages', message)
  }

  typing(on: boolean): Promise<void> {
    return this.ask('POST', 'typing', { on })
  }

  read(messageId: string): Promise<void> {
    return this.ask('POST', 'read', { messageId })
  }

  delivered(messageIds: string[]): Promise<void> {
    return this.ask('POST', 'delivered', { messageIds })
  }

  async stream(after: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const answer = await this.call('stream', {
      headers: { ...this.headers(), Accept: 'text/event-stream', 'Last-Event-ID': String(after) },
      cache: 'no-store',
      signal,
    })
    return answer.body!
  }

  /** fetch cannot tell how much has left, so a file goes by XMLHttpRequest. */
  upload(file: File, progress: (part: number) => void): Promise<WireFile> {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest()
      const form = new FormData()
      form.append('file', file, file.name)
      request.open('POST', this.root + 'uploads')
      for (const [name, value] of Object.entries(this.headers())) request.setRequestHeader(name, value)
      request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total)
      request.onerror = () => fail(new Refusal(0, 'offline'))
      request.onload = () =>
        request.status < 300
          ? done(JSON.parse(request.responseText) as WireFile)
          : fail(new Refusal(request.status, codeIn(request.responseText)))
      request.send(form)
    })
  }

  private headers(): Record<string, string> {
    return this.token ? { Authorization: `Bearer ${this.token}` } : {}
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = body === undefined ? this.headers() : { ...this.headers(), 'Content-Type': 'application/json' }
    const answer = await this.call(path, { method, headers, cache: 'no-store', ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const text = await answer.text()
    return (text ? JSON.parse(text) : undefined) as T
  }

  private async call(path: string, init: RequestInit): Promise<Response> {
    const answer = await fetch(this.root + path, { ...init, credentials: 'omit' }).catch((reason: Error) => {
      if (reason.name === 'AbortError') throw reason
      throw new Refusal(0, 'offline')
    })
    if (answer.ok) return answer
    throw new Refusal(answer.status, codeIn(await answer.text()), Number(answer.headers.get('Retry-After')) || 0)
  }
}

function codeIn(text: string): string {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? 'refused'
  } catch {
    return 'refused'
  }
}
