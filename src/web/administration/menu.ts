import type { ComponentType, LazyExoticComponent } from "react";
import type { PageProps } from "../shell/page";
import { AlertIcon, BookmarkIcon, ChatIcon, ClockIcon, GlobeIcon, type Icon, InboxIcon, lazily, LinkIcon, LockIcon, NoteIcon, PauseIcon, PeopleIcon, PersonIcon, ReplyIcon, ResolveIcon, RouteIcon, SmileIcon, SparkIcon, TagIcon, TakeIcon, TrashIcon, UrgentIcon } from "../ui";

export interface SettingsPage {
  /** Its text is administration.page.{id}. */
  id: string;
  /** Below /settings. */
  path: string;
  /** What guides and habits call it; the search and the addresses understand these too. */
  alsoCalled: readonly string[];
  /** Missing until it is built: the menu shows only what is there. */
  page?: LazyExoticComponent<ComponentType<PageProps>>;
}

export interface SettingsGroup {
  /** Its text is administration.group.{id}. */
  id: string;
  icon: Icon;
  alsoCalled: readonly string[];
  pages: readonly SettingsPage[];
}

const load = (from: () => Promise<{ default: ComponentType<PageProps> }>) => lazily(from);

/** The whole of the settings, in the order of the guide. To build a page is to give its line a `page`. */
export const menu: readonly SettingsGroup[] = [
  { id: "agentWorkspace", icon: ChatIcon, alsoCalled: ["Espace de travail Agent", "Agent workspace"], pages: [
    { id: "contactAttributes", path: "workspace/contact-attributes", alsoCalled: ["Attributs de contact", "Contact attributes"], page: load(() => import("../contacts/settings/AttributesPage")) },
    { id: "savedReplies", path: "workspace/saved-replies", alsoCalled: ["Réponses enregistrées", "Saved replies"], page: load(() => import("../replies/RepliesPage")) },
    { id: "resolveReasons", path: "workspace/resolve-reasons", alsoCalled: ["Résoudre les motifs", "Motifs de résolution", "Resolve reasons"], page: load(() => import("../resolve-reasons/ResolveReasonsPage")) },
    { id: "awayStates", path: "workspace/away-states", alsoCalled: ["États d'absence", "Away states"], page: load(() => import("../people/AwayStatesPage")) },
  ] },
  { id: "routing", icon: SparkIcon, alsoCalled: ["Routage et automatisation", "Routing and automation"], pages: [
    { id: "removeAssignment", path: "routing/remove-assignment", alsoCalled: ["Supprimer l'affectation", "Affectations hors ligne", "Remove assignment"], page: load(() => import("../assignment/RemoveAssignmentPage")) },
    { id: "contactGroups", path: "routing/contact-groups", alsoCalled: ["Groupes de contacts", "Contact groups"], page: load(() => import("../contacts/settings/GroupsPage")) },
    { id: "topics", path: "routing/topics", alsoCalled: ["Sujets", "Rubriques", "Thèmes", "Topics"], page: load(() => import("../topics/TopicsPage")) },
    { id: "automations", path: "routing/automations", alsoCalled: ["Automatisations", "Automations"], page: load(() => import("../automations/AutomationsPage")) },
    { id: "skillSets", path: "routing/skill-sets", alsoCalled: ["Ensembles de compétences", "Skill sets"], page: load(() => import("../routing/SkillSetsPage")) },
    { id: "prioritization", path: "routing/prioritization", alsoCalled: ["Priorisation", "Prioritization"], page: load(() => import("../routing/PrioritizationPage")) },
  ] },
  { id: "queue", icon: InboxIcon, alsoCalled: ["File d'attente", "Queue"], pages: [
    { id: "autoResolve", path: "queue/auto-resolve", alsoCalled: ["Préférences", "Automatisation", "Préférences de résolution automatique", "Preferences", "Auto-resolve"], page: load(() => import("../auto-resolve/AutoResolvePage")) },
    { id: "teamSettings", path: "queue/team-settings", alsoCalled: ["Paramètres d'équipe", "Team settings"], page: load(() => import("../queue/TeamSettingsPage")) },
    { id: "slaPolicies", path: "queue/sla-policies", alsoCalled: ["Politiques de SLA", "SLA policies"] },
  ] },
  { id: "channelsAndHours", icon: GlobeIcon, alsoCalled: ["Chaînes et heures d'ouverture", "Canaux et heures d'ouverture", "Channels and business hours"], pages: [
    { id: "channels", path: "channels", alsoCalled: ["Canaux", "Chaînes", "Comptes de réseau social", "Channels", "Social accounts"], page: load(() => import("../channels/ChannelsPage")) },
    { id: "businessHours", path: "business-hours", alsoCalled: ["Heures d'ouverture", "Business hours"], page: load(() => import("../hours/HoursPage")) },
  ] },
  { id: "autoResponders", icon: ReplyIcon, alsoCalled: ["Répondeurs automatiques", "Auto responders"], pages: [
    { id: "autoResponders", path: "auto-responders", alsoCalled: ["Répondeurs automatiques", "Auto responders"], page: load(() => import("../virtual-agents/RespondersPage")) },
  ] },
  { id: "csat", icon: SmileIcon, alsoCalled: ["Enquêtes CSAT", "CSAT surveys"], pages: [
    { id: "csat", path: "csat-surveys", alsoCalled: ["Enquêtes CSAT", "Satisfaction", "CSAT surveys"], page: load(() => import("../surveys/SurveysPage")) },
  ] },
  { id: "virtualAgents", icon: SparkIcon, alsoCalled: ["Agents virtuels", "Virtual agents"], pages: [
    { id: "customVirtualAgents", path: "virtual-agents/custom", alsoCalled: ["Agents virtuels personnalisés", "Web hook", "Chatbot", "Custom virtual agents"], page: load(() => import("../virtual-agents/custom/CustomAgentsPage")) },
  ] },
  { id: "privacy", icon: LockIcon, alsoCalled: ["Confidentialité et sécurité", "Privacy and security"], pages: [
    { id: "piiHandling", path: "privacy/pii-handling", alsoCalled: ["Données personnelles", "PII handling"] },
    { id: "autoClear", path: "privacy/auto-clear", alsoCalled: ["Effacement automatique", "Auto-clear contact attributes"], page: load(() => import("../privacy/AutoClearPage")) },
    { id: "deletedContacts", path: "privacy/deleted-contacts", alsoCalled: ["Contacts supprimés", "Deleted contacts"], page: load(() => import("../privacy/DeletedContactsPage")) },
    { id: "auditLogs", path: "privacy/audit-logs", alsoCalled: ["Journal d'audit", "Audit logs"], page: load(() => import("../privacy/AuditLogPage")) },
    { id: "inactiveSession", path: "privacy/inactive-session", alsoCalled: ["Durée de session", "Inactive-session length"] },
  ] },
  { id: "socialNetworks", icon: AlertIcon, alsoCalled: ["Réseaux sociaux", "Social networks"], pages: [
    { id: "xSettings", path: "social-networks/x", alsoCalled: ["Twitter", "X"] },
  ] },
  { id: "integrations", icon: LinkIcon, alsoCalled: ["Intégrations et API", "Integration and APIs"], pages: [
    { id: "crm", path: "integrations/crm", alsoCalled: ["CRM"] },
  ] },
  { id: "account", icon: PeopleIcon, alsoCalled: ["Account", "Compte", "Comptes de réseau social et équipes", "Comptes de réseau social et teams", "Social accounts and teams", "Account ▸ Comptes de réseau social et équipes", "Account ▸ Social accounts and teams"], pages: [
    { id: "tags", path: "tags", alsoCalled: ["Tags", "Balises", "Étiquettes"], page: load(() => import("../tags/TagsPage")) },
    { id: "teams", path: "teams", alsoCalled: ["Équipes", "Teams"], page: load(() => import("../people/TeamsPage")) },
    { id: "members", path: "members", alsoCalled: ["Membres", "Utilisateurs", "Agents", "Members", "Users"], page: load(() => import("../people/MembersPage")) },
  ] },
];

