// Says what a visitor downloads, as brotli, and fails over budget.
import { readFile, readdir } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'

const weigh = async paths => (await Promise.all(paths.map(path => readFile(path)))).reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0)
const assets = (await readdir('dist/assets')).filter(name => /^(main|panel)-.*(js|css)$/.test(name)).map(name => `dist/assets/${name}`)
const budgets = [
  ['loader', ['dist/relais.js'], 3 * 1024],
  ['opened', ['dist/relais.js', 'dist/panel.html', ...assets], 30 * 1024],
]

for (const [name, paths, most] of budgets) {
  const bytes = await weigh(paths)
  console.log(`${name}: ${bytes} of ${most} bytes`)
  if (bytes > most) process.exitCode = 1
}
