/** What the page's loader and the panel's frame say to each other, over a port of their own. */
export type ToPanel =
  | { type: 'shown'; phone: boolean; place: Place }
  | { type: 'hidden' }
  | { type: 'token'; token: string | null }
  | { type: 'login' }
  | { type: 'logout' }

export type ToPage =
  | { type: 'close' }
  | { type: 'unread'; count: number; name: string; text: string }
  | { type: 'keep'; on: boolean }
  | { type: 'needToken' }
  | { type: 'message'; direction: 'in' | 'out' }

/** Address and title of the page somebody writes from. */
export type Place = [url: string, title: string]

/** The panel's first word, before there is a port. */
export interface Hail {
  relais: 'ready'
}

/** The loader's answer; the port comes with it, and through that what is open. */
export interface Welcome {
  relais: 'port'
  identified: boolean
}

export interface Colors {
  brand: string
  conversation: string
  action: string
}

/** One thing that is asked, and which attribute of the contact it fills in. */
export interface Question {
  attribute: string
  type: 'text' | 'email' | 'select'
  label: string
  required: boolean
  options: string[]
}

/** What anonymous visitors are asked before their first message. */
export interface PreChat {
  intro: string
  fields: Question[]
}

/** The public part of the channel's settings. */
export interface Config {
  businessName: string
  greeting: string
  language: 'auto' | 'fr' | 'en'
  colors: Colors
  identityRequired: boolean
  maxText: number
  uploads: { maxFiles: number; types: Record<string, number> } | null
  preChat: PreChat | null
  /** When somebody is there, from now on; null = always. */
  openings: Opening[] | null
}

export interface Opening {
  from: string
  to: string
}

export type Language = 'fr' | 'en'

/** The page's wish first, then the shop's, then the browser's. */
export function chooseLanguage(wish: string | null | undefined, config: string, browser: readonly string[]): Language {
  for (const candidate of [wish, config, ...browser]) {
    const language = candidate?.slice(0, 2).toLowerCase()
    if (language === 'fr' || language === 'en') return language
  }
  return 'en'
}
