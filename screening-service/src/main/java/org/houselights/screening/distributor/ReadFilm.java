package org.houselights.screening.distributor;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.houselights.screening.catalogue.FilmDetails;
import org.houselights.screening.catalogue.Language;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Territory;
import org.houselights.screening.form.Reading;
import org.houselights.screening.form.TypedForm;
import org.houselights.web.FieldError;
import org.houselights.web.Ids;
import org.houselights.web.Money;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a film's page and terms of what its distributor typed. */
@Component
class ReadFilm {

    /** A field of a row as the page knows it, at the beginning of where validation found something. */
    private static final Pattern FIELD = Pattern.compile("(\\w+)(\\[\\d+](?:\\.\\w+))?.*");

    /** What the page calls otherwise, or shows as one field with others. */
    private static final Map<String, String> SHOWN_AS =
            Map.of("shareBasisPoints", "share", "hostShareBasisPoints", "hostShare");

    private static final Pattern FEE = Pattern.compile("\\s*(\\d{1,5})\\s*[:= ]\\s*(\\S+)\\s*");

    private final Validator validator;

    ReadFilm(Validator validator) {
        this.validator = validator;
    }

    /** @param details null if something is wrong */
    record Read(@Nullable FilmDetails details, List<FieldError> errors) {}

    Read of(TypedForm form, UUID company) {
        Reading reading = new Reading();
        FilmDetails details = details(form, company, reading);
        if (reading.isClean()) {
            reading.refused(validator.validate(details).stream()
                    .map(broken -> shown(FieldError.of(broken)))
                    .toList());
        }
        return new Read(reading.isClean() ? details : null, reading.errors());
    }

    /** The same error at the field of the page that it is about. */
    static FieldError shown(FieldError error) {
        Matcher path = FIELD.matcher(error.field());
        if (!path.matches()) {
            return error;
        }
        String row = Objects.requireNonNullElse(path.group(2), "");
        String column = row.substring(row.indexOf('.') + 1);
        return error.at(path.group(1) + row.replace("." + column, "." + SHOWN_AS.getOrDefault(column, column)));
    }

    private static FilmDetails details(TypedForm form, UUID company, Reading reading) {
        Integer year = reading.number("year", text(form.field("year")));
        Integer runtime = reading.number("runtimeMinutes", text(form.field("runtimeMinutes")));
        reading.require("title", text(form.field("title")));
        reading.require("synopsis", text(form.field("synopsis")));
        reading.require("year", year);
        reading.require("runtimeMinutes", runtime);
        return new FilmDetails(
                company,
                form.field("title"),
                text(form.field("originalTitle")),
                rows(form, "otherTitles", reading, ReadFilm::title),
                form.field("synopsis"),
                Objects.requireNonNullElse(year, 0),
                Objects.requireNonNullElse(runtime, 0),
                required(
                        "countries", form, reading, reading.list("countries", form.field("countries"), Territory::new)),
                required("languages", form, reading, reading.list("languages", form.field("languages"), Language::new)),
                reading.list("subtitles", form.field("subtitles"), Language::new),
                rows(form, "makers", reading, ReadFilm::maker),
                rows(form, "credits", reading, ReadFilm::credit),
                rows(form, "awards", reading, ReadFilm::award),
                rows(form, "press", reading, ReadFilm::press),
                rows(form, "broadcasts", reading, ReadFilm::broadcast),
                rows(form, "watch", reading, ReadFilm::outlet),
                text(form.field("website")),
                rows(form, "licences", reading, ReadFilm::licence));
    }

    private static <T> List<T> required(String field, TypedForm form, Reading reading, List<T> read) {
        reading.require(field, text(form.field(field)));
        return read;
    }

    /** One row while it is read. */
    private record Row(String path, Map<String, String> cells, Reading reading) {

        String typed(String column) {
            return cells.getOrDefault(column, "");
        }

        @Nullable
        String text(String column) {
            return ReadFilm.text(typed(column));
        }

        String field(String column) {
            return path + column;
        }

        String required(String column) {
            reading.require(field(column), text(column));
            return typed(column);
        }

        @Nullable
        Integer number(String column) {
            return reading.number(field(column), text(column));
        }

        @Nullable
        Money money(String column, @Nullable Currency currency) {
            return reading.money(field(column), text(column), currency);
        }

        List<Territory> territories() {
            return reading.list(field("territories"), text("territories"), Territory::new);
        }

        @Nullable
        <T> T one(String column, List<T> read) {
            required(column);
            return read.isEmpty() ? null : read.getFirst();
        }
    }

    private interface RowReader<T> {
        @Nullable
        T read(Row row);
    }

    /** What can't be read is left out, since the reading keeps that. */
    private static <T> List<T> rows(TypedForm form, String list, Reading reading, RowReader<T> reader) {
        List<T> read = new ArrayList<>();
        List<Map<String, String>> typed = form.rows(list);
        for (int at = 0; at < typed.size(); at++) {
            T row = reader.read(new Row("%s[%d].".formatted(list, at), typed.get(at), reading));
            if (row != null) {
                read.add(row);
            }
        }
        return read;
    }

