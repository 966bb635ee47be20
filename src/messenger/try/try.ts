/** The shop's own buttons open the chat, as a shop would do it with the messenger's API. */
declare global {
  interface Window {
    Relais?: ((command: string, ...details: unknown[]) => unknown) & { q?: unknown[] }
  }
}

window.Relais ??= Object.assign((...call: unknown[]) => window.Relais!.q!.push(call), { q: [] as unknown[] })

for (const button of document.querySelectorAll('[data-chat]')) button.addEventListener('click', () => window.Relais!('open'))

export {}
