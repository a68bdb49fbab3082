package fr.passerelle.events.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** What all stores of a process, four in each partition, take outside its heap together: left alone each takes up to a hundred megabytes. */
public final class StoreMemory implements RocksDBConfigSetter {

    /** Bytes of what is read and written. */
    static final long MOST = 64L << 20;

    /** Bytes of these that wait to be written, about: what is being written is beside it. */
    private static final long MOST_WRITTEN = MOST / 2;

    private static final boolean STRICT = false;
    private static final int SHARDS = -1;
    private static final double OF_INDEXES = 0.1;
    private static final Cache READ = new LRUCache(MOST, SHARDS, STRICT, OF_INDEXES);
    private static final WriteBufferManager WRITTEN = new WriteBufferManager(MOST_WRITTEN, READ);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(READ);
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setCacheIndexAndFilterBlocksWithHighPriority(true);
        options.setTableFormatConfig(tables);
        options.setWriteBufferManager(WRITTEN);
    }

    /** What the stores share outlives each of them. */
    @Override
    public void close(String storeName, Options options) {}
}
