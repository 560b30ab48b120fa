package org.houselights.screening.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What its owner sees of a passkey, with days by the clock of Greenwich: where they are, nobody asked. */
record PasskeyView(
        UUID id, String name, LocalDate addedOn, @Nullable LocalDate usedOn) {

    static PasskeyView of(Passkey passkey) {
        Instant used = passkey.usedAt();
        return new PasskeyView(passkey.id(), passkey.name(), day(passkey.addedAt()), used == null ? null : day(used));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
