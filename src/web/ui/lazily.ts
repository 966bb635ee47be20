import { type ComponentType, lazy } from "react";

const againMs = 1000;

/**
 * Loads code that may be asked for while there is no line: then it waits for one and asks again. What fails although the server
 * answers is gone, as after an update, and only loading the page anew helps.
 */
export const patiently = <T>(load: () => Promise<T>): Promise<T> => load().catch(() => lineBack().then(load));

/** A part of a page whose code is loaded when it is first shown. */
export const lazily = <Part extends ComponentType<any>>(load: () => Promise<{ default: Part }>) => lazy(() => patiently(load));

let waiting: Promise<void> | null = null;
/** However many parts wait, one of them asks. */
const lineBack = () => (waiting ??= untilReached().finally(() => (waiting = null)));

async function untilReached() {
  while (!(await isServerReached())) await new Promise((resolve) => setTimeout(resolve, againMs));
}

const isServerReached = () => fetch("/health/live", { cache: "no-store" }).then(() => true, () => false);
