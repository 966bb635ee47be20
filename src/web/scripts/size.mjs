// Prints the brotli size of the script each route loads, from the build's manifest, and fails over the inbox budget.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const budgetKb = 150;
const dist = new URL("../dist", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

const closure = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  return seen;
};
const size = (keys) =>
  [...keys]
    .map((key) => join(dist, `${manifest[key].file}.br`))
    .filter((file) => file.endsWith(".js.br") && existsSync(file))
    .reduce((sum, file) => sum + statSync(file).size, 0);
const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(7);

// What every route loads: the entry and the texts of one language (the larger one).
const scripts = [...readFileSync(join(dist, "index.html"), "utf8").matchAll(/<script[^>]+src="\/([^"]+)"/g)].map((found) => found[1]);
const entry = new Set(Object.keys(manifest).filter((key) => scripts.includes(manifest[key].file)).flatMap((key) => [...closure(key)]));
const languages = Object.keys(manifest).filter((key) => /i18n\/(fr|en)\.ts$/.test(key));
const texts = languages.sort((a, b) => size([b]) - size([a]))[0];
const base = new Set([...entry, ...(texts ? closure(texts) : [])]);
console.log(`${kb(size(base))} KB  every route (entry, React, one language)`);

let failed = false;
for (const key of Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && key.endsWith(".tsx"))) {
  const total = size(new Set([...base, ...closure(key)]));
  const over = key.includes("conversations/Inbox") && total > budgetKb * 1024;
  failed ||= over;
  console.log(`${kb(total)} KB  ${key}${over ? `  over the budget of ${budgetKb} KB` : ""}`);
}
process.exit(failed ? 1 : 0);
