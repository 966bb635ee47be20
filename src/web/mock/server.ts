import type { Plugin } from "vite";

/** Answers the API in `npm run dev` when no real server is named by RELAIS_SERVER. */
export const mockServer = (): Plugin => ({ name: "mock-server", apply: "serve" });
