package org.houselights.screening.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.houselights.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a film's page tells, and the terms on which the film may be shown: the body of {@code PUT
 * /api/films/{id}}. Lists are shown in the order given; each may be empty unless it says otherwise.
 *
 * @param companyId the company that owns the rights; its distributors decide on proposals
 * @param title by which the film is known where it is offered, at most 200 characters
 * @param originalTitle where it differs from the title
 * @param otherTitles titles in other languages
 * @param synopsis what the film is about, at most 5,000 characters, with line breaks
 * @param year of the first public showing
 * @param runtimeMinutes from 1 to 900
 * @param countries of production, at least one
 * @param languages that are spoken in it, at least one
 * @param subtitles languages in which subtitles can be shown
 * @param makers the people to introduce to the audience, each with a few sentences
 * @param credits who did what, role by role
 * @param awards won or nominated for
 * @param press who wrote about the film
 * @param broadcasts when it was on television
 * @param watch where else it can be seen
 * @param website the film's own page
 * @param licences the terms on which it may be shown; none means that it can't be proposed at present
 */
public record FilmDetails(
        @NotNull UUID companyId,
        @PlainText(max = 200) String title,

        @PlainText(max = 200, optional = true) @Nullable String originalTitle,

        @NotNull @Size(max = 20) List<@NotNull @Valid Title> otherTitles,

        @PlainText(max = 5_000, lines = true) String synopsis,

        @Min(1888) @Max(2100) int year,

        @Min(1) @Max(900) int runtimeMinutes,

        @NotEmpty @Size(max = 20) List<@NotNull Territory> countries,

        @NotEmpty @Size(max = 20) List<@NotNull Language> languages,

        @NotNull @Size(max = 50) List<@NotNull Language> subtitles,

        @NotNull @Size(max = 30) List<@NotNull @Valid Maker> makers,

        @NotNull @Size(max = 60) List<@NotNull @Valid Credit> credits,

        @NotNull @Size(max = 60) List<@NotNull @Valid Award> awards,

        @NotNull @Size(max = 60) List<@NotNull @Valid PressSource> press,

        @NotNull @Size(max = 60) List<@NotNull @Valid Broadcast> broadcasts,

        @NotNull @Size(max = 30) List<@NotNull @Valid Outlet> watch,

        @WebPage @Nullable String website,

        @NotNull @Size(max = 30) List<@NotNull @Valid LicenceOffer> licences) {

    /** The title that the film has in another language. */
    public record Title(
            @NotNull Language language,
            @PlainText(max = 200) String title) {}

    /**
     * @param role such as {@code Director}
     * @param biography at most 2,000 characters, with line breaks
     */
    public record Maker(
            @PlainText(max = 120) String name,
            @PlainText(max = 120) String role,

            @PlainText(max = 2_000, lines = true, optional = true) @Nullable
            String biography) {}

    /**
     * @param role such as {@code Directed by} or {@code Original music}
     * @param names one or more, in the order of the credits
     */
    public record Credit(
            @PlainText(max = 120) String role,

            @NotEmpty @Size(max = 60) List<@PlainText(max = 200) String> names) {}

    /**
     * @param organisation who gives it, such as {@code Canadian Screen Awards}
     * @param award for what, such as {@code Best Documentary}
     * @param year in which it was given, where known
     */
    public record Award(
            @PlainText(max = 200) String organisation,
            @PlainText(max = 200) String award,

            @Min(1888) @Max(2100) @Nullable Integer year,

            @NotNull Result result) {

        /** How it ended. */
        public enum Result {
            WON,
            NOMINATED
        }
    }

    /**
     * @param source who wrote, such as {@code The New York Times}
     * @param quote a few of its words, at most 300 characters
     * @param page where it can be read
     */
    public record PressSource(
            @PlainText(max = 120) String source,

            @PlainText(max = 300, optional = true) @Nullable String quote,

            @WebPage @Nullable String page) {}

    /**
     * @param channel such as {@code TVO}
     * @param programme the series it was part of, such as {@code Independent Lens}
     * @param startsAt on the clocks of the territory; none where only the fact is known
     * @param timeZone whose clocks those are, by its IANA name; may be left out where the territory has one time only
     */
    public record Broadcast(
            @NotNull Territory territory,
            @PlainText(max = 120) String channel,

            @PlainText(max = 120, optional = true) @Nullable String programme,

            @Nullable LocalDateTime startsAt,
            @Nullable ZoneId timeZone) {}

    /**
     * @param name such as {@code iTunes}
     * @param territories where it is offered there; none means everywhere
     */
    public record Outlet(
            @PlainText(max = 120) String name,
            @NotNull Kind kind,

            @NotNull @Size(max = 250) List<@NotNull Territory> territories,

            @WebPage @Nullable String page) {

        /** How one gets the film there. */
        public enum Kind {
            STREAM,
            RENT,
            BUY,
            DISC,
            LIBRARY
        }
    }
}
