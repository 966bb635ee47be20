import type { Opening } from '../shared/protocol'
import type { Translate } from './texts'

export function dayLabel(at: number, now: number, language: string, t: Translate): string {
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000)
  if (days === 0) return t('today')
  if (days === 1) return t('yesterday')
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', ...year }).format(at)
}

export function timeLabel(at: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { hour: 'numeric', minute: '2-digit' }).format(at)
}

/** That nobody is there now, and when somebody will be; null while it is open. */
export function closedLabel(openings: Opening[] | null, now: number, language: string, t: Translate): string | null {
  const next = openings?.find(one => Date.parse(one.to) > now)
  if (!openings || (next && Date.parse(next.from) <= now)) return null
  if (!next) return t('closed')
  const at = Date.parse(next.from)
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000)
  const far = days < 7 ? {} : ({ day: 'numeric', month: 'long' } as const)
  const day = days === 0 ? t('today').toLowerCase() : new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', ...far }).format(at)
  return t('closedUntil', { at: `${day} ${timeLabel(at, language)}` })
}

export function sizeLabel(bytes: number, language: string): string {
  const [unit, amount] = bytes >= 1e6 ? ['megabyte', bytes / 1e6] : ['kilobyte', Math.max(1, bytes / 1e3)]
  return new Intl.NumberFormat(language, { style: 'unit', unit: unit as string, unitDisplay: 'short', maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(amount as number)
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  return words.slice(0, 2).map(word => [...word][0]!.toLocaleUpperCase()).join('')
}

/** The visitor's own way to write this language: a Briton's clock is not an American's. */
function localeOf(language: string): string {
  return navigator.languages.find(own => own.split('-')[0] === language) ?? language
}

function midnight(at: number): number {
  const day = new Date(at)
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())
}
