import type { Config, Language, Place, PreChat } from '../shared/protocol'
import type { Answers } from './answers'
import type { Api } from './api'
import type { Host } from './host'
import { keepLine, type LineState } from './line'
import { Outbox } from './outbox'
import { chime } from './sound'
import type { Storage } from './storage'
import { Tabs, type TabWord } from './tabs'
import { Thread } from './thread'
import { Refusal, type Session, type StreamEvent, type WireFile } from './wire'

const Asked = 'prechat.'

export type Problem = 'signIn' | 'expired' | 'gone'

/** One visitor's conversation in this tab: who he is, what was said, and the line to the server. */
export class Messenger {
  readonly thread = new Thread()
  line: LineState = 'connecting'
  problem: Problem | null = null
  ready = false
  session: Session | null = null
  identified = false
  /** Where the visitor stands; told with each message. */
  place: Place | null = null
  /** What he answered before his first message; it travels with it. */
  answers: Answers | null = null
  private asksAgain = false
  private visible = false
  private tabs: Tabs | null = null
  private living = new AbortController()
  private entering: Promise<void> | null = null
  private readonly outbox = new Outbox(this.thread, message => this.deliver(message), () => this.change())

  constructor(
    public config: Config,
    readonly language: Language,
    private readonly api: Api,
    private readonly storage: Storage,
    private readonly host: Host,
    private readonly redraw: () => void,
  ) {}

  async start(identified: boolean): Promise<void> {
    this.identified = identified
    const remembered = this.storage.session
    for (const message of this.storage.unsent) this.thread.write(message)
    if (remembered) this.adopt(remembered)
    if (identified) await this.signIn()
    else this.problem = this.config.identityRequired ? 'signIn' : null
    if (this.session && !this.session.verified && !this.problem) await this.resume()
    this.ready = true
    this.change()
    if (this.session) void this.outbox.flush()
  }

  /** The site says who is there: an anonymous conversation of this browser joins that person's. */
  async signIn(): Promise<void> {
    const token = await this.host.token()
    this.identified = !!token
    this.problem = !token && this.config.identityRequired ? 'signIn' : null
    if (!token) return this.change()
    try {
      const session = await this.api.enter(token, this.language)
      this.leaveLine()
      if (session.visitor !== this.session?.visitor) this.thread.clear()
      this.storage.session = null
      this.adopt(session)
      await this.resume()
      void this.outbox.flush()
    } catch (reason) {
      this.stumble(reason)
    }
    this.change()
  }

  async signOut(): Promise<void> {
    this.identified = false
    this.leaveLine()
    const leaving = this.session ? this.api.leave().catch(() => undefined) : null
    this.session = this.api.token = this.answers = null
    this.asksAgain = false
    this.thread.clear()
    this.thread.pending.clear()
    this.storage.clear()
    this.host.tell({ type: 'keep', on: false })
    this.problem = this.config.identityRequired ? 'signIn' : null
    await leaving
    this.change()
  }

  /** What this visitor must answer before he can write; null for nearly everybody, nearly always. */
  get asks(): PreChat | null {
    if (this.identified || this.session?.verified) return null
    return this.asksAgain || (!this.answers && !this.session && this.thread.isEmpty) ? this.config.preChat : null
  }

  answer(answers: Answers): void {
    this.answers = answers
    this.asksAgain = false
    for (const message of this.thread.pending.values()) if (message.reason?.startsWith(Asked)) this.thread.settle(message.clientId, 'sending')
    this.change()
    void this.outbox.flush()
  }

  write(text: string, files: WireFile[]): void {
    this.thread.write({ clientId: crypto.randomUUID(), text, files, at: Date.now(), state: 'sending', reason: null })
    this.change()
    void this.outbox.flush()
  }

  retry(clientId: string): void {
    this.thread.settle(clientId, 'sending')
    this.change()
    void this.outbox.flush()
  }

  async upload(file: File, progress: (part: number) => void): Promise<WireFile> {
    await this.enter()
    return this.api.upload(file, progress)
  }

  typing(on: boolean): void {
    if (this.session) this.api.typing(on).catch(() => undefined)
  }

  async older(): Promise<void> {
    const before = this.thread.before
    if (!before) return
    this.thread.prepend(await this.api.history(before))
    this.change()
  }

  show(visible: boolean): void {
    this.visible = visible
    this.look()
  }

  /** What is on the screen of somebody who looks is read. */
  look(): void {
    if (!this.visible || document.visibilityState !== 'visible' || !this.session) return
    const last = this.thread.look()
    if (!last) return this.change()
    this.api.read(last.id).catch(() => undefined)
    this.tabs?.say({ type: 'read', at: Date.parse(last.at) })
    this.change()
  }

  private enter(): Promise<void> {
    if (this.session) return Promise.resolve()
    this.entering ??= (async () => {
      this.adopt(await this.api.enter(null, this.language))
      await this.resume()
    })().finally(() => (this.entering = null))
    return this.entering
  }

