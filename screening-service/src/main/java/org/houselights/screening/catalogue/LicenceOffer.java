package org.houselights.screening.catalogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * Terms on which a film may be shown in public. In JSON the field {@code kind} tells which of the three it is. Each offer
 * is made in one currency, so a film that is offered in several has an offer for each.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LicenceOffer.CrowdFunded.class, name = "CROWD_FUNDED"),
    @JsonSubTypes.Type(value = LicenceOffer.FlatFee.class, name = "FLAT_FEE"),
    @JsonSubTypes.Type(value = LicenceOffer.Educational.class, name = "EDUCATIONAL")
})
@Schema(
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "CROWD_FUNDED", schema = LicenceOffer.CrowdFunded.class),
            @DiscriminatorMapping(value = "FLAT_FEE", schema = LicenceOffer.FlatFee.class),
            @DiscriminatorMapping(value = "EDUCATIONAL", schema = LicenceOffer.Educational.class)
        },
        oneOf = {LicenceOffer.CrowdFunded.class, LicenceOffer.FlatFee.class, LicenceOffer.Educational.class})
public sealed interface LicenceOffer {

    /** The largest audience of an educational showing. */
    int EDUCATIONAL_AUDIENCE = 250;

    /** Chosen by whoever writes the offer, unique within the film, and never used for other terms. */
    UUID id();

    /** The countries in which the film may be shown. */
    List<Territory> territories();

    /** The first day on which it may be shown, by the venue's calendar. */
    LocalDate from();

    /** The last such day; none means until further notice. */
    @Nullable
    LocalDate to();

    /** How many days before the show a proposal has to be made, instead of the house's usual 21. */
    @Nullable
    Integer leadTimeDays();

    /** The least that a full ticket may cost, sales tax included. */
    @Nullable
    Money priceFloor();

    /** The most that a full ticket may cost, sales tax included. */
    @Nullable
    Money priceCeiling();

    LicenceKind kind();

    /** The currency of the offer's amounts; none where it names no amount. */
    Optional<Currency> currency();

    /**
     * The audience pays: the screening takes place when enough tickets are sold to pay for it.
     *
     * @param licenceMinimum what the distributor receives at least
     * @param shareBasisPoints the distributor's share of the net takings above the licence minimum, in hundredths of a percent: 3500 is 35 %
     * @param hostShareBasisPoints what the host keeps of the net price of each ticket, in hundredths of a percent: 540 is 5.4 %
     */
    record CrowdFunded(
            @NotNull UUID id,

            @NotEmpty @Size(max = 250) List<@NotNull Territory> territories,

            @NotNull LocalDate from,
            @Nullable LocalDate to,

            @Min(0) @Max(365) @Nullable Integer leadTimeDays,

            @NotNull @Amount Money licenceMinimum,

            @Min(0) @Max(10_000) int shareBasisPoints,

            @Min(0) @Max(9_000) int hostShareBasisPoints,

            @Nullable @Amount Money priceFloor,
            @Nullable @Amount Money priceCeiling)
            implements LicenceOffer {

        @Override
        public LicenceKind kind() {
            return LicenceKind.CROWD_FUNDED;
        }

        @Override
        public Optional<Currency> currency() {
            return Optional.of(licenceMinimum.currency());
        }
    }

    /**
     * The host pays a fee by the size of the audience and keeps the takings: there is no threshold.
     *
     * @param fees at least one, from the smallest audience to the largest
     */
    record FlatFee(
            @NotNull UUID id,

            @NotEmpty @Size(max = 250) List<@NotNull Territory> territories,

            @NotNull LocalDate from,
            @Nullable LocalDate to,

            @Min(0) @Max(365) @Nullable Integer leadTimeDays,

            @NotEmpty @Size(max = 20) List<@NotNull @Valid Fee> fees,

            @Nullable @Amount Money priceFloor,
            @Nullable @Amount Money priceCeiling)
            implements LicenceOffer {

        @Override
        public LicenceKind kind() {
            return LicenceKind.FLAT_FEE;
        }

        @Override
        public Optional<Currency> currency() {
            return Optional.of(fees.getFirst().fee().currency());
        }

        /** What the host pays for a house of this size; none where the offer doesn't reach that far. */
        public Optional<Money> fee(int capacity) {
            return fees.stream()
                    .filter(band -> capacity <= band.upTo())
                    .findFirst()
                    .map(Fee::fee);
        }

        /** The largest audience that the offer has a fee for. */
        public int largestAudience() {
            return fees.getLast().upTo();
        }
    }

    /** An institution shows it to at most {@value #EDUCATIONAL_AUDIENCE} people, who pay nothing. */
    record Educational(
            @NotNull UUID id,

            @NotEmpty @Size(max = 250) List<@NotNull Territory> territories,

            @NotNull LocalDate from,
            @Nullable LocalDate to,

            @Min(0) @Max(365) @Nullable Integer leadTimeDays)
            implements LicenceOffer {

        @Override
        public LicenceKind kind() {
            return LicenceKind.EDUCATIONAL;
        }

        @Override
        public @Nullable Money priceFloor() {
            return null;
        }

        @Override
        public @Nullable Money priceCeiling() {
            return null;
        }

        @Override
        public Optional<Currency> currency() {
            return Optional.empty();
        }
    }

    /**
     * One size of audience and its fee.
     *
     * @param upTo the largest capacity that this fee is for
     */
    record Fee(
            @Min(1) @Max(5_000) int upTo, @NotNull @Amount Money fee) {}
}
