/** The words of the API, as the server sends them. */
export type Instant = string;
export type Role = "admin" | "supervisor" | "agent" | "viewer";
export type ConversationState = "new" | "pending" | "resolved";
export type Direction = "in" | "out" | "note";
export type DeliveryStatus = "none" | "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown";
export type MessageKind =
  | "text" | "image" | "video" | "audio" | "sticker" | "document" | "location" | "contacts"
  | "reaction" | "button" | "interactive" | "order" | "system" | "template" | "unsupported";
export type Presence = "available" | "away" | "offline";
export type Language = "fr" | "en";

export interface Actor { kind: "contact" | "member" | "system" | "rule" | "virtualAgent"; id: string | null; name: string }

export type DefaultAvailability = "available" | "away" | "asBefore";
export type AwayIcon = "pause" | "cup" | "meal" | "call" | "meeting" | "training" | "work" | "home";
export type AwayColour = "orange" | "red" | "pink" | "violet" | "blue" | "teal" | "grey";
export interface AwayState { id: string; name: string; icon: AwayIcon; colour: AwayColour; isProductive: boolean; place: number; isArchived: boolean; version: number }
export type RemoveAssignment = "never" | "offline" | "awayOrOffline";

export interface SessionMember { id: string; name: string; email: string; role: Role; language: Language; shortCode: string | null; availability: "available" | "away"; awayStateId: string | null; statusSince: Instant; defaultAvailability: DefaultAvailability }
export interface Session {
  member: SessionMember;
  organisation: { id: string; name: string; language: Language };
  permissions: string[];
  queue: WorkRules;
  csrfToken: string;
}

export interface Member { id: string; name: string; email: string; role: Role; language: Language; shortCode: string | null; teamIds: string[]; status: "active" | "invited" | "disabled"; presence: Presence }
export interface Topic { id: string; name: string; description: string | null; parentId: string | null; path: string; active: boolean }
export type QueueSort = "oldest" | "newest";
export interface TeamSettings { seesOnlyRouted: boolean; limit: number | null; countsPending: boolean; mayFilter: boolean; maySort: boolean; sort: QueueSort; mayChooseChannels: boolean }
export interface Team { id: string; name: string; memberIds: string[]; channelIds: string[]; settings: TeamSettings }
/** What one's teams together let one see and change of the queue, and how much they give. */
export interface WorkRules { limit: number | null; countsPending: boolean; mayFilter: boolean; maySort: boolean; sort: QueueSort; mayChooseChannels: boolean }

export type AttachmentKind = "image" | "video" | "audio" | "document";
export interface AttachmentRules { maxBytes: number; types: string[] }
export interface Capabilities {
  text: { max: number; unit: string };
  attachments: { max: number; kinds: Partial<Record<AttachmentKind, AttachmentRules>> };
  replyWindowHours: number | null;
  templates: boolean;
  replyTo: boolean;
  reactionsOut: boolean;
  typingOut: boolean;
  readOut: boolean;
  deliveredReceipts: boolean;
  readReceipts: boolean;
  edits: boolean;
  removals: boolean;
  publicThreads: boolean;
  unknownPolicy: "ask" | "resend";
}
export interface Channel {
  id: string; name: string; kind: string; status: "active" | "failing" | "disabled"; problem: string | null;
  capabilities: Capabilities; everyone: boolean; teamIds: string[]; memberIds: string[]; autoAssignOnReply: boolean;
}
export interface Template {
  name: string; language: string; category: string; status: string;
  header?: string | null; body: string; footer?: string | null; buttons: unknown[];
  variables: { part: "header" | "body"; index: number }[];
}

