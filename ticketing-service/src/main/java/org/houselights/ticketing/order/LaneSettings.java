package org.houselights.ticketing.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pledges wait for the row of their pre-sale.
 *
 * @param count how many groups are decided side by side, each over a database connection; pledges for one pre-sale are in one
 * @param group how many pledges are decided in one transaction at most
 */
@Validated
@ConfigurationProperties("houselights.lanes")
record LaneSettings(
        @DefaultValue("4") @Min(1) @Max(64) int count,
        @DefaultValue("500") @Min(1) @Max(5000) int group) {}
