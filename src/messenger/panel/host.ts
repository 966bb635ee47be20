import type { Hail, ToPage, ToPanel, Welcome } from '../shared/protocol'

/** The page around the frame, reached through a port that its loader hands over. */
export class Host {
  private port: MessagePort | null = null
  private waiting: ((token: string | null) => void)[] = []

  constructor(
    private readonly welcomed: (welcome: Welcome) => void,
    private readonly hear: (message: ToPanel) => void,
  ) {
    addEventListener('message', this.accept)
    // Anybody may know that a panel is ready; who answers must be the parent, whom frame-ancestors has vetted.
    parent.postMessage({ relais: 'ready' } satisfies Hail, '*')
  }

  tell(message: ToPage): void {
    this.port?.postMessage(message)
  }

  /** A fresh identity token from the site; null when nobody is signed in there or it does not answer. */
  token(): Promise<string | null> {
    return new Promise(done => {
      const timer = setTimeout(() => done(null), 10_000)
      this.waiting.push(token => (clearTimeout(timer), done(token)))
      this.tell({ type: 'needToken' })
    })
  }

  private readonly accept = (event: MessageEvent<Welcome>): void => {
    if (event.source !== parent || event.data?.relais !== 'port' || !event.ports[0]) return
    removeEventListener('message', this.accept)
    this.port = event.ports[0]
    this.port.onmessage = (message: MessageEvent<ToPanel>) => {
      if (message.data.type === 'token') for (const done of this.waiting.splice(0)) done(message.data.token)
      else this.hear(message.data)
    }
    this.welcomed(event.data)
  }
}
