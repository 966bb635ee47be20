import type { Question } from '../shared/protocol'

/** What was answered, by the attribute it fills in. */
export type Answers = Record<string, string>

export type Fault = 'missing' | 'email' | 'phone'

const Email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const Phone = /^\+?[0-9 .()/\-\u00a0\u202f]+$/

/** The server looks again; here it is only to tell at once. */
export function faultOf(question: Question, answer: string): Fault | null {
  const text = answer.trim()
  if (!text) return question.required ? 'missing' : null
  if (question.type === 'email' && !Email.test(text)) return 'email'
  if (question.attribute === 'phone' && !(Phone.test(text) && text.replace(/[^0-9]/g, '').length >= 3)) return 'phone'
  return null
}
