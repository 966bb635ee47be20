import type { PreChat } from '../../shared/protocol'
import type { Messenger } from '../messenger'
import { closedLabel, initials } from '../format'
import { reasonFor, type Translate } from '../texts'
import { Composer } from './composer'
import { h, icon, round } from './dom'
import { showPicture } from './lightbox'
import { Log } from './log'
import { Questions } from './questions'
import { Follow } from './scroll'
import { paint } from './theme'

/** The whole panel: top, messages, notices, composer. */
export class Panel {
  readonly composer: Composer
  private readonly root: HTMLElement
  private readonly log: Log
  private readonly follow: Follow
  private readonly talking = h('p', { class: 'talking' })
  private readonly notice = h('p', { class: 'notice', role: 'status' })
  private readonly complaint = h('p', { class: 'notice bad', role: 'alert' })
  private readonly typing = h('div', { class: 'typing', role: 'status' })
  private readonly newer: HTMLButtonElement
  private readonly earlier: HTMLButtonElement
  private readonly title: HTMLElement
  private readonly choices = h('div', { class: 'choices' })
  private readonly asking = h('div', { class: 'asking' })
  private questions: Questions | null = null
  private asked: PreChat | null = null
  private isPhone = false
  private loadingOlder = false
  private wasLost = false
  private last: string | null = null

  constructor(
    private readonly messenger: Messenger,
    private readonly t: Translate,
    close: () => void,
  ) {
    const { config, language } = messenger
    this.log = new Log({
      t,
      language,
      preview: (file, from) => showPicture(file, from, t),
      retry: clientId => messenger.retry(clientId),
      reason: code => reasonFor(t, code ?? '', { max: config.maxText, name: '' }),
    })
    this.composer = new Composer(config, language, t, {
      write: (text, files) => (messenger.write(text, files), this.follow.toEnd(true)),
      typing: on => messenger.typing(on),
      upload: (file, progress) => messenger.upload(file, progress),
      complain: sentence => this.complain(sentence),
    })
    this.title = h('h1', { id: 'title', tabindex: '-1' }, config.businessName)
    this.newer = h('button', { type: 'button', class: 'newer', click: () => this.follow.toEnd(true) }, icon('down'), t('newer'))
    this.earlier = h('button', { type: 'button', class: 'earlier', click: () => void this.older() }, t('earlier'))
    const box = h('div', { class: 'log', tabindex: '0', 'aria-label': t('conversation'), role: 'region' }, this.earlier, this.welcome(), this.log.element, this.typing)
    this.follow = new Follow(box, atEnd => (this.newer.hidden = atEnd || this.newer.hidden), () => void this.older())
    this.newer.hidden = true
    this.root = h('main', { class: 'panel empty', 'aria-labelledby': 'title' }, this.top(close), h('div', { class: 'middle' }, box, this.newer), this.choices, this.asking, this.notice, this.complaint, this.composer.element, h('div', { class: 'drop', 'aria-hidden': 'true' }, icon('attach'), t('drop')))
    this.takeDrops()
    paint(document.documentElement, config.colors)
    document.body.replaceChildren(this.root)
    this.root.addEventListener('keydown', event => event.key === 'Escape' && close())
  }

  focus(phone: boolean): void {
    this.isPhone = phone
    // On a phone the keyboard would cover half of what there is to read.
    if (phone) this.title.focus()
    else (this.questions ?? this.composer.field).focus()
  }

  /** What the newest message may be answered with, by one press. */
  private offer(labels: string[]): void {
    if (this.choices.dataset.labels === labels.join('\n')) return
    this.choices.dataset.labels = labels.join('\n')
    this.choices.replaceChildren(...labels.map(label => h('button', { type: 'button', dir: 'auto', click: () => (this.messenger.write(label, []), this.follow.toEnd(true), this.composer.field.focus()) }, label)))
  }

  draw(): void {
    const { messenger, t } = this
    const { thread } = messenger
    const now = Date.now()
    const entries = thread.entries()
    this.root.classList.toggle('empty', thread.isEmpty && messenger.ready)
    this.root.classList.toggle('waiting', !messenger.ready)
    this.earlier.hidden = !thread.before
    this.follow.around(() => (this.log.draw(entries, now), this.drawTyping(now)))
    const newest = entries.at(-1)
    if (newest && newest.key !== this.last && !newest.mine && !this.follow.following) this.newer.hidden = false
    this.last = newest?.key ?? null
    this.offer(newest?.choices ?? [])
    const agent = entries.findLast(entry => !entry.mine && entry.author)?.author
    this.talking.textContent = closedLabel(messenger.config.openings, now, messenger.language, t) ?? (agent ? t('talking', { name: agent }) : t('promise'))
    this.drawQuestions()
    this.drawNotice()
  }

