// Reads the JUnit reports of one bin/test run, prints the counts per suite and the slowest tests, and fails when anything did.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const [folder, seconds] = process.argv.slice(2)
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
const plain = text => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

function read(suite) {
  const file = `${folder}/${suite}.xml`
  if (!existsSync(file)) return []
  return [...readFileSync(file, 'utf8').matchAll(/<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)].map(([, tag, , body = '']) => ({
    suite,
    name: plain(`${attribute(tag, 'classname')} ${attribute(tag, 'name')}`).trim(),
    seconds: Number(attribute(tag, 'time')) || 0,
    outcome: /<(failure|error)\b/.test(body) ? 'failed' : /<skipped\b/.test(body) ? 'skipped' : 'passed',
  }))
}

let bad = false
const all = []
console.log('')
for (const suite of readdirSync(folder).filter(name => name.endsWith('.exit')).map(name => name.slice(0, -5))) {
  const tests = read(suite)
  const count = outcome => tests.filter(test => test.outcome === outcome).length
  const exit = Number(readFileSync(`${folder}/${suite}.exit`, 'utf8'))
  const broken = exit !== 0 && count('failed') === 0
  const empty = tests.length === 0
  bad ||= count('failed') > 0 || exit !== 0 || empty
  const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
  const note = empty ? ' (no test ran)' : broken ? ` (ended with code ${exit})` : ''
  console.log(`${suite.padEnd(10)} ${count('passed')} passed, ${count('failed')} failed${skipped}${note}`)
  all.push(...tests)
}

console.log('\nslowest tests')
for (const test of all.sort((a, b) => b.seconds - a.seconds).slice(0, 10))
  console.log(`${test.seconds.toFixed(2).padStart(8)} s  ${test.suite}: ${test.name}`)

if (existsSync(`${folder}/budgets.txt`)) console.log(`\n${readFileSync(`${folder}/budgets.txt`, 'utf8').trimEnd()}`)

const failed = all.filter(test => test.outcome === 'failed')
if (failed.length > 0) console.log(`\nfailed\n${failed.map(test => `  ${test.suite}: ${test.name}`).join('\n')}`)
console.log(`\nwall time ${Math.floor(seconds / 60)} min ${seconds % 60} s`)
process.exit(bad ? 1 : 0)
