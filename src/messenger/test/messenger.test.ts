import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Config, PreChat, ToPage } from '../shared/protocol'
import type { Api } from '../panel/api'
import type { Host } from '../panel/host'
import { Messenger } from '../panel/messenger'
import { Storage } from '../panel/storage'
import { Refusal, type Page, type Session } from '../panel/wire'

const config: Config = {
  businessName: 'Maison Lune',
  greeting: '',
  language: 'auto',
  colors: { brand: '#000000', conversation: '#000000', action: '#000000' },
  identityRequired: false,
  maxText: 4000,
  uploads: null,
  preChat: null,
  openings: null,
}

const empty: Page = { items: [], before: null, position: 1, seenAt: null }

/** The server and the page around, as far as a test lets them be. */
function scene(over: Partial<Record<keyof Api, unknown>> = {}, token: string | null = null, settings: Partial<Config> = {}) {
  const calls: string[] = []
  const told: ToPage[] = []
  const answer = (name: string, value: unknown) => (...details: unknown[]) => {
    calls.push([name, ...details.filter(detail => typeof detail === 'string')].join(' '))
    return Promise.resolve(value)
  }
  const api = {
    token: null,
    enter: (identity: string | null) => answer(`enter ${identity}`, session(identity))(),
    leave: answer('leave', undefined),
    history: answer('history', empty),
    send: answer('send', undefined),
    read: answer('read', undefined),
    typing: answer('typing', undefined),
    delivered: answer('delivered', undefined),
    stream: () => new Promise(() => undefined),
    ...over,
  } as unknown as Api
  const host = { tell: (message: ToPage) => told.push(message), token: () => Promise.resolve(token) } as unknown as Host
  const storage = new Storage('shop')
  const messenger = new Messenger({ ...config, ...settings }, 'fr', api, storage, host, () => undefined)
  return { messenger, storage, calls, told, api }
}

const session = (identity: string | null): Session => ({ visitor: identity ? 'customer-1' : 'anonymous-1', token: `token of ${identity}`, verified: !!identity })
const settled = () => vi.waitFor(() => undefined).then(() => new Promise(done => setTimeout(done, 20)))

beforeEach(() => localStorage.clear())
afterEach(() => localStorage.clear())

describe('an anonymous visitor', () => {
  test('is nobody, and leaves no trace, until he writes', async () => {
    const { messenger, calls } = scene()
    await messenger.start(false)
    messenger.show(true)
    expect(calls).toEqual([])
    expect(localStorage.length).toBe(0)
  })

  test('gets a session with his first message, and keeps it once the message is there', async () => {
    const { messenger, storage, calls, told } = scene()
    await messenger.start(false)
    messenger.write('Bonjour', [])
    await settled()
    expect(calls).toEqual(['enter null', 'history', 'send'])
    expect(storage.session?.visitor).toBe('anonymous-1')
    expect(storage.unsent).toEqual([])
    expect(told).toContainEqual({ type: 'keep', on: true })
  })

  test('is known again when he comes back, and what had not left leaves now', async () => {
    const before = scene()
    before.storage.session = session(null)
    before.storage.unsent = [{ clientId: 'c1', text: 'en route', files: [], at: 1, state: 'sending', reason: null }]
    const { messenger, calls, api } = scene()
    await messenger.start(false)
    await settled()
    expect(api.token).toBe('token of null')
    expect(calls).toEqual(['history', 'send'])
  })

  test('whose session the server forgot begins a new one, and the message is not lost', async () => {
    let refusals = 1
    const { messenger, storage, calls } = scene({
      send: () => {
        calls.push('send')
        return refusals-- > 0 ? Promise.reject(new Refusal(401, 'visitor.unknown')) : Promise.resolve()
      },
    })
    storage.session = session(null)
    await messenger.start(false)
    messenger.write('Bonjour', [])
    await settled()
    expect(calls).toEqual(['history', 'send', 'enter null', 'history', 'send'])
    expect(messenger.thread.entries()[0]!.state).toBe('sent')
  })
})

describe('a known customer', () => {
  test('enters with the site’s token, and no token is kept in the browser', async () => {
    const { messenger, storage, calls } = scene({}, 'jwt')
    storage.session = session(null)
    await messenger.start(true)
    expect(calls).toEqual(['enter jwt', 'history'])
    expect(messenger.session?.visitor).toBe('customer-1')
    expect(storage.session).toBeNull()
  })

  test('whose proof has ended proves himself again before his message leaves', async () => {
    let refusals = 1
    const { messenger, calls } = scene({
      send: () => {
        calls.push('send')
        return refusals-- > 0 ? Promise.reject(new Refusal(401, 'visitor.unknown')) : Promise.resolve()
      },
    }, 'jwt')
    await messenger.start(true)
    messenger.write('Bonjour', [])
    await settled()
    expect(calls).toEqual(['enter jwt', 'history', 'send', 'enter jwt', 'history', 'send'])
    expect(messenger.thread.entries()[0]!.state).toBe('sent')
  })

  test('who signs out leaves nothing behind', async () => {
    const { messenger, storage, calls, told } = scene({ history: () => Promise.resolve({ ...empty, items: [{ id: 'm', clientId: null, direction: 'out', author: 'Ana', text: 'x', files: [], at: '2026-03-01T10:00:00Z', delivery: 'read' }] }) }, 'jwt')
    await messenger.start(true)
    expect(messenger.thread.isEmpty).toBe(false)
    await messenger.signOut()
    expect(messenger.thread.isEmpty).toBe(true)
    expect(messenger.session).toBeNull()
    expect(storage.session).toBeNull()
    expect(calls).toContain('leave')
    expect(told).toContainEqual({ type: 'keep', on: false })
  })
})

