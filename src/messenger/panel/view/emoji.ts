import { h } from './dom'

const Faces = '😀 😄 😅 😂 🙂 😉 😊 😍 😘 🤗 🤔 😐 😕 😟 😢 😭 😡 🙏 👍 👎 👏 👌 💪 🙌 👋 ❤️ 💔 🎉 ✨ 🔥 ⭐ ✅ ❌ ❓ 📦 🚚 🎁 🛒 💳 📷'.split(' ')
const Columns = 8

/** A small sheet of emoji, walked with the arrow keys. */
export function emojiSheet(label: string, choose: (emoji: string) => void, close: () => void): HTMLElement {
  const buttons = Faces.map((face, index) => h('button', { type: 'button', tabindex: index ? '-1' : '0', click: () => choose(face) }, face))
  const walk = (event: KeyboardEvent) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: Columns, ArrowUp: -Columns }[event.key]
    if (event.key === 'Escape') event.stopPropagation(), close()
    if (!step) return
    event.preventDefault()
    buttons[(at + step + buttons.length) % buttons.length]!.focus()
  }
  return h('div', { class: 'emoji-sheet', role: 'group', 'aria-label': label, keydown: walk }, ...buttons)
}
