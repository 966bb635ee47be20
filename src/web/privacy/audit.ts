import { api } from "../api/client";
import type { AuditLine } from "../api/types";

export interface AuditFilter { words: string; memberId: string; from: string; to: string }

/** A day of the reader's own calendar begins at his midnight; the last day counts as a whole. */
const midnight = (day: string, plusDays = 0) => {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + plusDays);
  return date.toISOString();
};

export function auditQuery({ words, memberId, from, to }: AuditFilter, after: string | null = null): string {
  const query = new URLSearchParams();
  if (words.trim()) query.set("words", words.trim());
  if (memberId) query.set("memberId", memberId);
  if (from) query.set("from", midnight(from));
  if (to) query.set("to", midnight(to, 1));
  if (after) query.set("after", after);
  return query.size ? `?${query}` : "";
}

export const readAudit = (filter: AuditFilter, after: string | null): Promise<{ items: AuditLine[]; next: string | null }> => api.get(`/audit-log${auditQuery(filter, after)}` as "/audit-log");

/** Where the same lines are as a table. */
export const auditTable = (filter: AuditFilter) => `/api/v1/audit-log/table${auditQuery(filter)}`;
