package fr.passerelle.sources.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The bytes of an entry: exactly as many as the archive says, with the checksum that it says; else the archive is damaged. */
final class EntryStream extends FilterInputStream {

    private static final int SKIPPED_AT_ONCE = 1 << 13;

    private final String file;
    private final long size;
    private final long checksum;
    private final CRC32 crc = new CRC32();
    private long read;

    /** @param file what the archive is called in messages */
    EntryStream(InputStream in, String file, long size, long checksum) {
        super(in);
        this.file = file;
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
        int got = unpack(target, offset, length);
        if (got > 0) {
            read += got;
            crc.update(target, offset, got);
        }
        if (read > size || got < 0 && (read < size || crc.getValue() != checksum)) {
            throw Damage.of(file, null);
        }
        return got;
    }

    @Override
    public long skip(long count) {
        int some = (int) Math.clamp(count, 0, SKIPPED_AT_ONCE);
        return Math.max(0, read(new byte[some], 0, some));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int unpack(byte[] target, int offset, int length) {
        try {
            return super.read(target, offset, length);
        } catch (IOException failure) {
            throw Damage.of(file, failure);
        }
    }
}
