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

const server = process.env.RELAIS_SERVER;
const proxy = server
  ? Object.fromEntries(["/api", "/channels", "/messenger"].map((path) => [path, server]))
  : undefined;

export default defineConfig({
  plugins: [react(), twoLanguagesOnly, ...(server ? [] : [mockServer()])],
  server: {
    port: 5171,
    strictPort: false,
    proxy: proxy && { ...proxy, "^/live(/negotiate)?($|\\?)": { target: server!, ws: true } },
  },
  build: { target: "es2023", cssTarget: ["chrome123", "firefox121", "safari17.5"], manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ["**/*.test.ts", "**/*.test.tsx"] },
});
