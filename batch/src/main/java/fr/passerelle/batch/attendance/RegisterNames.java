package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.InputFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The registers that number their lines: those that are known, those of the files of a run, and the region's own,
 * which has no name.
 */
final class RegisterNames {

    /**
     * One look at the index a name: in a key the name stands between two colons, and {@code ;} is what follows a
     * colon.
     */
    private static final String KNOWN = """
        with recursive named (name) as (
            (select split_part(key, ':', 2) from passerelle.attendance
             where key > 'registre:' and key < 'registre;' order by key limit 1)
            union all
            select (select split_part(a.key, ':', 2) from passerelle.attendance a
                    where a.key > 'registre:' || n.name || ';' and a.key < 'registre;' order by a.key limit 1)
            from named n where n.name is not null)
        select name from named where name is not null\
        """;

    private final Set<String> names = new TreeSet<>(Set.of(""));

    RegisterNames(JdbcTemplate jdbc, Collection<InputFile> files) {
        names.addAll(jdbc.queryForList(KNOWN, String.class));
        files.forEach(file -> names.add(file.mapping().register()));
    }

    /** The keys of an id in all registers but one. */
    List<String> others(String register, String id) {
        return names.size() == 1 && register.isEmpty()
                ? List.of()
                : names.stream()
                        .filter(name -> !name.equals(register))
                        .map(name -> Keys.ofId(name, id))
                        .toList();
    }
}
