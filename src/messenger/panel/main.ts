import { chooseLanguage, type ToPanel, type Welcome } from '../shared/protocol'
import { Api } from './api'
import { Host } from './host'
import { Messenger } from './messenger'
import { Storage } from './storage'
import { translator } from './texts'
import { h } from './view/dom'
import { Panel } from './view/panel'

/** The frame's address is …/messenger/panel/{channel}; the doors lie beside …/messenger. */
const [root = '/', channel = ''] = location.pathname.split('messenger/panel/')
const api = new Api(`${root}api/channels/messenger/v1/${channel}/`)

let panel: Panel | undefined
let messenger: Messenger | undefined
let shown: Extract<ToPanel, { type: 'shown' }> | null = null

const welcomed = new Promise<Welcome>(done => {
  const host = new Host(done, hear)
  void begin(host)
})

async function begin(host: Host): Promise<void> {
  const wish = new URLSearchParams(location.search).get('lang')
  const early = translator(chooseLanguage(wish, '', navigator.languages))
  const config = await api.config().catch(() => null)
  if (!config) return document.body.replaceChildren(h('p', { class: 'gone', role: 'alert' }, early('gone')))

  const language = chooseLanguage(wish, config.language, navigator.languages)
  const t = translator(language)
  document.documentElement.lang = language
  document.title = t('panel', { name: config.businessName })
  const storage = new Storage(channel)
  messenger = new Messenger(config, language, api, storage, host, () => panel?.draw())
  panel = new Panel(messenger, t, () => host.tell({ type: 'close' }))
  panel.draw()
  const welcome = await welcomed
  if (shown) hear(shown)
  await messenger.start(welcome.identified)
}

function hear(message: ToPanel): void {
  if (message.type === 'shown') shown = message
  if (message.type === 'shown' && messenger) messenger.place = message.place
  if (message.type === 'hidden') shown = null
  if (message.type === 'login') void messenger?.signIn()
  if (message.type === 'logout') void messenger?.signOut()
  if (message.type === 'shown' || message.type === 'hidden') messenger?.show(!!shown)
  if (message.type === 'shown') panel?.focus(message.phone)
}

document.addEventListener('visibilitychange', () => messenger?.look())
addEventListener('focus', () => messenger?.look())
for (const change of ['online', 'offline']) addEventListener(change, () => panel?.draw())
