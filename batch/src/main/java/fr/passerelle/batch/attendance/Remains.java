package fr.passerelle.batch.attendance;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What imports will leave of the records that rest on them, once they are withdrawn. */
final class Remains {

    private static final String REPEATED = """
        select r.import_no, lower(part), upper(part) from passerelle.attendance_repeat r
        join passerelle.file_import i on i.import_no = r.import_no
        cross join lateral unnest(r.records * ?::int4multirange) as part
        where i.withdrawn_by is null and r.import_no <> all(?) and r.records && ?::int4multirange order by r.import_no\
        """;

    private final JdbcTemplate jdbc;
    private final AttendanceState state;
    private final Set<Integer> withdrawn;

    /** @param withdrawn numbers of these imports */
    Remains(JdbcTemplate jdbc, AttendanceState state, Set<Integer> withdrawn) {
        this.jdbc = jdbc;
        this.state = state;
        this.withdrawn = withdrawn;
    }

    /** Whether the import that said a value is one of them. */
    boolean concerns(Attendance value) {
        return withdrawn.contains(value.origin().importNo());
    }

    /** The versions of records, by their numbers. */
    Map<Integer, Versions> versions(Integer[] records) {
        Map<Integer, Versions> versions = new TreeMap<>();
        for (int no : records) {
            versions.put(no, new Versions(withdrawn));
        }
        state.superseded(records, value -> of(versions, value.no()).add(value));
        state.numbered(records, value -> of(versions, value.no()).add(value));
        repeats(records, versions);
        return versions;
    }

    private void repeats(Integer[] records, Map<Integer, Versions> versions) {
        String ranges = RecordRanges.of(records).text();
        RowCallbackHandler tell = row -> {
            for (int no = row.getInt(2); no < row.getInt(3); no++) {
                of(versions, no).repeated(row.getInt(1));
            }
        };
        jdbc.query(REPEATED, tell, ranges, withdrawn.toArray(Integer[]::new), ranges);
    }

    private static Versions of(Map<Integer, Versions> versions, int no) {
        return Objects.requireNonNull(versions.get(no));
    }
}
