export type Piece = { text: string; href: string | null }

const Address = /\bhttps?:\/\/[^\s<>"'«»]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu

/** Cuts a text into plain words and links. Only web and mail addresses become links: nothing that could run. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of text.matchAll(Address)) {
    const address = match[0].replace(/[.,;:!?…)\]}]+$/u, '')
    if (match.index > end) found.push({ text: text.slice(end, match.index), href: null })
    found.push({ text: address, href: address.includes('://') ? address : `mailto:${address}` })
    end = match.index + address.length
  }
  if (end < text.length) found.push({ text: text.slice(end), href: null })
  return found
}

/** One to three emoji alone are shown large. */
export function onlyEmoji(text: string): boolean {
  return /^(?:\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*\s*){1,3}$/u.test(text.trim())
}
