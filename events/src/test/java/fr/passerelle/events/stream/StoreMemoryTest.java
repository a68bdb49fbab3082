package fr.passerelle.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StoreMemoryTest {

    @TempDir
    private Path folder;

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
}