export interface ContactSummary { id: string; name: string; avatarUrl: string | null; vip: boolean }
export interface ConversationRow {
  id: string; number: number; state: ConversationState; version: number;
  channelId: string; threadId: string;
  contact: ContactSummary;
  assigneeId: string | null;
  visibility: "private" | "public";
  preview: { text: string; direction: Direction; kind: MessageKind } | null;
  openedAt: Instant; stateSince: Instant; lastMessageAt: Instant | null; resolvedAt: Instant | null; boomerangAt: Instant | null;
  topicIds: string[];
  /** The teams it was routed to; none = every team with the channel. */
  teamIds: string[];
  priority: number;
}
export interface Attachment { id: string; kind: AttachmentKind | "sticker"; name: string; contentType: string; size: number; url: string | null; state: "fetching" | "ready" | "failed" }
export interface MessageView {
  id: string; conversationId: string; threadId: string;
  direction: Direction; author: Actor; kind: MessageKind; text: string | null;
  attachments: Attachment[];
  replyTo: { id: string; text: string; direction: Direction } | null;
  extra: Record<string, unknown> | null;
  reactions: { emoji: string; by: "contact" | "member" }[];
  at: Instant;
  delivery: { status: DeliveryStatus; at: Instant | null; code: string | null; reason: string | null };
  undoUntil: Instant | null; editedAt: Instant | null; removedAt: Instant | null;
  clientId: string | null;
  version: number;
}
export interface ConversationSummary { id: string; number: number; state: ConversationState; openedAt: Instant; resolvedAt: Instant | null; resolvedBy: string | null }
export interface TrailLine { position: number; at: Instant; kind: string; actor: Actor; conversationId: string; detail: Record<string, unknown> | null }
export interface ThreadPage { items: MessageView[]; conversations: ConversationSummary[]; trail: TrailLine[]; next: string | null; position: number }

export type AttributeFormat = "text" | "number" | "date" | "email" | "phone" | "url" | "choice" | "yesNo" | "language";
export type AttributeSource = "crmConfirmed" | "agent" | "virtualAgent" | "autoResponder" | "import" | "system" | "medium";
export type GroupOperator = "is" | "isNot" | "anyOf" | "contains" | "doesNotContain" | "greaterThan" | "atLeast" | "lessThan" | "atMost" | "notEmpty" | "empty";
export interface KnownValue { alias: string; value: string; source: AttributeSource; at: Instant }
export interface ContactAttribute {
  alias: string; name: string | null; kind: "default" | "medium" | "own"; format: AttributeFormat; choices: string[];
  isOn: boolean; managedByCrm: boolean; isLookup: boolean; agentsMayEdit: boolean; isPersonal: boolean; operators: GroupOperator[];
}
export interface GroupRule { alias: string; operator: GroupOperator; values: string[] }
export interface ContactGroup { id: string; name: string; match: "all" | "any"; rules: GroupRule[]; memberCount: number; isCounted: boolean; createdAt: Instant }
export interface Sweep { isRunning: boolean; done: number; total: number }
export interface GroupPreview { matched: number; looked: number; total: number; examples: ContactSummary[] }

export interface ContactView {
  id: string; name: string; avatarUrl: string | null; email: string | null; phone: string | null; language: string | null;
  createdAt: Instant;
  vip: boolean;
  /** Those that are on, in the administrator's order; of several for one attribute, the first counts. */
  attributes: KnownValue[];
  groups: { id: string; name: string }[];
  identities: { channelId: string; kind: string; externalId: string; displayName: string | null }[];
  conversations: { id: string; number: number; state: ConversationState; channelId: string; openedAt: Instant; resolvedAt: Instant | null }[];
}
export interface ConversationView {
  row: ConversationRow;
  contact: ContactView;
  window: { closesAt: Instant | null; open: boolean };
  draft: { reply: string | null; note: string | null };
  boomerangNote: string | null;
  previousTopicIds: string[];
  position: number;
}
export interface AbsenceNotice { kind: "kept" | "released"; at: Instant; conversation: ConversationRow }
export interface CursorPage<T> { items: T[]; next: string | null; position: number }
export interface Counter { channelId: string; state: ConversationState; assigneeId: string | null; count: number }
export interface Upload { id: string; name: string; size: number; contentType: string; kind: AttachmentKind }

export interface QueuePlace { channelId: string; state: ConversationState; assigneeId: string | null }
export interface EventView {
  position: number; kind: string; at: Instant; actor: Actor;
  conversation: ConversationRow | null;
  message: MessageView | null;
  contact: ContactSummary | null;
  moved: { from: QueuePlace | null; to: QueuePlace | null } | null;
  detail: Record<string, unknown> | null;
}
export interface EventPage { items: EventView[]; position: number; more: boolean }
export interface Viewer { memberId: string; typing: boolean; since: Instant }
