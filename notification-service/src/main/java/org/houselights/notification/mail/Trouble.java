package org.houselights.notification.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a mail doesn't get through, as far as its sender can do something about it. Pages put it into words. */
enum Trouble {
    /** Nobody has this address. */
    NO_SUCH_ADDRESS,
    /** The mailbox is full. */
    MAILBOX_FULL,
    /** The other side doesn't want our mail. */
    UNWANTED,
    /** The other side asks for patience. */
    BUSY,
    /** Refused for another reason. */
    REFUSED,
    /** No mail server answered. */
    NO_ANSWER,
    /** It could not be put into words: our own fault. */
    NOT_WRITTEN,
    /** It was no longer true, or no longer of use, when its turn came. */
    OUTDATED;

    /** How what is kept of a mail that couldn't be put into words begins. */
    static final String NOT_WRITTEN_WORDS = "It could not be written: ";

    /** A reply code (RFC 5321, 4.2) and the enhanced code that may follow it (RFC 3463). */
    private static final Pattern REPLY = Pattern.compile("\\b([45])(\\d\\d)[ -](?:[45]\\.(\\d{1,3})\\.(\\d{1,3})\\b)?");

    /** What keeps a mail from its reader; null if nothing does. */
    static @Nullable Trouble of(Mail mail) {
        String why = mail.why();
        if (mail.status() == MailStatus.OUTDATED) {
            return OUTDATED;
        }
        return why == null ? null : of(why);
    }

    static Trouble of(String words) {
        if (words.startsWith(NOT_WRITTEN_WORDS)) {
            return NOT_WRITTEN;
        }
        Matcher reply = REPLY.matcher(words);
        if (!reply.find()) {
            return NO_ANSWER;
        }
        boolean forGood = reply.group(1).equals("5");
        String subject = reply.group(3);
        return subject == null ? byReply(reply.group(2), forGood) : byEnhancedCode(subject, reply.group(4), forGood);
    }

    private static Trouble byReply(String code, boolean forGood) {
        return switch (code) {
            case "50", "51", "53" -> forGood ? NO_SUCH_ADDRESS : BUSY;
            case "52" -> MAILBOX_FULL;
            default -> forGood ? REFUSED : BUSY;
        };
    }

    private static Trouble byEnhancedCode(String subject, String detail, boolean forGood) {
        if (subject.equals("2") && detail.equals("2")) {
            return MAILBOX_FULL;
        }
        if (!forGood) {
            return BUSY;
        }
        return switch (subject) {
            case "1" -> NO_SUCH_ADDRESS;
            case "7" -> UNWANTED;
            default -> REFUSED;
        };
    }
}
