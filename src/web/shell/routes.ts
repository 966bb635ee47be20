import type { Route } from "./page";

export { withTexts, type PageProps, type Route } from "./page";

/** Every feature folder lists its own pages in its routes.ts. */
const files = import.meta.glob<{ routes: Route[] }>("../*/routes.ts", { eager: true });

export const routes: Route[] = Object.entries(files)
  .filter(([file]) => !file.startsWith("./"))
  .flatMap(([, module]) => module.routes)
  .sort((a, b) => b.path.replace("*", "").length - a.path.replace("*", "").length);
