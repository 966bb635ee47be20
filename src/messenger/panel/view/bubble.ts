import { sizeLabel } from '../format'
import { onlyEmoji, pieces } from '../links'
import type { Translate } from '../texts'
import type { Entry } from '../thread'
import type { WireFile } from '../wire'
import { h, icon } from './dom'

export interface BubbleTools {
  t: Translate
  language: string
  preview(file: WireFile, from: HTMLElement): void
}

/** What one message says: its words, its pictures, its files. */
export function bubbleOf(entry: Entry, tools: BubbleTools): HTMLElement[] {
  const parts = entry.files.map(file => (file.kind === 'image' && file.url ? picture(file, tools) : card(file, tools)))
  if (entry.text) parts.push(h('div', { class: onlyEmoji(entry.text) ? 'bubble emoji' : 'bubble' }, ...words(entry.text)))
  return parts
}

export function words(text: string): (Node | string)[] {
  return pieces(text).map(piece =>
    piece.href ? h('a', { href: piece.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, piece.text) : piece.text,
  )
}

function picture(file: WireFile, { t, preview }: BubbleTools): HTMLElement {
  const image = h('img', { src: file.url!, alt: t('image', { name: file.name }), loading: 'lazy', decoding: 'async' })
  const button = h('button', { type: 'button', class: 'picture', 'aria-label': t('open', { name: file.name }), click: () => preview(file, button) }, image)
  return button
}

function card(file: WireFile, { t, language }: BubbleTools): HTMLElement {
  const text = h('span', { class: 'about' }, h('b', { dir: 'auto' }, file.name), h('small', {}, file.url ? sizeLabel(file.size, language) : t('fetching')))
  if (!file.url) return h('div', { class: 'card' }, icon('file'), text)
  return h('a', { class: 'card', href: file.url, download: file.name, 'aria-label': t('open', { name: file.name }) }, icon('file'), text, icon('save'))
}