test('a site whose customer is not signed in leaves him an anonymous visitor', async () => {
  const { messenger, storage, calls } = scene({}, null)
  storage.session = session(null)
  await messenger.start(true)
  expect(messenger.problem).toBeNull()
  messenger.write('Bonjour', [])
  await settled()
  expect(calls).toEqual(['history', 'send'])
})

test('a customer whose site no longer vouches for him is told so, and writes as nobody else', async () => {
  const scenery = scene({ send: () => Promise.reject(new Refusal(401, 'visitor.unknown')) }, 'jwt')
  await scenery.messenger.start(true)
  ;(scenery.messenger as unknown as { host: Host }).host.token = () => Promise.resolve(null)
  scenery.messenger.write('Bonjour', [])
  await settled()
  expect(scenery.messenger.problem).toBe('expired')
  expect(scenery.messenger.thread.entries()[0]!.state).toBe('failed')
  expect(scenery.calls).not.toContain('enter null')
})

describe('where only customers may write', () => {
  test('a stranger is asked to sign in on the site', async () => {
    const { messenger, calls } = scene({}, null, { identityRequired: true })
    await messenger.start(false)
    expect(messenger.problem).toBe('signIn')
    expect(calls).toEqual([])
  })

  test('a site that brings no token says so, and a later one helps', async () => {
    const { messenger, api } = scene({}, null, { identityRequired: true })
    await messenger.start(true)
    expect(messenger.problem).toBe('signIn')
    expect(api.token).toBeNull()
  })
})

describe('reading', () => {
  const unread = { id: 'm', clientId: null, direction: 'out', author: 'Ana', text: 'Bonjour', files: [], at: '2026-03-01T10:00:00Z', delivery: 'sent' } as const

  test('an answer is unread, with its words on the button, until somebody looks', async () => {
    const { messenger, storage, calls, told } = scene({ history: () => Promise.resolve({ ...empty, items: [unread] }) })
    storage.session = session(null)
    await messenger.start(false)
    expect(told.filter(message => message.type === 'unread').at(-1)).toEqual({ type: 'unread', count: 1, name: 'Ana', text: 'Bonjour' })
    messenger.show(true)
    expect(calls).toContain('read m')
    expect(told.filter(message => message.type === 'unread').at(-1)).toMatchObject({ count: 0 })
  })
})

describe('a shop that asks first', () => {
  const preChat: PreChat = { intro: '', fields: [{ attribute: 'email', type: 'email', label: '', required: true, options: [] }] }
  const letters = () => {
    const sent: { text: string; answers: unknown }[] = []
    return { sent, send: (letter: { text: string; answers: unknown }) => (sent.push(letter), Promise.resolve()) }
  }

  test('asks an anonymous visitor once, and his answers leave with his first message', async () => {
    const { sent, send } = letters()
    const { messenger } = scene({ send }, null, { preChat })
    await messenger.start(false)
    expect(messenger.asks).toBe(preChat)
    messenger.answer({ email: 'zoe@exemple.fr' })
    expect(messenger.asks).toBeNull()
    expect(localStorage.length).toBe(0)
    messenger.write('Bonjour', [])
    await settled()
    expect(sent).toMatchObject([{ text: 'Bonjour', answers: { email: 'zoe@exemple.fr' } }])
    expect(messenger.asks).toBeNull()
  })

  test('keeps the answers while the line is lost', async () => {
    const { sent, send } = letters()
    let lost = 1
    const { messenger } = scene({ send: (letter: never) => (lost-- > 0 ? Promise.reject(new Refusal(0, 'offline')) : send(letter)) }, null, { preChat })
    await messenger.start(false)
    messenger.answer({ email: 'zoe@exemple.fr' })
    messenger.write('Bonjour', [])
    await settled()
    dispatchEvent(new Event('online'))
    await settled()
    expect(sent).toMatchObject([{ answers: { email: 'zoe@exemple.fr' } }])
  })

  test('never asks who is signed in, nor who has written before', async () => {
    const known = scene({}, 'jwt', { preChat })
    await known.messenger.start(true)
    expect(known.messenger.asks).toBeNull()
    const back = scene({}, null, { preChat })
    back.storage.session = session(null)
    await back.messenger.start(false)
    expect(back.messenger.asks).toBeNull()
  })

  test('asks whoever comes after one who signed out', async () => {
    const { messenger } = scene({}, null, { preChat })
    await messenger.start(false)
    messenger.answer({ email: 'zoe@exemple.fr' })
    await messenger.signOut()
    expect(messenger.asks).toBe(preChat)
    expect(messenger.answers).toBeNull()
  })

  test('that begins to ask while the page is open gets its answers, and the message leaves then', async () => {
    const { sent, send } = letters()
    const { messenger } = scene({
      config: () => Promise.resolve({ ...config, preChat }),
      send: (letter: { text: string; answers: unknown }) => (letter.answers ? send(letter) : Promise.reject(new Refusal(422, 'prechat.answer.required'))),
    })
    await messenger.start(false)
    messenger.write('Bonjour', [])
    await settled()
    expect(messenger.asks).toBe(preChat)
    expect(messenger.thread.entries()[0]!.state).toBe('failed')
    messenger.answer({ email: 'zoe@exemple.fr' })
    await settled()
    expect(sent).toMatchObject([{ text: 'Bonjour', answers: { email: 'zoe@exemple.fr' } }])
    expect(messenger.asks).toBeNull()
  })
})
