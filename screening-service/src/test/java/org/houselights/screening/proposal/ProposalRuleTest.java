package org.houselights.screening.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.screening.proposal.Drafts.aDraft;
import static org.houselights.screening.proposal.Drafts.aDraftUnder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.screening.Town;
import org.houselights.screening.catalogue.LicenceOffer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProposalRuleTest {

    static Stream<Drafts> sound() {
        return Stream.of(
                aDraft(),
                aDraftUnder(Town.flatFee()),
                aDraftUnder(Town.educational()),
                aDraft().with(proposal -> proposal.concession(1_200).payWhatYouCan(0)),
                aDraft().with(proposal -> proposal.minutes(54)),
                aDraft().with(proposal -> proposal.capacity(66)),
                aDraft().with(proposal -> proposal.capacity(120).wheelchairPlaces(0)),
                aDraft().with(proposal -> proposal.minimumTickets(66)),
                aDraft().with(proposal -> proposal.minimumTickets(100)),
                aDraft().with(proposal -> proposal.deadline("2027-02-10T19:29")),
                // 21 days and a minute ahead, on the venue's clocks.
                aDraft().with(proposal -> proposal.startsAt("2026-12-12T07:01")),
                // The later of two half past one: the first is meant, which exists.
                aDraft().with(proposal -> proposal.startsAt("2027-11-07T01:30")),
                aDraft().with(proposal -> proposal.startsAt("2028-11-19T19:30")),
                aDraftUnder(Town.educational()).with(proposal -> proposal.startsAt("2026-11-24T07:01")));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void a_sound_proposal_passes(Drafts draft) {
        assertThat(draft.broken()).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        aDraft().with(proposal -> proposal.startsAt("2027-03-14T02:30")),
                        "START_IS_ON_THE_CLOCK",
                        "Clocks in America/New_York go from 14 March 2027, 02:00 straight to 14 March 2027, 03:00. Choose a time that exists."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.startsAt("2026-12-12T07:00")),
                        "START_LEAVES_TIME",
                        "A show under this licence is proposed at least 21 days ahead. Choose a start after 12 December 2026, 07:00."),
                Arguments.of(
                        aDraftUnder(Town.educational()).with(proposal -> proposal.startsAt("2026-11-24T07:00")),
                        "START_LEAVES_TIME",
                        "A show under this licence is proposed at least 3 days ahead. Choose a start after 24 November 2026, 07:00."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.startsAt("2028-11-20T07:00:00"))
                                .at("2026-11-20T12:00:00Z"),
                        "START_IS_WITHIN_REACH",
                        "A show is proposed at most 730 days ahead. Choose a start before 19 November 2028, 07:00."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.minutes(53)),
                        "FILM_FITS",
                        "The film runs for 54 minutes. Take the auditorium for at least as long."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.deadline("2027-02-10T19:30")),
                        "DEADLINE_FITS",
                        "The deadline, 10 February 2027, 19:30, must lie between now and the show. Choose another deadline or a later show."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.deadline("2026-11-21T07:00")),
                        "DEADLINE_FITS",
                        "The deadline, 21 November 2026, 07:00, must lie between now and the show. Choose another deadline or a later show."),
                Arguments.of(
                        aDraft().with(proposal ->
                                proposal.startsAt("2027-04-10T19:30").deadline("2027-03-14T02:15")),
                        "DEADLINE_FITS",
                        "Clocks in America/New_York go from 14 March 2027, 02:00 straight to 14 March 2027, 03:00. Choose a time that exists."),
                Arguments.of(
                        aDraftUnder(Town.flatFee()).with(proposal -> proposal.deadline("2027-02-01T19:30")),
                        "DEADLINE_FITS",
                        "A screening without a threshold has no deadline. Leave it out."),
                Arguments.of(
                        aDraft().taken(),
                        "AUDITORIUM_IS_FREE",
                        "Screen 1 of Rialto is taken by another screening between 10 February 2027, 19:30 and 10 February 2027, 20:54. Choose another time or auditorium."),
                Arguments.of(
                        aDraft().in("America/Toronto", "CA", "USD"),
                        "LICENCE_COVERS_COUNTRY",
                        "The licence is not for Canada. Choose one that is, or a venue in one of its countries."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.startsAt("2029-01-01T19:30"))
                                .at("2028-06-01T12:00:00Z"),
                        "LICENCE_COVERS_DAY",
                        "The licence is for the days from 1 January 2026 to 31 December 2028. Choose one of them."),
                Arguments.of(
                        aDraftUnder(Town.flatFee()).with(proposal -> proposal.capacity(101)),
                        "LICENCE_COVERS_AUDIENCE",
                        "The licence has fees for up to 100 people. Offer no more seats than that."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.capacity(121)),
                        "HOUSE_IS_LARGE_ENOUGH",
                        "Screen 1 has 120 seats. Offer no more than that, or choose a larger auditorium."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.wheelchairPlaces(3)),
                        "WHEELCHAIR_PLACES_EXIST",
                        "Screen 1 has 2 wheelchair places. Offer no more than that, or choose another auditorium."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.price(1_200, "CAD")),
                        "ONE_CURRENCY",
                        "The venue sells in USD. Give all amounts in that currency."),
                Arguments.of(
                        aDraft().in("Asia/Seoul", "KR", "KRW").with(proposal -> proposal.price(12_000, "KRW")),
                        "ONE_CURRENCY",
                        "The venue sells in KRW and the licence is not. Choose a licence that is."),
                Arguments.of(
                        aDraftUnder(Town.educational()).with(proposal -> proposal.price(1, "USD")),
                        "EDUCATION_IS_FREE",
                        "Admission to an educational screening is free. Set the price to 0 and leave out the others."),
                Arguments.of(
                        aDraftUnder(Town.educational()).with(proposal -> proposal.concession(0)),
                        "EDUCATION_IS_FREE",
                        "Admission to an educational screening is free. Set the price to 0 and leave out the others."),
                Arguments.of(
                        aDraftUnder(Town.flatFee()).with(proposal -> proposal.price(0, "USD")),
                        "PRICE_IS_WITHIN_LIMITS",
                        "A ticket can't be free under this licence. Set a price."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.price(2_501, "USD")),
                        "PRICE_IS_WITHIN_LIMITS",
                        "The licence allows at most $25.00 a ticket. Lower the price."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.concession(1_201)),
                        "CONCESSION_COSTS_LESS",
                        "A reduced ticket can't cost more than a full one. Lower it to at most $12.00."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.payWhatYouCan(1_201)),
                        "FLOOR_IS_BELOW_PRICE",
                        "A ticket at the buyer's own price can't cost more than a full one. Lower it to at most $12.00."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.capacity(65)),
                        "TICKETS_CAN_PAY",
                        "It takes 66 tickets to pay for the screening and there are 65. Raise the price to at least $12.02 or lower the costs."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.minimumTickets(65)),
                        "THRESHOLD_IS_ONLY_RAISED",
                        "It takes 66 tickets to pay for the screening. Ask for at least as many, or leave it out."),
                Arguments.of(
                        aDraft().with(proposal -> proposal.minimumTickets(101)),
                        "THRESHOLD_IS_ONLY_RAISED",
                        "There are only 100 seats. Ask for fewer tickets."),
                Arguments.of(
                        aDraftUnder(Town.flatFee()).with(proposal -> proposal.minimumTickets(10)),
                        "THRESHOLD_IS_ONLY_RAISED",
                        "This licence has no threshold. Leave it out."));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("broken")
    void what_is_against_a_rule_is_refused_with_what_to_change(Drafts draft, String rule, String sentence) {
        assertThat(draft.broken()).containsExactly(rule);
        assertThat(draft.refusal()).isEqualTo(sentence);
    }

    @Test
    void a_price_below_the_floor_is_refused_even_if_it_would_pay() {
        Drafts cheap = aDraft().with(proposal -> proposal.price(499, "USD"));

        assertThat(cheap.broken()).startsWith("PRICE_IS_WITHIN_LIMITS");
        assertThat(cheap.refusal()).isEqualTo("The licence asks for at least $5.00 a ticket. Raise the price.");
    }

    @Test
    void all_broken_rules_are_told_at_once() {
        Drafts wild = aDraft().taken()
                .with(proposal -> proposal.startsAt("2026-11-22T19:30")
                        .minutes(10)
                        .capacity(500)
                        .wheelchairPlaces(9));

        assertThat(wild.broken())
                .containsExactly(
                        "START_LEAVES_TIME",
                        "FILM_FITS",
                        "DEADLINE_FITS",
                        "AUDITORIUM_IS_FREE",
                        "HOUSE_IS_LARGE_ENOUGH",
                        "WHEELCHAIR_PLACES_EXIST");
    }

    @Test
    void an_educational_audience_is_250_at_most() {
        LicenceOffer educational = Town.educational();

        assertThat(aDraftUnder(educational)
                        .with(proposal -> proposal.capacity(250))
                        .broken())
                .containsExactly("HOUSE_IS_LARGE_ENOUGH");
        assertThat(aDraftUnder(educational)
                        .with(proposal -> proposal.capacity(251))
                        .broken())
                .containsExactly("LICENCE_COVERS_AUDIENCE", "HOUSE_IS_LARGE_ENOUGH");
    }

    @Test
    void the_deadline_is_at_the_same_local_time_a_week_before_whatever_the_clocks_do() {
        Draft afterSpring =
                aDraft().with(proposal -> proposal.startsAt("2027-03-17T19:30")).draft();
        Draft inTheGap =
                aDraft().with(proposal -> proposal.startsAt("2027-03-21T02:30")).draft();

        assertThat(afterSpring.startsAt()).isEqualTo(Instant.parse("2027-03-17T23:30:00Z"));
        assertThat(afterSpring.deadline()).isEqualTo(Instant.parse("2027-03-11T00:30:00Z"));
        assertThat(inTheGap.deadline()).isEqualTo(Instant.parse("2027-03-14T07:30:00Z"));
    }

    @Test
    void the_licence_is_measured_by_the_venue_s_calendar() {
        LicenceOffer.CrowdFunded offer = Town.crowdFunded();
        LicenceOffer lastDay = new LicenceOffer.CrowdFunded(
                UUID.randomUUID(),
                offer.territories(),
                offer.from(),
                LocalDate.of(2027, 2, 10),
                null,
                offer.licenceMinimum(),
                0,
                540,
                null,
                null);

        // 23:30 in New York is the next day in most of the world.
        assertThat(aDraftUnder(lastDay)
                        .with(proposal -> proposal.startsAt("2027-02-10T23:30"))
                        .broken())
                .isEmpty();
    }
}
