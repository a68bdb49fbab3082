package fr.passerelle.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StoreMemoryTest {

    private static final int STORES = 16;
    private static final int RECORDS = 400;
    private static final byte[] VALUE = new byte[32 << 10];

    @TempDir
    private Path folder;

    @Test
    void isOneForAllStores() throws RocksDBException {
        List<RocksDB> stores = new ArrayList<>();
        for (int i = 0; i < STORES; i++) {
            stores.add(store("store" + i));
        }

        long waiting = 0;
        for (RocksDB store : stores) {
            waiting += store.getLongProperty("rocksdb.cur-size-all-mem-tables");
        }

        assertThat(waiting).isLessThan(STORES * RECORDS * VALUE.length / 2L);
        stores.forEach(RocksDB::close);
    }

    private RocksDB store(String name) throws RocksDBException {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new StoreMemory().setConfig(name, options, Map.of());
        RocksDB store = RocksDB.open(options, folder.resolve(name).toString());
        for (int i = 0; i < RECORDS; i++) {
            store.put(ByteBuffer.allocate(Integer.BYTES).putInt(i).array(), VALUE);
        }
        return store;
    }
}
