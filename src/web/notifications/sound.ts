/** Two soft notes, made here: nothing to load. Where the browser does not allow it yet, it stays silent. */
const notes = [[880, 0], [1174.7, 0.09]] as const;
const lastsSeconds = 0.35;
const softly = 0.06;
const quietMs = 1500;
let context: AudioContext | null = null;
let rangAt = 0;

/** Many at once ring once. */
export function ring() {
  if (Date.now() - rangAt < quietMs) return;
  rangAt = Date.now();
  context ??= new AudioContext();
  if (context.state === "suspended") return void context.resume().then(play).catch(() => {});
  play();
}

function play() {
  const { currentTime, destination } = context!;
  for (const [frequency, after] of notes) {
    const [tone, loudness] = [context!.createOscillator(), context!.createGain()];
    const from = currentTime + after;
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(softly, from + 0.01);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + lastsSeconds);
    tone.connect(loudness).connect(destination);
    tone.start(from);
    tone.stop(from + lastsSeconds);
  }
}
