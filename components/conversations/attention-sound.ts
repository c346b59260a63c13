const GAIN = 0.06;
const NOTES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.14 },
] as const;
const LENGTH_SECONDS = 0.12;

let context: AudioContext | undefined;

/** Two short tones, made here rather than loaded. Silent where the browser has not allowed sound yet. */
export function playAttention(): void {
  context ??= new AudioContext();
  if (context.state === "suspended") context.resume().catch(() => undefined);
  for (const { hertz, at } of NOTES) {
    const [tone, gain] = [context.createOscillator(), context.createGain()];
    const start = context.currentTime + at;
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(GAIN, start);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH_SECONDS);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + LENGTH_SECONDS);
  }
}
