package org.houselights.journeys.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where this machine has its browser: in {@code CHROMIUM}, on the path, or where a Mac keeps it. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> ON_A_MAC = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private Chromium() {}

    static Optional<Path> find() {
        return Stream.of(Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), onThePath(), ON_A_MAC.stream())
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onThePath() {
        List<String> directories = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .toList();
        return NAMES.stream().flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)));
    }
}
