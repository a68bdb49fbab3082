package fr.passerelle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @Test
    void makesTheSecondWaitForTheFirst(@TempDir Path directory) {
        var first = DirectoryLock.take(directory);
        var second = CompletableFuture.supplyAsync(() -> DirectoryLock.take(directory));

        assertThat(Poll.until(Duration.ofMillis(300), second::isDone)).isFalse();

        first.close();
        second.join().close();
    }
}
