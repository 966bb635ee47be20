// The description of the API on standard input becomes TypeScript on standard output. `bin/api` knows where both belong.
import { text } from "node:stream/consumers";
import openapiTS, { astToString } from "openapi-typescript";

const description = JSON.parse(await text(process.stdin));

// The doors of channels are for providers and visitors: the app uses the API and the live line, and what they are made of.
const used = Object.entries(description.paths).filter(([path]) => path.startsWith("/api/v1/") || path === "/live");
description.paths = Object.fromEntries(used);
const named = (part) => [...JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
const kept = new Set(named(description.paths));
for (const name of kept) for (const part of named(description.components.schemas[name])) kept.add(part);
description.components.schemas = Object.fromEntries(Object.entries(description.components.schemas).filter(([name]) => kept.has(name)));

const types = await openapiTS(description, {
  alphabetize: true,
  // An object of which nothing is said holds anything, not nothing.
  emptyObjectsUnknown: true,
  // What has a standard value may be left out.
  defaultNonNullable: false,
});
process.stdout.write(`// Written by bin/api from the server's own description of its API. Do not change it: change the server.\n${astToString(types)}`);
