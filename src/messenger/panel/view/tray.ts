import type { Config } from '../../shared/protocol'
import { sizeLabel } from '../format'
import { reasonFor, type Translate } from '../texts'
import { Refusal, type WireFile } from '../wire'
import { h, icon } from './dom'

interface Item {
  element: HTMLElement
  file: WireFile | null
  done: boolean
}

/** The files waiting to go with the next message. They leave for the server as soon as they are chosen. */
export class Tray {
  readonly element = h('ul', { class: 'tray' })
  private readonly items = new Set<Item>()

  constructor(
    private readonly config: Config,
    private readonly language: string,
    private readonly t: Translate,
    private readonly upload: (file: File, progress: (part: number) => void) => Promise<WireFile>,
    private readonly complain: (sentence: string) => void,
    private readonly changed: () => void,
  ) {}

  get files(): WireFile[] {
    return [...this.items].flatMap(item => item.file ?? [])
  }

  get busy(): boolean {
    return [...this.items].some(item => !item.done)
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const objection = this.objection(file)
      if (objection) this.complain(objection)
      else void this.take(file)
    }
  }

  empty(): WireFile[] {
    const files = this.files
    this.items.clear()
    this.element.replaceChildren()
    return files
  }

  private objection(file: File): string | null {
    const { uploads } = this.config
    if (!uploads) return null
    const most = uploads.types[file.type.split(';')[0]!.toLowerCase()]
    if (!most) return reasonFor(this.t, 'attachment.type', { name: file.name })
    if (file.size > most) return reasonFor(this.t, 'attachment.too_large', { name: file.name, max: sizeLabel(most, this.language) })
    return this.items.size < uploads.maxFiles ? null : reasonFor(this.t, 'attachment.too_many', { max: uploads.maxFiles })
  }

  private async take(file: File): Promise<void> {
    const bar = h('progress', { max: '1', 'aria-label': file.name })
    const face = file.type.startsWith('image/') ? h('img', { src: URL.createObjectURL(file), alt: '' }) : h('span', { class: 'kind' }, icon('file'), file.name.split('.').at(-1)!.slice(0, 4))
    const item: Item = { element: h('li', {}, face, bar), file: null, done: false }
    const label = this.t('remove', { name: file.name })
    item.element.append(h('button', { type: 'button', 'aria-label': label, title: label, click: () => this.drop(item) }, icon('close')))
    this.items.add(item)
    this.element.append(item.element)
    this.changed()
    try {
      const sent = await this.upload(file, part => (bar.value = part))
      item.file = face instanceof HTMLImageElement ? { ...sent, url: face.src } : sent
      item.done = true
      bar.remove()
    } catch (reason) {
      this.drop(item)
      this.complain(reasonFor(this.t, reason instanceof Refusal && reason.code.startsWith('attachment.') ? reason.code : 'attachment.failed', { name: file.name, max: '' }))
    }
    this.changed()
  }

  private drop(item: Item): void {
    this.items.delete(item)
    item.element.remove()
    this.changed()
  }
}
