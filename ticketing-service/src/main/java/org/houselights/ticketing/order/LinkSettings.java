package org.houselights.ticketing.order;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secret behind links and ticket codes.
 *
 * @param linkKey at least 32 random bytes in base 64; changing it voids every link and every ticket that is out
 */
@Validated
@ConfigurationProperties("houselights")
record LinkSettings(@NotBlank String linkKey) {}
