// Generated from the OpenAPI description by scripts/openapi.mjs. Do not edit.
export interface paths {
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, their services and rooms */
        get: operations["session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of a service, to assign to */
        get: operations["people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deposits, newest first: your own, or all for the mail room */
        get: operations["deposits"];
        put?: never;
        /** Deposit files (multipart: files, channel, what is known of the sender); idempotent by Idempotency-Key */
        post: operations["createDeposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deposits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A deposit, its files and the mails that came of it */
        get: operations["deposit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that could not be read, for the mail room */
        get: operations["quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file as it was received */
        get: operations["quarantineContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the file again */
        post: operations["retryFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the file aside for good, with a reason; its bytes are kept */
        post: operations["discardFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A scanned file that was parted, and what became of each of its pages, for the mail room */
        get: operations["batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The batch as it was scanned, or its searchable PDF */
        get: operations["batchContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/pages/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a page that was left out back into a document that waits to be qualified */
        post: operations["restorePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/merge-with-previous": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join it to the document before it in its batch: they were one letter */
        post: operations["mergeWithPrevious"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sheets/separators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Separator sheets as a PDF, for the mail room */
        post: operations["printSeparators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sheets/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Identification sheets or labels of numbered mails as a PDF, for the mail room */
        post: operations["printMailSheets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My trays with their counts */
        get: operations["trays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trays/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tray's mails, most urgent first */
        get: operations["trayMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that I may see, by chrono, subject, sender or words of the text */
        get: operations["search"];
        put?: never;
        /** Mails that I may open, by several criteria at once */
        post: operations["findMails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail */
        get: operations["mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail's history */
        get: operations["mailJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/documents/{documentId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document's bytes: the original, or its searchable PDF */
        get: operations["documentContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/qualify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm what was read: the mail is numbered and distributed */
        post: operations["qualify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void a mail; its number, if any, keeps its place */
        post: operations["void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take: I treat it */
        post: operations["take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to the tray */
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign to a person of the service */
        post: operations["assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a note */
        post: operations["note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a copy to other services */
        post: operations["copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/reroute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not for us: send it on, with a reason */
        post: operations["reroute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer: an outgoing mail, numbered, with its document */
        post: operations["answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close, with its answer */
        post: operations["close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/close-without-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close without an answer, and why */
        post: operations["closeWithoutAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen, and why */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo my last action */
        post: operations["undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/retention-trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare the day from which the retention period runs */
        post: operations["setTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What falls due until a day, for the archives, the DPO and heads of service */
        get: operations["retentionDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last look at the installation found, for administrators */
        get: operations["health"];
        put?: never;
        /** Look at the installation now; takes some seconds */
        post: operations["examine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done to mails in Alfresco itself against the law or the circuit, newest first, for the mail room, heads of service and administrators */
        get: operations["alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/{id}/see": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have seen it and look after it */
        post: operations["seeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It is settled, and how */
        post: operations["settleAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much has failed for good and waits for an operator, for administrators */
        get: operations["failures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs out of tries, the newest first */
        get: operations["failedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/failed-jobs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give all jobs out of tries another round */
        post: operations["retryJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/failed-jobs/{job}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a job out of tries another round */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journal entries that a consumer put aside after its last try, the newest first */
        get: operations["setAside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/set-aside/{consumer}/{seq}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have an entry that was put aside handled again */
        post: operations["replayEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All current settings, with their versions */
        get: operations["settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/{kind}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published versions of a kind */
        get: operations["settingVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Publish a new version of a kind */
        put: operations["publishSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Affairs that you may see, newest first; found by number or words of the title */
        get: operations["affairs"];
        put?: never;
        /** Open an affair: it has its number */
        post: operations["addAffair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An affair */
        get: operations["affair"];
        /** Correct an affair */
        put: operations["changeAffair"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it: nothing is put in any more */
        post: operations["closeAffair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen, and why */
        post: operations["reopenAffair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a note of how it stands */
        post: operations["noteAffair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its mails, newest first; a masked line for those that you may know of and not open */
        get: operations["affairMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its history */
        get: operations["affairJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/affair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the mail into an affair, or take it out */
        put: operations["fileMail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mails that it is tied to, one after the other, of those that you may know of */
        get: operations["thread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link it to another mail that you may read */
        post: operations["linkMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link away */
        delete: operations["unlinkMail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that may be the same one, of those that you may read, and why */
        get: operations["duplicates"];
        put?: never;
        /** It is a duplicate of the other and makes no work of its own, or it is not and is not proposed again */
        post: operations["decideDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/duplicates/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two mails side by side */
        get: operations["compareDuplicate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/duplicates/{other}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was decided of two mails: one that had ended as a duplicate goes on where it was */
        post: operations["undoDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiaries/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What two beneficiaries would be together */
        get: operations["previewBeneficiaryMerge"];
        put?: never;
        /** Join another one with it; can be taken back */
        post: operations["mergeBeneficiaries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiaries/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was joined with it */
        get: operations["beneficiaryMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiary-merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a join back */
        post: operations["undoBeneficiaryMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/crossing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many documents that you may read are of which nature for which beneficiary: those with the most */
        get: operations["naturesCrossed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches, newest first */
        get: operations["batches"];
        put?: never;
        /** Announce a batch: how many envelopes or pages will come, and from which scanner */
        post: operations["announceBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct what was announced, and why */
        post: operations["correctAnnounced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A batch at the page desk: its pages, and how they fall into envelopes and documents */
        get: operations["desk"];
        put?: never;
        /** Split, join, move, turn, put aside, describe; all of the changes or none */
        post: operations["changeDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/desk/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo the last changes at the desk */
        post: operations["undoDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/desk/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do again what was undone */
        post: operations["redoDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the mails of its envelopes; only when counters agree and no file is in quarantine. Again after changes at the desk: mails that wait to be qualified become what the desk says */
        post: operations["releaseBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** To be scanned again, and why; its bytes are kept */
        post: operations["rejectBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a rejected batch back: it is to be checked */
        post: operations["resumeBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/files/{file}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the batch as it was scanned, or its searchable PDF */
        get: operations["batchFileContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The page desk of a mail that waits to be qualified, whatever door it came by */
        post: operations["openDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/files/{file}/pages/{number}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page as an image, as it lies in its file */
        get: operations["pageImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Beneficiaries that you may know of, by the beginnings of their names in any order, their file number or day of birth */
        get: operations["beneficiaries"];
        put?: never;
        /** Add a beneficiary */
        post: operations["addBeneficiary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiaries/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Known beneficiaries who may be the one that is about to be added, and why */
        get: operations["alikeBeneficiaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiaries/guards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may guard the file of a beneficiary that you add */
        get: operations["beneficiaryGuards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiaries/to-identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents for somebody whom nobody has recognised, oldest first, for the mail room and secretaries */
        get: operations["unidentified"];
        put?: never;
        /** These documents are for these people, or for nobody */
        post: operations["identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiaries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A beneficiary, and of the documents that you may read how many are of which nature */
        get: operations["beneficiary"];
        put?: never;
        /** Correct what names a beneficiary, or who guards the file */
        post: operations["changeBeneficiary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents that you may read, of a nature (and those under it) or of a beneficiary or both, newest first */
        get: operations["filedDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what its documents are and for whom */
        post: operations["describe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/thesaurus/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many documents bear each nature, for administrators */
        get: operations["termUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns that you may see, newest first */
        get: operations["campaigns"];
        put?: never;
        /** Begin a campaign: it has its number */
        post: operations["addCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaign-bounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a new campaign may ask for: bounds of the authority, services and rows */
        get: operations["campaignBounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaign-archivists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Archivists to whom a campaign can be sent: those who have signed in once */
        get: operations["campaignArchivists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A campaign */
        get: operations["campaign"];
        /** Change what it is about; it is to be analysed again */
        put: operations["changeCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/analyse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge each mail that fell due, anew */
        post: operations["analyseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the analysis found, by verdict and cause */
        get: operations["campaignCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its mails by number, never by what they say */
        get: operations["campaignItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of its bordereau; a head sees those of their service */
        get: operations["campaignLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freeze the list: every file is read back from Alfresco and its digest computed again */
        post: operations["freezeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/items/{kind}/{subject}/take-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a mail out of the frozen list, and why; the list is frozen anew */
        post: operations["takeOutItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate the list, with its numbers */
        post: operations["validateCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve it, as another person */
        post: operations["approveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/signatories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who can be named to sign for a producing service, by name */
        get: operations["campaignSignatories"];
        put?: never;
        /** Name who signs for a producing service whose head cannot, and why */
        post: operations["nameSignatory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the lines of a service: as its head, by delegation of its head, as head of the service above, or as who was named */
        post: operations["signCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it to archivists of the State’s control */
        post: operations["submitCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel it, and why */
        post: operations["cancelCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/bordereau": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bordereau as it stands, not yet kept; a head has the lines of their service */
        get: operations["campaignBordereau"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of it: bordereau, manifest… */
        get: operations["campaignFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its history */
        get: operations["campaignJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clocks of the law that nothing has met yet, of mails of my services, the next to end first */
        get: operations["clocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/pieces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for missing pieces, until a day, with a letter if wanted (CRPA L114-5) */
        post: operations["askPieces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/pieces-received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All pieces that were asked for are there */
        post: operations["receivePieces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge: with a letter, or as sent by other means (CRPA L112-3, L112-11) */
        post: operations["acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attest that silence was an acceptance, as its author asks (CRPA L232-3) */
        post: operations["attest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put off the end of a clock that allows it, and tell its author why (RGPD art. 12.3) */
        post: operations["extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter by e-mail again, to another address if need be */
        post: operations["dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/transmission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it on to the competent authority, and close it (CRPA L114-2) */
        post: operations["transmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how urgent it is; its due day follows */
        post: operations["prioritise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Correspondents by beginnings of words in any order, by sound, SIRET or reference */
        get: operations["correspondents"];
        put?: never;
        /** Add a correspondent */
        post: operations["addCorrespondent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Correspondents that may be the same, surest first */
        get: operations["correspondentPairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/pairs/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** They are two: not proposed again */
        post: operations["dismissPair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/incomplete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Correspondents of recent mail whose cards lack something, those with most mail first */
        get: operations["incompleteCorrespondents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take over correspondents from CSV or vCard; first as a dry run */
        post: operations["importCorrespondents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is known of a correspondent */
        get: operations["correspondent"];
        /** Correct what is known; mails keep what was known on their day */
        put: operations["changeCorrespondent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All mails with a correspondent that you may open, in every channel and both ways */
        get: operations["exchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A position that a person holds at an organisation */
        post: operations["addPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/{id}/positions/{position}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The day until which it was held */
        post: operations["endPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What two correspondents would be together */
        get: operations["previewMerge"];
        put?: never;
        /** Join another one with it; can be taken back */
        post: operations["mergeCorrespondents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondent-merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back */
        post: operations["undoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondents/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Part it in two: these mails, positions and addresses are of another; can be taken back */
        post: operations["splitCorrespondent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondent-splits/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a split back */
        post: operations["undoSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that begin like this, by the service that is configured */
        get: operations["completeAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delegations, newest first: mine, those of people of my services (heads and secretaries), or all (administrators) */
        get: operations["delegations"];
        put?: never;
        /** Name delegates: for oneself, or as secretary, head or administrator for somebody */
        post: operations["createDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/delegators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For whom I may name delegates: myself, people of the services whose head or secretary I am, or all */
        get: operations["delegators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could replace somebody: people who can open mail of theirs, and whether they can open all of it */
        get: operations["delegateCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What stands against a delegation, or is good to know before it is made */
        post: operations["checkDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it now */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/{id}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its signed act */
        get: operations["actContent"];
        put?: never;
        /** Keep its signed act, in Alfresco */
        post: operations["attachAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is carried out */
        get: operations["campaignExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each thing of its list, by its place */
        get: operations["campaignOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/outcomes/{kind}/{subject}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done to a thing of the list, step by step */
        get: operations["campaignItemSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to destroy, once the days of reflection are over */
        post: operations["startCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop after what is in hand, and why */
        post: operations["stopCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on, and why that is right */
        post: operations["resumeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/certify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the certificate of destruction, signed where a key is configured */
        post: operations["certifyCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eliminations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was eliminated, the last first; or by the beginning of its number */
        get: operations["eliminations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eliminations/unverified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of the ledger of eliminations whose campaign no backup has, by campaign and list */
        get: operations["unverifiedEliminations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eliminations/{kind}/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What remains of what was eliminated */
        get: operations["elimination"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each of my services may expect, the one with most mails at risk first */
        get: operations["forecasts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecasts/{service}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails of a service that will probably be late, by due day */
        get: operations["mailsAtRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How promises were kept, by month, service and channel */
        get: operations["commitments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["commitmentsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Both legs of the way in the house, by day and service */
        get: operations["deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["deliveriesFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/calendar/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many due days another calendar would move, for administrators */
        post: operations["previewCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a mail of any kind through its form: numbered and distributed */
        post: operations["registerEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change values of custom fields */
        post: operations["changeFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Custom fields and whether Alfresco has their properties, for administrators */
        get: operations["fieldProperties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds that you may see, newest first */
        get: operations["holds"];
        put?: never;
        /** Place a hold, with its reason and the day of its review */
        post: operations["placeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are active, to be reviewed, in trouble with Alfresco; and how many mails people hold in Alfresco itself */
        get: operations["holdCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/in-alfresco": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails with documents that people hold in Alfresco itself */
        get: operations["heldInAlfresco"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many mails a hold would take, and which kinds you may place */
        post: operations["previewHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hold */
        get: operations["hold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its mails by number; what they say only for those who may open them */
        get: operations["holdMails"];
        put?: never;
        /** Add mails to a hold on mails */
        post: operations["extendHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its history */
        get: operations["holdJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review it: maintained until another day, and why */
        post: operations["reviewHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}/mails/{mail}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a mail out of a hold on mails, and why */
        post: operations["dropFromHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release it, and why: what no other hold holds is free */
        post: operations["releaseHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again now where Alfresco refused */
        post: operations["retryHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/processing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a mail whose processing is limited (RGPD art. 18) be processed until a day, and why */
        post: operations["allowProcessing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many files are in quarantine, by reason */
        get: operations["quarantineReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read several files again; each has its own outcome */
        post: operations["retryFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put several files aside for good, with a reason; each has its own outcome */
        post: operations["discardFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bytes of batches and of discarded files: those that leave soon, later, are held, stay, or have left */
        get: operations["leaving"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leaving/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many there are of each */
        get: operations["leavingCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leaving/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep its bytes beyond their days, because … */
        post: operations["holdFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leaving/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it go when its days are over: for who holds it, and administrators */
        post: operations["releaseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told */
        get: operations["notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as read */
        post: operations["readNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as read all up to one */
        post: operations["readNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I want to be told */
        get: operations["noticePreferences"];
        /** Say how I want to be told */
        put: operations["changeNoticePreferences"];
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
        /** What my open page should ask for again, as server-sent events: mails, notices, trays. Resumes after Last-Event-ID; ends with `bye` and why */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unscanned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails without a scan: still to be handed over (the most urgent first), handed over (newest first), or to be returned to the sender (oldest first) */
        get: operations["unscanned"];
        put?: never;
        /** Register a mail from its envelope, without a scan */
        post: operations["registerUnscanned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unscanned/in-hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are still to be handed over, by service, and how many are overdue */
        get: operations["inHand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unscanned/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A mail without a scan by the number on its slip */
        post: operations["findUnscanned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unscanned/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Share of each kind in all that came in, by month */
        get: operations["unscannedMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unscanned/months.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["unscannedMonthsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unscanned/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Slips that go with the envelopes, as a PDF */
        post: operations["printSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was handed over at once, newest first */
        get: operations["rounds"];
        put?: never;
        /** Hand over mails against the signature of who receives them */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rounds/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have received these mails */
        post: operations["receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rounds/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signature, as a PNG */
        get: operations["roundSignature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/unseal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a commission opened a sealed bid */
        post: operations["unseal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that an original went back to its sender */
        post: operations["returnOriginal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the number that the scanner printed or the label carries */
        post: operations["endorse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Boxes, newest first; by the code of a box, or a number of a mail that is in it */
        get: operations["boxes"];
        put?: never;
        /** Open a box */
        post: operations["openBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A box and what is in it */
        get: operations["box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{code}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a mail in, by its number */
        post: operations["putInBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{code}/mails/{id}/take-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a mail out */
        post: operations["takeOutOfBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{code}/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell where it stands */
        post: operations["changeBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{code}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it: nothing more goes in or out */
        post: operations["closeBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{code}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its label, as a PDF */
        get: operations["boxLabel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{code}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List of what is in it */
        get: operations["boxList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/documents/{documentId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a document was read, page by page */
        get: operations["documentReading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/documents/{documentId}/reread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have it read again; what was confirmed stays */
        post: operations["reread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reading/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits to be read, lane by lane */
        get: operations["readingLanes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many mails fall due in which year under which row */
        get: operations["retentionSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/due.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What falls due, as CSV */
        get: operations["retentionFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a mail is kept, and how far it is on its way into the archives */
        get: operations["mailRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a record compared, or tried, again, and why; nothing else */
        post: operations["settleRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affairs/{id}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the pieces of an affair are kept */
        get: operations["affairRetention"];
        /** Keep its pieces under a row of its own, from a day of its own */
        put: operations["setAffairRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of processings as it is now, with what it lacks, for the DPO, the archives and the administrators */
        get: operations["processings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processings/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its exports, newest first */
        get: operations["processingExports"];
        put?: never;
        /** Export it as it is now: dated, numbered, kept and journaled */
        post: operations["exportProcessings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processings/exports/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An export as it was made */
        get: operations["processingExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processings/exports/{number}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an export tells otherwise than the one before it */
        get: operations["processingExportChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/purges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns of elimination that are to come and that were, with who took note, for the DPO, the archives and approvers */
        get: operations["purges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/purges/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What falls due for elimination in twelve months, by service: all for the DPO and the archives, their own for heads */
        get: operations["purgeForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was told of a campaign before its purge, and took note */
        get: operations["purgeWarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have taken note: as head of a service, or DPO */
        post: operations["acknowledgePurge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personal-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terms of personal data by year, and the campaigns that propose what reached its own */
        get: operations["personalTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the journal is sealed, and when it was last verified */
        get: operations["proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Seals of the journal, newest first */
        get: operations["seals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/seals/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A seal with its timestamp, as it lies in the folder of seals */
        get: operations["sealFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/seals/{number}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold the journal to a seal: its entries and its timestamp */
        post: operations["verifySeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registers with their next numbers */
        get: operations["counters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Daily registers that are closed, newest first */
        get: operations["dayRegisters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was numbered since the last daily register was closed: the latest numbers of each register first, after what became of earlier ones */
        get: operations["openRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/days/{day}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A daily register as it was closed */
        get: operations["dayRegisterFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers that are missing, voided, reserved and not used, or out of order; at most a year, and the first thousand */
        get: operations["gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/gaps.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["gapsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers that were reserved for a day without server, newest first */
        get: operations["reservations"];
        put?: never;
        /** Reserve the next numbers of a register: nobody else is given them */
        post: operations["reserve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A reservation and what became of its numbers */
        get: operations["reservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{id}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sheets to fill in by hand, a number and its codes each, as a PDF */
        get: operations["reservationSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{id}/numbers/{number}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the mail that a reserved number was given to by hand */
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reservations/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void reserved numbers that nothing was given; they keep their place */
        post: operations["voidNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask rules of one mail, criterion by criterion; nothing is changed */
        post: operations["tryRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of rules on past mail, newest first, for administrators */
        get: operations["simulations"];
        put?: never;
        /** Run rules on past mail, in the background; no mail is changed */
        post: operations["simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/simulations/{simulation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a run is, and who would have received what */
        get: operations["simulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/simulations/{simulation}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that would go elsewhere, with both reasons where you may open them */
        get: operations["simulationChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/simulations/{simulation}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run */
        post: operations["cancelSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/simulations/{simulation}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the rules that were run; refused where settings have moved on since */
        post: operations["publishSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each rule sent, what came back as "not mine", and where that went instead */
        get: operations["ruleReturns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/rules/{rule}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrections that what came back speaks for */
        get: operations["ruleCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/services/loads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open and late mail of each service, for administrators */
        get: operations["serviceLoads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scanners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scanners, how their folders are, and the batch that each one fills; for mail rooms and administrators */
        get: operations["scanners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scanners/{code}/folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the folder of a scanner, for administrators */
        post: operations["makeScannerFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scanners/sidecar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a mapping reads in a sidecar file; nothing is kept. For administrators */
        post: operations["trySidecar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scanners/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was scanned today, by operator and scanner, for mail rooms */
        get: operations["scanDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a batch was scanned, and what is to be known of it */
        get: operations["batchScan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All of it has been scanned: what its scanner brings from now on is another batch */
        post: operations["endBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/sidecars/{sidecar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sidecar file as it came, to be saved */
        get: operations["sidecarContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the retention schedule, and what you may do */
        get: operations["schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its rows, and what is wrong with them */
        get: operations["scheduleVersion"];
        /** Change rows of a draft */
        put: operations["changeSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a draft as the version in force is; one is open at a time */
        post: operations["draftSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the archives’ agreement to a draft */
        post: operations["agreeSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back to a draft; the agreement just recorded is taken off */
        post: operations["reopenSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/enforce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an agreed version into force: it is published */
        post: operations["enforceSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw away a version that was never in force */
        post: operations["discardSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version as CSV */
        get: operations["scheduleFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take rows of a CSV file into a draft: all or nothing, first as a dry run */
        post: operations["importSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What another version says differently: rows added, removed, changed field by field */
        get: operations["compareSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/versions/{id}/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was counted */
        get: operations["scheduleSimulation"];
        put?: never;
        /** Have counted what a version would change for the mail there is; nothing is changed */
        post: operations["simulateSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows in force with their categories in Governance Services, and where the two differ */
        get: operations["schedulePlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/plan/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare the file plan with the schedule now */
        post: operations["compareSchedulePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/plan/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be written into the file plan, for an administrator of Alfresco too */
        get: operations["schedulePlanSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedule/plan/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the categories and schedules that are missing, as you */
        post: operations["applySchedulePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/pass-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It came to the wrong place: to another site's mail room, with a reason */
        post: operations["passOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/services/{code}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What hangs on a service that is to be retired */
        get: operations["retirement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/services/{code}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire a service: it gets no more mail, and other trays take over what is open in its own */
        post: operations["retireService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sortings that you may see, newest first */
        get: operations["sortings"];
        put?: never;
        /** Begin a sorting: it has its number and its list */
        post: operations["addSorting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sorting-bounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a new sorting may be about: agreed rows that ask for one, with what is due under them */
        get: operations["sortingBounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sorting-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rule would keep, without writing anything */
        post: operations["previewSorting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sorting */
        get: operations["sorting"];
        /** Another scope or rule: its list is made anew */
        put: operations["changeSorting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its mails by number, never by what they say */
        get: operations["sortingItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep units or not, otherwise than the rule has it or than was proposed */
        put: operations["decideSorting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose it to archivists of the State’s control */
        post: operations["proposeSorting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to exactly this list, with what was changed in it */
        post: operations["agreeSorting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/paper-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an agreement that came on paper, with its file */
        post: operations["recordSortingAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another proposal, and why: it is a draft of the house again */
        post: operations["giveBackSorting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel it, and why */
        post: operations["cancelSorting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as PDF/A or CSV (bordereau de tri) */
        get: operations["sortingSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of an agreement that came on paper, its digest compared before it is given out */
        get: operations["sortingAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its history, for the people of the house */
        get: operations["sortingJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sortings/{id}/items/{position}/documents/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of a mail, while the archivist decides; each opening is journaled */
        get: operations["sortingDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trays/{id}/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tray's mails that you may open, to act on all of them */
        get: operations["traySelection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/trays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put trays first, in this order */
        put: operations["pinTrays"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many those are, up to 1000 */
        post: operations["countFound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-trays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches kept as trays: mine, and those shared with me */
        get: operations["savedTrays"];
        put?: never;
        /** Keep a search as a tray */
        post: operations["saveTray"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-trays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a tray of mine */
        put: operations["changeTray"];
        post?: never;
        /** Remove a tray of mine */
        delete: operations["removeTray"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read or unread, followed or not, for me alone */
        post: operations["markMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I am working on it: others wait until I am done, or five minutes; take it over from them */
        post: operations["lockMail"];
        /** I am not working on it any more */
        delete: operations["unlockMail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One action on many mails, each judged as if it were done alone; beyond 50, it goes on in the background */
        post: operations["startBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is, and what came of each */
        get: operations["bulk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo all of it that is still as it left it */
        post: operations["undoBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns of elimination that were sent to you for your visa, newest first */
        get: operations["visas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A campaign that was sent to you: its bordereau, who answers for it, what you noted */
        get: operations["visa"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visas/{id}/lines/{line}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a line stands for: numbers, kinds and days */
        get: operations["visaItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visas/{id}/items/{position}/documents/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of an item, while the visa is to be given; each opening is journaled */
        get: operations["visaDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visas/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bordereau or manifest, its digest compared before it is given out */
        get: operations["visaFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visas/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note what you decide of lines; it counts once the visa is given */
        put: operations["noteVisa"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visas/{id}/give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the visa for exactly this list, as it was noted line by line */
        post: operations["giveVisa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/visa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The visa of a campaign */
        get: operations["campaignVisa"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/paper-visa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a visa that came on paper, with its file */
        post: operations["recordPaperVisa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Boxes in which its paper lies */
        get: operations["campaignBoxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/boxes/{code}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers of the sheets of a box that go */
        get: operations["campaignBoxSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/box-slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Slip for the contractor, as a PDF: the boxes whose paper may be destroyed now */
        get: operations["boxSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/box-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sheets to be taken out of boxes that stay, as a PDF */
        get: operations["boxWithdrawals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{id}/boxes-destroyed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that boxes were destroyed, with the contractor’s certificate */
        post: operations["recordBoxes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Years of the daily register as a series of records */
        get: operations["registerSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register-series/{year}/sorting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide whether a year of the register that is to be sorted is kept */
        post: operations["sortRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who may open the mail, to mention, to give a task or to ask; they have signed in once */
        get: operations["readersOfMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/notes/{note}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a note of mine */
        post: operations["changeNote"];
        /** Take a note of mine back; its words are gone, the journal keeps that it was there */
        delete: operations["deleteNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task to people who may open the mail */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a task, end it, or open it again */
        post: operations["changeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tasks and those of whom I replace, the next to fall due first */
        get: operations["myTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for opinions, one after the other or all together, each with a limit */
        post: operations["askOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/opinions/{opinion}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an opinion that was asked of me, my service, or whom I replace */
        post: operations["giveOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/opinions/{opinion}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An opinion is no longer asked for, and why */
        post: operations["withdrawOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/opinions/{opinion}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask again for an opinion that was given, withdrawn or whose limit has passed */
        post: operations["askOpinionAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opinions asked of me, my services and whom I replace, the next to fall due first */
        get: operations["myOpinions"];
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
        Session: {
            id: string;
            displayName: string;
            email?: string;
            rooms: components["schemas"]["Room"][];
            services: {
                code: string;
                label: string;
                head: boolean;
                secretary: boolean;
            }[];
            /** @description Mail rooms that you work in */
            mailRooms: components["schemas"]["Door"][];
            /** @description Where you may say that something came in; the first is meant when you say nothing */
            doors: components["schemas"]["Door"][];
            /** @description What you may do in the directory of correspondents */
            correspondents: ("see" | "add" | "change" | "merge" | "import")[];
            /** @description Kinds of mail that you may register through a form */
            registers: components["schemas"]["MailKind"][];
            authority: {
                name: string;
                timeZone: string;
                undoSeconds: number;
            };
            /** @description Whether letters can leave by e-mail from here */
            sendsEmail: boolean;
            unreadNotices: number;
            /** @description Alerts of the room `alerts` that nobody has settled */
            openAlerts: number;
        };
        /** @enum {string} */
        Room: "mailRoom" | "records" | "dpo" | "administration" | "alerts" | "clocks" | "ruleReturns" | "figures" | "unscanned" | "boxes" | "register" | "reservations" | "beneficiaries" | "identify" | "correspondents" | "affairs" | "proof" | "campaigns" | "archives" | "schedule" | "holds" | "processings" | "visas";
        Door: {
            /** @description None: the central mail room */
            site?: string;
            label?: string;
        };
        /**
         * @description `signature`: somebody in the house is asked to sign; `call`: a phone call
         * @enum {string}
         */
        MailKind: "incoming" | "outgoing" | "note" | "signature" | "call";
        Problem: {
            /** @description Stable code; the interface has its sentence under PROBLEM.<code> */
            code: string;
            message: string;
            params?: {
                [key: string]: string | number;
            };
            correlationId?: string;
        };
        Person: {
            id: string;
            displayName: string;
            services: string[];
        };
        Deposit: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["DepositState"];
            /** @enum {string} */
            channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /** @enum {string} */
            source: "page" | "api" | "folder" | "import";
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            createdBy: string;
            /** @description Where it came in; none: at the central mail room */
            site?: string;
            senderName?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt?: string;
            files: components["schemas"]["DepositFile"][];
            mails: components["schemas"]["DepositMail"][];
        };
        /**
         * @description attention: at least one file is in quarantine
         * @enum {string}
         */
        DepositState: "accepted" | "reading" | "done" | "attention";
        DepositFile: {
            /** Format: uuid */
            id: string;
            name: string;
            size: number;
            mediaType?: string;
            sha512: string;
            /** @enum {string} */
            state: "waiting" | "reading" | "read" | "quarantined" | "discarded" | "separated" | "merged";
            /** @description Why it is in quarantine; worded under QUARANTINE.<reason> */
            reason?: string;
            reasonParams?: {
                [key: string]: string | number;
            };
            warnings: string[];
            /**
             * @description What a waiting file waits for, beside its turn
             * @enum {string}
             */
            waitsFor?: "antivirus";
            /** @description Other files that it carries; they are not read */
            attachments?: {
                name: string;
                size?: number;
            }[];
            pages?: number;
            confidence?: number;
            /** Format: uuid */
            mailId?: string;
            /**
             * Format: uuid
             * @description The file that it was cut out of
             */
            batchId?: string;
        };
        DepositMail: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
            chrono?: string;
            tray?: string;
        };
        QuarantineLine: {
            /** Format: uuid */
            id: string;
            name: string;
            size: number;
            mediaType?: string;
            sha512: string;
            /** @enum {string} */
            state: "waiting" | "reading" | "read" | "quarantined" | "discarded" | "separated" | "merged";
            /** @description Why it is in quarantine; worded under QUARANTINE.<reason> */
            reason?: string;
            reasonParams?: {
                [key: string]: string | number;
            };
            warnings: string[];
            /**
             * @description What a waiting file waits for, beside its turn
             * @enum {string}
             */
            waitsFor?: "antivirus";
            /** @description Other files that it carries; they are not read */
            attachments?: {
                name: string;
                size?: number;
            }[];
            pages?: number;
            confidence?: number;
            /** Format: uuid */
            mailId?: string;
            /**
             * Format: uuid
             * @description The file that it was cut out of
             */
            batchId?: string;
            /** Format: uuid */
            depositId: string;
            channel: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            createdBy: string;
        };
        Reason: {
            reason: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        /** @description A scanned file that was parted, and what became of each of its pages */
        Batch: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            depositId: string;
            name: string;
            sha512: string;
            mediaType: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            readAt?: string;
            keeping: components["schemas"]["Keeping"];
            pages: components["schemas"]["BatchPage"][];
            gaps: components["schemas"]["NumberGap"][];
            /** @description In the order of their pages */
            mails: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
                chrono?: string;
            }[];
        };
        Keeping: {
            /**
             * Format: date-time
             * @description Since when nothing of it waits: its days are counted from then
             */
            since?: string;
            /**
             * Format: date
             * @description First day on which its bytes may go; they go in the night
             */
            leavesOn?: string;
            /**
             * @description Why it stays whatever its days; worded under LEAVING.STAYS.<code>
             * @enum {string}
             */
            stays?: "toQualify" | "notStored" | "gone" | "frozen" | "alert" | "otherBytes";
            held?: {
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                because: string;
            };
            /**
             * Format: date-time
             * @description When its bytes were gone; digests and the map of its pages stay
             */
            leftAt?: string;
        };
        BatchPage: {
            number: number;
            /**
             * @description What it was found to be
             * @enum {string}
             */
            fate: "document" | "separator" | "blank";
            /**
             * Format: uuid
             * @description The mail that it is in; none when it is kept aside
             */
            mailId?: string;
            /** @description What its codes say */
            says: {
                kind: string;
                value: string;
            }[];
            /** @description Number that was read on it */
            endorsement?: string;
            restored?: {
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
        };
        /** @description Numbers that no page bears, though the run goes on behind them: a sheet may have been swallowed between these pages */
        NumberGap: {
            after: number;
            before: number;
            first: string;
            last: string;
            count: number;
        };
        RestorePage: {
            /**
             * Format: uuid
             * @description Default: the document before it, else the one after
             */
            mail?: string;
        };
        Plain: {
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        PrintSeparators: {
            /** @default [] */
            services: string[];
            /** @default [] */
            types: string[];
            /** @default false */
            newLetter: boolean;
            /** @default 1 */
            copies: number;
        };
        PrintMailSheets: {
            /** @description Chronos */
            mails: string[];
            /** @enum {string} */
            form: "identification" | "labels";
            /**
             * @default qr
             * @enum {string}
             */
            symbology: "qr" | "dataMatrix" | "code128";
            /**
             * @description First label of the sheet that is still there
             * @default 1
             */
            start: number;
            /** @default 1 */
            copies: number;
        };
        Tray: {
            /** @description `mine`, `unread`, `followed`, `late`, `today`, `copies`, `function`, `toAssign`, `supervised`, `signals`, `qualification` or a tray of the settings; `qualification:<site>` for the mail room of a site, `replacing:<person>`, `saved:<id>` of a search that was kept */
            id: string;
            /** @enum {string} */
            kind: "personal" | "copies" | "late" | "today" | "unread" | "followed" | "signals" | "function" | "toAssign" | "supervised" | "replacing" | "qualification" | "service" | "saved";
            /** @description Of a tray of the settings; the interface words the others */
            label?: string;
            service?: string;
            serviceLabel?: string;
            /** @description Of the mail room whose letters to qualify these are; none: the central one */
            site?: string;
            siteLabel?: string;
            /** @description Whose mails these are, while you replace them */
            replaced?: {
                id: string;
                displayName: string;
            };
            /** @description Put first by you; these come in your order */
            pinned?: boolean;
            /** @description A search that others see too */
            shared?: boolean;
            /** @description A search that is too broad to be counted, or was not yet */
            uncounted?: boolean;
            open: number;
            late: number;
        };
        MailLine: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            category: "incoming" | "outgoing" | "internal";
            /** @description Which form it has */
            kind?: components["schemas"]["MailKind"];
            /** @enum {string} */
            state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
            chrono?: string;
            /** @description True: you may know that it is there, not what it is */
            masked: boolean;
            subject?: string;
            sender?: string;
            type?: string;
            typeLabel?: string;
            service?: string;
            /** @description Where it came in; none: at the central mail room */
            site?: string;
            tray?: string;
            assignee?: {
                id: string;
                displayName: string;
            };
            /** @description The assignee, whom you replace for this mail */
            replacing?: {
                id: string;
                displayName: string;
            };
            /** @enum {string} */
            channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt?: string;
            /**
             * Format: date
             * @description Of what goes out
             */
            departureDate?: string;
            deadline?: components["schemas"]["Deadline"];
            /**
             * @description None: normal
             * @enum {string}
             */
            priority?: "normal" | "urgent" | "veryUrgent";
            confidentiality: number;
            documents: number;
            notes: number;
            revision?: number;
            /** @description You have not opened it yet */
            unread?: boolean;
            followed?: boolean;
            /** @description Who works on it right now */
            lock?: {
                by: {
                    id: string;
                    displayName: string;
                };
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                since: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                until: string;
            };
            /** @description Alerts that nobody has settled */
            alerts?: number;
            /** @description A hold stops its elimination */
            held?: boolean;
        };
        Deadline: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            dueDate: string;
            /** @description Negative when late */
            workingDaysLeft: number;
            because?: components["schemas"]["DueBecause"];
        };
        /** @description Why a day is the due day; worded under BECAUSE.<code>, or step by step under CLOCK.STEP.<code> */
        DueBecause: {
            code: string;
            params: {
                [key: string]: string | number;
            };
            readonly steps?: components["schemas"]["ClockStep"][];
        };
        /** @description One step from the arrival to the due day; worded under CLOCK_STEP.<code> */
        ClockStep: {
            /** @enum {string} */
            code: "received" | "firstReceived" | "completed";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
        } | {
            /** @constant */
            code: "deadline";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
        } | {
            /** @constant */
            code: "priority";
            /** @enum {string} */
            priority: "normal" | "urgent" | "veryUrgent";
        } | {
            /** @constant */
            code: "delay";
            amount: number;
            /** @enum {string} */
            unit: "days" | "workingDays" | "months";
        } | {
            /** @constant */
            code: "extended";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
            amount: number;
            /** @enum {string} */
            unit: "days" | "workingDays" | "months";
        } | {
            /** @constant */
            code: "suspended";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            from: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            days: number;
        } | {
            /** @constant */
            code: "moved";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            from: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            to: string;
        };
        Mail: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            category: "incoming" | "outgoing" | "internal";
            /** @description Which form it has */
            kind?: components["schemas"]["MailKind"];
            /** @enum {string} */
            state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
            chrono?: string;
            /** @description True: you may know that it is there, not what it is */
            masked: boolean;
            subject?: string;
            sender?: string;
            type?: string;
            typeLabel?: string;
            service?: string;
            /** @description Where it came in; none: at the central mail room */
            site?: string;
            tray?: string;
            assignee?: {
                id: string;
                displayName: string;
            };
            /** @description The assignee, whom you replace for this mail */
            replacing?: {
                id: string;
                displayName: string;
            };
            /** @enum {string} */
            channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt?: string;
            /**
             * Format: date
             * @description Of what goes out
             */
            departureDate?: string;
            deadline?: components["schemas"]["Deadline"];
            /**
             * @description None: normal
             * @enum {string}
             */
            priority?: "normal" | "urgent" | "veryUrgent";
            confidentiality: number;
            documents: number;
            notes: number;
            revision: number;
            /** @description You have not opened it yet */
            unread?: boolean;
            followed?: boolean;
            /** @description Who works on it right now */
            lock?: {
                by: {
                    id: string;
                    displayName: string;
                };
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                since: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                until: string;
            };
            /** @description Alerts that nobody has settled */
            alerts?: number;
            /** @description A hold stops its elimination */
            held?: boolean;
            nodeId?: string;
            /**
             * @description Whether Alfresco has confirmed the rights and facts shown here
             * @enum {string}
             */
            mirror: "applied" | "pending";
            summary?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            documentDate?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            postmarkDate?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            registeredAt?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            closedAt?: string;
            closingReason?: string;
            correspondent?: components["schemas"]["Correspondent"];
            /** @description Correspondents beside the first */
            parties?: components["schemas"]["Correspondent"][];
            entry?: components["schemas"]["EntryFacts"];
            fields?: components["schemas"]["FieldValues"];
            copies: string[];
            /**
             * @description For whom in its service it is
             * @enum {string}
             */
            forFunction?: "head" | "secretary";
            routeBecause?: components["schemas"]["Because"];
            dueBecause?: components["schemas"]["DueBecause"];
            proposals?: components["schemas"]["Proposals"];
            documentsList: components["schemas"]["Document"][];
            /** @description Those that you may see */
            notesList: components["schemas"]["Note"][];
            tasks?: components["schemas"]["Task"][];
            /** @description Opinions that were asked for */
            consultations?: components["schemas"]["Consultation"][];
            assigneeAway?: components["schemas"]["Absence"];
            /** @description In whose name you would do which of your actions */
            actsFor?: {
                id: string;
                displayName: string;
                actions: ("list" | "read" | "readJournal" | "qualify" | "passOn" | "void" | "take" | "release" | "assign" | "note" | "copy" | "reroute" | "answer" | "close" | "closeWithoutAnswer" | "reopen" | "setTrigger" | "handOver" | "receive" | "shelve" | "describe" | "askPieces" | "receivePieces" | "acknowledge" | "attest" | "extend" | "dispatch" | "transmit" | "lock" | "prioritise" | "addTask" | "askOpinion" | "link" | "markDuplicate")[];
            }[];
            links: components["schemas"]["MailLink"][];
            /** @description The affair that it lies in */
            affair?: {
                /** Format: uuid */
                id: string;
                chrono: string;
                /** @description Absent: not yours to know */
                title?: string;
            };
            /** @description Mails that you may read and that may be the same one; nobody has decided */
            possibleDuplicates?: number;
            /** @description Clocks of the law that run for it */
            clocks?: components["schemas"]["Clock"][];
            /** @description Pieces that were asked for */
            missing?: components["schemas"]["MissingPieces"][];
            /** @description Letters that left by e-mail from here: those that go with it, or itself */
            dispatched?: components["schemas"]["Dispatched"][];
            /** @description Who was reminded of its due day, and who will be */
            reminders?: components["schemas"]["Reminder"][];
            /** @description Before: at an authority that was not competent and sent it on */
            firstReceived?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                authority?: string;
            };
            transmittedTo?: string;
            retention?: components["schemas"]["Retention"];
            /** @description What holds it */
            holds?: components["schemas"]["MailHolds"];
            /** @description What you may do now */
            actions: ("list" | "read" | "readJournal" | "qualify" | "passOn" | "void" | "take" | "release" | "assign" | "note" | "copy" | "reroute" | "answer" | "close" | "closeWithoutAnswer" | "reopen" | "setTrigger" | "handOver" | "receive" | "shelve" | "describe" | "askPieces" | "receivePieces" | "acknowledge" | "attest" | "extend" | "dispatch" | "transmit" | "lock" | "prioritise" | "addTask" | "askOpinion" | "link" | "markDuplicate")[];
            undo?: {
                token: string;
                /** @enum {string} */
                action: "list" | "read" | "readJournal" | "qualify" | "passOn" | "void" | "take" | "release" | "assign" | "note" | "copy" | "reroute" | "answer" | "close" | "closeWithoutAnswer" | "reopen" | "setTrigger" | "handOver" | "receive" | "shelve" | "describe" | "askPieces" | "receivePieces" | "acknowledge" | "attest" | "extend" | "dispatch" | "transmit" | "lock" | "prioritise" | "addTask" | "askOpinion" | "link" | "markDuplicate";
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                until: string;
            };
            /** Format: uuid */
            depositId?: string;
            /** @description Where its paper is, and what was written down of its envelope */
            paper?: components["schemas"]["Paper"];
            /** @description The scanned batch that it was cut out of, while the mail room qualifies it */
            batch?: {
                /**
                 * Format: uuid
                 * @description The scanned file that its first page is in
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The batch; absent until its page desk was opened once
                 */
                desk?: string;
                pages: number[];
                /** @description The document before it in the batch still waits to be qualified */
                before: boolean;
            };
        };
        /** @description As it was on the day of the mail: a frozen snapshot on the mail */
        Correspondent: {
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
            name: string;
            address?: string;
            postcode?: string;
            city?: string;
            /** @description Absent: that of the authority */
            country?: string;
            /** Format: email */
            email?: string;
        };
        EntryFacts: {
            /** @description Who wrote it, or took the call */
            author?: {
                /** @description User name */
                id: string;
                name: string;
            };
            /** @description For whom it is in its service */
            person?: {
                /** @description User name */
                id: string;
                name: string;
            };
            /** @description Service that it comes from */
            from?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            calledAt?: string;
            minutes?: number;
            phone?: string;
            /** @description The caller wants to be called back */
            callBack?: {
                phone?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on?: string;
            };
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            signBy?: string;
        };
        /** @description By key of the custom field */
        FieldValues: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        /** @description Of a custom field, by its type: words, a number, a day, yes or no, the code of a choice or several, a correspondent */
        FieldValue: string | number | boolean | string[] | {
            /** Format: uuid */
            id?: string;
            name: string;
        };
        /** @description Why; worded under BECAUSE.<code> */
        Because: {
            code: string;
            params: {
                [key: string]: string | number;
            };
            /** @description Criteria of the rule that held */
            readonly matched?: components["schemas"]["Matched"][];
            /** @description What the rule gave beside the tray */
            readonly gave?: {
                /** @enum {string} */
                kind: "copy" | "priority" | "confidentiality" | "assignee" | "function";
                value: string;
            }[];
        };
        Matched: {
            /** @enum {string} */
            kind: "type" | "keyword" | "site" | "postcode" | "sender" | "senderKind" | "senderDomain" | "channel" | "affair" | "field" | "nature" | "beneficiary" | "confidence" | "priority";
            value: string;
            /** @description None of these is there, as was asked */
            not?: boolean;
            field?: string;
        };
        Proposals: {
            type?: components["schemas"]["Proposal"];
            senderName?: components["schemas"]["Proposal"];
            subject?: components["schemas"]["Proposal"];
            documentDate?: components["schemas"]["Proposal"];
            receivedAt?: components["schemas"]["Proposal"];
            postcode?: components["schemas"]["Proposal"];
            /** @description Said by a separator sheet: because is sheet:<page of the batch> */
            service?: components["schemas"]["Proposal"];
            /** @description Number on the first page: because is number:<page>:<place> */
            endorsement?: components["schemas"]["Proposal"];
            /** @description Number on the last page, when it is another */
            endorsementLast?: components["schemas"]["Proposal"];
            /** @description Chrono of a mail, said by an identification sheet or a label */
            belongsTo?: components["schemas"]["Proposal"];
            /** @description Signs that two letters were scanned as one */
            readonly glued?: {
                /** @enum {string} */
                code: "numbering" | "letterhead" | "date";
                page: number;
                because: string;
            }[];
        };
        Proposal: {
            value: string;
            confidence: number;
            because: string;
        };
        Document: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "main" | "attachment" | "signedResponse" | "responseDraft" | "acknowledgement" | "proof";
            name: string;
            mediaType: string;
            size: number;
            sha512: string;
            pages: number;
            confidence?: number;
            /** @description Alfresco node of the original, once Alfresco has it */
            nodeId?: string;
            /** @description Alfresco node of the searchable PDF; the original itself when it is one */
            searchableNodeId?: string;
            warnings: string[];
            /** @description Other files that it carries; they were not read */
            attachments?: {
                name: string;
                size?: number;
            }[];
            /** @description Code of a term of the thesaurus, scheme `nature` */
            nature?: string;
            /** @description Read off its text, while nobody has said what it is */
            natureProposal?: components["schemas"]["Proposal"];
            /** @description For whom it is, of those that you may know of */
            beneficiaries: components["schemas"]["Beneficiary"][];
            /** @description It is for somebody whom nobody has recognised yet */
            beneficiaryUnknown: boolean;
        };
        Beneficiary: {
            /** Format: uuid */
            id: string;
            /** @description Family name */
            name: string;
            firstName?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            birthDate?: string;
            /** @description As the house numbers its files (n° de dossier) */
            fileNumber?: string;
            /** @description The service that guards the file; absent: all services that keep files know of it */
            service?: string;
            /** @description Only its cleared people know of the file */
            compartment?: string;
        };
        Note: {
            /** Format: uuid */
            id: string;
            text: string;
            author: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            changedAt?: string;
            /** @enum {string} */
            visibility: "me" | "service" | "readers" | "persons";
            /** @description Names of the service or persons that it is for */
            seenBy?: string[];
            persons?: string[];
            mentions: {
                id: string;
                displayName: string;
            }[];
            mayChange: boolean;
        };
        Task: {
            /** Format: uuid */
            id: string;
            title: string;
            assignees: {
                id: string;
                displayName: string;
            }[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            dueOn?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            remindOn?: string;
            workingDaysLeft?: number;
            /** @enum {string} */
            state: "open" | "done" | "cancelled";
            createdBy: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            endedBy?: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            endedAt?: string;
            /** @description Whom its last author replaced */
            for?: {
                id: string;
                displayName: string;
            };
            mayEnd: boolean;
        };
        Consultation: {
            /** Format: uuid */
            id: string;
            question: string;
            /** @enum {string} */
            mode: "series" | "parallel";
            /** @enum {string} */
            onLimit: "next" | "wait";
            /** @enum {string} */
            state: "open" | "done" | "withdrawn";
            askedBy: {
                id: string;
                displayName: string;
            };
            for?: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            opinions: components["schemas"]["Opinion"][];
        };
        Opinion: {
            /** Format: uuid */
            id: string;
            position: number;
            person?: {
                id: string;
                displayName: string;
            };
            service?: string;
            serviceLabel?: string;
            /** @description The service is in copy of the mail for the time of the opinion */
            inCopy?: boolean;
            /** @enum {string} */
            state: "waiting" | "asked" | "passed" | "given" | "withdrawn";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            dueOn?: string;
            workingDays?: number;
            workingDaysLeft?: number;
            /** @enum {string} */
            verdict?: "favourable" | "reservations" | "unfavourable";
            words?: string;
            /** Format: uuid */
            documentId?: string;
            givenBy?: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            givenAt?: string;
            /** @description In whose name it was given */
            for?: {
                id: string;
                displayName: string;
            };
            mayGive: boolean;
            askedAgain?: boolean;
        };
        /** @description Away today, and who replaces them */
        Absence: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until?: string;
            readonly delegates: {
                id: string;
                displayName: string;
            }[];
        };
        MailLink: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Of a link that somebody added: it can be taken away
             */
            link?: string;
            /** @enum {string} */
            kind: "answerOf" | "follows" | "concerns" | "replaces" | "copyOf" | "duplicateOf" | "answeredBy" | "followedBy" | "replacedBy" | "copiedAs" | "hasDuplicate";
            chrono?: string;
            subject?: string;
            /** @enum {string} */
            state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            departureDate?: string;
            /**
             * @description Of a letter that goes with the other and is no answer: what it is
             * @enum {string}
             */
            letter?: "acknowledgement" | "pieces" | "transmission" | "attestation" | "extension";
        };
        /** @description A clock of the law that runs for a mail */
        Clock: {
            code: string;
            label: string;
            /** @enum {string} */
            kind: "treatment" | "registrationReceipt" | "receipt" | "announcement" | "silenceAccepts" | "silenceRefuses" | "documentAccess" | "appeal" | "personalData" | "opinion";
            /** @description Article or charter */
            source?: string;
            /** @enum {string} */
            state: "running" | "suspended" | "met" | "metLate" | "passed";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            start: string;
            /**
             * Format: date
             * @description Last day; none while it waits for pieces and begins anew with them
             */
            due?: string;
            /** @description Calendar days until the due day; negative once it has passed */
            daysLeft?: number;
            suspended?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                since: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                until: string;
            };
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            metOn?: string;
            /** @description Its end may still be put off, its author being told why */
            extendable?: boolean;
            because: components["schemas"]["ClockStep"][];
        };
        MissingPieces: {
            /** Format: uuid */
            id: string;
            pieces: string[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            askedOn: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            completedOn?: string;
            askedBy: string;
            /** @description The letter that asks for them could not leave: nothing stands still */
            unsent?: boolean;
        };
        /** @description A letter that left, or should have left, by e-mail from here */
        Dispatched: {
            /**
             * Format: uuid
             * @description The letter
             */
            id: string;
            chrono?: string;
            to: string;
            /** @enum {string} */
            state: "waiting" | "sent" | "refused" | "returned";
            /**
             * @description What it does to a clock, once it has left
             * @enum {string}
             */
            countsAs?: "registrationReceipt" | "receipt" | "extension";
            automatic: boolean;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            settledAt?: string;
            /** @description What the server said that refused it for good; absent: it was never reached */
            refusal?: string;
        };
        /** @description Who is, or was, reminded of its due day */
        Reminder: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
            /** @enum {string} */
            to: "assignee" | "secretaries" | "heads" | "directors";
            /** @description Working days from the due day; negative: before it */
            offset: number;
            sentAt?: string;
        };
        Retention: {
            row: string;
            label: string;
            years: number;
            /** @enum {string} */
            trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            triggerDay?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            dueDate?: string;
            /** @enum {string} */
            finalSort: "D" | "C" | "T";
            agreed: boolean;
        };
        MailHolds: {
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "litigation" | "restriction" | "research" | "other";
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                since: string;
                title?: string;
                reason?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                reviewOn?: string;
                by?: string;
            }[];
            /** @description Somebody holds documents of it in Alfresco itself */
            inAlfresco: boolean;
            /** @description Actions that your rights would allow and the holds stop */
            stopped: string[];
            /** @description Processing that is limited was allowed all the same */
            exception?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                until: string;
                by: string;
                reason: string;
            };
            /** @description You may allow it */
            mayAllow: boolean;
        };
        /** @description Where the paper is, and what was written down of its envelope */
        Paper: {
            unscanned?: {
                kind: string;
                label: string;
                opened: boolean;
                commission: boolean;
                toReturn: boolean;
            };
            addressee?: string;
            reference?: string;
            /** @description In cents */
            amount?: number;
            time?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            deadline?: string;
            deadlineTime?: string;
            /** @description It arrived after the deadline */
            cameLate?: boolean;
            unsealed?: components["schemas"]["Unsealed"];
            returned?: components["schemas"]["Returned"];
            handedOver?: components["schemas"]["HandedOver"];
            /** @description Number that the scanner printed or the label carries */
            endorsement?: string;
            /** @description Number of the last page, when its pages bear several */
            endorsementLast?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            endorsedOn?: string;
            scanner?: string;
            box?: {
                code: string;
                location?: string;
                closed: boolean;
            };
        };
        Unsealed: {
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            by: string;
            readonly witnesses: string[];
            remark?: string;
        };
        Returned: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            on: string;
            by: string;
            /** @enum {string} */
            how: "post" | "hand";
            reference?: string;
        };
        HandedOver: {
            /** Format: uuid */
            round: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            by?: string;
            to: string;
            /** @enum {string} */
            method: "signature" | "login";
            /** @description Of the image, SHA-512 */
            signature?: string;
        };
        JournalEntry: {
            seq: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            /** @description Worded under JOURNAL.<type> */
            type: string;
            actor: {
                id: string;
                displayName: string;
            };
            onBehalfOf?: {
                id: string;
                displayName: string;
            };
            data: {
                [key: string]: unknown;
            };
            personal?: {
                [key: string]: unknown;
            };
            hash: string;
        };
        Qualify: {
            type: string;
            sender: components["schemas"]["Correspondent"];
            subject: string;
            /** @description Treating service; absent: the rules choose */
            service?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt: string;
            /** @description At another authority that sent it on (CRPA L114-3) */
            firstReceived?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                authority?: string;
            };
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            documentDate?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            postmarkDate?: string;
            summary?: string;
            confidentiality?: number;
            /** @description What its documents are, and for whom */
            documents?: components["schemas"]["DescribedDocument"][];
            /** @description Number on the paper */
            endorsement?: components["schemas"]["Endorse"];
            /** @description Values of custom fields */
            fields?: components["schemas"]["FieldValues"];
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        DescribedDocument: {
            /** Format: uuid */
            id: string;
            /** @description Code of a term of the thesaurus, scheme `nature`; null: none; absent: as it is */
            nature?: string | null;
            /** @description All that you may know of; absent: as they are */
            beneficiaries?: string[];
            /** @description It is for somebody whom nobody has recognised yet */
            beneficiaryUnknown?: boolean;
        };
        Endorse: {
            number: string;
            /** @description Number of the last page, when it is another */
            last?: string;
            scanner?: string;
        };
        Assign: {
            assignee: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        NoteText: {
            text: string;
            /**
             * @description Who sees it beside you; `readers`: all who may open the mail
             * @default readers
             * @enum {string}
             */
            visibility: "me" | "service" | "readers" | "persons";
            /** @description With `service`: which of yours; default: the one that treats the mail, else your first */
            service?: string;
            /**
             * @description With `persons`: who, among those who may open the mail
             * @default []
             */
            persons: string[];
            /**
             * @description Who is told of it, among those who see it
             * @default []
             */
            mentions: string[];
        };
        Copy: {
            services: string[];
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Reroute: {
            reason: string;
            /** @description Absent: back to the rules and, failing them, to the mail room */
            service?: string;
            /** @description Back to the mail room, whatever the rules say */
            toMailRoom?: boolean;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Answer: {
            template: string;
            subject: string;
            body: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            departureDate: string;
            /** @enum {string} */
            channel: "post" | "email" | "registered" | "registered_ar";
            /**
             * Format: email
             * @description With channel `email`: it leaves from here to this address; absent: you send it yourself
             */
            to?: string;
            /** @default false */
            closes: boolean;
            /** @description Close although tasks or opinions are open; else 409 `openWork` */
            despiteOpenWork?: boolean;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Close: {
            /**
             * Format: uuid
             * @description The outgoing mail that answers it
             */
            answerId?: string;
            comment?: string;
            /** @description Close although tasks or opinions are open; else 409 `openWork` */
            despiteOpenWork?: boolean;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        CloseWithoutAnswer: {
            reason: string;
            /** @description Close although tasks or opinions are open; else 409 `openWork` */
            despiteOpenWork?: boolean;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Undo: {
            token: string;
        };
        Trigger: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
            reason: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        RecordLine: {
            /** @enum {string} */
            state: "ending" | "declared" | "dated" | "destroyed";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            agsDue?: string;
            conflict?: components["schemas"]["RecordSaid"];
            failure?: components["schemas"]["RecordSaid"];
        };
        RecordSaid: {
            code: string;
            params?: {
                [key: string]: string | number;
            };
        };
        Health: {
            /**
             * Format: date-time
             * @description When the installation was last looked at; absent: never
             */
            at?: string;
            /** @description The worst first */
            checks: components["schemas"]["HealthCheck"][];
        };
        HealthCheck: {
            check: string;
            /** @enum {string} */
            area: "alfresco" | "rights" | "records" | "database" | "work" | "machine" | "mail" | "network";
            /** @enum {string} */
            outcome: "well" | "warning" | "error" | "leftOut";
            findings: components["schemas"]["Finding"][];
            /**
             * @description What the check would have needed
             * @enum {string}
             */
            leftOut?: "administrator" | "alfresco" | "service" | "records" | "database";
        };
        Finding: {
            /** @description Worded under HEALTH.FINDINGS.<code>: what is wrong, and what to do */
            code: string;
            /** @enum {string} */
            severity: "info" | "warning" | "error";
            params: {
                [key: string]: string | number;
            };
        };
        Alert: {
            /** Format: uuid */
            id: string;
            /** @description Worded under SIGNAL.<kind> */
            kind: string;
            /** @enum {string} */
            state: "open" | "seen" | "settled";
            mail: components["schemas"]["MailLine"];
            /** @description Name of the document, if it is about one */
            document?: string;
            /** @description Who did it, where Alfresco tells */
            author?: {
                id: string;
                displayName: string;
            };
            data: {
                [key: string]: unknown;
            };
            /** @description How often it was noticed */
            times: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            raisedAt: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            lastAt: string;
            seen?: {
                by: {
                    id: string;
                    displayName: string;
                };
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
            settled?: {
                by: {
                    id: string;
                    displayName: string;
                };
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                /** @description Absent for who may not open the mail; `restored`, `movedBack` when it was put right in Alfresco */
                reason?: string;
            };
        };
        FailureCounts: {
            failedJobs: number;
            setAside: number;
            quarantined: number;
        };
        FailedJob: {
            id: string;
            /** @description Worded under FAILURES.TASKS.<task> */
            task: string;
            /** @description The mail that it concerns; without a number it is not registered yet */
            mail?: {
                chrono?: string;
            };
            attempts: number;
            /** @description Worded under FAILURES.CAUSES.<cause>: what it means, and what to do */
            cause: string;
            /** @description A code of the system or of Alfresco, for who looks after them: 'ECONNREFUSED', 'forbidden' */
            detail?: string;
            /**
             * Format: date-time
             * @description When it was tried last
             */
            since: string;
        };
        Retried: {
            retried: number;
        };
        SetAside: {
            consumer: string;
            seq: number;
            /** @description The journal entry's */
            type: string;
            /** @description The mail that it concerns; without a number it is not registered yet */
            mail?: {
                chrono?: string;
            };
            attempts: number;
            /** @description Worded under FAILURES.CAUSES.<cause>: what it means, and what to do */
            cause: string;
            /** @description A code of the system or of Alfresco, for who looks after them: 'ECONNREFUSED', 'forbidden' */
            detail?: string;
            /**
             * Format: date-time
             * @description When it was tried last
             */
            since: string;
            /** @description It will be handled again within seconds */
            replaying: boolean;
        };
        SettingVersion: {
            kind: string;
            version: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            publishedAt: string;
            publishedBy: string;
            comment?: string;
        };
        PublishSetting: {
            data: unknown;
            comment: string;
            basedOn: number;
        };
        AffairLine: {
            /** Format: uuid */
            id: string;
            chrono: string;
            /** @description True: you may know that it is there, not what it is about */
            masked: boolean;
            title?: string;
            service: string;
            responsible?: {
                id: string;
                displayName: string;
            };
            /** @enum {number} */
            confidentiality: 0 | 1 | 2 | 3 | 4;
            compartment?: string;
            /** @enum {string} */
            state: "open" | "closed";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            openedOn: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            closedOn?: string;
        };
        Affair: {
            /** Format: uuid */
            id: string;
            chrono: string;
            /** @description True: you may know that it is there, not what it is about */
            masked: boolean;
            title?: string;
            service: string;
            responsible?: {
                id: string;
                displayName: string;
            };
            /** @enum {number} */
            confidentiality: 0 | 1 | 2 | 3 | 4;
            compartment?: string;
            /** @enum {string} */
            state: "open" | "closed";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            openedOn: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            closedOn?: string;
            revision: number;
            /** @description Those that you may know of */
            beneficiaries: components["schemas"]["Beneficiary"][];
            /** @description Those that you may know of */
            correspondents: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
            }[];
            notes: {
                /** Format: uuid */
                id: string;
                text: string;
                author: {
                    id: string;
                    displayName: string;
                };
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            }[];
            /** @description Those that you may know of */
            mails: number;
            /** @description What you may do now */
            actions: ("list" | "read" | "file" | "note" | "change" | "close" | "reopen")[];
        };
        AddAffair: {
            title: string;
            service: string;
            /** @description User name of a person of the service */
            responsible?: string;
            /**
             * @default 0
             * @enum {number}
             */
            confidentiality: 0 | 1 | 2 | 3 | 4;
            compartment?: string;
            /**
             * Format: date
             * @description Absent: today
             */
            openedOn?: string;
            /**
             * @description All that you may know of; others stay
             * @default []
             */
            beneficiaries: string[];
            /**
             * @description All that you may know of; others stay
             * @default []
             */
            correspondents: string[];
        };
        ChangeAffair: {
            title: string;
            service: string;
            /** @description User name of a person of the service */
            responsible?: string;
            /**
             * @default 0
             * @enum {number}
             */
            confidentiality: 0 | 1 | 2 | 3 | 4;
            compartment?: string;
            /**
             * Format: date
             * @description Absent: today
             */
            openedOn?: string;
            /**
             * @description All that you may know of; others stay
             * @default []
             */
            beneficiaries: string[];
            /**
             * @description All that you may know of; others stay
             * @default []
             */
            correspondents: string[];
            revision: number;
        };
        CloseAffair: {
            /**
             * Format: date
             * @description Absent: today
             */
            closedOn?: string;
            comment?: string;
            revision: number;
        };
        ReopenAffair: {
            reason: string;
            revision: number;
        };
        AffairNote: {
            text: string;
        };
        FileMail: {
            /** @description null: out of the one that it is in */
            affair: string | null;
            revision?: number;
        };
        ThreadStep: {
            mail: components["schemas"]["MailLine"];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
            /** @description What ties it to mails before it */
            ties: {
                /** Format: uuid */
                to: string;
                /** @enum {string} */
                kind: "answers" | "follows" | "concerns" | "replaces" | "copyOf" | "duplicateOf";
                /** @enum {string} */
                source: "person" | "answer" | "message";
                /**
                 * @description Of a letter that is no answer: what it is
                 * @enum {string}
                 */
                letter?: "acknowledgement" | "pieces" | "transmission" | "attestation" | "extension";
                /** @description The mail that it is tied to is the one that answers, follows… */
                backwards: boolean;
            }[];
        };
        LinkMail: {
            /** Format: uuid */
            to: string;
            /** @enum {string} */
            kind: "answers" | "follows" | "concerns" | "replaces" | "copyOf";
            /**
             * @description The other mail answers, follows, replaces… this one
             * @default false
             */
            backwards: boolean;
            revision?: number;
        };
        PossibleDuplicate: {
            mail: components["schemas"]["MailLine"];
            /** @description It came before the mail that was asked for */
            earlier: boolean;
            because: components["schemas"]["SameMailBecause"][];
            decided?: {
                /** @enum {string} */
                as: "same" | "other";
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                /** @description The mail that was asked for is the duplicate, `mail` the one that goes on */
                isThis: boolean;
                /** @description You may take it back */
                mayUndo: boolean;
            };
        };
        SameMailBecause: {
            /** @enum {string} */
            code: "sameDigest" | "sameMessage" | "sameText" | "sameForm";
            documents?: number;
            /** @description Of what both say, in percent */
            share?: number;
            differences?: {
                one: string;
                other: string;
            }[];
            /** @description Further differences */
            more?: number;
        };
        DuplicateComparison: {
            one: {
                /** Format: uuid */
                id: string;
                chrono?: string;
                /** @enum {string} */
                state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
                subject?: string;
                sender?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                receivedAt?: string;
                channel: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                capturedAt: string;
                documents: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    pages: number;
                    sha512: string;
                }[];
            };
            other: {
                /** Format: uuid */
                id: string;
                chrono?: string;
                /** @enum {string} */
                state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
                subject?: string;
                sender?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                receivedAt?: string;
                channel: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                capturedAt: string;
                documents: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    pages: number;
                    sha512: string;
                }[];
            };
            because: components["schemas"]["SameMailBecause"][];
            /** @description What was read of either, stretch by stretch, of the first pages */
            text: {
                one: string;
                other: string;
                /** @enum {string} */
                kind: "same" | "noise" | "only" | "telling";
            }[];
        };
        DecideDuplicate: {
            /** Format: uuid */
            other: string;
            duplicate: boolean;
            /** @description Why it ends, as its readers will see it */
            reason?: string;
            revision?: number;
        };
        UndoDuplicate: {
            revision?: number;
        };
        MergeBeneficiaries: {
            /** Format: uuid */
            other: string;
            revision: number;
            otherRevision: number;
        };
        /** @description A batch (lot): what was put through a scanner together */
        ScanBatch: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "received" | "separated" | "read" | "toCheck" | "released" | "rejected" | "quarantined";
            revision: number;
            /** @enum {string} */
            channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /** @description Who scanned it, as displayed; `system` for a scanner of which nobody said so */
            operator: string;
            /** @description User name */
            operatorId?: string;
            /** @description Code of the scanner profile */
            scanner?: string;
            /** @description Files that its scanner brings still go into it */
            taking?: boolean;
            /** @description What is to be known of how it came, see its scan */
            notes?: number;
            site?: string;
            /** @description The sub-folder, sidecar file or person said that all of it is for this service */
            service?: string;
            announcedEnvelopes?: number;
            announcedPages?: number;
            counts: components["schemas"]["ScanCounts"];
            /** @description Counters that disagree: it is not released before they agree */
            gaps: {
                /** @enum {string} */
                counter: "envelopes" | "pages";
                announced: number;
                scanned: number;
            }[];
            /** @description Pages that speak against how it was parted */
            hints: number;
            /** @description Its mails are being made; it can’t be changed until that is done */
            releasing?: boolean;
            /** @description Why the last release came to nothing, and nothing was changed */
            failure?: {
                code: string;
                params: {
                    [key: string]: string | number;
                };
            };
            /** @description Why it was rejected */
            reason?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            releasedAt?: string;
            releasedBy?: string;
        };
        ScanCounts: {
            files: number;
            /** @description Scanned, blank or not */
            pages: number;
            envelopes: number;
            documents: number;
            aside: number;
            quarantined: number;
            /** @description Mails that were made of it */
            released: number;
        };
        AnnounceBatch: {
            /**
             * Format: uuid
             * @description Minted by the sender: sent again, it makes nothing more
             */
            id: string;
            name?: string;
            /**
             * @default post
             * @enum {string}
             */
            channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            scanner?: string;
            service?: string;
            site?: string;
            announcedEnvelopes?: number;
            announcedPages?: number;
        };
        CorrectAnnounced: {
            /** @description The revision of the batch that was seen */
            revision: number;
            announcedEnvelopes?: number;
            announcedPages?: number;
            reason: string;
        };
        /** @description A batch at the page desk */
        Desk: {
            batch: components["schemas"]["ScanBatch"];
            files: components["schemas"]["DeskFile"][];
            pages: components["schemas"]["DeskPage"][];
            gaps: components["schemas"]["DeskGap"][];
            plan: components["schemas"]["BatchPlan"];
            canUndo: boolean;
            canRedo: boolean;
            editable: boolean;
        };
        DeskFile: {
            /** Format: uuid */
            id: string;
            name: string;
            sha512: string;
            size: number;
            mediaType?: string;
            /** @enum {string} */
            state: "waiting" | "reading" | "read" | "quarantined" | "discarded" | "separated" | "merged";
            reason?: string;
            pages?: number;
            /** @description How long its bytes stay, where they are kept for themselves */
            keeping?: components["schemas"]["Keeping"];
        };
        /** @description What is known of a page; where it is, the plan says */
        DeskPage: {
            /** Format: uuid */
            file: string;
            number: number;
            /** @description What its codes say */
            says: {
                kind: string;
                value: string;
            }[];
            blank: boolean;
            confidence?: number;
            /** @description Why a letter may begin here */
            hint?: {
                code: string;
                because: string;
            };
            width?: number;
            height?: number;
        };
        /** @description Numbers printed by the scanner that no page bears: a sheet may have been swallowed between these pages */
        DeskGap: {
            after: components["schemas"]["PageRef"];
            before: components["schemas"]["PageRef"];
            first: string;
            last: string;
            count: number;
        };
        PageRef: {
            /** Format: uuid */
            file: string;
            number: number;
        };
        BatchPlan: {
            envelopes: components["schemas"]["PlannedEnvelope"][];
            aside: components["schemas"]["AsidePage"][];
        };
        PlannedEnvelope: {
            /** Format: uuid */
            id: string;
            documents: components["schemas"]["PlannedDocument"][];
            sheet?: components["schemas"]["SheetWord"];
            /**
             * Format: uuid
             * @description The mail that it has become
             */
            mail?: string;
            /**
             * @description Its mail no longer waits to be qualified: it stays as it is
             * @default false
             */
            fixed: boolean;
        };
        PlannedDocument: {
            /** Format: uuid */
            id: string;
            pages: components["schemas"]["PlannedPage"][];
            /** @description Term of the thesaurus */
            nature?: string;
            /** @default [] */
            beneficiaries: string[];
            /**
             * @description Somebody has to find out whom it concerns
             * @default false
             */
            beneficiaryUnknown: boolean;
        };
        PlannedPage: {
            /** Format: uuid */
            file: string;
            number: number;
            /**
             * @default 0
             * @enum {number}
             */
            turn: 0 | 90 | 180 | 270;
        };
        SheetWord: {
            service?: string;
            type?: string;
            /** @description Chrono of the mail that it belongs to */
            mail?: string;
            /** Format: uuid */
            file?: string;
            /** @description The page that said so last */
            page: number;
        };
        AsidePage: {
            /** Format: uuid */
            file: string;
            number: number;
            /**
             * @default 0
             * @enum {number}
             */
            turn: 0 | 90 | 180 | 270;
            /** @enum {string} */
            why: "separator" | "blank" | "bin";
        };
        DeskState: {
            revision: number;
            plan: components["schemas"]["BatchPlan"];
            canUndo: boolean;
            canRedo: boolean;
        };
        DeskChanges: {
            /** @description The revision of the batch that was seen */
            revision: number;
            changes: components["schemas"]["DeskChange"][];
        };
        DeskChange: {
            /** @constant */
            kind: "split";
            at: components["schemas"]["PageRef"];
            /** @enum {string} */
            into: "document" | "envelope";
            /** Format: uuid */
            document: string;
            /** Format: uuid */
            envelope?: string;
        } | {
            /** @constant */
            kind: "join";
            /** Format: uuid */
            document: string;
        } | {
            /** @constant */
            kind: "joinEnvelope";
            /** Format: uuid */
            envelope: string;
        } | {
            /** @constant */
            kind: "move";
            pages: components["schemas"]["PageRef"][];
            to: {
                /** Format: uuid */
                document: string;
                before?: components["schemas"]["PageRef"];
            };
        } | {
            /** @constant */
            kind: "extract";
            pages: components["schemas"]["PageRef"][];
            /** Format: uuid */
            document: string;
            /** Format: uuid */
            envelope?: string;
        } | {
            /** @constant */
            kind: "place";
            /** Format: uuid */
            document: string;
            /** Format: uuid */
            envelope: string;
            /** Format: uuid */
            before?: string;
        } | {
            /** @constant */
            kind: "turn";
            pages: components["schemas"]["PageRef"][];
            /** @enum {number} */
            by: 90 | 180 | 270;
        } | {
            /** @constant */
            kind: "bin";
            pages: components["schemas"]["PageRef"][];
        } | {
            /** @constant */
            kind: "restore";
            pages: components["schemas"]["PageRef"][];
            /** Format: uuid */
            document: string;
        } | {
            /** @constant */
            kind: "describe";
            /** Format: uuid */
            document: string;
            nature?: string | null;
            beneficiaries?: string[];
            beneficiaryUnknown?: boolean;
        };
        BatchRevision: {
            /** @description The revision of the batch that was seen */
            revision: number;
        };
        RejectBatch: {
            /** @description The revision of the batch that was seen */
            revision: number;
            reason: string;
        };
        BeneficiaryHit: {
            /** Format: uuid */
            id: string;
            /** @description Family name */
            name: string;
            firstName?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            birthDate?: string;
            /** @description As the house numbers its files (n° de dossier) */
            fileNumber?: string;
            /** @description The service that guards the file; absent: all services that keep files know of it */
            service?: string;
            /** @description Only its cleared people know of the file */
            compartment?: string;
            /**
             * @description Why it may be the same person
             * @enum {string}
             */
            likeness?: "sameNumber" | "sameNameAndBirth" | "sameName" | "namesSwapped" | "nearNameAndBirth";
        };
        AddBeneficiary: {
            /** @description Family name */
            name: string;
            firstName?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            birthDate?: string;
            /** @description As the house numbers its files (n° de dossier) */
            fileNumber?: string;
            /** @description The service that guards the file; absent: all services that keep files know of it */
            service?: string;
            /** @description Only its cleared people know of the file */
            compartment?: string;
        };
        BeneficiaryGuard: {
            /** @description The service that guards the file; absent: all services that keep files know of it */
            service?: string;
            /** @description Only its cleared people know of the file */
            compartment?: string;
            /** @description Absent: all services that keep files */
            label?: string;
        };
        Unidentified: {
            /** Format: uuid */
            id: string;
            mail: {
                /** Format: uuid */
                id: string;
                chrono?: string;
                subject?: string;
                sender?: string;
                /** @enum {string} */
                state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
                revision: number;
                /** @enum {string} */
                channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                receivedAt?: string;
            };
            /** Format: uuid */
            depositId?: string;
            position: number;
            name: string;
            pages: number;
            nature?: string;
            beneficiaries: components["schemas"]["Beneficiary"][];
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            since: string;
        };
        Identify: {
            documents: string[];
            /** @description Added to each of the documents; none: they are for nobody */
            beneficiaries: string[];
        };
        BeneficiaryFile: {
            beneficiary: components["schemas"]["Beneficiary"];
            revision: number;
            /** @description Documents that you may read */
            documents: number;
            natures: {
                /** @description Absent: not said */
                nature?: string;
                documents: number;
            }[];
        };
        ChangeBeneficiary: {
            /** @description Family name */
            name: string;
            firstName?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            birthDate?: string;
            /** @description As the house numbers its files (n° de dossier) */
            fileNumber?: string;
            /** @description The service that guards the file; absent: all services that keep files know of it */
            service?: string;
            /** @description Only its cleared people know of the file */
            compartment?: string;
            revision: number;
        };
        FiledDocument: {
            /** Format: uuid */
            id: string;
            mail: {
                /** Format: uuid */
                id: string;
                chrono?: string;
                subject?: string;
                type?: string;
                /** @enum {string} */
                state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
                service?: string;
                /** @enum {number} */
                confidentiality: 0 | 1 | 2 | 3 | 4;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                receivedAt?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                documentDate?: string;
            };
            name: string;
            mediaType: string;
            pages: number;
            nature?: string;
            /** @description Those that you may know of */
            beneficiaries: components["schemas"]["Beneficiary"][];
        };
        Describe: {
            documents: components["schemas"]["DescribedDocument"][];
            revision?: number;
        };
        TermUse: {
            code: string;
            documents: number;
        };
        CampaignLine: {
            /** Format: uuid */
            id: string;
            chrono: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            /** @description Mails in its list, or to be: those that may be eliminated */
            items: number;
            bytes: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            createdBy: {
                id: string;
                displayName: string;
            };
            work?: components["schemas"]["CampaignWork"];
            /**
             * @description Who must act next; absent: nobody, or the house
             * @enum {string}
             */
            waitingFor?: "archives" | "approver" | "head" | "archivist" | "dpo";
            /** @description It waits for you */
            yours: boolean;
        };
        /** @description What a job is doing for it */
        CampaignWork: {
            /** @enum {string} */
            kind: "analysis" | "freezing";
            done: number;
            total: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at?: string;
            failure?: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            };
        };
        Campaign: {
            /** Format: uuid */
            id: string;
            chrono: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            /** @description Mails in its list, or to be: those that may be eliminated */
            items: number;
            bytes: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            createdBy: {
                id: string;
                displayName: string;
            };
            work?: components["schemas"]["CampaignWork"];
            /**
             * @description Who must act next; absent: nobody, or the house
             * @enum {string}
             */
            waitingFor?: "archives" | "approver" | "head" | "archivist" | "dpo";
            /** @description It waits for you */
            yours: boolean;
            revision: number;
            /** @description None: all */
            services: string[];
            /** @description None: all */
            rows: string[];
            maxItems: number;
            maxShare: number;
            maxErrors: number;
            coolingDays: number;
            documents: number;
            counts: {
                keep: number;
                destroy: number;
                conflict: number;
            };
            /** @description Of all mails of the authority, 0–1, that it would take */
            share: number;
            /** @description What keeps its list from being frozen */
            refusals: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            }[];
            /** @description What was done, in order */
            steps: {
                /** @enum {string} */
                step: "created" | "analysed" | "frozen" | "validated" | "approved" | "submitted" | "visa" | "started" | "executed" | "certified" | "cancelled";
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at?: string;
                by?: {
                    id: string;
                    displayName: string;
                };
            }[];
            manifestSha512?: string;
            timestamp?: {
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                authority: string;
            };
            signatures: components["schemas"]["CampaignSignature"][];
            /** @description The latest of each kind first */
            files: components["schemas"]["CampaignFile"][];
            archivists: {
                id: string;
                displayName: string;
            }[];
            cancelledBecause?: string;
            /** @description What you may do now */
            actions: ("change" | "analyse" | "freeze" | "takeOut" | "validate" | "approve" | "nameSignatory" | "sign" | "submit" | "recordVisa" | "start" | "stop" | "resume" | "certify" | "recordBox" | "cancel")[];
        };
        CampaignSignature: {
            service: string;
            label: string;
            by?: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at?: string;
            /**
             * @description As what it was signed
             * @enum {string}
             */
            capacity?: "head" | "delegate" | "above" | "named";
            /** @description Whom a delegate signed for */
            replaces?: string;
            /** @description For want of a head: the service above whose head signs */
            above?: string;
            /** @description Who was named to sign, by whom and why */
            named?: {
                person: {
                    id: string;
                    displayName: string;
                };
                by: {
                    id: string;
                    displayName: string;
                };
                reason: string;
            };
            /** @description You may name who signs for it */
            nameable: boolean;
            /** @description You may sign for it now */
            yours: boolean;
        };
        CampaignFile: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "manifest" | "bordereauPdf" | "bordereauCsv" | "visa" | "report" | "certificate" | "boxCertificate";
            name: string;
            mediaType: string;
            size: number;
            sha256: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            addedAt: string;
        };
        AddCampaign: {
            title: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            /** @default [] */
            services: string[];
            /** @default [] */
            rows: string[];
            /** @description Absent: the authority’s bound, which it can’t exceed */
            maxItems?: number;
            maxShare?: number;
            maxErrors?: number;
            /** @description The authority’s at least */
            coolingDays?: number;
        };
        ChangeCampaign: {
            title: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            /** @default [] */
            services: string[];
            /** @default [] */
            rows: string[];
            /** @description Absent: the authority’s bound, which it can’t exceed */
            maxItems?: number;
            maxShare?: number;
            maxErrors?: number;
            /** @description The authority’s at least */
            coolingDays?: number;
            revision: number;
        };
        CampaignStep: {
            revision: number;
        };
        CampaignCount: {
            /** @enum {string} */
            verdict: "keep" | "destroy" | "conflict";
            /** @enum {string} */
            cause?: "takenOut" | "visaRefused" | "eliminated" | "noRow" | "notAgreed" | "fate" | "open" | "affairOpen" | "noTrigger" | "notDue" | "held" | "personalRequest" | "linkedOpen" | "notDeclared" | "otherCampaign" | "belowMinimum" | "rowChanged" | "rowDrift" | "heldInAlfresco" | "alertOpen" | "goneFromAlfresco" | "unreadable" | "recordChanged" | "datesDiffer" | "contentAltered" | "contentShared";
            items: number;
        };
        CampaignItem: {
            /** @enum {string} */
            kind: "mail" | "register";
            subject: string;
            position?: number;
            /** Format: uuid */
            mailId?: string;
            chrono?: string;
            service?: string;
            row?: string;
            year?: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            agsDue?: string;
            /** @enum {string} */
            verdict: "keep" | "destroy" | "conflict";
            /** @enum {string} */
            cause?: "takenOut" | "visaRefused" | "eliminated" | "noRow" | "notAgreed" | "fate" | "open" | "affairOpen" | "noTrigger" | "notDue" | "held" | "personalRequest" | "linkedOpen" | "notDeclared" | "otherCampaign" | "belowMinimum" | "rowChanged" | "rowDrift" | "heldInAlfresco" | "alertOpen" | "goneFromAlfresco" | "unreadable" | "recordChanged" | "datesDiffer" | "contentAltered" | "contentShared";
            params: {
                [key: string]: string | number;
            };
            line?: number;
            documents: number;
            bytes: number;
            /** @enum {string} */
            state: "listed" | "refused" | "pending" | "executing" | "destroyed" | "kept" | "failed";
            failure?: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            };
            /** @description You may open the mail itself */
            readable: boolean;
        };
        EliminationLine: {
            line: number;
            service: string;
            serviceLabel: string;
            row: string;
            rowLabel: string;
            /** @description Administrative retention period (DUA), years */
            years: number;
            reference: string;
            /** @description In which its period began */
            year: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            firstDay: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            lastDay: string;
            items: number;
            documents: number;
            bytes: number;
            boxes: string[];
            /** @enum {string} */
            visa?: "granted" | "refused";
            visaReason?: string;
        };
        TakeOut: {
            revision: number;
            reason: string;
        };
        /** @description What one has seen, and takes the responsibility for */
        ValidateCampaign: {
            revision: number;
            items: number;
            documents: number;
            manifestSha512: string;
        };
        ApproveCampaign: {
            revision: number;
            items: number;
            manifestSha512: string;
        };
        /** @description Who signs for a producing service whose head cannot, and why */
        NameSignatory: {
            service: string;
            person: string;
            reason: string;
        };
        SignCampaign: {
            service: string;
            manifestSha512: string;
        };
        SubmitCampaign: {
            revision: number;
            archivists: string[];
        };
        CancelCampaign: {
            revision: number;
            reason: string;
        };
        ClockLine: {
            mail: components["schemas"]["MailLine"];
            clock: {
                code: string;
                label: string;
                /** @enum {string} */
                kind: "treatment" | "registrationReceipt" | "receipt" | "announcement" | "silenceAccepts" | "silenceRefuses" | "documentAccess" | "appeal" | "personalData" | "opinion";
                /** @description Article or charter */
                source?: string;
                /**
                 * Format: date
                 * @description Last day; none while it waits for pieces and begins anew with them
                 */
                due?: string;
                /** @description Calendar days until the due day; negative once it has passed */
                daysLeft?: number;
                because: components["schemas"]["ClockStep"][];
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                suspendedUntil?: string;
            };
        };
        AskPieces: {
            pieces: string[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            /**
             * Format: date
             * @description Default: today
             */
            on?: string;
            /** @description Absent: no letter goes out with it */
            template?: string;
            subject?: string;
            body?: string;
            /**
             * @default post
             * @enum {string}
             */
            channel: "post" | "email" | "registered" | "registered_ar";
            /**
             * Format: email
             * @description With channel `email`: it leaves from here to this address; absent: you send it yourself
             */
            to?: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        ReceivePieces: {
            /**
             * Format: date
             * @description Default: today
             */
            on?: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Acknowledge: {
            /** @enum {string} */
            kind: "registrationReceipt" | "receipt";
            /**
             * Format: date
             * @description Default: today
             */
            on?: string;
            /** @description Absent: no letter goes out with it */
            template?: string;
            subject?: string;
            body?: string;
            /**
             * @default post
             * @enum {string}
             */
            channel: "post" | "email" | "registered" | "registered_ar";
            /**
             * Format: email
             * @description With channel `email`: it leaves from here to this address; absent: you send it yourself
             */
            to?: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Attest: {
            /**
             * Format: date
             * @description Default: today
             */
            on?: string;
            template: string;
            subject?: string;
            body?: string;
            /**
             * @default post
             * @enum {string}
             */
            channel: "post" | "email" | "registered" | "registered_ar";
            /**
             * Format: email
             * @description With channel `email`: it leaves from here to this address; absent: you send it yourself
             */
            to?: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Extend: {
            reason: string;
            /**
             * Format: date
             * @description Default: today
             */
            on?: string;
            /** @description Absent: no letter goes out with it */
            template?: string;
            subject?: string;
            body?: string;
            /**
             * @default post
             * @enum {string}
             */
            channel: "post" | "email" | "registered" | "registered_ar";
            /**
             * Format: email
             * @description With channel `email`: it leaves from here to this address; absent: you send it yourself
             */
            to?: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Dispatch: {
            /**
             * Format: email
             * @description Absent: to the address of before
             */
            to?: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Transmit: {
            authority: string;
            /**
             * Format: date
             * @description Default: today
             */
            on?: string;
            /** @description Absent: no letter goes out with it */
            template?: string;
            subject?: string;
            body?: string;
            /**
             * @default post
             * @enum {string}
             */
            channel: "post" | "email" | "registered" | "registered_ar";
            /**
             * Format: email
             * @description With channel `email`: it leaves from here to this address; absent: you send it yourself
             */
            to?: string;
            /** @description Close although tasks or opinions are open; else 409 `openWork` */
            despiteOpenWork?: boolean;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        Prioritise: {
            /** @enum {string} */
            priority: "normal" | "urgent" | "veryUrgent";
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        CorrespondentFound: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
            name: string;
            address?: string;
            postcode?: string;
            city?: string;
            /** @description Absent: that of the authority */
            country?: string;
            /** Format: email */
            email?: string;
        };
        CorrespondentCard: {
            /** Format: uuid */
            id: string;
            revision: number;
            /** @enum {string} */
            kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
            /** @description Of a person the family name */
            name: string;
            givenName?: string;
            siret?: string;
            /**
             * @description The first is the one that is written to
             * @default []
             */
            addresses: components["schemas"]["PostalAddress"][];
            /** @default [] */
            emails: string[];
            /** @default [] */
            phones: string[];
            /** @enum {string} */
            preferredChannel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /** @description Agreed to be written to by e-mail: since when, and how that is known */
            emailConsent?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                how: string;
            };
            /**
             * @description Channels by which it agreed to be reached: since when, and how that is known; the one for e-mail stands in `emailConsent` too
             * @default []
             */
            consents: {
                /** @enum {string} */
                channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                how: string;
            }[];
            note?: string;
            /** @description Positions held, or held there */
            positions: {
                /** Format: uuid */
                id: string;
                title: string;
                department?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                from?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                until?: string;
                person: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                organisation: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
            }[];
            /** @description How other systems call it, those that you may see */
            references: {
                system: string;
                value: string;
                /** @description Group that alone sees it; one of your own */
                guard?: string;
            }[];
            /** @description Who was joined with it, the last first */
            merges: {
                /** Format: uuid */
                id: string;
                name: string;
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            }[];
            /** @description What was parted from it, the last first */
            splits: {
                /** Format: uuid */
                id: string;
                other: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            }[];
            /** @description What should be known and is not */
            readonly lacking: ("givenName" | "address" | "email" | "phone" | "reach" | "siret")[];
            /** @description Percent of what should be known */
            completeness: number;
            /** @description Others that may be the same */
            doubles: number;
            actions: ("change" | "merge")[];
        };
        /** @description Besides name and town at most four lines of 38 characters (NF Z10-011) */
        PostalAddress: {
            label?: string;
            lines: string[];
            postcode?: string;
            city?: string;
            country?: string;
        };
        CorrespondentBody: {
            /** @enum {string} */
            kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
            /** @description Of a person the family name */
            name: string;
            givenName?: string;
            siret?: string;
            /**
             * @description The first is the one that is written to
             * @default []
             */
            addresses: components["schemas"]["PostalAddress"][];
            /** @default [] */
            emails: string[];
            /** @default [] */
            phones: string[];
            /** @enum {string} */
            preferredChannel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /** @description Agreed to be written to by e-mail: since when, and how that is known */
            emailConsent?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                how: string;
            };
            /**
             * @description Channels by which it agreed to be reached: since when, and how that is known; the one for e-mail stands in `emailConsent` too
             * @default []
             */
            consents: {
                /** @enum {string} */
                channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                how: string;
            }[];
            note?: string;
            /** @default [] */
            references: {
                system: string;
                value: string;
                /** @description Group that alone sees it; one of your own */
                guard?: string;
            }[];
        };
        /** @description Two that may be the same, and why */
        CorrespondentPair: {
            one: components["schemas"]["CorrespondentFound"];
            other: components["schemas"]["CorrespondentFound"];
            because: ("siret" | "email" | "phone" | "sameName" | "wordsInOtherOrder" | "soundsAlike" | "sameAddress")[];
            score: number;
        };
        DismissPair: {
            /** Format: uuid */
            one: string;
            /** Format: uuid */
            other: string;
        };
        IncompleteCorrespondent: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
            name: string;
            address?: string;
            postcode?: string;
            city?: string;
            /** @description Absent: that of the authority */
            country?: string;
            /** Format: email */
            email?: string;
            readonly lacking: ("givenName" | "address" | "email" | "phone" | "reach" | "siret")[];
            completeness: number;
            /** @description Recent ones that you may open */
            mails: number;
        };
        CorrespondentImport: {
            added: number;
            known: number;
            refused: number;
            dryRun: boolean;
            lines: {
                line: number;
                name?: string;
                /** @enum {string} */
                outcome: "added" | "known" | "refused";
                flaw?: string;
                like?: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
            }[];
        };
        ImportCorrespondents: {
            /** @enum {string} */
            format: "csv" | "vcard";
            text: string;
            /** @default true */
            dryRun: boolean;
        };
        ChangeCorrespondent: {
            /** @enum {string} */
            kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
            /** @description Of a person the family name */
            name: string;
            givenName?: string;
            siret?: string;
            /**
             * @description The first is the one that is written to
             * @default []
             */
            addresses: components["schemas"]["PostalAddress"][];
            /** @default [] */
            emails: string[];
            /** @default [] */
            phones: string[];
            /** @enum {string} */
            preferredChannel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /** @description Agreed to be written to by e-mail: since when, and how that is known */
            emailConsent?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                how: string;
            };
            /**
             * @description Channels by which it agreed to be reached: since when, and how that is known; the one for e-mail stands in `emailConsent` too
             * @default []
             */
            consents: {
                /** @enum {string} */
                channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                how: string;
            }[];
            note?: string;
            /** @default [] */
            references: {
                system: string;
                value: string;
                /** @description Group that alone sees it; one of your own */
                guard?: string;
            }[];
            revision: number;
        };
        AddPosition: {
            /** Format: uuid */
            organisation: string;
            title: string;
            department?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            from?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until?: string;
        };
        EndPosition: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
        };
        MergeCorrespondents: {
            /** Format: uuid */
            other: string;
            revision: number;
            otherRevision: number;
        };
        SplitCorrespondent: {
            /** @default [] */
            mails: string[];
            /** @default [] */
            positions: string[];
            /** @description What of the card goes to the new one, as the card of this revision has it */
            take?: {
                revision: number;
                /**
                 * @description Their places on the card, from 0
                 * @default []
                 */
                addresses: number[];
                /** @default [] */
                emails: string[];
                /** @default [] */
                phones: string[];
            };
            correspondent: {
                /** @enum {string} */
                kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
                /** @description Of a person the family name */
                name: string;
                givenName?: string;
                siret?: string;
                /**
                 * @description The first is the one that is written to
                 * @default []
                 */
                addresses: components["schemas"]["PostalAddress"][];
                /** @default [] */
                emails: string[];
                /** @default [] */
                phones: string[];
                /** @enum {string} */
                preferredChannel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                /** @description Agreed to be written to by e-mail: since when, and how that is known */
                emailConsent?: {
                    /**
                     * Format: date
                     * @description Day YYYY-MM-DD in the authority's time zone
                     */
                    on: string;
                    how: string;
                };
                /**
                 * @description Channels by which it agreed to be reached: since when, and how that is known; the one for e-mail stands in `emailConsent` too
                 * @default []
                 */
                consents: {
                    /** @enum {string} */
                    channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                    /**
                     * Format: date
                     * @description Day YYYY-MM-DD in the authority's time zone
                     */
                    on: string;
                    how: string;
                }[];
                note?: string;
            };
        };
        Delegation: {
            /** Format: uuid */
            id: string;
            delegator: {
                id: string;
                displayName: string;
            };
            delegates: {
                id: string;
                displayName: string;
            }[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            startsOn: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            endsOn?: string;
            /** @enum {string} */
            state: "coming" | "running" | "over";
            powers: ("treat" | "sign" | "opinions")[];
            types: {
                code: string;
                label: string;
            }[];
            services: {
                code: string;
                label: string;
            }[];
            act?: {
                reference?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                day?: string;
                file?: {
                    name: string;
                    size: number;
                    /**
                     * @description Whether Alfresco has it: not yet, or why not
                     * @enum {string}
                     */
                    kept: "alfresco" | "waiting" | "failed";
                    fault?: string;
                };
            };
            createdBy: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            ended?: {
                by: {
                    id: string;
                    displayName: string;
                };
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
            mayEnd: boolean;
            /** @description What its delegates can’t open today of what the delegator can */
            gaps: {
                delegate: {
                    id: string;
                    displayName: string;
                };
                readonly gaps: components["schemas"]["ReadingGap"][];
            }[];
        };
        /** @description What a delegate can’t open of what the delegator can */
        ReadingGap: {
            /** @enum {string} */
            what: "mailRoom" | "service" | "restricted" | "compartment";
            service?: string;
            compartment?: string;
            /** @description Group of Alfresco that the delegate is not in */
            group: string;
        };
        DelegationFinding: {
            /**
             * @description Worded under DELEGATION_FINDING.<code>
             * @enum {string}
             */
            code: "delegateToSelf" | "delegateIsAuthor" | "delegateReadsNothing" | "periodOver" | "servicesNotYours" | "delegateReadsLess" | "overlap" | "delegateAway" | "notPassedOn";
            refuses: boolean;
            delegate?: {
                id: string;
                displayName: string;
            };
            readonly gaps?: components["schemas"]["ReadingGap"][];
            other?: {
                /** Format: uuid */
                id: string;
                delegator: {
                    id: string;
                    displayName: string;
                };
                delegates: {
                    id: string;
                    displayName: string;
                }[];
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                startsOn: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                endsOn?: string;
            };
        };
        NewDelegation: {
            /** @description Default: yourself */
            delegator?: string;
            delegates: string[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            startsOn: string;
            /**
             * Format: date
             * @description Absent: until it is ended
             */
            endsOn?: string;
            powers: ("treat" | "sign" | "opinions")[];
            /**
             * @description Types of mail that it is for; none: all
             * @default []
             */
            types: string[];
            /**
             * @description Services whose mail it is for; none: all of the delegator’s
             * @default []
             */
            services: string[];
            /** @description The act of delegation */
            act?: {
                reference: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                day: string;
            };
        };
        DelegationAct: {
            name: string;
            /**
             * Format: base64
             * @description PDF, PNG or JPEG of at most 10 MiB, in Base64
             */
            content: string;
        };
        CampaignExecution: {
            /** Format: uuid */
            id: string;
            chrono: string;
            /** @enum {string} */
            state: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
            revision: number;
            /** @description Items whose line has the visa */
            total: number;
            /** @description Items whose line was refused: they are kept */
            refused: number;
            destroyed: number;
            /** @description Kept after all, by what was found right before */
            kept: number;
            failed: number;
            left: number;
            /** @description Destroyed so far */
            bytes: number;
            /** @description Of the last five minutes */
            perMinute?: number;
            errorsInRow: number;
            maxErrors: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            coolingUntil?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            startedAt?: string;
            startedBy?: {
                id: string;
                displayName: string;
            };
            stoppedBecause?: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            executedAt?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            certifiedAt?: string;
            /** @description Merkle root (RFC 6962, SHA-256) over the lines of the report */
            outcomeRoot?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            backupsUntil?: string;
            boxes: {
                total: number;
                destroyed: number;
            };
            /** @description The account that destroys is known here */
            canDestroy: boolean;
            /** @description A key is configured that certificates are signed with */
            seals: boolean;
            actions: ("change" | "analyse" | "freeze" | "takeOut" | "validate" | "approve" | "nameSignatory" | "sign" | "submit" | "recordVisa" | "start" | "stop" | "resume" | "certify" | "recordBox" | "cancel")[];
        };
        CampaignOutcome: {
            /** @enum {string} */
            kind: "mail" | "register";
            subject: string;
            position: number;
            line?: number;
            chrono?: string;
            row?: string;
            year?: number;
            documents: number;
            bytes: number;
            /** @enum {string} */
            state: "listed" | "refused" | "pending" | "executing" | "destroyed" | "kept" | "failed";
            attempts: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            destroyedAt?: string;
            failure?: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            };
        };
        /** @description What was about to be done to an item, and what came of it */
        CampaignItemStep: {
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            step: string;
            /** @enum {string} */
            phase: "intent" | "done" | "failed";
            node?: string;
            facts: {
                [key: string]: string | number | boolean;
            };
        };
        StartCampaign: {
            revision: number;
        };
        HaltCampaign: {
            revision?: number;
            reason: string;
        };
        Elimination: {
            /** @enum {string} */
            kind: "mail" | "register";
            subject: string;
            chrono?: string;
            row: string;
            rowLabel?: string;
            year?: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due: string;
            documents: number;
            campaign: {
                /** Format: uuid */
                id: string;
                chrono: string;
            };
            visaReference: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            destroyedAt: string;
            /**
             * Format: date
             * @description Last day on which a backup may still hold it
             */
            backupsUntil: string;
        };
        UnverifiedEliminations: {
            /** @description Its number, as the lines tell it */
            campaign: string;
            visaReference: string;
            /** @description Digest of the list that has to be found for them to be applied */
            manifestSha512: string;
            count: number;
        };
        /** @description All that remains of what was eliminated */
        EliminatedThing: {
            /** @enum {string} */
            kind: "mail" | "register";
            subject: string;
            chrono?: string;
            row: string;
            rowLabel?: string;
            year?: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due: string;
            documents: number;
            campaign: {
                /** Format: uuid */
                id: string;
                chrono: string;
            };
            visaReference: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            destroyedAt: string;
            /**
             * Format: date
             * @description Last day on which a backup may still hold it
             */
            backupsUntil: string;
            nodes: {
                node: string;
                /** @enum {string} */
                part: "original" | "searchable" | "other";
                name: string;
                sha512: string;
                size: number;
            }[];
            manifestSha512: string;
            /**
             * Format: date-time
             * @description When its destruction was certified; the certificate is a file of the campaign
             */
            certifiedAt?: string;
            service?: string;
            /** @description You may open its campaign */
            seesCampaign: boolean;
        };
        ServiceForecast: {
            service: string;
            label: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            madeAt: string;
            /**
             * Format: date
             * @description The first working day that it looks at
             */
            from: string;
            open: number;
            overdue: number;
            /** @description Worked days of the past that it knows */
            known: number;
            /** @description Mails closed in a working day; 0: none was, and nothing is foretold */
            perDay: number;
            /** @description Mails that came in on a working day */
            arrivals: number;
            persons: number;
            /** @description Sunday first: work on such a day against the mean day */
            readonly weekdays: number[];
            readonly late: components["schemas"]["LateShare"][];
            readonly course: components["schemas"]["DayAhead"][];
            /** @description Mails to give to others, or people to add, so that probably none falls late within twenty working days */
            remedy: {
                move?: number;
                persons?: number;
            };
            /** @description What was open and late on the days of earlier forecasts, oldest first */
            readonly past: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                day: string;
                open: number;
                overdue: number;
            }[];
        };
        /** @description Of the mails that fall due within so many working days and are not late yet: how many will be, and between which numbers in eight runs of ten */
        LateShare: {
            days: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            due: number;
            late: number;
            low: number;
            high: number;
        };
        /** @description Mails due on a day, and mails open at its end */
        DayAhead: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
            due: number;
            open: number;
            low: number;
            high: number;
        };
        /** @description By when half of the runs have treated it, nine of ten have, and the share of them in which it is late */
        MailForecast: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            predicted?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            latest?: string;
            risk: number;
        };
        /** @description How a promise was kept for mail that came in a month: of what has been decided, in time or late */
        CommitmentResult: {
            month: string;
            service: string;
            serviceLabel: string;
            /** @enum {string} */
            channel: "paper" | "electronic";
            code: string;
            label: string;
            source?: string;
            target: number;
            total: number;
            inTime: number;
            late: number;
            open: number;
        };
        /** @description Mail taken in on a day: from the mail room to the service, from there into somebody’s hands */
        Delivery: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
            service: string;
            serviceLabel: string;
            toService: {
                total: number;
                inTime: number;
                late: number;
                open: number;
                target: number;
            };
            toPerson: {
                total: number;
                inTime: number;
                late: number;
                open: number;
                target: number;
            };
        };
        CalendarPreview: {
            /** @description Open mails with a due day */
            mails: number;
            earlier: number;
            later: number;
            /** @description The largest moves first */
            moves: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                from: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                to: string;
                mails: number;
            }[];
        };
        PreviewCalendar: {
            calendar: {
                weekend: number[];
                /** @enum {string} */
                territory?: "france" | "alsaceMoselle" | "guadeloupe" | "martinique" | "guyane" | "reunion" | "mayotte" | "saintBarthelemy" | "saintMartin" | "belgium";
                /**
                 * @description Before `territory`: Good Friday and 26 December count
                 * @default false
                 */
                alsaceMoselle: boolean;
                closures: {
                    day: string;
                    until?: string;
                    label: string;
                    /** @enum {string} */
                    kind?: "closure" | "bridge";
                }[];
                hours?: {
                    day: number;
                    opens: string;
                    closes: string;
                }[];
                services?: {
                    service: string;
                    hours: {
                        day: number;
                        opens: string;
                        closes: string;
                    }[];
                }[];
            };
        };
        Entered: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["MailKind"];
            chrono: string;
            /** @enum {string} */
            state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
        };
        Entry: {
            /**
             * Format: uuid
             * @description Of your own making: a repeated request is answered with what the first one made
             */
            key: string;
            kind: components["schemas"]["MailKind"];
            type?: string;
            subject: string;
            /**
             * @description Who wrote, is written to, or called; the first is the mail’s correspondent
             * @default []
             */
            parties: components["schemas"]["Correspondent"][];
            /** @description That treats it; of a letter that leaves, whose it is. Of an incoming one, absent: the rules choose */
            service?: string;
            /** @description User name of whom it is for, in that service */
            person?: string;
            /** @description Service that it comes from, one of yours; it gets a copy */
            from?: string;
            /** @description User name; absent: you */
            author?: string;
            /** @enum {string} */
            channel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            departureDate?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            documentDate?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            postmarkDate?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            signBy?: string;
            /** Format: date-time */
            calledAt?: string;
            minutes?: number;
            phone?: string;
            callBack?: {
                phone?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on?: string;
            };
            summary?: string;
            /** @default [] */
            copies: string[];
            confidentiality?: number;
            /**
             * Format: uuid
             * @description Its files: a deposit of yours that was made with `purpose=form`
             */
            deposit?: string;
            /** @description Site where it came in, one of your own (`doors` of /me); `central`: the central mail room; absent: yours */
            site?: string;
            /** @default {} */
            fields: components["schemas"]["FieldValues"];
            /** @description A number that was reserved, and that it was given by hand; for mail rooms */
            reserved?: {
                /** Format: uuid */
                reservation: string;
                number: number;
                /**
                 * Format: date
                 * @description Day on which it was registered by hand, of a kind that asks no day of its own; absent: the day of the reservation
                 */
                on?: string;
            };
        };
        ChangeFields: {
            /** @description Those that change; null empties one */
            fields: {
                [key: string]: components["schemas"]["FieldValue"] | null;
            };
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        /** @description Whether Alfresco has the property of a custom field; without it values stay in Bannette until it has */
        FieldProperty: {
            key: string;
            property: string;
            there: boolean;
        };
        Hold: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "litigation" | "restriction" | "research" | "other";
            title: string;
            reason: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            reviewOn: string;
            /**
             * @description Of a hold that is not released
             * @enum {string}
             */
            review?: "later" | "soon" | "passed";
            scope: {
                /** @enum {string} */
                kind: "mails" | "affair" | "correspondent" | "beneficiary" | "row";
                id?: string;
                /** @description Absent where you may not know of it */
                label?: string;
            };
            by: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            placedAt: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            releasedAt?: string;
            releasedBy?: string;
            releaseReason?: string;
            /** @description Its mails are still being gathered, or let go */
            filling: boolean;
            /** @description Mails that it holds; of a released one, that it held at last */
            mails: number;
            /** @description Of these, those that are held in Alfresco too; of a released one, those that were let go there */
            applied: number;
            /** @description Those where the last try failed */
            failing: number;
            /** @description Why Alfresco has no hold for it */
            failure?: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            };
            /** @description A released one that is gone from Alfresco too */
            lifted: boolean;
            actions: ("review" | "extend" | "release" | "retry")[];
            revision: number;
        };
        HeldMail: {
            mail: {
                /** Format: uuid */
                id: string;
                chrono?: string;
                service?: string;
                state: string;
                /** @description For those who may open it */
                subject?: string;
                opens: boolean;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            since: string;
            /** @description Alfresco was seen to hold its documents, or to have let them go */
            applied: boolean;
            released: boolean;
            failure?: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            retryAt?: string;
        };
        HoldPreview: {
            /** @description How many it would take */
            mails: number;
            /** @description Of these, how many are held already */
            held: number;
            /** @description Who treats them */
            services: {
                code?: string;
                mails: number;
            }[];
            /** @description Kinds of holds that you may place on them */
            kinds: ("litigation" | "restriction" | "research" | "other")[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            latestReview: string;
            /** @description What it is on, as far as you may know */
            label?: string;
        };
        PreviewHold: {
            scope: components["schemas"]["HoldScope"];
        };
        HoldScope: {
            /** @enum {string} */
            kind: "mails" | "affair" | "correspondent" | "beneficiary" | "row";
            /** @description Of the affair, correspondent or beneficiary; code of the row */
            id?: string;
            /** @description Of an affair, instead of its id */
            number?: string;
            /** @default [] */
            mails: string[];
            /**
             * @description Mails by their numbers
             * @default []
             */
            numbers: string[];
        };
        PlaceHold: {
            /**
             * Format: uuid
             * @description Of your own making; the same one twice places one hold
             */
            key: string;
            /** @enum {string} */
            kind: "litigation" | "restriction" | "research" | "other";
            title: string;
            reason: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            reviewOn: string;
            scope: components["schemas"]["HoldScope"];
        };
        ReviewHold: {
            revision: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            reviewOn: string;
            comment: string;
        };
        ExtendHold: {
            revision: number;
            mails: string[];
        };
        DropFromHold: {
            revision: number;
            reason: string;
        };
        ReleaseHold: {
            revision: number;
            reason: string;
        };
        AllowProcessing: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            reason: string;
        };
        ReasonCounts: {
            items: {
                reason: string;
                count: number;
            }[];
        };
        EachOutcome: {
            items: {
                /** Format: uuid */
                id: string;
                done: boolean;
                /** @description Of the problem, when it was not done */
                code?: string;
            }[];
        };
        SeveralFiles: {
            ids: string[];
        };
        DiscardSeveral: {
            reason: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
            ids: string[];
        };
        LeavingLine: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            depositId: string;
            /** @enum {string} */
            kind: "batch" | "discarded";
            name: string;
            size: number;
            sha512: string;
            pages?: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            receivedAt: string;
            keeping: components["schemas"]["Keeping"];
            /** @description It is held, and I may let it go: I hold it, or I am an administrator */
            mayRelease: boolean;
        };
        LeavingCounts: {
            soon: number;
            later: number;
            held: number;
            staying: number;
            left: number;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            /** @description Worded under NOTICE.<kind> */
            kind: string;
            params: {
                [key: string]: string | number;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            readAt?: string;
            link?: string;
        };
        ReadNotices: {
            /**
             * Format: uuid
             * @description The newest that I have seen
             */
            until: string;
        };
        NoticePreferences: {
            /** @description Of digests, on the authority’s clocks */
            hour: number;
            /** @description Of weekly digests, 1 is Monday */
            weekday: number;
            /** @description Daily digests on working days only */
            workingDays: boolean;
            /** @description What would be sent at once on a closed day waits for the next open one */
            quiet: boolean;
            /** @enum {string} */
            language: "fr" | "en";
            /** @description Where e-mails go, as Alfresco has it; none: nowhere */
            email?: string;
            /** @description Whether this installation sends e-mail at all */
            sends: boolean;
            kinds: {
                kind: string;
                /**
                 * @description Besides the workspace, where it is unless `off`: by e-mail at once, in a daily or a weekly digest
                 * @enum {string}
                 */
                choice: "off" | "workspace" | "atOnce" | "daily" | "weekly";
                /**
                 * @description Why it can’t be switched off
                 * @enum {string}
                 */
                required?: "decision" | "elimination" | "handOver";
            }[];
        };
        ChangeNoticePreferences: {
            /** @description Of digests, on the authority’s clocks */
            hour: number;
            /** @description Of weekly digests, 1 is Monday */
            weekday: number;
            /** @description Daily digests on working days only */
            workingDays: boolean;
            /** @description What would be sent at once on a closed day waits for the next open one */
            quiet: boolean;
            /** @enum {string} */
            language: "fr" | "en";
            choices: {
                [key: string]: "off" | "workspace" | "atOnce" | "daily" | "weekly";
            };
        };
        UnscannedLine: {
            /** Format: uuid */
            id: string;
            chrono: string;
            /** @enum {string} */
            state: "toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated";
            kind: string;
            kindLabel: string;
            opened: boolean;
            service?: string;
            serviceLabel?: string;
            site?: string;
            addressee?: string;
            reference?: string;
            /** @description For its readers only */
            sender?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt: string;
            time?: string;
            cameLate: boolean;
            unsealed: boolean;
            /** @description Its original goes back to the sender, and has not yet */
            toReturn: boolean;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            returnedOn?: string;
            /**
             * Format: date
             * @description Should be in the hands of its service by then
             */
            handOverBy: string;
            /**
             * Format: date-time
             * @description The limit itself: the end of that day, a round, or some hours after it was registered
             */
            handOverAt: string;
            overdue: boolean;
            handedOver?: components["schemas"]["HandedOver"];
            mayHandOver: boolean;
            mayReceive: boolean;
        };
        RegisterUnscanned: {
            /**
             * Format: uuid
             * @description Of this request: sent again, it makes nothing more
             */
            key: string;
            kind: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt: string;
            service: string;
            type?: string;
            sender?: components["schemas"]["Correspondent"];
            addressee?: string;
            reference?: string;
            /** @description In cents */
            amount?: number;
            /** @description At which it arrived, on that day */
            time?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            deadline?: string;
            deadlineTime?: string;
            remark?: string;
            /** @description Site where it came in, one of your own (`doors` of /me); `central`: the central mail room; absent: yours */
            site?: string;
        };
        InHand: {
            service: string;
            label: string;
            waiting: number;
            overdue: number;
        };
        NumberOnPaper: {
            /** @description A chrono or an endorsement, typed or scanned */
            number: string;
        };
        UnscannedMonth: {
            month: string;
            /** @description All mail that came in */
            total: number;
            kinds: {
                kind: string;
                label: string;
                count: number;
                share: number;
            }[];
        };
        PrintSlips: {
            mails: string[];
        };
        /** @description Mails handed over at once, against one signature */
        Round: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            givenBy?: string;
            receivedBy: string;
            /** @enum {string} */
            method: "signature" | "login";
            signature?: string;
            mails: {
                /** Format: uuid */
                id: string;
                chrono: string;
                service?: string;
            }[];
        };
        HandOver: {
            /**
             * Format: uuid
             * @description Of this request: sent again, it makes nothing more
             */
            key: string;
            mails: string[];
            /** @description Who received and signed */
            to: string;
            signature: string;
        };
        Receive: {
            /**
             * Format: uuid
             * @description Of this request: sent again, it makes nothing more
             */
            key: string;
            mails: string[];
            /** @description Who brought them */
            from?: string;
        };
        /** @description A commission has opened it, before at least two people */
        Unseal: {
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at: string;
            witnesses: string[];
            remark?: string;
        };
        ReturnOriginal: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            on: string;
            /** @enum {string} */
            how: "post" | "hand";
            reference?: string;
        };
        Box: {
            code: string;
            service?: string;
            /** @description Site whose mail room keeps it; none: the central one */
            site?: string;
            label?: string;
            location?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            closedAt?: string;
            mails: number;
            /** @description Day on which it was destroyed as a whole, in a campaign of elimination */
            destroyed?: {
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                campaign: string;
            };
        };
        OpenBox: {
            /**
             * Format: uuid
             * @description Of this request: sent again, it makes nothing more
             */
            key: string;
            service?: string;
            label?: string;
            location?: string;
            /** @description Site where it came in, one of your own (`doors` of /me); `central`: the central mail room; absent: yours */
            site?: string;
        };
        Boxed: {
            /** Format: uuid */
            id: string;
            chrono?: string;
            endorsement?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt?: string;
            /** @description For its readers only */
            subject?: string;
        };
        MoveBox: {
            location?: string;
        };
        DocumentReading: {
            engine?: string;
            confidence?: number;
            /** @description The archive copy: the file itself, which says that it is PDF/A, or a PDF/A-2b made of it, some pages of which were drawn */
            archive?: {
                /** @enum {string} */
                form: "kept" | "made";
                drawn: number[];
            };
            pages: components["schemas"]["PageReading"][];
            /** @description The last time that somebody asked for it to be read again */
            reread?: {
                /** @enum {string} */
                state: "waiting" | "done" | "failed";
                reason?: string;
                /** Format: date-time */
                askedAt: string;
                /** Format: date-time */
                endedAt?: string;
            };
            mayReread: boolean;
            /** @description In which it can be read */
            languages: string[];
        };
        PageReading: {
            number: number;
            /** @description 0–100: what the recogniser thinks of it, lowered by what doesn’t look like words */
            confidence: number;
            /** @description Why it is not to be trusted as it was read */
            doubts: ("uncertain" | "noWords" | "noSentences" | "tookTooLong" | "pageDamaged")[];
            /** @description That its words speak for, as Tesseract codes languages */
            language?: string;
            readIn?: string;
            rotation: number;
            skew: number;
            words: number;
            /** @enum {string} */
            source: "textLayer" | "ocr";
        };
        ReadingLane: {
            /** @enum {string} */
            lane: "counter" | "normal" | "backlog";
            waiting: number;
            reading: number;
            /**
             * Format: date-time
             * @description Since when the oldest has been waiting
             */
            since?: string;
        };
        FallsDueSummary: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            today: string;
            /** @description Rows that mails are kept under */
            rows: {
                code: string;
                label: string;
                /** @enum {string} */
                fate: "D" | "C" | "T";
                agreed: boolean;
            }[];
            /** @description How many fall due in which year under which row */
            years: {
                year: number;
                row: string;
                mails: number;
            }[];
            counts: {
                due: number;
                coming: number;
                withoutTrigger: number;
                conflict: number;
                failure: number;
            };
        };
        MailRecord: {
            /** Format: uuid */
            mail: string;
            /**
             * @description How far it is on its way into the archives
             * @enum {string}
             */
            stage: "inTreatment" | "noRow" | "inCurrentUse" | "ending" | "declared" | "dated" | "destroyed";
            row?: {
                code: string;
                label: string;
                years: number;
                /** @enum {string} */
                trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                /** @enum {string} */
                fate: "D" | "C" | "T";
                currentUseYears?: number;
                agreed: boolean;
            };
            /** @description The affair that it follows */
            affair?: {
                /** Format: uuid */
                id: string;
                chrono?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                closedOn?: string;
            };
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            triggerDay?: string;
            /**
             * @description Where the trigger is from: declared by people, the closing of the affair, or what the row reads off the mail
             * @enum {string}
             */
            because?: "declared" | "affair" | "row";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            currentUseEnds?: string;
            /**
             * Format: date
             * @description When its personal data come to their term: access narrows, and it is proposed for elimination
             */
            personalTerm?: string;
            /**
             * Format: date-time
             * @description Since when access is restricted
             */
            intermediateSince?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            declaredAt?: string;
            /** @description Nodes that are part of the record */
            documents?: number;
            /**
             * Format: date
             * @description What Governance Services say
             */
            agsDue?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            comparedAt?: string;
            conflict?: components["schemas"]["RecordSaid"];
            failure?: components["schemas"]["RecordSaid"];
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            triedAt?: string;
            /** @description The sorting that decided what becomes of it */
            sorting?: {
                chrono: string;
                /** @enum {string} */
                decision: "kept" | "notKept";
                criterion: string;
                by: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                reference: string;
            };
            held: boolean;
            /** @description You may have it compared or tried again */
            maySettle: boolean;
            /** @description You may declare the day that it is kept from */
            mayDeclare: boolean;
        };
        SettleRecord: {
            reason: string;
        };
        AffairRetention: {
            row?: {
                code: string;
                label: string;
            };
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            declaredTrigger?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            trigger?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due?: string;
            /** @description Its mails whose current use has ended */
            records: number;
            mayChange: boolean;
            rows: {
                code: string;
                label: string;
            }[];
        };
        SetAffairRetention: {
            /** @description Row that its pieces are kept under; null: each under its own */
            row?: string | null;
            declaredTrigger?: string | null;
            reason: string;
        };
        Processings: {
            register: components["schemas"]["ProcessingRegister"];
            version: number;
            lastExport?: components["schemas"]["ProcessingExport"];
            /** @description Since the last export */
            changes?: components["schemas"]["ProcessingChanges"];
            mayChange: boolean;
        };
        ProcessingRegister: {
            controller: {
                name: string;
                address: string[];
                representative?: string;
                dpoName?: string;
                dpoEmail?: string;
            };
            /** @description Technical measures, as configured */
            measures: {
                /** @enum {string} */
                code: "accessByGroup" | "chainedJournal" | "sealedJournal" | "timestamps" | "antivirus" | "identityService" | "signedRegister" | "twoPersons" | "backups";
                params?: {
                    [key: string]: string | number;
                };
            }[];
            places: ("alfresco" | "embeddedRepository" | "database" | "spool" | "paper")[];
            entries: components["schemas"]["ProcessingEntry"][];
            gaps: {
                /** @enum {string} */
                code: "typeWithoutProcessing" | "registerWithoutProcessing" | "noDpo";
                type?: string;
                label?: string;
            }[];
        };
        ProcessingEntry: {
            code: string;
            label: string;
            purpose: string;
            /** @enum {string} */
            basis?: "consent" | "contract" | "legalObligation" | "vitalInterests" | "publicTask" | "legitimateInterests";
            basisText?: string;
            /** @default [] */
            persons: string[];
            /** @default [] */
            data: string[];
            /** @default [] */
            special: ("origin" | "politics" | "religion" | "union" | "genetic" | "biometric" | "health" | "sexLife" | "offences")[];
            /** @enum {string} */
            specialCondition?: "consent" | "socialLaw" | "vitalInterests" | "association" | "madePublic" | "legalClaims" | "publicInterest" | "healthAndSocialCare" | "publicHealth" | "archives";
            specialText?: string;
            /** @default [] */
            recipients: string[];
            /** @default [] */
            transfers: {
                country: string;
                safeguards: string;
            }[];
            /** @default [] */
            processors: {
                name: string;
                task: string;
            }[];
            /** @default [] */
            measures: string[];
            assessment?: {
                /** @enum {string} */
                state: "notNeeded" | "toDo" | "done";
                on?: string;
                reference?: string;
            };
            types: {
                code: string;
                label: string;
                confidentiality: number;
                compartment?: string;
                row?: string;
            }[];
            /** @description Computed: where its types are routed, which are named, or which keep such mail */
            services: {
                code: string;
                label: string;
                mails: number;
            }[];
            /** @description Who inside may open what it holds */
            access: ("services" | "mailRoom" | "headsAndSecretaries" | "cleared")[];
            compartments: string[];
            /** @description From the schedule */
            durations: {
                /** @description Row of the schedule */
                code: string;
                label: string;
                /** @description DUA */
                years: number;
                /** @enum {string} */
                trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                /** @enum {string} */
                finalSort: "D" | "C" | "T";
                /** @description DUC */
                currentUseYears?: number;
                /** @enum {string} */
                personalData?: "none" | "ordinary" | "special";
                /** @description Term of the personal data, years from the trigger */
                personalDataYears?: number;
                agreed?: {
                    by: string;
                    on: string;
                    reference: string;
                };
            }[];
            mails: number;
            /** @description Covers the register of mail, which outlives the mails */
            register: boolean;
            gaps: {
                /** @enum {string} */
                code: "noBasis" | "noCondition" | "specialNotSaid" | "noPersons" | "noData" | "noType" | "noDuration" | "rowNotAgreed" | "noPersonalTerm" | "assessmentDue";
                row?: string;
                type?: string;
            }[];
        };
        ProcessingExport: {
            number: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            madeAt: string;
            madeBy: string;
            /** @description Of the setting `processings` */
            version: number;
            processings: number;
            csvSha256: string;
            pdfSha256: string;
        };
        ProcessingChanges: {
            entries: {
                code: string;
                label: string;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                fields: string[];
            }[];
            general: ("controller" | "measures" | "places")[];
        };
        Purge: {
            /** Format: uuid */
            id: string;
            chrono: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
            /** @description Labels of the services in its list */
            services: string[];
            mails: number;
            destroyed: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            startsOn?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            executedAt?: string;
            /**
             * Format: uuid
             * @description File of the campaign
             */
            certificate?: string;
            warnings: number;
            /** @description Warnings that nobody took note of */
            missing: number;
            escalated: number;
            yours: number;
        };
        PurgeForecast: {
            /** @description YYYY-MM, twelve of them, this one first */
            months: string[];
            services: {
                code: string;
                label: string;
                overdue: number;
                counts: number[];
            }[];
        };
        PurgeWarnings: {
            items: components["schemas"]["PurgeWarning"][];
            missing: number;
            /** @description Those that wait for you */
            yours: number;
            /** @description Nothing is executed while one is missing */
            required: boolean;
        };
        PurgeWarning: {
            /** @enum {string} */
            warning: "validated" | "approved" | "visaRecorded" | "soon";
            /** @description Whose heads; absent: the DPO */
            service?: {
                code: string;
                label: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            toldAt: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            acknowledgeBy: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            acknowledgedAt?: string;
            acknowledgedBy?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            escalatedAt?: string;
        };
        PersonalTerms: {
            years: {
                year: number;
                reached: number;
                toCome: number;
                campaign?: {
                    /** Format: uuid */
                    id: string;
                    chrono: string;
                    title: string;
                    /** @enum {string} */
                    state: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
                };
            }[];
            /** @description Closed mails whose row tells no term, or whose trigger is not known */
            unknown: number;
            /** @description Holds that limit processing (art. 18) */
            restrictions: number;
        };
        Proof: {
            /** @description Entries of the journal */
            entries: number;
            /** @description Entries after the last seal */
            unsealed: number;
            /** @description Whether an authority is configured that gives timestamps */
            timestamps: boolean;
            /** @description Seals that wait for theirs */
            withoutTimestamp: number;
            lastVerification?: {
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                intact: boolean;
                anchored: boolean;
            };
        };
        JournalSeal: {
            number: number;
            /** @description First entry of the journal that it is of */
            first: number;
            last: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            sealedAt: string;
            /** @description Hexadecimal, SHA-256 (RFC 6962) */
            merkleRoot: string;
            /**
             * Format: date-time
             * @description What the authority says (RFC 3161)
             */
            timestampedAt?: string;
            authority?: string;
            /** @description Why the last try to get a timestamp failed */
            refusal?: string;
            /** @description Whether its file lies in the folder of seals */
            exported: boolean;
        };
        SealFinding: {
            number: number;
            /** @enum {string} */
            problem: "unreadable" | "order" | "missing" | "truncated" | "changed" | "timestamp" | "removed" | "replaced";
            first?: number;
            last?: number;
            detail?: string;
        };
        Counter: {
            /** @description The register's code, with the service where each has its own */
            register: string;
            code: string;
            label: string;
            service?: string;
            /** @description 0 where numbers run on over the years */
            year: number;
            /** @description Last number that was given; 0: none */
            last: number;
            /** @description How the next number is written */
            next: string;
            readonly kinds: ("incoming" | "outgoing" | "note" | "signature" | "call")[];
            perService: boolean;
            /** @description Reserved numbers that wait to be entered or voided */
            open: number;
        };
        DayRegister: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            day: string;
            /** @description Place in the chain, from 1 */
            position: number;
            lines: number;
            /** @description SHA-256, hexadecimal */
            hash: string;
            /** @description SHA-256, hexadecimal */
            previous: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            closedAt: string;
            /** @description Whose certificate it is signed with; absent: it is not signed */
            seal?: string;
            /** @description Its current use is over: the archives alone read it */
            restricted: boolean;
            /** @description Its files were destroyed under this visa; its place in the chain stays */
            eliminated?: {
                visa: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
        };
        RegisterLine: {
            register: string;
            label: string;
            chrono: string;
            /** @enum {string} */
            mark: "given" | "voided" | "reserved" | "reservedVoided" | "replayed" | "restored" | "missing";
            /** @description Happened to a number that the register of an earlier day holds */
            later: boolean;
            /** Format: uuid */
            mailId?: string;
            /** @enum {string} */
            kind?: "incoming" | "outgoing" | "note" | "signature" | "call";
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            givenAt?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            reservedAt?: string;
            /**
             * Format: date-time
             * @description When it was voided, or entered
             */
            at?: string;
            /**
             * Format: date
             * @description Day of arrival or of departure
             */
            on?: string;
            correspondent?: string;
            subject?: string;
            masked: boolean;
            service?: string;
            reason?: string;
            /** @description SHA-512 of its documents as they came in */
            readonly digests: string[];
        };
        /** @description What is not as a row of numbers given one after another */
        Gap: {
            /** @enum {string} */
            kind: "missing" | "voided" | "reservedVoided" | "reserved" | "outOfOrder";
            register: string;
            label: string;
            year: number;
            first: number;
            last: number;
            chrono: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            at?: string;
            reason?: string;
        };
        Reservation: {
            /** Format: uuid */
            id: string;
            code: string;
            label: string;
            register: string;
            /** @description Whose numbers they are, where services count by themselves */
            service?: string;
            /** @description What its numbers may be given to */
            readonly kinds: ("incoming" | "outgoing" | "note" | "signature" | "call")[];
            firstChrono: string;
            lastChrono: string;
            count: number;
            open: number;
            used: number;
            voided: number;
            reason: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            reservedAt: string;
            reservedBy: string;
        };
        ReservedNumber: {
            number: number;
            chrono: string;
            /** @enum {string} */
            state: "open" | "used" | "voided";
            /** Format: uuid */
            mailId?: string;
            subject?: string;
            reason?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            settledAt?: string;
        };
        Reserve: {
            /**
             * Format: uuid
             * @description Of this request: sent again, it makes nothing more
             */
            key: string;
            code: string;
            service?: string;
            count: number;
            reason: string;
        };
        Replay: {
            /**
             * Format: uuid
             * @description Of this request: sent again, it makes nothing more
             */
            key: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedAt: string;
            /** @description At which it arrived, on that day */
            time?: string;
            /** @enum {string} */
            channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            sender: components["schemas"]["Correspondent"];
            subject: string;
            type: string;
            /** @description Treating service; absent: the rules choose */
            service?: string;
            /** @description Site where it came in, one of your own (`doors` of /me); `central`: the central mail room; absent: yours */
            site?: string;
            /**
             * Format: uuid
             * @description A mail that waits to be qualified and is this one: its scan
             */
            mail?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            documentDate?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            postmarkDate?: string;
            summary?: string;
            confidentiality?: number;
            /** @description Values of custom fields */
            fields?: components["schemas"]["FieldValues"];
        };
        VoidNumbers: {
            numbers: number[];
            reason: string;
        };
        TriedRules: {
            mail: components["schemas"]["MailLine"];
            tried: components["schemas"]["TriedRule"][];
            service?: string;
            tray?: string;
            because: components["schemas"]["Because"];
            /** @description What was decided in its time */
            distributed?: {
                service?: string;
                tray?: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                because: components["schemas"]["Because"];
            };
        };
        TriedRule: {
            rule: string;
            label: string;
            /** @description In the list, from 1 */
            place: number;
            inForce: boolean;
            holds: boolean;
            /** @description The first in force that holds */
            decides: boolean;
            criteria: components["schemas"]["TriedCriterion"][];
            groups: {
                /** @enum {string} */
                how: "all" | "any" | "none";
                holds: boolean;
                of: components["schemas"]["TriedCriterion"][][];
            }[];
        };
        TriedCriterion: {
            /** @enum {string} */
            kind: "type" | "keyword" | "site" | "postcode" | "sender" | "senderKind" | "senderDomain" | "channel" | "affair" | "field" | "nature" | "beneficiary" | "confidence" | "priority";
            /** @description What the rule asks for */
            wanted: string;
            field?: string;
            holds: boolean;
            value?: string;
        };
        TryRules: {
            rules: {
                id: string;
                label: string;
                /** @default true */
                enabled: boolean;
                from?: string;
                until?: string;
                fallback?: boolean;
                when: {
                    types?: string[];
                    keywords?: string[];
                    /** @enum {string} */
                    keywordsIn?: "subject" | "text";
                    /** @enum {string} */
                    keywordsHow?: "all" | "none";
                    sites?: string[];
                    postcodes?: {
                        from: string;
                        to: string;
                    }[];
                    senders?: string[];
                    senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                    senderDomains?: string[];
                    channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                    affairs?: string[];
                    fields?: {
                        key: string;
                        /** @enum {string} */
                        operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                        /** @default [] */
                        values: string[];
                    }[];
                    natures?: string[];
                    beneficiaryKnown?: boolean;
                    confidence?: {
                        from?: number;
                        below?: number;
                    };
                    priorities?: ("normal" | "urgent" | "veryUrgent")[];
                    groups?: {
                        /** @enum {string} */
                        how: "all" | "any" | "none";
                        of: {
                            types?: string[];
                            keywords?: string[];
                            /** @enum {string} */
                            keywordsIn?: "subject" | "text";
                            /** @enum {string} */
                            keywordsHow?: "all" | "none";
                            sites?: string[];
                            postcodes?: {
                                from: string;
                                to: string;
                            }[];
                            senders?: string[];
                            senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                            senderDomains?: string[];
                            channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                            affairs?: string[];
                            fields?: {
                                key: string;
                                /** @enum {string} */
                                operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                                /** @default [] */
                                values: string[];
                            }[];
                            natures?: string[];
                            beneficiaryKnown?: boolean;
                            confidence?: {
                                from?: number;
                                below?: number;
                            };
                            priorities?: ("normal" | "urgent" | "veryUrgent")[];
                        }[];
                    }[];
                };
                tray: string;
                assignee?: string;
                /** @enum {string} */
                function?: "head" | "secretary";
                copies?: string[];
                /** @enum {string} */
                priority?: "normal" | "urgent" | "veryUrgent";
                confidentiality?: 0 | 1 | 2 | 3 | 4;
            }[];
            /** @description Chrono or id of a mail that you may open */
            mail: string;
        };
        RuleSimulation: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            createdBy: {
                id: string;
                displayName: string;
            };
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled" | "failed";
            /** @enum {string} */
            compared: "published" | "past";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            from: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            sample?: number;
            total: number;
            done: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            finishedAt?: string;
            outcome?: components["schemas"]["SimulationOutcome"];
            /** @description Kinds of settings published since, which forbid publishing from it */
            moved: string[];
            publishedVersion?: number;
        };
        SimulationOutcome: {
            mails: number;
            /** @description In other hands, or with others in copy */
            changed: number;
            /** @description Mails of which it is known who treated them in the end */
            judged: number;
            /** @description Of these: at once with who treated them */
            rightBefore: number;
            rightAfter: number;
            flows: {
                /** @description Code of the service; null: the mail room keeps it */
                from: string | null;
                /** @description Code of the service; null: the mail room keeps it */
                to: string | null;
                mails: number;
            }[];
            loads: {
                /** @description Code of the service; null: the mail room keeps it */
                service: string | null;
                before: number;
                after: number;
                copiesBefore: number;
                copiesAfter: number;
            }[];
            rules: {
                rule: string | null;
                before: number;
                after: number;
            }[];
        };
        Simulate: {
            rules: {
                id: string;
                label: string;
                /** @default true */
                enabled: boolean;
                from?: string;
                until?: string;
                fallback?: boolean;
                when: {
                    types?: string[];
                    keywords?: string[];
                    /** @enum {string} */
                    keywordsIn?: "subject" | "text";
                    /** @enum {string} */
                    keywordsHow?: "all" | "none";
                    sites?: string[];
                    postcodes?: {
                        from: string;
                        to: string;
                    }[];
                    senders?: string[];
                    senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                    senderDomains?: string[];
                    channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                    affairs?: string[];
                    fields?: {
                        key: string;
                        /** @enum {string} */
                        operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                        /** @default [] */
                        values: string[];
                    }[];
                    natures?: string[];
                    beneficiaryKnown?: boolean;
                    confidence?: {
                        from?: number;
                        below?: number;
                    };
                    priorities?: ("normal" | "urgent" | "veryUrgent")[];
                    groups?: {
                        /** @enum {string} */
                        how: "all" | "any" | "none";
                        of: {
                            types?: string[];
                            keywords?: string[];
                            /** @enum {string} */
                            keywordsIn?: "subject" | "text";
                            /** @enum {string} */
                            keywordsHow?: "all" | "none";
                            sites?: string[];
                            postcodes?: {
                                from: string;
                                to: string;
                            }[];
                            senders?: string[];
                            senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                            senderDomains?: string[];
                            channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                            affairs?: string[];
                            fields?: {
                                key: string;
                                /** @enum {string} */
                                operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                                /** @default [] */
                                values: string[];
                            }[];
                            natures?: string[];
                            beneficiaryKnown?: boolean;
                            confidence?: {
                                from?: number;
                                below?: number;
                            };
                            priorities?: ("normal" | "urgent" | "veryUrgent")[];
                        }[];
                    }[];
                };
                tray: string;
                assignee?: string;
                /** @enum {string} */
                function?: "head" | "secretary";
                copies?: string[];
                /** @enum {string} */
                priority?: "normal" | "urgent" | "veryUrgent";
                confidentiality?: 0 | 1 | 2 | 3 | 4;
            }[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            from: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            /** @description At most so many mails, spread evenly over the period; absent: all, up to 100,000 */
            sample?: number;
            /**
             * @description With the rules in force, or with what became of each mail in its time
             * @default published
             * @enum {string}
             */
            compared: "published" | "past";
        };
        RuleSimulationWhole: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            createdBy: {
                id: string;
                displayName: string;
            };
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled" | "failed";
            /** @enum {string} */
            compared: "published" | "past";
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            from: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until: string;
            sample?: number;
            total: number;
            done: number;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            finishedAt?: string;
            outcome?: components["schemas"]["SimulationOutcome"];
            /** @description Kinds of settings published since, which forbid publishing from it */
            moved: string[];
            publishedVersion?: number;
            rules: {
                id: string;
                label: string;
                /** @default true */
                enabled: boolean;
                from?: string;
                until?: string;
                fallback?: boolean;
                when: {
                    types?: string[];
                    keywords?: string[];
                    /** @enum {string} */
                    keywordsIn?: "subject" | "text";
                    /** @enum {string} */
                    keywordsHow?: "all" | "none";
                    sites?: string[];
                    postcodes?: {
                        from: string;
                        to: string;
                    }[];
                    senders?: string[];
                    senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                    senderDomains?: string[];
                    channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                    affairs?: string[];
                    fields?: {
                        key: string;
                        /** @enum {string} */
                        operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                        /** @default [] */
                        values: string[];
                    }[];
                    natures?: string[];
                    beneficiaryKnown?: boolean;
                    confidence?: {
                        from?: number;
                        below?: number;
                    };
                    priorities?: ("normal" | "urgent" | "veryUrgent")[];
                    groups?: {
                        /** @enum {string} */
                        how: "all" | "any" | "none";
                        of: {
                            types?: string[];
                            keywords?: string[];
                            /** @enum {string} */
                            keywordsIn?: "subject" | "text";
                            /** @enum {string} */
                            keywordsHow?: "all" | "none";
                            sites?: string[];
                            postcodes?: {
                                from: string;
                                to: string;
                            }[];
                            senders?: string[];
                            senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                            senderDomains?: string[];
                            channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                            affairs?: string[];
                            fields?: {
                                key: string;
                                /** @enum {string} */
                                operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                                /** @default [] */
                                values: string[];
                            }[];
                            natures?: string[];
                            beneficiaryKnown?: boolean;
                            confidence?: {
                                from?: number;
                                below?: number;
                            };
                            priorities?: ("normal" | "urgent" | "veryUrgent")[];
                        }[];
                    }[];
                };
                tray: string;
                assignee?: string;
                /** @enum {string} */
                function?: "head" | "secretary";
                copies?: string[];
                /** @enum {string} */
                priority?: "normal" | "urgent" | "veryUrgent";
                confidentiality?: 0 | 1 | 2 | 3 | 4;
            }[];
        };
        RuleSimulationChange: {
            number: number;
            /** @description Absent where you may not know of it: the rest tells only between whom it moves */
            mail?: components["schemas"]["MailLine"];
            from: {
                service?: string;
                tray?: string;
            };
            to: {
                service?: string;
                tray?: string;
            };
            /** @description Absent where you may not open it */
            before?: components["schemas"]["Because"];
            after?: components["schemas"]["Because"];
        };
        PublishSimulation: {
            comment: string;
        };
        RuleReturns: {
            rule: string;
            /** @description Absent: it is in the rules no more */
            label?: string;
            place?: number;
            enabled?: boolean;
            sent: number;
            returned: number;
            /** @description 0 to 1 */
            share: number;
            weeks: {
                /**
                 * Format: date
                 * @description Monday
                 */
                from: string;
                sent: number;
                returned: number;
            }[];
            instead: {
                /** @description null: nowhere yet */
                service: string | null;
                tray: string | null;
                mails: number;
            }[];
        };
        RuleCorrection: {
            /** @enum {string} */
            kind: "rule" | "exception" | "redirect";
            fact?: components["schemas"]["CommonFact"];
            /** @description Mails with the fact that came back */
            returned: number;
            /** @description Mails with the fact that stayed */
            kept: number;
            allReturned: number;
            allSent: number;
            lift: number;
            tray?: string;
            went?: number;
            rule: string;
            rules: {
                id: string;
                label: string;
                /** @default true */
                enabled: boolean;
                from?: string;
                until?: string;
                fallback?: boolean;
                when: {
                    types?: string[];
                    keywords?: string[];
                    /** @enum {string} */
                    keywordsIn?: "subject" | "text";
                    /** @enum {string} */
                    keywordsHow?: "all" | "none";
                    sites?: string[];
                    postcodes?: {
                        from: string;
                        to: string;
                    }[];
                    senders?: string[];
                    senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                    senderDomains?: string[];
                    channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                    affairs?: string[];
                    fields?: {
                        key: string;
                        /** @enum {string} */
                        operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                        /** @default [] */
                        values: string[];
                    }[];
                    natures?: string[];
                    beneficiaryKnown?: boolean;
                    confidence?: {
                        from?: number;
                        below?: number;
                    };
                    priorities?: ("normal" | "urgent" | "veryUrgent")[];
                    groups?: {
                        /** @enum {string} */
                        how: "all" | "any" | "none";
                        of: {
                            types?: string[];
                            keywords?: string[];
                            /** @enum {string} */
                            keywordsIn?: "subject" | "text";
                            /** @enum {string} */
                            keywordsHow?: "all" | "none";
                            sites?: string[];
                            postcodes?: {
                                from: string;
                                to: string;
                            }[];
                            senders?: string[];
                            senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                            senderDomains?: string[];
                            channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                            affairs?: string[];
                            fields?: {
                                key: string;
                                /** @enum {string} */
                                operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                                /** @default [] */
                                values: string[];
                            }[];
                            natures?: string[];
                            beneficiaryKnown?: boolean;
                            confidence?: {
                                from?: number;
                                below?: number;
                            };
                            priorities?: ("normal" | "urgent" | "veryUrgent")[];
                        }[];
                    }[];
                };
                tray: string;
                assignee?: string;
                /** @enum {string} */
                function?: "head" | "secretary";
                copies?: string[];
                /** @enum {string} */
                priority?: "normal" | "urgent" | "veryUrgent";
                confidentiality?: 0 | 1 | 2 | 3 | 4;
            }[];
        };
        CommonFact: {
            /** @enum {string} */
            kind: "type" | "keyword" | "site" | "postcode" | "sender" | "senderKind" | "senderDomain" | "channel" | "affair" | "field" | "nature" | "beneficiary" | "confidence" | "priority";
            value: string;
        };
        ServiceLoad: {
            service: string;
            open: number;
            late: number;
        };
        ScannerState: {
            code: string;
            label: string;
            enabled: boolean;
            site?: string;
            service?: string;
            /** @description Its batches wait for somebody to say how much would come */
            announced: boolean;
            folder: {
                /** @enum {string} */
                state: "ok" | "missing" | "notAFolder" | "notWritable" | "outside" | "overlapping" | "unreachable";
                /** @description For administrators */
                path?: string;
                /** @description Files that lie there and wait */
                waiting: number;
            };
            /** @description The batch that its next files go into */
            batch?: {
                /** Format: uuid */
                id: string;
                name: string;
                operator: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            lastFileAt?: string;
        };
        /** @description What a mapping reads in a sidecar file */
        SidecarFacts: {
            flaw?: {
                code: string;
                params: {
                    [key: string]: string | number;
                };
            };
            fields: {
                [key: string]: string | number;
            };
            rows: {
                file?: string;
                firstPage?: number;
                lastPage?: number;
                document?: string;
                service?: string;
                type?: string;
                sender?: string;
            }[];
            doubts: {
                field: string;
                value: string;
                row?: number;
            }[];
        };
        TrySidecar: {
            mapping: {
                /** @enum {string} */
                format: "xml" | "csv" | "json";
                name: string;
                /** @default false */
                required: boolean;
                /** @default 120 */
                waitS: number;
                /**
                 * @default utf-8
                 * @enum {string}
                 */
                encoding: "utf-8" | "windows-1252" | "iso-8859-15" | "utf-16le" | "utf-16be";
                /**
                 * @default ;
                 * @enum {string}
                 */
                delimiter: ";" | "," | "\t" | "|";
                /**
                 * @default iso
                 * @enum {string}
                 */
                dates: "iso" | "dmy" | "ymd" | "mdy";
                /** @default {} */
                fields: {
                    [key: string]: string;
                };
                rows?: string;
                /** @default {} */
                rowFields: {
                    [key: string]: string;
                };
            };
            /**
             * Format: base64
             * @description Bytes of a sidecar file
             */
            sample: string;
        };
        /** @description What was scanned in a day of the authority, by operator and scanner */
        ScanDay: {
            day: string;
            lines: {
                scanner?: string;
                operator: string;
                batches: number;
                pages: number;
                envelopes: number;
                rejected: number;
            }[];
        };
        /** @description How a batch was scanned, and what is to be known of it */
        BatchScan: {
            /** Format: uuid */
            batch: string;
            /** @enum {string} */
            state: "received" | "separated" | "read" | "toCheck" | "released" | "rejected" | "quarantined";
            /** @description Files that its scanner brings go into it */
            taking: boolean;
            /** @enum {string} */
            lane: "counter" | "normal" | "backlog";
            told: {
                dpi?: number;
                /** @enum {string} */
                colour?: "bw" | "gray" | "colour";
                /** @enum {string} */
                mode?: "simplex" | "duplex" | "frontsThenBacks";
                scannedAt?: string;
                type?: string;
                sender?: string;
                endorsementFirst?: string;
                endorsementLast?: string;
                batch?: string;
            };
            notes: components["schemas"]["BatchNote"][];
            sidecars: {
                /** Format: uuid */
                id: string;
                name: string;
                size: number;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                flaw?: {
                    code: string;
                    params: {
                        [key: string]: string | number;
                    };
                };
            }[];
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            lastFileAt?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            endedAt?: string;
            endedBy?: string;
        };
        BatchNote: {
            code: string;
            params: {
                [key: string]: string | number;
            };
            /** @description Somebody has to look before it is released */
            check: boolean;
        };
        ScheduleOverview: {
            /** @description Newest first */
            versions: components["schemas"]["ScheduleVersion"][];
            mayEdit: boolean;
            /** @description Whether you may write categories, if Alfresco too takes you for its administrator */
            mayApply: boolean;
        };
        ScheduleVersion: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            state: "draft" | "agreed" | "inForce" | "superseded";
            revision: number;
            rows: number;
            /** @description Rows that the archives have agreed to */
            agreedRows: number;
            /** @description Number of the version that it began as */
            basedOn?: number;
            created: {
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
            changed?: {
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
            agreement?: components["schemas"]["ScheduleAgreement"];
            /** @description Who recorded the agreement */
            agreed?: {
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
            inForce?: {
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            supersededAt?: string;
            settingVersion?: number;
        };
        ScheduleAgreement: {
            by: string;
            on: string;
            reference: string;
        };
        ScheduleContent: {
            version: components["schemas"]["ScheduleVersion"];
            rows: {
                code: string;
                label: string;
                years: number;
                /** @enum {string} */
                trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                /** @enum {string} */
                finalSort: "D" | "C" | "T";
                source: string;
                currentUseYears?: number;
                /** @enum {string} */
                personalData?: "none" | "ordinary" | "special";
                personalDataYears?: number;
                communicability?: {
                    /** @enum {number} */
                    years: 0 | 25 | 50 | 75 | 100 | 120;
                    article: string;
                };
                agreed?: {
                    by: string;
                    on: string;
                    reference: string;
                };
            }[];
            flaws: components["schemas"]["ScheduleFlaw"][];
            uses: components["schemas"]["ScheduleUse"][];
        };
        ScheduleFlaw: {
            /** @enum {string} */
            code: "empty" | "duplicate" | "codeForm" | "inUse" | "hasMails" | "currentUseLonger" | "personalDataLonger" | "personalDataNone" | "articleMissing";
            row: string;
            by?: string;
        };
        ScheduleUse: {
            row: string;
            /** @description Types of mail that have this row */
            types: string[];
            /** @description Whether mail is filed under it */
            mails: boolean;
        };
        DraftSchedule: {
            title?: string;
        };
        ChangeSchedule: {
            /** @description Of the version as you saw it */
            revision: number;
            title?: string;
            /** @default [] */
            changes: {
                /** @description Code of the row; absent: it is added */
                was?: string;
                /** @description Absent: it is removed */
                row?: {
                    code: string;
                    label: string;
                    years: number;
                    /** @enum {string} */
                    trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                    /** @enum {string} */
                    finalSort: "D" | "C" | "T";
                    source: string;
                    currentUseYears?: number;
                    /** @enum {string} */
                    personalData?: "none" | "ordinary" | "special";
                    personalDataYears?: number;
                    communicability?: {
                        /** @enum {number} */
                        years: 0 | 25 | 50 | 75 | 100 | 120;
                        article: string;
                    };
                };
            }[];
        };
        AgreeSchedule: {
            /** @description Of the version as you saw it */
            revision: number;
            by: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            on: string;
            reference: string;
            /** @description Codes of the rows agreed to; absent: all that have no agreement yet */
            rows?: string[];
        };
        ScheduleRevision: {
            /** @description Of the version as you saw it */
            revision: number;
        };
        EnforceSchedule: {
            /** @description Of the version as you saw it */
            revision: number;
            /** @default  */
            comment: string;
        };
        ScheduleImport: {
            flaws: components["schemas"]["ScheduleCellFlaw"][];
            rows: number;
            difference: components["schemas"]["ScheduleDifference"];
            applied: boolean;
            version: components["schemas"]["ScheduleVersion"];
        };
        ScheduleCellFlaw: {
            line: number;
            column: string;
            code: string;
            value: string;
        };
        ScheduleDifference: {
            added: {
                code: string;
                label: string;
                years: number;
                /** @enum {string} */
                trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                /** @enum {string} */
                finalSort: "D" | "C" | "T";
                source: string;
                currentUseYears?: number;
                /** @enum {string} */
                personalData?: "none" | "ordinary" | "special";
                personalDataYears?: number;
                communicability?: {
                    /** @enum {number} */
                    years: 0 | 25 | 50 | 75 | 100 | 120;
                    article: string;
                };
                agreed?: {
                    by: string;
                    on: string;
                    reference: string;
                };
            }[];
            removed: {
                code: string;
                label: string;
                years: number;
                /** @enum {string} */
                trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                /** @enum {string} */
                finalSort: "D" | "C" | "T";
                source: string;
                currentUseYears?: number;
                /** @enum {string} */
                personalData?: "none" | "ordinary" | "special";
                personalDataYears?: number;
                communicability?: {
                    /** @enum {number} */
                    years: 0 | 25 | 50 | 75 | 100 | 120;
                    article: string;
                };
                agreed?: {
                    by: string;
                    on: string;
                    reference: string;
                };
            }[];
            changed: {
                code: string;
                label: string;
                fields: {
                    /** @enum {string} */
                    field: "label" | "years" | "currentUseYears" | "trigger" | "finalSort" | "communicability" | "personalData" | "personalDataYears" | "source" | "agreed";
                    before: string;
                    after: string;
                }[];
            }[];
            same: number;
        };
        ImportSchedule: {
            /** @description Of the version as you saw it */
            revision: number;
            text: string;
            /**
             * @description Whether rows that the file lacks go or stay
             * @default replace
             * @enum {string}
             */
            mode: "replace" | "merge";
            /** @default true */
            dryRun: boolean;
        };
        ScheduleSimulation: {
            /** @enum {string} */
            state: "none" | "waiting" | "done";
            /** @description Of the version as it is now */
            current: boolean;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            askedAt?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            doneAt?: string;
            effect?: components["schemas"]["ScheduleEffect"];
        };
        ScheduleEffect: {
            /** @description Closed mails under rows that the version changes */
            mails: number;
            /** @description Records already: they keep what they were filed under */
            kept: number;
            earlier: number;
            later: number;
            /** @description Their due day becomes known */
            known: number;
            /** @description Their due day is no longer known */
            unknown: number;
            /** @description Not due yet, and would be at once */
            dueAtOnce: number;
            parts: {
                row: string;
                service?: string;
                /** @enum {string} */
                how: "earlier" | "later" | "known" | "unknown";
                years: number;
                mails: number;
            }[];
            fates: {
                row: string;
                before: string;
                after: string;
                mails: number;
            }[];
        };
        SchedulePlan: {
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            checkedAt?: string;
            /** @description Why nothing could be compared: `agsMissing`, `filePlanMissing`, `unreachable` */
            problem?: string;
            rows: {
                code: string;
                label: string;
                category?: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                authority?: string;
                steps: string[];
                drift: {
                    /** @enum {string} */
                    code: "notAgreed" | "categoryMissing" | "scheduleMissing" | "scheduleNotAgreed" | "stepsDiffer" | "notPerRecord" | "eventMissing";
                    params?: {
                        [key: string]: string | number;
                    };
                }[];
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                checkedAt?: string;
            }[];
            foreign: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description Of an earlier version of a row */
                former: boolean;
            }[];
        };
        SchedulePlanSteps: {
            steps: {
                action: string;
                subject: string;
            }[];
            warnings: {
                code: string;
                subject: string;
            }[];
        };
        PassOn: {
            /** @description Site whose mail room takes it; `central`: the central one */
            site: string;
            reason: string;
            revision?: number;
        };
        Retirement: {
            /** @description Services that are part of it, and have to go elsewhere first */
            parts: string[];
            trays: {
                id: string;
                label: string;
                open: number;
                /** @description Of what is open there */
                compartments: string[];
                /** @description Rules that lead there */
                rules: string[];
            }[];
        };
        RetireService: {
            /** @description Which tray takes over each of its own */
            trays: {
                [key: string]: string;
            };
            comment: string;
            basedOn: {
                services: number;
                rules: number;
            };
        };
        SortingLine: {
            /** Format: uuid */
            id: string;
            chrono: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "proposed" | "agreed" | "done" | "cancelled";
            row: {
                code: string;
                label: string;
            };
            mails: number;
            /** @description As things stand */
            kept: number;
            bytes: number;
            createdBy: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            proposedAt?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            agreedOn?: string;
            reference?: string;
            /** @description It waits for you */
            yours: boolean;
        };
        SortingBounds: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            today: string;
            rows: {
                code: string;
                label: string;
                years: number;
                /** @description Mails whose period is over */
                due: number;
                firstYear?: number;
                lastYear?: number;
                /** @description Letters of names may be asked for: its data are not special */
                letters: boolean;
            }[];
            services: {
                code: string;
                label: string;
            }[];
            types: {
                code: string;
                label: string;
            }[];
        };
        SortingPreview: {
            kept: components["schemas"]["SortingAmount"];
            notKept: components["schemas"]["SortingAmount"];
            /** @description Mails by the year in which their period began */
            years: {
                year: number;
                kept: number;
                notKept: number;
            }[];
            /** @description Mails of the row and the years that can’t be sorted now */
            leftOut: {
                /** @enum {string} */
                cause: "notDue" | "notDeclared" | "notAgreed" | "conflict" | "affairOpen" | "affairApart" | "otherSorting";
                mails: number;
            }[];
            /** @description Mails under a hold: they are sorted, and stay where they are until it ends */
            held: number;
            /** @description The first that are kept, and the first that are not */
            sample: {
                /** Format: uuid */
                unit: string;
                /** @description It follows an affair, which is sorted whole */
                affair: boolean;
                rank: number;
                chrono?: string;
                /** @description Its kind, in words */
                type?: string;
                /** @description In words */
                service?: string;
                year: number;
                /**
                 * @description By the rule
                 * @enum {string}
                 */
                picked: "kept" | "notKept";
            }[];
        };
        SortingAmount: {
            units: number;
            mails: number;
            documents: number;
            bytes: number;
        };
        PreviewSorting: {
            row: string;
            fromYear?: number;
            toYear?: number;
            /** @default [] */
            services: string[];
            rule: components["schemas"]["SortingRule"];
        };
        /** @description How what is kept is found; an affair is kept whole as soon as one of its mails is */
        SortingRule: {
            /** @constant */
            by: "rank";
            every: number;
            first: number;
        } | {
            /** @constant */
            by: "years";
            every: number;
            first: number;
        } | {
            /** @constant */
            by: "types";
            of: string[];
        } | {
            /** @constant */
            by: "services";
            of: string[];
        } | {
            /** @constant */
            by: "words";
            of: string[];
        } | {
            /** @constant */
            by: "letters";
            of: string[];
        } | {
            /** @constant */
            by: "hand";
        };
        Sorting: {
            /** Format: uuid */
            id: string;
            chrono: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "proposed" | "agreed" | "done" | "cancelled";
            row: {
                code: string;
                label: string;
            };
            mails: number;
            /** @description As things stand */
            kept: number;
            bytes: number;
            createdBy: {
                id: string;
                displayName: string;
            };
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            proposedAt?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            agreedOn?: string;
            reference?: string;
            /** @description It waits for you */
            yours: boolean;
            revision: number;
            authority: string;
            rowInFull: {
                code: string;
                label: string;
                years: number;
                /** @enum {string} */
                trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                source: string;
                agreed?: {
                    by: string;
                    on: string;
                    reference: string;
                };
            };
            fromYear?: number;
            toYear?: number;
            services: string[];
            rule: components["schemas"]["SortingRule"];
            criterion: string;
            amounts: {
                kept: components["schemas"]["SortingAmount"];
                notKept: components["schemas"]["SortingAmount"];
            };
            /** @description Mails by the year in which their period began */
            years: {
                year: number;
                kept: number;
                notKept: number;
            }[];
            /** @description Mails of the row and the years that can’t be sorted now */
            leftOut: {
                /** @enum {string} */
                cause: "notDue" | "notDeclared" | "notAgreed" | "conflict" | "affairOpen" | "affairApart" | "otherSorting";
                mails: number;
            }[];
            held: number;
            /** @description Units that are decided otherwise than the rule has them */
            changed: number;
            /** @description Digest of the list with its decisions as they stand */
            listSha512: string;
            proposedSha512?: string;
            archivists: {
                id: string;
                displayName: string;
            }[];
            agreement?: {
                /** @enum {string} */
                how: "online" | "paper";
                recordedBy?: string;
                /** @description Name of its file, of one on paper */
                file?: string;
                signatures: {
                    valid: boolean;
                    problem?: string;
                    coversAll: boolean;
                    subject: string;
                    fingerprint: string;
                    timestamped: boolean;
                }[];
            };
            steps: {
                /** @enum {string} */
                step: "created" | "proposed" | "givenBack" | "agreed" | "finished" | "cancelled";
                by?: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at?: string;
                because?: string;
            }[];
            /** @description How many records are where they belong by now */
            carried?: {
                done: number;
                failed: number;
                total: number;
            };
            /** @description What you may do now */
            actions: ("change" | "decide" | "propose" | "agree" | "recordAgreement" | "giveBack" | "cancel" | "finish" | "openItem")[];
        };
        AddSorting: {
            row: string;
            fromYear?: number;
            toYear?: number;
            /** @default [] */
            services: string[];
            rule: components["schemas"]["SortingRule"];
            title: string;
            /** @description The criterion in words, and why */
            criterion: string;
        };
        ChangeSorting: {
            row: string;
            fromYear?: number;
            toYear?: number;
            /** @default [] */
            services: string[];
            rule: components["schemas"]["SortingRule"];
            title: string;
            /** @description The criterion in words, and why */
            criterion: string;
            revision: number;
        };
        SortingItem: {
            /** Format: uuid */
            unit: string;
            /** @description It follows an affair, which is sorted whole */
            affair: boolean;
            rank: number;
            chrono?: string;
            /** @description Its kind, in words */
            type?: string;
            /** @description In words */
            service?: string;
            year: number;
            /**
             * @description By the rule
             * @enum {string}
             */
            picked: "kept" | "notKept";
            position: number;
            /**
             * Format: uuid
             * @description For who may open the mail itself
             */
            mailId?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due: string;
            documents: number;
            bytes: number;
            held: boolean;
            /** @enum {string} */
            proposed: "kept" | "notKept";
            proposedBecause?: string;
            /**
             * @description By the archivist, until they agree
             * @enum {string}
             */
            noted?: "kept" | "notKept";
            notedBecause?: string;
            /**
             * @description As it stands
             * @enum {string}
             */
            decision: "kept" | "notKept";
            because?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            carriedAt?: string;
            failure?: {
                code: string;
                params?: {
                    [key: string]: string | number;
                };
            };
            /** @description What may be opened now */
            files: {
                node: string;
                name: string;
            }[];
        };
        DecideSorting: {
            decisions: {
                /** Format: uuid */
                unit: string;
                /** @description null: as it was proposed, or as the rule has it */
                decision: ("kept" | "notKept") | null;
                reason?: string;
            }[];
        };
        ProposeSorting: {
            revision: number;
            archivists: string[];
        };
        AgreeSorting: {
            revision: number;
            name: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            on: string;
            reference: string;
            /** @description Digest of the list as it was shown, with its decisions */
            listSha512: string;
        };
        PaperAgreement: {
            revision: number;
            name: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            on: string;
            reference: string;
            /** @description SHA-512 of the manifest that was decided upon; its first 16 characters suffice */
            digest: string;
            /** @description Units that were decided otherwise on the paper, by their rank */
            struck: {
                rank: number;
                reason: string;
            }[];
            /** @description The bordereau as it came back: a PDF, scanned or signed */
            file: {
                name: string;
                /** Format: base64 */
                content: string;
            };
        };
        SortingReason: {
            revision: number;
            reason: string;
        };
        TraySelection: {
            items: {
                /** Format: uuid */
                id: string;
                revision: number;
            }[];
            /** @description There are more than the 500 that are named */
            more: boolean;
        };
        PinTrays: {
            trays: string[];
        };
        FindMails: {
            query: {
                text?: string;
                services?: string[];
                states?: ("toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated")[];
                types?: string[];
                categories?: ("incoming" | "outgoing" | "internal")[];
                priorities?: ("normal" | "urgent" | "veryUrgent")[];
                assignee?: string;
                received?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                due?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                /** Format: uuid */
                affair?: string;
                fields?: {
                    [key: string]: string;
                };
            };
            /**
             * @default newest
             * @enum {string}
             */
            sort: "due" | "newest" | "oldest" | "priority";
            /** @default 50 */
            limit: number;
            after?: string;
        };
        FoundMails: {
            /** @description Absent: counting them takes too long */
            count?: number;
            /** @description There are more than that */
            more: boolean;
        };
        SavedTray: {
            /** Format: uuid */
            id: string;
            name: string;
            query: {
                text?: string;
                services?: string[];
                states?: ("toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated")[];
                types?: string[];
                categories?: ("incoming" | "outgoing" | "internal")[];
                priorities?: ("normal" | "urgent" | "veryUrgent")[];
                assignee?: string;
                received?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                due?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                /** Format: uuid */
                affair?: string;
                fields?: {
                    [key: string]: string;
                };
            };
            /** @enum {string} */
            sort: "due" | "newest" | "oldest" | "priority";
            owner: {
                id: string;
                displayName: string;
            };
            mine: boolean;
            sharedWith?: components["schemas"]["TrayAudience"];
            revision: number;
        };
        /** @description Whom a saved tray is shared with: a service of yours, or only its secretaries or heads. Each sees of it what they may open */
        TrayAudience: {
            service: string;
            /** @enum {string} */
            only?: "secretaries" | "heads";
        };
        SaveTray: {
            name: string;
            query: {
                text?: string;
                services?: string[];
                states?: ("toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated")[];
                types?: string[];
                categories?: ("incoming" | "outgoing" | "internal")[];
                priorities?: ("normal" | "urgent" | "veryUrgent")[];
                assignee?: string;
                received?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                due?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                /** Format: uuid */
                affair?: string;
                fields?: {
                    [key: string]: string;
                };
            };
            /**
             * @default due
             * @enum {string}
             */
            sort: "due" | "newest" | "oldest" | "priority";
            sharedWith?: components["schemas"]["TrayAudience"];
            /** @default false */
            pinned: boolean;
        };
        ChangeTray: {
            name: string;
            query: {
                text?: string;
                services?: string[];
                states?: ("toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated")[];
                types?: string[];
                categories?: ("incoming" | "outgoing" | "internal")[];
                priorities?: ("normal" | "urgent" | "veryUrgent")[];
                assignee?: string;
                received?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                due?: {
                    from?: string;
                    until?: string;
                    last?: number;
                    next?: number;
                };
                /** Format: uuid */
                affair?: string;
                fields?: {
                    [key: string]: string;
                };
            };
            /**
             * @default due
             * @enum {string}
             */
            sort: "due" | "newest" | "oldest" | "priority";
            sharedWith?: components["schemas"]["TrayAudience"];
            revision: number;
        };
        MarkMail: {
            read?: boolean;
            followed?: boolean;
        };
        LockMail: {
            /** @default false */
            takeOver: boolean;
        };
        Bulk: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            action: "take" | "release" | "assign" | "copy" | "reroute" | "close" | "closeWithoutAnswer" | "markRead" | "markUnread" | "follow" | "unfollow";
            /** @enum {string} */
            state: "running" | "done" | "undoing" | "undone";
            total: number;
            counts: {
                waiting: number;
                done: number;
                refused: number;
                moved: number;
                undone: number;
                kept: number;
            };
            /**
             * Format: date-time
             * @description Until then all of it can be undone at once
             */
            undoUntil?: string;
            items: {
                /** Format: uuid */
                id: string;
                chrono?: string;
                subject?: string;
                /**
                 * @description `moved`: it changed after it was chosen; `kept`: it could not be undone
                 * @enum {string}
                 */
                outcome?: "done" | "refused" | "moved" | "undone" | "kept";
                problem?: {
                    code: string;
                    params?: {
                        [key: string]: string | number;
                    };
                };
            }[];
        };
        BulkAction: {
            /** @enum {string} */
            action: "take" | "release" | "assign" | "copy" | "reroute" | "close" | "closeWithoutAnswer" | "markRead" | "markUnread" | "follow" | "unfollow";
            mails: {
                /** Format: uuid */
                id: string;
                /** @description The revision you saw; one that has moved on meanwhile is left alone */
                revision?: number;
            }[];
            /**
             * @description What the action alone would be asked
             * @default {}
             */
            with: {
                assignee?: string;
                services?: string[];
                service?: string;
                reason?: string;
                comment?: string;
                toMailRoom?: boolean;
            };
        };
        UndoBulk: Record<string, never>;
        VisaLine: {
            /** Format: uuid */
            id: string;
            chrono: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            submittedAt: string;
            items: number;
            documents: number;
            bytes: number;
            lines: number;
            /** @description Lines that have a decision, given or noted */
            decided: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            visaOn?: string;
            reference?: string;
        };
        Visa: {
            /** Format: uuid */
            id: string;
            chrono: string;
            title: string;
            /** @enum {string} */
            state: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            submittedAt: string;
            items: number;
            documents: number;
            bytes: number;
            lines: number;
            /** @description Lines that have a decision, given or noted */
            decided: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            visaOn?: string;
            reference?: string;
            revision: number;
            /** @description The authority */
            producer: string;
            manifestSha512: string;
            bordereau: {
                line: number;
                service: string;
                serviceLabel: string;
                row: string;
                rowLabel: string;
                /** @description Administrative retention period (DUA), years */
                years: number;
                reference: string;
                /** @description In which its period began */
                year: number;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                firstDay: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                lastDay: string;
                items: number;
                documents: number;
                bytes: number;
                boxes: string[];
                /** @enum {string} */
                visa?: "granted" | "refused";
                visaReason?: string;
                /** @description What was noted so far; it counts once the visa is given */
                noted?: {
                    /** @enum {string} */
                    visa: "granted" | "refused";
                    reason?: string;
                };
            }[];
            persons: {
                /** @enum {string} */
                step: "validated" | "approved" | "signed" | "submitted";
                name: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
                service?: string;
            }[];
            files: components["schemas"]["CampaignFile"][];
            /** @description Who gave it */
            by?: string;
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            coolingUntil?: string;
            /** @description It waits for your decision */
            open: boolean;
        };
        VisaItem: {
            position: number;
            /** @enum {string} */
            kind: "mail" | "register";
            subject: string;
            number: string;
            /** @description Its kind, in words */
            type?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            receivedOn?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            documentDate?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            closedOn?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due?: string;
            /** @enum {string} */
            state: "listed" | "refused" | "pending" | "executing" | "destroyed" | "kept" | "failed";
            documents: {
                node: string;
                name: string;
                /** @enum {string} */
                part: "original" | "searchable" | "other";
                size: number;
            }[];
        };
        DraftVisa: {
            decisions: {
                line: number;
                /** @description null takes it back */
                visa: ("granted" | "refused") | null;
                reason?: string;
            }[];
        };
        GiveVisa: {
            revision: number;
            name: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            on: string;
            reference: string;
            /** @description SHA-512 of the manifest that was decided upon; its first 16 characters suffice */
            manifestSha512: string;
        };
        CampaignVisa: {
            /**
             * Format: date-time
             * @description UTC instant, ISO 8601
             */
            submittedAt?: string;
            /** @description As it stands on the bordereau */
            printedDigest?: string;
            given?: {
                /** @enum {string} */
                how: "online" | "paper";
                by: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                on: string;
                reference: string;
                recordedBy: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                recordedAt: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                coolingUntil?: string;
                granted: number;
                refused: number;
                /** Format: uuid */
                file?: string;
                signatures: {
                    valid: boolean;
                    problem?: string;
                    coversAll: boolean;
                    subject: string;
                    fingerprint: string;
                    timestamped: boolean;
                }[];
            };
        };
        PaperVisa: {
            revision: number;
            name: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            on: string;
            reference: string;
            /** @description SHA-512 of the manifest that was decided upon; its first 16 characters suffice */
            digest: string;
            refused: {
                line: number;
                reason: string;
            }[];
            /** @description The visa as it came: a PDF, scanned or signed */
            file: {
                name: string;
                /** Format: base64 */
                content: string;
            };
        };
        CampaignBox: {
            box: string;
            label?: string;
            location?: string;
            sheets: number;
            /** @description Sheets that go: granted, and kept back by nothing */
            going: number;
            /** @description Of those, still in Alfresco; while there are any, its paper stays */
            waiting: number;
            /** @description Nothing in it stays */
            whole: boolean;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            destroyedOn?: string;
            contractor?: string;
            /** Format: uuid */
            certificate?: string;
        };
        RecordBoxes: {
            revision: number;
            boxes: string[];
            contractor: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            destroyedOn: string;
            /** @description The contractor’s certificate of destruction */
            file: {
                name: string;
                /** Format: base64 */
                content: string;
            };
        };
        RegisterSeries: {
            row?: {
                code: string;
                label: string;
                years: number;
                /** @enum {string} */
                finalSort: "D" | "C" | "T";
                agreed: boolean;
            };
            service?: {
                code: string;
                label: string;
            };
            items: components["schemas"]["RegisterYear"][];
        };
        RegisterYear: {
            year: number;
            days: number;
            eliminated: number;
            lines: number;
            bytes: number;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            restrictedFrom: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            due?: string;
            /** @enum {string} */
            state: "current" | "intermediate" | "due" | "eliminated";
            sorting?: {
                /** @enum {string} */
                decision: "keep" | "eliminate";
                reason: string;
                by: string;
                /**
                 * Format: date-time
                 * @description UTC instant, ISO 8601
                 */
                at: string;
            };
            /**
             * @description What stands against its elimination
             * @enum {string}
             */
            stays?: "noRow" | "notAgreed" | "fate" | "notSorted" | "noService";
            campaign?: {
                /** Format: uuid */
                id: string;
                chrono: string;
            };
        };
        SortRegister: {
            /** @enum {string} */
            decision: "keep" | "eliminate";
            reason: string;
        };
        NewTask: {
            title: string;
            assignees: string[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            dueOn?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            remindOn?: string;
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        ChangeTask: {
            title?: string;
            assignees?: string[];
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            dueOn?: string;
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            remindOn?: string;
            /** @enum {string} */
            state?: "open" | "done" | "cancelled";
        };
        AskOpinions: {
            question: string;
            /**
             * @default parallel
             * @enum {string}
             */
            mode: "series" | "parallel";
            /**
             * @description In a series: whether the next one is asked once a limit has passed
             * @default next
             * @enum {string}
             */
            onLimit: "next" | "wait";
            asked: {
                person?: string;
                /** @description All of a service; with a person: the service through which they may open the mail, where they can’t yet */
                service?: string;
                /**
                 * Format: date
                 * @description Day YYYY-MM-DD in the authority's time zone
                 */
                until?: string;
                workingDays?: number;
            }[];
            /** @description The revision you saw; 409 `stale` when the mail has moved on */
            revision?: number;
        };
        GiveOpinion: {
            /** @enum {string} */
            verdict: "favourable" | "reservations" | "unfavourable";
            words?: string;
            file?: {
                name: string;
                /**
                 * Format: base64
                 * @description PDF, PNG or JPEG of at most 10 MiB, in Base64
                 */
                content: string;
            };
        };
        AskAgain: {
            /**
             * Format: date
             * @description Day YYYY-MM-DD in the authority's time zone
             */
            until?: string;
            workingDays?: number;
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
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, their services and rooms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people: {
        parameters: {
            query: {
                service: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People of a service, to assign to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deposits: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deposits, newest first: your own, or all for the mail room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Deposit"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDeposit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    files: string[];
                    /**
                     * @default post
                     * @enum {string}
                     */
                    channel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                    senderName?: string;
                    senderAddress?: string;
                    /** Format: email */
                    senderEmail?: string;
                    /** @description Of an e-mail: its Message-ID */
                    messageId?: string;
                    /** @description Of an e-mail: In-Reply-To */
                    inReplyTo?: string;
                    /** @description Of an e-mail: References */
                    references?: string;
                    subject?: string;
                    /**
                     * Format: date
                     * @description Day YYYY-MM-DD in the authority's time zone
                     */
                    receivedAt?: string;
                    /**
                     * Format: uuid
                     * @description The announced batch that the files belong to: their mails are made when it is released
                     */
                    batch?: string;
                    /**
                     * @description Default: per file for paper, one mail for the other channels
                     * @enum {string}
                     */
                    grouping?: "perFile" | "oneMail";
                    /** @description Site where it came in, one of your own (`doors` of /me); `central`: the central mail room; absent: yours */
                    site?: string;
                    /**
                     * @description Files that come with a form: they make no mail of their own, and go after a day in which no mail was registered with them
                     * @constant
                     */
                    purpose?: "form";
                    /** @description JSON: what the files are and for whom, in their order, as `DescribedFile[]` */
                    documents?: string;
                };
            };
        };
        responses: {
            /** @description Deposit files (multipart: files, channel, what is known of the sender); idempotent by Idempotency-Key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deposit: {
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
            /** @description A deposit, its files and the mails that came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deposit"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quarantine: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files that could not be read, for the mail room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuarantineLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quarantineContent: {
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
            /** @description The file as it was received */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryFile: {
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
            /** @description Read the file again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineLine"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardFile: {
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
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Put the file aside for good, with a reason; its bytes are kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineLine"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch: {
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
            /** @description A scanned file that was parted, and what became of each of its pages, for the mail room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchContent: {
        parameters: {
            query?: {
                form?: "original" | "searchable";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch as it was scanned, or its searchable PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restorePage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestorePage"];
            };
        };
        responses: {
            /** @description Put a page that was left out back into a document that waits to be qualified */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeWithPrevious: {
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
                "application/json": components["schemas"]["Plain"];
            };
        };
        responses: {
            /** @description Join it to the document before it in its batch: they were one letter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The mail that it is now part of
                         */
                        mail: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printSeparators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintSeparators"];
            };
        };
        responses: {
            /** @description Separator sheets as a PDF, for the mail room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printMailSheets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintMailSheets"];
            };
        };
        responses: {
            /** @description Identification sheets or labels of numbered mails as a PDF, for the mail room */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My trays with their counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tray"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trayMails: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A tray's mails, most urgent first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                limit?: number;
                after?: string;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mails that I may see, by chrono, subject, sender or words of the text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findMails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindMails"];
            };
        };
        responses: {
            /** @description Mails that I may open, by several criteria at once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mail: {
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
            /** @description A mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailJournal: {
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
            /** @description A mail's history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    documentContent: {
        parameters: {
            query?: {
                form?: "original" | "searchable";
            };
            header?: never;
            path: {
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document's bytes: the original, or its searchable PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    qualify: {
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
                "application/json": components["schemas"]["Qualify"];
            };
        };
        responses: {
            /** @description Confirm what was read: the mail is numbered and distributed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    void: {
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
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Void a mail; its number, if any, keeps its place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take: {
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
                "application/json": components["schemas"]["Plain"];
            };
        };
        responses: {
            /** @description Take: I treat it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release: {
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
                "application/json": components["schemas"]["Plain"];
            };
        };
        responses: {
            /** @description Give it back to the tray */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign: {
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
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            /** @description Assign to a person of the service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    note: {
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
                "application/json": components["schemas"]["NoteText"];
            };
        };
        responses: {
            /** @description Leave a note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    copy: {
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
                "application/json": components["schemas"]["Copy"];
            };
        };
        responses: {
            /** @description Send a copy to other services */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reroute: {
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
                "application/json": components["schemas"]["Reroute"];
            };
        };
        responses: {
            /** @description Not for us: send it on, with a reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer: {
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
                "application/json": components["schemas"]["Answer"];
            };
        };
        responses: {
            /** @description Answer: an outgoing mail, numbered, with its document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close: {
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
                "application/json": components["schemas"]["Close"];
            };
        };
        responses: {
            /** @description Close, with its answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeWithoutAnswer: {
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
                "application/json": components["schemas"]["CloseWithoutAnswer"];
            };
        };
        responses: {
            /** @description Close without an answer, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen: {
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
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Reopen, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo: {
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
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            /** @description Undo my last action */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTrigger: {
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
                "application/json": components["schemas"]["Trigger"];
            };
        };
        responses: {
            /** @description Declare the day from which the retention period runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retentionDue: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                service?: string;
                row?: string;
                fate?: "D" | "C" | "T";
                until?: string;
                year?: number;
                state?: "due" | "coming" | "withoutTrigger" | "conflict" | "failure";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What falls due until a day, for the archives, the DPO and heads of service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            mail: components["schemas"]["MailLine"];
                            /** @description You may open the mail; whom lines are described to for the schedule’s sake may not */
                            opens: boolean;
                            retention: components["schemas"]["Retention"];
                            record?: components["schemas"]["RecordLine"];
                            noticeSentAt?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the last look at the installation found, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    examine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look at the installation now; takes some seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alerts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "unsettled" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was done to mails in Alfresco itself against the law or the circuit, newest first, for the mail room, heads of service and administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Alert"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeAlert: {
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
            /** @description I have seen it and look after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleAlert: {
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
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is settled, and how */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How much has failed for good and waits for an operator, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureCounts"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedJobs: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs out of tries, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FailedJob"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give all jobs out of tries another round */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retried"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give a job out of tries another round */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retried"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAside: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Journal entries that a consumer put aside after its last try, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SetAside"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consumer: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Have an entry that was put aside handled again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetAside"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All current settings, with their versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        settings: {
                            authority: {
                                name: string;
                                address: string[];
                                timeZone: string;
                                /** Format: email */
                                dpoEmail?: string;
                                dpoName?: string;
                                controller?: string;
                                reopenDays: number;
                                noticeDays: number;
                                undoSeconds: number;
                                affairPattern?: string;
                                duplicateDays?: number;
                                fiscalYearEnd?: string;
                                /** Format: email */
                                mailRoomEmail?: string;
                                handOver?: {
                                    /** @default [] */
                                    rounds: string[];
                                    /**
                                     * @default {
                                     *       "amount": 1,
                                     *       "unit": "workingDays"
                                     *     }
                                     */
                                    escalateAfter: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "hours" | "rounds" | "days" | "workingDays" | "months";
                                    };
                                };
                                registerClosesAt?: string;
                                register?: {
                                    row?: string;
                                    service?: string;
                                };
                                separation?: {
                                    /** @default false */
                                    patchT: boolean;
                                    /** @default [] */
                                    foreignCodes: (string | {
                                        text: string;
                                        /** @enum {string} */
                                        symbology?: "Code128" | "Code39" | "Code93" | "ITF" | "EAN13" | "EAN8" | "QRCode" | "DataMatrix" | "PDF417" | "Aztec";
                                    })[];
                                    /** @default false */
                                    keepBlankPages: boolean;
                                };
                                holdReviewMonths?: number;
                                leaving?: {
                                    /** @default 90 */
                                    batchDays: number;
                                    /** @default 365 */
                                    discardedDays: number;
                                };
                                elimination?: {
                                    /** @default 10000 */
                                    maxItems: number;
                                    /** @default 0.2 */
                                    maxShare: number;
                                    /** @default 5 */
                                    maxErrors: number;
                                    /** @default 7 */
                                    coolingDays: number;
                                    /** @default 90 */
                                    backupDays: number;
                                    /** @default 1 */
                                    minYears: number;
                                    /** @default 5 */
                                    acknowledgeDays: number;
                                    /** @default 3 */
                                    warnDays: number;
                                    /** @default false */
                                    requireAcknowledgement: boolean;
                                };
                            };
                            compartments: {
                                code: string;
                                label: string;
                                legalBasis: string;
                            }[];
                            services: {
                                code: string;
                                label: string;
                                /** @enum {string} */
                                kind: "direction" | "delegation" | "service";
                                parent?: string;
                                site?: string;
                                /** Format: email */
                                email?: string;
                                mailboxes?: string[];
                                /** @default [] */
                                compartments: string[];
                                retired?: boolean;
                                beneficiaries?: boolean;
                            }[];
                            trays: {
                                id: string;
                                label: string;
                                service: string;
                            }[];
                            types: {
                                code: string;
                                label: string;
                                delay: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "days" | "workingDays" | "months";
                                };
                                priorityDelays?: {
                                    [key: string]: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "days" | "workingDays" | "months";
                                    };
                                };
                                clocks?: string[];
                                confidentiality: 0 | 1 | 2 | 3 | 4;
                                compartment?: string;
                                scheduleRow: string;
                                keywords: {
                                    text: string;
                                    weight: number;
                                }[];
                                letThrough?: {
                                    confidence: number;
                                    sampleEvery: number;
                                };
                            }[];
                            rules: {
                                id: string;
                                label: string;
                                /** @default true */
                                enabled: boolean;
                                from?: string;
                                until?: string;
                                fallback?: boolean;
                                when: {
                                    types?: string[];
                                    keywords?: string[];
                                    /** @enum {string} */
                                    keywordsIn?: "subject" | "text";
                                    /** @enum {string} */
                                    keywordsHow?: "all" | "none";
                                    sites?: string[];
                                    postcodes?: {
                                        from: string;
                                        to: string;
                                    }[];
                                    senders?: string[];
                                    senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                                    senderDomains?: string[];
                                    channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                                    affairs?: string[];
                                    fields?: {
                                        key: string;
                                        /** @enum {string} */
                                        operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                                        /** @default [] */
                                        values: string[];
                                    }[];
                                    natures?: string[];
                                    beneficiaryKnown?: boolean;
                                    confidence?: {
                                        from?: number;
                                        below?: number;
                                    };
                                    priorities?: ("normal" | "urgent" | "veryUrgent")[];
                                    groups?: {
                                        /** @enum {string} */
                                        how: "all" | "any" | "none";
                                        of: {
                                            types?: string[];
                                            keywords?: string[];
                                            /** @enum {string} */
                                            keywordsIn?: "subject" | "text";
                                            /** @enum {string} */
                                            keywordsHow?: "all" | "none";
                                            sites?: string[];
                                            postcodes?: {
                                                from: string;
                                                to: string;
                                            }[];
                                            senders?: string[];
                                            senderKinds?: ("individual" | "company" | "association" | "administration" | "elected" | "internal")[];
                                            senderDomains?: string[];
                                            channels?: ("post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m")[];
                                            affairs?: string[];
                                            fields?: {
                                                key: string;
                                                /** @enum {string} */
                                                operator: "is" | "contains" | "filled" | "empty" | "from" | "until";
                                                /** @default [] */
                                                values: string[];
                                            }[];
                                            natures?: string[];
                                            beneficiaryKnown?: boolean;
                                            confidence?: {
                                                from?: number;
                                                below?: number;
                                            };
                                            priorities?: ("normal" | "urgent" | "veryUrgent")[];
                                        }[];
                                    }[];
                                };
                                tray: string;
                                assignee?: string;
                                /** @enum {string} */
                                function?: "head" | "secretary";
                                copies?: string[];
                                /** @enum {string} */
                                priority?: "normal" | "urgent" | "veryUrgent";
                                confidentiality?: 0 | 1 | 2 | 3 | 4;
                            }[];
                            calendar: {
                                weekend: number[];
                                /** @enum {string} */
                                territory?: "france" | "alsaceMoselle" | "guadeloupe" | "martinique" | "guyane" | "reunion" | "mayotte" | "saintBarthelemy" | "saintMartin" | "belgium";
                                /**
                                 * @description Before `territory`: Good Friday and 26 December count
                                 * @default false
                                 */
                                alsaceMoselle: boolean;
                                closures: {
                                    day: string;
                                    until?: string;
                                    label: string;
                                    /** @enum {string} */
                                    kind?: "closure" | "bridge";
                                }[];
                                hours?: {
                                    day: number;
                                    opens: string;
                                    closes: string;
                                }[];
                                services?: {
                                    service: string;
                                    hours: {
                                        day: number;
                                        opens: string;
                                        closes: string;
                                    }[];
                                }[];
                            };
                            clocks: {
                                code: string;
                                label: string;
                                /** @enum {string} */
                                kind: "treatment" | "registrationReceipt" | "receipt" | "announcement" | "silenceAccepts" | "silenceRefuses" | "documentAccess" | "appeal" | "personalData" | "opinion";
                                delay: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "days" | "workingDays" | "months";
                                };
                                /**
                                 * @default all
                                 * @enum {string}
                                 */
                                channels: "all" | "paper" | "electronic";
                                /**
                                 * @default competentReceipt
                                 * @enum {string}
                                 */
                                from: "firstReceipt" | "competentReceipt";
                                /**
                                 * @default none
                                 * @enum {string}
                                 */
                                onMissing: "none" | "suspend" | "restart";
                                extension?: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "days" | "workingDays" | "months";
                                };
                                /** @default true */
                                rollsOver: boolean;
                                /**
                                 * @default closing
                                 * @enum {string}
                                 */
                                metBy: "registrationReceipt" | "receipt" | "answer" | "closing";
                                automatic?: string;
                                source?: string;
                            }[];
                            /** @default [] */
                            reminders: {
                                code: string;
                                label: string;
                                /** @default [] */
                                types: string[];
                                /** @default [] */
                                priorities: ("normal" | "urgent" | "veryUrgent")[];
                                /** @default [] */
                                services: string[];
                                steps: {
                                    offset: number;
                                    /** @enum {string} */
                                    to: "assignee" | "secretaries" | "heads" | "directors";
                                }[];
                            }[];
                            /**
                             * @default {
                             *       "promises": [],
                             *       "delivery": {
                             *         "toService": {
                             *           "within": {
                             *             "amount": 1,
                             *             "unit": "rounds"
                             *           },
                             *           "target": 0.9
                             *         },
                             *         "toPerson": {
                             *           "within": {
                             *             "amount": 1,
                             *             "unit": "workingDays"
                             *           },
                             *           "target": 0.9
                             *         }
                             *       }
                             *     }
                             */
                            commitments: {
                                promises: {
                                    code: string;
                                    label: string;
                                    /**
                                     * @default all
                                     * @enum {string}
                                     */
                                    channels: "all" | "paper" | "electronic";
                                    /** @default [] */
                                    types: string[];
                                    delay: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "days" | "workingDays" | "months";
                                    };
                                    /** @enum {string} */
                                    metBy: "registrationReceipt" | "receipt" | "answer" | "closing";
                                    target: number;
                                    source?: string;
                                }[];
                                delivery: {
                                    toService: {
                                        within: {
                                            amount: number;
                                            /** @enum {string} */
                                            unit: "hours" | "rounds" | "days" | "workingDays" | "months";
                                        };
                                        target: number;
                                    };
                                    toPerson: {
                                        within: {
                                            amount: number;
                                            /** @enum {string} */
                                            unit: "hours" | "rounds" | "days" | "workingDays" | "months";
                                        };
                                        target: number;
                                    };
                                };
                            };
                            schedule: {
                                title: string;
                                rows: {
                                    code: string;
                                    label: string;
                                    years: number;
                                    /** @enum {string} */
                                    trigger: "FIN_ANNEE" | "FIN_MANDAT" | "DATE_DOC" | "CLOTURE" | "FIN_VALIDITE" | "FIN_EXERCICE" | "NOTIFICATION" | "FIN_EXECUTION" | "DERNIER_CONTACT" | "NAISSANCE" | "FIN_DROIT" | "DECES" | "FIN_CONTENTIEUX";
                                    /** @enum {string} */
                                    finalSort: "D" | "C" | "T";
                                    source: string;
                                    currentUseYears?: number;
                                    /** @enum {string} */
                                    personalData?: "none" | "ordinary" | "special";
                                    personalDataYears?: number;
                                    communicability?: {
                                        /** @enum {number} */
                                        years: 0 | 25 | 50 | 75 | 100 | 120;
                                        article: string;
                                    };
                                    agreed?: {
                                        by: string;
                                        on: string;
                                        reference: string;
                                    };
                                }[];
                            };
                            /** @default [] */
                            processings: {
                                code: string;
                                label: string;
                                purpose: string;
                                /** @enum {string} */
                                basis?: "consent" | "contract" | "legalObligation" | "vitalInterests" | "publicTask" | "legitimateInterests";
                                basisText?: string;
                                /** @default [] */
                                persons: string[];
                                /** @default [] */
                                data: string[];
                                /** @default [] */
                                special: ("origin" | "politics" | "religion" | "union" | "genetic" | "biometric" | "health" | "sexLife" | "offences")[];
                                /** @enum {string} */
                                specialCondition?: "consent" | "socialLaw" | "vitalInterests" | "association" | "madePublic" | "legalClaims" | "publicInterest" | "healthAndSocialCare" | "publicHealth" | "archives";
                                specialText?: string;
                                /** @default [] */
                                recipients: string[];
                                /** @default [] */
                                transfers: {
                                    country: string;
                                    safeguards: string;
                                }[];
                                /** @default [] */
                                processors: {
                                    name: string;
                                    task: string;
                                }[];
                                /** @default [] */
                                measures: string[];
                                assessment?: {
                                    /** @enum {string} */
                                    state: "notNeeded" | "toDo" | "done";
                                    on?: string;
                                    reference?: string;
                                };
                                /** @default [] */
                                types: string[];
                                /** @default [] */
                                services: string[];
                                register?: boolean;
                            }[];
                            templates: {
                                code: string;
                                label: string;
                                subject: string;
                                body: string;
                            }[];
                            thesaurus: {
                                code: string;
                                label: string;
                                /**
                                 * @default subject
                                 * @enum {string}
                                 */
                                scheme: "subject" | "nature";
                                broader?: string;
                                /** @default [] */
                                altLabels: string[];
                                /** @default [] */
                                hiddenLabels: string[];
                                confidentiality?: 0 | 1 | 2 | 3 | 4;
                                compartment?: string;
                                /** @default false */
                                retired: boolean;
                                replacedBy?: string;
                            }[];
                            unscanned: {
                                code: string;
                                label: string;
                                /** @default false */
                                opened: boolean;
                                confidentiality: 0 | 1 | 2 | 3 | 4;
                                delay: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "days" | "workingDays" | "months";
                                };
                                handOver: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "hours" | "rounds" | "days" | "workingDays" | "months";
                                };
                                /** @default [] */
                                asks: ("addressee" | "reference" | "amount" | "time" | "deadline")[];
                                service?: string;
                                /** @default true */
                                slip: boolean;
                                /** @default false */
                                commission: boolean;
                                /** @default false */
                                toReturn: boolean;
                                scheduleRow?: string;
                            }[];
                            /** @default [] */
                            registers: {
                                code: string;
                                label: string;
                                pattern: string;
                                kinds: ("incoming" | "outgoing" | "note" | "signature" | "call")[];
                                /** @default false */
                                perService: boolean;
                                /** @default true */
                                yearly: boolean;
                                /** @default 1 */
                                start: number;
                            }[];
                            /** @default [] */
                            sites: {
                                code: string;
                                label: string;
                                /** @default [] */
                                address: string[];
                                phone?: string;
                                /** @default [] */
                                hours: {
                                    day: number;
                                    opens: string;
                                    closes: string;
                                }[];
                                /** @default false */
                                mailRoom: boolean;
                                /** @default false */
                                centralReads: boolean;
                            }[];
                            endorsement: {
                                code: string;
                                label: string;
                                scanner?: string;
                                pattern: string;
                                places: ("top" | "bottom" | "left" | "right" | "code")[];
                                /** @default true */
                                enabled: boolean;
                            }[];
                            /**
                             * @default {
                             *       "fields": [],
                             *       "forms": []
                             *     }
                             */
                            forms: {
                                /** @default [] */
                                fields: {
                                    key: string;
                                    /** @enum {string} */
                                    type: "text" | "longText" | "number" | "date" | "yesNo" | "list" | "multiList" | "correspondent";
                                    label: {
                                        fr: string;
                                        en?: string;
                                    };
                                    help?: {
                                        fr: string;
                                        en?: string;
                                    };
                                    /** @default [] */
                                    choices: {
                                        code: string;
                                        label: {
                                            fr: string;
                                            en?: string;
                                        };
                                        retired?: boolean;
                                    }[];
                                    terms?: string;
                                    max?: number;
                                    min?: number;
                                    retired?: boolean;
                                }[];
                                /** @default [] */
                                forms: {
                                    /** @enum {string} */
                                    kind: "incoming" | "outgoing" | "note" | "signature" | "call";
                                    type?: string;
                                    sections: {
                                        label?: {
                                            fr: string;
                                            en?: string;
                                        };
                                        fields: {
                                            field: string;
                                            /** @default false */
                                            required: boolean;
                                            /** @default false */
                                            hidden: boolean;
                                            default?: string;
                                            help?: {
                                                fr: string;
                                                en?: string;
                                            };
                                            /** @default [] */
                                            showWhen: {
                                                field: string;
                                                /** @enum {string} */
                                                operator: "is" | "isNot" | "contains" | "empty" | "filled";
                                                value?: string;
                                            }[];
                                            /** @default [] */
                                            requireWhen: {
                                                field: string;
                                                /** @enum {string} */
                                                operator: "is" | "isNot" | "contains" | "empty" | "filled";
                                                value?: string;
                                            }[];
                                        }[];
                                    }[];
                                }[];
                            };
                            /** @default [] */
                            scanners: {
                                code: string;
                                label: string;
                                /** @default true */
                                enabled: boolean;
                                site?: string;
                                folder: string;
                                /** @default 2000 */
                                settleMs: number;
                                /** @default 0 */
                                batchGapS: number;
                                dpi?: number;
                                /** @enum {string} */
                                colour?: "bw" | "gray" | "colour";
                                /**
                                 * @default simplex
                                 * @enum {string}
                                 */
                                mode: "simplex" | "duplex" | "frontsThenBacks";
                                /**
                                 * @default post
                                 * @enum {string}
                                 */
                                channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                                /**
                                 * @default automatic
                                 * @enum {string}
                                 */
                                release: "automatic" | "checked";
                                /** @default false */
                                announced: boolean;
                                /**
                                 * @default normal
                                 * @enum {string}
                                 */
                                lane: "counter" | "normal" | "backlog";
                                service?: string;
                                subFolders?: {
                                    folder: string;
                                    service: string;
                                }[];
                                names?: string;
                                sidecar?: {
                                    /** @enum {string} */
                                    format: "xml" | "csv" | "json";
                                    name: string;
                                    /** @default false */
                                    required: boolean;
                                    /** @default 120 */
                                    waitS: number;
                                    /**
                                     * @default utf-8
                                     * @enum {string}
                                     */
                                    encoding: "utf-8" | "windows-1252" | "iso-8859-15" | "utf-16le" | "utf-16be";
                                    /**
                                     * @default ;
                                     * @enum {string}
                                     */
                                    delimiter: ";" | "," | "\t" | "|";
                                    /**
                                     * @default iso
                                     * @enum {string}
                                     */
                                    dates: "iso" | "dmy" | "ymd" | "mdy";
                                    /** @default {} */
                                    fields: {
                                        [key: string]: string;
                                    };
                                    rows?: string;
                                    /** @default {} */
                                    rowFields: {
                                        [key: string]: string;
                                    };
                                };
                            }[];
                        };
                        versions: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settingVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published versions of a kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SettingVersion"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSetting"];
            };
        };
        responses: {
            /** @description Publish a new version of a kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingVersion"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    affairs: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                q?: string;
                state?: "open" | "closed";
                service?: string;
                mine?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Affairs that you may see, newest first; found by number or words of the title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AffairLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAffair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAffair"];
            };
        };
        responses: {
            /** @description Open an affair: it has its number */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affair"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    affair: {
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
            /** @description An affair */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affair"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAffair: {
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
                "application/json": components["schemas"]["ChangeAffair"];
            };
        };
        responses: {
            /** @description Correct an affair */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affair"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeAffair: {
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
                "application/json": components["schemas"]["CloseAffair"];
            };
        };
        responses: {
            /** @description Close it: nothing is put in any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affair"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenAffair: {
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
                "application/json": components["schemas"]["ReopenAffair"];
            };
        };
        responses: {
            /** @description Reopen, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affair"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteAffair: {
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
                "application/json": components["schemas"]["AffairNote"];
            };
        };
        responses: {
            /** @description Leave a note of how it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Affair"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    affairMails: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its mails, newest first; a masked line for those that you may know of and not open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    affairJournal: {
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
            /** @description Its history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileMail: {
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
                "application/json": components["schemas"]["FileMail"];
            };
        };
        responses: {
            /** @description Put the mail into an affair, or take it out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    thread: {
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
            /** @description The mails that it is tied to, one after the other, of those that you may know of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ThreadStep"][];
                        /** @description There are more than are shown */
                        more: boolean;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkMail: {
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
                "application/json": components["schemas"]["LinkMail"];
            };
        };
        responses: {
            /** @description Link it to another mail that you may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a link away */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicates: {
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
            /** @description Mails that may be the same one, of those that you may read, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PossibleDuplicate"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideDuplicate: {
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
                "application/json": components["schemas"]["DecideDuplicate"];
            };
        };
        responses: {
            /** @description It is a duplicate of the other and makes no work of its own, or it is not and is not proposed again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Two mails side by side */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateComparison"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoDuplicate"];
            };
        };
        responses: {
            /** @description Take back what was decided of two mails: one that had ended as a duplicate goes on where it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewBeneficiaryMerge: {
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
            /** @description What two beneficiaries would be together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: components["schemas"]["Beneficiary"];
                        merged: components["schemas"]["Beneficiary"];
                        result: components["schemas"]["Beneficiary"];
                        revision: number;
                        otherRevision: number;
                        /** @description Those that you may read */
                        documents: {
                            kept: number;
                            merged: number;
                        };
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeBeneficiaries: {
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
                "application/json": components["schemas"]["MergeBeneficiaries"];
            };
        };
        responses: {
            /** @description Join another one with it; can be taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beneficiary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beneficiaryMerges: {
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
            /** @description Who was joined with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            beneficiary: components["schemas"]["Beneficiary"];
                            by: string;
                            /**
                             * Format: date-time
                             * @description UTC instant, ISO 8601
                             */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoBeneficiaryMerge: {
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
            /** @description Take a join back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beneficiary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    naturesCrossed: {
        parameters: {
            query?: {
                q?: string;
                nature?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many documents that you may read are of which nature for which beneficiary: those with the most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        natures: {
                            code: string;
                            label: string;
                        }[];
                        rows: {
                            beneficiary: components["schemas"]["Beneficiary"];
                            documents: number;
                            by: {
                                [key: string]: number;
                            };
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batches: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "received" | "separated" | "read" | "toCheck" | "released" | "rejected" | "quarantined";
                scanner?: string;
                operator?: string;
                site?: string;
                open?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Batches, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScanBatch"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    announceBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceBatch"];
            };
        };
        responses: {
            /** @description Announce a batch: how many envelopes or pages will come, and from which scanner */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanBatch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctAnnounced: {
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
                "application/json": components["schemas"]["CorrectAnnounced"];
            };
        };
        responses: {
            /** @description Correct what was announced, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanBatch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk: {
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
            /** @description A batch at the page desk: its pages, and how they fall into envelopes and documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDesk: {
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
                "application/json": components["schemas"]["DeskChanges"];
            };
        };
        responses: {
            /** @description Split, join, move, turn, put aside, describe; all of the changes or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskState"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoDesk: {
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
                "application/json": components["schemas"]["BatchRevision"];
            };
        };
        responses: {
            /** @description Undo the last changes at the desk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskState"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redoDesk: {
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
                "application/json": components["schemas"]["BatchRevision"];
            };
        };
        responses: {
            /** @description Do again what was undone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskState"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseBatch: {
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
                "application/json": components["schemas"]["BatchRevision"];
            };
        };
        responses: {
            /** @description Make the mails of its envelopes; only when counters agree and no file is in quarantine. Again after changes at the desk: mails that wait to be qualified become what the desk says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanBatch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectBatch: {
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
                "application/json": components["schemas"]["RejectBatch"];
            };
        };
        responses: {
            /** @description To be scanned again, and why; its bytes are kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanBatch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeBatch: {
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
                "application/json": components["schemas"]["BatchRevision"];
            };
        };
        responses: {
            /** @description Take a rejected batch back: it is to be checked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanBatch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchFileContent: {
        parameters: {
            query?: {
                form?: "original" | "searchable";
            };
            header?: never;
            path: {
                id: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file of the batch as it was scanned, or its searchable PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openDesk: {
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
            /** @description The page desk of a mail that waits to be qualified, whatever door it came by */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        batch: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pageImage: {
        parameters: {
            query?: {
                width?: number;
            };
            header?: never;
            path: {
                id: string;
                file: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page as an image, as it lies in its file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beneficiaries: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Beneficiaries that you may know of, by the beginnings of their names in any order, their file number or day of birth */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Beneficiary"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBeneficiary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddBeneficiary"];
            };
        };
        responses: {
            /** @description Add a beneficiary */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beneficiary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alikeBeneficiaries: {
        parameters: {
            query: {
                name: string;
                firstName?: string;
                birthDate?: string;
                fileNumber?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Known beneficiaries who may be the one that is about to be added, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BeneficiaryHit"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beneficiaryGuards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who may guard the file of a beneficiary that you add */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BeneficiaryGuard"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unidentified: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents for somebody whom nobody has recognised, oldest first, for the mail room and secretaries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Unidentified"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Identify"];
            };
        };
        responses: {
            /** @description These documents are for these people, or for nobody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        identified: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beneficiary: {
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
            /** @description A beneficiary, and of the documents that you may read how many are of which nature */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeneficiaryFile"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBeneficiary: {
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
                "application/json": components["schemas"]["ChangeBeneficiary"];
            };
        };
        responses: {
            /** @description Correct what names a beneficiary, or who guards the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beneficiary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    filedDocuments: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                nature?: string;
                beneficiary?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents that you may read, of a nature (and those under it) or of a beneficiary or both, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FiledDocument"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describe: {
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
                "application/json": components["schemas"]["Describe"];
            };
        };
        responses: {
            /** @description Say what its documents are and for whom */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    termUse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many documents bear each nature, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TermUse"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaigns: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "draft" | "analysed" | "freezing" | "frozen" | "validated" | "approved" | "submitted" | "refused" | "cooling" | "executing" | "stopped" | "executed" | "closed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Campaigns that you may see, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCampaign"];
            };
        };
        responses: {
            /** @description Begin a campaign: it has its number */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignBounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a new campaign may ask for: bounds of the authority, services and rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        today: string;
                        maxItems: number;
                        maxShare: number;
                        maxErrors: number;
                        coolingDays: number;
                        services: {
                            code: string;
                            label: string;
                        }[];
                        rows: {
                            code: string;
                            label: string;
                            years: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignArchivists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archivists to whom a campaign can be sent: those who have signed in once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            displayName: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaign: {
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
            /** @description A campaign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCampaign: {
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
                "application/json": components["schemas"]["ChangeCampaign"];
            };
        };
        responses: {
            /** @description Change what it is about; it is to be analysed again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analyseCampaign: {
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
                "application/json": components["schemas"]["CampaignStep"];
            };
        };
        responses: {
            /** @description Judge each mail that fell due, anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignCounts: {
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
            /** @description What the analysis found, by verdict and cause */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignCount"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignItems: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                verdict?: "keep" | "destroy" | "conflict";
                cause?: "takenOut" | "visaRefused" | "eliminated" | "noRow" | "notAgreed" | "fate" | "open" | "affairOpen" | "noTrigger" | "notDue" | "held" | "personalRequest" | "linkedOpen" | "notDeclared" | "otherCampaign" | "belowMinimum" | "rowChanged" | "rowDrift" | "heldInAlfresco" | "alertOpen" | "goneFromAlfresco" | "unreadable" | "recordChanged" | "datesDiffer" | "contentAltered" | "contentShared";
                service?: string;
                row?: string;
                year?: number;
                line?: number;
                listed?: string;
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its mails by number, never by what they say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignItem"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignLines: {
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
            /** @description Lines of its bordereau; a head sees those of their service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EliminationLine"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freezeCampaign: {
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
                "application/json": components["schemas"]["CampaignStep"];
            };
        };
        responses: {
            /** @description Freeze the list: every file is read back from Alfresco and its digest computed again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeOutItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "mail" | "register";
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOut"];
            };
        };
        responses: {
            /** @description Take a mail out of the frozen list, and why; the list is frozen anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateCampaign: {
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
                "application/json": components["schemas"]["ValidateCampaign"];
            };
        };
        responses: {
            /** @description Validate the list, with its numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveCampaign: {
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
                "application/json": components["schemas"]["ApproveCampaign"];
            };
        };
        responses: {
            /** @description Approve it, as another person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignSignatories: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People who can be named to sign for a producing service, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            displayName: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameSignatory: {
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
                "application/json": components["schemas"]["NameSignatory"];
            };
        };
        responses: {
            /** @description Name who signs for a producing service whose head cannot, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signCampaign: {
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
                "application/json": components["schemas"]["SignCampaign"];
            };
        };
        responses: {
            /** @description Sign the lines of a service: as its head, by delegation of its head, as head of the service above, or as who was named */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitCampaign: {
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
                "application/json": components["schemas"]["SubmitCampaign"];
            };
        };
        responses: {
            /** @description Send it to archivists of the State’s control */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelCampaign: {
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
                "application/json": components["schemas"]["CancelCampaign"];
            };
        };
        responses: {
            /** @description Cancel it, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignBordereau: {
        parameters: {
            query?: {
                form?: "pdf" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bordereau as it stands, not yet kept; a head has the lines of their service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file of it: bordereau, manifest… */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignJournal: {
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
            /** @description Its history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clocks: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                until?: string;
                kind?: "treatment" | "registrationReceipt" | "receipt" | "announcement" | "silenceAccepts" | "silenceRefuses" | "documentAccess" | "appeal" | "personalData" | "opinion";
                service?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Clocks of the law that nothing has met yet, of mails of my services, the next to end first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClockLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPieces: {
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
                "application/json": components["schemas"]["AskPieces"];
            };
        };
        responses: {
            /** @description Ask for missing pieces, until a day, with a letter if wanted (CRPA L114-5) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receivePieces: {
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
                "application/json": components["schemas"]["ReceivePieces"];
            };
        };
        responses: {
            /** @description All pieces that were asked for are there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledge: {
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
                "application/json": components["schemas"]["Acknowledge"];
            };
        };
        responses: {
            /** @description Acknowledge: with a letter, or as sent by other means (CRPA L112-3, L112-11) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attest: {
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
                "application/json": components["schemas"]["Attest"];
            };
        };
        responses: {
            /** @description Attest that silence was an acceptance, as its author asks (CRPA L232-3) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extend: {
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
                "application/json": components["schemas"]["Extend"];
            };
        };
        responses: {
            /** @description Put off the end of a clock that allows it, and tell its author why (RGPD art. 12.3) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dispatch: {
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
                "application/json": components["schemas"]["Dispatch"];
            };
        };
        responses: {
            /** @description Send a letter by e-mail again, to another address if need be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transmit: {
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
                "application/json": components["schemas"]["Transmit"];
            };
        };
        responses: {
            /** @description Send it on to the competent authority, and close it (CRPA L114-2) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prioritise: {
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
                "application/json": components["schemas"]["Prioritise"];
            };
        };
        responses: {
            /** @description Say how urgent it is; its due day follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correspondents: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Correspondents by beginnings of words in any order, by sound, SIRET or reference */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CorrespondentFound"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCorrespondent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrespondentBody"];
            };
        };
        responses: {
            /** @description Add a correspondent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correspondentPairs: {
        parameters: {
            query?: {
                of?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Correspondents that may be the same, surest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CorrespondentPair"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissPair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissPair"];
            };
        };
        responses: {
            /** @description They are two: not proposed again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incompleteCorrespondents: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Correspondents of recent mail whose cards lack something, those with most mail first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IncompleteCorrespondent"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCorrespondents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCorrespondents"];
            };
        };
        responses: {
            /** @description Take over correspondents from CSV or vCard; first as a dry run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentImport"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correspondent: {
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
            /** @description All that is known of a correspondent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCorrespondent: {
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
                "application/json": components["schemas"]["ChangeCorrespondent"];
            };
        };
        responses: {
            /** @description Correct what is known; mails keep what was known on their day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exchanges: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                category?: "incoming" | "outgoing" | "internal";
                channel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All mails with a correspondent that you may open, in every channel and both ways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPosition: {
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
                "application/json": components["schemas"]["AddPosition"];
            };
        };
        responses: {
            /** @description A position that a person holds at an organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endPosition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                position: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndPosition"];
            };
        };
        responses: {
            /** @description The day until which it was held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMerge: {
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
            /** @description What two correspondents would be together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: components["schemas"]["CorrespondentCard"];
                        merged: components["schemas"]["CorrespondentCard"];
                        result: {
                            /** @enum {string} */
                            kind: "individual" | "company" | "association" | "administration" | "elected" | "internal";
                            /** @description Of a person the family name */
                            name: string;
                            givenName?: string;
                            siret?: string;
                            /**
                             * @description The first is the one that is written to
                             * @default []
                             */
                            addresses: components["schemas"]["PostalAddress"][];
                            /** @default [] */
                            emails: string[];
                            /** @default [] */
                            phones: string[];
                            /** @enum {string} */
                            preferredChannel?: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                            /** @description Agreed to be written to by e-mail: since when, and how that is known */
                            emailConsent?: {
                                /**
                                 * Format: date
                                 * @description Day YYYY-MM-DD in the authority's time zone
                                 */
                                on: string;
                                how: string;
                            };
                            /**
                             * @description Channels by which it agreed to be reached: since when, and how that is known; the one for e-mail stands in `emailConsent` too
                             * @default []
                             */
                            consents: {
                                /** @enum {string} */
                                channel: "post" | "registered" | "registered_ar" | "email" | "form" | "counter" | "interview" | "phone" | "courier" | "fax" | "portal" | "internal" | "m2m";
                                /**
                                 * Format: date
                                 * @description Day YYYY-MM-DD in the authority's time zone
                                 */
                                on: string;
                                how: string;
                            }[];
                            note?: string;
                        };
                        /** @description Those that you may open */
                        mails: {
                            kept: number;
                            merged: number;
                        };
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeCorrespondents: {
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
                "application/json": components["schemas"]["MergeCorrespondents"];
            };
        };
        responses: {
            /** @description Join another one with it; can be taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoMerge: {
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
            /** @description Take a merge back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitCorrespondent: {
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
                "application/json": components["schemas"]["SplitCorrespondent"];
            };
        };
        responses: {
            /** @description Part it in two: these mails, positions and addresses are of another; can be taken back */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoSplit: {
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
            /** @description Take a split back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrespondentCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeAddress: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Addresses that begin like this, by the service that is configured */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        available: boolean;
                        items: {
                            readonly lines: string[];
                            postcode?: string;
                            city?: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delegations: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                of?: "mine" | "service" | "all";
                state?: "current" | "over" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delegations, newest first: mine, those of people of my services (heads and secretaries), or all (administrators) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delegation"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDelegation"];
            };
        };
        responses: {
            /** @description Name delegates: for oneself, or as secretary, head or administrator for somebody */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delegators: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For whom I may name delegates: myself, people of the services whose head or secretary I am, or all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            displayName: string;
                            services: string[];
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delegateCandidates: {
        parameters: {
            query?: {
                delegator?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who could replace somebody: people who can open mail of theirs, and whether they can open all of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            displayName: string;
                            opensAll: boolean;
                        }[];
                        /** @description Services whose mail you may delegate in their name */
                        services: {
                            code: string;
                            label: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDelegation"];
            };
        };
        responses: {
            /** @description What stands against a delegation, or is good to know before it is made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: components["schemas"]["DelegationFinding"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endDelegation: {
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
            /** @description End it now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actContent: {
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
            /** @description Its signed act */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachAct: {
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
                "application/json": components["schemas"]["DelegationAct"];
            };
        };
        responses: {
            /** @description Keep its signed act, in Alfresco */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignExecution: {
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
            /** @description How far it is carried out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignExecution"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignOutcomes: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "listed" | "refused" | "pending" | "executing" | "destroyed" | "kept" | "failed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of each thing of its list, by its place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignOutcome"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignItemSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "mail" | "register";
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was done to a thing of the list, step by step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignItemStep"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startCampaign: {
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
                "application/json": components["schemas"]["StartCampaign"];
            };
        };
        responses: {
            /** @description Begin to destroy, once the days of reflection are over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignExecution"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopCampaign: {
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
                "application/json": components["schemas"]["HaltCampaign"];
            };
        };
        responses: {
            /** @description Stop after what is in hand, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignExecution"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeCampaign: {
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
                "application/json": components["schemas"]["HaltCampaign"];
            };
        };
        responses: {
            /** @description Go on, and why that is right */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignExecution"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    certifyCampaign: {
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
                "application/json": components["schemas"]["StartCampaign"];
            };
        };
        responses: {
            /** @description Make the certificate of destruction, signed where a key is configured */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignExecution"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eliminations: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                number?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was eliminated, the last first; or by the beginning of its number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Elimination"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unverifiedEliminations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of the ledger of eliminations whose campaign no backup has, by campaign and list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnverifiedEliminations"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elimination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "mail" | "register";
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What remains of what was eliminated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EliminatedThing"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forecasts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What each of my services may expect, the one with most mails at risk first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ServiceForecast"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailsAtRisk: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mails of a service that will probably be late, by due day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            mail: components["schemas"]["MailLine"];
                            forecast: components["schemas"]["MailForecast"];
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitments: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                service?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How promises were kept, by month, service and channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CommitmentResult"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitmentsFile: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                service?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliveries: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                service?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both legs of the way in the house, by day and service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliveriesFile: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                service?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewCalendar"];
            };
        };
        responses: {
            /** @description How many due days another calendar would move, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPreview"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerEntry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Entry"];
            };
        };
        responses: {
            /** @description Register a mail of any kind through its form: numbered and distributed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entered"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeFields: {
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
                "application/json": components["schemas"]["ChangeFields"];
            };
        };
        responses: {
            /** @description Change values of custom fields */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fieldProperties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Custom fields and whether Alfresco has their properties, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FieldProperty"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holds: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "active" | "review" | "failing" | "released";
                kind?: "litigation" | "restriction" | "research" | "other";
                scope?: "mails" | "affair" | "correspondent" | "beneficiary" | "row";
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Holds that you may see, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Hold"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeHold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceHold"];
            };
        };
        responses: {
            /** @description Place a hold, with its reason and the day of its review */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many are active, to be reviewed, in trouble with Alfresco; and how many mails people hold in Alfresco itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: number;
                        review: number;
                        failing: number;
                        inAlfresco: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heldInAlfresco: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mails with documents that people hold in Alfresco itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HeldMail"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewHold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewHold"];
            };
        };
        responses: {
            /** @description How many mails a hold would take, and which kinds you may place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldPreview"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hold: {
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
            /** @description A hold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdMails: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                which?: "all" | "undone" | "failing";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its mails by number; what they say only for those who may open them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HeldMail"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendHold: {
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
                "application/json": components["schemas"]["ExtendHold"];
            };
        };
        responses: {
            /** @description Add mails to a hold on mails */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdJournal: {
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
            /** @description Its history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewHold: {
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
                "application/json": components["schemas"]["ReviewHold"];
            };
        };
        responses: {
            /** @description Review it: maintained until another day, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropFromHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                mail: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropFromHold"];
            };
        };
        responses: {
            /** @description Take a mail out of a hold on mails, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseHold: {
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
                "application/json": components["schemas"]["ReleaseHold"];
            };
        };
        responses: {
            /** @description Release it, and why: what no other hold holds is free */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryHold: {
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
            /** @description Try again now where Alfresco refused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allowProcessing: {
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
                "application/json": components["schemas"]["AllowProcessing"];
            };
        };
        responses: {
            /** @description Let a mail whose processing is limited (RGPD art. 18) be processed until a day, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Day YYYY-MM-DD in the authority's time zone
                         */
                        until: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quarantineReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many files are in quarantine, by reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonCounts"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeveralFiles"];
            };
        };
        responses: {
            /** @description Read several files again; each has its own outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EachOutcome"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardSeveral"];
            };
        };
        responses: {
            /** @description Put several files aside for good, with a reason; each has its own outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EachOutcome"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaving: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "soon" | "later" | "held" | "staying" | "left";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bytes of batches and of discarded files: those that leave soon, later, are held, stay, or have left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeavingLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leavingCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many there are of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavingCounts"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdFile: {
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
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Keep its bytes beyond their days, because … */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavingLine"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseFile: {
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
            /** @description Let it go when its days are over: for who holds it, and administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavingLine"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notices: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I was told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        next?: string;
                        /** @description How many I have not read */
                        unread: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotice: {
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
            /** @description Mark as read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotices"];
            };
        };
        responses: {
            /** @description Mark as read all up to one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many I have not read */
                        unread: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noticePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How I want to be told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNoticePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeNoticePreferences"];
            };
        };
        responses: {
            /** @description Say how I want to be told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What my open page should ask for again, as server-sent events: mails, notices, trays. Resumes after Last-Event-ID; ends with `bye` and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unscanned: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "waiting" | "handedOver" | "toReturn";
                service?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mails without a scan: still to be handed over (the most urgent first), handed over (newest first), or to be returned to the sender (oldest first) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnscannedLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerUnscanned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterUnscanned"];
            };
        };
        responses: {
            /** @description Register a mail from its envelope, without a scan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnscannedLine"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inHand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many are still to be handed over, by service, and how many are overdue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InHand"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findUnscanned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberOnPaper"];
            };
        };
        responses: {
            /** @description A mail without a scan by the number on its slip */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnscannedLine"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unscannedMonths: {
        parameters: {
            query?: {
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Share of each kind in all that came in, by month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnscannedMonth"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unscannedMonthsFile: {
        parameters: {
            query?: {
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printSlips: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintSlips"];
            };
        };
        responses: {
            /** @description Slips that go with the envelopes, as a PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rounds: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was handed over at once, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Round"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description Hand over mails against the signature of who receives them */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Round"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Receive"];
            };
        };
        responses: {
            /** @description I have received these mails */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Round"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roundSignature: {
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
            /** @description The signature, as a PNG */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unseal: {
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
                "application/json": components["schemas"]["Unseal"];
            };
        };
        responses: {
            /** @description Note that a commission opened a sealed bid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnOriginal: {
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
                "application/json": components["schemas"]["ReturnOriginal"];
            };
        };
        responses: {
            /** @description Note that an original went back to its sender */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endorse: {
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
                "application/json": components["schemas"]["Endorse"];
            };
        };
        responses: {
            /** @description Keep the number that the scanner printed or the label carries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    boxes: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Boxes, newest first; by the code of a box, or a number of a mail that is in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Box"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openBox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenBox"];
            };
        };
        responses: {
            /** @description Open a box */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Box"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    box: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A box and what is in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        box: components["schemas"]["Box"];
                        items: components["schemas"]["Boxed"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putInBox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberOnPaper"];
            };
        };
        responses: {
            /** @description Put a mail in, by its number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        box: components["schemas"]["Box"];
                        mail: components["schemas"]["Boxed"];
                        /** @description Box that it was in before */
                        from?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeOutOfBox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a mail out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Box"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBox"];
            };
        };
        responses: {
            /** @description Tell where it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Box"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeBox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Close it: nothing more goes in or out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Box"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    boxLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its label, as a PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    boxList: {
        parameters: {
            query?: {
                form?: "pdf" | "csv";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List of what is in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    documentReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a document was read, page by page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReading"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Without it: the usual one, and others where its words speak for them */
                    language?: string;
                    /**
                     * @description The scan is dark, pale or unevenly lit
                     * @default false
                     */
                    uneven?: boolean;
                };
            };
        };
        responses: {
            /** @description Have it read again; what was confirmed stays */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReading"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readingLanes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits to be read, lane by lane */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReadingLane"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retentionSummary: {
        parameters: {
            query?: {
                service?: string;
                row?: string;
                fate?: "D" | "C" | "T";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many mails fall due in which year under which row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FallsDueSummary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retentionFile: {
        parameters: {
            query?: {
                service?: string;
                row?: string;
                fate?: "D" | "C" | "T";
                until?: string;
                year?: number;
                state?: "due" | "coming" | "withoutTrigger" | "conflict" | "failure";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What falls due, as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailRecord: {
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
            /** @description How a mail is kept, and how far it is on its way into the archives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailRecord"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleRecord: {
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
                "application/json": components["schemas"]["SettleRecord"];
            };
        };
        responses: {
            /** @description Have a record compared, or tried, again, and why; nothing else */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailRecord"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    affairRetention: {
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
            /** @description How the pieces of an affair are kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffairRetention"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAffairRetention: {
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
                "application/json": components["schemas"]["SetAffairRetention"];
            };
        };
        responses: {
            /** @description Keep its pieces under a row of its own, from a day of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffairRetention"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The register of processings as it is now, with what it lacks, for the DPO, the archives and the administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Processings"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processingExports: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its exports, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProcessingExport"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportProcessings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export it as it is now: dated, numbered, kept and journaled */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessingExport"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processingExportFile: {
        parameters: {
            query?: {
                form?: "pdf" | "csv";
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An export as it was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processingExportChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an export tells otherwise than the one before it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessingChanges"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    purges: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                done?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Campaigns of elimination that are to come and that were, with who took note, for the DPO, the archives and approvers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Purge"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    purgeForecast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What falls due for elimination in twelve months, by service: all for the DPO and the archives, their own for heads */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeForecast"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    purgeWarnings: {
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
            /** @description Who was told of a campaign before its purge, and took note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeWarnings"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgePurge: {
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
            /** @description I have taken note: as head of a service, or DPO */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeWarnings"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personalTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Terms of personal data by year, and the campaigns that propose what reached its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalTerms"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far the journal is sealed, and when it was last verified */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seals: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seals of the journal, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalSeal"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sealFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A seal with its timestamp, as it lies in the folder of seals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifySeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hold the journal to a seal: its entries and its timestamp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: components["schemas"]["SealFinding"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    counters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Registers with their next numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Counter"][];
                        closesAt?: string;
                        /** @description Whether days are signed */
                        sealed: boolean;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dayRegisters: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Daily registers that are closed, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DayRegister"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openRegister: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was numbered since the last daily register was closed: the latest numbers of each register first, after what became of earlier ones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RegisterLine"][];
                        next?: string;
                        /** @description Lines of all pages */
                        total: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dayRegisterFile: {
        parameters: {
            query?: {
                form?: "pdf" | "csv";
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A daily register as it was closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gaps: {
        parameters: {
            query: {
                register?: string;
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers that are missing, voided, reserved and not used, or out of order; at most a year, and the first thousand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Gap"][];
                        more: boolean;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gapsFile: {
        parameters: {
            query: {
                register?: string;
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reservations: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers that were reserved for a day without server, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reservation"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reserve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reserve"];
            };
        };
        responses: {
            /** @description Reserve the next numbers of a register: nobody else is given them */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reservation: components["schemas"]["Reservation"];
                        numbers: components["schemas"]["ReservedNumber"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reservation: {
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
            /** @description A reservation and what became of its numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reservation: components["schemas"]["Reservation"];
                        numbers: components["schemas"]["ReservedNumber"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reservationSheets: {
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
            /** @description Sheets to fill in by hand, a number and its codes each, as a PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description Enter the mail that a reserved number was given to by hand */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        mailId: string;
                        chrono: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    voidNumbers: {
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
                "application/json": components["schemas"]["VoidNumbers"];
            };
        };
        responses: {
            /** @description Void reserved numbers that nothing was given; they keep their place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reservation: components["schemas"]["Reservation"];
                        numbers: components["schemas"]["ReservedNumber"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryRules"];
            };
        };
        responses: {
            /** @description Ask rules of one mail, criterion by criterion; nothing is changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedRules"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulations: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Runs of rules on past mail, newest first, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RuleSimulation"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Simulate"];
            };
        };
        responses: {
            /** @description Run rules on past mail, in the background; no mail is changed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSimulation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a run is, and who would have received what */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSimulationWhole"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulationChanges: {
        parameters: {
            query?: {
                limit?: number;
                after?: number;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                simulation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mails that would go elsewhere, with both reasons where you may open them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RuleSimulationChange"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop a run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSimulation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSimulation"];
            };
        };
        responses: {
            /** @description Publish the rules that were run; refused where settings have moved on since */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingVersion"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleReturns: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What each rule sent, what came back as "not mine", and where that went instead */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RuleReturns"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleCorrections: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Corrections that what came back speaks for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RuleCorrection"][];
                        /** @enum {string} */
                        none?: "tooFew" | "nothingInCommon";
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    serviceLoads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open and late mail of each service, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ServiceLoad"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scanners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Scanners, how their folders are, and the batch that each one fills; for mail rooms and administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScannerState"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeScannerFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make the folder of a scanner, for administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannerState"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trySidecar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrySidecar"];
            };
        };
        responses: {
            /** @description What a mapping reads in a sidecar file; nothing is kept. For administrators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SidecarFacts"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scanDay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was scanned today, by operator and scanner, for mail rooms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanDay"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchScan: {
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
            /** @description How a batch was scanned, and what is to be known of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchScan"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endBatch: {
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
                "application/json": components["schemas"]["BatchRevision"];
            };
        };
        responses: {
            /** @description All of it has been scanned: what its scanner brings from now on is another batch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanBatch"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sidecarContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sidecar: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sidecar file as it came, to be saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions of the retention schedule, and what you may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleOverview"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleVersion: {
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
            /** @description A version with its rows, and what is wrong with them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleContent"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSchedule: {
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
                "application/json": components["schemas"]["ChangeSchedule"];
            };
        };
        responses: {
            /** @description Change rows of a draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleContent"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftSchedule"];
            };
        };
        responses: {
            /** @description Begin a draft as the version in force is; one is open at a time */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleVersion"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreeSchedule: {
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
                "application/json": components["schemas"]["AgreeSchedule"];
            };
        };
        responses: {
            /** @description Record the archives’ agreement to a draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleVersion"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenSchedule: {
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
                "application/json": components["schemas"]["ScheduleRevision"];
            };
        };
        responses: {
            /** @description Back to a draft; the agreement just recorded is taken off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleVersion"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enforceSchedule: {
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
                "application/json": components["schemas"]["EnforceSchedule"];
            };
        };
        responses: {
            /** @description Bring an agreed version into force: it is published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleVersion"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardSchedule: {
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
                "application/json": components["schemas"]["ScheduleRevision"];
            };
        };
        responses: {
            /** @description Throw away a version that was never in force */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleFile: {
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
            /** @description A version as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importSchedule: {
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
                "application/json": components["schemas"]["ImportSchedule"];
            };
        };
        responses: {
            /** @description Take rows of a CSV file into a draft: all or nothing, first as a dry run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleImport"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareSchedules: {
        parameters: {
            query: {
                with: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What another version says differently: rows added, removed, changed field by field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDifference"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleSimulation: {
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
            /** @description What was counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleSimulation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulateSchedule: {
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
            /** @description Have counted what a version would change for the mail there is; nothing is changed */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleSimulation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schedulePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows in force with their categories in Governance Services, and where the two differ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePlan"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareSchedulePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compare the file plan with the schedule now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePlan"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schedulePlanSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What would be written into the file plan, for an administrator of Alfresco too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePlanSteps"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applySchedulePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Write the categories and schedules that are missing, as you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePlanSteps"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passOn: {
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
                "application/json": components["schemas"]["PassOn"];
            };
        };
        responses: {
            /** @description It came to the wrong place: to another site's mail room, with a reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What hangs on a service that is to be retired */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retirement"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireService"];
            };
        };
        responses: {
            /** @description Retire a service: it gets no more mail, and other trays take over what is open in its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        services: number;
                        rules: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortings: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sortings that you may see, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SortingLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSorting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSorting"];
            };
        };
        responses: {
            /** @description Begin a sorting: it has its number and its list */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortingBounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a new sorting may be about: agreed rows that ask for one, with what is due under them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SortingBounds"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSorting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSorting"];
            };
        };
        responses: {
            /** @description What a rule would keep, without writing anything */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SortingPreview"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sorting: {
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
            /** @description A sorting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSorting: {
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
                "application/json": components["schemas"]["ChangeSorting"];
            };
        };
        responses: {
            /** @description Another scope or rule: its list is made anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortingItems: {
        parameters: {
            query?: {
                limit?: number;
                after?: number;
                decision?: "kept" | "notKept";
                year?: number;
                changed?: string;
                failed?: string;
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its mails by number, never by what they say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SortingItem"][];
                        next?: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideSorting: {
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
                "application/json": components["schemas"]["DecideSorting"];
            };
        };
        responses: {
            /** @description Keep units or not, otherwise than the rule has it or than was proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeSorting: {
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
                "application/json": components["schemas"]["ProposeSorting"];
            };
        };
        responses: {
            /** @description Propose it to archivists of the State’s control */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreeSorting: {
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
                "application/json": components["schemas"]["AgreeSorting"];
            };
        };
        responses: {
            /** @description Agree to exactly this list, with what was changed in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordSortingAgreement: {
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
                "application/json": components["schemas"]["PaperAgreement"];
            };
        };
        responses: {
            /** @description Record an agreement that came on paper, with its file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveBackSorting: {
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
                "application/json": components["schemas"]["SortingReason"];
            };
        };
        responses: {
            /** @description Ask for another proposal, and why: it is a draft of the house again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chrono: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSorting: {
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
                "application/json": components["schemas"]["SortingReason"];
            };
        };
        responses: {
            /** @description Cancel it, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sorting"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortingSlip: {
        parameters: {
            query?: {
                form?: "pdf" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list as PDF/A or CSV (bordereau de tri) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortingAgreement: {
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
            /** @description The file of an agreement that came on paper, its digest compared before it is given out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortingJournal: {
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
            /** @description Its history, for the people of the house */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortingDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                position: number;
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document of a mail, while the archivist decides; each opening is journaled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    traySelection: {
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
            /** @description A tray's mails that you may open, to act on all of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraySelection"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pinTrays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinTrays"];
            };
        };
        responses: {
            /** @description Put trays first, in this order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        trays: string[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countFound: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    query: {
                        text?: string;
                        services?: string[];
                        states?: ("toQualify" | "registered" | "distributed" | "inProgress" | "toSend" | "sent" | "closed" | "noFollowUp" | "voided" | "eliminated")[];
                        types?: string[];
                        categories?: ("incoming" | "outgoing" | "internal")[];
                        priorities?: ("normal" | "urgent" | "veryUrgent")[];
                        assignee?: string;
                        received?: {
                            from?: string;
                            until?: string;
                            last?: number;
                            next?: number;
                        };
                        due?: {
                            from?: string;
                            until?: string;
                            last?: number;
                            next?: number;
                        };
                        /** Format: uuid */
                        affair?: string;
                        fields?: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description How many those are, up to 1000 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundMails"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedTrays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Searches kept as trays: mine, and those shared with me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedTray"][];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveTray: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveTray"];
            };
        };
        responses: {
            /** @description Keep a search as a tray */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTray"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTray: {
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
                "application/json": components["schemas"]["ChangeTray"];
            };
        };
        responses: {
            /** @description Change a tray of mine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedTray"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTray: {
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
            /** @description Remove a tray of mine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markMail: {
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
                "application/json": components["schemas"]["MarkMail"];
            };
        };
        responses: {
            /** @description Read or unread, followed or not, for me alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lockMail: {
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
                "application/json": components["schemas"]["LockMail"];
            };
        };
        responses: {
            /** @description I am working on it: others wait until I am done, or five minutes; take it over from them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlockMail: {
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
            /** @description I am not working on it any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkAction"];
            };
        };
        responses: {
            /** @description One action on many mails, each judged as if it were done alone; beyond 50, it goes on in the background */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulk: {
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
            /** @description How far it is, and what came of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoBulk: {
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
                "application/json": components["schemas"]["UndoBulk"];
            };
        };
        responses: {
            /** @description Undo all of it that is still as it left it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visas: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Campaigns of elimination that were sent to you for your visa, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VisaLine"][];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visa: {
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
            /** @description A campaign that was sent to you: its bordereau, who answers for it, what you noted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visa"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visaItems: {
        parameters: {
            query?: {
                limit?: number;
                after?: number;
            };
            header?: never;
            path: {
                id: string;
                line: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a line stands for: numbers, kinds and days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VisaItem"][];
                        next?: number;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visaDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                position: number;
                node: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document of an item, while the visa is to be given; each opening is journaled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visaFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bordereau or manifest, its digest compared before it is given out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteVisa: {
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
                "application/json": components["schemas"]["DraftVisa"];
            };
        };
        responses: {
            /** @description Note what you decide of lines; it counts once the visa is given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visa"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveVisa: {
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
                "application/json": components["schemas"]["GiveVisa"];
            };
        };
        responses: {
            /** @description Give the visa for exactly this list, as it was noted line by line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visa"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignVisa: {
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
            /** @description The visa of a campaign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignVisa"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPaperVisa: {
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
                "application/json": components["schemas"]["PaperVisa"];
            };
        };
        responses: {
            /** @description Record a visa that came on paper, with its file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignBoxes: {
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
            /** @description Boxes in which its paper lies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignBox"][];
                        /** @description Every box with paper that goes has its certificate */
                        settled: boolean;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaignBoxSheets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers of the sheets of a box that go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            chrono?: string;
                            endorsement?: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    boxSlip: {
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
            /** @description Slip for the contractor, as a PDF: the boxes whose paper may be destroyed now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    boxWithdrawals: {
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
            /** @description Sheets to be taken out of boxes that stay, as a PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordBoxes: {
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
                "application/json": components["schemas"]["RecordBoxes"];
            };
        };
        responses: {
            /** @description Record that boxes were destroyed, with the contractor’s certificate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Years of the daily register as a series of records */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterSeries"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sortRegister: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SortRegister"];
            };
        };
        responses: {
            /** @description Decide whether a year of the register that is to be sorted is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterSeries"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readersOfMail: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People who may open the mail, to mention, to give a task or to ask; they have signed in once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            displayName: string;
                            services: string[];
                            away: boolean;
                        }[];
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                note: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteText"];
            };
        };
        responses: {
            /** @description Change a note of mine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                note: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a note of mine back; its words are gone, the journal keeps that it was there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTask: {
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
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description Give a task to people who may open the mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTask"];
            };
        };
        responses: {
            /** @description Change a task, end it, or open it again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    myTasks: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "open" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My tasks and those of whom I replace, the next to fall due first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            task: components["schemas"]["Task"];
                            mail: components["schemas"]["MailLine"];
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askOpinion: {
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
                "application/json": components["schemas"]["AskOpinions"];
            };
        };
        responses: {
            /** @description Ask for opinions, one after the other or all together, each with a limit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                opinion: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveOpinion"];
            };
        };
        responses: {
            /** @description Give an opinion that was asked of me, my service, or whom I replace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawOpinion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                opinion: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description An opinion is no longer asked for, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askOpinionAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                opinion: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskAgain"];
            };
        };
        responses: {
            /** @description Ask again for an opinion that was given, withdrawn or whose limit has passed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    myOpinions: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "open" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Opinions asked of me, my services and whom I replace, the next to fall due first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            opinion: components["schemas"]["Opinion"];
                            question: string;
                            askedBy: {
                                id: string;
                                displayName: string;
                            };
                            /**
                             * Format: date
                             * @description Day YYYY-MM-DD in the authority's time zone
                             */
                            askedOn: string;
                            mail: components["schemas"]["MailLine"];
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
