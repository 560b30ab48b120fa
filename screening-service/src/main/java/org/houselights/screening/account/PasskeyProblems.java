package org.houselights.screening.account;

import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;

/** Why a passkey is not taken. What exactly is wrong with an answer is told to nobody: they might be trying keys. */
final class PasskeyProblems {

    private PasskeyProblems() {}

    static ProblemException tooLate() {
        return Problems.unprocessable("passkey-too-late", Sentence.of("passkey.too-late"));
    }

    static ProblemException refused() {
        return Problems.unprocessable("passkey-refused", Sentence.of("passkey.refused"));
    }

    static ProblemException notMade() {
        return Problems.unprocessable("passkey-not-made", Sentence.of("passkey.not-made"));
    }

    static ProblemException known() {
        return Problems.conflict("passkey-known", Sentence.of("passkey.known"));
    }

    static ProblemException tooMany() {
        return Problems.unprocessable("too-many-passkeys", Sentence.of("passkey.too-many", Passkey.MOST));
    }
}
