package fr.passerelle.sources.workbook;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of an {@code .xlsx} refer to by number. There may be millions: they lie in a file without name that ends with
 * this process, and only those that are asked for become text.
 */
final class SharedStrings {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** A little more than a cell may hold, so that it is seen to be too long. */
    static final int ROOM = Sheet.RowCells.MAX_LENGTH * 4;

    static final int MAX_COUNT = 8_000_000;
    private static final int CACHED = 1 << 12;

    private final String file;
    private final @Nullable String[] cache = new String[CACHED];
    private final int[] cached = new int[CACHED];
    private int[] ends = new int[1 << 10];
    private int count;
    private @Nullable MappedByteBuffer bytes;

    SharedStrings(String file) {
        this.file = file;
        Arrays.fill(cached, -1);
    }

    static SharedStrings read(Xml xml, String file) {
        SharedStrings strings = new SharedStrings(file);
        try {
            strings.spill(xml);
        } catch (IOException failure) {
            throw Zip.noRoom(file, failure);
        }
        return strings;
    }

    @Nullable
    String text(int number) {
        if (number < 0 || number >= count) {
            return null;
        }
        int slot = number % CACHED;
        if (cached[slot] != number) {
            cache[slot] = decoded(number);
            cached[slot] = number;
        }
        return cache[slot];
    }

    /** Whether the text of a number is there and is not blank. */
    boolean has(int number) {
        return number >= 0 && number < count && ends[number] > start(number);
    }

    private String decoded(int number) {
        byte[] text = new byte[ends[number] - start(number)];
        if (bytes != null) {
            bytes.get(start(number), text);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void spill(Xml xml) throws IOException {
        try (FileChannel channel = Zip.temporary()) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            while (xml.next()) {
                if (xml.starts("si")) {
                    add(richText(xml, "si"), out);
                }
            }
            out.flush();
            bytes = channel.size() == 0 ? null : channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private void add(String text, OutputStream out) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        long end = (long) (count == 0 ? 0 : ends[count - 1]) + encoded.length;
        if (count == MAX_COUNT || end > Integer.MAX_VALUE) {
            throw new UnusableFile(
                    "Le fichier « %s » contient plus de textes différents qu'il n'en est lu d'un classeur : enregistrez-le en .csv."
                            .formatted(file));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, Math.min(MAX_COUNT, count * 2));
        }
        ends[count++] = (int) end;
        out.write(encoded);
    }

    /** From the start of an element to its end. */
    static String richText(Xml xml, String element) {
        StringBuilder text = new StringBuilder();
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("t")) {
                text.append(xml.text(ROOM - text.length()));
            } else if (xml.starts("rPh")) {
                xml.skip();
            }
        }
        return decoded(text.toString());
    }

    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(found -> {
            char meant = (char) Integer.parseInt(found.group(1), 16);
            return meant == '$' || meant == '\\' ? "\\" + meant : String.valueOf(meant);
        });
    }
}