  /** In place of the messages and the field; what was typed stays as long as the same is asked. */
  private drawQuestions(): void {
    const { messenger } = this
    const asked = messenger.ready && !messenger.problem ? messenger.asks : null
    if (asked === this.asked) return
    const hadFocus = this.asking.contains(document.activeElement) || document.activeElement === this.composer.field
    this.asked = asked
    this.questions = asked && new Questions(asked, messenger.answers, this.t, answers => messenger.answer(answers))
    this.asking.replaceChildren(...(this.questions ? [this.welcome(), this.questions.element] : []))
    this.root.classList.toggle('asks', !!asked)
    if (hadFocus) (this.questions ?? this.composer.field).focus()
    else if (document.activeElement === document.body) this.focus(this.isPhone)
  }

  private drawTyping(now: number): void {
    const { typing } = this.messenger.thread
    const on = !!typing && typing.until > now
    this.typing.classList.toggle('on', on)
    const sentence = on ? (typing.name ? this.t('typing', { name: typing.name }) : this.t('someoneTyping')) : ''
    if (this.typing.textContent === sentence) return
    this.typing.replaceChildren(...(on ? [h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), h('span', { class: 'hidden' }, sentence)] : []))
    if (on) setTimeout(() => this.draw(), typing.until - now + 20)
  }

  private drawNotice(): void {
    const { problem, line, session } = this.messenger
    const lost = !!session && line === 'lost'
    const sentence = problem ? this.t(problem) : !navigator.onLine ? this.t('offline') : lost ? this.t('lost') : ''
    if (this.wasLost && !lost && line === 'open') this.say(this.t('back'), 2500)
    else if (sentence || !this.notice.classList.contains('brief')) this.say(sentence)
    this.wasLost = lost || (this.wasLost && line !== 'open')
    this.composer.disable(!!problem)
  }

  private say(sentence: string, briefly = 0): void {
    this.notice.classList.toggle('brief', !!briefly)
    if (this.notice.textContent !== sentence) this.notice.textContent = sentence
    if (briefly) setTimeout(() => (this.notice.classList.remove('brief'), this.drawNotice()), briefly)
  }

  private complain(sentence: string): void {
    this.complaint.textContent = sentence
    setTimeout(() => this.complaint.textContent === sentence && (this.complaint.textContent = ''), 7000)
  }

  private async older(): Promise<void> {
    if (this.loadingOlder) return
    this.loadingOlder = true
    await this.messenger.older().catch(() => undefined)
    this.loadingOlder = false
  }

  private top(close: () => void): HTMLElement {
    const { businessName } = this.messenger.config
    return h(
      'header',
      { class: 'top' },
      h('div', { class: 'line' }, h('span', { class: 'mono', 'aria-hidden': 'true' }, initials(businessName)), h('div', { class: 'names' }, this.title, this.talking), round('close', this.t('close'), close, 'close')),
      h('div', { class: 'hero' }, h('div', {}, h('h2', {}, this.t('hello')), h('p', {}, this.t('promise')))),
    )
  }

  /** The shop speaks first, as anybody would who opens the door. */
  private welcome(): HTMLElement {
    const { businessName, greeting } = this.messenger.config
    const words = h('div', { class: 'bubble' }, greeting || this.t('greeting'))
    const stack = h('div', { class: 'stack' }, h('span', { class: 'who' }, businessName), words)
    return h('div', { class: 'entry theirs first last welcome' }, h('span', { class: 'face', 'aria-hidden': 'true' }, initials(businessName)), stack)
  }

  private takeDrops(): void {
    let depth = 0
    const over = (step: number) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      depth += step
      this.root.classList.toggle('dropping', depth > 0 && !!this.messenger.config.uploads)
    }
    this.root.addEventListener('dragenter', over(1))
    this.root.addEventListener('dragover', over(0))
    this.root.addEventListener('dragleave', over(-1))
    this.root.addEventListener('drop', event => {
      over(-depth)(event)
      this.composer.addFiles(event.dataTransfer?.files ?? [])
    })
  }
}
