package org.houselights.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.springframework.util.FileSystemUtils;

/**
 * A service taken out of its jar: Java learns nothing about jars inside a jar (decision 18), and a crowd can bring a service to a stop
 * that reads its classes there (decision 21).
 */
record Unpacked(Path jar) {

    /** Unpacks a packaged service into a folder that isn't there yet. */
    static Unpacked into(Path folder, Path packaged, Path log) throws IOException, InterruptedException {
        Java.run(log, "-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", folder.toString());
        return in(folder, packaged);
    }

    /** What was unpacked into a folder. */
    static Unpacked in(Path folder, Path packaged) {
        return new Unpacked(folder.resolve(packaged.getFileName()));
    }

    /** Unpacked beside the packaged service, now unless that was done since it was packaged. */
    static Unpacked beside(Path packaged, Path log) throws IOException, InterruptedException {
        Path folder = packaged.resolveSibling("unpacked");
        if (!Files.exists(folder)
                || Files.getLastModifiedTime(folder).compareTo(Files.getLastModifiedTime(packaged)) < 0) {
            Path half = packaged.resolveSibling("unpacking");
            FileSystemUtils.deleteRecursively(half);
            into(half, packaged, log);
            FileSystemUtils.deleteRecursively(folder);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return in(folder, packaged);
    }

    /** What Java is asked for, to run it with these classes before its own. */
    List<String> extendedBy(Path classes) {
        return List.of("-cp", classes + File.pathSeparator + jar, mainClass());
    }

    private String mainClass() {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
