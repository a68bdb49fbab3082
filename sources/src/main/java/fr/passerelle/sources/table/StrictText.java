package fr.passerelle.sources.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decodes, and remembers the place of each byte that means nothing in the charset; U+FFFD stands for it in the text. The charsets that are
 * read here find their feet again at the next character, so that only the record which holds such a byte is lost.
 */
final class StrictText implements Closeable {
    /** Room that {@link #read} needs: a character may be a pair. */
    static final int LEAST_ROOM = 2;

    private static final char LOST = '\uFFFD';
    private static final char LAST_CONTROL = '\u009F';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final boolean wide;
    private final boolean controls;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private long octet;
    private long produced;
    private boolean ended;
    private long linesEnded;
    private char last = '\n';

    /** @param octet offset of the next byte in the file */
    StrictText(InputStream in, Charset charset, long octet) {
        this.in = in;
        this.octet = octet;
        this.wide = charset.name().startsWith("UTF-16");
        this.controls = charset.name().startsWith("ISO-8859");
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** @param place of the character that stands for it, @param octet its place among the bytes; both from 0 */
    private record Fault(long place, long octet) {}

    /** The next characters; how many, or -1 at the end of the text. */
    int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == offset && !(ended && !bytes.hasRemaining())) {
            if (!ended) {
                fill();
            }
            decode(chars, offset);
        }
        int read = chars.position() - offset;
        if (controls) {
            faultControls(target, offset, read);
        }
        produced += read;
        countLines(target, offset, read);
        return read == 0 ? -1 : read;
    }

    /** Offset of the first bad byte among the characters before a place, or -1; what is before the place is then forgotten. */
    long badOctet(long before) {
        long first = -1;
        while (!faults.isEmpty() && faults.getFirst().place() < before) {
            Fault fault = faults.removeFirst();
            first = first < 0 ? fault.octet() : first;
        }
        return first;
    }

    /** How many lines there were so far, the last one without its end included. */
    long lines() {
        return linesEnded + (last == '\n' || last == '\r' ? 0 : 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void decode(CharBuffer chars, int offset) {
        CoderResult result;
        do {
            int before = bytes.position();
            result = decoder.decode(bytes, chars, ended);
            octet += bytes.position() - before;
        } while (result.isError() && chars.hasRemaining() && passBad(result.length(), chars, offset));
    }

    /** In UTF-16 an orphan is reported with what follows it, which is innocent. */
    private boolean passBad(int length, CharBuffer chars, int offset) {
        int bad = wide ? Math.min(length, 2) : length;
        faults.addLast(new Fault(produced + chars.position() - offset, octet));
        chars.put(LOST);
        bytes.position(bytes.position() + bad);
        octet += bad;
        return true;
    }

    /** In ISO-8859 the bytes 80 to 9F are controls that no register means: the text is of another charset. */
    private void faultControls(char[] target, int offset, int read) {
        for (int i = offset; i < offset + read; i++) {
            if (target[i] > '~' && target[i] <= LAST_CONTROL && target[i] != '\u007F') {
                faults.addLast(new Fault(produced + i - offset, octet - read + i - offset));
                target[i] = LOST;
            }
        }
    }

    /** Counts lines, ended by LF, CR LF or a lone CR, whatever stands on them: the other side of a file's balance. */
    private void countLines(char[] text, int from, int length) {
        char before = last;
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (c <= '\r' && (c == '\r' || c == '\n' && before != '\r')) {
                linesEnded++;
            }
            before = c;
        }
        last = before;
    }

    /**
     * The part of a text that is looked at, from a mark on: places are counted from there. It moves on with the mark, and grows where what is
     * looked at does not fit.
     */
    static final class Window implements Closeable {
        private final StrictText text;
        private char[] chars = new char[1 << 16];
        private int mark;
        private int length;
        private long offset;
        private boolean ended;

        Window(StrictText text) {
            this.text = text;
        }

        /** Place of the mark in the whole text. */
        long offset() {
            return offset + mark;
        }

        void pass(int count) {
            mark += count;
        }

        boolean has(int place) throws IOException {
            while (mark + place >= length && !ended) {
                extend();
            }
            return mark + place < length;
        }

        char at(int place) {
            return chars[mark + place];
        }

        /** Lets a scan follow its next line, so many characters behind the mark at most; answers whether the line ends there. */
        boolean follow(RecordScan scan, int begun, int most) throws IOException {
            while (!scan.line(chars, mark + begun, length, ended)) {
                if (length - mark > most) {
                    return false;
                }
                extend();
            }
            return begun + scan.at() <= most;
        }

        boolean isBlank(int from, int to) {
            for (int i = mark + from; i < mark + to; i++) {
                if (!Character.isWhitespace(chars[i])) {
                    return false;
                }
            }
            return true;
        }

        boolean reads(String text, int from, int to) {
            if (text.length() != to - from) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != chars[mark + from + i]) {
                    return false;
                }
            }
            return true;
        }

        /** The end of a text before its line end. */
        int textEnd(int from, int to) {
            int end = to > from && at(to - 1) == '\n' ? to - 1 : to;
            return end > from && at(end - 1) == '\r' ? end - 1 : end;
        }

        String text(int from, int to) {
            return new String(chars, mark + from, to - from);
        }

        @Override
        public void close() throws IOException {
            text.close();
        }

        private void extend() throws IOException {
            int left = length - mark;
            char[] target = left > chars.length / 2 ? new char[2 * chars.length] : chars;
            System.arraycopy(chars, mark, target, 0, left);
            chars = target;
            offset += mark;
            mark = 0;
            int read = text.read(chars, left, chars.length - left);
            ended = read < 0;
            length = left + Math.max(read, 0);
        }
    }
}
