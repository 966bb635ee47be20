import { describe, expect, test, vi } from 'vitest'
import { closedLabel, dayLabel, initials, sizeLabel, timeLabel } from '../panel/format'
import { onlyEmoji, pieces } from '../panel/links'
import { reasonFor, Texts, translator } from '../panel/texts'
import { contrast, inkOn, readableOn } from '../shared/ink'
import { chooseLanguage } from '../shared/protocol'

describe('texts', () => {
  test('say the same in both languages, with the same gaps', () => {
    expect(Object.keys(Texts.fr).sort()).toEqual(Object.keys(Texts.en).sort())
    const gaps = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const [key, text] of Object.entries(Texts.en)) expect(gaps(Texts.fr[key as keyof typeof Texts.fr]), key).toEqual(gaps(text))
  })

  test('French is typeset as French', () => {
    for (const [key, text] of Object.entries(Texts.fr)) expect(text, key).not.toMatch(/[ \p{L}][:;?!](?:\s|$)| »|« /u)
  })

  test('count as the language counts', () => {
    expect(translator('fr')('newMessages', { n: 0 })).toBe('0 nouveau message')
    expect(translator('en')('newMessages', { n: 0 })).toBe('0 new messages')
    expect(translator('fr')('newMessages', { n: 2 })).toBe('2 nouveaux messages')
  })

  test('a refusal nobody foresaw still has a sentence', () => {
    expect(reasonFor(translator('en'), 'something.new')).toBe('The message was refused.')
    expect(reasonFor(translator('fr'), 'message.too_long', { max: 4000 })).toContain('4000')
  })

  test('the page’s wish comes before the shop’s, the shop’s before the browser’s', () => {
    expect(chooseLanguage('fr-FR', 'en', ['en'])).toBe('fr')
    expect(chooseLanguage(null, 'fr', ['en'])).toBe('fr')
    expect(chooseLanguage(undefined, 'auto', ['de', 'fr-CA', 'en'])).toBe('fr')
    expect(chooseLanguage('xx', 'auto', ['de'])).toBe('en')
  })
})

describe('business hours', () => {
  const t = translator('fr')
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime()
  const opening = (day: number) => ({ from: new Date(at(day, 14)).toISOString(), to: new Date(at(day, 17)).toISOString() })

  test('a visitor reads when somebody will be there, and nothing of it while it is open', () => {
    const week = [opening(27), opening(30)]
    expect(closedLabel(null, at(27, 3), 'fr', t)).toBeNull()
    expect(closedLabel(week, at(27, 14), 'fr', t)).toBeNull()
    expect(closedLabel(week, at(27, 8), 'fr', t)).toBe('Fermé, de retour aujourd’hui 14:00.')
    expect(closedLabel(week, at(27, 17), 'fr', t)).toBe('Fermé, de retour lundi 14:00.')
    expect(closedLabel(week, at(20, 17), 'fr', t)).toBe('Fermé, de retour vendredi 27 novembre 14:00.')
    expect(closedLabel([], at(27, 17), 'fr', t)).toBe('Nous sommes fermés en ce moment.')
  })
})

describe('days, names, sizes', () => {
  const t = translator('fr')
  const noon = new Date(2026, 2, 10, 12).getTime()
  test('days are called as people call them', () => {
    expect(dayLabel(noon - 3_600_000, noon, 'fr', t)).toBe('Aujourd’hui')
    expect(dayLabel(new Date(2026, 2, 9, 23, 59).getTime(), noon, 'fr', t)).toBe('Hier')
    expect(dayLabel(new Date(2026, 2, 2).getTime(), noon, 'fr', t)).toBe('lundi 2 mars')
    expect(dayLabel(new Date(2025, 11, 24).getTime(), noon, 'fr', t)).toContain('2025')
  })

  test('a clock is read as where the visitor lives, in the language he reads', () => {
    const languages = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'fr-CA'])
    expect(timeLabel(noon + 65 * 60_000, 'en')).toBe('13:05')
    expect(timeLabel(noon + 65 * 60_000, 'fr')).toBe('13 h 05')
    languages.mockReturnValue(['de'])
    expect(timeLabel(noon + 65 * 60_000, 'en')).toMatch(/^1:05\sPM$/)
  })

  test('initials and sizes', () => {
    expect(initials('Maison Lune')).toBe('ML')
    expect(initials('  élodie ')).toBe('É')
    expect(initials('')).toBe('')
    expect(sizeLabel(2_400_000, 'en')).toBe('2.4 MB')
    expect(sizeLabel(10, 'en')).toBe('1 kB')
  })
})

describe('what is written becomes text and links, nothing else', () => {
  test('links end before the punctuation', () => {
    expect(pieces('Voir https://maison-lune.fr/a?b=1, merci.')).toEqual([
      { text: 'Voir ', href: null },
      { text: 'https://maison-lune.fr/a?b=1', href: 'https://maison-lune.fr/a?b=1' },
      { text: ', merci.', href: null },
    ])
    expect(pieces('zoe@exemple.fr')[0]!.href).toBe('mailto:zoe@exemple.fr')
  })

  test.each(['javascript:alert(1)', 'data:text/html,<b>', '<img src=x onerror=alert(1)>', 'vbscript:x'])('%s is only text', text => {
    expect(pieces(text).every(piece => piece.href === null)).toBe(true)
  })

  test('emoji alone are large', () => {
    expect(['😀', '👍🏽 🎉', '❤️'].every(onlyEmoji)).toBe(true)
    expect(['ok 😀', '1', '', '😀😀😀😀'].some(onlyEmoji)).toBe(false)
  })
})

describe('colours', () => {
  test('the writing reads on whatever colour the shop chose', () => {
    for (const color of ['#ffffff', '#000000', '#ffd400', '#3b3486', '#ff0000', '#808080', '#00b894']) {
      expect(contrast(color, inkOn(color)), color).toBeGreaterThanOrEqual(4.5)
      expect(contrast('#ffffff', readableOn('#ffffff', color)), color).toBeGreaterThanOrEqual(4.5)
      expect(contrast('#191721', readableOn('#191721', color)), color).toBeGreaterThanOrEqual(4.5)
    }
  })
})