    private static FilmDetails.@Nullable Title title(Row row) {
        Language language =
                row.one("language", row.reading().list(row.field("language"), row.text("language"), Language::new));
        String title = row.required("title");
        return language == null ? null : new FilmDetails.Title(language, title);
    }

    private static FilmDetails.Maker maker(Row row) {
        return new FilmDetails.Maker(row.required("name"), row.required("role"), row.text("biography"));
    }

    private static FilmDetails.Credit credit(Row row) {
        return new FilmDetails.Credit(
                row.required("role"),
                row.required("names")
                        .lines()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static FilmDetails.Award award(Row row) {
        return new FilmDetails.Award(
                row.required("organisation"),
                row.required("award"),
                row.number("year"),
                row.typed("result").equals("NOMINATED")
                        ? FilmDetails.Award.Result.NOMINATED
                        : FilmDetails.Award.Result.WON);
    }

    private static FilmDetails.PressSource press(Row row) {
        return new FilmDetails.PressSource(row.required("source"), row.text("quote"), row.text("page"));
    }

    private static FilmDetails.@Nullable Broadcast broadcast(Row row) {
        Territory territory =
                row.one("territory", row.reading().list(row.field("territory"), row.text("territory"), Territory::new));
        FilmDetails.Broadcast broadcast = territory == null
                ? null
                : new FilmDetails.Broadcast(
                        territory,
                        row.required("channel"),
                        row.text("programme"),
                        row.reading().moment(row.field("startsAt"), row.text("startsAt")),
                        row.reading().zone(row.field("timeZone"), row.text("timeZone")));
        return broadcast;
    }

    private static FilmDetails.Outlet outlet(Row row) {
        FilmDetails.Outlet.Kind kind = Stream.of(FilmDetails.Outlet.Kind.values())
                .filter(one -> one.name().equals(row.typed("kind")))
                .findFirst()
                .orElse(FilmDetails.Outlet.Kind.STREAM);
        return new FilmDetails.Outlet(row.required("name"), kind, row.territories(), row.text("page"));
    }

    private static @Nullable LicenceOffer licence(Row row) {
        row.required("territories");
        List<Territory> territories = row.territories();
        UUID known = row.reading().id(row.field("id"), row.text("id"));
        UUID id = known == null ? Ids.next() : known;
        LocalDate from = row.reading().day(row.field("from"), row.text("from"));
        LocalDate to = row.reading().day(row.field("to"), row.text("to"));
        Integer lead = row.number("leadTimeDays");
        row.reading().require(row.field("from"), from);
        LicenceKind kind = Stream.of(LicenceKind.values())
                .filter(one -> one.name().equals(row.typed("kind")))
                .findFirst()
                .orElse(LicenceKind.CROWD_FUNDED);
        if (from == null) {
            return null;
        }
        if (kind == LicenceKind.EDUCATIONAL) {
            return new LicenceOffer.Educational(id, territories, from, to, lead);
        }
        Currency currency = row.reading().currency(row.field("currency"), row.text("currency"));
        row.reading().require(row.field("currency"), currency);
        Money floor = row.money("priceFloor", currency);
        Money ceiling = row.money("priceCeiling", currency);
        return kind == LicenceKind.FLAT_FEE
                ? new LicenceOffer.FlatFee(id, territories, from, to, lead, fees(row, currency), floor, ceiling)
                : crowdFunded(row, id, territories, from, to, lead, currency, floor, ceiling);
    }

    private static @Nullable LicenceOffer crowdFunded(
            Row row,
            UUID id,
            List<Territory> territories,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer lead,
            @Nullable Currency currency,
            @Nullable Money floor,
            @Nullable Money ceiling) {
        Money minimum = row.money("licenceMinimum", currency);
        Integer share = row.reading().basisPoints(row.field("share"), row.text("share"));
        Integer hostShare = row.reading().basisPoints(row.field("hostShare"), row.text("hostShare"));
        if (currency != null) {
            row.reading().require(row.field("licenceMinimum"), minimum);
        }
        if (minimum == null) {
            return null;
        }
        return new LicenceOffer.CrowdFunded(
                id,
                territories,
                from,
                to,
                lead,
                minimum,
                Objects.requireNonNullElse(share, 0),
                Objects.requireNonNullElse(hostShare, 0),
                floor,
                ceiling);
    }

    /** One line for each size of audience: {@code 50: 100.00}. */
    private static List<LicenceOffer.Fee> fees(Row row, @Nullable Currency currency) {
        List<LicenceOffer.Fee> fees = new ArrayList<>();
        for (String line : row.required("fees").lines().toList()) {
            Matcher fee = FEE.matcher(line);
            if (!fee.matches()) {
                row.reading().refuse(row.field("fees"), Sentence.of("typed.fees"));
                break;
            }
            Money amount = row.reading().money(row.field("fees"), fee.group(2), currency);
            if (amount != null) {
                fees.add(new LicenceOffer.Fee(Integer.parseInt(fee.group(1)), amount));
            }
        }
        return fees;
    }

    private static @Nullable String text(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
