package org.houselights.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** The three services. */
public enum Service {
    SCREENING,
    TICKETING,
    NOTIFICATION;

    /** As its database and its log are called. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The packaged service in the build tree. */
    public Path jar(Path checkout) {
        Path target = checkout.resolve(id() + "-service").resolve("target");
        try (var jars = Files.newDirectoryStream(target, id() + "-service-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        } catch (NoSuchFileException e) {
            throw noJar(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw noJar(target);
    }

    private static Trouble noJar(Path target) {
        return new Trouble("There is no jar in %s: build it with mvn package -DskipTests.".formatted(target));
    }
}
