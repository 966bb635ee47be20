import type { components } from "./generated/schema";

/** The words of the API under the names the app gives them. The server describes them; `bin/api` writes them down. */
type Schemas = components["schemas"];

export type Role = Schemas["Role"];
export type Permission = Schemas["Permission"];
export type ConversationState = Schemas["ConversationState"];
export type Direction = Schemas["Direction"];
export type MessageKind = Schemas["MessageKind"];
export type Presence = Schemas["PresenceState"];
export type Visibility = Schemas["Visibility"];
export type Actor = Schemas["Actor"];

export type Session = Schemas["SessionView"];
export type SessionMember = Schemas["MyselfView"];
export type Language = SessionMember["language"];
export type Link = Schemas["OpenLinkAnswer"];
export type Member = Schemas["MemberView"];
export type Team = Schemas["TeamView"];
export type TeamSettings = Schemas["TeamSettings"];
export type Topic = Schemas["TopicView"];
export type BulkKind = Schemas["BulkKind"];
export type BulkOutcome = Schemas["BulkOutcome"];
export type ResolveReason = Schemas["ResolveReasonView"];
export type ResolveScopes = Schemas["ScopesView"];
export type CommentRule = Schemas["CommentRule"];
export type Tag = Schemas["TagView"];
export type SavedReplies = Schemas["ListSavedRepliesAnswer"];
export type SavedReply = Schemas["SavedReplyView"];
export type ReplyCollection = Schemas["ReplyCollectionView"];
export type ImportedReplies = Schemas["ImportSavedRepliesAnswer"];
export type AwayState = Schemas["AwayStateView"];
export type AwayIcon = Schemas["AwayIcon"];
export type AwayColour = Schemas["AwayColour"];
export type RemoveAssignment = Schemas["RemoveAssignment"];
export type AbsenceNotice = Schemas["MyAbsenceNotice"];
export type Load = Schemas["ShowLoadAnswer"];
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
export type SavedView = Schemas["SavedViewView"];
export type SearchResult = Schemas["SearchResult"];
export type QueuePlace = Schemas["QueuePlace"];

export type ContactView = Schemas["ContactView"];
export type ContactNote = Schemas["ContactNoteView"];
export type ContactAttribute = Schemas["AttributeView"];
export type AttributeFormat = Schemas["AttributeFormat"];
export type KnownValue = Schemas["KnownValue"];
export type MergeView = Schemas["MergeView"];
export type MergePreview = Schemas["PreviewMergeAnswer"];
export type FoundContact = Schemas["FindContactsFound"];
export type ContactGroup = Schemas["GroupView"];
export type GroupRule = Schemas["GroupRule"];
export type GroupOperator = Schemas["GroupOperator"];
export type GroupPreview = Schemas["PreviewGroupAnswer"];
export type Sweep = Schemas["SweepView"];

export type SkillSet = Schemas["SkillSetView"];
export type Filter = Schemas["FilterView"];
export type FilterGroup = Schemas["FilterGroupView"];
export type FilterRule = Schemas["FilterRuleView"];
export type HeldRule = Schemas["HeldRule"];
export type RuleKind = Schemas["RuleKind"];
export type RuleTest = Schemas["RuleTest"];
export type Joint = Schemas["Joint"];
export type PriorityRule = Schemas["PriorityRule"];
export type PriorityKind = Schemas["PriorityKind"];
export type Explanation = Schemas["ExplainConversationAnswer"];
export type Choice = Schemas["AssignmentExplanation"];
export type Named = Schemas["Named"];
export type Rehearsed = Schemas["RehearsalView"];
export type GroupRehearsed = Schemas["RehearseGroupAnswer"];
export type Standing = Schemas["StandingView"];

export type EventView = Schemas["EventView"];
export type EventBatch = Schemas["EventBatch"];
export type LiveMessages = Schemas["LiveMessages"];
export type Viewer = Schemas["Viewer"];
export type Problem = Schemas["Problem"];
