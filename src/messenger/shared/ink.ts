/** Black or white, whichever reads better on a colour (WCAG 2.2 relative luminance). */
export function inkOn(color: string): string {
  return contrast(color, '#ffffff') >= contrast(color, '#16141f') ? '#ffffff' : '#16141f'
}

export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour itself where it reads on the ground, else moved towards black or white until it does. */
export function readableOn(ground: string, color: string, atLeast = 4.5): string {
  const goal = luminance(ground) > 0.4 ? 0 : 255
  let [r, g, b] = channels(color)
  for (let step = 0; step < 20 && contrast(ground, hex(r, g, b)) < atLeast; step++) {
    ;[r, g, b] = [r, g, b].map(value => Math.round(value + (goal - value) * 0.15)) as [number, number, number]
  }
  return hex(r, g, b)
}

function luminance(color: string): number {
  const [r, g, b] = channels(color).map(value => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function channels(color: string): [number, number, number] {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? '3b3486'
  return [0, 2, 4].map(at => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number]
}

function hex(r: number, g: number, b: number): string {
  return '#' + [r, g, b].map(value => value.toString(16).padStart(2, '0')).join('')
}
