import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Api } from '../panel/api'
import { waitBefore } from '../panel/backoff'
import { keepLine, type LineState } from '../panel/line'
import { Frames } from '../panel/sse'
import { Refusal, type StreamEvent } from '../panel/wire'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the stream of events', () => {
  test('is cut right, wherever the network cut it', () => {
    const whole = bytes('event: message\nid: 12\ndata: {"text":"é😀"}\n\n: still here\n\nid: 13\nevent: ping\ndata: {}\r\n\r\n')
    for (let cut = 1; cut < whole.length; cut++) {
      const frames = new Frames()
      expect([...frames.push(whole.slice(0, cut)), ...frames.push(whole.slice(cut))]).toEqual([
        { event: 'message', id: '12', data: '{"text":"é😀"}' },
        { event: 'ping', id: '13', data: '{}' },
      ])
    }
  })

  test('joins the lines of one event', () => {
    expect(new Frames().push(bytes('data: a\ndata: b\n\n'))).toEqual([{ event: 'message', id: null, data: 'a\nb' }])
  })
})

describe('waiting before the next try', () => {
  test('grows, is spread, and ends at half a minute', () => {
    expect([1, 2, 3, 7, 20].map(attempt => waitBefore(attempt, () => 1))).toEqual([500, 1000, 2000, 30_000, 30_000])
    expect(waitBefore(3, () => 0)).toBe(1000)
  })
})

describe('the line', () => {
  afterEach(() => void vi.useRealTimers())

  test('takes up where it stopped and says honestly that it was lost', async () => {
    vi.useFakeTimers()
    const asked: number[] = []
    const states: LineState[] = []
    const heard: StreamEvent[] = []
    let position = 5
    const life = new AbortController()
    const answers = [
      () => streamOf('id: 6\nevent: ping\ndata: {}\n\n'),
      () => Promise.reject(new Refusal(0, 'offline')),
      () => Promise.reject(new Refusal(503, 'busy')),
      () => streamOf('id: 9\nevent: read\ndata: {"at":"2026-03-01T10:00:00Z"}\n\n'),
    ]
    const api = { stream: (after: number) => (asked.push(after), (answers.shift() ?? (() => (life.abort(), Promise.reject(new Error('over')))))()) } as unknown as Api
    const ears = {
      position: () => position,
      hear: (event: StreamEvent, at: number | null) => (heard.push(event), (position = at ?? position)),
      state: (state: LineState) => states.push(state),
      refused: () => states.push('lost'),
    }

    const kept = keepLine(api, ears, life.signal)
    await vi.advanceTimersByTimeAsync(120_000)
    await kept

    expect(asked).toEqual([5, 6, 6, 6, 9])
    expect(heard.map(event => event.type)).toEqual(['ping', 'read'])
    expect(states.indexOf('lost')).toBeGreaterThan(states.indexOf('open'))
    expect(states.lastIndexOf('open')).toBeGreaterThan(states.indexOf('lost'))
  })

  test('does not come back to a server that refuses the visitor', async () => {
    let refused = 0
    const api = { stream: () => Promise.reject(new Refusal(401, 'visitor.unknown')) } as unknown as Api
    await keepLine(api, { position: () => 0, hear: () => 0, state: () => 0, refused: () => void refused++ }, new AbortController().signal)
    expect(refused).toBe(1)
  })
})

async function streamOf(text: string): Promise<ReadableStream<Uint8Array>> {
  return new ReadableStream({ start: to => (to.enqueue(bytes(text)), to.close()) })
}
