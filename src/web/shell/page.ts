import { type ComponentType, lazy, type LazyExoticComponent } from "react";

/** What every page receives: the named parts of its path. */
export interface PageProps { params: Record<string, string> }

export interface Route {
  /** "/link/:token", "/settings/*". The first route that fits wins; the longer pattern is asked first. */
  path: string;
  page: LazyExoticComponent<ComponentType<PageProps>>;
  /** "open" stands alone without sign-in; "member" stands in the app's frame and needs it. */
  access: "open" | "member";
}

/** A page whose code is loaded when it is first shown; the module exports it as default. */
export const page = (load: () => Promise<{ default: ComponentType<PageProps> }>) => lazy(load);
