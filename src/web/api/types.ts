import type { components } from "./generated/schema";

/** The words of the API under the names the app gives them. The server describes them; `bin/api` writes them down. */
type Schemas = components["schemas"];

export type Role = Schemas["Role"];
export type Permission = Schemas["Permission"];
export type ConversationState = Schemas["ConversationState"];
export type Direction = Schemas["Direction"];
export type DeliveryStatus = Schemas["DeliveryStatus"];
export type MessageKind = Schemas["MessageKind"];
export type Presence = Schemas["PresenceState"];
export type Actor = Schemas["Actor"];

export type Session = Schemas["SessionView"];
export type SessionMember = Schemas["MyselfView"];
export type Language = SessionMember["language"];
export type Link = Schemas["OpenLinkAnswer"];
export type Member = Schemas["MemberView"];
export type Team = Schemas["TeamView"];
export type TeamSettings = Schemas["TeamSettings"];
export type WorkRules = Schemas["WorkRules"];
export type QueueSort = Schemas["QueueSort"];
export type Topic = Schemas["TopicView"];
export type Handover = Schemas["LinkView"];
export type Messenger = Schemas["MessengerView"];

export type Channel = Schemas["ChannelView"];
export type ChannelDetail = Schemas["ChannelDetail"];
export type ChannelKind = Schemas["KindView"];
export type Field = Schemas["FieldView"];
export type Capabilities = Schemas["CapabilitiesView"];
export type AttachmentKind = Schemas["AttachmentKind"];
export type FileLimit = Schemas["FileLimit"];
export type Template = Schemas["Template"];
export type Quarantined = Schemas["QuarantinedView"];

export type ConversationRow = Schemas["ConversationRow"];
export type ConversationView = Schemas["ConversationView"];
export type ConversationSummary = Schemas["Boundary"];
export type MessageView = Schemas["MessageView"];
export type Attachment = Schemas["AttachmentView"];
export type TrailLine = Schemas["TrailLine"];
export type ThreadPage = Schemas["ThreadPage"];
export type ContactView = Schemas["ContactView"];
export type Counter = Schemas["QueueCounter"];
export type QueuePlace = Schemas["QueuePlace"];

export type EventView = Schemas["EventView"];
export type EventBatch = Schemas["EventBatch"];
export type LiveMessages = Schemas["LiveMessages"];
export type Viewer = Schemas["Viewer"];
export type Problem = Schemas["Problem"];
