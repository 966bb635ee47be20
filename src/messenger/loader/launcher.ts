import type { Config, Language } from '../shared/protocol'
import css from './launcher.css'

const Words = {
  fr: ['Ouvrir la messagerie', 'Fermer la messagerie', 'Messagerie', 'Masquer', 'Messages non lus\u00a0: '],
  en: ['Open the chat', 'Close the chat', 'Chat', 'Hide', 'Unread messages: '],
} as const

const Bubble = 'M12 3.2c-5.2 0-9.4 3.5-9.4 7.9 0 2.5 1.4 4.7 3.6 6.1-.1 1-.5 2-1.2 2.9-.2.3 0 .7.4.6 1.8-.2 3.4-.9 4.7-1.9.6.1 1.3.2 1.9.2 5.2 0 9.4-3.5 9.4-7.9S17.2 3.2 12 3.2z'
const Cross = 'M6 6l12 12M18 6L6 18'

export interface Launcher {
  dialog: HTMLDialogElement
  button: HTMLButtonElement
  expanded(open: boolean): void
  unread(count: number, name: string, text: string): void
  remove(): void
}

/** The round button, its badge and the empty window, in a shadow tree: nothing of the page's style gets in, nothing gets out. */
export function drawLauncher(config: Config, language: Language, onPress: () => void): Launcher {
  const [openLabel, closeLabel, panelLabel, hideLabel, unreadLabel] = Words[language]
  const host = document.createElement('relais-messenger')
  host.lang = language
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  host.style.setProperty('--brand', config.colors.brand)
  host.style.setProperty('--ink', inkOn(config.colors.brand))

  const button = make('button', 'launcher')
  const badge = make('span', 'badge')
  badge.hidden = true
  button.type = 'button'
  button.append(icon(Bubble, true), icon(Cross), badge)
  button.onclick = onPress

  const teaser = make('div', 'teaser')
  const read = make('button', 'words')
  const hide = make('button', '')
  const who = make('b', '')
  const what = make('span', '')
  read.append(who, what)
  read.onclick = onPress
  hide.append(icon(Cross))
  hide.setAttribute('aria-label', hideLabel)
  hide.onclick = () => (teaser.hidden = true)
  teaser.append(read, hide)
  teaser.dir = 'auto'
  teaser.hidden = true
  const status = make('div', '')
  status.setAttribute('role', 'status')
  status.append(teaser)

  const dialog = make('dialog', '')
  dialog.setAttribute('aria-label', `${panelLabel} ${config.businessName}`)

  let count = 0
  const expanded = (open: boolean) => {
    button.setAttribute('aria-expanded', String(open))
    button.setAttribute('aria-label', open ? closeLabel : count ? `${openLabel}. ${unreadLabel}${count}` : openLabel)
    teaser.hidden ||= open
  }
  expanded(false)
  root.append(dialog, status, button)
  document.body.append(host)

  return {
    dialog,
    button,
    expanded,
    unread(now, name, text) {
      const open = button.getAttribute('aria-expanded') === 'true'
      if (now > count && text && !open) {
        who.textContent = name
        what.textContent = text
        teaser.hidden = false
      }
      if (!now) teaser.hidden = true
      count = now
      badge.textContent = now > 9 ? '9+' : String(now)
      badge.hidden = !now
      expanded(open)
    },
    remove: () => host.remove(),
  }
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  element.className = className
  return element
}

function icon(path: string, filled = false): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const line = document.createElementNS(space, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  line.setAttribute('d', path)
  if (filled) line.setAttribute('class', 'solid')
  svg.append(line)
  return svg
}

/** Black or white on a colour. The panel weighs it exactly; for one large sign the rough rule does. */
function inkOn(color: string): string {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16)) as [number, number, number]
  return r * 3 + g * 6 + b > 1500 ? '#16141f' : '#fff'
}
