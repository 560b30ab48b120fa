package org.houselights.ticketing.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.houselights.ticketing.order.PaymentTroubles;
import org.houselights.ticketing.order.RetryRefund;
import org.houselights.ticketing.order.SettleRefundByHand;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.PlainText;
import org.houselights.web.Who;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Refunds that the provider refuses, and what an operator does about them. */
@Tag(name = "operations")
@RestController
@RequestMapping("/api/operations/ticketing/refunds")
class PaymentOperations {

    private static final int AT_MOST = 100;

    private final PaymentTroubles troubles;
    private final RetryRefund retry;
    private final SettleRefundByHand settle;

    PaymentOperations(PaymentTroubles troubles, RetryRefund retry, SettleRefundByHand settle) {
        this.troubles = troubles;
        this.retry = retry;
        this.settle = settle;
    }

    /** @param note how the money was given back, at most 500 characters */
    record Settlement(@PlainText(max = 500) String note) {}

    @Operation(summary = "Refunds that the provider refuses, oldest first")
    @GetMapping("/refused")
    @Allow(Who.OPERATOR)
    List<PaymentTroubles.Trouble> refused() {
        return troubles.refundsRefused(AT_MOST);
    }

    @Operation(summary = "Tries a refund again at once that was refused or not answered")
    @PostMapping("/{orderId}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Who.OPERATOR)
    void retry(@PathVariable UUID orderId) {
        retry.retry(orderId);
    }

    @Operation(
            summary = "Records that the money was given back another way",
            description = "Only after the provider refused; the buyer is told that the refund was made.")
    @PostMapping("/{orderId}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Who.OPERATOR)
    void settle(@PathVariable UUID orderId, @Valid @RequestBody Settlement body, Caller caller) {
        settle.settle(orderId, caller, body.note());
    }
}
