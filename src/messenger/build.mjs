// Builds the loader, the panel and the test shop into dist/. What the panel loads carries its hash in its name.
import { build, transform } from 'esbuild'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const shared = { bundle: true, minify: true, target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'], charset: 'utf8', legalComments: 'none' }

/** A style sheet imported by the loader becomes a minified text. */
const sheets = {
  name: 'sheets',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true })
      return { contents: code.trim(), loader: 'text' }
    }),
}

await rm('dist', { recursive: true, force: true })
await mkdir('dist', { recursive: true })
await build({ ...shared, entryPoints: ['loader/relais.ts'], outfile: 'dist/relais.js', format: 'iife', plugins: [sheets] })
const { metafile } = await build({
  ...shared,
  entryPoints: ['panel/main.ts', 'panel/panel.css', 'try/try.ts', 'try/try.css'],
  entryNames: '[name]-[hash]',
  outdir: 'dist/assets',
  format: 'esm',
  metafile: true,
})
const names = Object.fromEntries(Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint, `/messenger/assets/${basename(path)}`]))

await writeFile('dist/panel.html', `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>Relais</title>
<link rel="stylesheet" href="${names['panel/panel.css']}">
<script type="module" src="${names['panel/main.ts']}"></script>
</head>
<body></body>
</html>
`)

const shop = await readFile('try/try.html', 'utf8')
for (const language of ['fr', 'en']) {
  const texts = JSON.parse(await readFile(`try/${language}.json`, 'utf8'))
  const page = shop
    .replace('{{script}}', names['try/try.ts'])
    .replace('{{style}}', names['try/try.css'])
    .replace(/\{\{(\w+)\}\}/g, (_, key) => texts[key] ?? fail(`try/${language}.json lacks "${key}"`))
  await writeFile(`dist/try.${language}.html`, page)
}

// The server hands out the compressed twin to those who take it.
for (const name of await readdir('dist', { recursive: true }))
  if (/\.(js|css)$/.test(name)) await writeFile(`dist/${name}.br`, brotliCompressSync(await readFile(`dist/${name}`)))

function fail(sentence) {
  throw new Error(sentence)
}
