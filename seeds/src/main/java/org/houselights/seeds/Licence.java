package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terms on which a film may be shown, in the words of {@code PUT /api/films/{id}}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Licence.CrowdFunded.class, name = "CROWD_FUNDED"),
    @JsonSubTypes.Type(value = Licence.FlatFee.class, name = "FLAT_FEE"),
    @JsonSubTypes.Type(value = Licence.Educational.class, name = "EDUCATIONAL")
})
public sealed interface Licence {

    UUID id();

    List<String> territories();

    @JsonIgnore
    Kind kind();

    /** All amounts that the licence names. */
    @JsonIgnore
    List<Amount> amounts();

    /** Whether it is for the venue's country and, where it names money, in its currency. */
    default boolean holdsAt(Venue venue) {
        return territories().contains(venue.country())
                && amounts().stream().allMatch(amount -> amount.currency().equals(venue.currency()));
    }

    /** Who pays for a screening. */
    enum Kind {
        CROWD_FUNDED,
        FLAT_FEE,
        EDUCATIONAL
    }

    /** The audience pays, when enough of it comes. */
    record CrowdFunded(
            UUID id,
            List<String> territories,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer leadTimeDays,
            Amount licenceMinimum,
            int shareBasisPoints,
            int hostShareBasisPoints,
            @Nullable Amount priceFloor,
            @Nullable Amount priceCeiling)
            implements Licence {

        @Override
        public Kind kind() {
            return Kind.CROWD_FUNDED;
        }

        @Override
        public List<Amount> amounts() {
            return Stream.concat(Stream.of(licenceMinimum), Stream.ofNullable(priceFloor))
                    .toList();
        }
    }

    /** The host pays, by the size of the audience. */
    record FlatFee(
            UUID id,
            List<String> territories,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer leadTimeDays,
            List<Fee> fees,
            @Nullable Amount priceFloor,
            @Nullable Amount priceCeiling)
            implements Licence {

        /** @param upTo the largest capacity that the fee is for */
        public record Fee(int upTo, Amount fee) {}

        @Override
        public Kind kind() {
            return Kind.FLAT_FEE;
        }

        @Override
        public List<Amount> amounts() {
            return fees.stream().map(Fee::fee).toList();
        }
    }

    /** An institution shows it, and nobody pays. */
    record Educational(
            UUID id,
            List<String> territories,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer leadTimeDays) implements Licence {

        @Override
        public Kind kind() {
            return Kind.EDUCATIONAL;
        }

        @Override
        public List<Amount> amounts() {
            return List.of();
        }
    }
}
