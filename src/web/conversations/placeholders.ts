/** What of a saved reply could not be filled in: it must not leave for a customer. The server refuses the same. */
const gap = /\{\{\s*(?:contact|agent|channel|conversation)\.\w+\s*(?:\|[^{}]*)?\}\}/gi;

export const openGaps = (text: string): string[] => text.match(gap) ?? [];
