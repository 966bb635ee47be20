import { api } from "../api/client";
import type { TeamSettings } from "../api/types";
import { directory } from "../shell/directory";

export async function saveTeamSettings(id: string, settings: TeamSettings) {
  const team = await api.put(`/teams/${id}/settings`, settings);
  directory.set((state) => ({ teams: { ...state.teams, [id]: team } }));
}
