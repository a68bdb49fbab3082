package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.Row;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the records of one file: the register and its id there, else room, period, grain, activity and rank
 * among equals. Ids are those of the region's own register, or of the one that the file's mapping names; an observed
 * zero, which stands on no line, is nobody's.
 */
final class Keys {

    private static final String OWN = "id:";
    private static final String NAMED = "registre:";
    private static final char END = ':';
    private static final char BETWEEN = '|';

    private final String register;
    private final Ranks ranks = new Ranks();
    private final StringBuilder text = new StringBuilder();

    /** @param register empty for the region's own */
    Keys(String register) {
        this.register = beginning(register);
    }

    /** The key of a row, and whether an earlier row of the file already had it. */
    record Key(String text, boolean again) {}

    /** The id in a key, in its register; null where the key is made of the place. */
    static @Nullable String id(String key) {
        if (key.startsWith(OWN)) {
            return key.substring(OWN.length());
        }
        return key.startsWith(NAMED) ? key.substring(key.indexOf(END, NAMED.length()) + 1) : null;
    }

    /** The register of the id in a key; null for the region's own, and where the key is made of the place. */
    static @Nullable String register(String key) {
        return key.startsWith(NAMED) ? key.substring(NAMED.length(), key.indexOf(END, NAMED.length())) : null;
    }

    /**
     * The key of the row of an id.
     *
     * @param register empty for the region's own
     */
    static String ofId(String register, String id) {
        return beginning(register) + id;
    }

    private static String beginning(String register) {
        return register.isEmpty() ? OWN : NAMED + register + END;
    }

    Key of(Row row) {
        text.setLength(0);
        return Columns.id(row).isEmpty() ? byPlace(row) : byId(row);
    }

    private Key byId(Row row) {
        text.append(row.line() == 0 ? OWN : register).append(Columns.id(row));
        return new Key(text.toString(), ranks.next(text) > 1);
    }

    private Key byPlace(Row row) {
        text.append(Columns.room(row)).append(BETWEEN);
        text.append(Columns.startText(row)).append(BETWEEN);
        text.append(Columns.endText(row)).append(BETWEEN);
        text.append(Columns.grain(row)).append(BETWEEN);
        text.append(Columns.activity(row)).append(BETWEEN);
        return new Key(text.append(ranks.next(text)).toString(), false);
    }
}
