import { api } from "../api/client";
import type { Member, Team } from "../api/types";
import { directory } from "../shell/directory";

const keep = (member: Member) => directory.set((state) => ({ members: { ...state.members, [member.id]: member } }));
const keepTeam = (team: Team) => directory.set((state) => ({ teams: { ...state.teams, [team.id]: team } }));

export type Invitation = Pick<Member, "name" | "email" | "role" | "teamIds" | "language">;

/** The key makes a repetition after a lost answer find the same member. */
export async function invite(invitation: Invitation, key: string) {
  const { member, link } = await api.post("/members", invitation, key);
  keep(member);
  return { member, link };
}

export async function changeMember(id: string, changes: Partial<Pick<Member, "name" | "role" | "teamIds" | "status">>) {
  keep(await api.patch(`/members/${id}`, changes));
}

export const makeLink = (member: Member) =>
  api.post(`/members/${member.id}/links`, { purpose: member.status === "invited" ? "invitation" : "passwordReset" });

export const addTeam = async (team: Pick<Team, "name" | "memberIds">, key: string) => keepTeam(await api.post("/teams", team, key));
export const changeTeam = async (id: string, changes: Partial<Pick<Team, "name" | "memberIds">>) => keepTeam(await api.patch(`/teams/${id}`, changes));

export async function dissolveTeam(id: string) {
  await api.delete(`/teams/${id}`);
  directory.set(({ teams: { [id]: _gone, ...teams } }) => ({ teams }));
}

export const byName = <Item extends { name: string }>(items: Record<string, Item>) => Object.values(items).sort((a, b) => a.name.localeCompare(b.name));
