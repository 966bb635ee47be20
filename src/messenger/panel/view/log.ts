import { dayLabel, initials, timeLabel } from '../format'
import type { Entry } from '../thread'
import { bubbleOf, type BubbleTools } from './bubble'
import { h, icon } from './dom'

const Together = 5 * 60_000

interface Row {
  element: HTMLElement
  content: string
  foot: string
}

/** The list of messages. An element is made once for a message and then only moved along: a screen reader hears each once. */
export class Log {
  readonly element = h('div', { class: 'rows', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions' })
  private readonly rows = new Map<string, Row>()
  private settled = false

  constructor(
    private readonly tools: BubbleTools & { retry(clientId: string): void; reason(code: string | null): string },
  ) {}

  draw(entries: Entry[], now: number): void {
    const keep = new Set<string>()
    let place: HTMLElement | null = null
    entries.forEach((entry, index) => {
      const before = entries[index - 1]
      const after = entries[index + 1]
      if (!before || !sameDay(before.at, entry.at)) place = this.put(keep, `day ${dayLabel(entry.at, now, this.tools.language, this.tools.t)}`, place, () => this.day(entry, now))
      const first = !before || !together(before, entry)
      const last = !after || !together(entry, after)
      place = this.put(keep, entry.key, place, () => this.article(entry), contentOf(entry))
      place.classList.toggle('first', first)
      place.classList.toggle('last', last)
      this.foot(entry, place, last, lastOwn(entries, index))
    })
    for (const [key, row] of this.rows) if (!keep.has(key)) this.rows.delete(key), row.element.remove()
    this.settled = true
  }

  private put(keep: Set<string>, key: string, after: Element | null, make: () => HTMLElement, content = ''): HTMLElement {
    keep.add(key)
    let row = this.rows.get(key)
    if (!row || row.content !== content) {
      row?.element.remove()
      row = { element: make(), content, foot: '' }
      row.element.classList.toggle('enter', this.settled && key.length > 30)
      this.rows.set(key, row)
    }
    const at: ChildNode | null = after ? after.nextSibling : this.element.firstChild
    if (at !== row.element) this.element.insertBefore(row.element, at)
    return row.element
  }

  private day(entry: Entry, now: number): HTMLElement {
    const { language, t } = this.tools
    return h('div', { class: 'day' }, h('span', {}, dayLabel(entry.at, now, language, t)))
  }

  private article(entry: Entry): HTMLElement {
    const name = entry.mine ? this.tools.t('you') : (entry.author ?? '')
    const head = entry.mine ? h('span', { class: 'hidden' }, `${name} : `) : h('span', { class: 'who' }, name)
    return h(
      'article',
      { class: entry.mine ? 'entry mine' : 'entry theirs' },
      entry.mine ? null : h('span', { class: 'face', 'aria-hidden': 'true' }, initials(name)),
      h('div', { class: 'stack' }, head, ...bubbleOf(entry, this.tools), h('div', { class: 'foot' })),
    )
  }

  /** The time under the last of a group, and how far one's own last message got. */
  private foot(entry: Entry, element: HTMLElement, last: boolean, lastOfMine: boolean): void {
    const row = this.rows.get(entry.key)!
    const shown = entry.state === 'failed' || entry.state === 'sending' || last || lastOfMine
    const sign = shown ? `${entry.state} ${entry.reason} ${lastOfMine} ${timeLabel(entry.at, this.tools.language)}` : ''
    if (row.foot === sign) return
    row.foot = sign
    element.classList.toggle('failed', entry.state === 'failed')
    element.querySelector('.foot')!.replaceChildren(...(shown ? this.footOf(entry, lastOfMine) : []))
  }

  private footOf(entry: Entry, lastOfMine: boolean): (Node | string)[] {
    const { t, language, retry, reason } = this.tools
    const time = h('time', { datetime: new Date(entry.at).toISOString() }, timeLabel(entry.at, language))
    if (entry.state === 'failed') {
      const again = h('button', { type: 'button', class: 'again', click: () => retry(entry.key) }, icon('retry'), t('retry'))
      return [h('span', { role: 'alert' }, icon('alert'), ` ${t('failed')}${entry.reason ? ` · ${reason(entry.reason)}` : ''}`), again]
    }
    if (entry.state === 'sending') return [h('span', { class: 'clock', 'aria-hidden': 'true' }), t('sending')]
    if (!entry.mine || !lastOfMine) return [time]
    return [time, h('span', { class: 'mark' }, icon('check'), entry.state === 'seen' ? icon('check') : null, t(entry.state === 'seen' ? 'seen' : 'sent'))]
  }
}

function contentOf(entry: Entry): string {
  // One's own picture is drawn from this browser's copy and stays, though the server's copy has another address.
  return JSON.stringify([entry.text, entry.author, entry.files.map(file => [file.name, entry.mine ? !!file.url : file.url])])
}

function together(a: Entry, b: Entry): boolean {
  return a.mine === b.mine && a.author === b.author && b.at - a.at < Together && sameDay(a.at, b.at)
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

function lastOwn(entries: Entry[], index: number): boolean {
  return entries[index]!.mine && !entries.slice(index + 1).some(entry => entry.mine)
}
