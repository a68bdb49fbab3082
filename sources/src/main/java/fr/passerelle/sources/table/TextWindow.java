package fr.passerelle.sources.table;

import java.io.Closeable;
import java.io.IOException;

/**
 * The part of a text that is looked at, from a mark on: places are counted from there. It moves on with the mark, and grows where what is
 * looked at does not fit.
 */
final class TextWindow implements Closeable {

    private static final int ROOM = 1 << 16;

    private final StrictText text;
    private char[] chars = new char[ROOM];
    private int mark;
    private int length;
    private long offset;
    private boolean ended;

    TextWindow(StrictText text) {
        this.text = text;
    }

    /** Place of the mark in the whole text. */
    long offset() {
        return offset + mark;
    }

    /** Moves the mark on. */
    void pass(int count) {
        mark += count;
    }

    /** Whether the text has a character at this place. */
    boolean has(int place) throws IOException {
        while (mark + place >= length && !ended) {
            extend();
        }
        return mark + place < length;
    }

    /** A character that was looked at. */
    char at(int place) {
        return chars[mark + place];
    }

    /**
     * Lets a scan that began at a place follow its next line.
     *
     * @param most how many characters behind the mark may be looked at
     * @return whether the line ends there
     */
    boolean follow(RecordScan scan, int begun, int most) throws IOException {
        while (!scan.line(chars, mark + begun, length, ended)) {
            if (length - mark > most) {
                return false;
            }
            extend();
        }
        return begun + scan.at() <= most;
    }

    /** Whether nothing but white space stands between two places. */
    boolean isBlank(int from, int to) {
        for (int i = mark + from; i < mark + to; i++) {
            if (!Character.isWhitespace(chars[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is the text between two places. */
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

    /** Some of the characters that were looked at. */
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
