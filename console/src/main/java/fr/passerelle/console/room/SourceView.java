package fr.passerelle.console.room;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.texts.Months;
import java.time.YearMonth;
import java.util.List;

/**
 * A file under a room's score.
 *
 * @param months of the window that its records cover, in words
 * @param records of it that hold
 */
record SourceView(String name, String sha256, String months, int records) {

    static List<SourceView> of(Origin origin, String room) {
        return origin.files().getOrDefault(room, List.of()).stream()
                .map(file -> new SourceView(
                        origin.names().getOrDefault(file.getSha256(), file.getSha256()),
                        file.getSha256(),
                        Months.ranges(
                                file.getMonths().stream().map(YearMonth::parse).toList()),
                        file.getRecords()))
                .toList();
    }
}
