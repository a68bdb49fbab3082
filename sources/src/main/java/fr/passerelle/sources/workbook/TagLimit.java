package fr.passerelle.sources.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses XML in which no tag starts for a long time: a name, an attribute or a text that would not fit in memory. */
final class TagLimit extends FilterInputStream {

    /** Most bytes from one tag to the next: hundreds of times what a cell may hold. */
    static final int MAX_RUN = 4 << 20;

    private int run;

    TagLimit(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        int last = lastTag(target, offset, got);
        run = last < 0 ? run + Math.max(0, got) : offset + got - last;
        if (run > MAX_RUN) {
            throw new IOException("No tag for a long time");
        }
        return got;
    }

    private static int lastTag(byte[] bytes, int offset, int length) {
        for (int at = offset + length - 1; at >= offset; at--) {
            if (bytes[at] == '<') {
                return at;
            }
        }
        return -1;
    }
}
