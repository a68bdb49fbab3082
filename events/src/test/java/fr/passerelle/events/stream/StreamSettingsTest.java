package fr.passerelle.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.contract.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** What the streams run with: who they say they are, their memory, and a folder of their own. */
class StreamSettingsTest {

    private static final Topics LIVE = new Topics("passerelle");

    @TempDir
    private Path folder;

    @Test
    void givesEachInstanceAFolderOfItsOwn() throws IOException {
        try (var first = StateDirectory.under(folder);
                var second = StateDirectory.under(folder)) {

            assertThat(first.path()).isDirectory().isEqualTo(folder.resolve("1"));
            assertThat(second.path()).isDirectory().isEqualTo(folder.resolve("2"));
        }
    }

    @Test
    void givesTheFolderOfAnInstanceThatEndedToTheNext() throws IOException {
        var first = StateDirectory.under(folder);
        try (var second = StateDirectory.under(folder)) {
            first.close();

            try (var next = StateDirectory.under(folder)) {
                assertThat(next.path()).isEqualTo(folder.resolve("1")).isNotEqualTo(second.path());
            }
        }
    }

    @Test
    void removesWhatIsLeftOfReplaysAloneAndNothingBeforeTheFolderIsThere() throws IOException {
        Path here = state("passerelle.replay.r-000002");
        Path left = state("passerelle.replay.r-000001");
        Path live = state("passerelle");
        Path other = state("autre.replay.r-000001");

        StateDirectory.keepReplays(folder, LIVE, Set.of(LIVE.replay("R-000002")));

        assertThat(left).doesNotExist();
        assertThat(here).exists();
        assertThat(live).exists();
        assertThat(other).exists();

        Path absent = folder.resolve("absent");

        StateDirectory.keepReplays(absent, LIVE, Set.of());

        assertThat(absent).doesNotExist();
    }

    private Path state(String name) throws IOException {
        Path state = folder.resolve(name);
        Files.createDirectories(state.resolve("0_1"));
        Files.writeString(state.resolve("0_1/.lock"), "");
        return state;
    }

    @Test
    void isOneForAllStores() throws RocksDBException {
        try (Options one = options("one");
                Options another = options("another");
                RocksDB store = RocksDB.open(one, folder.toString())) {
            assertThat(one.writeBufferManager()).isNotNull().isSameAs(another.writeBufferManager());
            assertThat(store.getLongProperty("rocksdb.block-cache-capacity")).isEqualTo(StoreMemory.MOST);
        }
    }

    private static Options options(String name) {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new StoreMemory().setConfig(name, options, Map.of());
        return options;
    }

    /** {@code up} waits for the number; containers differ by the host alone. */
    @Test
    void tellsTheBrokerTheProcessAndItsHost() throws UnknownHostException {
        assertThat(StreamSettings.clientId(new Topics("passerelle")))
                .startsWith("passerelle.events-" + ProcessHandle.current().pid() + "-")
                .endsWith("-" + InetAddress.getLocalHost().getHostName());
    }
}
