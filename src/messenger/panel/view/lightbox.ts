import type { Translate } from '../texts'
import type { WireFile } from '../wire'
import { h, icon, round } from './dom'

/** A picture over the whole panel. */
export function showPicture(file: WireFile, from: HTMLElement, t: Translate): void {
  const dialog = h(
    'dialog',
    { class: 'lightbox', 'aria-label': t('preview') },
    h('img', { src: file.url!, alt: t('image', { name: file.name }) }),
    h('div', { class: 'tools' }, h('a', { class: 'round', href: file.url!, download: file.name, 'aria-label': t('open', { name: file.name }) }, icon('save')), round('close', t('close'), () => dialog.close())),
  )
  dialog.addEventListener('click', event => event.target === dialog && dialog.close())
  dialog.addEventListener('keydown', event => event.key === 'Escape' && event.stopPropagation())
  dialog.addEventListener('close', () => (dialog.remove(), from.focus()))
  document.body.append(dialog)
  dialog.showModal()
}