/** Pages that lie below one of the menu. */
export const innerPages: readonly { path: string; page: LazyExoticComponent<ComponentType<PageProps>> }[] = [
  { path: "/settings/routing/automations/:automationId", page: load(() => import("../automations/AutomationPage")) },
  { path: "/settings/routing/skill-sets/:skillSetId", page: load(() => import("../routing/SkillSetPage")) },
  { path: "/settings/auto-responders/:responderId", page: load(() => import("../virtual-agents/ResponderPage")) },
  { path: "/settings/virtual-agents/custom/:agentId", page: load(() => import("../virtual-agents/custom/CustomAgentPage")) },
  { path: "/settings/csat-surveys/:surveyId", page: load(() => import("../surveys/SurveyPage")) },
  { path: "/settings/business-hours/:hoursId", page: load(() => import("../hours/HoursEditor")) },
  { path: "/settings/channels/:channelId", page: load(() => import("../channels/ChannelPage")) },
];

export const pageIcons: Record<string, Icon> = {
  autoResponders: ReplyIcon, csat: SmileIcon, customVirtualAgents: SparkIcon, contactAttributes: NoteIcon, savedReplies: BookmarkIcon, resolveReasons: ResolveIcon, awayStates: PauseIcon, removeAssignment: TakeIcon, contactGroups: PeopleIcon, topics: TagIcon, automations: SparkIcon, skillSets: RouteIcon, prioritization: UrgentIcon,
  channels: GlobeIcon, autoResolve: ResolveIcon, businessHours: ClockIcon, teamSettings: InboxIcon, tags: TagIcon, teams: PeopleIcon, members: PersonIcon, deletedContacts: TrashIcon, autoClear: ClockIcon, auditLogs: LockIcon,
};

/** What there is to show today. */
export const built: readonly SettingsGroup[] = menu
  .map((group) => ({ ...group, pages: group.pages.filter((one) => one.page) }))
  .filter((group) => group.pages.length > 0);
