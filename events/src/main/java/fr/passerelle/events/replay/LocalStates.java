package fr.passerelle.events.replay;

import fr.passerelle.schemas.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * What replays keep on this machine: a folder each, named by Kafka Streams after its application.
 *
 * @param folder that of this instance, which holds the live state too
 */
public record LocalStates(Path folder, Topics live) {

    /** Removes what is left of replays that run no more. */
    void keepOnly(Set<Topics> running) {
        Set<String> kept =
                running.stream().map(topics -> topics.namespace() + ".events").collect(Collectors.toSet());
        ofReplays().stream()
                .filter(state -> !kept.contains(state.getFileName().toString()))
                .forEach(LocalStates::remove);
    }

    private List<Path> ofReplays() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(state -> state.getFileName().toString().startsWith(live.replaysPrefix()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path state) {
        try {
            FileSystemUtils.deleteRecursively(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
