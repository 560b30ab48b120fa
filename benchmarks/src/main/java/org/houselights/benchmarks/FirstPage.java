package org.houselights.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.houselights.local.House;

/** Opens a house as {@code ./run} does, in a process of its own; says so when its first page is there, and closes it again. */
final class FirstPage {

    private FirstPage() {}

    /** @param arguments where the build tree is */
    public static void main(String[] arguments) throws IOException {
        try (House house = new House(Stage.plan(Path.of(arguments[0])))) {
            Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing"));
            house.open();
            house.plan().address().toURL().openStream().close();
            System.out.println("There it is.");
        }
        // Kafka's threads would keep this process alive whatever happened.
        System.exit(0);
    }
}
