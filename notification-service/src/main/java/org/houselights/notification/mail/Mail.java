package org.houselights.notification.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail and what became of it: {@code WAITING}, taken by a sender for the length of a lease, then {@code SENT},
 * {@code FAILED} or {@code OUTDATED}.
 *
 * @param dueAt when a sender may take it; once taken, when the lease ends
 * @param attempts how often a sender took it
 * @param refusals how often the mail server asked for patience
 * @param copy how many copies an operator has asked for since it was first sent
 * @param why why it waits, failed or is outdated; none while a sender tries
 */
record Mail(
        UUID id,
        MailKind kind,
        UUID subjectId,
        long revision,
        Recipient recipient,
        @Nullable UUID screeningId,
        long sequence,
        Facts facts,
        MailStatus status,
        @Nullable String subjectLine,
        @Nullable String why,
        Instant happenedAt,
        Instant writtenAt,
        @Nullable Instant usefulUntil,
        Instant dueAt,
        Instant giveUpAt,
        int attempts,
        int refusals,
        int copy,
        @Nullable Instant sentAt) {

    private static final int ID_BYTES = 20;

    /** The same for every attempt at the same copy, so that a mail sent twice after a crash is recognised as one. */
    String messageId(String domain) {
        String key = String.join("|", kind.name(), subjectId.toString(), Long.toString(revision), recipient.email());
        String name = copy == 0 ? key : key + "|" + copy;
        return "<" + HexFormat.of().formatHex(sha256(name), 0, ID_BYTES) + "@" + domain + ">";
    }

    /** Whether an operator or the host may have it sent: not while it is on its way, and not once it is no longer true. */
    boolean mayBeSentAgain() {
        return kind != MailKind.SIGN_IN_LINK
                && switch (status) {
                    case SENT, FAILED -> true;
                    case WAITING -> why != null;
                    case OUTDATED -> false;
                };
    }

    boolean isOfNoUseAt(Instant now) {
        return usefulUntil != null && now.isAfter(usefulUntil);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
