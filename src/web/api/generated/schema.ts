// Written by bin/api from the server's own description of its API. Do not change it: change the server.
export interface paths {
    "/api/v1/attachments/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a message */
        get: operations["DownloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what of the settings, the last one first */
        get: operations["ReadAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table (CSV), the last 20000 lines that fit */
        get: operations["ExportAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auto-clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the attributes of a contact are deleted by themselves */
        get: operations["ShowAutoClear"];
        /** Choose when the attributes of a contact are deleted by themselves */
        put: operations["ChooseAutoClear"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auto-resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When conversations end by themselves */
        get: operations["ShowAutoResolve"];
        /** Choose when conversations end by themselves */
        put: operations["ChooseAutoResolve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auto-responders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The auto responders */
        get: operations["ListAutoResponders"];
        put?: never;
        /** Make an auto responder */
        post: operations["AddAutoResponder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auto-responders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an auto responder */
        delete: operations["RemoveAutoResponder"];
        options?: never;
        head?: never;
        /** Change an auto responder */
        patch: operations["ChangeAutoResponder"];
        trace?: never;
    };
    "/api/v1/auto-responders/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Play a script as its customer */
        post: operations["RehearseScript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The automations, in the order in which they have their turn */
        get: operations["ListAutomations"];
        put?: never;
        /** Make an automation */
        post: operations["AddAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an automation */
        delete: operations["RemoveAutomation"];
        options?: never;
        head?: never;
        /** Change an automation, or turn it on or off */
        patch: operations["ChangeAutomation"];
        trace?: never;
    };
    "/api/v1/automations/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the automations in another order */
        put: operations["OrderAutomations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an automation would have done with the last 500 messages */
        post: operations["RehearseAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/automations/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which automations are for a text, and why */
        post: operations["TryAutomations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/away-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The away states of the organisation, archived ones too, in their order */
        get: operations["ListAwayStates"];
        put?: never;
        /** Add an away state */
        post: operations["AddAwayState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/away-states/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, archive or restore an away state */
        patch: operations["ChangeAwayState"];
        trace?: never;
    };
    "/api/v1/away-states/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the away states in another order */
        put: operations["OrderAwayStates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The broadcasts, the newest first */
        get: operations["ListBroadcasts"];
        put?: never;
        /** Send a template to many contacts */
        post: operations["AddBroadcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One broadcast */
        get: operations["ShowBroadcast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** End a broadcast before everybody was written to */
        put: operations["StopBroadcast"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the messages of a broadcast */
        get: operations["ListBroadcastMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hold a broadcast */
        put: operations["PauseBroadcast"];
        post?: never;
        /** Let a broadcast go on */
        delete: operations["ResumeBroadcast"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages of a broadcast as a table (CSV) */
        get: operations["ExportBroadcastMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a broadcast would reach, and how it would read */
        post: operations["PreviewBroadcast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve, pend, assign or file several conversations at once */
        post: operations["ActInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a bulk action back */
        delete: operations["UndoBulkAction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business hours, and which channels keep them */
        get: operations["ListBusinessHours"];
        put?: never;
        /** Add business hours */
        post: operations["AddBusinessHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-hours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete business hours */
        delete: operations["RemoveBusinessHours"];
        options?: never;
        head?: never;
        /** Change business hours, or the channels that keep them */
        patch: operations["ChangeBusinessHours"];
        trace?: never;
    };
    "/api/v1/channel-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be connected */
        get: operations["ListChannelKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channels one may see */
        get: operations["ListChannels"];
        put?: never;
        /** Connect a channel */
        post: operations["ConnectChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A channel with its settings
         * @description Secrets are never returned, only whether they are set.
         */
        get: operations["ShowChannel"];
        put?: never;
        post?: never;
        /** Disconnect a channel */
        delete: operations["DisconnectChannel"];
        options?: never;
        head?: never;
        /** Change a channel */
        patch: operations["ChangeChannel"];
        trace?: never;
    };
    "/api/v1/channels/{id}/business-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the business hours of a channel */
        put: operations["KeepBusinessHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the provider whether a channel works */
        post: operations["CheckChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a channel is doing */
        get: operations["ShowChannelHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The approved templates of a channel */
        get: operations["ListTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attributes of contacts, in order */
        get: operations["ListContactAttributes"];
        put?: never;
        /** Make an attribute of one's own */
        post: operations["AddContactAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-attributes/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an attribute of one's own, and its values */
        delete: operations["RemoveContactAttribute"];
        options?: never;
        head?: never;
        /** Turn an attribute on or off, or change one of one's own */
        patch: operations["ChangeContactAttribute"];
        trace?: never;
    };
    "/api/v1/contact-attributes/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the order of the attributes */
        put: operations["OrderContactAttributes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contact groups of the organisation */
        get: operations["ListContactGroups"];
        put?: never;
        /** Make a contact group */
        post: operations["AddContactGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a contact group */
        put: operations["ChangeContactGroup"];
        post?: never;
        /** Delete a contact group */
        delete: operations["RemoveContactGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-groups/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would belong to a group as it is being written */
        post: operations["PreviewContactGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-groups/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a contact group would have changed in the last 30 days */
        post: operations["RehearseContactGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find contacts by name, e-mail or telephone, the newest first */
        get: operations["FindContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of a contact */
        get: operations["ShowContact"];
        put?: never;
        post?: never;
        /**
         * Delete a contact with everything that is his, for good
         * @description Conversations, messages, files, notes and attributes are gone from every screen when this is answered, and from every table and file soon after. Whoever writes again is somebody new.
         */
        delete: operations["DeleteContact"];
        options?: never;
        head?: never;
        /** Corrects what is known of a contact */
        patch: operations["CorrectContact"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/attributes/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write an attribute of a contact */
        put: operations["WriteContactAttribute"];
        post?: never;
        /** Clear an attribute of a contact */
        delete: operations["ClearContactAttribute"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Block a contact
         * @description What he writes from now on is kept, and resolved at once: it asks nobody for anything.
         */
        put: operations["BlockContact"];
        post?: never;
        /** Let a blocked contact through again */
        delete: operations["UnblockContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/consents/{channelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whether a contact may be written to first on a channel */
        put: operations["RecordConsent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much goes when a contact is deleted */
        get: operations["PreviewDeletion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another contact part of this one */
        post: operations["MergeContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merges/{mergeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make two contacts of one again */
        delete: operations["UndoMerge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a contact would hold after a merge */
        get: operations["PreviewMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note about a contact */
        post: operations["AddContactNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a note about a contact */
        delete: operations["StrikeContactNote"];
        options?: never;
        head?: never;
        /** Correct a note about a contact */
        patch: operations["AmendContactNote"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/vip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a contact as VIP */
        put: operations["MarkVip"];
        post?: never;
        /** Take the VIP mark away */
        delete: operations["UnmarkVip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of a queue */
        get: operations["ListConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation with its contact, reply window and drafts */
        get: operations["ShowConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a conversation to a member, to a virtual agent, or to nobody */
        put: operations["AssignConversation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/boomerang": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts a conversation aside until an instant */
        put: operations["ThrowBoomerang"];
        post?: never;
        /** Keeps a conversation from coming back by itself */
        delete: operations["CancelBoomerang"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/continuations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on with the contact on another channel */
        post: operations["ContinueElsewhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps what a member has written but not sent. An empty text forgets it. */
        put: operations["SaveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a conversation is where it is */
        get: operations["ExplainConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/insertions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A saved reply filled in for a conversation */
        post: operations["InsertSavedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is open in a conversation goes on in another of the same contact */
        post: operations["MergeConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes to the contact */
        post: operations["AnswerContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves a note for colleagues */
        post: operations["AnnotateConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Waits for the contact from now on */
        put: operations["PendConversation"];
        post?: never;
        /** Needs attention again: the conversation is New */
        delete: operations["ReturnConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where else the contact can be written to */
        get: operations["ListPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tells the provider that we have read the contact's messages */
        put: operations["MarkRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks a conversation as over; the assignment ends */
        put: operations["ResolveConversation"];
        post?: never;
        /** Takes a resolve back: the conversation is New again */
        delete: operations["ReopenConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/topics/{topicId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that a conversation is about a topic */
        put: operations["FileUnderTopic"];
        post?: never;
        /** Say that a conversation is not about a topic */
        delete: operations["TakeTopicAway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The custom virtual agents */
        get: operations["ListCustomAgents"];
        put?: never;
        /** Make a custom virtual agent */
        post: operations["AddCustomAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One custom virtual agent, with its secrets */
        get: operations["ShowCustomAgent"];
        put?: never;
        post?: never;
        /** Delete a custom virtual agent */
        delete: operations["RemoveCustomAgent"];
        options?: never;
        head?: never;
        /** Change a custom virtual agent */
        patch: operations["ChangeCustomAgent"];
        trace?: never;
    };
    "/api/v1/custom-agents/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a custom virtual agent was told lately */
        get: operations["ListAgentDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-agents/{id}/deliveries/{eventId}/repetition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a custom virtual agent the same once more
         * @description With the same idempotency key. What it answers counts only while it has the conversation, and only once.
         */
        post: operations["RepeatAgentDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-agents/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose another secret for a custom virtual agent */
        post: operations["ReplaceCustomAgentSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-agents/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a custom virtual agent a test event */
        post: operations["TestCustomAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deleted-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which contacts were deleted, the last one first */
        get: operations["ListDeletedContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/digest-mails/{token}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No longer send one e-mails */
        post: operations["StopDigestMails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events after a position, oldest first */
        get: operations["ListEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a link is for */
        get: operations["OpenLink"];
        /** Join, or choose a new password */
        put: operations["UseLink"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of the organisation */
        get: operations["ListMembers"];
        put?: never;
        /**
         * Invite a member
         * @description Repeated with the same Idempotency-Key it returns the same member with a fresh link.
         */
        post: operations["InviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a member */
        patch: operations["ChangeMember"];
        trace?: never;
    };
    "/api/v1/members/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a colleague's status */
        put: operations["ChangeStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an invitation or password link */
        post: operations["MakeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an answer back before it leaves */
        delete: operations["UndoAnswer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a scheduled answer before its time, or a failed or uncertain one once more */
        post: operations["RetryAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hides a comment from the public, or shows it again */
        put: operations["HideComment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts an emoji on what a customer wrote, or takes it back */
        put: operations["ReactToMessage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Deletes a comment, or a public answer, at its network for good */
        put: operations["DeleteComment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a tag on a message */
        put: operations["TagMessage"];
        post?: never;
        /** Take a tag off a message */
        delete: operations["UntagMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one is told of, the newest first */
        get: operations["ListNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** One has seen what one was told of */
        put: operations["ReadNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mute a post
         * @description What would begin a conversation below it is kept, and resolved at once. Conversations that are open go on.
         */
        put: operations["MutePost"];
        post?: never;
        /** Let what is written below a post come to New again */
        delete: operations["UnmutePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/muted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The muted posts, the last one first */
        get: operations["ListMutedPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prioritization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What makes conversations urgent */
        get: operations["ShowPrioritization"];
        /** Choose what makes conversations urgent */
        put: operations["SetPrioritization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prioritization/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What other priorities would have changed in the last 30 days */
        post: operations["RehearsePrioritization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proactive-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to somebody first, with a template; 60 a minute */
        post: operations["SendProactiveMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proactive-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a message a program sent */
        get: operations["ShowProactiveMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public holidays of a country */
        get: operations["ListPublicHolidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-holidays/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a calendar file (.ics) as holidays */
        post: operations["ReadHolidayCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be read */
        get: operations["ListQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes as they came */
        get: operations["DownloadQuarantined"];
        put?: never;
        post?: never;
        /** Drop it for good */
        delete: operations["DropQuarantined"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read it again */
        post: operations["ReplayQuarantined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many conversations are New and Pending, by channel and assignee */
        get: operations["ShowQueueCounters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give me the next conversation that waits
         * @description Assigns the head of the queue, among what the caller may see and nobody has, to the caller. Two who ask at once get two different ones.
         */
        post: operations["TakeNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/remove-assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When conversations leave an absent agent */
        get: operations["ShowRemoveAssignment"];
        /** Choose when conversations leave an absent agent */
        put: operations["ChooseRemoveAssignment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reply-collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a collection of saved replies */
        post: operations["AddReplyCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reply-collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a collection with its saved replies */
        delete: operations["RemoveReplyCollection"];
        options?: never;
        head?: never;
        /** Rename a collection, or share it */
        patch: operations["ChangeReplyCollection"];
        trace?: never;
    };
    "/api/v1/resolve-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resolve reasons, and where a reason or a topic is asked for */
        get: operations["ListResolveReasons"];
        put?: never;
        /** Add a resolve reason */
        post: operations["AddResolveReason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resolve-reasons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, use, archive or restore a resolve reason */
        patch: operations["ChangeResolveReason"];
        trace?: never;
    };
    "/api/v1/resolve-reasons/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the resolve reasons in another order */
        put: operations["OrderResolveReasons"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resolve-reasons/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose where a reason or a topic is asked for */
        put: operations["SetResolveScopes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Collections and saved replies; with a channel, those for an answer there */
        get: operations["ListSavedReplies"];
        put?: never;
        /** Write down a reply to be used again */
        post: operations["AddSavedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a saved reply */
        delete: operations["RemoveSavedReply"];
        options?: never;
        head?: never;
        /** Change a saved reply */
        patch: operations["ChangeSavedReply"];
        trace?: never;
    };
    "/api/v1/saved-replies/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All shared replies as a table (CSV) */
        get: operations["ExportSavedReplies"];
        put?: never;
        /** Add or change shared replies from a table (CSV) */
        post: operations["ImportSavedReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search messages, notes and what is known of contacts, the newest first */
        get: operations["SearchConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["ShowSession"];
        put?: never;
        /** Sign in */
        post: operations["SignIn"];
        /** Sign out */
        delete: operations["SignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/absence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to one's conversations while one was away */
        get: operations["ShowMyAbsence"];
        put?: never;
        post?: never;
        /** One has read it */
        delete: operations["ForgetMyAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much one has to do, and the limit */
        get: operations["ShowLoad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's own profile */
        patch: operations["DescribeMyself"];
        trace?: never;
    };
    "/api/v1/session/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one wants to be told of */
        get: operations["ShowMyNotificationPreferences"];
        /** Choose what one wants to be told of */
        put: operations["ChooseMyNotificationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Ends every other session of the member.
         */
        put: operations["ChangePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a browser needs to subscribe */
        get: operations["ShowPushKey"];
        /** Tell this browser while Relais is closed */
        put: operations["SubscribeToPush"];
        post?: never;
        /** No longer tell the browsers of this sign-in */
        delete: operations["UnsubscribeFromPush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first start is still to come */
        get: operations["AskSetUp"];
        put?: never;
        /** Make the organisation and its first administrator */
        post: operations["SetUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skill-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The skill sets and the fallback teams */
        get: operations["ListSkillSets"];
        put?: never;
        /** Make a skill set */
        post: operations["AddSkillSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skill-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a skill set */
        delete: operations["RemoveSkillSet"];
        options?: never;
        head?: never;
        /** Change a skill set */
        patch: operations["ChangeSkillSet"];
        trace?: never;
    };
    "/api/v1/skill-sets/fallback-teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose who gets what no skill set matches */
        put: operations["SetFallbackTeams"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skill-sets/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a skill set would have changed in the last 30 days */
        post: operations["RehearseSkillSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/survey-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answers behind the results; agents see those to their own conversations */
        get: operations["ListSurveyAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/survey-page/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page where a contact says how it was */
        get: operations["ShowSurveyPage"];
        put?: never;
        /** A contact says how it was, once */
        post: operations["AnswerSurveyPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/survey-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose whose conversations are asked about */
        put: operations["ChooseSurveyPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/survey-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How satisfied contacts are; agents see their own results */
        get: operations["ShowSurveyResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The surveys, what each says, and what came of it lately */
        get: operations["ListSurveys"];
        put?: never;
        /** Make a survey */
        post: operations["AddSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a survey */
        delete: operations["RemoveSurvey"];
        options?: never;
        head?: never;
        /** Change a survey */
        patch: operations["ChangeSurvey"];
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tags of the organisation */
        get: operations["ListTags"];
        put?: never;
        /** Make a tag */
        post: operations["AddTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a tag from every message */
        delete: operations["RemoveTag"];
        options?: never;
        head?: never;
        /** Change a tag */
        patch: operations["ChangeTag"];
        trace?: never;
    };
    "/api/v1/tags/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many messages have a tag */
        get: operations["CountTagUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The teams of the organisation */
        get: operations["ListTeams"];
        put?: never;
        /** Make a team */
        post: operations["AddTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a team */
        delete: operations["DissolveTeam"];
        options?: never;
        head?: never;
        /** Change a team */
        patch: operations["ChangeTeam"];
        trace?: never;
    };
    "/api/v1/teams/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how a team works
         * @description A member of several teams gets the most permissive of their settings, and the highest limit.
         */
        put: operations["SetTeamSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of a thread, oldest first within the page */
        get: operations["ListMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The topics of the organisation */
        get: operations["ListTopics"];
        put?: never;
        /** Make a topic */
        post: operations["AddTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a topic, or merge it into another */
        delete: operations["RemoveTopic"];
        options?: never;
        head?: never;
        /** Change a topic */
        patch: operations["ChangeTopic"];
        trace?: never;
    };
    "/api/v1/topics/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many conversations have a topic */
        get: operations["CountTopicUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores a file that will be attached to an answer */
        post: operations["UploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's saved views, and those of one's teams */
        get: operations["ListViews"];
        put?: never;
        /** Save a view */
        post: operations["AddView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a saved view */
        delete: operations["RemoveView"];
        options?: never;
        head?: never;
        /** Change a saved view */
        patch: operations["ChangeView"];
        trace?: never;
    };
    "/api/v1/virtual-agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The virtual agents one can give conversations to */
        get: operations["ListVirtualAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Opens the live line
         * @description SignalR. The line then says the messages that are the properties of LiveMessages; whatever it loses, the events still tell.
         */
        get: operations["OpenLiveLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActInBulkAnswer: {
            /**
             * Format: uuid
             * @description By which it can be undone.
             */
            id: string;
            /** @description One by one, in the order asked for. */
            items: components["schemas"]["BulkOutcome"][];
            /** @description Where all of a list was asked for: the cursor of what follows. */
            next: null | string;
        };
        ActInBulkRequest: {
            /** @description Instead of them: all of the list that the address describes, a thousand at a time. */
            all: boolean;
            /** @description For resolving. */
            comment?: null | string;
            /** @description At most 1,000. */
            items?: null | components["schemas"]["BulkItem"][];
            kind: components["schemas"]["BulkKind"];
            /**
             * Format: uuid
             * @description For assigning; null = nobody.
             */
            memberId?: null | string;
            /**
             * Format: uuid
             * @description For resolving, where the settings ask for it in bulk.
             */
            reasonId?: null | string;
            /**
             * Format: uuid
             * @description For topics.
             */
            topicId?: null | string;
        };
        /** @enum {string} */
        ActionKind: "tag" | "topic" | "resolve";
        /** @description One thing an automation does. */
        ActionView: {
            /**
             * Format: uuid
             * @description The tag, the topic, or the resolve reason; a reason may be missing.
             */
            id: null | string;
            kind: components["schemas"]["ActionKind"];
        };
        /** @enum {string} */
        Activation: "inception" | "delegation";
        /** @description Who did something: a contact, a member, a rule or Relais itself. The name is kept as it was at the time. */
        Actor: {
            /** Format: uuid */
            id: null | string;
            kind: components["schemas"]["ActorKind"];
            name: string;
        };
        /**
         * @description The kinds of someone who can change something.
         * @enum {string}
         */
        ActorKind: "contact" | "member" | "system" | "rule" | "virtualAgent";
        AddAttributeRequest: {
            agentsMayEdit?: null | boolean;
            alias: string;
            choices?: null | string[];
            format: components["schemas"]["AttributeFormat"];
            /** @default false */
            isLookup?: boolean;
            /** @default false */
            isPersonal?: boolean;
            /** @default false */
            managedByCrm?: boolean;
            name: string;
        };
        AddBusinessHoursRequest: {
            /** @description The channels that keep them; none when left out. */
            channelIds?: null | string[];
            /**
             * @description Whether to take channels from other business hours.
             * @default false
             */
            move?: boolean;
            /** @description What they are called. */
            name: string;
            /** @description When somebody is there. */
            timetable: components["schemas"]["TimetableView"];
        };
        AddReplyCollectionRequest: {
            channelIds?: null | string[];
            name: string;
            /** @description One's own; otherwise shared with the teams and channels, or with neither while it is a draft. */
            personal: boolean;
            teamIds?: null | string[];
        };
        AddResolveReasonRequest: {
            comment?: null | components["schemas"]["CommentRule"];
            name: string;
        };
        AddSavedReplyRequest: {
            body: string;
            /** Format: uuid */
            collectionId: string;
            language?: null | string;
            shortcut?: null | string;
            title: string;
            /** @description Files uploaded before; answers get copies of them. */
            uploadIds?: null | string[];
        };
        AddSkillSetRequest: {
            filter: components["schemas"]["FilterView"];
            name: string;
            teamIds?: null | string[];
        };
        AddTagRequest: {
            description?: null | string;
            name: string;
        };
        AddTeamRequest: {
            memberIds?: null | string[];
            name: string;
        };
        AddTopicRequest: {
            description?: null | string;
            name: string;
            /** Format: uuid */
            parentId?: null | string;
        };
        AgentDeliveriesAnswer: {
            items: components["schemas"]["AgentDeliveriesItem"][];
            /**
             * Format: uuid
             * @description For `before`; null on the last page.
             */
            next: null | string;
        };
        AgentDeliveriesItem: {
            /** @description What came back. */
            answer: null | string;
            /** Format: date-time */
            at: string;
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /** Format: uuid */
            conversationId: string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            milliseconds: null | number;
            /**
             * Format: int32
             * @description What people call its conversation; null when that is gone.
             */
            number: null | number;
            /** @description Why it failed, as a code. */
            problem: null | string;
            /** @description What was sent. */
            request: null | string;
            state: components["schemas"]["AgentEventState"];
            /**
             * Format: int32
             * @description What the web hook answered.
             */
            status: null | number;
            /** @description As the program saw it. */
            type: string;
        };
        /** @enum {string} */
        AgentEventKind: "started" | "delegated" | "received" | null;
        /** @enum {string} */
        AgentEventState: "waiting" | "sending" | "delivered" | "failed" | "dropped";
        AgentSecretView: {
            /**
             * Format: date-time
             * @description Until when the one before counts too; null when it no longer does.
             */
            formerUntil: null | string;
            value: string;
        };
        /** @description How one member stood before the decision. */
        AgentStanding: {
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            load: number;
            /** Format: uuid */
            memberId: string;
            name: string;
            standing: components["schemas"]["Standing"];
        };
        AnnotateConversationRequest: {
            /**
             * Format: uuid
             * @description Made by the screen, so that sending twice makes one note.
             */
            clientId: string;
            /** @description The colleagues it calls: they are told. */
            mentionIds?: null | string[];
            /** @description The note. */
            text?: null | string;
        };
        AnswerContactRequest: {
            /**
             * Format: uuid
             * @description Made by the screen: the same id twice is one message.
             */
            clientId: string;
            /**
             * @description Answers a comment where nobody else reads it, in the private conversation with its author.
             * @default false
             */
            privately?: boolean;
            /**
             * Format: uuid
             * @description The message this one quotes.
             */
            replyToId?: null | string;
            /** @description The saved replies the text was made of: their use is counted. */
            savedReplyIds?: null | string[];
            /** @description When it leaves; at once when left out. */
            sendAt?: null | string;
            template?: null | components["schemas"]["TemplateUse"];
            /** @description The words, or the caption of the files. */
            text?: null | string;
            /** @description Files uploaded before. */
            uploadIds?: null | string[];
        };
        AssignConversationRequest: {
            /**
             * @description Only while nobody else has it.
             * @default false
             */
            ifUnassigned?: boolean;
            /**
             * Format: uuid
             * @description Null = nobody.
             */
            memberId?: null | string;
            /**
             * Format: uuid
             * @description A virtual agent instead of a member: it begins to speak at once.
             */
            virtualAgentId?: null | string;
        };
        /** @description Why a conversation is with whom it is: the decision as it was kept, or, while nobody has it, how everybody stands now. */
        AssignmentExplanation: {
            agents: components["schemas"]["AgentStanding"][];
            /**
             * Format: date-time
             * @description When it was decided; null = it has not been given to anybody, and this is how things stand at this moment.
             */
            at: null | string;
            crews: components["schemas"]["CrewStanding"][];
            /** Format: uuid */
            memberId: null | string;
            reason: components["schemas"]["AssignmentReason"];
        };
        /**
         * @description Why this member and no other.
         * @enum {string}
         */
        AssignmentReason: "nobody" | "lastAgent" | "leastLoaded" | "longestIdle";
        /** @enum {string} */
        AttachmentKind: "image" | "video" | "audio" | "document";
        AttachmentLimits: {
            kinds: {
                audio?: components["schemas"]["FileLimit"];
                document?: components["schemas"]["FileLimit"];
                image?: components["schemas"]["FileLimit"];
                video?: components["schemas"]["FileLimit"];
            };
            /** Format: int32 */
            max: number;
        };
        /** @enum {string} */
        AttachmentState: "fetching" | "ready" | "failed";
        /** @description A file of a message and where to get it. */
        AttachmentView: {
            contentType: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["AttachmentKind"];
            name: string;
            /** Format: int64 */
            size: number;
            state: components["schemas"]["AttachmentState"];
            url: null | string;
        };
        /**
         * @description What kind of value an attribute holds. It decides what is accepted and how values compare.
         * @enum {string}
         */
        AttributeFormat: "text" | "number" | "date" | "email" | "phone" | "url" | "choice" | "yesNo" | "language";
        /**
         * @description Where an attribute comes from.
         * @enum {string}
         */
        AttributeKind: "default" | "medium" | "own";
        /**
         * @description Who said it. The first of these that has a value is shown.
         * @enum {string}
         */
        AttributeSource: "crmConfirmed" | "agent" | "virtualAgent" | "autoResponder" | "import" | "system" | "medium";
        /** @description An attribute as the settings, the rules and the card beside the thread need it. */
        AttributeView: {
            agentsMayEdit: boolean;
            alias: string;
            choices: string[];
            format: components["schemas"]["AttributeFormat"];
            isLookup: boolean;
            isOn: boolean;
            isPersonal: boolean;
            kind: components["schemas"]["AttributeKind"];
            managedByCrm: boolean;
            /** @description Null for built-in ones: their name is a text of the screens. */
            name: null | string;
            /** @description What a group may ask of it. */
            operators: components["schemas"]["GroupOperator"][];
        };
        /**
         * @description How those a broadcast is for were chosen.
         * @enum {string}
         */
        AudienceKind: "group" | "rules" | "list";
        /** @description A list somebody brings. */
        AudienceList: {
            /** @description Of the file, where it came from one. */
            name?: null | string;
            /** @description Its lines (CSV): number, name, then a column for each gap of the template. */
            table: string;
        };
        /** @description Whom a broadcast is for: one of the three. */
        AudienceRequest: {
            /**
             * Format: uuid
             * @description The contacts of a group.
             */
            groupId?: null | string;
            list?: null | components["schemas"]["AudienceList"];
            rules?: null | components["schemas"]["AudienceRules"];
        };
        /** @description Rules as a contact group has them. */
        AudienceRules: {
            match: components["schemas"]["GroupMatch"];
            rules: components["schemas"]["GroupRule"][];
        };
        /**
         * @description How long after a contact's last conversation was resolved everything that is known of him is deleted.
         * @enum {string}
         */
        AutoClear: "never" | "atOnce" | "oneHour" | "oneDay" | "sevenDays" | "thirtyDays" | "ninetyDays" | "halfAYear" | "oneYear";
        AutoClearSettingView: {
            option: components["schemas"]["AutoClear"];
        };
        /** @description An automation that is being written. */
        AutomationDraft: {
            actions: components["schemas"]["ActionView"][];
            channelIds?: null | string[];
            everyChannel: boolean;
            filter: components["schemas"]["MessageFilterView"];
            name: string;
        };
        /** @description An automation as the settings show it. */
        AutomationView: {
            actions: components["schemas"]["ActionView"][];
            channelIds: string[];
            enabled: boolean;
            /** @description Whether it is for all channels; else for ChannelIds. */
            everyChannel: boolean;
            filter: components["schemas"]["MessageFilterView"];
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int32 */
            place: number;
            /** @description What keeps it from doing all it says. */
            troubles: components["schemas"]["TroubleView"][];
            /** Format: int32 */
            version: number;
        };
        AutoResolveSettingAnswer: {
            /**
             * Format: int64
             * @description How many conversations are open now: they keep what they were given, unless it is said.
             */
            openCount: number;
            /** @description The choice. */
            setting: components["schemas"]["AutoResolveSettingView"];
        };
        /** @description Null = as everywhere; minutes of null = never. */
        AutoResolveSettingChannelEnding: {
            /** Format: uuid */
            channelId: string;
            new: null | components["schemas"]["Patience"];
            pending: null | components["schemas"]["Patience"];
        };
        AutoResolveSettingEnding: {
            /**
             * Format: int32
             * @description 15 minutes to 365 days; null = never.
             */
            minutes: null | number;
            /**
             * Format: uuid
             * @description Taken where the settings ask for a reason when Relais resolves.
             */
            reasonId: null | string;
        };
        AutoResolveSettingRequest: {
            /**
             * @description Whether what is open now is given its time anew.
             * @default false
             */
            applyToOpen?: boolean;
            /** @description The choice. */
            setting: components["schemas"]["AutoResolveSettingView"];
        };
        AutoResolveSettingView: {
            /**
             * Format: int32
             * @description After so long, Pending ones to which nobody gave a time come back to New: 15 minutes to 365 days; null = never.
             */
            boomerangMinutes: null | number;
            /** @description What is different on some channels. */
            channels: components["schemas"]["AutoResolveSettingChannelEnding"][];
            /** @description Of conversations nobody has answered. */
            new: components["schemas"]["AutoResolveSettingEnding"];
            /** @description Of those that wait for the contact. */
            pending: components["schemas"]["AutoResolveSettingEnding"];
        };
        /**
         * @description What a member says of himself; whether he is really there, his connections tell.
         * @enum {string}
         */
        Availability: "available" | "away";
        /**
         * @description The colours an away state can have.
         * @enum {string}
         */
        AwayColour: "orange" | "red" | "pink" | "violet" | "blue" | "teal" | "grey";
        /**
         * @description The pictures an away state can have.
         * @enum {string}
         */
        AwayIcon: "pause" | "cup" | "meal" | "call" | "meeting" | "training" | "work" | "home";
        AwayStatesAnswer: {
            items: components["schemas"]["AwayStateView"][];
        };
        /** @description What is left out stays as it is. */
        AwayStatesChange: {
            colour?: null | components["schemas"]["AwayColour"];
            icon?: null | components["schemas"]["AwayIcon"];
            isArchived?: null | boolean;
            isProductive?: null | boolean;
            name?: null | string;
        };
        AwayStatesNewState: {
            colour?: null | components["schemas"]["AwayColour"];
            icon?: null | components["schemas"]["AwayIcon"];
            isProductive?: null | boolean;
            name: string;
        };
        AwayStatesOrder: {
            /** @description All that are in use, as they shall stand. */
            ids?: null | string[];
        };
        /** @description An own away state, as the status menu and the settings show it. */
        AwayStateView: {
            colour: components["schemas"]["AwayColour"];
            icon: components["schemas"]["AwayIcon"];
            /** Format: uuid */
            id: string;
            isArchived: boolean;
            isProductive: boolean;
            name: string;
            /** Format: int32 */
            place: number;
            /** Format: int32 */
            version: number;
        };
        /** @description One conversation in the timeline of its thread. */
        Boundary: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: null | string;
            resolvedBy: null | string;
            state: components["schemas"]["ConversationState"];
        };
        /** @description What became of the messages of a broadcast. What was read was delivered, and what was delivered was sent. */
        BroadcastCounts: {
            /**
             * Format: int32
             * @description The contact has written since.
             * @default 0
             */
            answered: number;
            /**
             * Format: int32
             * @default 0
             */
            delivered: number;
            /**
             * Format: int32
             * @default 0
             */
            failed: number;
            /**
             * Format: int32
             * @default 0
             */
            leftOut: number;
            /**
             * Format: int32
             * @default 0
             */
            read: number;
            /**
             * Format: int32
             * @description The provider took them.
             * @default 0
             */
            sent: number;
            /**
             * Format: int32
             * @description On their way to the provider, or lost on it.
             * @default 0
             */
            underway: number;
            /**
             * Format: int32
             * @description Not written to yet.
             * @default 0
             */
            waiting: number;
        };
        /** @description One person of a broadcast, and what became of his message. */
        BroadcastLine: {
            /** @description His id on the channel, or what stood in the list. */
            address: null | string;
            /**
             * Format: date-time
             * @description When it was last known to move.
             */
            at: null | string;
            /** @description Why it failed, as a code the channel's texts explain. */
            code: null | string;
            /** Format: uuid */
            conversationId: null | string;
            /** Format: uuid */
            id: string;
            leftOut: null | components["schemas"]["LeftOutReason"];
            /**
             * Format: int32
             * @description In the list.
             */
            line: null | number;
            name: null | string;
            status: components["schemas"]["ProactiveStatus"];
            /** @description The same in the provider's words. */
            words: null | string;
        };
        /** @description A broadcast as it is being made. */
        BroadcastRequest: {
            /** @description Whom it is for. */
            audience: components["schemas"]["AudienceRequest"];
            /** Format: uuid */
            channelId: string;
            /** @description How one knows that they agree to be written to, where nobody has said so yet; without it they are left out. */
            consent?: null | string;
            language: string;
            /** @description What colleagues call it; customers do not see it. */
            name?: null | string;
            /**
             * Format: date-time
             * @description When it begins; at once when left out.
             */
            startAt?: null | string;
            template: string;
            /**
             * @description What fills the gaps of the template, in its order: words, and placeholders such as `{{contact.first_name|Madame, Monsieur}}`. With a
             *     list one may be empty, where every line brings its own.
             */
            values: string[];
        };
        /** @enum {string} */
        BroadcastState: "scheduled" | "sending" | "paused" | "finished" | "stopped";
        /** @description Why nothing leaves. */
        BroadcastTrouble: {
            /** @description One of the channel's, or `channel.failing`, `channel.disconnected`. */
            code: string;
            /** @description The provider's. */
            words: null | string;
        };
        /** @description A broadcast, and what became of it so far. */
        BroadcastView: {
            audience: components["schemas"]["AudienceKind"];
            /** @description The group or the file it was made of. */
            audienceName: null | string;
            /** @description As whoever made it was called. */
            by: string;
            /** Format: uuid */
            channelId: string;
            counts: components["schemas"]["BroadcastCounts"];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            language: string;
            name: string;
            /**
             * Format: date-time
             * @description Since when it is in its state.
             */
            since: string;
            /** Format: date-time */
            startAt: string;
            state: components["schemas"]["BroadcastState"];
            /** @description What the provider calls the template. */
            template: string;
            trouble: null | components["schemas"]["BroadcastTrouble"];
            /** @description What fills its gaps, placeholders included. */
            values: string[];
            /**
             * Format: int32
             * @description So many were meant and have no address on the channel.
             */
            withoutAddress: number;
        };
        /** @description A conversation as it was on the screen of whoever acts. */
        BulkItem: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What can be done to several conversations at once.
         * @enum {string}
         */
        BulkKind: "resolve" | "pend" | "assign" | "addTopic" | "removeTopic";
        /** @description What came of one conversation. */
        BulkOutcome: {
            /** @description Why it refused, as alone. */
            code: null | string;
            /** Format: uuid */
            conversationId: string;
            /** @description What the sentence for the code needs. */
            params: null | Record<string, unknown>;
            result: components["schemas"]["BulkResult"];
        };
        /**
         * @description How one conversation fared in a bulk action.
         * @enum {string}
         */
        BulkResult: "done" | "unchanged" | "refused" | "changed" | "gone";
        /** @description Business hours with the channels that keep them. */
        BusinessHoursView: {
            channelIds: string[];
            /** Format: uuid */
            id: string;
            name: string;
            timetable: components["schemas"]["TimetableView"];
            /** Format: int32 */
            version: number;
        };
        /** @description What may be done on a channel, for the screens. */
        CapabilitiesView: {
            attachments: components["schemas"]["AttachmentLimits"];
            deletes: components["schemas"]["Deletion"];
            deliveredReceipts: boolean;
            edits: boolean;
            hiding: boolean;
            price: null | components["schemas"]["MessagePrice"];
            /** Format: int32 */
            privateReplyHours: null | number;
            public: null | components["schemas"]["CapabilitiesView"];
            reactions: string[];
            readOut: boolean;
            readReceipts: boolean;
            removals: boolean;
            replyTo: boolean;
            /** Format: int32 */
            replyWindowHours: null | number;
            templates: boolean;
            text: components["schemas"]["TextLimit"];
            typingOut: boolean;
            unknownPolicy: components["schemas"]["UnknownPolicy"];
        };
        /** @description What is left out stays as it is. */
        ChangeAttributeRequest: {
            agentsMayEdit?: null | boolean;
            choices?: null | string[];
            isLookup?: null | boolean;
            isOn?: null | boolean;
            isPersonal?: null | boolean;
            managedByCrm?: null | boolean;
            name?: null | string;
        };
        ChangeAutomationRequest: {
            draft?: null | components["schemas"]["AutomationDraft"];
            /** @description Null leaves it on or off. */
            enabled?: null | boolean;
        };
        /** @description What is left out stays as it is. */
        ChangeAutoResponderRequest: {
            channelIds?: null | string[];
            draft?: null | components["schemas"]["ResponderDraftView"];
            enabled?: null | boolean;
        };
        /** @description What is left out stays as it is. */
        ChangeBusinessHoursRequest: {
            /** @description The channels that keep them. */
            channelIds?: null | string[];
            /**
             * @description Whether to take channels from other business hours.
             * @default false
             */
            move?: boolean;
            /** @description What they are called. */
            name?: null | string;
            timetable?: null | components["schemas"]["TimetableView"];
        };
        /** @description What is left out stays as it is. The status may be `active` or `disabled`. */
        ChangeChannelRequest: {
            autoAssignOnReply?: null | boolean;
            everyone?: null | boolean;
            memberIds?: null | string[];
            name?: null | string;
            settings?: null | components["schemas"]["JsonObject"];
            status?: null | components["schemas"]["ChannelStatus"];
            teamIds?: null | string[];
        };
        /** @description What is left out stays as it is. */
        ChangeCustomAgentRequest: {
            channelIds?: null | string[];
            draft?: null | components["schemas"]["CustomAgentDraftView"];
            enabled?: null | boolean;
        };
        /** @description What is left out stays as it is. The status may be `active` or `disabled`. */
        ChangeMemberRequest: {
            name?: null | string;
            role?: null | components["schemas"]["Role"];
            status?: null | components["schemas"]["MemberStatus"];
            teamIds?: null | string[];
        };
        ChangePasswordRequest: {
            current: string;
            password: string;
        };
        /** @description What is left out stays as it is. */
        ChangeReplyCollectionRequest: {
            channelIds?: null | string[];
            name?: null | string;
            teamIds?: null | string[];
        };
        /** @description What is left out stays as it is. */
        ChangeResolveReasonRequest: {
            comment?: null | components["schemas"]["CommentRule"];
            isArchived?: null | boolean;
            isUsed?: null | boolean;
            name?: null | string;
        };
        /** @description What is left out stays as it is; an empty language or shortcut removes it. */
        ChangeSavedReplyRequest: {
            /** @description All its files from now on: some it had, others uploaded before. */
            attachmentIds?: null | string[];
            body?: null | string;
            /** Format: uuid */
            collectionId?: null | string;
            language?: null | string;
            shortcut?: null | string;
            title?: null | string;
        };
        /** @description What is left out stays as it is. */
        ChangeSkillSetRequest: {
            enabled?: null | boolean;
            filter?: null | components["schemas"]["FilterView"];
            name?: null | string;
            teamIds?: null | string[];
        };
        ChangeStatusRequest: {
            availability: components["schemas"]["Availability"];
            /**
             * Format: uuid
             * @description With `away`: why; left out = just away.
             */
            awayStateId?: null | string;
        };
        /** @description What is left out stays as it is. */
        ChangeSurveyRequest: {
            channelIds?: null | string[];
            draft?: null | components["schemas"]["SurveyDraftView"];
            enabled?: null | boolean;
        };
        /** @description What is left out stays as it is; an empty description removes it. */
        ChangeTagRequest: {
            active?: null | boolean;
            description?: null | string;
            name?: null | string;
        };
        /** @description What is left out stays as it is. */
        ChangeTeamRequest: {
            memberIds?: null | string[];
            name?: null | string;
        };
        /** @description What is left out stays as it is; an empty description removes it, and so does a null parent. */
        ChangeTopicRequest: {
            active?: null | boolean;
            description?: null | string;
            name?: null | string;
            parentId?: components["schemas"]["JsonElement"];
        };
        /** @description A channel as an administrator sees it: with its settings (secrets only as set or not) and what the other side must know. */
        ChannelDetail: {
            autoAssignOnReply: boolean;
            capabilities: components["schemas"]["CapabilitiesView"];
            connection: {
                [key: string]: string;
            };
            everyone: boolean;
            hours: null | components["schemas"]["ChannelHours"];
            /** Format: uuid */
            id: string;
            kind: string;
            memberIds: string[];
            name: string;
            problem: null | string;
            /** @description Which of what the provider grants runs low: see string Allowance.Key; null when nothing does. */
            runsLow: null | string;
            settings: Record<string, unknown>;
            status: components["schemas"]["ChannelStatus"];
            teamIds: string[];
        };
        /** @description The business hours of a channel, as a screen needs them to say "closed, opens Monday 09:00" by its own clock. */
        ChannelHours: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The open stretches from now on, for two weeks at least, and the next one however far; none = it never opens. */
            openings: components["schemas"]["Opening"][];
        };
        /** @description One kind of conversations of one channel. */
        ChannelScope: {
            /** Format: uuid */
            channelId: string;
            visibility: components["schemas"]["Visibility"];
        };
        /** @enum {string} */
        ChannelStatus: "active" | "failing" | "disabled";
        /** @description A channel as every member who may see it sees it. */
        ChannelView: {
            autoAssignOnReply: boolean;
            capabilities: components["schemas"]["CapabilitiesView"];
            everyone: boolean;
            hours: null | components["schemas"]["ChannelHours"];
            /** Format: uuid */
            id: string;
            kind: string;
            memberIds: string[];
            name: string;
            problem: null | string;
            /** @description Which of what the provider grants runs low: see string Allowance.Key; null when nothing does. */
            runsLow: null | string;
            status: components["schemas"]["ChannelStatus"];
            teamIds: string[];
        };
        /** @description What the provider said. */
        CheckChannelAnswer: {
            /** @description As whom it knows us. */
            account: null | string;
            /** @description Why it does not work, as a channel's problem is written. */
            problem: null | string;
            /** @description Null when there is nobody to ask. */
            works: null | boolean;
        };
        /**
         * @description Whether whoever chooses a reason may, or must, add some words.
         * @enum {string}
         */
        CommentRule: "off" | "optional" | "required";
        ConditionGroupView: {
            conditions: components["schemas"]["ConditionView"][];
            joint: components["schemas"]["Joint"];
        };
        /**
         * @description What a condition asks.
         * @enum {string}
         */
        ConditionKind: "beginsWithAny" | "endsWithAny" | "containsAny" | "containsAll" | "containsNone" | "missesOne" | "wordsExactly" | "wordsAtMost" | "wordsAtLeast";
        /** @description One condition. */
        ConditionView: {
            /**
             * Format: int32
             * @description Of words.
             */
            count: null | number;
            /**
             * @description Whether é is e; true when left out.
             * @default true
             */
            ignoresAccents: boolean;
            /**
             * @description Whether a keyword may be a part of a longer word.
             * @default false
             */
            inside: boolean;
            /** @description Apart by commas; in quotes, a comma is part of the keyword. */
            keywords: null | string;
            kind: components["schemas"]["ConditionKind"];
        };
        /** @description The last word on whether a contact may be written to first on a channel. */
        ConsentView: {
            /** Format: date-time */
            at: string;
            /** @description Who said it, as he was called then. */
            by: string;
            /** Format: uuid */
            channelId: string;
            given: boolean;
            /** @description In the contact's own words, or how the member knows. */
            how: string;
            /** @description Whether the contact himself took it back: then only he can give it again. */
            refused: boolean;
        };
        ContactNotesRequest: {
            /** @description At most 2,000 characters. */
            text: string;
        };
        /** @description What somebody wrote about a contact. */
        ContactNoteView: {
            /** Format: date-time */
            at: string;
            /** @description Who, as he was called then. */
            by: string;
            /** Format: date-time */
            editedAt: null | string;
            /** @description Who changed it last; null while nobody has. */
            editedBy: null | string;
            /** Format: uuid */
            id: string;
            text: string;
        };
        /** @description A contact as lists show him. */
        ContactSummary: {
            avatarUrl: null | string;
            /** Format: uuid */
            id: string;
            language: null | string;
            name: string;
            vip: boolean;
        };
        /** @description The contact is typing, or stopped. */
        ContactTyping: {
            /** Format: uuid */
            conversationId: string;
            typing: boolean;
        };
        /** @description A contact with everything an agent sees beside the thread. */
        ContactView: {
            attributes: components["schemas"]["KnownValue"][];
            avatarUrl: null | string;
            blocked: boolean;
            consents: components["schemas"]["ConsentView"][];
            conversations: components["schemas"]["PastConversation"][];
            /** Format: date-time */
            createdAt: string;
            email: null | string;
            groups: components["schemas"]["GroupLabel"][];
            /** Format: uuid */
            id: string;
            identities: components["schemas"]["IdentityView"][];
            language: null | string;
            merges: components["schemas"]["MergeView"][];
            name: string;
            notes: components["schemas"]["ContactNoteView"][];
            phone: null | string;
            vip: boolean;
        };
        /** @description Why a conversation is over. */
        ContinueElsewhereEnding: {
            comment?: null | string;
            /** Format: uuid */
            reasonId?: null | string;
        };
        ContinueElsewhereRequest: {
            /**
             * Format: uuid
             * @description Where to.
             */
            channelId: string;
            /**
             * Format: uuid
             * @description Made by the screen: the same id twice is one message.
             */
            clientId: string;
            /** @description How one knows that the contact agrees to be written to there, where the network wants that. */
            consent?: null | string;
            ending?: null | components["schemas"]["ContinueElsewhereEnding"];
            /** @description The saved replies the text was made of: their use is counted. */
            savedReplyIds?: null | string[];
            template?: null | components["schemas"]["TemplateUse"];
            /** @description The words. */
            text?: null | string;
        };
        /** @description A conversation as lists show it, whole: a newer version simply replaces an older one. */
        ConversationRow: {
            /** Format: uuid */
            assigneeId: null | string;
            /** Format: date-time */
            boomerangAt: null | string;
            boomerangNote: null | string;
            /** Format: uuid */
            channelId: string;
            contact: components["schemas"]["ContactSummary"];
            holder: null | components["schemas"]["HolderView"];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastMessageAt: string;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            openedAt: string;
            preview: components["schemas"]["Preview"];
            /** Format: int32 */
            priority: number;
            resolveComment: null | string;
            /** Format: date-time */
            resolvedAt: null | string;
            /** Format: uuid */
            resolveReasonId: null | string;
            /** Format: int32 */
            score: null | number;
            state: components["schemas"]["ConversationState"];
            /** Format: date-time */
            stateSince: string;
            teamIds: string[];
            /** Format: uuid */
            threadId: string;
            topicIds: string[];
            /** Format: int32 */
            version: number;
            visibility: components["schemas"]["Visibility"];
        };
        /** @enum {string} */
        ConversationState: "new" | "pending" | "resolved" | "held";
        ConversationView: {
            contact: components["schemas"]["ContactView"];
            draft: components["schemas"]["DraftsView"];
            /** Format: int64 */
            position: number;
            post: null | components["schemas"]["PostView"];
            previousTopicIds: string[];
            row: components["schemas"]["ConversationRow"];
            window: components["schemas"]["WindowView"];
        };
        /** @description Null leaves a field as it is; an empty text clears it. */
        CorrectContactRequest: {
            email?: null | string;
            language?: null | string;
            name?: null | string;
            phone?: null | string;
        };
        CountTagUseAnswer: {
            /** Format: int32 */
            messages: number;
        };
        CountTopicUseAnswer: {
            /** Format: int32 */
            conversations: number;
            /** Format: int32 */
            parts: number;
        };
        /** @description How many members of a team stood how. */
        CrewStanding: {
            /** Format: int32 */
            away: number;
            /** Format: int32 */
            free: number;
            /** Format: int32 */
            full: number;
            /** Format: int32 */
            mayNotAnswer: number;
            name: string;
            /** Format: int32 */
            offline: number;
            /** Format: uuid */
            teamId: string;
        };
        /** @description A custom virtual agent, whole, with what its program must know. */
        CustomAgentDetail: {
            agent: components["schemas"]["CustomAgentView"];
            /** @description Where its program knocks. */
            apiUrl: string;
            /** @description With what events are signed. */
            signing: components["schemas"]["AgentSecretView"];
            /** @description What its program shows. */
            token: components["schemas"]["AgentSecretView"];
        };
        /** @description How a custom virtual agent works, as the editor writes it. */
        CustomAgentDraftView: {
            activation: components["schemas"]["Activation"];
            /**
             * Format: int32
             * @description 1 to 60: so long its program may take to answer the contact.
             */
            agentMinutes: number;
            /**
             * Format: int32
             * @description 1 to 1380: so long the contact may think.
             */
            contactMinutes: number;
            /** @description Said then. */
            failureText: null | string;
            /**
             * Format: uuid
             * @description What a conversation is about when its program failed; people go on.
             */
            failureTopicId: null | string;
            handOver: components["schemas"]["HandOverRule"];
            name: string;
            onTimeout: null | components["schemas"]["TimeoutView"];
            /** @description Said then. */
            timeoutText: null | string;
            /** @description Where its program is told what happens. */
            webhookUrl: null | string;
        };
        /** @description A custom virtual agent in a list. */
        CustomAgentView: {
            channelIds: string[];
            draft: components["schemas"]["CustomAgentDraftView"];
            enabled: boolean;
            /**
             * Format: int32
             * @description How many conversations it has at this moment.
             */
            holds: number;
            /** Format: uuid */
            id: string;
            /** @description Whether its program could not be told, or not be understood, the last time; null while it was told nothing lately. */
            lastFailed: null | boolean;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What a member's status becomes when he signs in.
         * @enum {string}
         */
        DefaultAvailability: "available" | "away" | "asBefore";
        /** @description That a contact was deleted. */
        DeletedContactView: {
            /** Format: date-time */
            at: string;
            /** @description The administrator, as he was called then. */
            by: string;
            /**
             * Format: date-time
             * @description When the last trace was gone; null while some are still being removed.
             */
            erasedAt: null | string;
            /** @description Initials, or the end of a number; may be empty. */
            hint: string;
            /** Format: uuid */
            id: string;
            /** @description The kinds of the channels he wrote on. */
            kinds: string[];
            /** @description How much went with him. */
            losses: components["schemas"]["Losses"];
        };
        /**
         * @description What may be deleted for good where others read along.
         * @enum {string}
         */
        Deletion: "none" | "ours" | "all";
        /**
         * @description How far an answer got. It only moves forward.
         * @enum {string}
         */
        DeliveryStatus: "none" | "scheduled" | "queued" | "sending" | "unknown" | "sent" | "delivered" | "read" | "failed";
        /** @description How far an answer got, and why not further. */
        DeliveryView: {
            /** Format: date-time */
            at: null | string;
            code: null | string;
            reason: null | string;
            status: components["schemas"]["DeliveryStatus"];
        };
        /** @description What is left out stays as it is; an empty short code removes it. */
        DescribeMyselfRequest: {
            availability?: null | components["schemas"]["Availability"];
            /**
             * Format: uuid
             * @description With `away`: why; left out = just away.
             */
            awayStateId?: null | string;
            defaultAvailability?: null | components["schemas"]["DefaultAvailability"];
            /** @enum {null|string} */
            language?: "fr" | "en" | null;
            name?: null | string;
            shortCode?: null | string;
        };
        /** @description At which pace a member gets e-mails of what he has not read; one mail holds everything that waits. */
        Digest: {
            /** Format: int32 */
            afterMinutes: number;
            /** Format: int32 */
            atHour: number;
            pace: components["schemas"]["DigestPace"];
            timeZone: string;
        };
        /**
         * @description When what a member has not read is sent to him by e-mail.
         * @enum {string}
         */
        DigestPace: "whenUnread" | "hourly" | "daily";
        /** @enum {string} */
        Direction: "in" | "out" | "note";
        /** @enum {string} */
        DraftMode: "reply" | "note" | "private";
        DraftsView: {
            note: null | string;
            private: null | string;
            reply: null | string;
        };
        /** @description The events after From up to To: positions one may not see are left out. */
        EventBatch: {
            events: components["schemas"]["EventView"][];
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
        };
        /** @description Events in order, and how far they reach: positions between that one may not see are left out. */
        EventPage: {
            items: components["schemas"]["EventView"][];
            more: boolean;
            /** Format: int64 */
            position: number;
        };
        /** @description An event as clients get it. What changed is in it as a whole, fresh snapshot: applying it is replacing by id. */
        EventView: {
            actor: components["schemas"]["Actor"];
            /** Format: date-time */
            at: string;
            contact: null | components["schemas"]["ContactSummary"];
            conversation: null | components["schemas"]["ConversationRow"];
            detail: null | components["schemas"]["JsonObject"];
            /** @description The event's name, for instance `conversationResolved`. */
            kind: string;
            message: null | components["schemas"]["MessageView"];
            moved: null | components["schemas"]["Moved"];
            /** @description Who is told of it; null = nobody. */
            notices: null | components["schemas"]["NoticeView"][];
            /**
             * Format: int64
             * @description Gap-free within the organisation.
             */
            position: number;
            /** @description Whether it stands as a line in the conversation's audit trail. */
            trail: boolean;
        };
        /** @description One that would have gone elsewhere. */
        ExampleView: {
            contact: string;
            from: components["schemas"]["StandingView"];
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            to: components["schemas"]["StandingView"];
        };
        /** @description A piece of an excerpt. */
        ExcerptPart: {
            /** @description Whether it was looked for. */
            isHit: boolean;
            text: string;
        };
        /** @description One thing a contact may answer. */
        ExpectedAnswerView: {
            /** @description Other words for it. */
            keywords: null | string[];
            label: string;
            /** @description Where the script goes on; null = with the step that follows. */
            next: null | string;
            /**
             * Format: uuid
             * @description What the conversation is about, then.
             */
            topicId: null | string;
        };
        ExplainConversationAnswer: {
            assignment: null | components["schemas"]["AssignmentExplanation"];
            /**
             * Format: date-time
             * @description When it was decided; null when no rule has ever been asked.
             */
            routedAt: null | string;
            routing: null | components["schemas"]["RoutingDecision"];
        };
        /** @description One field of a connect form. */
        FieldView: {
            default: null | components["schemas"]["JsonNode"];
            key: string;
            options: string[];
            required: boolean;
            type: components["schemas"]["SettingType"];
        };
        /** @description A limit on one kind of file. */
        FileLimit: {
            /**
             * Format: int64
             * @description The largest size.
             */
            maxBytes: number;
            /** @description The content types; empty = all. */
            types: string[];
        };
        FilterGroupView: {
            joint: components["schemas"]["Joint"];
            rules: components["schemas"]["FilterRuleView"][];
        };
        /** @description One rule. */
        FilterRuleView: {
            /** @description Topics, contact groups or channels. */
            ids: string[];
            kind: components["schemas"]["RuleKind"];
            test: components["schemas"]["RuleTest"];
            /**
             * @description Whether sub-topics count as the topic; true when left out.
             * @default true
             */
            withParts: boolean;
            /** @description Languages, or `private` or `public`. */
            words: string[];
        };
        /** @description Groups of rules and how they are joined. */
        FilterView: {
            groups: components["schemas"]["FilterGroupView"][];
            joint: components["schemas"]["Joint"];
        };
        FindContactsAnswer: {
            items: components["schemas"]["FindContactsFound"][];
        };
        /** @description A contact as a list of results shows it. */
        FindContactsFound: {
            avatarUrl: null | string;
            /** @description Where he can be reached, of what this member may see. */
            channelIds: string[];
            email: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            phone: null | string;
            vip: boolean;
        };
        /** @description Where the words stand. */
        Finding: {
            /**
             * Format: date-time
             * @description When it was written; of a contact, when the conversation began.
             */
            at: string;
            author: null | components["schemas"]["Actor"];
            direction: null | components["schemas"]["Direction"];
            excerpt: components["schemas"]["ExcerptPart"][];
            /**
             * Format: uuid
             * @description Null when they stand in what is known of the contact.
             */
            messageId: null | string;
        };
        /** @description Whether a condition holds. */
        FindingView: {
            holds: boolean;
            /** @description Where its keywords stand in the text. */
            spots: components["schemas"]["Spot"][];
            /**
             * Format: int32
             * @description How many words there are, where they were counted.
             */
            words: null | number;
        };
        /** @description A group a contact belongs to. */
        GroupLabel: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * @description Whether all rules of a group must hold, or one of them.
         * @enum {string}
         */
        GroupMatch: "all" | "any";
        /**
         * @description How a rule compares what is known of a contact with its values.
         * @enum {string}
         */
        GroupOperator: "is" | "isNot" | "anyOf" | "contains" | "doesNotContain" | "greaterThan" | "atLeast" | "lessThan" | "atMost" | "notEmpty" | "empty";
        /** @description What the caller writes of a group. */
        GroupRequest: {
            match: components["schemas"]["GroupMatch"];
            name: string;
            rules: components["schemas"]["GroupRule"][];
        };
        /** @description One condition of a group: an attribute, an operator and what it is compared with. */
        GroupRule: {
            /** @description Of the attribute, or string Contact.Vip. */
            alias: string;
            operator: components["schemas"]["GroupOperator"];
            /** @description None for "empty" and "not empty", one or more for "any of", exactly one otherwise. */
            values: string[];
        };
        /** @description A contact group with its rules and how many belong to it. */
        GroupView: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            isCounted: boolean;
            match: components["schemas"]["GroupMatch"];
            /** Format: int32 */
            memberCount: number;
            name: string;
            rules: components["schemas"]["GroupRule"][];
        };
        /**
         * @description Who gets a conversation once its virtual agent is done.
         * @enum {string}
         */
        HandOverRule: "newQueue" | "previousAgent";
        /** @description A rule that held, with the names of what it compares with. */
        HeldRule: {
            kind: components["schemas"]["RuleKind"];
            test: components["schemas"]["RuleTest"];
            values: string[];
        };
        HideCommentRequest: {
            isHidden: boolean;
        };
        /** @description The virtual agent that has a conversation in place of people. */
        HolderView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            since: string;
        };
        HolidayView: {
            /** Format: date */
            date: string;
            everyYear: boolean;
            /** @description When somebody is there all the same; none = closed. */
            hours: null | components["schemas"]["OpenRange"][];
            name: string;
        };
        /** @description One address of a contact. */
        IdentityView: {
            /** Format: uuid */
            channelId: string;
            displayName: string;
            externalId: string;
            kind: string;
        };
        /** Format: binary */
        IFormFile: string;
        ImportSavedRepliesAnswer: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            refused: components["schemas"]["RefusedRow"][];
            /** Format: int32 */
            unchanged: number;
        };
        InsertSavedReplyAnswer: {
            /** @description To be sent like any upload of one's own. */
            attachments: components["schemas"]["AttachmentView"][];
            /** @description What could not be filled in still stands there as a placeholder. */
            text: string;
        };
        InsertSavedReplyRequest: {
            /** Format: uuid */
            savedReplyId: string;
            /** @description A note takes none. */
            withFiles: boolean;
        };
        InviteMemberAnswer: {
            link: components["schemas"]["LinkView"];
            member: components["schemas"]["MemberView"];
        };
        InviteMemberRequest: {
            email: string;
            /** @enum {null|string} */
            language?: "fr" | "en" | null;
            name: string;
            role?: null | components["schemas"]["Role"];
            teamIds?: null | string[];
        };
        /**
         * @description How several rules, or several groups of rules, are joined.
         * @enum {string}
         */
        Joint: "all" | "any";
        JsonElement: unknown;
        JsonNode: unknown;
        JsonObject: {
            [key: string]: unknown;
        };
        KeepBusinessHoursRequest: {
            /**
             * Format: uuid
             * @description Null = always open.
             */
            hoursId?: null | string;
        };
        KindOfNotification: {
            kind: components["schemas"]["NotificationKind"];
            /** @description On which ways one can. */
            possible: components["schemas"]["NotificationWay"][];
            /** @description On which ways one wants to hear of it. */
            ways: components["schemas"]["NotificationWay"][];
        };
        /** @description A kind of channel one can connect. */
        KindView: {
            capabilities: components["schemas"]["CapabilitiesView"];
            fields: components["schemas"]["FieldView"][];
            kind: string;
            /** @description An SVG image. */
            logo: string;
            /** @description By language, then by key. */
            texts: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** @description What one source says of one attribute; of several for the same attribute, the first counts. */
        KnownValue: {
            alias: string;
            /** Format: date-time */
            at: string;
            source: components["schemas"]["AttributeSource"];
            value: string;
        };
        /** @description How many are left out for one reason. */
        LeftOutCount: {
            /** Format: int32 */
            count: number;
            reason: components["schemas"]["LeftOutReason"];
        };
        /**
         * @description Why somebody who was meant is not written to.
         * @enum {string}
         */
        LeftOutReason: "noAddress" | "badNumber" | "noConsent" | "optedOut" | "blocked" | "somebodyElse" | "double" | "missingValue" | "disconnected";
        /** @enum {string} */
        LinkPurpose: "invitation" | "passwordReset";
        /** @description An address to hand over. It is shown once: only its hash is kept. */
        LinkView: {
            /** Format: date-time */
            expiresAt: string;
            url: string;
        };
        ListAttributesAnswer: {
            items: components["schemas"]["AttributeView"][];
        };
        ListAutomationsAnswer: {
            items: components["schemas"]["AutomationView"][];
        };
        ListAutoRespondersAnswer: {
            items: components["schemas"]["ResponderView"][];
        };
        ListBroadcastMessagesAnswer: {
            items: components["schemas"]["BroadcastLine"][];
            /**
             * Format: uuid
             * @description The id to go on after; null at the end.
             */
            next: null | string;
        };
        ListBroadcastsAnswer: {
            items: components["schemas"]["BroadcastView"][];
            /**
             * Format: uuid
             * @description The id to go on after; null at the end.
             */
            next: null | string;
        };
        ListBusinessHoursAnswer: {
            items: components["schemas"]["BusinessHoursView"][];
        };
        ListChannelKindsAnswer: {
            items: components["schemas"]["KindView"][];
        };
        ListChannelsAnswer: {
            items: components["schemas"]["ChannelView"][];
        };
        ListCustomAgentsAnswer: {
            items: components["schemas"]["CustomAgentView"][];
        };
        ListDeletedContactsAnswer: {
            /** @description The last one first. */
            items: components["schemas"]["DeletedContactView"][];
            /**
             * Format: uuid
             * @description The cursor of those before; null at the end.
             */
            next: null | string;
        };
        ListGroupsAnswer: {
            items: components["schemas"]["GroupView"][];
            sweep: components["schemas"]["SweepView"];
        };
        ListMembersAnswer: {
            items: components["schemas"]["MemberView"][];
        };
        ListMutedPostsAnswer: {
            items: components["schemas"]["PostView"][];
        };
        ListNotificationsAnswer: {
            /** @description The newest first. */
            items: components["schemas"]["NotificationView"][];
            /**
             * Format: uuid
             * @description The cursor of what follows; null at the end.
             */
            next: null | string;
            /**
             * Format: int64
             * @description Up to which event this is fresh.
             */
            position: number;
            /**
             * Format: int32
             * @description How many one has not read, on all pages.
             */
            unread: number;
        };
        ListPlacesAnswer: {
            items: components["schemas"]["PlaceView"][];
        };
        ListPublicHolidaysAnswer: {
            /** @description Those whose holidays are known, as ISO codes. */
            countries: string[];
            /** @description The holidays of the country that was asked for. */
            items: components["schemas"]["HolidayView"][];
        };
        ListResolveReasonsAnswer: {
            /** @description In their order; archived ones too: some conversations ended with them. */
            items: components["schemas"]["ResolveReasonView"][];
            /** @description Where a reason is asked for. */
            reasons: components["schemas"]["ScopesView"];
            /** @description Where a survey asks about what ended with the reason of surveys. */
            surveyedChannelIds: string[];
            /** @description Where a topic is asked for. */
            topics: components["schemas"]["ScopesView"];
        };
        ListSavedRepliesAnswer: {
            collections: components["schemas"]["ReplyCollectionView"][];
            items: components["schemas"]["SavedReplyView"][];
        };
        ListSkillSetsAnswer: {
            fallbackTeamIds: string[];
            items: components["schemas"]["SkillSetView"][];
            /** @description Whether open conversations are being routed again just now. */
            recomputing: boolean;
        };
        ListSurveyAnswersAnswer: {
            items: components["schemas"]["ListSurveyAnswersLine"][];
            /** @description The cursor of what follows; null at the end. */
            next: null | string;
        };
        ListSurveyAnswersLine: {
            /** Format: date-time */
            answeredAt: string;
            /** Format: uuid */
            channelId: string;
            comment: null | string;
            contact: components["schemas"]["ContactSummary"];
            /** Format: uuid */
            conversationId: string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            question: components["schemas"]["QuestionKind"];
            /**
             * Format: int32
             * @description As the contact gave it.
             */
            raw: number;
            /**
             * Format: uuid
             * @description The member who ended the conversation.
             */
            resolverId: null | string;
            resolverName: string;
            /**
             * Format: int32
             * @description From 1 to 5.
             */
            score: number;
        };
        ListSurveysAnswer: {
            /** @description The surveys. */
            items: components["schemas"]["SurveyView"][];
            /** @description What holds for all of them. */
            policy: components["schemas"]["SurveyPolicyView"];
            /** @description What a new one begins with, in each language. */
            supplied: components["schemas"]["SurveyWordsView"][];
        };
        ListTagsAnswer: {
            items: components["schemas"]["TagView"][];
        };
        ListTeamsAnswer: {
            items: components["schemas"]["TeamView"][];
        };
        ListTemplatesAnswer: {
            items: components["schemas"]["Template"][];
        };
        ListTopicsAnswer: {
            items: components["schemas"]["TopicView"][];
        };
        ListVirtualAgentsAnswer: {
            items: components["schemas"]["ListVirtualAgentsItem"][];
        };
        ListVirtualAgentsItem: {
            /** @description Where it works. */
            channelIds: string[];
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * @description Everything the live line says to a screen: each property is a message of that name with its content. Never sent as a
         *     whole; it stands in the description of the API, which knows only HTTP, so that screens need not guess.
         */
        LiveMessages: {
            /** @description This line ends; the content says why (`rights.changed`, `session.ended`). */
            bye: string;
            contactTyping: components["schemas"]["ContactTyping"];
            events: components["schemas"]["EventBatch"];
            presence: components["schemas"]["PresenceView"][];
            viewers: components["schemas"]["ViewersChanged"];
        };
        /** @description How much goes with a contact. */
        Losses: {
            /**
             * Format: int32
             * @description Values of attributes.
             */
            attributes: number;
            /** Format: int32 */
            conversations: number;
            /** Format: int32 */
            files: number;
            /** Format: int32 */
            identities: number;
            /**
             * Format: int32
             * @description Contacts who had become part of this one.
             */
            merges: number;
            /** Format: int32 */
            messages: number;
            /** Format: int32 */
            notes: number;
        };
        MakeLinkRequest: {
            purpose: components["schemas"]["LinkPurpose"];
        };
        /** @description What made a conversation more urgent. */
        MatchedPriority: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PriorityKind"];
            name: string;
            /** Format: int32 */
            weight: number;
        };
        /** @description A skill set that matched, and why. */
        MatchedSkillSet: {
            because: components["schemas"]["HeldRule"][];
            /** Format: uuid */
            id: string;
            name: string;
            teams: components["schemas"]["Named"][];
            /** @description Teams it names that cannot see the channel, and so got nothing. */
            teamsWithoutChannel: components["schemas"]["Named"][];
        };
        /** @enum {string} */
        MemberStatus: "invited" | "active" | "disabled";
        /** @description A colleague as every member sees him. */
        MemberView: {
            email: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "fr" | "en";
            name: string;
            presence: components["schemas"]["PresenceState"];
            role: components["schemas"]["Role"];
            shortCode: null | string;
            status: components["schemas"]["MemberStatus"];
            teamIds: string[];
        };
        MergeContactsRequest: {
            /**
             * Format: uuid
             * @description Becomes part of the contact in the address.
             */
            other: string;
        };
        MergeConversationsRequest: {
            /**
             * Format: uuid
             * @description The conversation in which it goes on.
             */
            into: string;
        };
        /** @description That another contact became part of this one. */
        MergeView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who found out; null when the channel told. */
            by: null | string;
            /**
             * Format: uuid
             * @description The merge.
             */
            id: string;
            /** @description As the other was called. */
            name: string;
            /**
             * Format: date-time
             * @description How long it can be undone.
             */
            undoUntil: string;
        };
        /** @description Groups of conditions and how they are joined. */
        MessageFilterView: {
            groups: components["schemas"]["ConditionGroupView"][];
            joint: components["schemas"]["Joint"];
        };
        /** @enum {string} */
        MessageKind: "text" | "image" | "video" | "audio" | "sticker" | "document" | "location" | "contacts" | "reaction" | "button" | "interactive" | "order" | "system" | "template" | "unsupported";
        /** @description What one message costs at most, so that whoever writes it knows before. */
        MessagePrice: {
            /** Format: double */
            amount: number;
            /** @description ISO 4217. */
            currency: string;
            /**
             * Format: double
             * @description The same, with an address in the text.
             */
            withLink: number;
        };
        /** @description A message as a thread shows it, whole. */
        MessageView: {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["AttachmentView"][];
            author: components["schemas"]["Actor"];
            /** Format: uuid */
            clientId: null | string;
            /** Format: uuid */
            conversationId: string;
            delivery: components["schemas"]["DeliveryView"];
            direction: components["schemas"]["Direction"];
            /** Format: date-time */
            editedAt: null | string;
            extra: null | components["schemas"]["JsonObject"];
            /** Format: date-time */
            hiddenAt: null | string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["MessageKind"];
            mentionIds: string[];
            reactions: components["schemas"]["Reaction"][];
            /** Format: date-time */
            removedAt: null | string;
            removedBy: null | components["schemas"]["Actor"];
            replyTo: null | components["schemas"]["QuoteView"];
            tagIds: string[];
            text: string;
            /** Format: uuid */
            threadId: string;
            /** Format: date-time */
            undoUntil: null | string;
            /** Format: int32 */
            version: number;
        };
        /** @description The web messenger every house begins with, and how to put it on a site. */
        MessengerView: {
            /** Format: uuid */
            channelId: string;
            snippet: string;
            testPageUrl: string;
        };
        /** @description From which place of the queues to which; to none when it is gone. */
        Moved: {
            from: null | components["schemas"]["QueuePlace"];
            to: null | components["schemas"]["QueuePlace"];
        };
        /** @description How many would have gone from here to there. */
        MoveView: {
            /** Format: int32 */
            count: number;
            from: components["schemas"]["StandingView"];
            to: components["schemas"]["StandingView"];
        };
        MyAbsenceAnswer: {
            items: components["schemas"]["MyAbsenceTold"][];
        };
        /** @description One conversation, where it stands now, and what happened to it meanwhile. */
        MyAbsenceTold: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["ConversationRow"];
            kind: components["schemas"]["NotificationKind"];
        };
        /** @description What is left out stays as it is. */
        MyNotificationPreferencesRequest: {
            choices?: null | components["schemas"]["NotificationChoice"][];
            digest?: null | components["schemas"]["Digest"];
            quietWhenAway?: null | boolean;
            sound?: null | boolean;
        };
        MyPushSubscriptionAnswer: {
            /** @description By which the browser's maker knows this installation. */
            publicKey: string;
        };
        MyPushSubscriptionRequest: {
            /** @description Where the browser's maker takes what is to be brought to it. */
            endpoint?: null | string;
            /** @description The browser's public key, `p256dh`. */
            key?: null | string;
            /** @description The browser's secret, `auth`. */
            secret?: null | string;
        };
        /** @description A member as he sees himself. */
        MyselfView: {
            availability: components["schemas"]["Availability"];
            /** Format: uuid */
            awayStateId: null | string;
            defaultAvailability: components["schemas"]["DefaultAvailability"];
            email: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "fr" | "en";
            name: string;
            role: components["schemas"]["Role"];
            shortCode: null | string;
            /** Format: date-time */
            statusSince: string;
        };
        /** @description Something as it was called when it mattered. */
        Named: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** @description What an administrator fills in to connect a channel. */
        NewChannel: {
            kind: string;
            name: string;
            settings?: null | components["schemas"]["JsonObject"];
        };
        /** @description Who is told of an event, as the event carries it: his screen makes the rest of it. */
        NoticeView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["NotificationKind"];
            /** Format: uuid */
            memberId: string;
        };
        /** @description On which ways a member wants to hear of one kind. */
        NotificationChoice: {
            kind: components["schemas"]["NotificationKind"];
            ways: components["schemas"]["NotificationWay"][];
        };
        /**
         * @description Of what a member is told. A new kind is a line here, one in NotificationKinds and one in IEnumerable&lt;Notice&gt; Notice.Of(DomainEvent happened).
         * @enum {string}
         */
        NotificationKind: "assigned" | "assignedWhileAway" | "takenWhileAway" | "answered" | "mentioned" | "boomerangDue" | "lowScore" | "queue";
        /** @description What one wants to be told of. */
        NotificationPreferencesView: {
            /** @description Whether this installation has a mail server. */
            areMailsSent: boolean;
            digest: components["schemas"]["Digest"];
            kinds: components["schemas"]["KindOfNotification"][];
            quietWhenAway: boolean;
            sound: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description What one is told of: what, when, by whom, in which conversation. */
        NotificationView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Actor"];
            conversation: components["schemas"]["ConversationRow"];
            /** Format: uuid */
            id: string;
            isRead: boolean;
            kind: components["schemas"]["NotificationKind"];
            /** @description The message that says it, in a few words. */
            text: null | string;
            /**
             * Format: int32
             * @description How often it has happened since one looked.
             */
            times: number;
        };
        /**
         * @description How a member is told.
         * @enum {string}
         */
        NotificationWay: "inApp" | "push" | "email";
        /** @description From when to when somebody is there. */
        Opening: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        OpenLinkAnswer: {
            email: string;
            /** @enum {string} */
            language: "fr" | "en";
            name: string;
            organisation: string;
            purpose: components["schemas"]["LinkPurpose"];
        };
        /** @description A conversation that is open there. */
        OpenPlace: {
            /** Format: uuid */
            assigneeId: null | string;
            /** Format: uuid */
            conversationId: string;
            /** Format: int32 */
            number: number;
            state: components["schemas"]["ConversationState"];
        };
        /** @description A stretch of one day in which somebody is there, by the clock on the wall. */
        OpenRange: {
            /**
             * Format: int32
             * @description Minutes since midnight, inside.
             */
            from: number;
            /**
             * Format: int32
             * @description Minutes since midnight, outside; 1440 is the end of the day.
             */
            to: number;
        };
        OrderAttributesRequest: {
            /** @description In the new order; those left out keep theirs, after these. */
            aliases: string[];
        };
        OrderAutomationsRequest: {
            /** @description In the new order; those left out keep theirs, after these. */
            ids?: null | string[];
        };
        OrderResolveReasonsRequest: {
            /** @description In the new order; those left out keep theirs, after these. */
            ids?: null | string[];
        };
        OrganisationView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "fr" | "en";
            name: string;
        };
        /** @description Some rows of a longer list. */
        PageOfConversationRow: {
            /** @description In the list's order. */
            items: components["schemas"]["ConversationRow"][];
            /** @description The cursor of what follows; null at the end. */
            next: null | string;
            /**
             * Format: int64
             * @description Up to which event the rows are fresh: later events are applied to them.
             */
            position: number;
        };
        /** @description Some rows of a longer list. */
        PageOfSearchResult: {
            /** @description In the list's order. */
            items: components["schemas"]["SearchResult"][];
            /** @description The cursor of what follows; null at the end. */
            next: null | string;
            /**
             * Format: int64
             * @description Up to which event the rows are fresh: later events are applied to them.
             */
            position: number;
        };
        PastConversation: {
            /** Format: uuid */
            channelId: string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: null | string;
            state: components["schemas"]["ConversationState"];
        };
        /** @description How long a conversation may stay in a state before it is over by itself. */
        Patience: {
            length: null | string;
            /**
             * Format: int32
             * @description Null = for ever.
             */
            minutes: null | number;
        };
        /**
         * @description What an endpoint may demand of the one who calls it.
         * @enum {string}
         */
        Permission: "useRelais" | "seeConversations" | "fileConversations" | "answerConversations" | "assignConversations" | "actInBulk" | "editContacts" | "mergeContacts" | "deleteContacts" | "supervise" | "sendBroadcasts" | "manageSettings";
        /** @enum {string} */
        PlaceObstacle: "disconnected" | "neverWrote" | "noAddress" | "somebodyElse" | "optedOut" | "windowClosed" | "forOthers" | null;
        /** @description A channel on which a contact could be written to. */
        PlaceView: {
            /** @description Under which id; null where none is known. */
            address: null | string;
            /** Format: uuid */
            channelId: string;
            /** @description Whether it must be said how one knows that he agrees. */
            needsConsent: boolean;
            /** @description Whether only a template is allowed. */
            needsTemplate: boolean;
            /** @description Whether he has never been known there. */
            new: boolean;
            obstacle: null | components["schemas"]["PlaceObstacle"];
            open: null | components["schemas"]["OpenPlace"];
            window: components["schemas"]["WindowView"];
        };
        /** @description The post a public conversation stands under; null is what its network does not tell, or has not told yet. */
        PostView: {
            authorName: null | string;
            /** Format: uuid */
            channelId: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Since when what is written below it asks nobody for anything; null = it does.
             */
            mutedAt: null | string;
            /** @description Who muted it, as he was called then. */
            mutedBy: null | string;
            pictureUrl: null | string;
            /** Format: date-time */
            postedAt: null | string;
            text: null | string;
            url: null | string;
        };
        /** @enum {string} */
        PresenceState: "available" | "away" | "offline";
        /** @description Whether one member is here, and in which of the own away states. */
        PresenceView: {
            /** Format: uuid */
            awayStateId: null | string;
            /** Format: uuid */
            memberId: string;
            presence: components["schemas"]["PresenceState"];
        };
        /** @description The newest message in a few words. */
        Preview: {
            direction: components["schemas"]["Direction"];
            kind: components["schemas"]["MessageKind"];
            text: string;
        };
        PreviewBroadcastAnswer: {
            /** @description How many are not, by reason. */
            leftOut: components["schemas"]["LeftOutCount"][];
            /** @description The first of those who are. */
            messages: components["schemas"]["PreviewBroadcastPreviewedMessage"][];
            /** @description The first of those who are not; lines of a list with their number. */
            people: components["schemas"]["PreviewBroadcastLeftOutPerson"][];
            /**
             * Format: int32
             * @description So many will be written to.
             */
            reached: number;
        };
        PreviewBroadcastLeftOutPerson: {
            /** @description Or what stands in its place. */
            address: null | string;
            /**
             * Format: int32
             * @description In the list, from 1.
             */
            line: null | number;
            name: null | string;
            reason: components["schemas"]["LeftOutReason"];
        };
        PreviewBroadcastPreviewedMessage: {
            address: string;
            name: null | string;
            /** @description How it will read. */
            text: string;
        };
        PreviewGroupAnswer: {
            examples: components["schemas"]["ContactSummary"][];
            /**
             * Format: int32
             * @description How many were looked at, the newest first.
             */
            looked: number;
            /**
             * Format: int32
             * @description How many of those looked at would belong to it.
             */
            matched: number;
            /**
             * Format: int32
             * @description How many there are.
             */
            total: number;
        };
        PreviewGroupRequest: {
            match: components["schemas"]["GroupMatch"];
            rules: components["schemas"]["GroupRule"][];
        };
        /** @description What the contact would hold. */
        PreviewMergeAnswer: {
            /** @description Of each attribute the value that counts first. */
            attributes: components["schemas"]["KnownValue"][];
            avatarUrl: null | string;
            /**
             * Format: int32
             * @description How many it would have.
             */
            conversations: number;
            /** @description Where it would belong. */
            groups: components["schemas"]["GroupLabel"][];
            /** @description All addresses this member may see. */
            identities: components["schemas"]["IdentityView"][];
            /** @description As it would be called. */
            name: string;
            /** @description Whether it would be a VIP. */
            vip: boolean;
        };
        /**
         * @description What can make a conversation urgent.
         * @enum {string}
         */
        PriorityKind: "topic" | "contactGroup" | "channel";
        /** @description Something that makes conversations more urgent than others. */
        PriorityRule: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PriorityKind"];
            visibility: null | components["schemas"]["Visibility"];
            /**
             * Format: int32
             * @description How much it adds, 1 to 10.
             */
            weight: number;
        };
        ProactiveMessagesAnswer: {
            /** Format: uuid */
            channelId: string;
            /** Format: uuid */
            contactId: null | string;
            /** Format: uuid */
            conversationId: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            messageId: null | string;
            metadata: null | string;
            /** @description Why it failed: a code of the channel, or why the contact is not written to. */
            reason: null | string;
            status: components["schemas"]["SentStatus"];
            /** @description The same in the provider's words. */
            words: null | string;
        };
        ProactiveMessagesRequest: {
            /** Format: uuid */
            channelId: string;
            /** @description How one knows that he agrees, where nobody has said so yet. */
            consent?: null | string;
            /**
             * Format: uuid
             * @description To whom: a contact…
             */
            contactId?: null | string;
            language: string;
            /** @description Given back with the status. */
            metadata?: null | string;
            /** @description What to call him, where nobody is known under the number. */
            name?: null | string;
            /** @description …or a telephone number with its country. */
            recipient?: null | string;
            template: string;
            /** @description What fills the gaps of the template, as in a broadcast. */
            values?: null | string[];
        };
        /**
         * @description How far the message to one person got.
         * @enum {string}
         */
        ProactiveStatus: "waiting" | "underway" | "sent" | "delivered" | "read" | "failed" | "leftOut";
        /** @description A refusal as it is sent. */
        Problem: {
            /** @description Stable: the screens have their texts by it. */
            code: string;
            /** @description What to do, in English. */
            detail: string;
            /** @description What the text is about, for instance a limit. */
            params: null | Record<string, unknown>;
            /** Format: int32 */
            status: number;
            title: string;
            /** @description Under which the log has the request. */
            traceId: string;
            type: string;
        };
        QuarantineAnswer: {
            items: components["schemas"]["QuarantinedView"][];
        };
        /** @description What came in and could not be read. */
        QuarantinedView: {
            /** Format: int32 */
            attempts: number;
            /** Format: uuid */
            channelId: string;
            error: null | string;
            /** Format: int64 */
            id: number;
            /** @description Its first bytes, as text. */
            preview: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: int32 */
            size: number;
        };
        /**
         * @description How a contact says how it was.
         * @enum {string}
         */
        QuestionKind: "stars" | "smileys" | "numbers" | "thumbs" | "recommendation";
        /** @description One place of the queues. The client adds up what it shows. */
        QueueCounter: {
            /** Format: uuid */
            assigneeId: null | string;
            /** Format: uuid */
            channelId: string;
            /** Format: int32 */
            count: number;
            state: components["schemas"]["ConversationState"];
        };
        QueueCounters: {
            items: components["schemas"]["QueueCounter"][];
            /** Format: int64 */
            position: number;
        };
        QueuePlace: {
            /** Format: uuid */
            assigneeId: null | string;
            /** Format: uuid */
            channelId: string;
            state: components["schemas"]["ConversationState"];
        };
        /**
         * @description The order of a queue where an administrator fixes it.
         * @enum {string}
         */
        QueueSort: "oldest" | "newest";
        QuoteView: {
            direction: components["schemas"]["Direction"];
            /** Format: uuid */
            id: string;
            text: string;
        };
        /** @description An emoji set on a message by the contact or by us. */
        Reaction: {
            by: components["schemas"]["ActorKind"];
            emoji: string;
        };
        ReactToMessageRequest: {
            /** @description One of the channel's; null takes the one before back. */
            emoji?: null | string;
        };
        ReadAuditLogAnswer: {
            /** @description The last one first. */
            items: components["schemas"]["ReadAuditLogLine"][];
            /**
             * Format: uuid
             * @description The cursor of those before; null at the end.
             */
            next: null | string;
        };
        ReadAuditLogLine: {
            /** Format: date-time */
            at: string;
            by: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            memberId: string;
            operation: string;
            /** @description What he did, in the language of who asks; begins after his name. */
            sentence: string;
            /**
             * Format: uuid
             * @description What it was done to.
             */
            subjectId: null | string;
        };
        ReadHolidayCalendarAnswer: {
            items: components["schemas"]["HolidayView"][];
        };
        ReadNotificationsRequest: {
            /**
             * Format: uuid
             * @description Null = everything.
             */
            conversationId?: null | string;
        };
        RecordConsentRequest: {
            /** @description False = it was taken back. */
            given: boolean;
            /** @description How one knows: "said so on the phone", "form of 3 May". */
            how: string;
        };
        /** @description A row of the table that was not taken, and why. */
        RefusedRow: {
            code: string;
            /**
             * Format: int32
             * @description In the file, from 1.
             */
            line: number;
            params: Record<string, unknown>;
            title: string;
        };
        /** @description What would have changed. */
        RehearsalView: {
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            examined: number;
            examples: components["schemas"]["ExampleView"][];
            /** @description Whether there were more conversations than were looked at. */
            isCut: boolean;
            moves: components["schemas"]["MoveView"][];
        };
        RehearseAutomationAnswer: {
            /** @description The newest it is for. */
            examples: components["schemas"]["RehearsedMessage"][];
            /**
             * Format: int32
             * @description Conversations that would have been given a topic.
             */
            filed: number;
            /**
             * Format: int32
             * @description How many of them it is for.
             */
            matched: number;
            /**
             * Format: int32
             * @description How many were looked at.
             */
            messages: number;
            /**
             * Format: int32
             * @description Conversations that would have been over at once.
             */
            resolved: number;
            /**
             * Format: int32
             * @description Messages that would have been given a tag.
             */
            tagged: number;
        };
        /** @description A message the automation is for, and what it would have done. */
        RehearsedMessage: {
            /** Format: date-time */
            at: string;
            contact: string;
            /** Format: uuid */
            conversationId: string;
            /** @description Whether its conversation would have been given a topic. */
            filed: boolean;
            /** Format: uuid */
            id: string;
            /**
             * Format: int32
             * @description What people call its conversation.
             */
            number: number;
            /** @description Whether its conversation would have been over at once. */
            resolved: boolean;
            tagged: boolean;
            text: string;
        };
        RehearseGroupAnswer: {
            /**
             * Format: int32
             * @description How many contacts would come into it.
             */
            joining: number;
            /**
             * Format: int32
             * @description How many would leave it.
             */
            leaving: number;
            /**
             * Format: int32
             * @description How many were looked at, the newest first.
             */
            looked: number;
            /** @description Which conversations would have gone elsewhere. */
            routing: components["schemas"]["RehearsalView"];
        };
        RehearseGroupRequest: {
            /**
             * Format: uuid
             * @description The group that would be changed; null = a new one.
             */
            id?: null | string;
            match: components["schemas"]["GroupMatch"];
            rules: components["schemas"]["GroupRule"][];
        };
        RehearseRulesSkillSetRequest: {
            filter: components["schemas"]["FilterView"];
            /**
             * Format: uuid
             * @description The skill set that would be changed; null = a new one.
             */
            id?: null | string;
            name: string;
            teamIds?: null | string[];
        };
        RehearseScriptAnswer: {
            /** @description What was said, and what was done beside it, in order. */
            lines: components["schemas"]["RehearseScriptLine"][];
            /** @description The step whose answer is waited for; null = the script has come to its end. */
            waitsAt: null | string;
        };
        RehearseScriptCustomerAct: {
            /**
             * @description He let the time run out.
             * @default false
             */
            isSilent?: boolean;
            /** @description What he wrote. */
            text?: null | string;
        };
        /** @description One thing that happened. */
        RehearseScriptLine: {
            /** @description The buttons below it. */
            choices: string[];
            /** @description said, wrote, stored, filed, handedOver, resolved, silent or nothing. */
            kind: string;
            /** @description The attribute, the topic, the resolve reason; or why people go on. */
            subject: null | string;
            /** @description The words, or the value that was kept. */
            text: string;
        };
        RehearseScriptRequest: {
            /** @description What the customer did, in order. */
            acts?: null | components["schemas"]["RehearseScriptCustomerAct"][];
            /**
             * Format: uuid
             * @description Where it is played, for its buttons; none shows buttons as they are written.
             */
            channelId?: null | string;
            /** @description What the customer is called. */
            contactName?: null | string;
            /** @description As it stands in the editor. */
            draft: components["schemas"]["ResponderDraftView"];
            /** @description Whether the channel is open. */
            isOpen: boolean;
            /** @description Which of its languages; its first when left out. */
            language?: null | string;
        };
        /**
         * @description When the organisation takes conversations away from somebody who is not there.
         * @enum {string}
         */
        RemoveAssignment: "never" | "offline" | "awayOrOffline";
        RemoveAssignmentSettingView: {
            option: components["schemas"]["RemoveAssignment"];
        };
        ReplaceAgentSecretRequest: {
            secret: components["schemas"]["ReplaceAgentSecretWhich"];
        };
        /** @enum {string} */
        ReplaceAgentSecretWhich: "signing" | "token";
        /** @description A collection as one member sees it. */
        ReplyCollectionView: {
            channelIds: string[];
            /** Format: uuid */
            id: string;
            /** @description Whether this member may change it and what is in it. */
            mayEdit: boolean;
            name: string;
            /**
             * Format: date-time
             * @description Until when it may be taken over: its owner has left.
             */
            offeredUntil: null | string;
            /**
             * Format: uuid
             * @description Whose own it is; null = shared.
             */
            ownerId: null | string;
            teamIds: string[];
        };
        ResolveConversationRequest: {
            comment?: null | string;
            /**
             * Format: uuid
             * @description Needed where the settings ask for one.
             */
            reasonId?: null | string;
            /**
             * @description Whether the contact is not to be asked how it was.
             * @default false
             */
            withoutSurvey?: boolean;
        };
        /** @description A resolve reason, as the picker and the settings show it. */
        ResolveReasonView: {
            comment: components["schemas"]["CommentRule"];
            /** Format: uuid */
            id: string;
            isArchived: boolean;
            isSystem: boolean;
            isUsed: boolean;
            name: string;
            /** Format: int32 */
            place: number;
            /** Format: int32 */
            version: number;
        };
        /** @description How an auto responder works, as the editor writes it. */
        ResponderDraftView: {
            activation: components["schemas"]["Activation"];
            /**
             * Format: int32
             * @description 1 to 60: so long what it says may take to reach the contact.
             */
            agentMinutes: number;
            /**
             * Format: int32
             * @description 1 to 1380: so long the contact may think.
             */
            contactMinutes: number;
            handOver: components["schemas"]["HandOverRule"];
            /**
             * Format: int32
             * @description A contact whose last conversation ended less than this long ago is not greeted; 0 = everybody is.
             */
            inactiveHours: number;
            languages: components["schemas"]["ResponderLanguageView"][];
            name: string;
            onTimeout: components["schemas"]["TimeoutView"];
        };
        /** @description The scripts of one language. */
        ResponderLanguageView: {
            /** @description Words that ask for a person. */
            escapeWords: string[];
            inHours: components["schemas"]["StepView"][];
            language: string;
            outOfHours: components["schemas"]["StepView"][];
            /** @description Said when a conversation is resolved because its contact was silent. */
            timeoutText: null | string;
        };
        /** @description An auto responder, whole. */
        ResponderView: {
            /** @description Where it works. */
            channelIds: string[];
            /** @description How it works. */
            draft: components["schemas"]["ResponderDraftView"];
            enabled: boolean;
            /**
             * Format: int32
             * @description How many conversations it has at this moment.
             */
            holds: number;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What a member is here for. Each role may do what the ones after it may, and more.
         * @enum {string}
         */
        Role: "admin" | "supervisor" | "agent" | "viewer";
        /**
         * @description Which teams a conversation is for and how urgent it is, with the reasons as they were at the time: names are kept,
         *                 so that an explanation stays true when rules change.
         */
        RoutingDecision: {
            priorities: components["schemas"]["MatchedPriority"][];
            /** Format: int32 */
            score: number;
            skillSets: components["schemas"]["MatchedSkillSet"][];
            source: components["schemas"]["TeamSource"];
            teams: components["schemas"]["Named"][];
        };
        /**
         * @description What a rule looks at.
         * @enum {string}
         */
        RuleKind: "topic" | "contactGroup" | "visibility" | "channel" | "language";
        /**
         * @description How a rule compares.
         * @enum {string}
         */
        RuleTest: "anyOf" | "allOf" | "noneOf" | "absent";
        SaveDraftRequest: {
            mode: components["schemas"]["DraftMode"];
            text?: null | string;
        };
        /** @description A saved reply with its gaps still open. */
        SavedReplyView: {
            attachments: components["schemas"]["AttachmentView"][];
            body: string;
            /** Format: uuid */
            collectionId: string;
            /** Format: uuid */
            id: string;
            language: null | string;
            /** @description Typed after a slash, it brings this reply. */
            shortcut: null | string;
            title: string;
            /**
             * Format: int32
             * @description In how many accepted answers it was used.
             */
            uses: number;
        };
        SavedViewsAnswer: {
            items: components["schemas"]["SavedViewView"][];
        };
        /** @description What is left out stays as it is. */
        SavedViewsChange: {
            name?: null | string;
            query?: null | string;
        };
        SavedViewsNewView: {
            name: string;
            /** @description As the address of the inbox says it: `state=new&amp;vip=true`. */
            query: string;
            /**
             * Format: uuid
             * @description Null = one's own.
             */
            teamId?: null | string;
        };
        /** @description A saved view. */
        SavedViewView: {
            /** Format: uuid */
            id: string;
            name: string;
            query: string;
            /**
             * Format: uuid
             * @description Whose it is; null = one's own.
             */
            teamId: null | string;
            /** Format: int32 */
            version: number;
        };
        /** @description Where something is asked for. */
        ScopesView: {
            /** @description When a rule resolves. */
            automation: boolean;
            /** @description When Relais resolves what has waited too long. */
            autoResolve: boolean;
            /** @description When several are resolved at once. */
            bulk: boolean;
            /** @description Of those who resolve by hand: on which kinds of conversations of which channels. */
            channels: components["schemas"]["ChannelScope"][];
        };
        /** @description A conversation that was found. On a later page it may come again, with older hits. */
        SearchResult: {
            conversation: components["schemas"]["ConversationRow"];
            /** @description The newest of them, a few. */
            hits: components["schemas"]["Finding"][];
        };
        /**
         * @description How far a message of a program got.
         * @enum {string}
         */
        SentStatus: "processing" | "sent" | "delivered" | "failed";
        /** @description Who is signed in, what he may do and what he may change of the queue: the first thing a browser asks for. */
        SessionView: {
            csrfToken: string;
            member: components["schemas"]["MyselfView"];
            organisation: components["schemas"]["OrganisationView"];
            permissions: components["schemas"]["Permission"][];
            queue: components["schemas"]["WorkRules"];
        };
        /** @description What is left out stays as it is. */
        SetResolveScopesRequest: {
            reasons?: null | components["schemas"]["ScopesView"];
            topics?: null | components["schemas"]["ScopesView"];
        };
        SetRoutingPolicyFallbackRequest: {
            teamIds: string[];
        };
        SetRoutingPolicyPrioritization: {
            rules: components["schemas"]["PriorityRule"][];
        };
        /**
         * @description How a setting is drawn in the connect form and treated in the API.
         * @enum {string}
         */
        SettingType: "text" | "longText" | "secret" | "url" | "bool" | "number" | "choice" | "color" | "preChat";
        SetUpAnswer: {
            messenger: components["schemas"]["MessengerView"];
            session: components["schemas"]["SessionView"];
        };
        SetUpQuestion: {
            needed: boolean;
        };
        SetUpRequest: {
            email: string;
            /** @enum {string} */
            language: "fr" | "en";
            name: string;
            organisation: string;
            password: string;
        };
        ShowBroadcastAnswer: {
            broadcast: components["schemas"]["BroadcastView"];
            /** @description How its first message reads; null when nobody was reached. */
            example: null | string;
            /** @description How many are not written to, by reason. */
            leftOut: components["schemas"]["LeftOutCount"][];
        };
        ShowHealthAnswer: {
            /** @description What the provider still grants, as far as it tells. */
            allowances: components["schemas"]["ShowHealthGranted"][];
            /** @description Why answers failed in the last day, the most frequent first. */
            failures: components["schemas"]["ShowHealthFailure"][];
            /**
             * Format: date-time
             * @description When its contacts last wrote; null = never.
             */
            lastReceivedAt: null | string;
            /**
             * Format: date-time
             * @description When the provider last took an answer; null = never.
             */
            lastSentAt: null | string;
            /** @description What came in and waits to be read. */
            toRead: components["schemas"]["ShowHealthBacklog"];
            /** @description Answers that wait for their turn, or for the provider to work again. */
            toSend: components["schemas"]["ShowHealthBacklog"];
            /**
             * Format: int32
             * @description Answers of the last day that may or may not have been sent.
             */
            uncertain: number;
            /**
             * Format: int32
             * @description What came in and could not be read.
             */
            unreadable: number;
        };
        /** @description What waits, and since when; null when nothing does. */
        ShowHealthBacklog: {
            /** Format: int32 */
            count: number;
            /** Format: date-time */
            since: null | string;
        };
        /** @description One reason. The code has words in the kind's texts. */
        ShowHealthFailure: {
            code: string;
            /** Format: int32 */
            count: number;
            /** Format: date-time */
            lastAt: string;
        };
        /** @description An Allowance, and whether somebody should see to it. */
        ShowHealthGranted: {
            currency: null | string;
            isLow: boolean;
            key: string;
            /** Format: double */
            left: null | number;
            /** Format: double */
            of: null | number;
            /** Format: date-time */
            until: null | string;
        };
        ShowLoadAnswer: {
            /** @description Whether those that wait for the contact count. */
            countsPending: boolean;
            /**
             * Format: int32
             * @description Null when nothing is given, and one takes what one chooses.
             */
            limit: null | number;
            /**
             * Format: int32
             * @description One's conversations that need attention.
             */
            new: number;
            /**
             * Format: int32
             * @description One's conversations that wait for the contact.
             */
            pending: number;
            /**
             * Format: int64
             * @description Up to which event this is fresh.
             */
            position: number;
        };
        ShowSurveyResultsAnswer: {
            agents: components["schemas"]["ShowSurveyResultsPart"][];
            channels: components["schemas"]["ShowSurveyResultsPart"][];
            /**
             * Format: int32
             * @description How many wrote something beside.
             */
            comments: number;
            days: components["schemas"]["ShowSurveyResultsDay"][];
            /** @description Why others were not asked, and how many. */
            notAsked: components["schemas"]["ShowSurveyResultsMissed"][];
            /** @description How often each score was given, from 1 to 5. */
            scores: number[];
            teams: components["schemas"]["ShowSurveyResultsPart"][];
            topics: components["schemas"]["ShowSurveyResultsPart"][];
            total: components["schemas"]["ShowSurveyResultsTally"];
        };
        ShowSurveyResultsDay: {
            /**
             * Format: int32
             * @description How many gave a score.
             */
            answered: number;
            /**
             * Format: int32
             * @description How many contacts were asked.
             */
            asked: number;
            /**
             * Format: date
             * @description As 2026-11-26.
             */
            date: string;
            /**
             * Format: int32
             * @description How many gave 4 or 5.
             */
            satisfied: number;
            /**
             * Format: int32
             * @description All scores together.
             */
            sum: number;
        };
        ShowSurveyResultsMissed: {
            /** Format: int32 */
            count: number;
            obstacle: components["schemas"]["SurveyObstacle"];
        };
        ShowSurveyResultsPart: {
            /**
             * Format: int32
             * @description How many gave a score.
             */
            answered: number;
            /**
             * Format: int32
             * @description How many contacts were asked.
             */
            asked: number;
            /**
             * Format: uuid
             * @description Of the agent, team, channel or topic; null = nobody, as where no person ended the conversation.
             */
            id: null | string;
            /**
             * Format: int32
             * @description How many gave 4 or 5.
             */
            satisfied: number;
            /**
             * Format: int32
             * @description All scores together.
             */
            sum: number;
        };
        ShowSurveyResultsTally: {
            /**
             * Format: int32
             * @description How many gave a score.
             */
            answered: number;
            /**
             * Format: int32
             * @description How many contacts were asked.
             */
            asked: number;
            /**
             * Format: int32
             * @description How many gave 4 or 5.
             */
            satisfied: number;
            /**
             * Format: int32
             * @description All scores together.
             */
            sum: number;
        };
        SignInRequest: {
            email: string;
            password: string;
        };
        /** @description A skill set with its rules and the teams it is applied to. */
        SkillSetView: {
            /** @description False when something a rule named is gone: it matches nothing until it is mended. */
            complete: boolean;
            enabled: boolean;
            filter: components["schemas"]["FilterView"];
            /** Format: uuid */
            id: string;
            name: string;
            teamIds: string[];
            /** Format: int32 */
            version: number;
        };
        /** @description Where something stands in a message. */
        Spot: {
            /** Format: int32 */
            at: number;
            /** Format: int32 */
            length: number;
        };
        /**
         * @description Whether a member can be given a conversation at this instant, and if not, why.
         * @enum {string}
         */
        Standing: "free" | "full" | "away" | "offline" | "mayNotAnswer";
        /** @description For which teams, and how urgent. */
        StandingView: {
            /** Format: int32 */
            priority: number;
            /** @description None = every team with the channel. */
            teamIds: string[];
        };
        /** @enum {string} */
        StepKind: "statement" | "question" | "handOver" | "resolve";
        /** @description One step of a script. */
        StepView: {
            /** @description Of a question: what may be answered; none = anything. */
            answers: null | components["schemas"]["ExpectedAnswerView"][];
            /** @description The alias of the contact's attribute that keeps the answer. */
            attribute: null | string;
            id: string;
            kind: components["schemas"]["StepKind"];
            /** @description The step that follows; null = the one after it. */
            next: null | string;
            /**
             * Format: uuid
             * @description Of an end that resolves.
             */
            reasonId: null | string;
            /** @description Said when the answer does not fit. */
            retryText: null | string;
            /**
             * @description Whether a question with expected answers takes any other too.
             * @default false
             */
            takesOthers: boolean;
            text: string;
        };
        /** Format: binary */
        Stream: string;
        /** @description How a survey works, as the editor writes it. */
        SurveyDraftView: {
            /** @description Whether a contact whose channel takes no free message any more is asked by e-mail. */
            byMail: boolean;
            /**
             * Format: int32
             * @description 0 to 1380: so long after the end.
             */
            delayMinutes: number;
            languages: components["schemas"]["SurveyWordsView"][];
            /**
             * Format: int32
             * @description So many characters people must have written.
             */
            leastLength: number;
            name: string;
            onlyInTheirLanguage: boolean;
            question: components["schemas"]["QuestionKind"];
            /**
             * Format: int32
             * @description 0, 24, 168, 720 or 2160: a contact who was asked less than this long ago is left alone.
             */
            restHours: number;
            /**
             * Format: int32
             * @description 1 to 100: so many of a hundred are asked.
             */
            share: number;
        };
        /**
         * @description Why a contact is not asked how it was.
         * @enum {string}
         */
        SurveyObstacle: "public" | "notWanted" | "bulk" | "reason" | "trigger" | "blocked" | "sample" | "rest" | "tooShort" | "language" | "wroteAgain" | "turnedOff" | "windowClosed" | "restrained";
        /** @description What holds for all surveys. */
        SurveyPolicyView: {
            includesBulk: boolean;
            trigger: components["schemas"]["SurveyTrigger"];
        };
        /**
         * @description Whose conversations are asked about.
         * @enum {string}
         */
        SurveyTrigger: "people" | "peopleAndVirtualAgents";
        /** @description A survey, whole. */
        SurveyView: {
            /**
             * Format: int32
             * @description How many of them have answered.
             */
            answered: number;
            /**
             * Format: int32
             * @description How many contacts it has asked in the last 30 days.
             */
            asked: number;
            /** @description Where it asks. */
            channelIds: string[];
            draft: components["schemas"]["SurveyDraftView"];
            enabled: boolean;
            /** Format: uuid */
            id: string;
            /**
             * Format: int32
             * @description How many of those with 4 or 5.
             */
            satisfied: number;
            /** Format: int32 */
            version: number;
        };
        /** @description What a survey says in one language. */
        SurveyWordsView: {
            /** @description The last word. */
            closing: null | string;
            language: string;
            /** @description Asked after 1 or 2; null = nothing. */
            negative: null | string;
            /** @description Asked after 3. */
            neutral: null | string;
            /** @description Asked after 4 or 5. */
            positive: null | string;
            question: string;
        };
        /** @description How far the walk over all contacts is. */
        SweepView: {
            /** Format: int32 */
            done: number;
            isRunning: boolean;
            /** Format: int32 */
            total: number;
        };
        /** @description A tag messages can have. */
        TagView: {
            active: boolean;
            description: null | string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        TakeNextAnswer: {
            /**
             * Format: uuid
             * @description Null when nothing waits that the caller may take.
             */
            conversationId: null | string;
        };
        /** @description How a team works: what its members see of the queue, may change about it, and whether work is given to them. */
        TeamSettings: {
            /**
             * @description Whether what waits for the contact counts too, besides what is New.
             * @default false
             */
            countsPending: boolean;
            /**
             * Format: int32
             * @description How many conversations a member is given at a time; null = nothing is given, members take what they choose.
             */
            limit: null | number;
            /**
             * @description Whether members may leave channels out.
             * @default true
             */
            mayChooseChannels: boolean;
            /**
             * @description Whether members may filter the queue, and so see what colleagues are assigned.
             * @default true
             */
            mayFilter: boolean;
            /**
             * @description Whether members may change the order.
             * @default true
             */
            maySort: boolean;
            /**
             * @description Only conversations routed to this team; otherwise all of its channels.
             * @default false
             */
            seesOnlyRouted: boolean;
            /** @description The order where they may not. */
            sort: components["schemas"]["QueueSort"];
        };
        /**
         * @description Where the teams of a conversation come from.
         * @enum {string}
         */
        TeamSource: "skillSets" | "fallback" | "everyone";
        /** @description A team with its members, the channels that are opened to it by name, and how it works. */
        TeamView: {
            channelIds: string[];
            /** Format: uuid */
            id: string;
            memberIds: string[];
            name: string;
            settings: components["schemas"]["TeamSettings"];
        };
        /** @description A message the provider approved beforehand. */
        Template: {
            body: string;
            buttons: string[];
            category: string;
            footer: null | string;
            header: null | string;
            language: string;
            name: string;
            status: string;
            variables: components["schemas"]["TemplateVariable"][];
        };
        /** @description A template with its variables filled in, in the order the template lists them. */
        TemplateUse: {
            language: string;
            name: string;
            variables: string[];
        };
        /** @description A gap in a template. */
        TemplateVariable: {
            /**
             * Format: int32
             * @description Counts from 1 within the part.
             */
            index: number;
            /** @description `header` or `body`. */
            part: string;
        };
        TestCustomAgentAnswer: {
            /** @description What was posted. */
            body: string;
            /** @description What stood above the body. */
            headers: {
                [key: string]: string;
            };
            /** @description What would be done, in order. */
            lines: components["schemas"]["TestCustomAgentLine"][];
            /** Format: int32 */
            milliseconds: number;
            /** @description Why a person would have had to take over, as a code; null when all is well. */
            problem: null | string;
            /** @description What came back. */
            response: string;
            /**
             * Format: int32
             * @description What the web hook answered; null when it did not.
             */
            status: null | number;
            /** @description Where it was posted. */
            url: string;
        };
        /** @description One thing that would be done. */
        TestCustomAgentLine: {
            /** @description The buttons below it. */
            choices: string[];
            /** @description said, stored, filed, tagged, noted, typing, handedOver, resolved or ignored. */
            kind: string;
            /** @description The attribute; or what was ignored, and why, as `topic.unknown`. */
            subject: null | string;
            /** @description The words, the value or the name. */
            text: string;
        };
        TestCustomAgentRequest: {
            /** @description What the contact is called. */
            contactName?: null | string;
            kind?: null | components["schemas"]["AgentEventKind"];
            /** @description What the contact writes. */
            text?: null | string;
        };
        /**
         * @description How a network counts the length of a text.
         * @enum {string}
         */
        TextCounting: "chars" | "weighted";
        /** @description How long a text may be, and how that is counted. */
        TextLimit: {
            /**
             * Format: int32
             * @description The longest.
             */
            max: number;
            /**
             * Format: int32
             * @description Longer ones go out in parts of at most so much, weighted; null = in one.
             */
            splitsAt: null | number;
            /** @description What is counted. */
            unit: components["schemas"]["TextCounting"];
        };
        /** @description A page of a thread. */
        ThreadPage: {
            /** @description All of the thread, oldest first: where the timeline draws a boundary. */
            conversations: components["schemas"]["Boundary"][];
            /** @description Oldest first. */
            items: components["schemas"]["MessageView"][];
            /** @description The cursor of the page before this one in time; null at the beginning. */
            next: null | string;
            /**
             * Format: int64
             * @description Up to which event the page is fresh.
             */
            position: number;
            /** @description What happened to the conversations in the page's time. */
            trail: components["schemas"]["TrailLine"][];
        };
        ThrowBoomerangRequest: {
            /**
             * Format: date-time
             * @description When it comes back to New.
             */
            at: string;
            /** @description As for resolving it. */
            comment?: null | string;
            /** @description Shown when it is back. */
            note?: null | string;
            /**
             * Format: uuid
             * @description As for resolving it.
             */
            reasonId?: null | string;
            /** @description Where it waits until then: pending or resolved. */
            then: components["schemas"]["ConversationState"];
        };
        /**
         * @description What becomes of a conversation whose contact, or whose virtual agent, is silent for too long.
         * @enum {string}
         */
        TimeoutEnd: "handOver" | "resolve";
        /** @description What becomes of a conversation when somebody is silent for too long. */
        TimeoutView: {
            end: components["schemas"]["TimeoutEnd"];
            /**
             * Format: uuid
             * @description Why it is over, where it is resolved.
             */
            reasonId: null | string;
            /**
             * Format: uuid
             * @description What it is about, then.
             */
            topicId: null | string;
        };
        /** @description When somebody is there. */
        TimetableView: {
            /** @description Days that are not like their weekday. */
            holidays: null | components["schemas"]["HolidayView"][];
            /** @description Seven days, Monday first; each with its ranges in minutes since midnight. One that ends before it begins goes on after midnight. */
            week: components["schemas"]["OpenRange"][][];
            /** @description An IANA time zone: `Europe/Paris`. */
            zone: string;
        };
        /** @description A topic with its place among the others. */
        TopicView: {
            active: boolean;
            description: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            parentId: null | string;
            /** @description As people write it: `Livraison &gt; Retard`. */
            path: string;
        };
        /** @description One line of a conversation's audit trail: who did what, and when. */
        TrailLine: {
            actor: components["schemas"]["Actor"];
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversationId: string;
            detail: null | components["schemas"]["JsonObject"];
            kind: string;
            /** Format: int64 */
            position: number;
        };
        /** @description Whether one automation is for a text. */
        TrialView: {
            enabled: boolean;
            /** @description What its conditions found, group by group. */
            groups: components["schemas"]["FindingView"][][];
            /** Format: uuid */
            id: string;
            matches: boolean;
            name: string;
        };
        /** @enum {string} */
        TroubleKind: "tagArchived" | "tagGone" | "topicArchived" | "topicGone" | "reasonMissing" | "reasonUnused" | "reasonLeftOut" | "reasonNeedsComment";
        /** @description What keeps an automation from doing all it says. */
        TroubleView: {
            /** @description What is the matter. */
            kind: components["schemas"]["TroubleKind"];
            /** @description What it is about, while it has a name. */
            name: null | string;
        };
        TryAutomationsAnswer: {
            /** @description In their order. */
            items: components["schemas"]["TrialView"][];
        };
        TryAutomationsRequest: {
            draft?: null | components["schemas"]["AutomationDraft"];
            /** @description What a customer might write. */
            text?: null | string;
        };
        UndoBulkActionAnswer: {
            items: components["schemas"]["BulkOutcome"][];
        };
        /** @enum {string} */
        UnknownPolicy: "ask" | "resend";
        UseLinkRequest: {
            /** @enum {null|string} */
            language?: "fr" | "en" | null;
            name?: null | string;
            password: string;
        };
        /** @description A colleague who has the same conversation open. */
        Viewer: {
            /** Format: uuid */
            memberId: string;
            /** Format: date-time */
            since: string;
            typing: boolean;
        };
        /** @description Who looks at a conversation now. */
        ViewersChanged: {
            /** Format: uuid */
            conversationId: string;
            viewers: components["schemas"]["Viewer"][];
        };
        /**
         * @description Who else can read along.
         * @enum {string}
         */
        Visibility: "private" | "public";
        /** @description Until when a free answer is allowed. */
        WindowView: {
            /** Format: date-time */
            closesAt: null | string;
            open: boolean;
        };
        /** @description What all his teams together mean for one member: the most permissive wins, and the highest limit. */
        WorkRules: {
            countsPending: boolean;
            /**
             * Format: int32
             * @description How many conversations he is given at a time; null = none is given.
             */
            limit: null | number;
            mayChooseChannels: boolean;
            mayFilter: boolean;
            maySort: boolean;
            sort: components["schemas"]["QueueSort"];
        };
        WriteAttributeRequest: {
            /** @description An empty text clears it. */
            value?: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    DownloadAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Stream"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReadAuditLog: {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                After?: string;
                From?: null | string;
                Limit?: number;
                /** @description Who did it. */
                MemberId?: string;
                To?: null | string;
                /** @description All must stand in the sentence, or in the name of who did it. */
                Words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadAuditLogAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ExportAuditLog: {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                After?: string;
                From?: null | string;
                Limit?: number;
                /** @description Who did it. */
                MemberId?: string;
                To?: null | string;
                /** @description All must stand in the sentence, or in the name of who did it. */
                Words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowAutoClear: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoClearSettingView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChooseAutoClear: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoClearSettingView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoClearSettingView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowAutoResolve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoResolveSettingAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChooseAutoResolve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoResolveSettingRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoResolveSettingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListAutoResponders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAutoRespondersAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddAutoResponder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponderDraftView"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponderView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveAutoResponder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeAutoResponder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAutoResponderRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponderView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RehearseScript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearseScriptRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearseScriptAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAutomationsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutomationDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAutomationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrderAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderAutomationsRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RehearseAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutomationDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearseAutomationAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TryAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryAutomationsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TryAutomationsAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListAwayStates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwayStatesAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddAwayState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AwayStatesNewState"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwayStateView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeAwayState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AwayStatesChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwayStateView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrderAwayStates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AwayStatesOrder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwayStatesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListBroadcasts: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBroadcastsAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BroadcastRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroadcastView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowBroadcastAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StopBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroadcastView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListBroadcastMessages: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBroadcastMessagesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PauseBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroadcastView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResumeBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroadcastView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ExportBroadcastMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreviewBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BroadcastRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewBroadcastAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActInBulk: {
        parameters: {
            query?: {
                /** @description The cursor of the page before. A page may hold fewer than the limit, even none, while there is a next one. */
                After?: string;
                /** @description `me`, `none`, `any` or a member's id. Whose teams do not let them filter ask for no colleague. */
                Assignee?: string;
                /** @description Only what comes back by itself. */
                Boomerang?: boolean;
                /** @description Only for members whose teams let them choose channels. */
                ChannelId?: string;
                /** @description Something was written since. */
                From?: null | string;
                /** @description A group of its contact. */
                GroupId?: string;
                /** @description The language of its contact, for instance `fr`. */
                Language?: string;
                Limit?: number;
                /** @description Under this post. */
                PostId?: string;
                /** @description At least so much. */
                Priority?: number;
                /** @description Resolved for this reason. */
                ReasonId?: string;
                /** @description Its contact gave exactly so many of five. */
                Score?: number;
                /** @description `oldest` or `newest` in this state, where one's teams do not fix it; of the New ones, `oldest` puts the most urgent first. */
                Sort?: string;
                /** @description `new`, `pending` or `resolved`. */
                State?: string;
                /** @description On one of its messages. */
                TagId?: string;
                /** @description The id of a team it was routed to, or `none`. */
                Team?: string;
                /** @description It had begun by then. */
                To?: null | string;
                /** @description Or a part of it. */
                TopicId?: string;
                /** @description Only of contacts who matter most. */
                Vip?: boolean;
                /** @description `private` or `public`. */
                Visibility?: string;
                /** @description In its state for at least so many minutes. */
                Waiting?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActInBulkRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActInBulkAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UndoBulkAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoBulkActionAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListBusinessHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBusinessHoursAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddBusinessHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddBusinessHoursRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessHoursView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveBusinessHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeBusinessHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeBusinessHoursRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessHoursView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListChannelKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListChannelKindsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListChannelsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConnectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChannel"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DisconnectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeChannelRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KeepBusinessHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepBusinessHoursRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckChannelAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowChannelHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowHealthAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTemplatesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListContactAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAttributesAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddContactAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAttributeRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveContactAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alias: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeContactAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alias: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAttributeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrderContactAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderAttributesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAttributesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListContactGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListGroupsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddContactGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeContactGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveContactGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreviewContactGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewGroupRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGroupAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RehearseContactGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearseGroupRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearseGroupAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FindContacts: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindContactsAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeleteContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CorrectContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectContactRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WriteContactAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alias: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteAttributeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClearContactAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alias: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BlockContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnblockContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RecordConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordConsentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreviewDeletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Losses"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MergeContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeContactsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UndoMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                mergeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreviewMerge: {
        parameters: {
            query: {
                other: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewMergeAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddContactNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactNotesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StrikeContactNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AmendContactNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactNotesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MarkVip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnmarkVip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListConversations: {
        parameters: {
            query?: {
                /** @description The cursor of the page before. A page may hold fewer than the limit, even none, while there is a next one. */
                After?: string;
                /** @description `me`, `none`, `any` or a member's id. Whose teams do not let them filter ask for no colleague. */
                Assignee?: string;
                /** @description Only what comes back by itself. */
                Boomerang?: boolean;
                /** @description Only for members whose teams let them choose channels. */
                ChannelId?: string;
                /** @description Something was written since. */
                From?: null | string;
                /** @description A group of its contact. */
                GroupId?: string;
                /** @description The language of its contact, for instance `fr`. */
                Language?: string;
                Limit?: number;
                /** @description Under this post. */
                PostId?: string;
                /** @description At least so much. */
                Priority?: number;
                /** @description Resolved for this reason. */
                ReasonId?: string;
                /** @description Its contact gave exactly so many of five. */
                Score?: number;
                /** @description `oldest` or `newest` in this state, where one's teams do not fix it; of the New ones, `oldest` puts the most urgent first. */
                Sort?: string;
                /** @description `new`, `pending` or `resolved`. */
                State?: string;
                /** @description On one of its messages. */
                TagId?: string;
                /** @description The id of a team it was routed to, or `none`. */
                Team?: string;
                /** @description It had begun by then. */
                To?: null | string;
                /** @description Or a part of it. */
                TopicId?: string;
                /** @description Only of contacts who matter most. */
                Vip?: boolean;
                /** @description `private` or `public`. */
                Visibility?: string;
                /** @description In its state for at least so many minutes. */
                Waiting?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfConversationRow"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AssignConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignConversationRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThrowBoomerang: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThrowBoomerangRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CancelBoomerang: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ContinueElsewhere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContinueElsewhereRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SaveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ExplainConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainConversationAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InsertSavedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsertSavedReplyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsertSavedReplyAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MergeConversations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeConversationsRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AnswerContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerContactRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AnnotateConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotateConversationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PendConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReturnConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPlacesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MarkRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResolveConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveConversationRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReopenConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FileUnderTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                topicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TakeTopicAway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                topicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListCustomAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCustomAgentsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddCustomAgent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomAgentDraftView"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomAgentDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowCustomAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomAgentDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveCustomAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeCustomAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCustomAgentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomAgentDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListAgentDeliveries: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentDeliveriesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RepeatAgentDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReplaceCustomAgentSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceAgentSecretRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomAgentDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TestCustomAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestCustomAgentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestCustomAgentAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListDeletedContacts: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDeletedContactsAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StopDigestMails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListEvents: {
        parameters: {
            query: {
                after: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OpenLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenLinkAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UseLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseLinkRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListMembersAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteMemberRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteMemberAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStatusRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MakeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeLinkRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UndoAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RetryAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HideComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HideCommentRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReactToMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactToMessageRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeleteComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TagMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UntagMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListNotifications: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListNotificationsAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReadNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotificationsRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MutePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnmutePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMutedPosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListMutedPostsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowPrioritization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetRoutingPolicyPrioritization"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetPrioritization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRoutingPolicyPrioritization"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetRoutingPolicyPrioritization"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RehearsePrioritization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRoutingPolicyPrioritization"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsalView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SendProactiveMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProactiveMessagesRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProactiveMessagesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowProactiveMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProactiveMessagesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListPublicHolidays: {
        parameters: {
            query?: {
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPublicHolidaysAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReadHolidayCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadHolidayCalendarAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DownloadQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Stream"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DropQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReplayQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowQueueCounters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueCounters"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TakeNext: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakeNextAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowRemoveAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemoveAssignmentSettingView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChooseRemoveAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveAssignmentSettingView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemoveAssignmentSettingView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddReplyCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddReplyCollectionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyCollectionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveReplyCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeReplyCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeReplyCollectionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyCollectionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListResolveReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListResolveReasonsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddResolveReason: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddResolveReasonRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolveReasonView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeResolveReason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeResolveReasonRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolveReasonView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrderResolveReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderResolveReasonsRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetResolveScopes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetResolveScopesRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListSavedReplies: {
        parameters: {
            query?: {
                channelId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSavedRepliesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddSavedReply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSavedReplyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveSavedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSavedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSavedReplyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ExportSavedReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": components["schemas"]["Stream"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportSavedReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSavedRepliesAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SearchConversations: {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                After?: string;
                /** @description `me`, `none`, `any` or a member's id. Whose teams do not let them filter ask for no colleague. */
                Assignee?: string;
                /** @description Only what comes back by itself. */
                Boomerang?: boolean;
                /** @description Only for members whose teams let them choose channels. */
                ChannelId?: string;
                /** @description Something was written since. */
                From?: null | string;
                /** @description A group of its contact. */
                GroupId?: string;
                /** @description The language of its contact, for instance `fr`. */
                Language?: string;
                Limit?: number;
                /** @description Under this post. */
                PostId?: string;
                /** @description At least so much. */
                Priority?: number;
                /** @description Resolved for this reason. */
                ReasonId?: string;
                /** @description Its contact gave exactly so many of five. */
                Score?: number;
                /** @description `new`, `pending` or `resolved`; null = all. */
                State?: string;
                /** @description On one of its messages. */
                TagId?: string;
                /** @description The id of a team it was routed to, or `none`. */
                Team?: string;
                /** @description It had begun by then. */
                To?: null | string;
                /** @description Or a part of it. */
                TopicId?: string;
                /** @description Only of contacts who matter most. */
                Vip?: boolean;
                /** @description `private` or `public`. */
                Visibility?: string;
                /** @description In its state for at least so many minutes. */
                Waiting?: number;
                /** @description All must be found; the last may be unfinished. Words in quotes stand side by side. */
                Words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSearchResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowMyAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAbsenceAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ForgetMyAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowLoad: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowLoadAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DescribeMyself: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescribeMyselfRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyselfView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowMyNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferencesView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChooseMyNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyNotificationPreferencesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferencesView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPushSubscriptionAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SubscribeToPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyPushSubscriptionRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnsubscribeFromPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AskSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpQuestion"];
                };
            };
        };
    };
    SetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListSkillSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSkillSetsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddSkillSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSkillSetRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillSetView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveSkillSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSkillSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSkillSetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillSetView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetFallbackTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRoutingPolicyFallbackRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RehearseSkillSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RehearseRulesSkillSetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsalView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListSurveyAnswers: {
        parameters: {
            query?: {
                /** @description The cursor of the page before. */
                After?: string;
                ChannelId?: string;
                /** @description Asked from this instant on. */
                From?: null | string;
                Limit?: number;
                /** @description Whose conversations. */
                MemberId?: string;
                /** @description Only those who wrote something beside. */
                OnlyComments?: boolean;
                /** @description Only this one; 0 = all. */
                Score?: number;
                /** @description Of which team's members. */
                TeamId?: string;
                /** @description Asked before this one. */
                To?: null | string;
                /** @description About what. */
                TopicId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSurveyAnswersAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowSurveyPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AnswerSurveyPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChooseSurveyPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyPolicyView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyPolicyView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ShowSurveyResults: {
        parameters: {
            query?: {
                ChannelId?: string;
                /** @description Asked from this instant on. */
                From?: null | string;
                /** @description Whose conversations. */
                MemberId?: string;
                /** @description Of which team's members. */
                TeamId?: string;
                /** @description Asked before this one. */
                To?: null | string;
                /** @description About what. */
                TopicId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowSurveyResultsAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListSurveys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSurveysAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyDraftView"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSurveyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTagsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTagRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTagRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CountTagUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountTagUseAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTeamsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTeamRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DissolveTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTeamRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetTeamSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMessages: {
        parameters: {
            query?: {
                before?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTopicsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddTopic: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTopicRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveTopic: {
        parameters: {
            query?: {
                into?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTopicRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CountTopicUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountTopicUseAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: components["schemas"]["IFormFile"];
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewsNewView"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RemoveView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewsChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListVirtualAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListVirtualAgentsAnswer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OpenLiveLine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switching Protocols */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveMessages"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
