package fr.passerelle.batch.attendance;

import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses files of which most lines are known under another identity, since they would count twice: under the same id in another
 * register, or for the same period and activity of a room in a register that had no ids, or had some.
 */
final class Continuity {

    private static final String FILES = """
        select s.file, max(s.import_no) as import_no, count(*) as all, count(s.id) as ids,
               count(s.id) filter (where k.id is null) as fresh
        from passerelle.staged_line s left join passerelle.line_id k on k.id = s.id and k.register = s.register
        where s.line > 0 group by s.file order by s.file\
        """;
    private static final String NUMBERED =
            "update passerelle.file_import set numbered = :numbered where import_no = :importNo";
    private static final String KINDS = "select distinct register, numbered from passerelle.file_import"
            + " where numbered is not null and not withdrawal_done";
    private static final String ELSEWHERE = """
        select count(distinct (s.line, s.ordinal)), mode() within group (order by o.register)
        from passerelle.staged_line s
        join passerelle.line_id o on o.id = s.id and o.room_no = s.room_no and o.month = s.month and o.register <> s.register
        where s.file = :file and s.line > 0
          and not exists (select from passerelle.line_id k where k.id = s.id and k.register = s.register)
          and not exists (select from line_unbound u where u.id = o.id and u.register = o.register)\
        """;

    private static final String REFUSAL =
            "La plupart des lignes du fichier « %s » sont déjà connues, %s, dans le registre « %s » : elles"
                + " compteraient deux fois. Abandonnez l'exécution (« abandon »), puis écrivez « continue: %3$s » dans"
                + " son mapping%s, ou donnez le fichier à la place de l'ancien (« --replaces »).";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    Continuity(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The lines of a file.
     *
     * @param ids those that have one
     * @param fresh those whose id is not known in its register
     */
    private record Lines(int file, int importNo, long all, long ids, long fresh) {

        boolean numbered() {
            return 2 * ids > all;
        }
    }

    /** What is known of a register: lines with ids, or without. */
    private record Kind(String register, boolean numbered) {}

    private record Elsewhere(long lines, @Nullable String register) {}

    /**
     * Looks at the staged lines, once their ids are settled, in the same transaction.
     *
     * @throws UnusableFile when most lines of a file are known under another identity
     */
    void require(List<InputFile> files) {
        Set<Kind> known =
                jdbc.sql(KINDS).query(new SimplePropertyRowMapper<>(Kind.class)).set();
        for (Lines lines : jdbc.sql(FILES)
                .query(new SimplePropertyRowMapper<>(Lines.class))
                .list()) {
            InputFile file = files.get(lines.file());
            if (!file.mapping().resubmits()) {
                jdbc.sql(NUMBERED)
                        .param("numbered", lines.numbered())
                        .param("importNo", lines.importNo())
                        .update();
                requireRegister(file, lines);
                requireIds(file, lines, known);
            }
        }
    }

    private void requireRegister(InputFile file, Lines lines) {
        if (2 * lines.fresh() > lines.ids()) {
            Elsewhere elsewhere = jdbc.sql(ELSEWHERE)
                    .param("file", lines.file())
                    .query((row, n) -> new Elsewhere(row.getLong(1), row.getString(2)))
                    .single();
            if (elsewhere.register() != null && 2 * elsewhere.lines() > lines.ids()) {
                throw refusal(
                        file, "sous les mêmes identifiants", elsewhere.register(), ", à la place de « registre »");
            }
        }
    }

    private void requireIds(InputFile file, Lines lines, Set<Kind> known) {
        Kind other = new Kind(file.mapping().register(), !lines.numbered());
        boolean mayBeKnown = known.contains(other) && (!lines.numbered() || 2 * lines.fresh() > lines.all());
        if (mayBeKnown
                && !file.mapping().continues()
                && 2 * new Counterparts(dataSource).count(lines.file(), other.register(), other.numbered())
                        > lines.all()) {
            throw refusal(
                    file,
                    other.numbered() ? "sous des identifiants qu'il ne donne pas" : "sans identifiant",
                    other.register(),
                    ", ou « registre: NOM » si c'en est un autre");
        }
    }

    private static UnusableFile refusal(InputFile file, String how, String register, String remark) {
        return new UnusableFile(REFUSAL.formatted(file.name(), how, Mapping.registerName(register), remark));
    }
}
