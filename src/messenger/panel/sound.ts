let context: AudioContext | undefined

/** Two soft notes. A browser that forbids sound before a click stays silent. */
export function chime(): void {
  if (!('AudioContext' in globalThis)) return
  context ??= new AudioContext()
  if (context.state !== 'running') return
  note(660, 0)
  note(880, 0.11)
}

/** Called at a click, the moment a browser allows sound. */
export function allowSound(): void {
  if (!('AudioContext' in globalThis)) return
  context ??= new AudioContext()
  void context.resume()
}

function note(frequency: number, after: number): void {
  const at = context!.currentTime + after
  const tone = context!.createOscillator()
  const volume = context!.createGain()
  tone.type = 'sine'
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.08, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4)
  tone.connect(volume).connect(context!.destination)
  tone.start(at)
  tone.stop(at + 0.42)
}
