package fr.passerelle.batch.export.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What can be exported. */
public enum Dataset {
    /** Rooms. */
    SALLES("les salles : note, fourchette, proposition", RoomTable::of);

    private final String says;
    private final Function<Situation, DataTable> table;

    Dataset(String says, Function<Situation, DataTable> table) {
        this.says = says;
        this.table = table;
    }

    /** The dataset that goes by a name; empty where none does. */
    public static Optional<Dataset> named(String name) {
        return Arrays.stream(values()).filter(it -> it.id().equals(name)).findFirst();
    }

    /** Its name in commands and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it holds, in French. */
    public String says() {
        return says;
    }

    DataTable of(Situation situation) {
        return table.apply(situation);
    }
}
