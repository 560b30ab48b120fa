package org.houselights.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A service's Java, asked from outside with the JDK's own tools. */
final class Jvm {

    /** Eden, both survivors and the old generation, whatever the collector makes of them. */
    private static final Set<String> USED = Set.of("EU", "S0U", "S1U", "OU");

    private Jvm() {}

    /** Megabytes of the heap that are still in use when the garbage has been collected. */
    static double heapInUse(long pid) {
        run("jcmd", String.valueOf(pid), "GC.run");
        return sum(pid, "-gc", USED) / 1024;
    }

    /** Seconds for which it has been compiling since its start. */
    static double compiling(long pid) {
        return sum(pid, "-compiler", Set.of("Time"));
    }

    private static double sum(long pid, String table, Set<String> columns) {
        List<String> lines = run("jstat", table, String.valueOf(pid)).lines().toList();
        String[] names = lines.getFirst().strip().split("\\s+", -1);
        String[] values = lines.getLast().strip().split("\\s+", -1);
        return IntStream.range(0, names.length)
                .filter(i -> columns.contains(names[i]))
                .mapToDouble(i -> Double.parseDouble(values[i]))
                .sum();
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
