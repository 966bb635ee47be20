type Props = Record<string, string | boolean | ((event: never) => void) | null | undefined>

/** Builds an element. Text always goes in as text, so nothing a person wrote can become markup. */
export function h<K extends keyof HTMLElementTagNameMap>(name: K, props: Props = {}, ...children: (Node | string | null)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key, value as EventListener)
    else if (value === true) element.setAttribute(key, '')
    else if (typeof value === 'string') element.setAttribute(key, value)
  }
  element.append(...children.filter(child => child !== null))
  return element
}

const Paths = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4.5 12h13M12 5.5l6.5 6.5-6.5 6.5',
  attach: 'M19.5 11.5l-7.8 7.8a5 5 0 01-7.1-7.1l8.3-8.3a3.3 3.3 0 014.7 4.7l-8.2 8.2a1.7 1.7 0 01-2.4-2.4l7.3-7.3',
  smile: 'M12 21a9 9 0 100-18 9 9 0 000 18zM8.5 14.3c.9 1.3 2.1 1.9 3.5 1.9s2.6-.6 3.5-1.9M9 9.7v.1M15 9.7v.1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  down: 'M6 9.5l6 6 6-6',
  retry: 'M19.5 12a7.5 7.5 0 11-2.3-5.4M19.7 3.8v4h-4',
  file: 'M13.5 3.5H7a2 2 0 00-2 2v13a2 2 0 002 2h10a2 2 0 002-2V9zM13.5 3.5V9H19',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  alert: 'M12 7.5v5.5M12 16.5v.1M12 21a9 9 0 100-18 9 9 0 000 18z',
} as const

export function icon(name: keyof typeof Paths): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const path = document.createElementNS(space, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add('icon')
  path.setAttribute('d', Paths[name])
  svg.append(path)
  return svg
}

export function round(name: keyof typeof Paths, label: string, press: (event: MouseEvent) => void, className = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: `round ${className}`, 'aria-label': label, title: label, click: press }, icon(name))
}
