/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { mockServer } from "./mock/server.ts";

/** React Aria carries its own texts in thirty languages; the app speaks two. */
const twoLanguagesOnly: Plugin = {
  name: "two-languages-only",
  enforce: "pre",
  load(id) {
    const locale = /react-aria.*\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.(?:m|c)?js$/.exec(id)?.[1];
    return locale && locale !== "en-US" && locale !== "fr-FR" ? "export default {};" : null;
  },
};

/**
 * What every page needs, found by following the static imports of the entry and of the frame's own parts of the kit:
 * one file, which packs better than ten. The kit's index is not followed, for it names every part.
 */
const everyPage = new Set<string>();
const roots = /\/(main|ui\/(Avatar|Badge|Button|EmptyState|icons|Keys|Menu|Popup|Spinner|toast|Tooltip))\.tsx$/;
const findEveryPage: Plugin = {
  name: "find-every-page",
  buildEnd() {
    const visit = (id: string) => {
      if (everyPage.has(id) || id.endsWith("/ui/index.ts")) return;
      everyPage.add(id);
      this.getModuleInfo(id)?.importedIds.forEach(visit);
    };
    for (const id of this.getModuleIds()) if (roots.test(id)) visit(id);
  },
};

/** The line speaks WebSocket, or server-sent events where a proxy refuses it; long polling, XMLHttpRequest and the buffer of stateful reconnects are never reached. */
const shortSignalR: Plugin = {
  name: "short-signalr",
  enforce: "pre",
  load(id) {
    const name = /@microsoft\/signalr\/dist\/esm\/(LongPollingTransport|XhrHttpClient|MessageBuffer)\.js$/.exec(id)?.[1];
    return name ? `export class ${name} {}` : null;
  },
};

/** React has this itself; React Aria brings one along for older Reacts. */
const reactsOwnStore: Plugin = {
  name: "reacts-own-store",
  enforce: "pre",
  load: (id) => (/use-sync-external-store\/shim\/index\.js$/.test(id) ? 'export { useSyncExternalStore } from "react";' : null),
};

const server = process.env.RELAIS_SERVER;
const proxy = server
  ? Object.fromEntries(["/api", "/channels", "/messenger"].map((path) => [path, server]))
  : undefined;

export default defineConfig({
  plugins: [react(), twoLanguagesOnly, findEveryPage, shortSignalR, reactsOwnStore, ...(server ? [] : [mockServer()])],
  server: {
    port: 5171,
    strictPort: false,
    proxy: proxy && { ...proxy, "^/live(/negotiate)?($|\\?)": { target: server!, ws: true } },
  },
  build: {
    target: "es2023", cssTarget: ["chrome123", "firefox121", "safari17.5"], manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "every-page", test: (id: string) => everyPage.has(id) && !id.endsWith(".css") }] } } },
  },
  test: { include: ["**/*.test.ts", "**/*.test.tsx"] },
});
