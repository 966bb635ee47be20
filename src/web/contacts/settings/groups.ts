import { api } from "../../api/client";
import type { ContactGroup, GroupRule, Sweep } from "../../api/types";
import { follow } from "../../live/feed";
import { createStore } from "../../live/store";

/** The contact groups, and how far the walk over all contacts is. */
export const groups = createStore<{ items: ContactGroup[] | null; sweep: Sweep }>({ items: null, sweep: { isRunning: false, done: 0, total: 0 } });

export const fetchGroups = async () => groups.set(await api.get("/contact-groups"));

const refetch = () => void (groups.get().items && fetchGroups().catch(() => {}));

follow({
  apply: ({ kind, detail }) => {
    if (kind === "contactSweepMoved") groups.set({ sweep: detail as unknown as Sweep });
    if (kind === "contactGroupChanged") refetch();
  },
  refetch,
});

export type GroupDraft = Pick<ContactGroup, "name" | "match" | "rules">;

const keep = (group: ContactGroup) => groups.set(({ items }) => ({
  items: [...(items ?? []).filter((one) => one.id !== group.id), group].sort((a, b) => a.name.localeCompare(b.name)),
}));

export const addGroup = async (draft: GroupDraft, key: string) => keep(await api.post("/contact-groups", draft, key));
export const changeGroup = async (id: string, draft: GroupDraft) => keep(await api.put(`/contact-groups/${id}`, draft));

export async function removeGroup(id: string) {
  await api.delete(`/contact-groups/${id}`);
  groups.set(({ items }) => ({ items: items?.filter((one) => one.id !== id) ?? null }));
}

export const previewGroup = (draft: Pick<GroupDraft, "match" | "rules">) => api.post("/contact-groups/preview", draft);
export const rehearseGroup = (draft: { id: string | null; match: "all" | "any"; rules: GroupRule[] }) => api.post("/contact-groups/rehearsal", draft);

/** Whether a rule can be asked already. */
export const isComplete = (rule: GroupRule) => rule.operator === "notEmpty" || rule.operator === "empty" || rule.values.some((value) => value.trim());
