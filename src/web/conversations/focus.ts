/** Where the keyboard goes: the composer is found by its place on the page, since it may not be there (a locked window). */
export const focusComposer = () => setTimeout(() => document.querySelector<HTMLTextAreaElement>(".composer textarea")?.focus(), 30);
export const focusOpenRow = () => document.querySelector<HTMLElement>('.queue-row[aria-current="true"]')?.focus();
