import type { Language } from '../shared/protocol'

const en = {
  panel: 'Chat with {name}',
  hello: 'Hello!',
  greeting: 'How can we help you?',
  promise: 'Write to us here: we answer in this chat.',
  talking: 'You are talking with {name}',
  close: 'Close the chat',
  write: 'Write your message…',
  message: 'Your message',
  send: 'Send',
  attach: 'Attach a file',
  emoji: 'Insert an emoji',
  drop: 'Drop your files here',
  remove: 'Remove {name}',
  earlier: 'Earlier messages',
  newer: 'New messages',
  conversation: 'Conversation',
  you: 'You',
  sending: 'Sending…',
  sent: 'Sent',
  seen: 'Seen',
  failed: 'Not sent',
  retry: 'Try again',
  typing: '{name} is writing…',
  someoneTyping: 'Someone is writing…',
  today: 'Today',
  yesterday: 'Yesterday',
  lost: 'Connection lost. Reconnecting…',
  offline: 'You are offline. Your messages will leave when the line is back.',
  back: 'You are connected again.',
  signIn: 'Please sign in on the site to write to us.',
  expired: 'Your session on the site has ended. Sign in again to go on.',
  gone: 'This chat is not available at the moment.',
  open: 'Open {name}',
  image: 'Picture {name}',
  files: '{n} file|{n} files',
  preview: 'Picture preview',
  fetching: 'The file is being prepared…',
  newMessages: '{n} new message|{n} new messages',
  'error.refused': 'The message was refused.',
  'error.message.too_long': 'The message is too long ({max} characters at most).',
  'error.message.empty': 'The message is empty.',
  'error.attachment.type': 'This kind of file cannot be sent: {name}',
  'error.attachment.too_large': '{name} is too large ({max} at most).',
  'error.attachment.too_many': 'At most {max} files in one message.',
  'error.attachment.unknown': 'The file has expired. Please attach it again.',
  'error.attachment.failed': '{name} could not be sent.',
  'error.rate_limited': 'That was a little fast. Wait a moment.',
}

type Key = keyof typeof en

const fr: Record<Key, string> = {
  panel: 'Messagerie {name}',
  hello: 'Bonjour !',
  greeting: 'Comment pouvons-nous vous aider ?',
  promise: 'Écrivez-nous ici : nous vous répondons dans cette messagerie.',
  talking: 'Vous échangez avec {name}',
  close: 'Fermer la messagerie',
  write: 'Écrivez votre message…',
  message: 'Votre message',
  send: 'Envoyer',
  attach: 'Joindre un fichier',
  emoji: 'Insérer un emoji',
  drop: 'Déposez vos fichiers ici',
  remove: 'Retirer {name}',
  earlier: 'Messages précédents',
  newer: 'Nouveaux messages',
  conversation: 'Conversation',
  you: 'Vous',
  sending: 'Envoi…',
  sent: 'Envoyé',
  seen: 'Vu',
  failed: 'Non envoyé',
  retry: 'Réessayer',
  typing: '{name} écrit…',
  someoneTyping: 'Quelqu’un écrit…',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  lost: 'Connexion perdue. Reconnexion en cours…',
  offline: 'Vous êtes hors ligne. Vos messages partiront au retour de la connexion.',
  back: 'La connexion est rétablie.',
  signIn: 'Connectez-vous sur le site pour nous écrire.',
  expired: 'Votre session sur le site a pris fin. Reconnectez-vous pour continuer.',
  gone: 'Cette messagerie n’est pas disponible pour le moment.',
  open: 'Ouvrir {name}',
  image: 'Image {name}',
  files: '{n} fichier|{n} fichiers',
  preview: 'Aperçu de l’image',
  fetching: 'Le fichier est en préparation…',
  newMessages: '{n} nouveau message|{n} nouveaux messages',
  'error.refused': 'Le message a été refusé.',
  'error.message.too_long': 'Le message est trop long ({max} caractères au plus).',
  'error.message.empty': 'Le message est vide.',
  'error.attachment.type': 'Ce type de fichier ne peut pas être envoyé : {name}',
  'error.attachment.too_large': '{name} est trop volumineux ({max} au plus).',
  'error.attachment.too_many': '{max} fichiers au plus par message.',
  'error.attachment.unknown': 'Le fichier a expiré. Veuillez le joindre à nouveau.',
  'error.attachment.failed': '{name} n’a pas pu être envoyé.',
  'error.rate_limited': 'Un peu trop vite. Patientez un instant.',
}

export const Texts: Record<Language, Record<Key, string>> = { en, fr }

export type Translate = (key: Key, values?: Record<string, string | number>) => string

export function translator(language: Language): Translate {
  const plural = new Intl.PluralRules(language)
  return (key, values = {}) => {
    const forms = Texts[language][key].split('|')
    const form = forms.length > 1 && plural.select(Number(values.n)) !== 'one' ? forms[1]! : forms[0]!
    return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

/** The sentence for a refusal's code; a code nobody foresaw gets the plain one. */
export function reasonFor(t: Translate, code: string, values?: Record<string, string | number>): string {
  const key = `error.${code}`
  return t((key in en ? key : 'error.refused') as Key, values)
}
