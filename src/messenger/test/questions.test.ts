import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { PreChat } from '../shared/protocol'
import { faultOf } from '../panel/answers'
import { translator } from '../panel/texts'
import { Questions } from '../panel/view/questions'

const asked: PreChat = {
  intro: 'Voir https://maison-lune.fr/vie-privee <b>',
  fields: [
    { attribute: 'profile_name', type: 'text', label: '', required: true, options: [] },
    { attribute: 'email', type: 'email', label: '', required: true, options: [] },
    { attribute: 'phone', type: 'text', label: '', required: false, options: [] },
    { attribute: 'reason', type: 'select', label: 'Votre demande', required: false, options: ['Livraison', 'Retour'] },
  ],
}

function draw(before: Record<string, string> | null = null) {
  const done = vi.fn()
  const questions = new Questions(asked, before, translator('fr'), done)
  document.body.replaceChildren(questions.element)
  const field = (attribute: string) => document.getElementById(`ask-${attribute}`) as HTMLInputElement
  const type = (attribute: string, text: string) => ((field(attribute).value = text), field(attribute).dispatchEvent(new Event('input')))
  const submit = () => questions.element.dispatchEvent(new Event('submit', { cancelable: true }))
  return { questions, done, field, type, submit }
}

beforeEach(() => document.body.replaceChildren())

describe('what is asked', () => {
  test('every field has its label, and what may be left out says so', () => {
    draw()
    const labels = [...document.querySelectorAll('label')]
    expect(labels.map(label => label.textContent)).toEqual(['Votre nom', 'Votre adresse e-mail', 'Votre numéro de téléphone (facultatif)', 'Votre demande (facultatif)'])
    for (const label of labels) expect(document.getElementById(label.htmlFor)).not.toBeNull()
  })

  test('the introduction is text and links, nothing else', () => {
    draw()
    expect(document.querySelector('.intro')!.textContent).toBe(asked.intro)
    expect(document.querySelector('.intro b')).toBeNull()
    expect(document.querySelector<HTMLAnchorElement>('.intro a')!.href).toBe('https://maison-lune.fr/vie-privee')
  })

  test('faults are told at their fields and aloud, and the first one gets the focus', () => {
    const { done, field, type, submit } = draw()
    type('email', 'zoe')
    submit()
    expect(done).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(field('profile_name'))
    expect(document.querySelector('[role=alert]')!.textContent).toBe('2 réponses à corriger')
    for (const attribute of ['profile_name', 'email']) {
      expect(field(attribute).getAttribute('aria-invalid')).toBe('true')
      expect(document.getElementById(field(attribute).getAttribute('aria-describedby')!)!.textContent).not.toBe('')
    }
    type('email', 'zoe@exemple.fr')
    expect(field('email').hasAttribute('aria-invalid')).toBe(false)
  })

  test('what is right is handed on trimmed, without what was left out', () => {
    const { done, type, submit } = draw()
    type('profile_name', ' Zoé ')
    type('email', 'zoe@exemple.fr')
    submit()
    expect(done).toHaveBeenCalledWith({ profile_name: 'Zoé', email: 'zoe@exemple.fr' })
  })

  test('asked again, it shows what was answered before', () => {
    const { field } = draw({ profile_name: 'Zoé', reason: 'Retour' })
    expect([field('profile_name').value, field('reason').value]).toEqual(['Zoé', 'Retour'])
  })
})

test.each([
  ['email', 'zoe@exemple.fr', null],
  ['email', 'zoe@exemple', 'email'],
  ['email', ' ', 'missing'],
  ['phone', '+33 6 12 34 56 78', null],
  ['phone', 'demain', 'phone'],
  ['phone', '', null],
])('%s answered with "%s"', (attribute, answer, fault) => {
  expect(faultOf(asked.fields.find(field => field.attribute === attribute)!, answer)).toBe(fault)
})