  private async deliver(message: { clientId: string; text: string; files: WireFile[] }): Promise<void> {
    // What stands after the question mark may be secret: it goes no further than this frame.
    const place = this.place && { url: this.place[0].split(/[?#]/)[0]!, title: this.place[1], language: navigator.language }
    const letter = { clientId: message.clientId, text: message.text, uploadIds: message.files.map(file => file.id), place, answers: this.answers }
    try {
      await this.enter()
      await this.api.send(letter)
    } catch (reason) {
      if (reason instanceof Refusal && reason.code.startsWith(Asked)) await this.askAgain()
      if (!(reason instanceof Refusal) || reason.status !== 401) throw reason
      await this.renew()
      await this.api.send(letter)
    }
    if (!this.session?.verified) this.storage.session = this.session
    this.host.tell({ type: 'keep', on: true })
    this.host.tell({ type: 'message', direction: 'in' })
  }

  /** The shop asks something else than when this page was opened: nothing of the message is lost, it waits for the answers. */
  private async askAgain(): Promise<void> {
    this.config = await this.api.config().catch(() => this.config)
    this.asksAgain = true
  }

  /** The session has run out: a known person proves himself again, an unknown one begins anew. */
  private async renew(): Promise<void> {
    const known = this.identified
    this.leaveLine()
    this.session = this.api.token = null
    if (known) await this.signIn()
    else await this.enter()
    if (known && !this.session) this.problem = 'expired'
    this.change()
    if (!this.session) throw new Refusal(403, 'refused')
  }

  private adopt(session: Session): void {
    this.session = session
    this.api.token = session.token
    this.living = new AbortController()
    this.tabs = new Tabs(`${location.pathname}/${session.visitor}`, word => this.hearTab(word))
  }

  private leaveLine(): void {
    this.living.abort()
    this.tabs?.close()
    this.tabs = null
  }

  private async resume(): Promise<void> {
    try {
      this.thread.load(await this.api.history())
    } catch (reason) {
      if (!(reason instanceof Refusal) || !reason.passing) return this.stumble(reason)
      // The stream tries again with patience, and its first answer fills the page.
    }
    this.look()
    void this.tabs?.lead(this.living.signal, () => this.holdLine())
  }

  private holdLine(): Promise<void> {
    return keepLine(
      this.api,
      {
        position: () => this.thread.position,
        hear: (event, position) => this.hear(event, position),
        state: state => (this.setLine(state), this.tabs?.say({ type: 'line', state })),
        refused: () => void this.renew().catch(reason => this.stumble(reason)),
      },
      this.living.signal,
    )
  }

  private hear(event: StreamEvent, position: number | null): void {
    this.tabs?.say({ type: 'event', event, position })
    this.apply(event, position)
    const fresh = this.thread.undelivered()
    if (event.type === 'message' && fresh.length) this.api.delivered(fresh).catch(() => undefined)
  }

  private hearTab(word: TabWord): void {
    if (word.type === 'event') this.apply(word.event, word.position)
    if (word.type === 'line') this.setLine(word.state)
    if (word.type === 'read') this.thread.readUntil(word.at)
    if (word.type === 'hello' && this.tabs?.leads) this.tabs.say({ type: 'line', state: this.line })
    this.change()
  }

  private apply(event: StreamEvent, position: number | null): void {
    if (event.type === 'reset') return void this.reload()
    const answer = this.thread.apply(event, position, Date.now())
    if (answer) this.host.tell({ type: 'message', direction: 'out' })
    if (answer) this.look()
    // A little later, another tab may have said that somebody is reading there.
    if (answer && this.tabs?.leads) setTimeout(() => this.thread.unread().length && chime(), 400)
    if (event.type !== 'ping') this.change()
  }

  private async reload(): Promise<void> {
    const page = await this.api.history().catch(() => null)
    if (!page) return
    this.thread.clear()
    this.thread.load(page)
    this.look()
  }

  private setLine(state: LineState): void {
    this.line = state
    this.redraw()
  }

  private stumble(reason: unknown): void {
    const status = reason instanceof Refusal ? reason.status : 0
    if (status === 401) this.problem = this.identified || this.config.identityRequired ? 'expired' : null
    if (status === 401 && !this.identified) this.storage.session = this.session = this.api.token = null
    if (status === 403) this.problem = 'signIn'
    if (status === 404) this.problem = 'gone'
  }

  private change(): void {
    const unread = this.thread.unread()
    const last = unread.at(-1)
    this.host.tell({ type: 'unread', count: unread.length, name: last?.author ?? this.config.businessName, text: last?.text ?? '' })
    this.storage.unsent = this.storage.session || this.session?.verified ? [...this.thread.pending.values()].filter(message => message.state !== 'sent') : []
    this.redraw()
  }
}
