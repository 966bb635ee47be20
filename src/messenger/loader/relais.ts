import { chooseLanguage, type Config, type Hail, type ToPage, type ToPanel, type Welcome } from '../shared/protocol'
import { drawLauncher, type Launcher } from './launcher'

type Listener = (detail?: unknown) => void
type Api = ((command: string, ...details: unknown[]) => unknown) & { q?: unknown[][] }

const script = document.currentScript as HTMLScriptElement
const root = new URL('..', script.src)
const { channel = '', lang } = script.dataset
const memory = `relais:${channel}`
const small = matchMedia('(max-width: 480px), (max-height: 480px)')

const listeners = new Set<{ event: string; listener: Listener }>()
let token: unknown
let frame: HTMLIFrameElement | undefined
let port: MessagePort | undefined
let launcher: Launcher | undefined
let language = 'en'
let isOpen = false
let wantsOpen = false

const commands: Record<string, (...details: never[]) => unknown> = {
  open: () => turn(true),
  close: () => turn(false),
  login(identity: unknown) {
    token = identity
    tell({ type: 'login' })
  },
  logout() {
    token = undefined
    keep(false)
    tell({ type: 'logout' })
  },
  on(event: string, listener: Listener) {
    const entry = { event, listener }
    listeners.add(entry)
    return () => listeners.delete(entry)
  },
  destroy() {
    port?.close()
    launcher?.remove()
    removeEventListener('message', welcome)
    frame = port = launcher = undefined
  },
}

function emit(event: string, detail?: unknown) {
  for (const entry of listeners) if (entry.event === event) entry.listener(detail)
}

const tell = (message: ToPanel) => port?.postMessage(message)

/** Open, how large, and on which page. */
const shown = () => tell({ type: 'shown', phone: small.matches, place: [location.href, document.title] })

/** The panel is fetched at the first sign that somebody wants it, and never twice. */
function load() {
  if (frame || !launcher) return
  frame = document.createElement('iframe')
  frame.title = launcher.dialog.getAttribute('aria-label')!
  frame.src = new URL(`messenger/panel/${channel}?lang=${language}`, root).href
  addEventListener('message', welcome)
  launcher.dialog.append(frame)
}

/** Answers only our own frame, from our own origin, with a port nobody else holds. */
function welcome(event: MessageEvent<Hail>) {
  if (event.source !== frame?.contentWindow || event.origin !== root.origin || event.data?.relais !== 'ready') return
  const pipe = new MessageChannel()
  port = pipe.port1
  port.onmessage = (message: MessageEvent<ToPage>) => hear(message.data)
  const greeting: Welcome = { relais: 'port', identified: !!token }
  frame!.contentWindow!.postMessage(greeting, root.origin, [pipe.port2])
  if (isOpen) shown()
}

async function hear(message: ToPage) {
  if (message.type === 'close') turn(false)
  if (message.type === 'keep') keep(message.on)
  if (message.type === 'message') emit('message', { direction: message.direction })
  if (message.type === 'unread') {
    launcher?.unread(message.count, message.name, message.text)
    emit('unread', message.count)
  }
  if (message.type === 'needToken') {
    const answer = await Promise.resolve(typeof token === 'function' ? token() : token).catch(() => null)
    tell({ type: 'token', token: typeof answer === 'string' ? answer : null })
  }
}

function turn(open: boolean) {
  wantsOpen = open
  if (!launcher || open === isOpen) return
  isOpen = open
  const { dialog, button } = launcher
  const inside = dialog.matches(':focus-within')
  launcher.expanded(open)
  if (open) {
    load()
    show(dialog)
    shown()
    frame!.focus()
  } else {
    dialog.close()
    tell({ type: 'hidden' })
    if (inside) button.focus()
  }
  emit(open ? 'open' : 'close')
}

/** On a phone it covers all, so the rest must be out of reach: a modal dialog. */
const show = (dialog: HTMLDialogElement) => (small.matches ? dialog.showModal() : dialog.show())

/** Whether somebody has written from this browser. A page that forbids storage only loses the badge before the first click. */
function kept(change?: (storage: Storage) => void): boolean {
  try {
    change?.(localStorage)
    return localStorage[memory] === '1'
  } catch {
    return false
  }
}

const keep = (on: boolean) => kept(storage => (on ? (storage[memory] = '1') : storage.removeItem(memory)))

async function start() {
  const answer = await fetch(new URL(`api/channels/messenger/v1/${channel}/config`, root), { credentials: 'omit' }).catch(() => null)
  if (!answer?.ok) return console.warn('Relais: not available here')
  const config = (await answer.json()) as Config
  language = chooseLanguage(lang, config.language, navigator.languages)
  launcher = drawLauncher(config, language as 'fr' | 'en', () => turn(!isOpen))
  const { button, dialog } = launcher
  for (const sign of ['pointerenter', 'focus']) button.addEventListener(sign, load)
  button.addEventListener('keydown', event => event.key === 'Escape' && turn(false))
  dialog.addEventListener('cancel', event => (event.preventDefault(), turn(false)))
  small.addEventListener('change', () => {
    if (!isOpen) return
    dialog.close()
    show(dialog)
    shown()
  })
  const height = () => dialog.style.setProperty('--height', `${visualViewport!.height}px`)
  visualViewport?.addEventListener('resize', height)
  if (kept()) setTimeout(load, 1500)
  if (wantsOpen) turn(true)
  emit('ready')
}

const before = (window as unknown as { Relais?: Api }).Relais
const api: Api = (command, ...details) => commands[command]?.(...(details as never[]))
;(window as unknown as { Relais: Api }).Relais = api
for (const call of before?.q ?? []) api(...([...call] as [string, ...unknown[]]))
if (document.body) void start()
else addEventListener('DOMContentLoaded', () => void start())
