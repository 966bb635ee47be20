export interface Frame {
  event: string
  data: string
  id: string | null
}

/** Cuts a text/event-stream into its events, wherever the network cut it. */
export class Frames {
  private rest = ''
  private readonly decoder = new TextDecoder()

  push(bytes: Uint8Array): Frame[] {
    this.rest += this.decoder.decode(bytes, { stream: true })
    const blocks = this.rest.split(/\r?\n\r?\n/)
    this.rest = blocks.pop()!
    return blocks.map(read).filter(frame => frame !== null)
  }
}

function read(block: string): Frame | null {
  const frame: Frame = { event: 'message', data: '', id: null }
  let filled = false
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon === 0) continue
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') frame.event = value
    if (field === 'id') frame.id = value
    if (field === 'data') frame.data += (frame.data ? '\n' : '') + value
    filled ||= field === 'event' || field === 'id' || field === 'data'
  }
  return filled ? frame : null
}
