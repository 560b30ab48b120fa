package org.houselights.screening.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The house's terms for proposals.
 *
 * @param leadTimeDays how many days before the show a proposal has to be made, unless the licence says otherwise
 * @param furthestDays how many days ahead a show may be proposed at most
 * @param deadlineDays how many days before the show the pre-sale ends, unless the host says otherwise
 * @param decisionTime how long the distributor has to decide, and the host to answer a wish for changes, before the proposal lapses
 * @param turnoverMinutes how long an auditorium is taken beyond the film's length, unless the host says otherwise
 * @param ticketCostBasisPoints what payment and ticketing cost of each ticket's net price, in hundredths of a percent
 * @param sweepInterval how often proposals are looked for that lapsed and shows that are over
 * @param sweepBatch how many of them are taken at a time
 */
@Validated
@ConfigurationProperties("houselights.proposal")
record ProposalSettings(
        @DefaultValue("21") @Min(0) @Max(365) int leadTimeDays,
        @DefaultValue("730") @Min(1) @Max(3_650) int furthestDays,
        @DefaultValue("7") @Min(0) @Max(90) int deadlineDays,
        @DefaultValue("7d") @NotNull Duration decisionTime,
        @DefaultValue("30") @Min(0) @Max(240) int turnoverMinutes,
        @DefaultValue("500") @Min(0) @Max(5_000) int ticketCostBasisPoints,
        @DefaultValue("1s") @NotNull Duration sweepInterval,
        @DefaultValue("100") @Min(1) @Max(1_000) int sweepBatch) {}
