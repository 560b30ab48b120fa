package org.houselights.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The memory of a service, asked from outside with the JDK's own tools. */
final class Heap {

    /** Eden, both survivors and the old generation, whatever the collector makes of them. */
    private static final Set<String> USED = Set.of("EU", "S0U", "S1U", "OU");

    private Heap() {}

    /** Megabytes that are still in use when the garbage has been collected. */
    static double inUse(long pid) {
        String process = String.valueOf(pid);
        run("jcmd", process, "GC.run");
        List<String> table = run("jstat", "-gc", process).lines().toList();
        String[] names = table.getFirst().strip().split("\\s+", -1);
        String[] kilobytes = table.getLast().strip().split("\\s+", -1);
        return IntStream.range(0, names.length)
                        .filter(i -> USED.contains(names[i]))
                        .mapToDouble(i -> Double.parseDouble(kilobytes[i]))
                        .sum()
                / 1024;
    }

    private static String run(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
