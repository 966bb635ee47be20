import { api } from "../api/client";
import type { ContactView } from "../api/types";

/** Changes what we know of a contact; the feed brings it to every screen. */
export const changeContact = (id: string, changes: Partial<Pick<ContactView, "name" | "email" | "phone" | "language">>) => api.patch(`/contacts/${id}`, changes);
