import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Outbox } from '../panel/outbox'
import { Thread, type Pending } from '../panel/thread'
import { Refusal } from '../panel/wire'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const letter = (clientId: string): Pending => ({ clientId, text: clientId, files: [], at: 1, state: 'sending', reason: null })

function outbox(answers: (Refusal | null)[]) {
  const thread = new Thread()
  const sent: string[] = []
  const box = new Outbox(thread, async message => {
    sent.push(message.clientId)
    const refusal = answers.shift()
    if (refusal) throw refusal
  }, () => undefined)
  return { thread, sent, box }
}

test('what fails in passing is tried again, with the same id, before the next one goes', async () => {
  const { thread, sent, box } = outbox([new Refusal(0, 'offline'), new Refusal(503, 'busy', 1), null, null])
  thread.write(letter('one'))
  thread.write(letter('two'))
  const done = box.flush()
  await vi.advanceTimersByTimeAsync(60_000)
  await done
  expect(sent).toEqual(['one', 'one', 'one', 'two'])
  expect(thread.entries().map(entry => entry.state)).toEqual(['sent', 'sent'])
})

test('what is refused is shown as failed with its reason, and does not hold up the next', async () => {
  const { thread, sent, box } = outbox([new Refusal(422, 'message.too_long'), null])
  thread.write(letter('one'))
  thread.write(letter('two'))
  await box.flush()
  expect(sent).toEqual(['one', 'two'])
  expect(thread.entries().map(({ state, reason }) => [state, reason])).toEqual([['failed', 'message.too_long'], ['sent', null]])
})

test('trying gives up after a while and leaves the choice to the visitor', async () => {
  const { thread, sent, box } = outbox(Array.from({ length: 20 }, () => new Refusal(500, 'unexpected')))
  thread.write(letter('one'))
  const done = box.flush()
  await vi.advanceTimersByTimeAsync(600_000)
  await done
  expect(sent).toHaveLength(8)
  expect(thread.entries()[0]!.state).toBe('failed')
})
