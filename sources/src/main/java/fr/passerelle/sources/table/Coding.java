package fr.passerelle.sources.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * How the bytes of a text stand for its characters.
 *
 * @param mark length in bytes of the byte order mark that comes first
 */
record Coding(Charset charset, int mark) {

    /** Name for display. */
    String name() {
        return charset.name().equals("x-MacRoman") ? "MacRoman" : charset.name();
    }

    /**
     * The text, decoded.
     *
     * @param in at its start
     */
    StrictText decode(InputStream in) throws IOException {
        in.readNBytes(mark);
        return new StrictText(in, charset, mark);
    }
}
