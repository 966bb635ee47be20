import { api } from "../api/client";
import type { DeletedContact } from "../api/types";
import { follow } from "../live/feed";
import { createStore } from "../live/store";

/** How much goes with a contact. */
export const lossesOf = (id: string) => api.get(`/contacts/${id}/deletion`);

/** Screens lose him by the events, this one too. */
export const deleteContact = (id: string) => api.delete(`/contacts/${id}`);

/** Who was deleted, the last one first; null until somebody looks. */
export const deleted = createStore<{ items: DeletedContact[] | null; next: string | null }>({ items: null, next: null });

export const fetchDeleted = async () => deleted.set(await api.get("/deleted-contacts"));

export async function fetchMore() {
  const { next } = deleted.get();
  if (!next) return;
  const page = await api.get(`/deleted-contacts?after=${next}`);
  deleted.set(({ items }) => ({ items: [...(items ?? []), ...page.items], next: page.next }));
}

const again = () => void (deleted.get().items && fetchDeleted().catch(() => {}));

follow({ apply: (event) => (event.kind === "contactDeleted" || event.kind === "contactErased") && again(), refetch: again });
