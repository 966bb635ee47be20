import type { Config } from '../../shared/protocol'
import { allowSound } from '../sound'
import { reasonFor, type Translate } from '../texts'
import type { WireFile } from '../wire'
import { h, round } from './dom'
import { emojiSheet } from './emoji'
import { Tray } from './tray'

export interface ComposerWork {
  write(text: string, files: WireFile[]): void
  typing(on: boolean): void
  upload(file: File, progress: (part: number) => void): Promise<WireFile>
  complain(sentence: string): void
}

const TypingEvery = 3000

/** Where the visitor writes. Enter sends, Shift+Enter begins a new line. */
export class Composer {
  readonly element: HTMLFormElement
  readonly field: HTMLTextAreaElement
  private readonly tray: Tray
  private readonly sendButton: HTMLButtonElement
  private readonly count = h('span', { class: 'count', role: 'status' })
  private sheet: HTMLElement | null = null
  private typedAt = 0
  private quiet = 0

  constructor(
    private readonly config: Config,
    language: string,
    private readonly t: Translate,
    private readonly work: ComposerWork,
  ) {
    this.tray = new Tray(config, language, t, work.upload, work.complain, () => this.refresh())
    this.field = h('textarea', { rows: '1', 'aria-label': t('message'), placeholder: t('write'), dir: 'auto', enterkeyhint: 'send', input: () => this.typed(), keydown: (event: KeyboardEvent) => this.key(event), paste: (event: ClipboardEvent) => this.paste(event) })
    this.sendButton = round('send', t('send'), () => this.send(), 'send')
    const smile = round('smile', t('emoji'), () => this.toggleSheet(smile))
    smile.setAttribute('aria-expanded', 'false')
    const bar = h('div', { class: 'bar' }, this.attachButton(), this.field, smile, this.sendButton)
    this.element = h('form', { class: 'composer', submit: (event: Event) => event.preventDefault() }, this.tray.element, bar, this.count)
    this.refresh()
  }

  disable(off: boolean): void {
    this.element.inert = off
  }

  addFiles(files: Iterable<File>): void {
    if (this.config.uploads) this.tray.add(files)
  }

  private attachButton(): HTMLElement | null {
    if (!this.config.uploads) return null
    const input = h('input', { type: 'file', multiple: true, class: 'hidden', tabindex: '-1', 'aria-hidden': 'true', accept: Object.keys(this.config.uploads.types).join(','), change: () => (this.addFiles(input.files ?? []), (input.value = ''), this.field.focus()) })
    return h('span', { class: 'attach' }, round('attach', this.t('attach'), () => input.click()), input)
  }

  private send(): void {
    const text = this.field.value.trim()
    if (this.tray.busy || (!text && !this.tray.files.length)) return
    if (text.length > this.config.maxText) return this.work.complain(reasonFor(this.t, 'message.too_long', { max: this.config.maxText }))
    allowSound()
    this.work.write(text, this.tray.empty())
    this.field.value = ''
    this.stopTyping()
    this.refresh()
    this.field.focus()
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.send()
  }

  private paste(event: ClipboardEvent): void {
    const files = event.clipboardData?.files
    if (!files?.length) return
    event.preventDefault()
    this.addFiles(files)
  }

  private typed(): void {
    this.refresh()
    clearTimeout(this.quiet)
    if (!this.field.value) return this.stopTyping()
    this.quiet = window.setTimeout(() => this.stopTyping(), 5000)
    if (Date.now() - this.typedAt < TypingEvery) return
    this.typedAt = Date.now()
    this.work.typing(true)
  }

  private stopTyping(): void {
    clearTimeout(this.quiet)
    if (this.typedAt) this.work.typing(false)
    this.typedAt = 0
  }

  private toggleSheet(button: HTMLElement): void {
    const open = !this.sheet
    button.setAttribute('aria-expanded', String(open))
    this.sheet?.remove()
    this.sheet = open ? emojiSheet(this.t('emoji'), emoji => this.insert(emoji), () => (this.toggleSheet(button), button.focus())) : null
    if (!this.sheet) return
    this.element.prepend(this.sheet)
    this.sheet.querySelector('button')!.focus()
  }

  private insert(emoji: string): void {
    this.field.setRangeText(emoji, this.field.selectionStart, this.field.selectionEnd, 'end')
    this.typed()
  }

  private refresh(): void {
    const { length } = this.field.value
    const left = this.config.maxText - length
    this.count.textContent = left < 200 ? String(left) : ''
    this.count.classList.toggle('over', left < 0)
    this.sendButton.disabled = this.tray.busy || left < 0 || (!this.field.value.trim() && !this.tray.files.length)
    this.field.style.setProperty('height', 'auto')
    this.field.style.setProperty('height', `${Math.min(this.field.scrollHeight, 132)}px`)
  }
}
