/** What a channel says of a message besides its words: read with care, since providers change it as they like. */
export type Bag = Record<string, unknown>;

export const bag = (value: unknown): Bag => (value && typeof value === "object" ? (value as Bag) : {});
export const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
