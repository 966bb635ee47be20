/** Where the keyboard goes: the composer is found by its place on the page, since it may not be there (a locked window). */
export function focusComposer() {
  const find = () => document.querySelector<HTMLTextAreaElement>(".composer textarea");
  const area = find();
  // At once where it is already there, so that the very next key is written and not taken for a shortcut.
  if (area) area.focus();
  else setTimeout(() => find()?.focus(), 30);
}


/** Out of the composer, so that the keys are shortcuts again: to the open row, or nowhere when the list no longer shows it. */
export function leaveComposer() {
  const row = document.querySelector<HTMLElement>('.queue-row[aria-current="true"]');
  if (row) row.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
