import type { MessageView } from "../api/types";

/** What a channel says of a message besides its words: read with care, since providers change it as they like. */
export type Bag = Record<string, unknown>;

export const bag = (value: unknown): Bag => (value && typeof value === "object" ? (value as Bag) : {});
export const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** Whether a file is the whole letter as it came, which nobody attached. */
export const isOriginal = (message: MessageView, url: string | null) => {
  const key = text(bag(message.extra).original);
  return key !== "" && (url?.endsWith(`/${key}`) ?? false);
};
