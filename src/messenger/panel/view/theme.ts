import { inkOn, readableOn } from '../../shared/ink'
import type { Colors } from '../../shared/protocol'

/** The grounds of panel.css: links must read on them whatever colour the shop chose. */
const Light = '#ffffff'
const Dark = '#191721'

export function paint(root: HTMLElement, colors: Colors): void {
  const values = {
    brand: colors.brand,
    'brand-ink': inkOn(colors.brand),
    own: colors.conversation,
    'own-ink': inkOn(colors.conversation),
    action: colors.action,
    'action-ink': inkOn(colors.action),
    'link-light': readableOn(Light, colors.action),
    'link-dark': readableOn(Dark, colors.action),
  }
  for (const [name, value] of Object.entries(values)) root.style.setProperty(`--${name}`, value)
}
