package org.houselights.seeds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A film's page and terms, in the words of {@code PUT /api/films/{id}}.
 *
 * @param company the name of the one that owns the rights
 * @param title by which screenings refer to it
 */
public record Film(
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        UUID id,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String company,

        String title,
        @Nullable String originalTitle,
        List<Title> otherTitles,
        String synopsis,
        int year,
        int runtimeMinutes,
        List<String> countries,
        List<String> languages,
        List<String> subtitles,
        List<Maker> makers,
        List<Credit> credits,
        List<Award> awards,
        List<PressSource> press,
        List<Broadcast> broadcasts,
        List<Outlet> watch,
        @Nullable String website,
        List<Licence> licences) {

    /** The title in another language. */
    public record Title(String language, String title) {}

    /** Somebody to introduce to the audience. */
    public record Maker(String name, String role, @Nullable String biography) {}

    /** Who did what. */
    public record Credit(String role, List<String> names) {}

    /** A prize won or hoped for. */
    public record Award(
            String organisation, String award, @Nullable Integer year, Result result) {

        /** How it ended. */
        public enum Result {
            WON,
            NOMINATED
        }
    }

    /** Who wrote about the film. */
    public record PressSource(
            String source, @Nullable String quote, @Nullable String page) {}

    /** When it was on television, on the clocks of the territory. */
    public record Broadcast(
            String territory,
            String channel,
            @Nullable String programme,
            @Nullable LocalDateTime startsAt,
            @Nullable ZoneId timeZone) {}

    /** Where else it can be seen. */
    public record Outlet(
            String name,
            Kind kind,
            List<String> territories,
            @Nullable String page) {

        /** How one gets the film there. */
        public enum Kind {
            STREAM,
            RENT,
            BUY,
            DISC,
            LIBRARY
        }
    }

    /** The licences of this kind that hold at the venue. */
    List<Licence> licences(Licence.Kind kind, Venue venue) {
        return licences.stream()
                .filter(licence -> licence.kind() == kind && licence.holdsAt(venue))
                .toList();
    }
}
