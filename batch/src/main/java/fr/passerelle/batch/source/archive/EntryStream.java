package fr.passerelle.batch.source.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The bytes of an entry: exactly as many as the archive says, with the checksum that it says. */
final class EntryStream extends FilterInputStream {

    private static final int SKIPPED_AT_ONCE = 1 << 13;

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
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        if (got > 0) {
            read += got;
            crc.update(target, offset, got);
        }
        if (read > size || got < 0 && (read < size || crc.getValue() != checksum)) {
            throw new IOException("Not the bytes that were put in");
        }
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.clamp(count, 0, SKIPPED_AT_ONCE)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
