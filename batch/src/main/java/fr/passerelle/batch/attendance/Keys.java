package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.Row;
import org.jspecify.annotations.Nullable;

/** The keys of the records of one file: the register's own id, else room, period, grain, activity and rank among equals. */
final class Keys {

    private static final String ID = "id:";
    private static final char BETWEEN = '|';

    private final Ranks ranks = new Ranks();
    private final StringBuilder text = new StringBuilder();

    /** The key of a row, and whether an earlier row of the file already had it. */
    record Key(String text, boolean again) {}

    /** The register's own id in a key; null where the key is made of the place. */
    static @Nullable String id(String key) {
        return key.startsWith(ID) ? key.substring(ID.length()) : null;
    }

    Key of(Row row) {
        text.setLength(0);
        return Columns.id(row).isEmpty() ? byPlace(row) : byId(row);
    }

    private Key byId(Row row) {
        text.append(ID).append(Columns.id(row));
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
