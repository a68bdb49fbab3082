package fr.passerelle.batch.source.table;

import fr.passerelle.batch.source.reject.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and refuses the first byte that is not, naming its place; a byte order mark at the start is passed over. */
final class StrictUtf8 extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final String name;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final QuoteWatch watch;
    private long consumed;
    private boolean started;
    private boolean ended;

    /** @param watch follows the text as it is decoded */
    StrictUtf8(InputStream in, String name, QuoteWatch watch) {
        this.in = in;
        this.name = name;
        this.watch = watch;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (chars.position() == 0 && !(ended && !bytes.hasRemaining())) {
            fill();
            decode(chars);
            passMark(chars);
        }
        watch.follow(target, offset, chars.position());
        if (chars.position() == 0) {
            requireClosedQuotes();
            return -1;
        }
        return chars.position();
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

    private void decode(CharBuffer chars) {
        int before = bytes.position();
        CoderResult result = decoder.decode(bytes, chars, ended);
        consumed += bytes.position() - before;
        if (result.isError()) {
            watch.follow(chars.array(), chars.arrayOffset(), chars.position());
            throw new UnusableFile(
                    "Le fichier « %s » n'est pas en UTF-8 : l'octet n° %d (ligne %d) n'y a pas de sens ; enregistrez-le en UTF-8."
                            .formatted(name, consumed + 1, watch.line()));
        }
    }

    private void requireClosedQuotes() {
        if (watch.open()) {
            throw new UnusableFile(
                    "Le fichier « %s », ligne %d : un guillemet y est ouvert et n'est jamais fermé ; fermez-le."
                            .formatted(name, watch.recordLine()));
        }
    }

    private void passMark(CharBuffer chars) {
        if (!started && chars.position() > 0) {
            started = true;
            CharBuffer read = chars.duplicate().flip();
            if (read.get(0) == BYTE_ORDER_MARK) {
                chars.flip().position(1);
                chars.compact();
            }
        }
    }
}
