import { describe, expect, test } from 'vitest'
import { Thread, type Pending } from '../panel/thread'
import type { WireMessage } from '../panel/wire'

const message = (id: string, over: Partial<WireMessage> = {}): WireMessage => ({
  id,
  clientId: null,
  direction: 'out',
  author: 'Ana',
  text: id,
  files: [],
  at: '2026-03-01T10:00:00Z',
  delivery: 'sent',
  ...over,
})

const written: Pending = { clientId: 'c1', text: 'Bonjour', files: [], at: Date.parse('2026-03-01T10:01:00Z'), state: 'sending', reason: null }

describe('the conversation a visitor sees', () => {
  test('what was written here stands once, also after the server told it back', () => {
    const thread = new Thread()
    thread.write({ ...written })
    thread.settle('c1', 'sent')
    thread.apply({ type: 'message', message: message('m1', { clientId: 'c1', direction: 'in', text: 'Bonjour' }) }, 3, 0)
    thread.settle('c1', 'sent')

    expect(thread.entries().map(entry => [entry.key, entry.text, entry.state])).toEqual([['c1', 'Bonjour', 'sent']])
  })

  test('the answer of the server may overtake the receipt of what was sent', () => {
    const thread = new Thread()
    thread.apply({ type: 'message', message: message('m1', { clientId: 'c1', direction: 'in' }) }, 3, 0)
    thread.write({ ...written })
    expect(thread.entries()).toHaveLength(1)
  })

  test('hearing an event twice changes nothing and is news once', () => {
    const thread = new Thread()
    const event = { type: 'message', message: message('m1') } as const
    expect(thread.apply(event, 4, 0)).not.toBeNull()
    expect(thread.apply(event, 4, 0)).toBeNull()
    expect(thread.entries()).toHaveLength(1)
  })

  test('the position never goes back', () => {
    const thread = new Thread()
    thread.apply({ type: 'ping' }, 9, 0)
    thread.load({ items: [], before: null, position: 5, seenAt: null })
    expect(thread.position).toBe(9)
  })

  test('messages stand in the order of their time, whatever the order of arrival', () => {
    const thread = new Thread()
    thread.apply({ type: 'message', message: message('late', { at: '2026-03-01T10:05:00Z' }) }, 1, 0)
    thread.apply({ type: 'message', message: message('early', { at: '2026-03-01T10:01:00Z' }) }, 2, 0)
    expect(thread.entries().map(entry => entry.key)).toEqual(['early', 'late'])
  })

  test('an answer is unread until somebody looks, and what the server knows as read stays read', () => {
    const thread = new Thread()
    thread.load({ items: [message('old', { delivery: 'read' }), message('new', { at: '2026-03-01T10:02:00Z' })], before: null, position: 1, seenAt: null })
    expect(thread.unread().map(({ id }) => id)).toEqual(['new'])
    expect(thread.look()?.id).toBe('new')
    expect(thread.unread()).toEqual([])
    expect(thread.look()).toBeNull()
  })

  test('one’s own messages are seen up to the instant the shop read', () => {
    const thread = new Thread()
    const mine = (id: string, at: string) => message(id, { direction: 'in', at, delivery: 'none' })
    thread.load({ items: [mine('a', '2026-03-01T10:00:00Z'), mine('b', '2026-03-01T10:02:00Z')], before: null, position: 1, seenAt: '2026-03-01T10:01:00Z' })
    expect(thread.entries().map(entry => entry.state)).toEqual(['seen', 'sent'])
    thread.apply({ type: 'read', at: '2026-03-01T10:02:00Z' }, null, 0)
    expect(thread.entries().map(entry => entry.state)).toEqual(['seen', 'seen'])
  })

  test('an answer ends the typing', () => {
    const thread = new Thread()
    thread.apply({ type: 'typing', on: true, name: null }, null, 1000)
    expect(thread.typing?.until).toBe(8000)
    thread.apply({ type: 'message', message: message('m1') }, 2, 2000)
    expect(thread.typing).toBeNull()
  })

  test('starting afresh keeps what has not been sent', () => {
    const thread = new Thread()
    thread.write({ ...written })
    thread.load({ items: [message('m1')], before: null, position: 8, seenAt: null })
    thread.clear()
    expect(thread.entries().map(entry => entry.key)).toEqual(['c1'])
    expect(thread.position).toBe(0)
  })
})
