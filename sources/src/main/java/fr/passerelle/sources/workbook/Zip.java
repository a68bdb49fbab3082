package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip file whose entries were all looked at before the first one is read. */
public final class Zip implements Closeable {
    /** Most bytes of all entries together. */
    private static final long MAX_TOTAL = 4L << 30;

    /** How many times larger than its place in the archive an entry may be. */
    private static final long MAX_RATIO = 250;

    /** Up to this many bytes the ratio does not matter. */
    private static final long SMALL = 16 << 20;

    private final String file;
    private final FileChannel channel;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long total;

    private Zip(String file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        CentralDirectory.requireReasonable(channel, file);
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = guarded(entry);
            if (!entry.isDirectory() && entries.put(name, entry) != null) {
                throw damage(file, null);
            }
        }
    }

    /** Opens a zip file; {@link UnusableFile} when it is damaged, or holds something that no guard lets pass. */
    public static Zip open(Path path, String file) {
        try {
            return open(file, FileChannel.open(path));
        } catch (IOException failure) {
            throw damage(file, failure);
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

    /** The bytes of a file in it, whose end tells that they are the ones that were put in; {@link UnusableFile} without such a file. */
    public InputStream open(String name) {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw damage(file, null);
        }
        try {
            return new EntryStream(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
        } catch (IOException failure) {
            throw damage(file, failure);
        }
    }

    /** A zip in this zip, or {@link UnusableFile}, in a file without name that ends with this process: a zip is not read from its start. */
    public Zip unpacked(String name) {
        try {
            return open(file, copy(open(name)));
        } catch (IOException failure) {
            throw damage(file, failure);
        }
    }

    /** The bytes of the archive itself, of the very file that is read here, even where another one has taken its place. */
    public InputStream bytes() throws IOException {
        return Channels.newInputStream(channel.position(0));
    }

    @Override
    public void close() {
        try (channel) {
            zip.close();
        } catch (IOException failure) {
            throw damage(file, failure);
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

    private FileChannel copy(InputStream entry) {
        try (entry) {
            FileChannel copy = temporary();
            try {
                entry.transferTo(Channels.newOutputStream(copy));
                return copy;
            } catch (IOException | RuntimeException failure) {
                copy.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw noRoom(file, failure);
        }
    }

    /** A file without name that ends with this process. */
    public static FileChannel temporary() throws IOException {
        Path path = Files.createTempFile("passerelle-", ".tmp");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /**
     * The list of the entries that ends a zip file, looked at before any library holds it in memory: an archive of a few megabytes can list
     * millions of entries.
     */
    private static final class CentralDirectory {
        /** Most bytes that the list may take: some ten thousand entries. */
        static final long MAX_SIZE = 1 << 20;

        private static final int END = 0x06054b50;
        private static final int END_SIZE = 22;
        private static final int MAX_COMMENT = 0xFFFF;
        private static final int ZIP64_LOCATOR = 0x07064b50;
        private static final int ZIP64_LOCATOR_SIZE = 20;
        private static final int ZIP64_END = 0x06064b50;
        private static final int ZIP64_END_SIZE = 56;
        private static final int START_OF_LIST = 16;
        private static final long IN_ZIP64 = 0xFFFFFFFFL;

        static void requireReasonable(FileChannel channel, String file) throws IOException {
            long tail = Math.max(0, channel.size() - END_SIZE - MAX_COMMENT);
            ByteBuffer bytes = read(channel, tail, (int) (channel.size() - tail));
            int end = end(bytes);
            if (end < 0) {
                throw damage(file, null);
            }
            long start = Integer.toUnsignedLong(bytes.getInt(end + START_OF_LIST));
            long stop = tail + end;
            if (start == IN_ZIP64) {
                stop = zip64End(channel, stop);
                start = read(channel, stop, ZIP64_END_SIZE).getLong(48);
            }
            requireReasonable(stop - start, file);
        }

        private static void requireReasonable(long size, String file) {
            if (size < 0) {
                throw damage(file, null);
            }
            if (size > MAX_SIZE) {
                throw new UnusableFile(
                        "Le fichier « %s » contient un trop grand nombre de fichiers : n'y laissez que celui à importer."
                                .formatted(file));
            }
        }

        private static int end(ByteBuffer bytes) {
            for (int at = bytes.limit() - END_SIZE; at >= 0; at--) {
                if (bytes.getInt(at) == END) {
                    return at;
                }
            }
            return -1;
        }

        private static long zip64End(FileChannel channel, long end) throws IOException {
            ByteBuffer locator = read(channel, end - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE);
            long place = locator.getLong(8);
            if (locator.getInt(0) != ZIP64_LOCATOR
                    || read(channel, place, ZIP64_END_SIZE).getInt(0) != ZIP64_END) {
                throw new EOFException("No list of entries");
            }
            return place;
        }

        private static ByteBuffer read(FileChannel channel, long place, int length) throws IOException {
            if (place < 0 || place > channel.size() - length) {
                throw new EOFException("Ends before its list of entries");
            }
            ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place + bytes.position()) < 0) {
                    throw new EOFException("Ends before its list of entries");
                }
            }
            return bytes.flip();
        }
    }

    /** Lets an entry pass that is what every entry must be, by what the archive says of it; answers its name, with {@code /} between folders. */
    private String guarded(ZipArchiveEntry entry) {
        requireClear(entry);
        requireMeasure(entry);
        String name = decoded(entry.getRawName()).replace('\\', '/');
        if (name.startsWith("/")
                || name.indexOf(':') == 1
                || Arrays.asList(name.split("/", -1)).contains("..")) {
            throw refusal("contient un fichier dont le nom mène hors de l'archive : refaites l'archive");
        }
        return name;
    }

    private void requireClear(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refusal("est protégé par un mot de passe : retirez cette protection");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw refusal("est compressé d'une manière qui n'est pas lue ici : refaites l'archive au format zip"
                    + " ordinaire");
        }
    }

    private void requireMeasure(ZipArchiveEntry entry) {
        long size = entry.getSize();
        if (size < 0 || entry.getCompressedSize() < 0) {
            throw damage(file, null);
        }
        total += size;
        if (total > MAX_TOTAL) {
            throw refusal("dépasse %d Go une fois décompressé : partagez-le en plusieurs fichiers"
                    .formatted(MAX_TOTAL >> 30));
        }
        if (size > SMALL && size / MAX_RATIO > entry.getCompressedSize()) {
            throw refusal(
                    "grossit de plus de %d fois en se décompressant, comme un fichier piégé : vérifiez d'où il vient"
                            .formatted(MAX_RATIO));
        }
    }

    /** The sentence for a file that is not read, and why: it begins by a verb. */
    UnusableFile refusal(String what) {
        return new UnusableFile("Le fichier « %s » %s.".formatted(file, what));
    }

    /** Old zip programs write names in the code page of the command line, and do not say so. */
    private static String decoded(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, Charset.forName("IBM850"));
        }
    }

    /** The bytes of an entry: exactly as many as the archive says, with the checksum that it says; else the archive is damaged. */
    private final class EntryStream extends FilterInputStream {
        private final long size;
        private final long checksum;
        private final CRC32 crc = new CRC32();
        private long read;

        EntryStream(InputStream in, long size, long checksum) {
            super(in);
            this.size = size;
            this.checksum = checksum;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int got;
            try {
                got = super.read(target, offset, length);
            } catch (IOException failure) {
                throw damage(file, failure);
            }
            if (got > 0) {
                read += got;
                crc.update(target, offset, got);
            }
            if (read > size || got < 0 && (read < size || crc.getValue() != checksum)) {
                throw damage(file, null);
            }
            return got;
        }

        @Override
        public long skip(long count) {
            int some = (int) Math.clamp(count, 0, 1 << 13);
            return Math.max(0, read(new byte[some], 0, some));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** The sentence for a file that is right, and for which there is no room to unpack it. */
    public static UnusableFile noRoom(String file, IOException cause) {
        return new UnusableFile(
                "Le fichier « %s » n'a pas pu être décompressé : vérifiez qu'il reste de la place sur le disque, et que le dossier des fichiers temporaires accepte qu'on y écrive."
                        .formatted(file),
                cause);
    }

    /** The sentence for a file whose bytes are not what they should be. */
    public static UnusableFile damage(String file, @Nullable Throwable cause) {
        return new UnusableFile(
                "Le fichier « %s » est abîmé ou incomplet : demandez-le de nouveau, ou ouvrez-le et enregistrez-le encore une fois."
                        .formatted(file),
                cause);
    }
}
