import type { PreChat, Question } from '../../shared/protocol'
import { faultOf, type Answers, type Fault } from '../answers'
import type { Key, Translate } from '../texts'
import { words } from './bubble'
import { h, icon } from './dom'

const Faults: Record<Fault, Key> = { missing: 'ask.missing', email: 'ask.email.wrong', phone: 'ask.phone.wrong' }
const Fills: Record<string, string> = { profile_name: 'name', first_name: 'given-name', last_name: 'family-name', email: 'email', phone: 'tel' }

/** What is asked before the first message. Faults are told at their field, counted aloud, and the first one gets the focus. */
export class Questions {
  readonly element: HTMLFormElement
  private readonly rows: Row[]
  private readonly faults = h('p', { class: 'hidden', role: 'alert' })

  constructor(
    asked: PreChat,
    before: Answers | null,
    private readonly t: Translate,
    private readonly done: (answers: Answers) => void,
  ) {
    this.rows = asked.fields.map(question => new Row(question, before?.[question.attribute] ?? '', t))
    const lead = asked.intro ? h('p', { class: 'intro', id: 'intro', dir: 'auto' }, ...words(asked.intro)) : null
    const start = h('button', { type: 'submit', class: 'start' }, t('ask.start'), icon('send'))
    this.element = h('form', { class: 'questions', novalidate: true, 'aria-labelledby': 'asked', submit: (event: Event) => (event.preventDefault(), this.submit()) }, h('h2', { id: 'asked' }, t('ask.title')), lead, ...this.rows.map(row => row.element), this.faults, start)
    if (lead) this.element.setAttribute('aria-describedby', 'intro')
  }

  focus(): void {
    this.rows[0]?.field.focus()
  }

  private submit(): void {
    const wrong = this.rows.filter(row => row.check())
    this.faults.textContent = wrong.length ? this.t('ask.faults', { n: wrong.length }) : ''
    if (wrong[0]) return wrong[0].field.focus()
    this.done(Object.fromEntries(this.rows.map(row => [row.question.attribute, row.field.value.trim()]).filter(([, answer]) => answer)))
  }
}

/** One question, its field and what is wrong with the answer. */
class Row {
  readonly element: HTMLElement
  readonly field: HTMLInputElement | HTMLSelectElement
  private readonly fault: HTMLElement

  constructor(
    readonly question: Question,
    answer: string,
    private readonly t: Translate,
  ) {
    const id = `ask-${question.attribute}`
    const label = question.label || t(`ask.${question.attribute}` as Key)
    this.fault = h('p', { class: 'fault', id: `${id}-fault` })
    this.field = question.type === 'select' ? this.list(id) : this.line(id)
    this.field.value = answer
    this.field.setAttribute('aria-required', String(question.required))
    this.field.setAttribute('aria-describedby', this.fault.id)
    this.element = h('div', { class: 'ask' }, h('label', { for: id, dir: 'auto' }, question.required ? label : t('ask.optional', { label })), this.field, this.fault)
  }

  /** Whether something is wrong; told at the field until it is right. */
  check(): boolean {
    const fault = faultOf(this.question, this.field.value)
    this.fault.textContent = fault ? this.t(Faults[fault]) : ''
    if (fault) this.field.setAttribute('aria-invalid', 'true')
    else this.field.removeAttribute('aria-invalid')
    return !!fault
  }

  private line(id: string): HTMLInputElement {
    const { attribute, type } = this.question
    const kind = attribute === 'phone' ? 'tel' : type
    return h('input', { id, type: kind, maxlength: '300', autocomplete: Fills[attribute] ?? 'off', dir: 'auto', input: () => this.mend() })
  }

  private list(id: string): HTMLSelectElement {
    const options = this.question.options.map(option => h('option', {}, option))
    return h('select', { id, change: () => this.mend() }, h('option', { value: '' }, this.t('ask.choose')), ...options)
  }

  private mend(): void {
    if (this.field.hasAttribute('aria-invalid')) this.check()
  }
}
