package org.marsad.processor.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * How the state lies on disk, where it differs from what Streams sets.
 *
 * <p>Every level has its filters: Streams leaves them out on the last one, where most of the state
 * lies, and a good part of what a report asks for is not there. What is not yet on disk has one
 * too: without it each get walks through lists of up to 16 MB. All stores of a process share one
 * cache of blocks, in place of 50 MB for each store and partition. Filters and indexes are held
 * beside it, by estimate a fiftieth of the state: in the cache, each read would look for all three.
 */
public final class StateOnDisk implements RocksDBConfigSetter {
  private static final long CACHE_BYTES = 128L * 1024 * 1024;
  private static final long UNWRITTEN_BYTES = 32L * 1024 * 1024;

  /** Of each partition's list of files: 4 MB would be taken of the disk for a few hundred bytes. */
  private static final long MANIFEST_BYTES = 64L * 1024;

  /** Size of the filter of what is not yet on disk, as a share of it. */
  private static final double MEMTABLE_FILTER_RATIO = 0.02;

  static {
    RocksDB.loadLibrary();
  }

  /** Lives as long as the process. */
  private static final Cache CACHE = new LRUCache(CACHE_BYTES);

  /** What is not yet on disk, of all partitions: its memory is the cache's. */
  private static final WriteBufferManager UNWRITTEN =
      new WriteBufferManager(UNWRITTEN_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> settings) {
    options.setOptimizeFiltersForHits(false);
    options.setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER_RATIO);
    options.setMemtableWholeKeyFiltering(true);
    options.setWriteBufferManager(UNWRITTEN);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setManifestPreallocationSize(MANIFEST_BYTES);
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // the cache belongs to all
  }
}
