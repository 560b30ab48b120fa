package org.houselights.screening.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.PlainText;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with a screening once it is proposed. */
@Tag(name = "screenings")
@RestController
@RequestMapping("/api/screenings/{id}")
class MoveController {

    private final ApproveScreening approve;
    private final DeclineScreening decline;
    private final AskForChanges askForChanges;
    private final ResubmitScreening resubmit;
    private final WithdrawScreening withdraw;
    private final CancelScreening cancel;

    MoveController(
            ApproveScreening approve,
            DeclineScreening decline,
            AskForChanges askForChanges,
            ResubmitScreening resubmit,
            WithdrawScreening withdraw,
            CancelScreening cancel) {
        this.approve = approve;
        this.decline = decline;
        this.askForChanges = askForChanges;
        this.resubmit = resubmit;
        this.withdraw = withdraw;
        this.cancel = cancel;
    }

    /** @param reason for those whom it concerns, at most 2,000 characters, with line breaks */
    record Reason(@PlainText(max = 2_000, lines = true) String reason) {}

    /** @param reason for those whom it concerns, at most 2,000 characters, with line breaks; may be left out */
    record Note(
            @PlainText(max = 2_000, lines = true, optional = true) @Nullable
            String reason) {}

    /** @param revision of the plan that was looked at; any if it is left out */
    record Approval(
            @Nullable Integer revision,

            @PlainText(max = 2_000, lines = true, optional = true) @Nullable
            String reason) {}

    @Operation(
            summary = "The film's distributor lets it go ahead",
            description = "A crowd-funded screening goes on sale; one that needs no threshold is confirmed. "
                    + "With a revision, it is refused where the host has changed the plan meanwhile.")
    @Allow(Who.DISTRIBUTOR)
    @PostMapping("/approve")
    ScreeningView approve(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Approval body, Caller caller) {
        Screening approved = body == null
                ? approve.as(id, null, null, caller)
                : approve.as(id, body.revision(), body.reason(), caller);
        return ScreeningView.of(approved, caller);
    }

    @Operation(summary = "The film's distributor says no")
    @Allow(Who.DISTRIBUTOR)
    @PostMapping("/decline")
    ScreeningView decline(@PathVariable UUID id, @Valid @RequestBody Reason body, Caller caller) {
        return ScreeningView.of(decline.as(id, body.reason(), caller), caller);
    }

    @Operation(summary = "The film's distributor asks the host to change something")
    @Allow(Who.DISTRIBUTOR)
    @PostMapping("/ask-for-changes")
    ScreeningView askForChanges(@PathVariable UUID id, @Valid @RequestBody Reason body, Caller caller) {
        return ScreeningView.of(askForChanges.as(id, body.reason(), caller), caller);
    }

    @Operation(summary = "The host hands in the proposal again, changed")
    @Allow(Who.SIGNED_IN)
    @PostMapping("/resubmit")
    ScreeningView resubmit(@PathVariable UUID id, @Valid @RequestBody Proposal changed, Caller caller) {
        return ScreeningView.of(resubmit.as(id, changed, caller), caller);
    }

    @Operation(summary = "The host takes the proposal back before it was approved")
    @Allow(Who.SIGNED_IN)
    @PostMapping("/withdraw")
    ScreeningView withdraw(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Note note, Caller caller) {
        return ScreeningView.of(withdraw.as(id, reason(note), caller), caller);
    }

    @Operation(
            summary = "The host, the film's distributor or an operator calls an approved screening off",
            description = "Everybody who was charged is refunded.")
    @Allow(Who.SIGNED_IN)
    @PostMapping("/cancel")
    ScreeningView cancel(@PathVariable UUID id, @Valid @RequestBody Reason body, Caller caller) {
        return ScreeningView.of(cancel.as(id, body.reason(), caller), caller);
    }

    private static @Nullable String reason(@Nullable Note note) {
        return note == null ? null : note.reason();
    }
}
