package fr.passerelle.sources.archive;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip file whose entries were all looked at before the first one is read. */
public final class Zip implements Closeable {

    private final String file;
    private final FileChannel channel;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

    private Zip(String file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        CentralDirectory.requireReasonable(channel, file);
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get();
        EntryGuard guard = new EntryGuard(file);
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            add(guard.name(entry), entry);
        }
    }

    /**
     * Opens a zip file.
     *
     * @param file what the file is called in messages
     * @throws UnusableFile when it is damaged, or holds something that no guard lets pass
     */
    public static Zip open(Path path, String file) {
        try {
            return open(file, FileChannel.open(path));
        } catch (IOException failure) {
            throw Damage.of(file, failure);
        }
    }

    /** Names of the files in it, in their order, with {@code /} between folders; folders themselves are left out. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Whether it holds a file of this name. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** How many bytes a file in it has, and never gives more; 0 when there is no such file. */
    public long size(String name) {
        ZipArchiveEntry entry = entries.get(name);
        return entry == null ? 0 : entry.getSize();
    }

    /**
     * The bytes of a file in it; whoever reads to the end knows that they are the ones that were put in.
     *
     * @throws UnusableFile when there is no such file
     */
    public InputStream open(String name) {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw Damage.of(file, null);
        }
        try {
            return new EntryStream(zip.getInputStream(entry), file, entry.getSize(), entry.getCrc());
        } catch (IOException failure) {
            throw Damage.of(file, failure);
        }
    }

    /**
     * A zip in this zip, unpacked to a file without name that ends with this process: a zip is not read from its start.
     *
     * @throws UnusableFile when it cannot be unpacked, or no guard lets it pass
     */
    public Zip unpacked(String name) {
        FileChannel unpacked = UnpackedEntry.of(open(name), file);
        try {
            return open(file, unpacked);
        } catch (IOException failure) {
            throw Damage.of(file, failure);
        }
    }

    /**
     * The bytes of the archive itself, from its first one: of the very file that is read here, even where another one has taken its place.
     *
     * @throws IOException when it cannot be read
     */
    public InputStream bytes() throws IOException {
        return Channels.newInputStream(channel.position(0));
    }

    @Override
    public void close() {
        try (channel) {
            zip.close();
        } catch (IOException failure) {
            throw Damage.of(file, failure);
        }
    }

    private static Zip open(String file, FileChannel channel) throws IOException {
        try {
            return new Zip(file, channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private void add(String name, ZipArchiveEntry entry) {
        if (!entry.isDirectory() && entries.put(name, entry) != null) {
            throw Damage.of(file, null);
        }
    }
}
