import type { ComponentType, LazyExoticComponent } from "react";
import { speakMore } from "../i18n";
import { lazily } from "../ui";

/** What every page receives: the named parts of its path. */
export interface PageProps { params: Record<string, string> }

export interface Route {
  /** "/link/:token", "/settings/*". The first route that fits wins; the longer pattern is asked first. */
  path: string;
  page: LazyExoticComponent<ComponentType<PageProps>>;
  /** "open" stands alone without sign-in; "member" stands in the app's frame and needs it. */
  access: "open" | "member";
}

type Load<Props = PageProps> = () => Promise<{ default: ComponentType<Props> }>;

/**
 * A page, a dialog or any other part whose code is loaded when it is first shown, with the texts that the inbox does without. The
 * module exports it as default. Plain `lazily` is right where all its texts are there: in what came through here itself, and for what
 * speaks with the inbox's texts only.
 */
export const withTexts = <Props = PageProps>(load: Load<Props>) => lazily(async () => (await Promise.all([load(), speakMore()]))[0]);

/** The inbox: the page one waits for every morning, so nothing is loaded beside it. */
export const inboxPage = (load: Load) => lazily(load);
