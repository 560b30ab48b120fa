package org.houselights.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the services wrote down for everybody who keeps them running. */
record Logs(Path directory) {

    /** A sign-in token, or a card as the payment provider knows it. */
    private static final Pattern SECRETS = Pattern.compile("eyJ[\\w-]+\\.|sandbox-[a-z-]+:[\\w-]+");

    /** Mail addresses, names, links, tokens and cards that are in the logs and in no business of theirs. */
    Set<String> indiscretions(Collection<String> names, Stream<JsonNode> mails) {
        List<String> known = Stream.concat(names.stream(), mails.flatMap(Logs::ofTheReader))
                .distinct()
                .toList();
        return lines().flatMap(line -> Stream.concat(
                        known.stream().filter(line::contains),
                        SECRETS.matcher(line).results().map(match -> match.group())))
                .collect(Collectors.toSet());
    }

    /** The address of a mail's reader, and what its links prove. */
    private static Stream<String> ofTheReader(JsonNode mail) {
        Stream<String> proofs = mail.get("links")
                .valueStream()
                .map(link -> URI.create(link.stringValue()))
                .flatMap(link -> Optional.ofNullable(link.getFragment())
                        .or(() -> Optional.of(link.getPath())
                                .filter(path -> path.startsWith("/orders/"))
                                .map(path -> path.substring("/orders/".length())))
                        .stream());
        return Stream.concat(mail.get("to").valueStream().map(JsonNode::stringValue), proofs);
    }

    private Stream<String> lines() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(Logs::lines).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
