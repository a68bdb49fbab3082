package fr.passerelle.cli.check;

import fr.passerelle.batch.attendance.Remarks;
import fr.passerelle.batch.attendance.Remarks.Oddity;
import fr.passerelle.batch.attendance.Remarks.Remark;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows of rooms, or places, that are called totals: a total that is not declared counts twice. */
final class TotalNames {

    private static final Pattern TOTAL = Pattern.compile(
            "(?:.*[^\\p{L}])?(?:sous)?tota(?:l|ux)(?:[^\\p{L}].*)?|ensemble(?: (?:de|du|des) .*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final List<String> NAMES = List.of("id_salle", "id_site", "nom");

    private final int[] places;
    private final List<Remark> first = new ArrayList<>();
    private long count;

    TotalNames(TableSchema schema) {
        places = NAMES.stream()
                .mapToInt(schema.header()::indexOf)
                .filter(place -> place >= 0)
                .toArray();
    }

    void see(Row row) {
        if (IntStream.of(places)
                .anyMatch(place -> TOTAL.matcher(row.text(place)).matches())) {
            count++;
            if (first.size() < CaseTally.FIRST) {
                first.add(new Remark(row.line(), row.ordinal(), null, null, null));
            }
        }
    }

    Remarks remarks() {
        return new Remarks(Oddity.TOTAL_POSSIBLE, count, List.copyOf(first));
    }
}
